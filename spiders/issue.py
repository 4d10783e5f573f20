"""`scrapy crawl issue`: local text dumps of printed pages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response

from newsarchive.crawl.arguments import Argument, day, page_label, parse, words
from newsarchive.errors import InputError
from newsarchive.page import PageItem
from newsarchive.sources.intake import items
from newsarchive.sources.names import Names

ARGUMENTS = (
    Argument("path", words, "a text dump, or a folder of them: <paper>/<YYYY-MM-DD>/<page label>.txt", required=True),
    Argument("paper", words, "the paper, as a short id (cena) or by its name (中国电子报)"),
    Argument("date", day, "the date of the issue, YYYY-MM-DD"),
    Argument("page", page_label, "the printed page label, for a single page: 01, A01, T1"),
)


class IssueSpider(Spider):
    """Reads dumps and yields one item for every page; it fetches nothing from anywhere."""

    name = "issue"
    custom_settings: dict[str, Any] | None = {  # noqa: RUF012 - Scrapy declares it so
        # Default: 100. One page after the other keeps memory flat and the order that of the names.
        "CONCURRENT_ITEMS": 1,
        # These are for servers.
        "AUTOTHROTTLE_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
    }

    @classmethod
    def read_arguments(cls, given: Mapping[str, str]) -> dict[str, Any]:
        """The arguments, read; raises ArgumentError in one line."""
        return parse(cls.name, ARGUMENTS, given)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Read and check the arguments; raises ArgumentError."""
        super().__init__(*args)
        values = self.read_arguments(kwargs)
        self.given: dict[str, str] = dict(kwargs)
        self.root = Path(values["path"])
        self.page_given = Names(values.get("paper"), values.get("date"), values.get("page"))
        # Only a folder promises whole issues; a single file is all that was asked for.
        self.whole_issues = self.root.is_dir()
        self.nothing_found = ""

    async def start(self) -> AsyncIterator[Request]:
        """One empty request, whose answer starts the reading.

        Scrapy 2.19 never finishes closing when it is told to stop while items from start() are on their way; items
        from a callback it waits for.
        """
        yield Request("data:,", callback=self.read, dont_filter=True)

    async def read(self, response: Response) -> AsyncIterator[PageItem]:
        """Every page of every dump below the path, in the order of their names, until the crawl is told to stop."""
        try:
            for item in items(self.root, self.page_given, self.settings.getint("DUMP_PAGE_BYTES")):
                yield item
                # A breath for the signals that may stop the crawl; the pipelines have finished the page by now.
                await asyncio.sleep(0)
                engine = self.crawler.engine
                if engine is None or engine.needs_backout():
                    return
        except InputError as error:
            self.nothing_found = str(error)
