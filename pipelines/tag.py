"""Stage 4: what the articles are about."""

from __future__ import annotations

from newsarchive.page import PageItem
from newsarchive.process import tag_page
from pipelines.stage import Stage


class TagPipeline(Stage):
    """Articles to topics, people, places, organisations and key phrases."""

    def work(self, item: PageItem) -> None:
        """Write ``tags``, one for each article."""
        tag_page(item)
