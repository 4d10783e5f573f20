"""Stage 2: clean text, every change with its rule."""

from __future__ import annotations

from dataclasses import replace

from newsarchive.epaper.cleaning import cleaned
from newsarchive.page import PageItem
from newsarchive.text.clean import clean
from pipelines.stage import Stage


class CleanPipeline(Stage):
    """Text to clean text."""

    def work(self, item: PageItem) -> None:
        """Write ``cleaned``; the fields of articles that came as such are cleaned one by one."""
        item.cleaned = clean(item.text)
        if item.segmentation is not None:
            item.segmentation = replace(item.segmentation, articles=tuple(map(cleaned, item.segmentation.articles)))
