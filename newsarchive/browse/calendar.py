"""A year of a paper, day by day: which issues are held, and which are missing.

A paper prints on the same weekdays for long; a weekday on which most weeks have an issue is one of them, and such a day
without an issue is missing.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

# A weekday with issues in half of the weeks is a day of printing; holidays and lost issues take away fewer than that.
_USUAL = 0.5
# Fewer issues than this say nothing about the weekdays of a paper.
_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; ``day`` is 0 for the empty places of a week."""

    day: int
    date: str
    held: bool
    missing: bool


def missing(held: Iterable[str]) -> set[str]:
    """The dates between the first and last issue on which one should be but is not held. Dates are ISO."""
    dates = sorted({dt.date.fromisoformat(date) for date in held})
    if len(dates) < _ENOUGH:
        return set()
    first, last = dates[0], dates[-1]
    printed = Counter(date.weekday() for date in dates)
    passed = Counter((first + dt.timedelta(days)).weekday() for days in range((last - first).days + 1))
    usual = {weekday for weekday, count in printed.items() if count >= passed[weekday] * _USUAL}
    have = set(dates)
    every = (first + dt.timedelta(days) for days in range((last - first).days + 1))
    return {date.isoformat() for date in every if date.weekday() in usual and date not in have}


@dataclass(frozen=True, slots=True)
class Month:
    """A month, from 1, as its weeks from Monday to Sunday."""

    month: int
    weeks: list[list[Day]]


def months(year: int, held: Collection[str]) -> list[Month]:
    """The months of a year from the first issue held, of whatever year, to the last."""
    gaps = missing(held)
    weeks = calendar.Calendar()
    first, last = min(held, default="")[:7], max(held, default="")[:7]
    return [
        Month(
            month,
            [[_day(year, month, day, held, gaps) for day in week] for week in weeks.monthdayscalendar(year, month)],
        )
        for month in range(1, 13)
        if first <= f"{year:04d}-{month:02d}" <= last
    ]


def _day(year: int, month: int, day: int, held: Collection[str], gaps: Collection[str]) -> Day:
    date = f"{year:04d}-{month:02d}-{day:02d}" if day else ""
    return Day(day, date, date in held, date in gaps)
