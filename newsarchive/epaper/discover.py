"""From an entry address and a wish for dates to the issues to visit, one after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace

from newsarchive.epaper import entry as entries
from newsarchive.epaper import issue as spans
from newsarchive.epaper.answers import Answer, Fetch, read_text, refused, text_of, wrong
from newsarchive.epaper.family import Family
from newsarchive.epaper.pages import read_page
from newsarchive.epaper.records import Entry
from newsarchive.epaper.urls import date_in, same_place, week_of, with_date, with_week
from newsarchive.model import Problem
from newsarchive.page import Original

# Issues to walk back over at most: a daily's quarter. Older ones are asked for by address.
_LONGEST_WALK = 92
# Days from the newest issue to the last one wished for, above which walking would ask for more than it is worth; and
# days of which a run without dates makes up for what it missed.
_LONGEST_WAY = 14


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: an entry address, and a date, a span of dates, or (all empty) the newest issue.

    Without dates, an issue is recent for ``look_back`` days before ``today`` or the newest issue: what is held of it is
    looked at again. ``today`` may be empty, and then nothing is older than that.
    """

    url: str
    date: str = ""
    since: str = ""
    until: str = ""
    family: Family | None = None
    look_back: int = 3
    today: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """An issue to visit: its date, its first page, and whether the site itself names it (else it is a guess).

    ``edition`` is 2 for a second edition of the day. ``rests`` says that the issue is held, is no longer recent, and
    that nothing on the way to it has changed: there is no reason to ask for it again.
    """

    date: str
    url: str
    named: bool
    edition: int = 1
    rests: bool = False


