"""Which paragraphs make an article, and which headline is its own: one best reading of the page.

The paragraphs are read in order; each belongs to the article of the paragraph before, to an article that was begun earlier, or begins
a new one under a headline block that is still free (or under none). All readings are scored by what bodies and headlines share, by
what stands between the paragraphs and by the marks that open and close an article; a beam keeps the best. This joins the title-body
matching on a bipartite graph of Gao, Wang, Tang et al. (Applied Soft Computing 2013) with the cutting of a text into topics, because a
dump has no positions that would tell the blocks of an article apart beforehand.

The reading is done twice: the first time an article is known by its headline only, the second time by the paragraphs that the first
reading gave it too.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsarchive.segment.vocabulary import Vocabulary
from newsarchive.segment.weights import PAIR

# Readings kept after every paragraph; doubling it changes no article of the bench.
BEAM = 30
ROUNDS = 2
# A reading that is this far behind the best never wins: with 20 no article of the bench is another.
MARGIN = 5.0
# What one headline can say for a paragraph, so that a long paragraph does not swallow all evidence.
MOST_SHARED = 3.0

# An article that was left longer ago than this many paragraphs is seldom taken up again.
FAR = 4

Features = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Between:
    """What the page shows around the start of a paragraph, between it and the paragraph before."""

    opens: bool  # a lead or 上接 opens the paragraph
    closed: bool  # a jump line or a signature closed the paragraph before
    torn: bool  # the paragraph begins, or the one before ends, inside a sentence
    blocks: tuple[int, ...]  # display blocks between them
    byline: bool  # a byline stands between them
    other: bool  # a picture or furniture stands between them
    wider: bool  # the column's width changes
    bar: float  # how little the blocks between them look like subheads, 0 and more
    first_words: str  # "continuing" (同时, 他说 …), "fresh" (近日, 日前, a date …) or ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the pairing sees it."""

    paras: Sequence[Counter[str]]
    heads: Sequence[Counter[str]]
    between: Sequence[Between]
    fitness: Sequence[tuple[str, ...]]
    vocabulary: Vocabulary
    style: str


class _Reading(NamedTuple):
    """The paragraphs so far: the blocks used as bits, how many nameless articles, the last articles, the reading before."""

    score: float
    current: int
    used: int
    nameless: int
    recent: tuple[int, ...]
    before: _Reading | None


def read(page: Page) -> list[int]:
    """The article of every paragraph: the index of its headline block, or a negative number for an article without one."""
    path: list[int] = []
    tables: Tables | None = None
    if page.paras:
        for _ in range(ROUNDS):
            tables = Tables(page, path, tables)
            path = best_path(tables)
    return path


class Tables:
    """The features of every possible step of a reading, given the reading before (``known``, empty at first)."""

    def __init__(self, page: Page, known: Sequence[int], before: Tables | None = None) -> None:
        self.page = page
        self.count, self.heads = len(page.paras), len(page.heads)
        if before:
            self._shared, self._alike, self._like, self._cross = before._shared, before._alike, before._like, before._cross
        else:
            self._shared = [[min(MOST_SHARED, page.vocabulary.shared(h, p)) for h in page.heads] for p in page.paras]
            # Cosines of paragraphs are about 0.05; tenfold they are of the size of the other features.
            self._alike = [[10.0 * x for x in row] for row in page.vocabulary.likeness(page.paras)]
            self._like = [max((self._alike[p][q] for q in range(max(0, p - 2), p)), default=0.0) for p in range(self.count)]
            self._cross = [self._across(p) for p in range(self.count)]
        self._members: dict[int, list[int]] = {}
        for p, state in enumerate(known):
            self._members.setdefault(state, []).append(p)
        self._kin = {state: [self._kinship(p, state) for p in range(self.count)] for state in self._members}

    def _kinship(self, p: int, state: int) -> float:
        """How like a paragraph is to the two of an article's other paragraphs that are most like it."""
        best = sorted((self._alike[p][q] for q in self._members[state] if q != p), reverse=True)[:2]
        return sum(best) / 2

    def _across(self, p: int) -> float:
        """How like the three paragraphs before a place are to the three after it, on average."""
        pairs = [self._alike[a][b] for a in range(max(0, p - 3), p) for b in range(p, min(self.count, p + 3))]
        return sum(pairs) / len(pairs) if pairs else 0.0

    def _own(self, p: int, state: int) -> Features:
        out: Features = []
        if state >= 0:
            out.append(("headline", self._shared[p][state]))
        if state in self._kin:
            out.append(("kin", self._kin[state][p]))
        return out

    def stay(self, p: int, state: int) -> Features:
        """Paragraph ``p`` belongs to the article of the one before it."""
        here = self.page.between[p]
        out = [("stay:like", self._like[p]), ("stay:cross", self._cross[p]), *self._own(p, state), ("stay:bar", here.bar)]
        if state in here.blocks:
            out.append(("stay:own block", 1.0))
        return out + _flags("stay", here)

    def _leave(self, p: int) -> Features:
        here = self.page.between[p]
        return _flags("leave", here) if p else []

    def back(self, p: int, state: int, far: bool) -> Features:
        """Paragraph ``p`` belongs to an article begun earlier; ``far`` if more than a few paragraphs of others stand between."""
        here = self.page.between[p]
        out = [(f"return{' far' if far else ''}:{self.page.style}", 1.0), *self._own(p, state), *self._leave(p)]
        return [*out, ("return:opens", 1.0)] if here.opens else out

    def open(self, p: int, state: int) -> Features:
        """Paragraph ``p`` begins an article under block ``state``, or under none if that is negative."""
        out = [*self._own(p, state), *self._leave(p)]
        here = self.page.between[p]
        if state < 0:
            out.append(("open nameless", 1.0))
            if here.blocks:
                out.append(("open nameless:past block", 1.0))
            return out
        out.append(("open", 1.0))
        out.extend((name, 1.0) for name in self.page.fitness[state])
        if state in here.blocks:
            out.append(("open:adjacent", 1.0))
            if state == here.blocks[-1]:
                out.append(("open:last block", 1.0))
        elif here.blocks:
            out.append(("open:past block", 1.0))
        return out


