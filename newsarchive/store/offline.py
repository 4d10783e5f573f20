"""Issues of e-paper sites made again from the answers that the archive holds: the archive stands in for the site."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from sqlite_utils import Database

from newsarchive.epaper.answers import Answer
from newsarchive.epaper.discover import Discovery, Front, Wish
from newsarchive.epaper.families import families
from newsarchive.epaper.urls import path
from newsarchive.epaper.visit import Visitor
from newsarchive.model import Problem
from newsarchive.page import PageItem
from newsarchive.store.fetches import ArchiveMemory
from newsarchive.store.rows import Row

_ISSUE = """
    SELECT issues.*, pages.url FROM issues JOIN pages ON pages.issue = issues.id
    WHERE issues.id = ? AND pages.url <> '' ORDER BY pages.sequence, pages.id LIMIT 1
"""
_EARLIER = """
    SELECT pages.url FROM pages JOIN issues ON issues.id = pages.issue
    WHERE issues.paper = ? AND issues.date = ? AND issues.edition < ?
"""


class ArchiveSite:
    """Answers with what the archive holds of an address (see ``newsarchive.epaper.answers.Fetch``).

    What is gone from the site, or never came, answers 404; what came instead of an article fails as it did.
    """

    def __init__(self, db: Database, memory: ArchiveMemory) -> None:
        self.db = db
        self.memory = memory

    async def __call__(self, url: str, what: str, date: str = "") -> Answer:
        """The answer that is held."""
        gone = list(self.db.query("SELECT 1 AS one FROM articles WHERE url = ? AND gone IS NOT NULL", [url]))
        seen = self.memory.seen(url)
        if gone or seen is None:
            return Answer(url, url, 404)
        if seen.status != "ok":
            return Answer(url, url, 0, fault=seen.status)
        return Answer(url, url, 200, seen.raw, seen.encoding, seen.etag, seen.modified)


def outdated_issues(db: Database, stages: str) -> list[str]:
    """The ids of the issues of sites with a page that other versions of the stages have made, in their order.

    A page that could not be had has no original that could be read otherwise.
    """
    query = (
        "SELECT DISTINCT issue FROM pages JOIN sources ON sources.id = pages.source"
        " WHERE url <> '' AND bytes > 0 AND stages <> ? ORDER BY issue"
    )
    return [row["issue"] for row in db.query(query, [stages])]


def reread(db: Database, issue: str, stages: str) -> Iterator[PageItem | Problem]:
    """The pages of an issue with their articles, read anew from their originals; ready for the stages after reading.

    A page or article that could not be had then is left out, as it is not news. An issue whose front page no family
    reads any more gives one problem, ``no-entry``.
    """
    row = next(iter(db.query(_ISSUE, [issue])))
    family = next((f for f in families() if f.page.search(path(row["url"]))), None)
    if family is None:
        yield Problem("no-entry", row["url"], f"no family reads the pages of {issue}; they stay as they are")
        return
    memory = ArchiveMemory(db.conn)
    site = ArchiveSite(db, memory)
    visitor = Visitor(row["paper"], site, memory, stages, files=False)
    discovery = Discovery(Wish(row["url"], row["date"]), site, family=family, newest=row["date"])
    discovery.pages |= {page["url"] for page in db.query(_EARLIER, [row["paper"], row["date"], row["edition"]])}
    yield from asyncio.run(_visited(visitor, discovery, row))


async def _visited(visitor: Visitor, discovery: Discovery, row: Row) -> list[PageItem]:
    front = Front(row["date"], row["url"], named=True, edition=row["edition"])
    return [item async for item in visitor.items(discovery, front) if item.outcome is None]
