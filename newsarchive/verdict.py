"""How a crawl ended, in one number for cron and one sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from newsarchive.page import Outcome
from newsarchive.store.ledger import Counts


class ExitStatus(IntEnum):
    """The exit statuses of ``scrapy crawl``; DATA_FORMAT.md has the same table."""

    DONE = 0
    BAD_ARGUMENTS = 1
    WRONG_USE = 2
    SOME_FAILED = 3
    INCOMPLETE = 4
    NOTHING_FOUND = 5
    STOPPED_EARLY = 6
    BUSY = 75


@dataclass(frozen=True, slots=True)
class Verdict:
    """The exit status of a run and the sentence that its last log line says.

    ``news`` says that there is something to tell: not when all went well, or only failed as it did in the run before.
    """

    status: ExitStatus
    sentence: str
    news: bool = True


# Why a crawl stopped early, in plain words, by Scrapy's finish reason or our own.
_STOPPED = {
    "shutdown": "it was told to stop",
    "start_error": "the spider broke down, see the error above",
    "disk-full": "the disk is full; make room and run again",
    "archive-locked": "another program locked the archive; run again when it has ended",
}


def verdict(
    counts: Counts,
    *,
    finish_reason: str,
    incomplete: int,
    archive: str,
    problem: str = "",
    nothing_is_right: bool = False,
    new_failures: int | None = None,
) -> Verdict:
    """The one verdict of a run: of several that fit, the one that asks for the most attention.

    ``incomplete`` counts the issues that are not whole; ``problem`` is the last problem's line, quoted when it is the
    only one or nothing was found; ``nothing_is_right`` says that the days asked for are known to have no issue;
    ``new_failures`` counts the units that did not fail in the same way before (all, if it is None).
    """
    summary = _summary(counts, archive)
    bad = counts.outcomes[Outcome.FAILED] + counts.outcomes[Outcome.SET_ASIDE]
    if finish_reason != "finished":
        why = _STOPPED.get(finish_reason, f"limit reached: {finish_reason}")
        return Verdict(ExitStatus.STOPPED_EARLY, f"stopped early ({why}): {summary}; run the same command to go on")
    if counts.found == 0 and nothing_is_right:
        return Verdict(ExitStatus.DONE, "there is no issue of the day(s) asked for", news=False)
    if counts.found == 0:
        return Verdict(ExitStatus.NOTHING_FOUND, f"nothing found: {problem or 'no unit where one should be'}")
    if bad:
        what = problem if bad == 1 and problem else "the table problems says which and why"
        before = " as before" if new_failures == 0 else ""
        sentence = f"{summary}; {bad} could not be stored{before}: {what}"
        return Verdict(ExitStatus.SOME_FAILED, sentence, news=not before)
    if incomplete:
        return Verdict(ExitStatus.INCOMPLETE, f"{summary}; {incomplete} issue(s) incomplete, see the table problems")
    return Verdict(ExitStatus.DONE, summary, news=False)


def _summary(counts: Counts, archive: str) -> str:
    stored, unchanged = counts.outcomes[Outcome.STORED], counts.outcomes[Outcome.UNCHANGED]
    return (
        f"{stored} page(s) with {counts.articles} new or changed article(s) stored in {archive}, "
        f"{unchanged} page(s) already there unchanged"
    )
