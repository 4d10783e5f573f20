"""Find local text dumps and read their pages, one at a time and never more than one in memory."""

from __future__ import annotations

import codecs
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from newsarchive.errors import InputError
from newsarchive.text.decode import is_binary, utf16_byte_order

# A printed page holds some 10,000 characters, at most four bytes each; a hundred times that is no page.
MAX_PAGE_BYTES = 4 * 1024 * 1024
_CHUNK = 64 * 1024
# <paper>/<YYYY-MM-DD>/<label>.txt: what lies above says nothing about a page.
_DEPTH = 3
_DATE_FOLDER = re.compile(r"\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{4}年\d{1,2}月\d{1,2}日")


@dataclass(frozen=True, slots=True)
class DumpFile:
    """A dump, with the names that say what it holds, outermost first, the file's own name last.

    ``error`` is set instead of reading where a folder of the tree cannot be listed; it counts as a unit that failed.
    """

    path: Path
    parts: tuple[str, ...]
    error: InputError | None = None


@dataclass(frozen=True, slots=True)
class PageBytes:
    """One page of a dump: its place in the file from 1, the byte it starts at, and its bytes or why there are none.

    ``hint`` is the encoding that the file's byte order mark or zero bytes show, for pages behind the first.
    """

    index: int
    offset: int
    data: bytes | InputError = field(repr=False)
    hint: str | None = None


def find(path: str | os.PathLike[str]) -> Iterator[DumpFile]:
    """Find the dumps at ``path``: one file, whatever its name, or the ``.txt`` files of a tree, sorted by name.

    Hidden files and folders are passed over, links are followed, each folder once. The same tree gives the same
    order.

    Raises InputError: ``no-such-path``, ``no-permission``, and ``no-dumps`` for a folder without a single ``.txt``
    file.
    """
    top = Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would replace links, whose names say what they hold
    try:
        mode = os.stat(top).st_mode  # noqa: PTH116 - Path.exists hides the reasons, differently from version to version
    except PermissionError:
        raise _no_permission(top) from None
    except (OSError, ValueError):  # not there, a link to itself, a name too long, a zero byte in it
        raise InputError(f"there is no {top}; check -a path=", code="no-such-path") from None
    if not stat.S_ISDIR(mode):
        yield DumpFile(top, _names(top, top.parent))
        return
    empty = True
    for file in _walk(top, top, set()):
        empty = False
        yield file
    if empty:
        raise InputError(f"there is no .txt file in {top}; dumps are named PAPER/YYYY-MM-DD/LABEL.txt", code="no-dumps")


def pages(path: str | os.PathLike[str], max_page_bytes: int = MAX_PAGE_BYTES) -> Iterator[PageBytes]:
    """Read the pages of a dump, which form feeds separate, holding one page in memory.

    A form feed is one character of the file's encoding (two bytes in UTF-16). Blank pages are counted but not given;
    a form feed at the end makes no page. A page of more than ``max_page_bytes`` comes as an InputError,
    ``page-too-large``, and reading goes on behind it. A file that holds nothing at all comes as one page with the
    InputError ``empty``.

    Raises InputError if the file cannot be opened or read: ``no-permission``, ``no-such-path``, ``is-a-folder``,
    ``unreadable``.
    """
    file_path = Path(path)
    try:
        mode = os.stat(file_path).st_mode  # noqa: PTH116 - as above
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # opening a pipe would wait for ever
            raise InputError(f"{file_path} is no regular file; give a text dump", code="unreadable")
        with file_path.open("rb") as file:
            yield from _split(file, max_page_bytes)
    except FileNotFoundError:
        raise InputError(
            f"{file_path} is gone; it may have been moved while it was read", code="no-such-path"
        ) from None
    except PermissionError:
        raise _no_permission(file_path) from None
    except IsADirectoryError:
        raise InputError(f"{file_path} is a folder, not a text dump", code="is-a-folder") from None
    except OSError as error:
        raise InputError(f"{file_path} cannot be read: {error.strerror or error}", code="unreadable") from None


