"""`newsarchive reprints`: the same story on other pages, on other days, in other papers, and who printed it first."""

from __future__ import annotations

import argparse
from typing import Any

from newsarchive.cli.options import add_archive
from newsarchive.store.archive import reading
from newsarchive.topics.reprints import group_reprints

# Every text of all times is compared with every other in memory; a year at a time keeps that small.
_QUERY = """
SELECT id, date, headline, body FROM articles
WHERE gone IS NULL AND date >= ? AND date <= ? AND kind != 'advertisement'
"""


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("reprints", help="list stories that were printed more than once, the first one first")
    add_archive(parser)
    parser.add_argument("--since", default="", metavar="DATE", help="compare articles from this date on")
    parser.add_argument("--until", default="9999", metavar="DATE", help="compare articles up to this date")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each story: the articles that print it by date, with how much of the text they share."""
    with reading(options.archive) as db:
        held = {row["id"]: row for row in db.query(_QUERY, [options.since, options.until])}
    stories = group_reprints((name, row["date"], row["body"]) for name, row in held.items())
    for story in stories:
        for article in story.articles:
            mark = "first" if article in story.first else f"{story.likeness[article]:.0%}"
            print(f"{mark:>5}  {article}  {held[article]['headline']}")
        print()
    print(f"{len(stories)} story(ies) printed more than once among {len(held)} article(s)")
    return 0
