"""Stage 5: the accounts of the page."""

from __future__ import annotations

from newsarchive.check import check_accounts, doubts
from newsarchive.page import PageItem
from newsarchive.spans import spans
from pipelines.stage import Stage


class CheckPipeline(Stage):
    """Spans that add up, and doubts as problems."""

    def work(self, item: PageItem) -> None:
        """Write ``spans`` and add the doubts to ``problems``; NewsArchiveError when the accounts do not add up."""
        if item.cleaned is not None and item.segmentation is not None:
            item.spans = spans(item.cleaned, item.segmentation)
            check_accounts(item.text, item.spans)
            item.problems.extend(doubts(item.unit, item.segmentation.articles, item.spans))
