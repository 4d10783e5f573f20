"""The order of what was found: articles with the words as words first, then by bm25, then the newest.

bm25 over pairs of characters cannot tell 华为 from the middle of 中华为…: the best few hundred are looked at again.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from itertools import islice

from newsarchive.search.borders import has_word
from newsarchive.search.index import FIELDS
from newsarchive.search.plan import Plan
from newsarchive.search.query import Word
from newsarchive.search.rows import Row, fetch
from newsarchive.text import words

# Ranking costs one to two microseconds a match. Of what more articles match, the newest are ranked; of single
# characters fewer, since they match most articles and say little of what they are about.
RANKED_MATCHES = 5_000
RANKED_OF_SINGLE = 2_000
# So many of the best are looked at again, and as many of those that have runs of letters and digits whole.
POOL = 200
# They are read so many at a time: mostly a page of results needs no second reading.
_CHUNK = 32
# jieba takes up to a tenth of a millisecond to cut what surrounds a hit. Where so many were cut and a page of words
# is not full, the query is hardly a word, and the rest keeps its place.
_CUTS = 50

Scored = tuple[int, float]
Wanted = Sequence[tuple[Word, re.Pattern[str]]]


def rankable(wanted: Sequence[Word], total: int) -> int:
    """How many of all ``total`` articles that have the words, the newest, are ranked."""
    return min(total, RANKED_OF_SINGLE if all(len(word.text) == 1 for word in wanted) else RANKED_MATCHES)


def best_first(
    conn: sqlite3.Connection, plan: Plan, wanted: Wanted, ranked: int | None, limit: int, offset: int
) -> list[Scored]:
    """One page of the articles of a plan that has a match: their numbers and scores.

    So many of the newest as ``ranked`` says stand in order of rank (all, if None); the rest follows, newest first, with
    score 0.
    """
    if ranked is None:
        return _ranked(conn, plan, wanted, 0, limit, offset)
    since = next(iter(plan.newest(conn, 1, ranked - 1)), 0)
    page = _ranked(conn, plan, wanted, since, limit, offset) if offset < ranked else []
    if len(page) < limit:
        older = max(offset, ranked)
        page += [(number, 0.0) for number in plan.newest(conn, limit - len(page), older)]
    return page


def _ranked(conn: sqlite3.Connection, plan: Plan, wanted: Wanted, since: int, limit: int, offset: int) -> list[Scored]:
    pool = _in_steps(plan.best(conn, POOL, since, whole=True)) if plan.whole else []
    if len(pool) < POOL:
        seen = {number for number, _ in pool}
        pool += [scored for scored in _in_steps(plan.best(conn, POOL, since)) if scored[0] not in seen]
    if offset + limit <= len(pool):
        return _words_first(conn, pool, wanted, offset + limit)[offset:]
    known = {number for number, _ in pool}
    # The pool may hold articles that stand anywhere in the order of the rest, so the rest is read from its beginning.
    rest = (scored for scored in plan.best(conn, offset + limit + len(pool), since) if scored[0] not in known)
    return list(islice((*_words_first(conn, pool, wanted, len(pool)), *rest), offset, offset + limit))


def _in_steps(scored: list[Scored]) -> list[Scored]:
    """Scores that agree in two digits are equal to a reader: of those the newest comes first."""
    return sorted(scored, key=lambda entry: (float(f"{entry[1]:.2g}"), -entry[0]))


def _words_first(conn: sqlite3.Connection, pool: list[Scored], wanted: Wanted, count: int) -> list[Scored]:
    """The first ``count`` of the pool, those that have the words as words before the others, else in its order."""
    sought = [(pattern, (word.column,) if word.column else FIELDS) for word, pattern in wanted if word.match()]
    whole: list[Scored] = []
    others: list[Scored] = []
    cuts = 0

    def cut(text: str) -> list[str]:
        nonlocal cuts
        cuts += 1
        return words.cut(text)

    for start in range(0, len(pool), _CHUNK):
        chunk = pool[start : start + _CHUNK]
        if len(whole) >= count or cuts > _CUTS:
            others += pool[start:]
            break
        rows = fetch(conn, [number for number, _ in chunk])
        for entry in chunk:
            (whole if entry[0] in rows and _has_words(rows[entry[0]], sought, cut) else others).append(entry)
    return (whole + others)[:count]


def _has_words(
    row: Row, sought: Sequence[tuple[re.Pattern[str], tuple[str, ...]]], cut: Callable[[str], list[str]]
) -> bool:
    return all(any(has_word(getattr(row, name), word, cut) for name in columns) for word, columns in sought)
