"""`newsarchive browse`: Datasette on the archive."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from typing import Any

from newsarchive.cli.options import add_archive
from newsarchive.errors import NewsArchiveError
from newsarchive.store.archive import reading


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("browse", help="open the archive in a browser with Datasette")
    add_archive(parser)
    parser.add_argument("--port", type=int, default=8001, help="the port on this machine (default: 8001)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Become Datasette on the archive; raises NewsArchiveError when it is not installed."""
    if importlib.util.find_spec("datasette") is None:
        raise NewsArchiveError("Datasette is not installed; pip install 'newsarchive[browse]'")
    with reading(options.archive):
        pass
    command = [sys.executable, "-m", "datasette", str(options.archive), "--port", str(options.port)]
    os.execv(sys.executable, command)
