"""Which page of which paper is this: arguments win, then names of files and folders, then what the page prints
itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from newsarchive.errors import InputError
from newsarchive.text.dates import Masthead, find_date, masthead, read_date, read_label

_SEPARATORS = " -_.,·"
# p01, page-1, 版04: what some tools write before the number.
_PAGE_PREFIX = re.compile(r"(?:p|pg|page|v|ver|版|第)[-_. ]?(?=[a-z]{0,2}\d)", re.IGNORECASE)
# How many folders a date may be spread over: 2023-11/21, 2023/11/21.
_DATE_FOLDERS = 3


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of a dump say; None where they do not. ``paper`` is the name as written."""

    paper: str | None = None
    date: date | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class PageKey:
    """Which page this is, and for each part where that comes from: ``given``, ``name``, ``text``, or ``index``.

    ``paper`` is the slug that ids are made of, ``paper_name`` the full name; ``edition`` is 2 for the second
    one of the day.
    """

    paper: str
    paper_name: str
    paper_source: str
    date: date
    date_source: str
    label: str
    label_source: str
    edition: int = 1


def identify(parts: Sequence[str], given: Names, text: str, index: int = 1) -> PageKey:
    """Decide which page ``text`` is. ``parts`` are the names of its file (DumpFile.parts), ``index`` its place in it,
    from 1.

    A label that is given or named is that of the first page of the file. Where nothing says a label, it is the place
    in the file, in two digits.

    Raises InputError: ``no-paper``, ``bad-paper``, ``bad-label``, ``no-date`` where nothing says it, ``no-such-date``
    where what says it names a day that never was.
    """
    names = read_names(parts) if given.date is None else _names_without_date(parts)
    paper, paper_source = _first((given.paper, "given"), (names.paper, "name"))
    if paper is None:
        raise InputError(
            "nothing says which paper this is; give -a paper=NAME, or name files PAPER/YYYY-MM-DD/LABEL.txt",
            code="no-paper",
        )
    day, date_source = given.date or names.date, "given" if given.date else "name"
    label, label_source = (
        _first((_given_label(given.label), "given"), (names.label, "name")) if index == 1 else (None, "")
    )
    printed = Masthead(None, None)
    if day is None or label is None:
        printed = _printed(text, wanted=day is None)
    if day is None:
        day, date_source = printed.date, "text"
    if day is None:
        raise InputError(
            "neither arguments, names nor the page say the date; give -a date=YYYY-MM-DD, or name files "
            "PAPER/YYYY-MM-DD/LABEL.txt",
            code="no-date",
        )
    if label is None:
        label, label_source = (printed.label, "text") if printed.label else (f"{index:02d}", "index")
    short, full = _short_and_full(paper, names.paper)
    return PageKey(slug(short), full, paper_source, day, date_source, label, label_source)


def read_names(parts: Sequence[str]) -> Names:
    """Read what the names of a dump say: ``PAPER/YYYY-MM-DD/LABEL.txt``, or all in one:
    ``PAPER-YYYY-MM-DD-pLABEL.txt``.

    Raises InputError, code ``no-such-date``, for a date that no calendar has.
    """
    *folders, name = parts
    stem = re.sub(r"\.txt$", "", name, flags=re.IGNORECASE)
    found = find_date(stem)
    if found:
        day, start, end = found
        before, after = stem[:start].strip(_SEPARATORS), stem[end:].strip(_SEPARATORS)
        label, paper = _label(after), before
        if label is None and not after and (label := _label(before)):
            paper = ""
        elif label is None:
            label, paper = _label_behind(before)
        if not paper and folders and not _folder_date(folders[-1:]):
            paper = folders[-1]  # PAPER/YYYY-MM-DD-LABEL.txt
        elif not paper:
            paper = _above_date(folders)
        return Names(paper or None, day, label)
    label = _label(stem)
    paper = ""
    if label is None:
        label, paper = _label_behind(stem)
    for count in range(1, min(_DATE_FOLDERS, len(folders)) + 1):
        if value := _folder_date(folders[-count:]):
            return Names(_above_date(folders) or (paper if label else None) or None, value, label)
    return Names((paper if label else None) or None, None, label)


def slug(name: str) -> str:
    """Make the id of a paper from its name: ``China Daily`` gives ``china_daily``, ``中国电子报`` stays as it is.

    Letters and digits of any script, lower case, everything else an underscore; a hyphen separates the parts of ids, so
    no paper's id has one. Ids are text and URLs carry Han characters, so no romanisation is guessed.

    Raises InputError, code ``bad-paper``, if nothing is left.
    """
    made = re.sub(r"[\W_]+", "_", unicodedata.normalize("NFKC", name).casefold()).strip("_")
    if not made:
        raise InputError(
            f"{name!r} is no name for a paper; give -a paper=NAME with letters or digits", code="bad-paper"
        )
    return made


def _short_and_full(paper: str, named: str | None) -> tuple[str, str]:
    """Tell the short name of a paper, which ids are made of, from its full one.

    Where one of two names is in Latin letters and the other is not (an argument 中国电子报, files named cena-…), they
    are the short and the full name of one paper, whichever way round they come.
    """
    if named and paper.isascii() != named.isascii():
        return (paper, named) if paper.isascii() else (named, paper)
    return paper, paper


def _first(*options: tuple[str | None, str]) -> tuple[str | None, str]:
    return next(((value, source) for value, source in options if value), (None, ""))


def _given_label(label: str | None) -> str | None:
    if label and read_label(label) is None:
        raise InputError(f"{label!r} is no page label; give -a page=LABEL like 01, A01 or T1", code="bad-label")
    return read_label(label) if label else None


def _names_without_date(parts: Sequence[str]) -> Names:
    """Read the names where the date is given: a date in them that never was does no harm then."""
    try:
        return read_names(parts)
    except InputError:
        return Names()


def _printed(text: str, *, wanted: bool) -> Masthead:
    """Read the masthead; a wrong date in it matters only if the date is ``wanted``."""
    try:
        return masthead(text)
    except InputError:
        if wanted:
            raise
        return Masthead(None, None)


def _label(text: str) -> str | None:
    """Read a label out of a name, with what tools write before it. A whole number of four digits and more is none."""
    return read_label(_PAGE_PREFIX.sub("", text, count=1)) if _PAGE_PREFIX.match(text) else read_label(text)


def _label_behind(text: str) -> tuple[str | None, str]:
    """Split ``cena-A01`` into the label behind the last separator and what stands before it; no label, no split."""
    match = re.fullmatch(r"(.*\w)[-_. ]+([^-_. ]+)", text)
    if match and (label := _label(match[2])):
        return label, match[1]
    return None, text


def _folder_date(folders: Sequence[str]) -> date | None:
    """Read the date that the folders spell together."""
    joined = "-".join(folders)
    return read_date(joined) or read_date(joined.replace("_", "-"))


def _above_date(folders: Sequence[str]) -> str:
    """Give the folder that holds the date folders: the paper."""
    for count in range(1, min(_DATE_FOLDERS, len(folders) - 1) + 1):
        if _folder_date(folders[-count:]):
            return folders[-count - 1]
    return ""
