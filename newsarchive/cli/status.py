"""`newsarchive status`: what the archive holds and how the last runs went."""

from __future__ import annotations

import argparse
from typing import Any

from newsarchive.cli.options import add_archive
from newsarchive.store.archive import reading

# A fortnight of nightly runs on one screen.
_RUNS = 14


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("status", help="what the archive holds, and how the last runs went")
    add_archive(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the holdings by paper, the last runs, and the problems of the last one."""
    with reading(options.archive) as db:
        for row in db.query(
            "SELECT papers.id, papers.name, count(*) AS issues, min(date) AS first, max(date) AS last,"
            " sum(pages) AS pages, sum(articles) AS articles"
            " FROM issues JOIN papers ON papers.id = issues.paper GROUP BY papers.id ORDER BY papers.id"
        ):
            print(
                f"{row['name']} ({row['id']}): {row['issues']} issue(s) from {row['first']} to {row['last']},"
                f" {row['pages']} page(s), {row['articles']} article(s)"
            )
        print("\nrun  started               status  outcome")
        runs = list(db.query("SELECT * FROM runs ORDER BY id DESC LIMIT ?", [_RUNS]))
        for row in reversed(runs):
            status = "-" if row["exit_status"] is None else row["exit_status"]
            print(f"{row['id']:>3}  {row['started']}  {status:>6}  {row['reason']}")
        if runs:
            for row in db.query("SELECT * FROM problems WHERE run = ? ORDER BY id", [runs[0]["id"]]):
                print(f"     {row['code']}: {row['unit']}: {row['detail']}")
    return 0
