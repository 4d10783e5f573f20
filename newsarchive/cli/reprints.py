"""`newsarchive reprints`: the same story on other pages, on other days, in other papers, and who printed it first."""

from __future__ import annotations

import argparse
from typing import Any

from newsarchive.cli.options import add_archive
from newsarchive.store import reprints
from newsarchive.store.archive import updating
from newsarchive.topics.reprints import find_links, stories


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("reprints", help="find stories that were printed more than once, the first one first")
    add_archive(parser)
    parser.add_argument("--since", default="", metavar="DATE", help="compare articles from this date on")
    parser.add_argument("--until", default="9999", metavar="DATE", help="compare articles up to this date")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare the articles of these dates, store which are one story, and print the stories."""
    with updating(options.archive) as db:
        # Every text is compared with every other in memory; a year at a time keeps that small.
        held = reprints.compared(db, options.since, options.until)
        links = list(find_links((name, row["body"]) for name, row in held.items()))
        reprints.put_links(db, links, options.since, options.until)
    told = stories(links, {name: row["date"] for name, row in held.items()})
    for story in told:
        for article in story.articles:
            mark = "first" if article in story.first else f"{story.likeness[article]:.0%}"
            print(f"{mark:>5}  {article}  {held[article]['headline']}")
        print()
    print(f"{len(told)} story(ies) printed more than once among {len(held)} article(s)")
    return 0
