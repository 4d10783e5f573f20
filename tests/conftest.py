"""What the tests share: a temporary archive, a real crawl in a process of its own, and a way to compare contents."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsarchive import topics

ROOT = Path(__file__).parent.parent
ISSUE = ROOT / "fixtures" / "issue" / "cena-2023-11-21-p01.txt"

# Columns that tell when, not what.
_TIMES = {"first_seen", "last_seen", "fetched", "seen"}
_LEDGER = {"runs", "problems"}


class Crawl:
    """Runs `scrapy crawl` as a user does, on one archive."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive

    def command(self, spider: str, **arguments: object) -> list[str]:
        """The command line of a crawl."""
        given = [part for name, value in arguments.items() for part in ("-a", f"{name}={value}")]
        return [sys.executable, "-m", "scrapy", "crawl", spider, *given, "-s", f"ARCHIVE={self.archive}"]

    def __call__(
        self, spider: str = "issue", level: str = "INFO", **arguments: object
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        command = [*self.command(spider, **arguments), "-L", level]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)

    def rows(self, query: str, *values: object) -> list[dict[str, Any]]:
        """Rows of the archive, read by plain sqlite3."""
        with sqlite3.connect(self.archive) as connection:
            connection.row_factory = sqlite3.Row
            found = [dict(row) for row in connection.execute(query, values)]
        connection.close()
        return found

    def refusals(self) -> list[str]:
        """The reason codes on record, without the doubts about pages that are stored all the same."""
        return [row["code"] for row in self.rows("SELECT code FROM problems WHERE code <> 'doubtful-article'")]

    def content(self, *, times: bool = False, ledger: bool = False) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table, in order; without times and the ledger of runs unless asked for."""
        tables = [
            row["name"]
            for row in self.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        ]
        # How the index lies in its own tables depends on when it was merged; `index.check` compares what it says.
        kept = [
            name for name in tables if not name.startswith(("_", "articles_fts_")) and (ledger or name not in _LEDGER)
        ]
        return {
            name: sorted(
                (
                    tuple(value for column, value in row.items() if times or column not in _TIMES)
                    for row in self.rows(f'SELECT * FROM "{name}"')
                ),
                key=repr,
            )
            for name in kept
        }


@pytest.fixture(autouse=True)
def only_our_topics() -> Iterator[None]:
    """A command that took topics of one's own, in this process, leaves none to the next test."""
    yield
    topics.use_topics(None)
    topics.use_background(None)


@pytest.fixture
def crawl(tmp_path: Path) -> Crawl:
    """A crawl that writes a new archive."""
    return Crawl(tmp_path / "archive.db")


@pytest.fixture
def make_tree(tmp_path: Path) -> Callable[..., Path]:
    """A folder tree of dumps, given as path → bytes or text."""

    def make(files: dict[str, bytes | str]) -> Path:
        root = tmp_path / "dumps"
        for name, content in files.items():
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return make