@dataclass(slots=True)
class Discovery:
    """The state of one discovery. ``remarks`` and ``answers`` are for the archive; ``stop`` says why there is nothing.

    ``held`` has the front page of each issue that the archive holds, by date.

    ``listed`` is the front page of each day that the site names, ``later`` those of second editions. Who visits an
    issue adds its pages to ``pages`` and its date to ``found``; ``empty`` are the days that had none.
    """

    wish: Wish
    fetch: Fetch
    held: Mapping[str, str] = field(default_factory=dict)
    family: Family | None = None
    newest: str = ""
    stop: str = ""
    first: Answer | None = None
    fronts_read: dict[str, Answer] = field(default_factory=dict)
    remarks: list[Problem] = field(default_factory=list)
    answers: list[Original] = field(default_factory=list)
    listed: dict[str, str] = field(default_factory=dict)
    later: dict[str, list[str]] = field(default_factory=dict)
    pages: set[str] = field(default_factory=set)
    found: set[str] = field(default_factory=set)
    empty: dict[str, str] = field(default_factory=dict)
    entry_changed: bool = False

    async def fronts(self) -> AsyncIterator[Front]:
        """The issues to visit, oldest first.

        Days that the site does not name and on which the paper's rhythm expects none are passed over, unless one date
        was asked for.
        """
        entry = await self._enter()
        if entry is None or self.family is None:
            return
        front = entry.pages[0].url
        self.newest = entry.date
        if not self.newest:
            detail = "neither the address nor the page says the date of the issue"
            self._give_up(Problem("no-date", front, detail))
            return
        self.listed[self.newest] = front
        wanted = self._wanted()
        if self.wish.date or set(wanted) - {self.newest}:
            await self._read_calendars(front, wanted)
            await self._read_weeks(front, wanted)
            if len(self.listed) < 2 and self._near(wanted):
                await self._walk_back(wanted[0])
        known = self.listed.keys() | self.held.keys()
        expected = spans.publishing_weekdays(known) if len(known) > 1 else set(range(7))
        for date in wanted:
            if date in self.listed:
                yield Front(date, self.listed[date], named=True, rests=self._rests(date))
                edition = 1
                for url in self.later.get(date, []):
                    # Where the issue's own directory leads there, it is a section of it.
                    if url not in self.pages:
                        edition += 1
                        yield Front(date, url, named=True, edition=edition)
            elif (there := self.held.get(date, "")) and same_place(there, front):
                yield Front(date, there, named=False, rests=self._rests(date))
            elif not date_in(front):
                # Addresses by number cannot be guessed; those by week have been looked at.
                self.empty[date] = with_week(front, week_of(date)) or front
            elif self.wish.date or dt.date.fromisoformat(date).weekday() in expected:
                yield Front(date, with_date(front, date), named=False)

    def no_issue(self, front: Front, reason: str) -> None:
        """Take note that a day has no issue; ``no_issues`` decides later whether that is a remark."""
        if front.named and front.date in self.listed:
            detail = f"the site names an issue of {front.date}, but {reason}"
            self.remarks.append(Problem("calendar-wrong", front.url, detail))
        else:
            self.empty[front.date] = front.url

    def no_issues(self) -> list[Problem]:
        """The days without an issue: one asked for by date, or those of a span on which the paper usually appears.

        What lies before the first issue that is known is not missing: there the site's archive begins.
        """
        known = self.found | self.listed.keys() | self.held.keys()
        expected = spans.publishing_weekdays(known)
        return [
            Problem("no-issue", url, f"there is no issue of {date}")
            for date, url in sorted(self.empty.items())
            if self.wish.date or (min(known) <= date and dt.date.fromisoformat(date).weekday() in expected)
        ]

    async def _enter(self) -> Entry | None:
        url, family = self.wish.url, self.wish.family
        for _ in range(entries.MAX_HOPS + 1):
            answer = await self.fetch(url, "entry")
            text, problem = text_of(answer, "entry")
            if problem is not None:
                self._give_up(problem)
                return None
            self._keep(answer, text.encoding, text.evidence)
            self.entry_changed = self.entry_changed or not answer.held
            family, entry = entries.read_entry(answer.url, text.text, family)
            if entry.pages:
                self.family = family
                # The front page is mostly what the entry led to; it need not be asked for twice. Where one answer
                # holds all pages, the front page is a part of it with an address of its own.
                front = entry.pages[0].url
                whole = any(read.url == front for read in entry.reads)
                self.first = replace(answer, asked=front, url=front) if whole else answer
                return entry
            if not entry.hop:
                if away := entries.foreign_hop(answer.url, text.text):
                    detail = f"the entry leads to {away}; give that as url=, or allow its host with hosts="
                    self._give_up(Problem("off-site", answer.url, detail))
                    return None
                detail = "no e-paper of a known family; give the address of its first page, or family="
                self._give_up(Problem("no-entry", answer.url, detail))
                return None
            url = entry.hop
        detail = f"more than {entries.MAX_HOPS} redirects; give the address of the first page as url="
        self._give_up(Problem("endless-hops", self.wish.url, detail))
        return None

    def _give_up(self, problem: Problem) -> None:
        self.remarks.append(problem)
        self.stop = f"{problem.unit}: {problem.detail}"

    def _keep(self, answer: Answer, encoding: str, evidence: str) -> None:
        self.answers.append(original(answer, encoding, evidence))

    def _wanted(self) -> list[str]:
        """The dates that are wished for, in order, as far as they can have appeared."""
        wish = self.wish
        if wish.date:
            return [wish.date]
        if wish.since or wish.until:
            last = wish.until or max(self.newest, wish.since)
            # What comes after the newest issue has not appeared yet.
            return spans.days(wish.since or wish.until, min(last, self.newest))
        if not self.held:
            return [self.newest]
        # What the archive began with, and what came while nobody asked.
        began, last = min(self.held), max(self.held)
        first = min(_before(self.newest, wish.look_back), max(last, _before(self.newest, _LONGEST_WAY)))
        return [d for d in spans.days(first, self.newest) if d in self.held or d > began] or [self.newest]

    def _rests(self, date: str) -> bool:
        """Whether an issue need not be looked at: a run without dates, held, not recent, and the entry is as it was."""
        wish = self.wish
        asked = wish.date or wish.since or wish.until
        recent = not wish.today or date >= _before(wish.today, wish.look_back)
        return not asked and not recent and date in self.held and not self.entry_changed

    async def _read_calendars(self, front: str, wanted: list[str]) -> None:
        if self.family is None or not date_in(front):
            return
        for month in spans.months(wanted):
            url = entries.calendar_url(self.family, front, month)
            if not url:
                continue
            answer = await self.fetch(url, "calendar")
            problem = wrong(answer, "calendar")
            if problem is None:
                text = read_text(answer)
                problem = refused(answer, text.text, "calendar")
                self._keep(answer, text.encoding, text.evidence)
                for period in entries.read_calendar(answer.url, text.text):
                    if self.listed.setdefault(period.date, period.url) != period.url:
                        self.later.setdefault(period.date, []).append(period.url)
            # Many sites have no calendar at all; only a calendar that is withheld is worth a remark.
            if problem is not None and problem.code != "calendar-missing":
                self.remarks.append(problem)

    async def _read_weeks(self, front: str, wanted: list[str]) -> None:
        """Where addresses carry the ISO week: the issue of each week, whose day only its front page says."""
        for week in sorted({week_of(date) for date in wanted} - {week_of(self.newest)}):
            url = with_week(front, week)
            if not url or self.family is None:
                return
            answer = await self.fetch(url, "page")
            if wrong(answer, "page") is None:
                date = read_page(self.family, answer.url, read_text(answer).text).stated_date
                if date in wanted and week_of(date) == week:
                    self.listed[date] = url
                    self.fronts_read[url] = answer

    def _near(self, wanted: list[str]) -> bool:
        """Whether the wished dates begin close enough before the newest issue to walk there from it."""
        before = [date for date in wanted if date < self.newest]
        if not before:
            return False
        away = dt.date.fromisoformat(self.newest) - dt.date.fromisoformat(before[-1])
        return away.days <= _LONGEST_WAY

    async def _walk_back(self, first: str) -> None:
        """Where there is no calendar: the issues before the newest, by the links that lead from each to the one before.

        Each front page is asked for once; the walk ends at the first date wished for, or where a link is missing.
        """
        front = self.first
        for _ in range(_LONGEST_WALK):
            if front is None or self.family is None or wrong(front, "page") is not None:
                return
            text = read_text(front).text
            here = date_in(front.url)
            before = {date_in(u): u for u in read_page(self.family, front.url, text).neighbours if date_in(u) < here}
            if not here or not before:
                return
            date = max(before)
            if date < first:
                return
            front = self.fronts_read[before[date]] = await self.fetch(before[date], "page", date)
            if wrong(front, "page") is not None:
                return
            self.listed[date] = before[date]


def _before(date: str, days: int) -> str:
    return (dt.date.fromisoformat(date) - dt.timedelta(days=days)).isoformat()


def original(answer: Answer, encoding: str = "", evidence: str = "", status: str = "ok") -> Original:
    """An answer as the archive keeps it."""
    return Original(
        url=answer.asked,
        raw=answer.body,
        encoding=encoding,
        evidence=evidence,
        status=status,
        etag=answer.etag,
        modified=answer.modified,
    )
