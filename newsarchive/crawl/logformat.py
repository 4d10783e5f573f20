"""Log lines that name a page and do not print it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.logformatter import LogFormatter, LogFormatterResult

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.http import Response
    from twisted.python.failure import Failure


class ShortLogFormatter(LogFormatter):
    """One debug line for a page; an item error names the unit only, its traceback follows."""

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """One line with the unit and what came of it."""
        args = {"unit": getattr(item, "unit", ""), "outcome": getattr(item, "outcome", "")}
        return {"level": logging.DEBUG, "msg": "%(unit)s: %(outcome)s", "args": args}

    def item_error(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """The unit, without its text."""
        return {"level": logging.ERROR, "msg": "%(unit)s: error", "args": {"unit": getattr(item, "unit", "")}}
