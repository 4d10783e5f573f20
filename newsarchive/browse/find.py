"""Lists of articles: what a query finds, narrowed by topic and person, counted by paper, month, topic and person."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field, replace

from newsarchive.search.marks import Piece, marked, pattern, snippet
from newsarchive.search.query import parse
from newsarchive.search.search import Order, find, search
from newsarchive.store.plain import rows

PAGE_SIZE = 20
# The longest stretch of a headline in a list; real ones have some forty characters.
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
    seen: str = ""
    page: str = ""


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
    if asked.topic or asked.person or not asked.words.strip():
        numbers = narrowed(conn, asked)
        total, exact, ranked, loose = len(numbers), True, False, False
        start = (asked.page - 1) * PAGE_SIZE
        items = _items(conn, numbers[start : start + PAGE_SIZE], asked.words)
    else:
        results = search(conn, asked.words, PAGE_SIZE, (asked.page - 1) * PAGE_SIZE, asked.order)
        numbers = find(conn, asked.words, COUNTED)
        total, exact, loose = results.total, results.exact, results.punctuation_ignored
        ranked = results.order is Order.RANK
        items = _with_page(
            conn,
            [
                Item(h.id, h.date, h.paper, h.page_label, h.kicker, _cut(h.headline), h.subtitle, h.snippet)
                for h in results.hits
            ],
        )
    counted = numbers[:COUNTED]
    pages = max(1, -(-total // PAGE_SIZE))
    return Found(asked, total, exact, ranked, loose, items, pages, numbers, facets(conn, counted), len(counted))


def narrowed(conn: sqlite3.Connection, asked: Asked) -> list[int]:
    """The numbers of all articles asked for that are still on their page, newest first."""
    conditions, values = ["gone IS NULL"], []
    if asked.words.strip():
        conditions.append("number IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(find(conn, asked.words)))
    if asked.topic:
        conditions.append("id IN (SELECT article FROM article_topics WHERE topic = ?)")
        values.append(asked.topic)
    if asked.person:
        # Most articles are ruled out without taking their array apart.
        conditions.append("instr(people, ?) AND EXISTS (SELECT 1 FROM json_each(people) WHERE value = ?)")
        values += [json.dumps(asked.person, ensure_ascii=False), asked.person]
    query = f"SELECT number FROM articles WHERE {' AND '.join(conditions)} ORDER BY number DESC"
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


def _items(conn: sqlite3.Connection, numbers: list[int], typed: str) -> list[Item]:
    patterns = [pattern(word.text) for word in parse(typed).wanted]
    query = (
        "SELECT number, id, date, paper, page_label, kicker, substr(headline, 1, ?) AS headline, subtitle, body,"
        " first_seen, page FROM articles WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number DESC"
    )
    return [
        Item(
            row["id"],
            row["date"],
            row["paper"],
            row["page_label"],
            marked(row["kicker"][:_LONGEST_HEADLINE], patterns),
            marked(row["headline"], patterns),
            marked(row["subtitle"][:_LONGEST_HEADLINE], patterns),
            snippet(row["body"], patterns),
            row["first_seen"],
            row["page"],
        )
        for row in rows(conn, query, [_LONGEST_HEADLINE, json.dumps(numbers)])
    ]


def _with_page(conn: sqlite3.Connection, items: list[Item]) -> list[Item]:
    """The items with what search does not tell of them: the page of each, and when it was first seen."""
    query = "SELECT id, first_seen, page FROM articles WHERE id IN (SELECT value FROM json_each(?))"
    known = {row["id"]: row for row in rows(conn, query, [json.dumps([item.id for item in items])])}
    # A crawl may take an article away between the two queries.
    return [
        replace(item, seen=known[item.id]["first_seen"], page=known[item.id]["page"])
        for item in items
        if item.id in known
    ]


def _cut(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces up to the longest headline that a list shows."""
    left = _LONGEST_HEADLINE
    kept = []
    for piece in pieces:
        if left <= 0:
            break
        kept.append(Piece(piece.text[:left], piece.hit))
        left -= len(piece.text)
    return tuple(kept)


def newest(conn: sqlite3.Connection, asked: Asked, limit: int) -> list[Item]:
    """The newest articles asked for, whatever the order asked for: for a feed."""
    return _items(conn, narrowed(conn, asked)[:limit], asked.words)
