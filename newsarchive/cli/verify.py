"""`newsarchive verify`: is the archive still what was stored?"""

from __future__ import annotations

import argparse
from typing import Any

from newsarchive.cli.options import add_archive
from newsarchive.store.archive import updating
from newsarchive.store.audit import audit


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "verify", help="check originals, accounts, tags and references; status 1 if any is wrong"
    )
    add_archive(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every fault, and how much was checked. Nothing is changed, but SQLite checks an index only for a writer."""
    with updating(options.archive) as db:
        report = audit(db)
    for fault in report.faults:
        print(fault)
    print(f"{report.sources} original(s), {report.pages} page(s), {report.articles} article(s) checked:", end=" ")
    print(f"{len(report.faults)} fault(s)" if report.faults else "all is well")
    return 1 if report.faults else 0
