"""Small archives with the columns that search relies on, from the provided issue and recombined news."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.search import sources
from newsarchive.search import index

ISSUE = Path(__file__).parents[2] / "fixtures/issue/issue_truth.json"
ARTICLES = """
CREATE TABLE papers (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE articles (
    id TEXT PRIMARY KEY, number INTEGER UNIQUE, headline TEXT, kicker TEXT, subtitle TEXT, body TEXT,
    paper TEXT, date TEXT, page_label TEXT
);
"""

Row = dict[str, str]


def issue_articles() -> list[Row]:
    articles = json.loads(ISSUE.read_text(encoding="utf-8"))["articles"]
    return [{name: article[name] for name in index.FIELDS} for article in articles]


def recombined(count: int, seed: int = 4) -> list[Row]:
    """Articles of one to eight random sentences of the issue and the bench pages, in spellings of all kinds."""
    rng = random.Random(seed)
    articles = sources()
    sentences = [s for article in articles for s in article["body"].replace("\n", "。").split("。") if s]
    extra = [
        "中华为之崛起",
        "11月20日",
        "1月20日",
        "5G＋工业互联网",
        "GPT-4 Turbo",
        "臺灣經濟發展",
        "１２８K",
        "ChatGPT",
        "A股",
        "——",
    ]
    spell = [
        str,
        str,
        str,
        str.upper,
        lambda s: s.replace("，", ", "),
        lambda s: s.replace("电", "電").replace("国", "國"),
    ]
    made = []
    for _ in range(count):
        body = [rng.choice(spell)(rng.choice(sentences)) for _ in range(rng.randint(1, 8))]
        body.insert(rng.randrange(len(body) + 1), rng.choice(extra))
        fields = {name: rng.choice(articles)[name] for name in ("headline", "kicker", "subtitle")}
        made.append({**fields, "body": rng.choice(["。", "。\n", " "]).join(body)})
    return made


def archive(articles: Iterable[Row], dates: Sequence[str] = ("2023-11-21",)) -> sqlite3.Connection:
    """An archive in memory; the articles get the dates in turn, and numbers that sort by date."""
    conn = sqlite3.connect(":memory:")
    conn.executescript(ARTICLES)
    index.create(conn)
    conn.executemany("INSERT INTO papers VALUES (?, ?)", [("cena", "中国电子报"), ("test", "试验晚报")])
    articles = list(articles)
    for position, article in enumerate(articles):
        date = sorted(dates)[position * len(dates) // len(articles)]
        number = int(date.replace("-", "")) * 10_000 + position
        paper = "cena" if position % 3 else "test"
        texts = [article.get(name, "") for name in ("headline", "kicker", "subtitle", "body")]
        conn.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (f"{paper}-{date}-01-{position:03}", number, *texts, paper, date, "01"),
        )
        index.add(conn, number, article)
    conn.commit()
    return conn


def numbers(conn: sqlite3.Connection, match: str) -> set[int]:
    return {row[0] for row in conn.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", (match,))}
