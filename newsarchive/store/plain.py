"""Rows of an archive by plain SQL, whatever made the connection (Datasette, sqlite-utils, sqlite3)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]


def rows(conn: sqlite3.Connection, query: str, values: Sequence[Any] = ()) -> list[Row]:
    """Rows as dictionaries, whatever the row factory of the connection."""
    cursor = conn.execute(query, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, tuple(row), strict=True)) for row in cursor]


def array(text: Any) -> list[str]:
    """A JSON array of texts; anything else, which only a damaged archive has, is empty."""
    try:
        values = json.loads(text or "[]")
    except (TypeError, ValueError):
        return []
    return [str(value) for value in values] if isinstance(values, list) else []
