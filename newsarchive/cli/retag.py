"""`newsarchive retag`: a better vocabulary for what the archive holds, without reading anything again."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from newsarchive import topics
from newsarchive.cli.options import add_archive
from newsarchive.model import Article, Tags
from newsarchive.store import background, retag, writer
from newsarchive.store.archive import updating
from newsarchive.topics.background import Background, count, words_of

Tagged = tuple[str, Tags]

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
    articles = 0
    with updating(options.archive) as db:
        topics.use_topics(options.topics)
        writer.put_topics(db, topics.labels())
        if background.due(db):
            _count(db)
        held = background.held(db)
        topics.use_background(held)
        version = topics.version()
        pages = retag.outdated(db, version)
        with _pool(len(pages), _ready, options.topics, held) as pool:
            for done, (page, tagged) in enumerate(_tagged(db, pool, pages), 1):
                retag.put_tags(db, page, tagged, version)
                articles += len(tagged)
                _show(done, len(pages), "pages")
    print(f"{articles} article(s) on {len(pages)} page(s) tagged again" if pages else "every article is up to date")
    return 0


def _tagged(db: Database, pool: ProcessPoolExecutor, pages: Sequence[str]) -> Iterator[tuple[str, list[Tagged]]]:
    """Yield each page with its articles' tags, in order; workers are kept busy while this process writes."""
    waiting: deque[tuple[str, Future[list[Tagged]]]] = deque()
    for page in pages:
        waiting.append((page, pool.submit(_tag, retag.held_articles(db, page))))
        if len(waiting) > _BATCH:
            first, future = waiting.popleft()
            yield first, future.result()
    for page, future in waiting:
        yield page, future.result()


def _count(db: Database) -> None:
    """Count in how many articles each word stands, on all cores."""
    texts = background.texts(db)
    with _pool(len(texts), _ready, None, None) as pool:
        background.put(db, count(_shown(pool.map(words_of, texts, chunksize=_BATCH), len(texts))))


def _shown(found: Iterable[frozenset[str]], total: int) -> Iterator[frozenset[str]]:
    for done, one in enumerate(found, 1):
        yield one
        if done % _BATCH == 0 or done == total:
            _show(done, total, "articles counted")


def _pool(units: int, ready: Callable[..., None], *given: Any) -> ProcessPoolExecutor:
    """Workers; they start with the first unit, each in a process of its own with nothing of this one's."""
    workers = max(1, min(os.cpu_count() or 1, units))
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=ready, initargs=given)


def _ready(own: Path | None, held: Background | None) -> None:
    topics.use_topics(own)
    topics.use_background(held)


def _tag(held: Sequence[tuple[str, Article]]) -> list[Tagged]:
    return [(name, topics.tag(article)) for name, article in held]


def _show(done: int, total: int, what: str) -> None:
    """Rewrite one line of standard error, for a person at a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{done} of {total} {what}", end="\r\x1b[K" if done == total else "", file=sys.stderr, flush=True)
