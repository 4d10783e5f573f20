"""Stage 2: clean text, every change with its rule."""

from __future__ import annotations

from newsarchive.page import PageItem
from newsarchive.text.clean import clean
from pipelines.stage import Stage


class CleanPipeline(Stage):
    """Text to clean text."""

    def work(self, item: PageItem) -> None:
        """Write ``cleaned``."""
        item.cleaned = clean(item.text)
