"""What the archive knows of addresses: the answers of sites, kept with what is needed to ask again politely."""

from __future__ import annotations

import sqlite3
import zlib

from sqlite_utils import Database

from newsarchive.epaper.memory import HeldPage, Seen, Settled
from newsarchive.epaper.urls import date_in
from newsarchive.page import Original
from newsarchive.store.rows import Row, source_id, source_row


def put(db: Database, original: Original, seen: str) -> bool:
    """Keep an answer: its bytes in ``sources``, its address in ``fetches``. Returns whether anything was written.

    An address that is held keeps its original while it only gives something else than what was asked for.
    """
    source = source_id(original.raw) if original.raw else None
    old = _get(db, original.url)
    if source is not None and not _has_source(db, source):
        status = "stored" if original.status == "ok" else original.status
        row = source_row(original.url, original.raw, original.encoding, original.evidence, seen, status)
        db.table("sources").insert(row)
    if original.status != "ok" and old is not None and old["status"] == "ok" and old["source"] is not None:
        return False
    row = {
        "url": original.url,
        "source": source,
        "status": original.status,
        "etag": original.etag,
        "modified": original.modified,
    }
    if old is not None and all(old[name] == value for name, value in row.items()):
        return False
    db.table("fetches").upsert({**row, "fetched": seen}, pk="url")
    return True


def source_of(db: Database, url: str) -> str | None:
    """The id of the original that an address gave, if it is held."""
    row = _get(db, url) if url else None
    return None if row is None else row["source"]


def _get(db: Database, url: str) -> Row | None:
    return next(iter(db.query("SELECT * FROM fetches WHERE url = ?", [url])), None)


def _has_source(db: Database, source: str) -> bool:
    return next(iter(db.query("SELECT 1 AS there FROM sources WHERE id = ?", [source])), None) is not None


class ArchiveMemory:
    """The archive as a crawl of a site sees it; reads only (see ``newsarchive.epaper.memory.Memory``)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.cursor = connection.cursor()
        self.cursor.row_factory = sqlite3.Row

    def seen(self, url: str) -> Seen | None:
        """What the address gave last; None also for bytes that can no longer be unpacked."""
        row = self.cursor.execute(
            "SELECT fetches.*, sources.content, sources.encoding FROM fetches"
            " LEFT JOIN sources ON sources.id = fetches.source WHERE url = ?",
            [url],
        ).fetchone()
        if row is None:
            return None
        try:
            raw = zlib.decompress(row["content"]) if row["content"] is not None else b""
        except zlib.error:
            return None
        return Seen(row["status"], row["etag"], row["modified"], row["encoding"] or "", raw)

    def page(self, page: str) -> HeldPage | None:
        """The page of this id with its articles, if it is held."""
        row = self.cursor.execute("SELECT sequence, section, stages FROM pages WHERE id = ?", [page]).fetchone()
        if row is None:
            return None
        articles = self.cursor.execute("SELECT url, position, gone FROM articles WHERE page = ?", [page]).fetchall()
        return HeldPage(
            row["sequence"],
            row["section"],
            row["stages"],
            {a["url"]: a["position"] for a in articles},
            frozenset(a["url"] for a in articles if a["gone"] is None),
        )

    def fronts(self, paper: str) -> dict[str, str]:
        """The issues that are held of a paper: date → address of the front page ("" for one from dumps)."""
        query = (
            "SELECT issues.date, pages.url FROM issues JOIN pages ON pages.issue = issues.id"
            " WHERE paper = ? AND edition = 1 ORDER BY pages.sequence DESC, pages.id DESC"
        )
        return {row["date"]: row["url"] for row in self.cursor.execute(query, [paper])}

    def settled(self, issue: str) -> tuple[Settled, ...]:
        """The pages of an issue that was closed and misses nothing that may still come; else none.

        An article or file that a site does not have, and what it withholds, will not come; other failures heal, and a
        page may be put up later.
        """
        pages = self.cursor.execute(
            "SELECT pages.url, label, issues.date, papers.name FROM pages JOIN issues ON issues.id = pages.issue"
            " JOIN papers ON papers.id = issues.paper WHERE issues.id = ? AND status <> 'open' ORDER BY sequence",
            [issue],
        ).fetchall()
        if not all(page["url"] for page in pages):
            return ()  # some of it came from dumps
        failed = self.cursor.execute(
            "SELECT url FROM fetches WHERE status NOT IN ('ok', 'article-missing', 'image-missing', 'pdf-missing',"
            " 'pdf-empty', 'pdf-broken', 'closed', 'robots', 'off-site')"
        )
        if pages and any(date_in(row["url"]) == pages[0]["date"] for row in failed):
            return ()
        return tuple(Settled(row["url"], row["label"], row["name"]) for row in pages)
