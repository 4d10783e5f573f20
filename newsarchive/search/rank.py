"""The order of what was found: articles with the words as words first, then by bm25, then the newest.

bm25 over pairs of characters cannot tell 华为 from the middle of 中华为…: the best few hundred are looked at again.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsarchive.search.borders import has_word
from newsarchive.search.index import FIELDS
from newsarchive.search.plan import Count, Plan
from newsarchive.search.query import Word
from newsarchive.search.rows import Row, Rows
from newsarchive.text import words

# Ranking costs one to two microseconds a match, finding a tenth of that. Of what more articles match, the newest are
# ranked, and of the newest so many more those that have a word in a headline, kicker or subtitle, or have it whole.
RANKED = 1_000
CONSIDERED = 5_000
# So many of the best are looked at again, and as many of those that have runs of letters and digits whole.
POOL = 200
# They are read so many at a time: mostly a page of results needs no second reading.
_CHUNK = 32
# What so many articles do not have as a word is hardly one: the rest keeps its place. An article for which jieba must
# cut what surrounds a hit counts as several, since that takes so much longer (up to a tenth of a millisecond).
_IN_VAIN = 100
_CUT = 4

Scored = tuple[int, float]
Wanted = Sequence[tuple[Word, re.Pattern[str]]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The articles of a plan that are ranked, best first, and the rest, which stands behind them, newest first."""

    plan: Plan
    scored: list[Scored]
    # So many of the newest are all among the ranked.
    newest: int
    pool: int

    def page(self, conn: sqlite3.Connection, rows: Rows, wanted: Wanted, limit: int, offset: int) -> list[Scored]:
        """One page: numbers and scores; the score of what is not ranked is 0. Reads some of it into ``rows``."""
        end = offset + limit
        page = []
        if offset < len(self.scored):
            pool = self.scored[: self.pool]
            page = (_words_first(rows, pool, wanted, end) + self.scored[self.pool :])[offset:end]
        if len(page) < limit:
            page += self._rest(conn, limit - len(page), max(0, offset - len(self.scored)))
        return page

    def _rest(self, conn: sqlite3.Connection, limit: int, offset: int) -> list[Scored]:
        # Beyond the newest, some of the rest are ranked already: so many more must be read at most.
        more = offset + limit + len(self.scored) - self.newest
        ranked = {number for number, _ in self.scored}
        rest = [number for number in self.plan.newest(conn, more, self.newest) if number not in ranked]
        return [(number, 0.0) for number in rest[offset : offset + limit]]


def rank(conn: sqlite3.Connection, plan: Plan, count: Count) -> Ranking:
    """Rank the articles of a plan that has a match and finds so many."""
    since = _nth(conn, plan, CONSIDERED) if count.total > CONSIDERED else 0
    # What is in the pool is all looked at, so few need no telling apart.
    whole = plan.standing_out(conn, RANKED, since, whole=True) if count.total > POOL else []
    if plan.rows.conditions:
        # What stands out may not meet them.
        chosen = count.newest or plan.newest(conn, RANKED)
        newest, scored = len(chosen), plan.scored(conn, sys.maxsize, chosen)
    elif count.total <= RANKED:
        newest, scored = count.total, plan.scored(conn)
    else:
        heads = plan.standing_out(conn, RANKED, since, whole=False)
        newest, scored = RANKED, plan.scored(conn, _nth(conn, plan, RANKED), [*heads, *whole])
    return _ranking(plan, scored, set(whole), newest)


def _nth(conn: sqlite3.Connection, plan: Plan, place: int) -> int:
    """The number of the article that is the newest but so many, counted from 1."""
    return plan.newest(conn, 1, place - 1)[0]


def _ranking(plan: Plan, scored: list[Scored], whole: set[int], newest: int) -> Ranking:
    first = [each for each in scored if each[0] in whole]
    others = [each for each in scored if each[0] not in whole] if first else scored
    pools = (first[:POOL], others[:POOL] if len(first) < POOL else [])
    pool = [each for part in pools for each in _in_steps(part)]
    rest = first[POOL:] + others[len(pools[1]) :]
    return Ranking(plan, pool + rest, newest, len(pool))


def _in_steps(scored: list[Scored]) -> list[Scored]:
    """Scores that agree in two digits are equal to a reader: of those the newest comes first."""
    return sorted(scored, key=lambda entry: (float(f"{entry[1]:.2g}"), -entry[0]))


def _words_first(rows: Rows, pool: list[Scored], wanted: Wanted, count: int) -> list[Scored]:
    """The pool, those that have the words as words before the others, else in its order; ``count`` in front suffice."""
    sought = [(pattern, (word.column,) if word.column else FIELDS) for word, pattern in wanted if word.match()]
    whole: list[Scored] = []
    others: list[Scored] = []
    in_vain = 0
    cut = _Cut()
    for start in range(0, len(pool), _CHUNK):
        chunk = pool[start : start + _CHUNK]
        rows.read([number for number, _ in chunk])
        for place, entry in enumerate(chunk, start):
            if len(whole) >= count or in_vain >= _IN_VAIN:
                return whole + others + pool[place:]
            asked = cut.asked
            if entry[0] in rows and _has_words(rows[entry[0]], sought, cut):
                whole.append(entry)
            else:
                others.append(entry)
                in_vain += _CUT if cut.asked > asked else 1
    return whole + others


class _Cut:
    """Cuts texts into words, each once: around a name the same words stand again and again."""

    def __init__(self) -> None:
        self.asked = 0
        self._known: dict[str, list[str]] = {}

    def __call__(self, text: str) -> list[str]:
        self.asked += 1
        if text not in self._known:
            self._known[text] = words.cut(text)
        return self._known[text]


def _has_words(
    row: Row, sought: Sequence[tuple[re.Pattern[str], tuple[str, ...]]], cut: Callable[[str], list[str]]
) -> bool:
    return all(any(has_word(getattr(row, name), word, cut) for name in columns) for word, columns in sought)
