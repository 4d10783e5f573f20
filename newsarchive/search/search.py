"""Search the archive: the articles that a typed query is about, best or newest first, with snippets.

Needs the tables ``articles`` (``number``, ``id``, the indexed columns, ``paper``, ``date``, ``page_label``) and
``papers`` (``id``, ``name``), and the index beside them. Reads only, by any SQLite connection.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from newsarchive.search.marks import Piece, marked, pattern, snippet
from newsarchive.search.plan import Count, Plan, plan
from newsarchive.search.query import Query, parse
from newsarchive.search.rank import Scored, rank
from newsarchive.search.rows import Row, Rows


class Order(StrEnum):
    """What stands first."""

    RANK = "rank"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found. ``score`` is bm25's, the lower the better, 0 when not ranked.

    Joined, the pieces of ``headline``, ``kicker`` and ``subtitle`` are those; ``snippet`` is cut from the body.
    """

    id: str
    number: int
    headline: tuple[Piece, ...]
    kicker: tuple[Piece, ...]
    subtitle: tuple[Piece, ...]
    paper: str
    date: str
    page_label: str
    snippet: tuple[Piece, ...]
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found, and how.

    ``total`` counts all articles found; unless ``exact`` (where punctuation was typed) there are more. ``ranked`` says
    how many stand in order of rank before the rest, newest first: all of them unless they are more than a thousand;
    then the newest, and of many more those that stand out by a headline. ``punctuation_ignored`` says that no article
    has the punctuation typed within words.
    """

    query: Query
    order: Order
    total: int
    exact: bool
    ranked: int
    punctuation_ignored: bool
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a query finds, counted but not read. ``punctuation_ignored`` as in ``Results``."""

    query: Query
    plan: Plan
    count: Count
    punctuation_ignored: bool

    @property
    def patterns(self) -> list[re.Pattern[str]]:
        """What finds the words of the query in an original text."""
        return [pattern(word.text, literal=not self.punctuation_ignored) for word in self.query.wanted]

    def numbers(self, conn: sqlite3.Connection, limit: int = -1) -> list[int]:
        """The numbers of the articles, newest first, at most ``limit`` if that is given."""
        return self.plan.newest(conn, limit)

    def page(self, conn: sqlite3.Connection, limit: int = 20, offset: int = 0, order: str = Order.RANK) -> Results:
        """One page of the articles, as ``search`` has it."""
        order = Order(order)
        if limit < 0 or offset < 0:
            raise ValueError(f"limit {limit} and offset {offset} must not be negative")
        patterns = self.patterns
        rows = Rows(conn)
        if order is Order.RANK and self.plan.match is not None:
            ranking = rank(conn, self.plan, self.count)
            ranked = len(ranking.scored)
            chosen = ranking.page(conn, rows, list(zip(self.query.wanted, patterns, strict=True)), limit, offset)
        else:
            order, ranked = Order.NEWEST, 0
            chosen = [(number, 0.0) for number in self.plan.newest(conn, limit, offset)]
        count, hits = self.count, _hits(rows, chosen, patterns)
        return Results(self.query, order, count.total, count.exact, ranked, self.punctuation_ignored, hits)


def search(conn: sqlite3.Connection, typed: str, limit: int = 20, offset: int = 0, order: str = Order.RANK) -> Results:
    """Find the articles that a typed query is about; ``newsarchive.search.query`` has the syntax.

    Guarantees: every article that literally holds the words (after folding) is among the ``total``; the pages that
    ``offset`` turns hold each article once. By rank, articles that have the words as words, and whole numbers, stand
    before those where they are chance substrings; then bm25 counts, a headline most; then the newest is first.

    Raises nothing for whatever is typed; ``ValueError`` for an unknown order or a negative limit or offset.
    """
    return ask(conn, typed).page(conn, limit, offset, order)


def find(conn: sqlite3.Connection, typed: str, limit: int = -1) -> list[int]:
    """The numbers of the articles that a typed query is about, newest first, at most ``limit`` if that is given."""
    return ask(conn, typed).numbers(conn, limit)


def ask(conn: sqlite3.Connection, typed: str) -> Answer:
    """What a typed query finds, for those who want more of it than a page or its numbers: it is planned once."""
    query = parse(typed)
    literal = plan(conn, query)
    count = literal.count(conn)
    if count.total or not literal.literal:
        return Answer(query, literal, count, punctuation_ignored=False)
    loose = plan(conn, query, literal=False)
    count = loose.count(conn)
    return Answer(query, loose, count, punctuation_ignored=count.total > 0)


def listed(
    conn: sqlite3.Connection, numbers: Sequence[int], patterns: Sequence[re.Pattern[str]] = ()
) -> tuple[Hit, ...]:
    """The articles of these numbers, in this order, hits of the patterns marked; what is not held is left out."""
    return _hits(Rows(conn), [(number, 0.0) for number in numbers], patterns)


def _hits(rows: Rows, chosen: Sequence[Scored], patterns: Sequence[re.Pattern[str]]) -> tuple[Hit, ...]:
    rows.read([number for number, _ in chosen])
    return tuple(_hit(rows[number], score, patterns) for number, score in chosen if number in rows)


def _hit(row: Row, score: float, patterns: Sequence[re.Pattern[str]]) -> Hit:
    return Hit(
        id=row.id,
        number=row.number,
        headline=marked(row.headline, patterns),
        kicker=marked(row.kicker, patterns),
        subtitle=marked(row.subtitle, patterns),
        paper=row.paper,
        date=row.date,
        page_label=row.page_label,
        snippet=snippet(row.body, patterns),
        score=score,
    )
