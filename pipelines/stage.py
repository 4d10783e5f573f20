"""What the stages share: a page that is settled passes through, and an error settles it."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod

from newsarchive.errors import NewsArchiveError
from newsarchive.model import Problem
from newsarchive.page import Outcome, PageItem

logger = logging.getLogger("newsarchive")


class Stage(ABC):
    """One stage. Whatever goes wrong in ``work`` becomes a problem of the page; the crawl goes on."""

    def process_item(self, item: PageItem) -> PageItem:
        """The same item, with this stage's fields written, or settled with a problem."""
        if item.outcome is not None:
            return item
        try:
            self.work(item)
        except NewsArchiveError as error:
            item.problems.append(Problem(error.code, item.unit, str(error)))
            item.outcome = Outcome.SET_ASIDE
        except Exception as error:
            logger.exception("%s: the %s stage broke down", item.unit, type(self).__name__)
            item.problems.append(Problem("stage-error", item.unit, f"{type(self).__name__}: {error!r}"))
            item.outcome = Outcome.FAILED
        return item

    @abstractmethod
    def work(self, item: PageItem) -> None:
        """Write this stage's fields of the item; raise NewsArchiveError to set the page aside."""
