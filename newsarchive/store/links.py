"""Continued stories of one issue: the two halves tied together in the rows, both ways."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from newsarchive.model import Problem


def link_issue(db: Database, issue: str) -> Iterable[Problem]:
    """Set ``continues`` and ``continued_by`` of the issue's articles; what is right already is not written to.

    Returns a problem for each 下转 or 上接 whose other half is not held.
    """
    return ()
