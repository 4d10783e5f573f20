"""Which paragraphs make an article, and which headline is its own: one best reading of the page.

The paragraphs are read in order; each belongs to the article of the paragraph before, to an article that was begun
earlier, or begins
a new one under a headline block that is still free (or under none). All readings are scored by what bodies and
headlines share, by
what stands between the paragraphs and by the marks that open and close an article; a beam keeps the best. This
joins the title-body
matching on a bipartite graph of Gao, Wang, Tang et al. (Applied Soft Computing 2013) with the cutting of a text
into topics, because a
dump has no positions that would tell the blocks of an article apart beforehand.

The reading is done twice: the first time an article is known by its headline only, the second time by the
paragraphs that the first
reading gave it too.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsarchive.segment.vocabulary import Vocabulary
from newsarchive.segment.weights import PAIR

# Readings kept after every paragraph; doubling it changes no article of the bench.
BEAM = 12
MOST_OPENED = 8
ROUNDS = 2
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
    """A reading so far: sets of states are bit masks (see ``_bit``), ``recent`` the last states, ``before`` the
    reading without the last.
    """

    score: float
    current: int
    used: int
    closed: int
    nameless: int
    recent: tuple[int, ...]
    before: _Reading | None


def read(page: Page) -> list[int]:
    """The article of every paragraph: the index of its headline block, or a negative number for an article without
    one.
    """
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
        self._shared: list[list[float]]
        self._alike: list[list[float]]
        self._like: list[float]
        self._cross: list[float]
        self.count, self.heads = len(page.paras), len(page.heads)
        if before:
            self._shared, self._alike, self._like, self._cross = (
                before._shared,
                before._alike,
                before._like,
                before._cross,
            )
        else:
            self._shared = [[min(MOST_SHARED, page.vocabulary.shared(h, p)) for h in page.heads] for p in page.paras]
            # Cosines of paragraphs are about 0.05; tenfold they are of the size of the other features.
            self._alike = [[10.0 * x for x in row] for row in page.vocabulary.likeness(page.paras)]
            self._like = [
                max((self._alike[p][q] for q in range(max(0, p - 2), p)), default=0.0) for p in range(self.count)
            ]
            self._cross = [self._across(p) for p in range(self.count)]
        self._fit = [score([("open", 1.0), *((name, 1.0) for name in names)]) for names in page.fitness]
        self._members: dict[int, list[int]] = {}
        for p, state in enumerate(known):
            self._members.setdefault(state, []).append(p)
        self._kin = {state: [self._kinship(p, state) for p in range(self.count)] for state in self._members}

    def _kinship(self, p: int, state: int) -> float:
        """How like a paragraph is to the two of an article's other paragraphs that are most like it."""
        best = sorted((self._alike[p][q] for q in self._members[state] if q != p), reverse=True)[:2]
        return sum(best) / 2

    def openings(self, p: int) -> list[tuple[float, int, int]]:
        """The score of ``open`` for every block, with the block and its bit; what does not depend on both is
        counted once.
        """
        here = self.page.between[p]
        leave = score(self._leave(p))
        shared, near, past = (
            PAIR.get("headline", 0.0),
            PAIR.get("open:adjacent", 0.0),
            PAIR.get("open:past block", 0.0) if here.blocks else 0.0,
        )
        kin = PAIR.get("kin", 0.0)
        out = []
        for state, fit in enumerate(self._fit):
            value = leave + fit + shared * self._shared[p][state]
            if state in self._kin:
                value += kin * self._kin[state][p]
            if here.blocks and state in here.blocks:
                value += near + (PAIR.get("open:last block", 0.0) if state == here.blocks[-1] else 0.0)
            else:
                value += past
            out.append((value, state, _bit(state)))
        return out

    def states(self, mask: int) -> list[int]:
        """The states whose bits are set in a mask."""
        out = []
        while mask:
            bit = (mask & -mask).bit_length() - 1
            out.append(-(bit + 1) // 2 if bit % 2 else bit // 2)
            mask &= mask - 1
        return out

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
        out = [
            ("stay:like", self._like[p]),
            ("stay:cross", self._cross[p]),
            *self._own(p, state),
            ("stay:bar", here.bar),
        ]
        if state in here.blocks:
            out.append(("stay:own block", 1.0))
        if here.blocks:
            # A subhead shares words with the paragraph below it just as a headline does.
            out.append(("stay:subhead words", max(self._shared[p][n] for n in here.blocks)))
        return out + _flags("stay", here)

    def _leave(self, p: int) -> Features:
        here = self.page.between[p]
        return _flags("leave", here) if p else []

    def back(self, p: int, state: int, far: bool) -> Features:
        """Paragraph ``p`` belongs to an article begun earlier; ``far`` if more than a few paragraphs of others
        stand between.
        """
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
        "opens": here.opens,
        "closed": here.closed,
        "torn": here.torn,
        "blocks": bool(here.blocks),
        "byline": here.byline,
        "other": here.other,
        "wider": here.wider,
        here.first_words: bool(here.first_words),
        "nothing": not (here.blocks or here.byline or here.other or here.closed or here.opens),
    }
    return [(f"{step}:{name}", 1.0) for name, on in flags.items() if on]


