"""Cells of Datasette's tables that lead to the reading pages."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from newsarchive.browse.render import linker, short, visible
from newsarchive.store.plain import array

# (table, column) → the reading page and the column with its id.
_LINKS = {
    ("articles", "headline"): ("article", "id"),
    ("issues", "date"): ("issue", "id"),
    ("pages", "label"): ("page", "id"),
    ("topics", "label"): ("topic", "code"),
    ("revisions", "revision"): ("article", "article"),
}
# Columns of arrays of articles → the page of each value.
_ARRAYS = {"topics": "topic", "people": "person"}


def cell(row: Any, value: Any, column: str, table: str | None, base: str) -> Markup | None:
    """The cell as a link, or None to leave it to Datasette."""
    if not base:
        return None
    link = linker(base)
    names = set(row.keys())
    if table is None:
        # The result of a query: what has a headline is an article.
        is_article = column == "headline" and {"id", "headline"} <= names and isinstance(row["id"], str)
        return _anchor(link("article", row["id"]), str(value) or "（）") if is_article else None
    if (table, column) in _LINKS:
        kind, key = _LINKS[table, column]
        if key in names and isinstance(row[key], str):
            return _anchor(link(kind, row[key]), str(value) or "（）")
    if table == "articles" and column == "page_label" and {"page", "id"} <= names:
        return _anchor(link("page", str(_plain(row["page"])), article=row["id"]), str(value))
    if table == "articles" and column in _ARRAYS:
        return Markup(" ").join(_anchor(link(_ARRAYS[column], each), each) for each in array(value))
    return None


def _plain(value: Any) -> Any:
    """The value of a foreign key that Datasette may have given its label."""
    return value["value"] if isinstance(value, dict) else value


def _anchor(address: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, visible(short(text)))