def _flags(step: str, here: Between) -> Features:
    flags = {
        "opens": here.opens, "closed": here.closed, "torn": here.torn, "blocks": bool(here.blocks), "byline": here.byline,
        "other": here.other, "wider": here.wider, here.first_words: bool(here.first_words),
        "nothing": not (here.blocks or here.byline or here.other or here.closed or here.opens),
    }
    return [(f"{step}:{name}", 1.0) for name, on in flags.items() if on]


def score(features: Features) -> float:
    """The weighted sum of some features."""
    return sum(PAIR.get(name, 0.0) * value for name, value in features)


def best_path(tables: Tables) -> list[int]:
    """The best-scoring reading that a beam search finds."""
    beam = [_Reading(0.0, 0, 0, 0, (), None)]
    for p in range(tables.count):
        costs = _Costs(tables, p)
        # Readings that agree on the blocks used and on the current article go on alike: only the best of them is kept.
        fresh: dict[tuple[int, int, int], tuple[float, _Reading]] = {}
        hopeless = -math.inf
        for reading in beam:
            for state, value in costs.steps(reading, hopeless - reading.score):
                total = reading.score + value
                if total - MARGIN > hopeless:
                    hopeless = total - MARGIN
                used = reading.used | 1 << state if state >= 0 else reading.used
                key = (state, used, max(reading.nameless, -state))
                old = fresh.get(key)
                if old is None or old[0] < total:
                    fresh[key] = (total, reading)
        best = heapq.nlargest(BEAM, fresh.items(), key=_total)
        beam = [_Reading(total, *key, (*before.recent, key[0])[-FAR:], before) for key, (total, before) in best]
    path: list[int] = []
    reading = beam[0]
    while reading.before is not None:
        path.append(reading.current)
        reading = reading.before
    return path[::-1]


def _total(entry: tuple[tuple[int, int, int], tuple[float, _Reading]]) -> float:
    return entry[1][0]


@lru_cache(maxsize=4096)
def _begun(used: int, nameless: int) -> tuple[int, ...]:
    """The articles that a reading has begun."""
    return (*range(-nameless, 0), *(state for state in range(used.bit_length()) if used >> state & 1))


class _Costs:
    """What every step to paragraph ``p`` scores, each computed once for all readings."""

    def __init__(self, tables: Tables, p: int) -> None:
        self.tables, self.p = tables, p
        opened = [(state, score(tables.open(p, state)), 1 << state) for state in range(tables.heads)]
        # The best first, so that a reading may stop at the first that is hopeless for it.
        self.opened = sorted(opened, key=lambda step: -step[1])
        self.nameless: dict[int, float] = {}
        self.stayed: dict[int, float] = {}
        self.backed: dict[tuple[int, bool], float] = {}

    def steps(self, reading: _Reading, least: float) -> list[tuple[int, float]]:
        """The next article of a reading, and the score of going there, if ``least`` or more: staying, returning, opening."""
        used, current, recent = reading.used, reading.current, reading.recent
        steps = []
        for state, value, bit in self.opened:
            if value < least:
                break
            if not used & bit:
                steps.append((state, value))
        nameless = -1 - reading.nameless
        if nameless not in self.nameless:
            self.nameless[nameless] = score(self.tables.open(self.p, nameless))
        if (value := self.nameless[nameless]) >= least:
            steps.append((nameless, value))
        if self.p:
            if current not in self.stayed:
                self.stayed[current] = score(self.tables.stay(self.p, current))
            if (value := self.stayed[current]) >= least:
                steps.append((current, value))
            for state in _begun(used, reading.nameless):
                if state != current and (value := self._back(state, state not in recent)) >= least:
                    steps.append((state, value))
        return steps

    def _back(self, state: int, far: bool) -> float:
        if (state, far) not in self.backed:
            self.backed[state, far] = score(self.tables.back(self.p, state, far))
        return self.backed[state, far]


def path_features(tables: Tables, path: Sequence[int]) -> Counter[str]:
    """The summed features of one reading; the fit compares the true reading with the best one by them."""
    out: Counter[str] = Counter()
    used: set[int] = set()
    for p, state in enumerate(path):
        if p and state == path[p - 1]:
            step = tables.stay(p, state)
        elif state in used:
            step = tables.back(p, state, state not in path[max(0, p - FAR) : p])
        else:
            step = tables.open(p, state)
        used.add(state)
        for name, value in step:
            out[name] += value  # type: ignore[assignment]
    return out
