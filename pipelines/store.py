"""Stage 6: the archive. The only place of a crawl that writes, and the one that counts every unit once."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from contextlib import ExitStack
from pathlib import Path

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from sqlite_utils import Database

from newsarchive import topics
from newsarchive.errors import ArchiveBusyError, ArchiveError
from newsarchive.model import Problem
from newsarchive.page import Outcome, PageItem
from newsarchive.stages import mirror_stamp, stamp
from newsarchive.store import archive, fetches, issues, ledger, rows, writer
from newsarchive.verdict import ExitStatus, Verdict, verdict

logger = logging.getLogger("newsarchive")


class StorePipeline:
    """Opens the archive and the run, writes or counts every page, and closes the run with its verdict."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.path = Path(crawler.settings["ARCHIVE"])
        self.opened = ExitStack()
        self.db: Database | None = None
        self.run = 0
        self.counts = ledger.Counts()
        self.claimed: dict[str, str] = {}
        self.last_problem = ""
        # Units that failed otherwise than when they were last asked for; the others are old news.
        self.new_failures = 0
        self.stopping = ""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StorePipeline:
        """The pipeline, told when the spider closes: only then is the reason known."""
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.spider_closed, signal=signals.spider_closed)
        return pipeline

    def open_spider(self) -> None:
        """Open the archive for this process alone; raises CloseSpider, with a verdict, when that cannot be."""
        spider = self.crawler.spider
        try:
            self.db = self.opened.enter_context(archive.writing(self.path))
            arguments = getattr(spider, "given", {})
            writer.put_topics(self.db, topics.labels())
            self.run = ledger.start(self.db, spider.name if spider else "", arguments, writer.now())
        except (ArchiveError, sqlite3.Error) as raised:
            error = raised if isinstance(raised, ArchiveError) else archive.explained(self.path, raised)
            self.db = None
            self.opened.close()
            status = ExitStatus.BUSY if isinstance(error, ArchiveBusyError) else ExitStatus.BAD_ARGUMENTS
            if error.code == "disk-full":
                status = ExitStatus.STOPPED_EARLY
            self._announce(Verdict(status, f"nothing stored: {error}"))
            raise CloseSpider(error.code) from error

    def process_item(self, item: PageItem) -> PageItem:
        """Write the page, and count its one outcome. A full disk or a locked archive stops the crawl."""
        if self.stopping or self.db is None:
            return item
        try:
            self._take_remarks(self.db)
            self._settle(self.db, item)
        except sqlite3.Error as error:
            self._store_failed(item, error)
        if item.outcome is not None:
            self.counts.outcomes[item.outcome] += 1
            self.new_failures += item.outcome in (Outcome.FAILED, Outcome.SET_ASIDE) and not item.known
        return item

    def _take_remarks(self, db: Database) -> None:
        """Put on record what a spider noticed beside its pages: days without an issue, calendars, missing files."""
        remarks, answers = getattr(self.crawler.spider, "remarks", []), getattr(self.crawler.spider, "answers", [])
        if not remarks and not answers:
            return
        with db.atomic():
            for answer in answers:
                fetches.put(db, answer, writer.now())
            for problem in remarks:
                ledger.record(db, self.run, problem)
                logger.info("%s: %s: %s", problem.code, problem.unit, problem.detail)
        remarks.clear()
        answers.clear()

    def _settle(self, db: Database, item: PageItem) -> None:
        if item.outcome in (None, Outcome.UNCHANGED):
            self._claim(item)
        if item.outcome is None:
            written = writer.write_page(db, item, mirror_stamp() if item.url else stamp(), self.run)
            item.outcome = written.outcome
            self.counts.articles += written.articles
        elif item.outcome is not Outcome.UNCHANGED:
            self._record(db, item)

    def _claim(self, item: PageItem) -> None:
        """A page that another unit of this run has given already is set aside, unless it is the very same text."""
        page = rows.page_of(rows.key_of(item))
        first = self.claimed.setdefault(page, item.unit)
        if first != item.unit and item.outcome is None:
            item.outcome = Outcome.SET_ASIDE
            detail = f"{first} is this page ({page}) already; name the pages apart or remove one"
            item.problems = [Problem("two-files-for-one-page", item.unit, detail)]

    def _record(self, db: Database, item: PageItem) -> None:
        code = item.problems[-1].code if item.problems else str(item.outcome)
        writer.keep_source(db, item, code)
        with db.atomic():
            for problem in item.problems:
                ledger.record(db, self.run, problem)
                self.last_problem = f"{problem.unit}: {problem.detail}"
                logger.log(logging.INFO if item.known else logging.WARNING, "%s: %s", problem.code, self.last_problem)

    def _store_failed(self, item: PageItem, error: sqlite3.Error) -> None:
        item.outcome = Outcome.FAILED
        self.last_problem = f"{item.unit}: {error}"
        logger.error("store-failed: %s", self.last_problem)
        if archive.out_of_room(error):
            self._stop("disk-full")
        elif archive.locked(error):
            self._stop("archive-locked")
        elif self.db is not None:
            with self.db.atomic():
                ledger.record(self.db, self.run, Problem("store-failed", item.unit, str(error)))

    def _stop(self, reason: str) -> None:
        self.stopping = reason
        engine = self.crawler.engine
        if engine is not None:
            self.closing = asyncio.ensure_future(engine.close_spider_async(reason=reason))

    def spider_closed(self, spider: Spider, reason: str) -> None:
        """Close the issues and the run, say the verdict, and let go of the archive."""
        if self.db is None:
            return
        stats = self.crawler.stats
        if stats is not None and stats.get_value("spider_exceptions/count"):
            reason = "start_error"
        reason = self.stopping or reason
        try:
            try:
                self._take_remarks(self.db)
                incomplete = self._close_issues(self.db, spider) if reason == "finished" else 0
            except sqlite3.Error as error:
                reason, incomplete = ("disk-full" if archive.out_of_room(error) else "archive-locked"), 0
            outcome = verdict(
                self.counts,
                finish_reason=reason,
                incomplete=incomplete,
                archive=str(self.path),
                problem=self.last_problem or getattr(spider, "nothing_found", ""),
                nothing_is_right=getattr(spider, "nothing_is_right", False),
                new_failures=self.new_failures,
            )
            self._announce(outcome)
            ledger.finish(
                self.db,
                self.run,
                self.counts,
                exit_status=outcome.status,
                reason=outcome.sentence,
                seen=writer.now(),
            )
        except sqlite3.Error as error:
            logger.error("the run could not be put on record: %s", error)
        finally:
            self.opened.close()

    def _close_issues(self, db: Database, spider: Spider) -> int:
        return issues.close_open(db, self.run, judge_size=getattr(spider, "whole_issues", False))

    def _announce(self, outcome: Verdict) -> None:
        stats = self.crawler.stats
        if stats is not None:
            stats.set_value("newsarchive/exit_status", int(outcome.status))
            stats.set_value("newsarchive/verdict", outcome.sentence)
            stats.set_value("newsarchive/news", outcome.news)
            for name, number in self.counts.columns().items():
                stats.set_value(f"newsarchive/{name}", number)
