"""The ledger of runs: what was asked, what came of every unit, and what went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlite_utils import Database

import newsarchive
from newsarchive.model import Problem
from newsarchive.page import Outcome


@dataclass
class Counts:
    """The outcomes of a run; ``found`` is always the sum of the four."""

    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    articles: int = 0

    @property
    def found(self) -> int:
        """The units that were met, whatever came of them."""
        return sum(self.outcomes.values())

    def columns(self) -> dict[str, int]:
        """The counts as columns of ``runs``."""
        counted = {str(outcome): number for outcome, number in self.outcomes.items()}
        return {"found": self.found, **counted, "articles": self.articles}


def start(db: Database, spider: str, arguments: Mapping[str, str], seen: str) -> int:
    """Open a run, whose state is failure until success is proven, and return its id.

    A run that never finished was killed: only one process writes the archive, and that is this one.
    """
    with db.atomic():
        db.execute("UPDATE runs SET reason = 'killed' WHERE finished IS NULL AND reason = 'running'")
        db.table("runs").insert(
            {
                "spider": spider,
                "arguments": json.dumps(dict(arguments), ensure_ascii=False, sort_keys=True),
                "version": newsarchive.__version__,
                "started": seen,
            }
        )
        newest = next(iter(db.query("SELECT max(id) AS id FROM runs")))
    return int(newest["id"])


def record(db: Database, run: int, problem: Problem) -> None:
    """Put a problem on record."""
    db.table("problems").insert({"run": run, "code": problem.code, "unit": problem.unit, "detail": problem.detail})


def finish(db: Database, run: int, counts: Counts, *, exit_status: int, reason: str, seen: str) -> None:
    """Close a run with its counts, its exit status and why it ended."""
    with db.atomic():
        db.table("runs").update(
            run, {**counts.columns(), "finished": seen, "exit_status": exit_status, "reason": reason}
        )
