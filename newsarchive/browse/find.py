"""Lists of articles: what a query finds, narrowed by topic and person, counted by paper, month, topic and person."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsarchive.export.records import held
from newsarchive.search.marks import Piece
from newsarchive.search.search import Answer, Hit, Order, ask, listed
from newsarchive.store.plain import rows

PAGE_SIZE = 20
# The longest stretch of a headline, a kicker or a subtitle in a list; real ones have some forty characters.
_LONGEST_HEADLINE = 200
# Facets are counted in so many of the newest articles found, which takes a few tenths of a second at most.
COUNTED = 10_000
_FACET_VALUES = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks for: words, and a topic code, a person, an order, a page from 1."""

    words: str = ""
    topic: str = ""
    person: str = ""
    order: str = Order.RANK
    page: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a list, its texts in pieces with the hits marked."""

    id: str
    date: str
    paper: str
    page_label: str
    kicker: tuple[Piece, ...]
    headline: tuple[Piece, ...]
    subtitle: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    seen: str
    page: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Found:
    """One page of a list, and the ``numbers`` of all that it is a page of, or of as many as facets are counted in.

    ``facets`` maps paper, month, topic, person to (value, label, count).
    """

    asked: Asked
    total: int
    exact: bool
    ranked: bool
    punctuation_ignored: bool
    items: list[Item]
    pages: int
    numbers: list[int] = field(repr=False)
    facets: dict[str, list[tuple[str, str, int]]] = field(default_factory=dict)
    counted: int = 0


def found(conn: sqlite3.Connection, asked: Asked) -> Found:
    """The articles asked for, with facets. By rank unless a topic or person narrows them: then the newest first."""
    answer = _answer(conn, asked)
    start = (asked.page - 1) * PAGE_SIZE
    if answer is None or asked.topic or asked.person:
        numbers = _narrowed(conn, asked, answer)
        total, exact, ranked = len(numbers), True, False
        hits = listed(conn, numbers[start : start + PAGE_SIZE], answer.patterns if answer else ())
    else:
        results = answer.page(conn, PAGE_SIZE, start, asked.order)
        numbers = answer.numbers(conn, COUNTED)
        total, exact, ranked = results.total, results.exact, results.order is Order.RANK
        hits = results.hits
    loose = answer is not None and answer.punctuation_ignored
    counted = numbers[:COUNTED]
    pages = max(1, -(-total // PAGE_SIZE))
    items = _items(conn, hits)
    return Found(asked, total, exact, ranked, loose, items, pages, numbers, facets(conn, counted), len(counted))


def kept(conn: sqlite3.Connection, asked: Asked) -> list[int]:
    """The numbers of all articles asked for that are still on their page, newest first."""
    return held(conn, _narrowed(conn, asked, _answer(conn, asked)))


def _answer(conn: sqlite3.Connection, asked: Asked) -> Answer | None:
    """What the words find; None where none are asked for."""
    return ask(conn, asked.words) if asked.words else None


def _narrowed(conn: sqlite3.Connection, asked: Asked, answer: Answer | None) -> list[int]:
    if answer is not None and not (asked.topic or asked.person):
        return answer.numbers(conn)
    conditions, values = [], []
    if answer is not None:
        conditions.append("number IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(answer.numbers(conn)))
    if asked.topic:
        conditions.append("id IN (SELECT article FROM article_topics WHERE topic = ?)")
        values.append(asked.topic)
    if asked.person:
        # Most articles are ruled out without taking their array apart.
        conditions.append("instr(people, ?) AND EXISTS (SELECT 1 FROM json_each(people) WHERE value = ?)")
        values += [json.dumps(asked.person, ensure_ascii=False), asked.person]
    query = f"SELECT number FROM articles WHERE {' AND '.join(conditions) or '1'} ORDER BY number DESC"
    return [number for (number,) in conn.execute(query, values)]


def facets(conn: sqlite3.Connection, numbers: list[int]) -> dict[str, list[tuple[str, str, int]]]:
    """How many of these articles have which paper, month, topic and person, the most frequent first."""
    some = "SELECT value FROM json_each(?)"
    queries = {
        "paper": "SELECT paper, papers.name, count(*) FROM articles JOIN papers ON papers.id = paper"
        f" WHERE number IN ({some}) GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?",
        "month": "SELECT substr(date, 1, 7), substr(date, 1, 7), count(*) FROM articles"
        f" WHERE number IN ({some}) GROUP BY 1 ORDER BY 1 DESC LIMIT ?",
        "topic": "SELECT topic, label, count(*) FROM article_topics JOIN topics ON topics.code = topic"
        f" WHERE article IN (SELECT id FROM articles WHERE number IN ({some})) GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?",
        "person": "SELECT value, value, count(*) FROM articles, json_each(people)"
        f" WHERE number IN ({some}) GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?",
    }
    these = json.dumps(numbers)
    return {
        name: [
            (str(value), str(label), int(count)) for value, label, count in conn.execute(query, [these, _FACET_VALUES])
        ]
        for name, query in queries.items()
    }


def over_time(conn: sqlite3.Connection, numbers: list[int]) -> list[tuple[str, int]]:
    """Articles by month, or by year where there are more than three years of them; none left out in between."""
    query = (
        "SELECT substr(date, 1, 7), count(*) FROM articles WHERE number IN (SELECT value FROM json_each(?)) GROUP BY 1"
    )
    by_month = {month: int(count) for month, count in conn.execute(query, [json.dumps(numbers)])}
    if not by_month:
        return []
    first, last = min(by_month), max(by_month)
    if int(last[:4]) - int(first[:4]) > 3:
        years = {f"{year:04d}": 0 for year in range(int(first[:4]), int(last[:4]) + 1)}
        for month, count in by_month.items():
            years[month[:4]] += count
        return list(years.items())
    all_months = [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(_ordinal(first), _ordinal(last) + 1)]
    return [(month, by_month.get(month, 0)) for month in all_months]


def topic_label(conn: sqlite3.Connection, code: str) -> str | None:
    """What a topic is called."""
    row = conn.execute("SELECT label FROM topics WHERE code = ?", [code]).fetchone()
    return row[0] if row else None


def _ordinal(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _items(conn: sqlite3.Connection, hits: Sequence[Hit]) -> list[Item]:
    """The articles as a list shows them, with what search does not tell of them."""
    query = "SELECT number, first_seen, page, gone FROM articles WHERE number IN (SELECT value FROM json_each(?))"
    known = {row["number"]: row for row in rows(conn, query, [json.dumps([hit.number for hit in hits])])}
    # A crawl may take an article away between the two queries.
    return [
        Item(
            hit.id,
            hit.date,
            hit.paper,
            hit.page_label,
            _cut(hit.kicker),
            _cut(hit.headline),
            _cut(hit.subtitle),
            hit.snippet,
            known[hit.number]["first_seen"],
            known[hit.number]["page"],
            known[hit.number]["gone"] is not None,
        )
        for hit in hits
        if hit.number in known
    ]


def _cut(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces up to the longest stretch that a list shows."""
    left = _LONGEST_HEADLINE
    kept = []
    for piece in pieces:
        if left <= 0:
            break
        kept.append(Piece(piece.text[:left], piece.hit))
        left -= len(piece.text)
    return tuple(kept)


def newest(conn: sqlite3.Connection, asked: Asked, limit: int) -> list[Item]:
    """The newest articles asked for that are still on their page, whatever the order asked for: for a feed."""
    answer = _answer(conn, asked)
    numbers = held(conn, _narrowed(conn, asked, answer))[:limit]
    return _items(conn, listed(conn, numbers, answer.patterns if answer else ()))
