"""Closing issues when a run ends: continued stories tied together, issues judged by what this paper usually prints."""

from __future__ import annotations

from statistics import median

from sqlite_utils import Database

from newsarchive.model import Problem
from newsarchive.store import ledger, links

# How many other issues of a paper must be held before one can be called small, and the share of their median number of
# pages below which it is: thin holiday issues exist, issues of a third are nearly always cut short.
ENOUGH_ISSUES = 5
SMALL_SHARE = 1 / 3


def close_open(db: Database, run: int, *, judge_size: bool) -> int:
    """Close every issue that a run has written to, in this run or in one that was killed.

    Continuations are linked; with ``judge_size`` an issue far smaller than its paper's others is recorded as
    ``small-issue``. Each issue is closed in one transaction. Returns the number of incomplete issues.
    """
    incomplete = 0
    for issue in list(db.query("SELECT * FROM issues WHERE status = 'open' ORDER BY id")):
        with db.atomic():
            for problem in links.link_issue(db, issue["id"]):
                ledger.record(db, run, problem)
            small = _small(db, issue["id"], issue["paper"], issue["pages"]) if judge_size else ""
            if small:
                ledger.record(db, run, Problem("small-issue", issue["id"], small))
            db.table("issues").update(issue["id"], {"status": "incomplete" if small else "complete"})
        incomplete += bool(small)
    return incomplete


def _small(db: Database, issue: str, paper: str, pages: int) -> str:
    others = [row["pages"] for row in db.query("SELECT pages FROM issues WHERE paper = ? AND id <> ?", [paper, issue])]
    if len(others) < ENOUGH_ISSUES or pages >= median(others) * SMALL_SHARE:
        return ""
    return f"{pages} page(s), where issues of this paper have {median(others):g}; look for the missing ones"
