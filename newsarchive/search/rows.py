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


def fetch(conn: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Row]:
    """The articles of these numbers, by number."""
    marks = ", ".join("?" * len(numbers))
    cursor = conn.execute(f"SELECT {_COLUMNS} FROM articles WHERE number IN ({marks})", tuple(numbers))
    return {row.number: row for row in (Row(*columns) for columns in cursor)}
