"""Turn a query into SQL: the index finds the words, and the rows tell what it cannot know (punctuation, papers)."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsarchive.search.fold import any_spelling, fold
from newsarchive.search.index import FIELDS, WEIGHTS
from newsarchive.search.query import Query, Word

# Comparing punctuation takes some ten microseconds an article; so many are counted at most.
COUNTED = 1_000
# What an article is about has a short name; longer phrases take long to look up once more.
_LONGEST_NAME = 4
# What a reader looks at first: a kicker and a subtitle are set beside the headline.
_HEADS = tuple(name for name in FIELDS if name != "body")

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
class Count:
    """How many articles a plan finds; unless ``exact``, more. Where rows had to be compared, ``newest`` are those."""

    total: int
    exact: bool = True
    newest: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The articles of a query: those that the index finds, and of them those whose ``rows`` meet further conditions.

    ``match`` is None when no word can be looked up in the index; ``whole`` is the match for whole runs of letters and
    digits where that is another, ``heads`` the one for any of the words in a headline, kicker or subtitle, if all are
    short. ``compares`` says that the texts of rows are compared with words; ``literal``, that it is punctuation within
    words, without which more might be found.
    """

    match: str | None
    whole: str | None
    heads: str | None
    numbers: Where
    rows: Where
    compares: bool
    literal: bool

    def count(self, conn: sqlite3.Connection) -> Count:
        """How many articles there are."""
        if not self.compares:
            return Count(int(self._select(conn, "count(*)", self.match, self.rows).fetchone()[0]))
        compared = self.newest(conn, COUNTED + 1)
        return Count(min(len(compared), COUNTED), len(compared) <= COUNTED, tuple(compared[:COUNTED]))

    def newest(self, conn: sqlite3.Connection, limit: int, offset: int = 0) -> list[int]:
        """The numbers of the articles, newest first."""
        return self._numbers(conn, self.match, self.rows, limit, offset)

    def standing_out(self, conn: sqlite3.Connection, limit: int, since: int, *, whole: bool) -> list[int]:
        """The newest articles down to ``since`` that have the words whole, or else any in a headline or beside it.

        Other conditions than those of the index may not hold of them.
        """
        match = self.whole if whole else self.heads
        # A condition that always holds makes FTS5 read everything.
        bound = Where(("articles_fts.rowid >= ?",), (since,)) if since else Where()
        return self._numbers(conn, match, bound, limit, 0) if match else []

    def _numbers(self, conn: sqlite3.Connection, match: str | None, rows: Where, limit: int, offset: int) -> list[int]:
        tail = f"ORDER BY {self._key} DESC LIMIT ? OFFSET ?"
        return [number for (number,) in self._select(conn, self._key, match, rows, tail, (limit, offset))]

    def scored(self, conn: sqlite3.Connection, since: int = 0, among: Sequence[int] = ()) -> list[tuple[int, float]]:
        """The articles that the index finds, with their scores: best first, then newest.

        Only those from the number ``since`` on are scored (which is what takes the time), and those ``among``.
        """
        where = Where(("articles_fts MATCH ?",), (self.match or "",)) + self.numbers
        if since:
            where += Where(("articles_fts.rowid >= ?",), (min(since, *among) if among else since,))
        if among:
            # The plus signs keep SQLite from asking the index once for each number.
            some = "(+articles_fts.rowid >= ? OR +articles_fts.rowid IN (SELECT value FROM json_each(?)))"
            where += Where((some,), (since, json.dumps(among)))
        query = f"SELECT rowid, {_BM25} FROM articles_fts WHERE {where} ORDER BY 2, 1 DESC"
        return conn.execute(query, where.parameters).fetchall()

    @property
    def _key(self) -> str:
        return "a.number" if self.match is None else "articles_fts.rowid"

    def _select(
        self,
        conn: sqlite3.Connection,
        columns: str,
        match: str | None,
        rows: Where,
        tail: str = "",
        parameters: Sequence[int] = (),
    ) -> sqlite3.Cursor:
        where = self.numbers + rows
        if match is None:
            source = "articles a"
        else:
            where = Where(("articles_fts MATCH ?",), (match,)) + where
            # CROSS makes SQLite ask the index first; else it might ask it once for every article.
            joined = " CROSS JOIN articles a ON a.number = articles_fts.rowid" if "a." in str(rows) else ""
            source = f"articles_fts{joined}"
        return conn.execute(f"SELECT {columns} FROM {source} WHERE {where} {tail}", (*where.parameters, *parameters))


def plan(conn: sqlite3.Connection, query: Query, *, literal: bool = True) -> Plan:
    """Plan a query; unless ``literal``, punctuation within a word matters only where it excludes articles."""
    match, whole = query.match(loose=not literal), query.match(whole=True, loose=not literal)
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
        _in_heads(query, match),
        _between(conn, query, match is not None),
        rows,
        compares=bool(compared),
        literal=literal and any(word.match() and not word.without for word in compared),
    )


def _in_heads(query: Query, match: str | None) -> str | None:
    words = [word for word in query.wanted if word.column is None]
    anywhere = [found for word in words if (found := word.match())]
    if not anywhere or max(len(word.text) for word in words) > _LONGEST_NAME:
        return None
    heads = f"{{{' '.join(_HEADS)}}} : ({' OR '.join(anywhere)})"
    return heads if len(query.words) == 1 else f"({match}) AND {heads}"


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
    for text in texts:  # noqa: SIM110 (a generator would take as long as the search itself)
        if text and search(text):
            return True
    return False


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
