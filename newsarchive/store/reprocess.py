"""Making held pages of dumps again from their originals, with today's stages, without reading any file."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date

from sqlite_utils import Database

from newsarchive.page import PageItem
from newsarchive.process import process
from newsarchive.sources.names import PageKey
from newsarchive.store.rows import Row
from newsarchive.text.decode import decode

_OUTDATED = """
    SELECT pages.*, papers.id AS paper, papers.name AS paper_name, issues.date, issues.date_source, issues.edition,
        sources.name AS unit, sources.content, sources.encoding
    FROM pages
    JOIN issues ON issues.id = pages.issue
    JOIN papers ON papers.id = issues.paper
    JOIN sources ON sources.id = pages.source
    WHERE pages.id = ?
"""


def outdated(db: Database, stages: str) -> list[str]:
    """The ids of the pages from dumps that other versions of the stages have made, in the order of the archive."""
    query = "SELECT id FROM pages WHERE url = '' AND stages <> ? ORDER BY issue, sequence, id"
    return [row["id"] for row in db.query(query, [stages])]


def remade(db: Database, pages: list[str]) -> Iterator[PageItem]:
    """The pages made anew, one at a time, ready for the store.

    Raises NewsArchiveError when an original no longer can be made into a page.
    """
    for page in pages:
        yield _remake(next(iter(db.query(_OUTDATED, [page]))))


def _remake(row: Row) -> PageItem:
    raw = zlib.decompress(row["content"])
    decoded = decode(raw, row["encoding"])
    key = PageKey(
        paper=row["paper"],
        paper_name=row["paper_name"],
        paper_source="name",
        date=date.fromisoformat(row["date"]),
        date_source=row["date_source"],
        label=row["label"],
        label_source=row["label_source"],
        edition=row["edition"],
    )
    item = PageItem(row["unit"], raw, sequence=row["sequence"], section=row["section"], key=key)
    item.pdf_url, item.image_url = row["pdf_url"], row["image_url"]
    item.text, item.encoding, item.encoding_evidence = decoded.text, decoded.encoding, decoded.evidence
    return process(item)
