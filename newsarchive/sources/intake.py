"""From a path to page items: one for every page of every dump, and one for everything that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsarchive.errors import InputError
from newsarchive.model import Problem
from newsarchive.page import Outcome, PageItem
from newsarchive.sources.dumps import DumpFile, find, pages
from newsarchive.sources.names import Names

# Refused for what they hold: the file could be read, and mended. Everything else failed.
_SET_ASIDE = frozenset({"empty", "page-too-large"})


def items(path: Path, given: Names, page_bytes: int) -> Iterator[PageItem]:
    """Yield the pages below ``path`` in the order of their names, with their bytes or with what stopped them.

    At most one page is in memory. ``given`` is what the arguments say. Raises InputError when there is nothing at all:
    ``no-such-path``, ``no-permission``, ``no-dumps``.
    """
    for dump in find(path):
        if dump.error is not None:
            yield _refused(str(dump.path), dump, dump.error)
            continue
        try:
            for page in pages(dump.path, page_bytes):
                unit = str(dump.path) if page.index == 1 else f"{dump.path}#{page.index}"
                if isinstance(page.data, InputError):
                    yield _refused(unit, dump, page.data)
                else:
                    yield PageItem(unit, page.data, dump.parts, given, page.hint, page.index)
        except InputError as error:
            yield _refused(str(dump.path), dump, error)


def _refused(unit: str, dump: DumpFile, error: InputError) -> PageItem:
    outcome = Outcome.SET_ASIDE if error.code in _SET_ASIDE else Outcome.FAILED
    return PageItem(unit, names=dump.parts, problems=[Problem(error.code, unit, str(error))], outcome=outcome)
