"""`newsarchive list`: the articles of the archive, issue by issue."""

from __future__ import annotations

import argparse
from typing import Any

from newsarchive.cli.options import add_archive
from newsarchive.store.archive import reading


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("list", help="list the articles, issue by issue")
    add_archive(parser)
    parser.add_argument("issue", nargs="?", default="", help="only this issue, e.g. cena-2023-11-21")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print one line for an article: id, headline, kicker before it and byline after it."""
    query = (
        "SELECT articles.*, papers.name AS paper_name FROM articles JOIN papers ON papers.id = articles.paper"
        " WHERE gone IS NULL AND (? = '' OR issue = ?) ORDER BY date, articles.paper, page, position"
    )
    with reading(options.archive) as db:
        issue = ""
        for row in db.query(query, [options.issue, options.issue]):
            if row["issue"] != issue:
                issue = row["issue"]
                print(f"{row['paper_name']} {row['date']} ({issue})")
            print(f"  {row['id']}  {_title(row)}")
    return 0


def _title(row: dict[str, Any]) -> str:
    title = row["headline"] or f"（{row['body'][:20]}…）"
    parts = [f"{row['kicker']} | " if row["kicker"] else "", title, f"  [{row['byline']}]" if row["byline"] else ""]
    return "".join(parts)
