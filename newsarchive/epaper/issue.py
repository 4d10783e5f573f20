"""What can only be decided over an issue or a span of days: whose an article is, which days should have an issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from newsarchive.epaper.records import ArticleLink, PageRead


def assign(pages: Sequence[PageRead]) -> list[tuple[ArticleLink, ...]]:
    """The articles of each page, each on exactly one page: where its claim is strongest, else where it is first.

    A box of links on the front page thus loses its articles to the pages that carry them, and an article that no other
    page claims stays where it was seen.
    """
    owner: dict[str, int] = {}
    for number, page in enumerate(pages):
        for link in page.articles:
            held = owner.get(link.url)
            if held is None or link.claim > _claim(pages[held], link.url):
                owner[link.url] = number
    return [tuple(a for a in page.articles if owner[a.url] == number) for number, page in enumerate(pages)]


def _claim(page: PageRead, url: str) -> int:
    return next(int(a.claim) for a in page.articles if a.url == url)


def days(since: str, until: str) -> list[str]:
    """Every date from ``since`` to ``until``, both included."""
    first, last = dt.date.fromisoformat(since), dt.date.fromisoformat(until)
    return [(first + dt.timedelta(n)).isoformat() for n in range((last - first).days + 1)]


def months(dates: Iterable[str]) -> list[str]:
    """The months (YYYY-MM) of the dates, each once, in order."""
    return sorted({d[:7] for d in dates})


def publishing_weekdays(issues: Iterable[str]) -> set[int]:
    """The weekdays (Monday 0) on which a paper with these issue dates is expected.

    A paper seen on four or more weekdays is taken for a daily and expected Monday to Friday as well; with fewer, only
    those seen. No dates, no expectation: every day.
    """
    seen = {dt.date.fromisoformat(d).weekday() for d in issues}
    if not seen:
        return set(range(7))
    return seen | set(range(5)) if len(seen) >= 4 else seen
