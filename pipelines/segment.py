"""Stage 3: articles."""

from __future__ import annotations

from newsarchive.page import PageItem
from newsarchive.process import segment_page
from pipelines.stage import Stage


class SegmentPipeline(Stage):
    """Clean text to articles; a page that came as articles is left as it is."""

    def work(self, item: PageItem) -> None:
        """Write ``segmentation``."""
        segment_page(item)
