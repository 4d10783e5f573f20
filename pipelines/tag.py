"""Stage 4: what the articles are about."""

from __future__ import annotations

from newsarchive.page import PageItem
from newsarchive.topics import tag
from pipelines.stage import Stage


class TagPipeline(Stage):
    """Articles to topics, people, places, organisations and key phrases."""

    def work(self, item: PageItem) -> None:
        """Write ``tags``, one for each article."""
        if item.segmentation is not None:
            item.tags = tuple(tag(article) for article in item.segmentation.articles)
