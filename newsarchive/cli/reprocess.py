"""`newsarchive reprocess`: what better rules make of the originals that the archive holds."""

from __future__ import annotations

import argparse
from typing import Any

from newsarchive import topics
from newsarchive.cli.options import add_archive
from newsarchive.stages import stamp
from newsarchive.store import background, issues, ledger, writer
from newsarchive.store.archive import reading, writing
from newsarchive.store.reprocess import outdated, remade
from newsarchive.verdict import ExitStatus


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("reprocess", help="make pages of dumps again that older rules have made")
    add_archive(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make every page from a dump again that another version made; articles that change keep their earlier state."""
    with reading(options.archive):
        pass
    counts = ledger.Counts()
    with writing(options.archive) as db:
        topics.use_background(background.held(db))
        writer.put_topics(db, topics.labels())
        pages = outdated(db, stamp())
        if not pages:
            print("every page is up to date")
            return 0
        started = ledger.start(db, "reprocess", {}, writer.now())
        for item in remade(db, pages):
            written = writer.write_page(db, item, stamp(), started)
            counts.outcomes[written.outcome] += 1
            counts.articles += written.articles
        issues.close_open(db, started, judge_size=False)
        said = f"{counts.found} page(s) made again, {counts.articles} article(s) changed"
        ledger.finish(db, started, counts, exit_status=ExitStatus.DONE, reason=said, seen=writer.now())
    print(said)
    return 0
