"""Stage 2: clean text, every change with its rule."""

from __future__ import annotations

from newsarchive.page import PageItem
from newsarchive.process import clean_page
from pipelines.stage import Stage


class CleanPipeline(Stage):
    """Text to clean text."""

    def work(self, item: PageItem) -> None:
        """Write ``cleaned``, and the articles of a site clean."""
        clean_page(item)
