"""Stage 5: the accounts of the page."""

from __future__ import annotations

from newsarchive.page import PageItem
from newsarchive.process import check_page
from pipelines.stage import Stage


class CheckPipeline(Stage):
    """Spans that add up, and doubts as problems."""

    def work(self, item: PageItem) -> None:
        """Write ``spans`` and add the doubts to ``problems``; NewsArchiveError when the accounts do not add up."""
        check_page(item)
