"""Stage 3: articles."""

from __future__ import annotations

from newsarchive.page import PageItem
from newsarchive.segment import segment, set_apart
from pipelines.stage import Stage


class SegmentPipeline(Stage):
    """Clean text to articles; a page that came as articles is left as it is."""

    def work(self, item: PageItem) -> None:
        """Write ``segmentation``."""
        if item.segmentation is None and item.cleaned is not None:
            item.segmentation = segment(item.cleaned.text, set_apart(item.cleaned.raw))
