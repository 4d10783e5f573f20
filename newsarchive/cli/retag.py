"""`newsarchive retag`: a better vocabulary for what the archive holds, without reading anything again."""

from __future__ import annotations

import argparse
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from newsarchive import topics
from newsarchive.cli.options import add_archive
from newsarchive.cli.workers import workers
from newsarchive.errors import NewsArchiveError
from newsarchive.model import Article, Tags
from newsarchive.store import background, retag, writer
from newsarchive.store.archive import updating
from newsarchive.topics.background import Background, count, words_of

# Pages in memory at a time: enough to keep every core busy, few enough for any archive.
_BATCH = 64
# What takes a line of a terminal back.
_CLEAR = "\r\x1b[K"


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("retag", help="tag again what an older vocabulary has tagged")
    add_archive(parser)
    parser.add_argument("--topics", type=Path, metavar="FILE", help="a TOML file of topics of your own, added to ours")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tag every page that is out of date, on all cores; a run that was cut short goes on where it stopped."""
    topics.use_topics(options.topics)
    done = _Done()
    try:
        with updating(options.archive) as db:
            _retag(db, options.topics, done)
    except KeyboardInterrupt:
        raise NewsArchiveError(f"stopped: {done.said()}; run it again and it goes on from there") from None
    print(done.said() if done.pages or done.failed_pages else "every article is up to date")
    return 1 if done.failed else 0


@dataclass(frozen=True, slots=True)
class _Tagged:
    """The outcome of a page: what its articles were tagged with, or that this failed and why."""

    tags: tuple[tuple[str, Tags], ...] = ()
    failed: str = ""


@dataclass(slots=True)
class _Done:
    """What a run did; each article is counted once, as tagged or as failed."""

    articles: int = 0
    pages: int = 0
    failed: int = 0
    failed_pages: int = 0

    def said(self) -> str:
        """These counts for a person."""
        said = f"{self.articles} article(s) on {self.pages} page(s) tagged again"
        kept = f", {self.failed} on {self.failed_pages} page(s) failed and are as they were"
        return said + kept if self.failed_pages else said


def _retag(db: Database, own: Path | None, done: _Done) -> None:
    writer.put_topics(db, topics.labels())
    if background.due(db):
        _count(db)
    held = background.held(db)
    topics.use_background(held)
    version = topics.version()
    pages = retag.outdated(db, version)
    with workers(len(pages), _ready, own, held) as pool:
        for number, (page, articles, tagged) in enumerate(_tagged(db, pool, pages), 1):
            if tagged.failed:
                line = f"{page}: {tagged.failed}; its articles keep their tags"
                print(f"{_CLEAR}{line}" if sys.stderr.isatty() else line, file=sys.stderr)
                done.failed += articles
                done.failed_pages += 1
            else:
                retag.put_tags(db, page, tagged.tags, version)
                done.articles += articles
                done.pages += 1
            _show(number, len(pages), "pages")


def _tagged(db: Database, pool: ProcessPoolExecutor, pages: Sequence[str]) -> Iterator[tuple[str, int, _Tagged]]:
    """Yield each page with how many articles it has and what became of them, in order; workers are kept busy while
    this process writes.
    """
    waiting: deque[tuple[str, int, Future[_Tagged]]] = deque()
    for page in pages:
        articles = retag.held_articles(db, page)
        waiting.append((page, len(articles), pool.submit(_tag, articles)))
        if len(waiting) > _BATCH:
            first, size, future = waiting.popleft()
            yield first, size, future.result()
    for page, size, future in waiting:
        yield page, size, future.result()


def _count(db: Database) -> None:
    """Count in how many articles each word stands, on all cores."""
    texts = background.texts(db)
    with workers(len(texts), _ready, None, None) as pool:
        background.put(db, count(_shown(pool.map(words_of, texts, chunksize=_BATCH), len(texts))))


def _shown(found: Iterable[frozenset[str]], total: int) -> Iterator[frozenset[str]]:
    for done, one in enumerate(found, 1):
        yield one
        if done % _BATCH == 0 or done == total:
            _show(done, total, "articles counted")


def _ready(own: Path | None, held: Background | None) -> None:
    topics.use_topics(own)
    topics.use_background(held)


def _tag(held: Sequence[tuple[str, Article]]) -> _Tagged:
    """Tag the articles of a page; an error in one settles the page, and the run goes on."""
    try:
        return _Tagged(tuple((name, topics.tag(article)) for name, article in held))
    except Exception as error:
        return _Tagged(failed=f"tagging broke down: {error!r}")


def _show(done: int, total: int, what: str) -> None:
    """Rewrite one line of standard error, for a person at a terminal only."""
    if sys.stderr.isatty():
        end = _CLEAR if done == total else ""
        print(f"{_CLEAR}{done} of {total} {what}", end=end, file=sys.stderr, flush=True)
