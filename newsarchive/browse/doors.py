"""What is done to a request before Datasette sees it, on an archive's pages only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from newsarchive.browse.routes import archives_now, base_of

_COLUMN = "_search_"
_WORD = re.compile(r'-?(?:"[^"]*"|“[^”]*”|\S+)')

Pairs = list[tuple[str, str]]


def door(datasette: Any) -> Callable[[Any], Any]:
    """ASGI middleware: leads / to the home page of an only archive, and mends requests for the table of articles.

    Datasette searches a column by the table's own row numbers, which are not those of the full-text index: such a
    request is led to the same search in words (``_search_headline=x`` to ``_search=headline:x``). And it tries every
    one of the many columns for facets to suggest, which on ten thousand articles takes most of a second: unless asked
    for by ``_nosuggest=`` with an empty value, that is left out.
    """

    def wrap(app: Any) -> Any:
        async def inner(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            query = scope.get("query_string", b"").decode("latin-1")
            if location := _elsewhere(datasette, scope["path"], query):
                headers = [(b"location", location.encode("ascii")), (b"content-length", b"0")]
                await send({"type": "http.response.start", "status": 302, "headers": headers})
                await send({"type": "http.response.body", "body": b""})
                return
            if _is_articles(datasette, scope["path"]) and "_nosuggest" not in query:
                scope = scope | {"query_string": f"{query}&_nosuggest=1".removeprefix("&").encode("latin-1")}
            await app(scope, receive, send)

        return inner

    return wrap


def _elsewhere(datasette: Any, path: str, query: str) -> str:
    if path == str(datasette.urls.instance()) and not query:
        names = archives_now(datasette)
        served = [name for name in datasette.databases if not name.startswith("_")]
        return base_of(datasette, names[0]) if len(names) == 1 == len(served) else ""
    if _COLUMN in query and _is_articles(datasette, path):
        pairs = in_words(parse_qsl(query, keep_blank_values=True))
        return f"{path}?{urlencode(pairs)}" if pairs else ""
    return ""


def _is_articles(datasette: Any, path: str) -> bool:
    if "/articles" not in path:
        return False
    tables = (str(datasette.urls.table(name, "articles")) for name in archives_now(datasette))
    return path.removesuffix(".json") in tables


def in_words(pairs: Iterable[tuple[str, str]]) -> Pairs | None:
    """The parameters of a table page with searches of columns said in words; None where there are none.

    >>> in_words([("_search_headline", "大模型 -芯片"), ("_size", "5")])
    [('_search', 'headline:大模型 -headline:芯片'), ('_size', '5')]
    """
    words: list[str] = []
    others: Pairs = []
    columns = 0
    for name, value in pairs:
        column = name.removeprefix(_COLUMN) if name.startswith(_COLUMN) else ""
        columns += bool(column)
        if column:
            words += [re.sub("^-?", rf"\g<0>{column}:", word, count=1) for word in _WORD.findall(value)]
        elif name == "_search":
            words.insert(0, value)
        else:
            others.append((name, value))
    return [("_search", " ".join(words)), *others] if columns else None
