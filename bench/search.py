"""Recall, latency, size and build time of the full-text index, side by side with FTS5's trigram and unicode61.

    python -m bench.search [--articles 10000 100000] [--queries 600]

The articles are the clauses of the bench pages and of the provided issue, recombined: common ones and rare ones as in
any language (by Zipf's law), with made-up names and numbers, so that some terms stand in most articles and some in one.
The truth is a scan for the substring over the folded text. Every design answers every query over the same rows in one
process, in turn; a latency is the median of three, in processor time. A whole answer is what a page of results shows:
the count, the first twenty with their titles, hits marked in them, and a snippet. Exits with 1 if newsarchive misses
an occurrence.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from newsarchive.search import index
from newsarchive.search.fold import fold, spellings
from newsarchive.search.plan import plan
from newsarchive.search.query import parse
from newsarchive.search.search import find, search

FIXTURES = Path(__file__).parent.parent / "fixtures"
COLUMNS = ("headline", "kicker", "subtitle", "body")
# Below one article in a thousand a term is rare, above one in twenty common.
RARE, COMMON = 0.001, 0.05
FIRST = 20
REPEATS = 3
# What the readers ask for; the rest is cut from the articles.
ASKED = (
    "大模型",
    "5G+工业互联网",
    "GPT-4 Turbo",
    "11月20日",
    "1月20日",
    "128k",
    "工业",
    "经济",
    "国",
    "的",
    "——",
    "，",
)

Answer = Callable[[str], Sequence[object] | None]


def sources() -> list[dict[str, str]]:
    """The articles that the archive is made of, each once."""
    files = [FIXTURES / "issue/issue_truth.json", *sorted((FIXTURES / "bench/pages").glob("*.json"))]
    articles = [article for file in files for article in json.loads(file.read_text(encoding="utf-8"))["articles"]]
    return list({article["headline"]: article for article in articles}.values())


def recombine(count: int, rng: random.Random) -> Iterator[tuple[str, ...]]:
    """Rows (headline, kicker, subtitle, body) of about five hundred characters."""
    articles = sources()
    clauses = sorted({c for a in articles for c in re.split(r"[，。！？；：\n]", a["body"]) if len(c) > 3})
    rng.shuffle(clauses)
    weights = list(accumulate(1 / rank for rank in range(10, 10 + len(clauses))))
    characters = [c for clause in clauses for c in clause if "\u4e00" <= c <= "\u9fff"]

    def clause() -> str:
        kind = rng.random()
        if kind < 0.05:
            # A name with any character of the Unified Ideographs block, most of them rare.
            return f"记者{chr(rng.randint(0x4E00, 0x9FA5))}{''.join(rng.choices(characters, k=rng.randint(1, 2)))}报道"
        if kind < 0.1:
            return f"{rng.randint(1, 12)}月{rng.randint(1, 31)}日"
        if kind < 0.15:
            return f"{''.join(rng.choices(characters, k=4))}增长{rng.randint(1, 99)}.{rng.randint(0, 9)}%"
        return rng.choices(clauses, cum_weights=weights)[0]

    for _ in range(count):
        sentences = ["，".join(clause() for _ in range(rng.randint(2, 4))) + "。" for _ in range(rng.randint(6, 18))]
        body = "".join(sentence + rng.choice(["", "", "\n"]) for sentence in sentences)
        headline = f"{rng.choice(articles)['headline']} {clause()}" if rng.random() < 0.5 else clause()
        yield headline, rng.choice(articles)["kicker"], rng.choice(articles)["subtitle"], body


def build(path: Path, count: int) -> sqlite3.Connection:
    """The archive without any index; numbers sort by date."""
    conn = sqlite3.connect(path)
    conn.executescript("""
        CREATE TABLE papers (id TEXT PRIMARY KEY, name TEXT NOT NULL);
        INSERT INTO papers VALUES ('bench', 'Bench');
        CREATE TABLE articles (
            id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, headline TEXT NOT NULL, kicker TEXT NOT NULL,
            subtitle TEXT NOT NULL, body TEXT NOT NULL, paper TEXT NOT NULL, date TEXT NOT NULL, page_label TEXT
        );
    """)
    rows = []
    for position, texts in enumerate(recombine(count, random.Random(count))):
        # Fifty articles a day.
        day = date(2018, 1, 1) + timedelta(days=position // 50)
        number = int(f"{day:%Y%m%d}") * 1000 + position % 50
        rows.append((f"bench-{number}", number, *texts, "bench", day.isoformat(), "01"))
    conn.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    conn.commit()
    return conn


def sample(conn: sqlite3.Connection, count: int) -> dict[str, str]:
    """Queries, each with its kind, cut from random articles."""
    rng = random.Random(count)
    texts = [text for row in conn.execute(f"SELECT {', '.join(COLUMNS)} FROM articles") for text in row if text]
    han = "[\u4e00-\u9fff]"
    kinds = {
        **{f"Han {length}": f"{han}{{{length}}}" for length in (1, 2, 3, 4, 6, 8)},
        "names": f"(?<=记者){han}{{1,2}}",
        "Latin, digits, mixed": rf"[A-Za-z0-9.%-]{{1,8}}{han}{{0,3}}|{han}{{1,2}}[A-Za-z0-9]{{1,4}}{han}{{0,2}}",
        "punctuation": rf"{han}{{1,3}}[，。、（）—；：]{han}{{1,3}}|[，。、（）—；：]{{1,2}}",
        "traditional": f"{han}{{2,5}}",
        "full width": rf"[A-Za-z0-9.%-]{{2,8}}{han}{{0,2}}",
    }
    queries = dict.fromkeys(ASKED, "asked")
    while len(queries) < count:
        kind = rng.choice(list(kinds))
        text = rng.choice(texts)
        start = rng.randrange(len(text))
        if match := re.compile(kinds[kind]).search(text, start):
            queries.setdefault(respell(match[0], kind), kind)
    return queries


def respell(text: str, kind: str) -> str:
    """The query as this kind of reader types it."""
    if kind == "traditional":
        return "".join((spellings(char) or char)[0] for char in text)
    if kind == "full width":
        return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    return text


@dataclass
class Design:
    """An index over the articles, and how it answers: all numbers, and the first twenty by rank and newest first."""

    name: str
    megabytes: float
    seconds: float
    every: Callable[[str], Sequence[int] | None]
    by_rank: Answer
    newest: Answer
    # For each query how many articles were found, and how many of them the scan finds too.
    found: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    rank_ms: dict[str, float] = field(default_factory=dict)
    newest_ms: dict[str, float] = field(default_factory=dict)


def newsarchive(conn: sqlite3.Connection) -> Design:
    """The whole answer: total, order with whole words first, snippets with marks."""
    started = time.perf_counter()
    index.create(conn)
    index.rebuild(conn)
    conn.commit()
    seconds = time.perf_counter() - started
    return Design(
        "newsarchive, whole answer",
        size(conn, "articles_fts"),
        seconds,
        lambda text: find(conn, f'"{text}"'),
        lambda text: [hit.number for hit in search(conn, f'"{text}"', FIRST).hits],
        lambda text: [hit.number for hit in search(conn, f'"{text}"', FIRST, order="newest").hits],
    )


def numbers_only(conn: sqlite3.Connection, seconds: float) -> Design:
    """The same index without total, whole words and snippets, for comparison with what the others do."""
    weights = ", ".join(map(str, index.WEIGHTS))
    # By the function, as the others: FTS5's column rank takes a quarter longer.
    order = f"ORDER BY bm25(articles_fts, {weights}) LIMIT {FIRST}"
    ranked = f"SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? {order}"

    def by_rank(text: str) -> Sequence[object] | None:
        match = parse(f'"{text}"').match()
        return conn.execute(ranked, (match,)).fetchall() if match else None

    return Design(
        "newsarchive, numbers only",
        size(conn, "articles_fts"),
        seconds,
        lambda text: find(conn, f'"{text}"'),
        by_rank,
        lambda text: plan(conn, parse(f'"{text}"')).newest(conn, FIRST),
    )


def stock(conn: sqlite3.Connection, tokenizer: str) -> tuple[Design, Design]:
    """An index as ``enable_fts()`` of sqlite-utils makes it, with this tokenizer; loaded in bulk, asked by SQL.

    Returns what it takes for the numbers only, and for the whole answer with FTS5's own marks and snippets.
    """
    fts = f"fts_{tokenizer}"
    started = time.perf_counter()
    conn.execute(
        f"CREATE VIRTUAL TABLE {fts} USING fts5 ({', '.join(COLUMNS)}, content='articles', content_rowid='number', "
        f"tokenize='{tokenizer}')"
    )
    conn.execute(f"INSERT INTO {fts} ({fts}, rank) VALUES ('hashsize', ?)", (64 << 20,))
    conn.execute(f"INSERT INTO {fts} ({fts}) VALUES ('rebuild')")
    conn.execute(f"INSERT INTO {fts} ({fts}) VALUES ('optimize')")
    conn.commit()
    seconds = time.perf_counter() - started
    shortest = 3 if tokenizer == "trigram" else 1
    matching = f"FROM {fts} WHERE {fts} MATCH ?"

    def ask(*queries: str) -> Callable[[str], list[int] | None]:
        def answer(text: str) -> list[int] | None:
            if len(text) < shortest:
                return None
            match = '"' + text.replace('"', '""') + '"'
            *_, rows = [conn.execute(query, (match,)).fetchall() for query in queries]
            return [row[0] for row in rows]

        return answer

    titles = ", ".join(f"highlight({fts}, {column}, '[', ']')" for column in range(len(COLUMNS) - 1))
    # Sixty-four tokens, here characters, are the most that FTS5 allows.
    body = f"snippet({fts}, {len(COLUMNS) - 1}, '[', ']', '…', 64)"
    page = f"SELECT {fts}.rowid, id, paper, date, page_label, {titles}, {body} FROM {fts} JOIN articles ON number = "
    page += f"{fts}.rowid WHERE {fts} MATCH ?"
    count = f"SELECT count(*) {matching}"
    rank, newest = f"ORDER BY bm25({fts}) LIMIT {FIRST}", f"ORDER BY {fts}.rowid DESC LIMIT {FIRST}"
    select = f"SELECT rowid {matching}"
    megabytes, every = size(conn, fts), ask(select)
    return (
        Design(
            f"{tokenizer}, numbers only", megabytes, seconds, every, ask(f"{select} {rank}"), ask(f"{select} {newest}")
        ),
        Design(
            f"{tokenizer}, whole answer",
            megabytes,
            seconds,
            every,
            ask(count, f"{page} {rank}"),
            ask(count, f"{page} {newest}"),
        ),
    )


def size(conn: sqlite3.Connection, table: str) -> float:
    """Megabytes of the index proper."""
    return float(conn.execute(f"SELECT sum(length(block)) FROM {table}_data").fetchone()[0]) / 1e6


def milliseconds(answer: Answer, text: str) -> float:
    """The median of some runs, in time of the processor: others may be at work on the machine."""
    times = []
    for _ in range(REPEATS):
        started = time.process_time()
        answer(text)
        times.append(time.process_time() - started)
    return statistics.median(times) * 1000


def folded_texts(conn: sqlite3.Connection) -> list[tuple[int, str]]:
    """What the scan reads: the number of each article, and the fold of its columns."""
    rows = conn.execute(f"SELECT number, {', '.join(COLUMNS)} FROM articles")
    # No query holds the character between the columns.
    return [(number, fold("\uffff".join(columns))) for number, *columns in rows]


def scan(texts: list[tuple[int, str]], query: str) -> set[int]:
    """The truth: the numbers of the articles whose folded text holds the folded query."""
    folded = fold(query)
    return {number for number, text in texts if folded in text}


def measure(designs: list[Design], queries: Iterable[str], texts: list[tuple[int, str]]) -> dict[str, int]:
    """Ask every design every query, in turn; returns in how many articles each query truly is."""
    occurrences = {}
    for query in queries:
        truth = scan(texts, query)
        occurrences[query] = len(truth)
        for design in designs:
            found = design.every(query)
            design.found[query], design.right[query] = len(found or ()), len(truth.intersection(found or ()))
            if found is not None:
                design.rank_ms[query] = milliseconds(design.by_rank, query)
                design.newest_ms[query] = milliseconds(design.newest, query)
    return occurrences


def spread(times: list[float]) -> str:
    """The fiftieth and ninety-fifth percentile."""
    if not times:
        return "–"
    ordered = sorted(times)
    return f"{statistics.median(ordered):.1f} / {ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]:.1f}"


def table(head: list[str], rows: Iterable[list[str]]) -> None:
    """Print a table of Markdown."""
    for row in [head, ["---"] * len(head), *rows]:
        print(f"| {' | '.join(row)} |")
    print()


def share(part: dict[str, int], whole: dict[str, int], queries: Iterable[str]) -> str:
    """Recall or precision over these queries: all they find counts alike."""
    chosen = list(queries)
    return f"{sum(part[query] for query in chosen) / max(1, sum(whole[query] for query in chosen)):.3f}"


def report(designs: list[Design], queries: dict[str, str], occurrences: dict[str, int], articles: int) -> None:
    """Print what was measured."""
    print("Recall against a scan of the folded text, and precision\n")
    kinds = {kind: [q for q in queries if queries[q] == kind] for kind in dict.fromkeys(queries.values())}
    kinds["all"] = list(queries)
    rows = [
        [
            design.name,
            *(share(design.right, occurrences, chosen) for chosen in kinds.values()),
            share(design.right, design.found, queries),
        ]
        for design in designs
    ]
    table(["design", *(f"{kind} ({len(chosen)})" for kind, chosen in kinds.items()), "precision"], rows)

    print(f"First {FIRST}, milliseconds p50 / p95; rare: in under 1 of 1,000 articles, common: in over 1 of 20\n")
    classes = {
        f"{length}, {often}": [
            q for q in queries if low <= len(q) <= high and least <= occurrences[q] / articles <= most
        ]
        for length, low, high in (("1 character", 1, 1), ("2 characters", 2, 2), ("3 and more", 3, 99))
        for often, least, most in (("rare", 0, RARE), ("common", COMMON, 1))
    }
    trigram = next(design for design in designs if design.name.startswith("trigram"))
    classes["3 and more, all that trigram finds too"] = [
        q for q in queries if len(q) >= 3 and 0 < occurrences[q] == trigram.right[q]
    ]
    for order, times in (("by rank", "rank_ms"), ("newest first", "newest_ms")):
        rows = []
        for design in designs:
            known: dict[str, float] = getattr(design, times)
            spreads = (spread([known[q] for q in chosen if q in known]) for chosen in classes.values())
            rows.append([design.name, *spreads])
        table([order, *(f"{name} ({len(chosen)})" for name, chosen in classes.items())], rows)

    print("Size and build time\n")
    indexes = {design.name.partition(",")[0]: design for design in designs}
    rows = [[name, f"{design.megabytes:.1f}", f"{design.seconds:.1f}"] for name, design in indexes.items()]
    table(["index", "MB", "seconds"], rows)


def run(path: Path, articles: int, count: int) -> bool:
    """Build and measure one archive; returns whether newsarchive found every occurrence."""
    conn = build(path, articles)
    characters = conn.execute("SELECT sum(length(headline || kicker || subtitle || body)) FROM articles").fetchone()[0]
    queries = sample(conn, count)
    print(
        f"## {articles:,} articles of {characters:,} characters, {len(queries)} queries, "
        f"SQLite {sqlite3.sqlite_version}\n"
    )
    ours = newsarchive(conn)
    designs = [ours, numbers_only(conn, ours.seconds), *stock(conn, "trigram"), *stock(conn, "unicode61")]
    occurrences = measure(designs, queries, folded_texts(conn))
    report(designs, queries, occurrences, articles)
    conn.close()
    return ours.right == occurrences


def main(arguments: list[str] | None = None) -> None:
    """Measure archives of the sizes asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000], help="sizes of the archives")
    parser.add_argument("--queries", type=int, default=600, help="how many queries")
    options = parser.parse_args(arguments)
    complete = True
    for articles in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            complete &= run(Path(folder) / "bench.db", articles, options.queries)
    if not complete:
        sys.exit("newsarchive missed an occurrence")


if __name__ == "__main__":
    main()
