"""A progress line for a person at a terminal, and nothing for cron."""

from __future__ import annotations

import sys
import time
from typing import Any, TextIO

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

# Often enough to look alive, seldom enough to cost nothing.
_SECONDS_BETWEEN = 0.2


class Progress:
    """Rewrites one line of standard error with the number of pages done; off unless that is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.pages = 0
        self.started = time.monotonic()
        self.shown = 0.0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Progress:
        """Raises NotConfigured when standard error is no terminal or the log already fills it with every page."""
        if not sys.stderr.isatty() or crawler.settings.get("LOG_LEVEL") == "DEBUG":
            raise NotConfigured
        progress = cls(sys.stderr)
        crawler.signals.connect(progress.page_done, signal=signals.item_scraped)
        crawler.signals.connect(progress.finish, signal=signals.spider_closed)
        return progress

    def page_done(self, item: Any) -> None:
        """Count a page and now and then show the count."""
        self.pages += 1
        moment = time.monotonic()
        if moment - self.shown >= _SECONDS_BETWEEN:
            self.shown = moment
            rate = self.pages / max(moment - self.started, 0.001)
            self.stream.write(f"\r\x1b[K{self.pages} pages, {rate:.0f} a second · {getattr(item, 'unit', '')[-50:]}")
            self.stream.flush()

    def finish(self) -> None:
        """Wipe the line, so that the log goes on at its start."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
