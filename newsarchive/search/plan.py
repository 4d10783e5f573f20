"""Turn a query into SQL: the index finds the words, and the rows tell what it cannot know (punctuation, papers)."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsarchive.search.fold import any_spelling, fold
from newsarchive.search.index import FIELDS, WEIGHTS
from newsarchive.search.query import Query, Word

# Comparing punctuation takes some ten microseconds an article; so many are counted at most.
COUNTED = 2_000

_BM25 = f"bm25(articles_fts, {', '.join(map(str, WEIGHTS))})"


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions of SQL, all of which must hold, with their parameters."""

    conditions: tuple[str, ...] = ()
    parameters: tuple[str | int, ...] = ()

    def __add__(self, other: Where) -> Where:
        return Where(self.conditions + other.conditions, self.parameters + other.parameters)

    def __str__(self) -> str:
        return " AND ".join(self.conditions) or "1"


@dataclass(frozen=True, slots=True)
class Plan:
    """The articles of a query: those that the index finds, and of them those whose ``rows`` meet further conditions.

    ``match`` is None when no word can be looked up in the index; ``whole`` is the match for whole runs of letters and
    digits where that is another. ``compares`` says that the texts of rows are compared with words; ``literal``,
    that it is punctuation within words, without which more might be found.
    """

    match: str | None
    whole: str | None
    numbers: Where
    rows: Where
    compares: bool
    literal: bool

    def count(self, conn: sqlite3.Connection) -> tuple[int, bool]:
        """How many articles there are, and whether that is exact; where rows are compared, there may be more."""
        if not self.compares:
            return int(self._select(conn, "count(*)").fetchone()[0]), True
        counted = len(self._select(conn, self._key, "LIMIT ?", (COUNTED + 1,)).fetchall())
        return min(counted, COUNTED), counted <= COUNTED

    def newest(self, conn: sqlite3.Connection, limit: int, offset: int) -> list[int]:
        """The numbers of the articles, newest first."""
        cursor = self._select(conn, self._key, f"ORDER BY {self._key} DESC LIMIT ? OFFSET ?", (limit, offset))
        return [number for (number,) in cursor]

    def best(
        self, conn: sqlite3.Connection, limit: int, since: int = 0, *, whole: bool = False
    ) -> list[tuple[int, float]]:
        """The numbers of the articles from the number ``since`` on, with their scores: best first, then newest."""
        where = self._indexed(whole=whole) + Where(("articles_fts.rowid >= ?",), (since,))
        ranked = f"SELECT rowid AS number, {_BM25} AS score FROM articles_fts WHERE {where} ORDER BY 2, 1 DESC LIMIT ?"
        if not self.rows.conditions:
            return conn.execute(ranked, (*where.parameters, limit)).fetchall()
        # Reading rows is the slower part: the inner query puts all in order, the outer reads from the best on until it
        # has enough. CROSS keeps that order of work, and the inner limit (none) keeps SQLite from merging the two.
        source = f"({ranked}) f CROSS JOIN articles a ON a.number = f.number"
        query = f"SELECT f.number, f.score FROM {source} WHERE {self.rows} LIMIT ?"
        return conn.execute(query, (*where.parameters, -1, *self.rows.parameters, limit)).fetchall()

    @property
    def _key(self) -> str:
        return "a.number" if self.match is None else "articles_fts.rowid"

    def _indexed(self, *, whole: bool = False) -> Where:
        match = self.whole if whole and self.whole else self.match
        return self.numbers if match is None else Where(("articles_fts MATCH ?",), (match,)) + self.numbers

    def _select(
        self, conn: sqlite3.Connection, columns: str, tail: str = "", parameters: Sequence[int] = ()
    ) -> sqlite3.Cursor:
        if self.match is None:
            source = "articles a"
        elif self.rows.conditions:
            # CROSS makes SQLite ask the index first; else it might ask it once for every article.
            source = "articles_fts CROSS JOIN articles a ON a.number = articles_fts.rowid"
        else:
            source = "articles_fts"
        where = self._indexed() + self.rows
        return conn.execute(f"SELECT {columns} FROM {source} WHERE {where} {tail}", (*where.parameters, *parameters))


def plan(conn: sqlite3.Connection, query: Query, *, literal: bool = True) -> Plan:
    """Plan a query; unless ``literal``, punctuation within a word matters only where it excludes articles."""
    match, whole = query.match(), query.match(whole=True)
    rows = Where()
    for name in query.papers:
        rows += _of_papers(conn, name)
    compared = [word for word in query.words if word.has_punctuation and (literal or word.without or not word.match())]
    if compared:
        _teach(conn)
    for word in compared:
        rows += _contains(word)
    return Plan(
        match,
        whole if whole != match else None,
        _between(conn, query, match is not None),
        rows,
        compares=bool(compared),
        literal=literal and any(word.match() and not word.without for word in compared),
    )


def _between(conn: sqlite3.Connection, query: Query, indexed: bool) -> Where:
    if not query.since:
        return Where()
    key = "articles_fts.rowid" if indexed else "a.number"
    # The tilde sorts after every sign of a date, so this is the first number after that day.
    first, after = _first_number(conn, query.since), _first_number(conn, f"{query.until}~")
    return Where((f"{key} >= ?", f"{key} < ?"), (first, after))


def _contains(word: Word) -> Where:
    columns = (word.column,) if word.column else FIELDS
    condition = f"folded_contains(?, {', '.join(f'a.{column}' for column in columns)})"
    return Where((f"NOT {condition}" if word.without else condition,), (word.text,))


def _teach(conn: sqlite3.Connection) -> None:
    """Give the connection the function ``folded_contains``, unless it has it: SQLite replaces none that is in use."""
    try:
        conn.execute("SELECT folded_contains('')")
    except sqlite3.OperationalError:
        conn.create_function("folded_contains", -1, folded_contains, deterministic=True)


def folded_contains(folded: str, *texts: str | None) -> bool:
    """Whether the fold of any of the texts contains a folded text."""
    search = _any_spelling(folded).search
    return any(search(text) for text in texts if text)


@lru_cache(maxsize=64)
def _any_spelling(folded: str) -> re.Pattern[str]:
    return re.compile("".join(map(any_spelling, folded)))


def _of_papers(conn: sqlite3.Connection, name: str) -> Where:
    """The papers with this id, or with this (folded) text in their name."""
    papers = conn.execute("SELECT id, name FROM papers").fetchall()
    chosen = [paper for paper, title in papers if fold(paper) == name or name in fold(title or "")]
    if len(chosen) == len(papers):
        return Where()
    return Where((f"a.paper IN ({', '.join('?' * len(chosen))})",), tuple(chosen))


def _first_number(conn: sqlite3.Connection, date: str) -> int:
    """The least number that an article of this date or later may have, found by bisection: numbers sort by date."""
    # Two queries: SQLite looks up a minimum or a maximum at once, but reads everything for both.
    (low,) = conn.execute("SELECT min(number) FROM articles").fetchone()
    if low is None:
        return 0
    high = conn.execute("SELECT max(number) FROM articles").fetchone()[0] + 1
    query = "SELECT number, date FROM articles WHERE number >= ? ORDER BY number LIMIT 1"
    while low < high:
        middle = (low + high) // 2
        number, its_date = conn.execute(query, (middle,)).fetchone()
        if its_date >= date:
            high = middle
        else:
            low = number + 1
    return int(low)
