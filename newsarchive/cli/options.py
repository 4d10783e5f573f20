"""Options that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_archive(parser: argparse.ArgumentParser) -> None:
    """``--archive FILE``, the same file and default as the setting ARCHIVE of a crawl."""
    parser.add_argument(
        "--archive", type=Path, default=Path("archive.db"), metavar="FILE", help="the archive (default: archive.db)"
    )
