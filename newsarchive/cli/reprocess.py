"""`newsarchive reprocess`: what better rules make of the originals that the archive holds."""

from __future__ import annotations

import argparse
from typing import Any

from sqlite_utils import Database

from newsarchive import topics
from newsarchive.cli.options import add_archive
from newsarchive.model import Problem
from newsarchive.page import PageItem
from newsarchive.process import process
from newsarchive.stages import mirror_stamp, stamp
from newsarchive.store import background, issues, ledger, writer
from newsarchive.store.archive import updating
from newsarchive.store.offline import outdated_issues, reread
from newsarchive.store.reprocess import outdated, remade
from newsarchive.verdict import ExitStatus


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("reprocess", help="make pages again that older rules have made, without the network")
    add_archive(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make every page again that another version made; articles that change keep their earlier state."""
    counts = ledger.Counts()
    with updating(options.archive) as db:
        topics.use_background(background.held(db))
        writer.put_topics(db, topics.labels())
        pages, sites = outdated(db, stamp()), outdated_issues(db, mirror_stamp())
        if not pages and not sites:
            print("every page is up to date")
            return 0
        started = ledger.start(db, "reprocess", {}, writer.now())
        for item in remade(db, pages):
            _write(db, item, stamp(), started, counts)
        for issue in sites:
            for read in reread(db, issue, mirror_stamp()):
                if isinstance(read, Problem):
                    ledger.record(db, started, read)
                    print(f"{read.unit}: {read.detail}")
                else:
                    _write(db, process(read), mirror_stamp(), started, counts)
        issues.close_open(db, started, judge_size=False)
        said = f"{counts.found} page(s) made again, {counts.articles} article(s) changed"
        ledger.finish(db, started, counts, exit_status=ExitStatus.DONE, reason=said, seen=writer.now())
    print(said)
    return 0


def _write(db: Database, item: PageItem, stages: str, run: int, counts: ledger.Counts) -> None:
    written = writer.write_page(db, item, stages, run)
    counts.outcomes[written.outcome] += 1
    counts.articles += written.articles
