"""Turn a query into SQL: the index finds the words, and the rows tell what it cannot know (punctuation, papers)."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.search.fold import fold, spellings
from newsarchive.search.index import FIELDS, WEIGHTS
from newsarchive.search.query import Query, Word

# SQLite refuses expressions deeper than 1,000; a text whose folding needs more replacements than this is compared as
# far as they reach, and is long enough for the index to have found little else.
_REPLACEMENTS = 200

_BM25 = f"bm25(articles_fts, {', '.join(map(str, WEIGHTS))})"


@dataclass(frozen=True, slots=True)
class Plan:
    """The articles of a query. ``match`` is None when none of its words can be looked up in the index.

    ``whole`` is the match for whole runs of letters and digits where that is another. ``literal`` says that punctuation
    typed within words is asked for, so that without it more might be found.
    """

    match: str | None
    whole: str | None
    literal: bool
    source: str
    key: str
    conditions: tuple[str, ...]
    parameters: tuple[str | int, ...]

    def count(self, conn: sqlite3.Connection) -> int:
        """How many articles there are."""
        count: int = self._select(conn, "count(*)").fetchone()[0]
        return count

    def newest(self, conn: sqlite3.Connection, limit: int, offset: int) -> list[int]:
        """The numbers of the articles, newest first."""
        cursor = self._select(conn, self.key, f"ORDER BY {self.key} DESC LIMIT ? OFFSET ?", (limit, offset))
        return [number for (number,) in cursor]

    def best(self, conn: sqlite3.Connection, limit: int, since: int, *, whole: bool = False) -> list[tuple[int, float]]:
        """The numbers of the articles from the number ``since`` on, with their scores: best first, then newest."""
        tail = f"AND {self.key} >= ? ORDER BY 2, 1 DESC LIMIT ?"
        return self._select(conn, f"{self.key}, {_BM25}", tail, (since, limit), whole=whole).fetchall()

    def _select(
        self,
        conn: sqlite3.Connection,
        columns: str,
        tail: str = "",
        parameters: Sequence[int] = (),
        *,
        whole: bool = False,
    ) -> sqlite3.Cursor:
        conditions, given = [*self.conditions], [*self.parameters]
        if self.match is not None:
            conditions.insert(0, "articles_fts MATCH ?")
            given.insert(0, self.whole if whole and self.whole else self.match)
        where = " AND ".join(conditions) or "1"
        return conn.execute(f"SELECT {columns} FROM {self.source} WHERE {where} {tail}", (*given, *parameters))


def plan(conn: sqlite3.Connection, query: Query, *, literal: bool = True) -> Plan:
    """Plan a query; unless ``literal``, punctuation within a word matters only where it excludes articles."""
    match, whole = query.match(), query.match(whole=True)
    compared = [word for word in query.words if word.has_punctuation and (literal or word.without or not word.match())]
    if match is None:
        source, key = "articles a", "a.number"
    elif query.papers or compared:
        # CROSS makes SQLite ask the index first; else it might ask it once for every article.
        source, key = "articles_fts CROSS JOIN articles a ON a.number = articles_fts.rowid", "articles_fts.rowid"
    else:
        source, key = "articles_fts", "articles_fts.rowid"
    conditions: list[str] = []
    parameters: list[str | int] = []
    if query.since:
        conditions.append(f"{key} >= ? AND {key} < ?")
        # The tilde sorts after every digit and sign of a date: the first number after the whole day.
        parameters += (_first_number(conn, query.since), _first_number(conn, f"{query.until}~"))
    for name in query.papers:
        papers = _papers(conn, name)
        conditions.append(f"a.paper IN ({', '.join('?' * len(papers))})")
        parameters += papers
    for word in compared:
        condition, given = _contains(word)
        conditions.append(f"NOT ({condition})" if word.without else f"({condition})")
        parameters += given
    dispensable = literal and any(word.match() and not word.without for word in compared)
    whole = whole if whole != match else None
    return Plan(match, whole, dispensable, source, key, tuple(conditions), tuple(parameters))


def _contains(word: Word) -> tuple[str, list[str]]:
    """SQL for "the folded text of a column contains the word": by undoing other spellings of its characters only."""
    replacements: list[str] = []
    needle = ""
    for character in word.text:
        others = [] if character in needle else [c for c in spellings(character) if not ("A" <= c <= "Z")]
        if len(replacements) + 2 * len(others) > 2 * _REPLACEMENTS:
            break
        needle += character
        for other in others:
            replacements += (other, character)
    alternatives, parameters = [], []
    for column in (word.column,) if word.column else FIELDS:
        opened = "replace(" * (len(replacements) // 2)
        folded = f"{opened}lower(coalesce(a.{column}, '')){', ?, ?)' * (len(replacements) // 2)}"
        alternatives.append(f"instr({folded}, ?) > 0")
        parameters += [*replacements, needle]
    return " OR ".join(alternatives), parameters


def _papers(conn: sqlite3.Connection, name: str) -> list[str]:
    """The ids of the papers with this id, or with this (folded) text in their name."""
    rows = conn.execute("SELECT id, name FROM papers").fetchall()
    return [paper for paper, title in rows if fold(paper) == name or name in fold(title or "")]


def _first_number(conn: sqlite3.Connection, date: str) -> int:
    """The least number that an article of this date or later may have, found by bisection: numbers sort by date."""
    low, high = conn.execute("SELECT min(number), max(number) + 1 FROM articles").fetchone()
    if low is None:
        return 0
    query = "SELECT number, date FROM articles WHERE number >= ? ORDER BY number LIMIT 1"
    while low < high:
        middle = (low + high) // 2
        number, its_date = conn.execute(query, (middle,)).fetchone()
        if its_date >= date:
            high = middle
        else:
            low = number + 1
    return int(low)
