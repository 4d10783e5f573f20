"""What tags cost: a page as a ratio to cutting the same text once with jieba, and tagging an archive again.

    python -m bench.tagging [--articles 10000]

The archive is made of the clauses of the bench pages and of the provided issue, recombined. Of the ratio processor time
is taken, of the best of several rounds, since machines are never quiet; every article is tagged and cut in turn, for
a machine that is slow for seconds must be slow for both. Tagging again is the real command, its progress
on the terminal, first bound to one core and then on all of them. Beside the speed-up stands what the cores did
meanwhile: what neither tagging nor other programs kept busy was left unused.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from bench.search import recombine, sources
from newsarchive import topics
from newsarchive.model import Article, Segmentation
from newsarchive.page import PageItem
from newsarchive.sources.names import PageKey
from newsarchive.store import ledger, writer
from newsarchive.store.archive import writing
from newsarchive.text import words

_ROUNDS = 5
# A page of a newspaper has some eight articles.
_ON_A_PAGE = 8


def quickest(work: Callable[[], object], rounds: int) -> float:
    """Seconds of processor time of the best round."""
    return min(seconds(work) for _ in range(rounds))


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time that work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def ratio(articles: Sequence[Article]) -> float:
    """How many times what jieba takes to cut the articles it takes to tag them, which cuts them too."""
    tagging, cutting = [math.inf] * len(articles), [math.inf] * len(articles)
    # The binding in Rust makes cutting next to nothing; what tags cost is told in cuts of jieba's.
    words.use_rust(False)
    try:
        for _ in range(_ROUNDS):
            for k, article in enumerate(articles):
                text = "\n".join((article.kicker, article.headline, *article.body))
                tagging[k] = min(tagging[k], seconds(partial(topics.tag, article)))
                cutting[k] = min(cutting[k], seconds(partial(words.cut, text)))
        return sum(tagging) / sum(cutting)
    finally:
        words.use_rust(True)


def make_archive(path: Path, count: int) -> None:
    """Write an archive of so many articles that nobody has tagged."""
    with writing(path) as db:
        run = ledger.start(db, "bench", {}, writer.now())
        articles, number = recombine(count, random.Random(count)), 0
        while rows := list(islice(articles, _ON_A_PAGE)):
            writer.write_page(db, page(number, rows), '{"tag": "none"}', run)
            number += 1


def page(number: int, rows: Sequence[tuple[str, ...]]) -> PageItem:
    """A page of these articles, each given as headline, kicker, subtitle and body."""
    day = date(2020, 1, 1) + timedelta(days=number)
    articles = tuple(
        Article(headline=headline, kicker=kicker, subtitle=subtitle, body=tuple(body.split("\n")))
        for headline, kicker, subtitle, body in rows
    )
    key = PageKey(
        paper="bench", paper_name="bench", paper_source="given", date=day, date_source="given", label="01",
        label_source="given", edition=1,
    )  # fmt: skip
    item = PageItem(f"{number}.txt", str(number).encode(), key=key)
    item.segmentation = Segmentation(articles, ())
    return item


def retag(archive: Path, cores: Sequence[int]) -> tuple[float, float, float]:
    """Tag an archive again on these cores; return the seconds of clock, of processor, and of the cores left unused."""
    code = (
        f"import os; os.sched_setaffinity(0, {set(cores)})\nfrom newsarchive.cli import main; raise SystemExit(main())"
    )
    command = [sys.executable, "-c", code, "retag", "--archive", str(archive)]
    before, idle, started = os.times(), unused(cores), time.perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    seconds, after = time.perf_counter() - started, os.times()
    if done.returncode:
        sys.exit(f"{command} ended with status {done.returncode}")
    print(f"retag, {len(cores)} core(s): {done.stdout.strip()} in {seconds:.0f} s", flush=True)
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, busy, unused(cores) - idle


def unused(cores: Sequence[int]) -> float:
    """Seconds that these cores have had nothing to do since the machine was started, as Linux counts them."""
    lines = map(str.split, Path("/proc/stat").read_text("ascii").splitlines())
    names = {f"cpu{core}" for core in cores}
    # name, user, nice, system, idle, …
    return sum(int(counts[4]) for counts in lines if counts[0] in names) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print what a page costs, and what tagging the archive again costs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    count = parser.parse_args().articles
    articles = [
        Article(kicker=held["kicker"], headline=held["headline"], body=tuple(held["body"].split("\n")))
        for held in sources()
    ]
    print(f"tagging a page: {ratio(articles):.2f} times what jieba takes to cut it once, that cut included", flush=True)
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        archive, copy = Path(folder) / "archive.db", Path(folder) / "copy.db"
        make_archive(archive, count)
        shutil.copy(archive, copy)
        alone, _, _ = retag(copy, cores[:1])
        seconds, busy, idle = retag(archive, cores)
    print(f"       {count / seconds:.0f} a second, {alone / seconds:.2f} times as fast as on one core;")
    print(f"       of {len(cores)} cores {busy / seconds:.2f} were busy with it and {idle / seconds:.2f} unused")


if __name__ == "__main__":
    main()