def score(features: Features) -> float:
    """The weighted sum of some features."""
    return sum(PAIR.get(name, 0.0) * value for name, value in features)


def _bit(state: int) -> int:
    """States 0, 1, 2 … and -1, -2, … as bits that do not collide."""
    return 1 << (2 * state if state >= 0 else -2 * state - 1)


def best_path(tables: Tables) -> list[int]:
    """The best-scoring reading that a beam search finds."""
    readings = [_Reading(0.0, 0, 0, 0, 0, (), None)]
    for p in range(tables.count):
        here = tables.page.between[p]
        fresh: dict[tuple[int, int], tuple[float, _Reading, int]] = {}
        opened = tables.openings(p)
        # Only the most promising blocks are tried: a beam of readings has no room for more.
        opened = heapq.nlargest(MOST_OPENED, opened)
        stayed: dict[int, float] = {}
        backed: dict[tuple[int, bool], float] = {}
        named: dict[int, float] = {}
        for reading in readings:
            base, current, used = reading.score, reading.current, reading.used
            closed = reading.closed
            steps: list[tuple[float, int, int]] = []
            if p:
                if current not in stayed:
                    stayed[current] = score(tables.stay(p, current))
                steps.append((stayed[current], current, used))
                if here.closed:
                    closed |= _bit(current)
                # In dumps that keep the order of the file an article is in one piece (1.1 runs on average), if not
                # torn in mid-sentence.
                if not here.opens and (here.torn or tables.page.style == "any"):
                    for state in tables.states(used & ~closed & ~_bit(current)):
                        far = state not in reading.recent
                        if (state, far) not in backed:
                            backed[state, far] = score(tables.back(p, state, far))
                        steps.append((backed[state, far], state, used))
            steps.extend((value, state, used | bit) for value, state, bit in opened if not used & bit)
            nameless = -1 - reading.nameless
            if nameless not in named:
                named[nameless] = score(tables.open(p, nameless))
            steps.append((named[nameless], nameless, used | _bit(nameless)))
            for value, state, now in steps:
                total = base + value
                old = fresh.get((state, now))
                if old is None or old[0] < total:
                    fresh[state, now] = (total, reading, closed)
        best = heapq.nlargest(BEAM, fresh.items(), key=lambda item: item[1][0])
        readings = [
            _Reading(
                total,
                state,
                now,
                closed,
                reading.nameless + (state < 0 and not reading.used & _bit(state)),
                (*reading.recent[1 - FAR :], state),
                reading,
            )
            for (state, now), (total, reading, closed) in best
        ]
    path: list[int] = []
    step: _Reading | None = readings[0]
    while step and step.before:
        path.append(step.current)
        step = step.before
    return path[::-1]


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
