"""`newsarchive export`: the articles of a search, of an issue or of the whole archive, for other programs."""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from newsarchive.cli.options import add_archive
from newsarchive.errors import ArgumentError
from newsarchive.export import records
from newsarchive.export.formats import FORMATS
from newsarchive.search.search import find
from newsarchive.store.archive import reading


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("export", help="write articles as JSONL, CSV, Markdown, ninjs or citations")
    add_archive(parser)
    parser.add_argument("--format", choices=sorted(FORMATS), default="jsonl", help="the format (default: jsonl)")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--search", metavar="QUERY", help="only what this query finds, the newest first")
    chosen.add_argument("--issue", metavar="ID", help="only this issue, e.g. cena-2023-11-21")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to write (default: standard output)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the articles; raises ArgumentError for an issue that is not held or a file that cannot be written."""
    with reading(options.archive) as db:
        if options.issue is not None:
            if not db.execute("SELECT 1 FROM issues WHERE id = ?", [options.issue]).fetchone():
                raise ArgumentError(
                    f"--issue {options.issue}: not in {options.archive}; `newsarchive list` has its issues"
                )
            numbers = records.of_issue(db.conn, options.issue)
        elif options.search is not None:
            numbers = records.held(db.conn, find(db.conn, options.search))
        else:
            numbers = records.held(db.conn)
        try:
            # Newlines are the format's own, whatever the system's are.
            target = (
                options.output.open("w", encoding="utf-8", newline="") if options.output else nullcontext(sys.stdout)
            )
        except OSError as error:
            raise ArgumentError(f"--output {options.output}: {error.strerror}") from error
        with target as file:
            for text in FORMATS[options.format].write(records.records(db.conn, numbers)):
                file.write(text)
    return 0