def _split(file: BinaryIO, limit: int) -> Iterator[PageBytes]:
    """Cut the file at its form feeds."""
    head = file.read(_CHUNK)
    encoding = _wide_encoding(head)
    feed = "\f".encode(encoding) if encoding else b"\f"
    # What is no text has no pages either: it stays one unit, to be refused once.
    whole = is_binary(head)
    index, start, given = 1, 0, False
    page = bytearray()
    size = 0  # of the page so far; more than ``limit`` bytes of it are not kept
    chunk = head
    while chunk:
        if len(chunk) % len(feed):
            chunk += file.read(len(feed) - len(chunk) % len(feed))
        *ended, rest = [chunk] if whole else _cut(chunk, feed)
        for piece in ended:
            _keep(page, piece, limit)
            size += len(piece)
            if found := _page(index, start, page, size, limit, encoding):
                yield found
                given = True
            start += size + len(feed)
            index, size = index + 1, 0
            page.clear()
        _keep(page, rest, limit)
        size += len(rest)
        chunk = file.read(_CHUNK)
    if found := _page(index, start, page, size, limit, encoding):
        yield found
    elif not given:
        yield PageBytes(1, 0, InputError("the file is empty; dump the page again", code="empty"))


def _keep(page: bytearray, piece: bytes, limit: int) -> None:
    page += piece[: limit + 1 - len(page)]


def _page(index: int, start: int, page: bytearray, size: int, limit: int, encoding: str | None) -> PageBytes | None:
    if size > limit:
        problem = InputError(
            f"page {index} has {size} bytes, more than a printed page can hold ({limit}); "
            "separate pages by form feeds, one page a file is best",
            code="page-too-large",
        )
        return PageBytes(index, start, problem, encoding)
    # Zero bytes are the other half of blanks in UTF-16; a byte order mark alone is no text.
    if not page.strip(b"\x00 \t\r\n\v\xef\xbb\xbf\xff\xfe"):
        return None
    return PageBytes(index, start, bytes(page), encoding)


def _cut(chunk: bytes, feed: bytes) -> list[bytes]:
    """Split ``chunk`` at each ``feed`` that lies on a multiple of its own length."""
    width = len(feed)
    if width == 1:
        return chunk.split(feed)
    pieces = []
    start = at = 0
    while (at := chunk.find(feed, at)) >= 0:
        if at % width:
            at += 1
            continue
        pieces.append(chunk[start:at])
        at += width
        start = at
    pieces.append(chunk[start:])
    return pieces


def _wide_encoding(head: bytes) -> str | None:
    """Name the encoding if its characters have two or four bytes: by the byte order mark, else by the zero bytes."""
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            return encoding
    return utf16_byte_order(head)


def _walk(folder: Path, top: Path, seen: set[tuple[int, int]]) -> Iterator[DumpFile]:
    """Give the dumps of a folder and those below it, in the order of their names."""
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        if folder == top:
            raise _no_permission(folder) from None
        reason = _no_permission(folder) if isinstance(error, PermissionError) else None
        problem = reason or InputError(f"{folder} cannot be listed: {error.strerror}", code="unreadable")
        yield DumpFile(folder, _names(folder, top), problem)
        return
    if (status.st_dev, status.st_ino) in seen:
        return  # a link back to a folder that was read already
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        if path.is_dir():
            yield from _walk(path, top, seen)
        elif entry.name.lower().endswith(".txt"):
            # Broken links and pipes too: reading them says what is wrong, and nothing is passed over in silence.
            yield DumpFile(path, _names(path, top))


def _names(path: Path, top: Path) -> tuple[str, ...]:
    """Give the names that can say what a dump holds: below ``top``, and above it as far as paper/date/label goes.

    Above ``top`` only the folders right around a date count, so that the place where somebody keeps an archive never
    becomes the name of a paper.
    """
    parts = list(path.relative_to(top).parts)
    above = [top, *top.parents]
    while len(parts) < _DEPTH and above and above[0].name:
        if not (_DATE_FOLDER.fullmatch(above[0].name) if len(parts) == 1 else _DATE_FOLDER.fullmatch(parts[0])):
            break
        parts.insert(0, above.pop(0).name)
    return tuple(_readable(part) for part in parts)


def _readable(name: str) -> str:
    """Give a file name as text: composed (some systems store accents apart), bytes that are no UTF-8 marked."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))


def _no_permission(path: Path) -> InputError:
    return InputError(f"no permission to read {path}; change its mode or owner", code="no-permission")
