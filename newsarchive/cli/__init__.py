"""`newsarchive COMMAND`: everything that does not crawl. One module a command; none of them loads Twisted."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from newsarchive import __version__
from newsarchive.cli import browse, explain, export, listing, reprints, reprocess, retag, search, status, verify
from newsarchive.errors import NewsArchiveError

_COMMANDS = (listing, search, status, explain, verify, reprocess, retag, reprints, export, browse)


def parser() -> argparse.ArgumentParser:
    """The whole command line; the documentation is tested against it."""
    top = argparse.ArgumentParser(prog="newsarchive", description="Read, check and browse an archive of newspapers.")
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_parser(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 when all is well; 1 with one line on standard error when it is not."""
    top = parser()
    options, unknown = top.parse_known_args(arguments)
    if options.command == "search" and not any(part.startswith("--") for part in unknown):
        # To argparse -折叠 is an option that it does not know; to search it is a word.
        options.query += unknown
    elif unknown:
        top.error(f"unrecognized arguments: {' '.join(unknown)}")
    try:
        return int(options.run(options))
    except NewsArchiveError as error:
        print(f"newsarchive: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output, `head` perhaps, has seen enough; nothing is left to be written to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
