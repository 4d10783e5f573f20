"""Stage 1: bytes to text, and which page of which paper it is."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path

from scrapy.crawler import Crawler
from sqlite_utils import Database

from newsarchive.errors import ArchiveError
from newsarchive.page import Outcome, PageItem
from newsarchive.sources.names import identify
from newsarchive.stages import stamp
from newsarchive.store.archive import reading
from newsarchive.store.writer import held
from newsarchive.text.decode import decode
from pipelines.stage import Stage


class DecodePipeline(Stage):
    """Bytes to text with evidence; a page that the archive holds from the same bytes ends here as unchanged."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        self.opened = ExitStack()
        self.db: Database | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> DecodePipeline:
        """The pipeline on the archive of the crawl."""
        return cls(Path(crawler.settings["ARCHIVE"]))

    def open_spider(self) -> None:
        """Open what the archive holds already; an archive that cannot be read is the store's to report."""
        with suppress(ArchiveError):
            self.db = self.opened.enter_context(reading(self.archive))

    def close_spider(self) -> None:
        """Let go of the archive."""
        self.opened.close()

    def work(self, item: PageItem) -> None:
        """Write ``text``, ``encoding`` and ``key``, or settle the item as unchanged."""
        if item.key is not None:
            return  # a page of a site, which was decoded to be read
        decoded = decode(item.raw, item.hint)
        item.text, item.encoding, item.encoding_evidence = decoded.text, decoded.encoding, decoded.evidence
        item.key = identify(item.names, item.given, item.text, item.sequence)
        if self.db is not None and held(self.db, item, stamp()):
            item.outcome = Outcome.UNCHANGED
