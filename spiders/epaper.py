"""`scrapy crawl epaper`: an e-paper (数字报) site, or a mirror of it, over http(s) or from file://."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings

from newsarchive.crawl import warc
from newsarchive.crawl.arguments import Argument, day, parse, words
from newsarchive.crawl.mirror import EPAPER_SETTINGS, Courier, open_hosts
from newsarchive.epaper.discover import Discovery, Wish
from newsarchive.epaper.families import family_named
from newsarchive.epaper.memory import Memory
from newsarchive.epaper.visit import Visitor
from newsarchive.errors import ArgumentError
from newsarchive.model import Problem
from newsarchive.page import Original, PageItem
from newsarchive.sources.names import slug
from newsarchive.stages import mirror_stamp
from newsarchive.store.fetches import ArchiveMemory


def address(text: str) -> str:
    """An http, https or file address."""
    if urlsplit(text).scheme not in {"http", "https", "file"}:
        raise ValueError("is no address that begins with http://, https:// or file:///")
    return text


ARGUMENTS = (
    Argument("url", address, "the address of the e-paper's first page or entry page", required=True),
    Argument("paper", words, "the paper, as a short id (cena) or by its name (中国电子报)", required=True),
    Argument("date", day, "one date, YYYY-MM-DD; without any the newest issue is read"),
    Argument("since", day, "the first date of a span, YYYY-MM-DD"),
    Argument("until", day, "the last date of a span, YYYY-MM-DD; without it up to the newest issue"),
    Argument("family", words, "the family of the site, where it is not recognised: a, b, c …"),
    Argument("hosts", words, "further hosts of this paper, separated by commas"),
)


class EpaperSpider(Spider):
    """Walks the issues of one paper and yields one item for every page, its articles included."""

    name = "epaper"
    custom_settings = EPAPER_SETTINGS

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """The project's settings, and the contact in the user agent where ``CONTACT`` names one."""
        super().update_settings(settings)
        if contact := settings.get("CONTACT"):
            settings.set("USER_AGENT", f"{settings['USER_AGENT']} +{contact}", priority="spider")

    given: dict[str, str]
    wish: Wish
    hosts: frozenset[str]
    paper: str
    export: warc.WarcExport

    @classmethod
    def read_arguments(cls, given: Mapping[str, str]) -> dict[str, Any]:
        """The arguments, read; raises ArgumentError in one line."""
        values = parse(cls.name, ARGUMENTS, given)
        if "date" in values and ("since" in values or "until" in values):
            raise ArgumentError("spider argument 'date': give either date, or since and until")
        if "until" in values and values.get("since", values["until"]) > values["until"]:
            raise ArgumentError("spider argument 'until': it is before since")
        if "family" in values:
            values["family"] = family_named(values["family"])
        return values

    @classmethod
    def check_settings(cls, settings: BaseSettings) -> None:
        """Raise ArgumentError, in one line, for a setting that cannot be followed."""
        warc.target(settings, "")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> EpaperSpider:
        """The spider with its arguments read and checked."""
        spider = super().from_crawler(crawler)
        values = cls.read_arguments(kwargs)
        dates = {name: values[name].isoformat() for name in ("date", "since", "until") if name in values}
        spider.given = dict(kwargs)
        spider.paper = values["paper"]
        spider.hosts = open_hosts(values["url"], values.get("hosts", ""))
        look_back = crawler.settings.getint("EPAPER_RECHECK_DAYS", 3)
        today = dt.datetime.now(dt.UTC).date().isoformat()
        spider.wish = Wish(values["url"], family=values.get("family"), look_back=look_back, today=today, **dates)
        spider.whole_issues = True
        if path := warc.target(crawler.settings, slug(spider.paper)):
            # Signals hold their receivers weakly.
            spider.export = warc.WarcExport(crawler, path)
        return spider

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.remarks: list[Problem] = []
        self.answers: list[Original] = []
        self.whole_issues = False
        self.nothing_found = ""
        self.nothing_is_right = False

    async def start(self) -> AsyncIterator[Request]:
        """One empty request, whose answer starts the reading: Scrapy waits for a callback's items when it stops."""
        yield Request("data:,", callback=self.read)

    async def read(self, response: Response) -> AsyncIterator[PageItem]:
        """Every page of every issue that is wished for, oldest issue first, until the crawl is told to stop."""
        with closing(sqlite3.connect(self._archive(), uri=True)) as connection:
            memory: Memory = ArchiveMemory(connection)
            async with aclosing(self._items(memory)) as items:
                async for item in items:
                    yield item
                    engine = self.crawler.engine
                    if engine is None or engine.needs_backout():
                        return

    async def _items(self, memory: Memory) -> AsyncGenerator[PageItem, None]:
        courier = Courier(
            self.crawler, memory, self.wish.url, self.hosts, self.wish.look_back, dt.date.fromisoformat(self.wish.today)
        )
        discovery = Discovery(self.wish, courier, memory.fronts(slug(self.paper)))
        # The store takes both as they grow, so that a crawl that is killed has lost nothing.
        discovery.remarks, discovery.answers = self.remarks, self.answers
        files = self.settings.getbool("EPAPER_CHECK_FILES", True)
        visitor = Visitor(self.paper, courier, memory, mirror_stamp(), files)
        async for front in discovery.fronts():
            async with aclosing(visitor.items(discovery, front)) as items:
                async for item in items:
                    yield item
        self.remarks += discovery.no_issues()
        self.nothing_found = discovery.stop or "no issue in these dates"
        self.nothing_is_right = not discovery.stop and bool(discovery.newest)

    def _archive(self) -> str:
        return f"{Path(self.settings['ARCHIVE']).resolve().as_uri()}?mode=ro"
