"""Fixity and accounts of a whole archive: does it still hold, bit for bit, what was stored?"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlite_utils import Database

from newsarchive.errors import NewsArchiveError
from newsarchive.search import index
from newsarchive.store.rows import source_id
from newsarchive.text.decode import decode

# The arrays on an article that have rows of their own too: the table, and which of its rows.
_NAMES = "SELECT name FROM article_names WHERE article = articles.id AND kind"
_ROWS = {
    "topics": ("article_topics", "SELECT topic AS name FROM article_topics WHERE article = articles.id"),
    **{kind: ("article_names", f"{_NAMES} = '{kind}'") for kind in ("people", "places", "organisations")},
}


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and every fault in one line."""

    sources: int
    pages: int
    articles: int
    faults: tuple[str, ...]


def audit(db: Database) -> Report:
    """Check originals against their SHA-256, spans against the text of their page, references, the
    topics and names on the articles against their rows, and the full-text index against the articles. Reads everything,
    writes nothing.
    """
    faults = [*_file(db), *_sources(db), *_spans(db), *_tags(db), *index.check(db.conn)]
    count = {name: db.table(name).count for name in ("sources", "pages", "articles")}
    return Report(count["sources"], count["pages"], count["articles"], tuple(faults))


def _file(db: Database) -> Iterator[str]:
    for row in db.query("PRAGMA integrity_check"):
        if row["integrity_check"] != "ok":
            yield f"database: {row['integrity_check']}"
    for row in db.query("PRAGMA foreign_key_check"):
        yield f"{row['table']}: row {row['rowid']} refers to a missing row of {row['parent']}"


def _sources(db: Database) -> Iterator[str]:
    for row in db.query("SELECT id, name, bytes, content FROM sources ORDER BY id"):
        try:
            content = zlib.decompress(row["content"])
        except zlib.error as error:
            yield f"source {row['id']} ({row['name']}): cannot be unpacked: {error}"
            continue
        if source_id(content) != row["id"] or len(content) != row["bytes"]:
            yield f"source {row['id']} ({row['name']}): the bytes are not those that were stored"


def _spans(db: Database) -> Iterator[str]:
    query = (
        "SELECT spans.page, spans.text, sources.content, sources.encoding FROM spans"
        " JOIN pages ON pages.id = spans.page JOIN sources ON sources.id = pages.source"
        " WHERE pages.url = '' ORDER BY spans.page, spans.sequence"
    )
    for page, rows in groupby(db.query(query), key=lambda row: row["page"]):
        group = list(rows)
        try:
            text = decode(zlib.decompress(group[0]["content"])).text
        except (zlib.error, NewsArchiveError) as error:
            yield f"page {page}: its original cannot be read: {error}"
            continue
        if "".join(row["text"] for row in group) != text:
            yield f"page {page}: its spans do not give back its text"


def _tags(db: Database) -> Iterator[str]:
    for column, (table, rows) in _ROWS.items():
        query = f"SELECT id, {column} AS told, (SELECT json_group_array(name) FROM ({rows})) AS kept FROM articles"
        for row in db.query(f"{query} ORDER BY id"):
            try:
                counts = Counter(map(str, json.loads(row["told"])))
            except (ValueError, TypeError):
                yield f"article {row['id']}: its {column} are no JSON array"
                continue
            counts.subtract(json.loads(row["kept"]))
            if names := sorted(name for name, count in counts.items() if count):
                yield f"article {row['id']}: its {column} and its rows of {table} differ in {'、'.join(names)}"
