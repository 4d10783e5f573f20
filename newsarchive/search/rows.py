"""The articles as search reads them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Row:
    """An article of the table ``articles``, by the names of its columns."""

    number: int
    id: str
    headline: str
    kicker: str
    subtitle: str
    body: str = field(repr=False)
    paper: str
    date: str
    page_label: str


_COLUMNS = ", ".join(f"coalesce({column.name}, '')" for column in fields(Row))


class Rows(dict[int, Row]):
    """Articles by number, each read once."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def read(self, numbers: Sequence[int]) -> None:
        """Read the articles of these numbers that are not there yet; a number that no article has stays out."""
        unread = [number for number in numbers if number not in self]
        if unread:
            marks = ", ".join("?" * len(unread))
            cursor = self._conn.execute(f"SELECT {_COLUMNS} FROM articles WHERE number IN ({marks})", unread)
            self.update((row.number, row) for row in (Row(*columns) for columns in cursor))
