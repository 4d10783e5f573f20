"""The Datasette plugin: Chinese search in Datasette's own boxes, reading pages, and what the tables mean.

Touches only databases that have the tables of an archive. Works with Datasette 0.65 and the pre-releases of 1.0.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from markupsafe import Markup
from pluggy import HookimplMarker

from newsarchive.browse import cells, describe, doors, routes
from newsarchive.browse.read import is_archive
from newsarchive.search.marks import pattern, snippet
from newsarchive.search.query import match_expression, parse

hookimpl = HookimplMarker("datasette")


def search_snippet(text: str | None, typed: str | None) -> str:
    """The part of a text that a query is about, hits in 【】: the SQL function of that name."""
    pieces = snippet(text or "", [pattern(word.text) for word in parse(typed or "").wanted])
    return "".join(f"【{piece.text}】" if piece.hit else piece.text for piece in pieces)


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give an archive's connections our query syntax; last, so that it replaces Datasette's own ``escape_fts``."""
    if is_archive(conn):
        for name in ("escape_fts", "search_match"):
            conn.create_function(name, 1, lambda typed: match_expression(str(typed or "")), deterministic=True)
        conn.create_function("search_snippet", 2, search_snippet, deterministic=True)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The reading pages, all below /news."""
    return routes.ROUTES


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    """Datasette on nothing but one archive opens at its home page; searches of a column are said in words."""
    return doors.door(datasette)


@hookimpl
def get_metadata(datasette: Any) -> dict[str, Any]:
    """Datasette 0.65: descriptions, facets and queries of every archive served."""
    return describe.old_metadata(routes.archives_now(datasette))


@hookimpl
def startup(datasette: Any) -> Any:
    """Datasette 1.0: the same, where that version keeps it."""

    async def tell() -> None:
        if hasattr(datasette, "set_resource_metadata"):
            await describe.apply(datasette, routes.archives_now(datasette))

    return tell


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Markup | None:
    """Cells of the tables that lead to the reading pages."""
    return cells.cell(row, value, column, table, routes.base_of(datasette, database))


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """The reading pages in Datasette's menu."""
    return [
        {"href": routes.base_of(datasette, name), "label": f"Read {name}"} for name in routes.archives_now(datasette)
    ]
