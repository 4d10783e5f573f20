"""`newsarchive search QUERY`: the articles a query is about, hits marked on a terminal."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from newsarchive.cli.options import add_archive
from newsarchive.search.marks import Piece, as_terminal
from newsarchive.search.search import Hit, Order, search
from newsarchive.store.archive import reading


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("search", help="search the full text")
    add_archive(parser)
    parser.add_argument(
        "query", nargs="*", default=[], help='words, "a phrase", -without, headline:, paper:, date:2023-11..2023-12'
    )
    parser.add_argument("--limit", type=_count, default=20, metavar="N", help="articles to show (default: 20)")
    parser.add_argument("--newest", action="store_true", help="the newest first, not the most relevant")
    parser.set_defaults(run=run, refuse=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print the articles found, and on standard error how many there are. Finding nothing is status 0 too."""
    if not options.query:
        options.refuse("nothing to search for: type some words")
    order = Order.NEWEST if options.newest else Order.RANK
    with reading(options.archive) as db:
        results = search(db.conn, " ".join(options.query), options.limit, order=order)
    colour = sys.stdout.isatty()
    for hit in results.hits:
        print("\n".join(_lines(hit, colour)))
    more = "" if results.exact else "more than "
    print(f"{more}{results.total} article(s), {len(results.hits)} shown", file=sys.stderr)
    if results.punctuation_ignored:
        print("no article has this punctuation; it was ignored", file=sys.stderr)
    return 0


def _lines(hit: Hit, colour: bool) -> list[str]:
    separator = (Piece(" | "),)
    parts = [part for part in (hit.kicker, hit.headline, hit.subtitle) if part]
    title = tuple(piece for number, part in enumerate(parts) for piece in (*(separator if number else ()), *part))
    return [
        f"{hit.id}  {as_terminal(title, colour=colour) or '（no headline）'}",
        f"    {as_terminal(hit.snippet, colour=colour)}",
    ]


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
