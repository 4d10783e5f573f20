"""`scrapy crawl`, with an exit status that tells the truth."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError

from newsarchive import topics
from newsarchive.errors import ArgumentError
from newsarchive.store import background
from newsarchive.verdict import ExitStatus

logger = logging.getLogger("newsarchive")


class Command(ScrapyCrawl):
    """Runs a spider and exits with the verdict on the run (see DATA_FORMAT.md); never lower than Scrapy's own."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Refuse bad arguments in one line before anything starts; afterwards say the verdict as the last log line."""
        if len(args) != 1:
            raise UsageError("crawl takes the name of one spider")
        if self.crawler_process is None:
            raise UsageError("crawl needs a crawler process")
        if args[0] not in self.crawler_process.spider_loader.list():
            known = ", ".join(self.crawler_process.spider_loader.list())
            self._refuse(f"no spider is called {args[0]!r}; there are {known}")
            return
        crawler = self._create_crawler(args[0])
        read_arguments = getattr(crawler.spidercls, "read_arguments", None)
        check_settings = getattr(crawler.spidercls, "check_settings", None)
        try:
            topics_file = crawler.settings["TOPICS_FILE"]
            topics.use_topics(Path(topics_file) if topics_file else None)
            topics.use_background(background.of(Path(crawler.settings["ARCHIVE"])))
            if read_arguments is not None:
                read_arguments(opts.spargs)
            if check_settings is not None:
                check_settings(crawler.settings)
        except ArgumentError as error:
            self._refuse(str(error))
            return
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        self._conclude(crawler)

    def _conclude(self, crawler: Crawler) -> None:
        failed_to_start = self.crawler_process is not None and self.crawler_process.bootstrap_failed
        stats = crawler.stats.get_stats() if crawler.stats else {}
        status = int(stats.get("newsarchive/exit_status", 0))
        if sentence := stats.get("newsarchive/verdict"):
            logger.log(logging.ERROR if stats.get("newsarchive/news") else logging.INFO, "%s", sentence)
        elif not failed_to_start:
            # No verdict means that the store never opened or never closed: that is no success.
            status = ExitStatus.STOPPED_EARLY
        if failed_to_start and not status:
            status = ExitStatus.BAD_ARGUMENTS
        self.exitcode = max(self.exitcode, int(status))

    def _refuse(self, line: str) -> None:
        print(f"newsarchive: {line}", file=sys.stderr)
        self.exitcode = ExitStatus.BAD_ARGUMENTS
