"""`newsarchive retag`: a better vocabulary for what the archive holds, without reading anything again."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from newsarchive import topics
from newsarchive.cli.options import add_archive
from newsarchive.errors import ArchiveError
from newsarchive.model import Article, Tags
from newsarchive.store import retag, writer
from newsarchive.store.archive import writing

# Pages in memory at a time: enough to keep every core busy, few enough for any archive.
_BATCH = 64


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("retag", help="tag again what an older vocabulary has tagged")
    add_archive(parser)
    parser.add_argument("--topics", type=Path, metavar="FILE", help="a TOML file of topics of your own, added to ours")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tag every page that is out of date, on all cores; a run that was cut short goes on where it stopped."""
    if not options.archive.is_file():
        raise ArchiveError(
            f"no archive at {options.archive}; `scrapy crawl issue -a path=…` makes one", code="no-archive"
        )
    topics.use_topics(options.topics)
    version = topics.version()
    articles = 0
    with writing(options.archive) as db:
        writer.put_topics(db, topics.labels())
        pages = retag.outdated(db, version)
        with _pool(options.topics, len(pages)) as pool:
            for start in range(0, len(pages), _BATCH):
                batch = {page: retag.held_articles(db, page) for page in pages[start : start + _BATCH]}
                for page, tagged in zip(batch, pool.map(_tag, batch.values(), chunksize=4), strict=True):
                    retag.put_tags(db, page, tagged, version)
                    articles += len(tagged)
                _show(start + len(batch), len(pages))
    print(f"{articles} article(s) on {len(pages)} page(s) tagged again" if pages else "every article is up to date")
    return 0


def _pool(own: Path | None, pages: int) -> ProcessPoolExecutor:
    """Workers that tag; they start with the first page, each in a process of its own with nothing of this one's."""
    workers = max(1, min(os.cpu_count() or 1, pages))
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=topics.use_topics, initargs=(own,))


def _tag(held: Sequence[tuple[str, Article]]) -> list[tuple[str, Tags]]:
    return [(name, topics.tag(article)) for name, article in held]


def _show(done: int, pages: int) -> None:
    """Rewrite one line of standard error, for a person at a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{done} of {pages} pages", end="\r\x1b[K" if done == pages else "", file=sys.stderr, flush=True)
