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

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.segment.vocabulary import Vocabulary
from newsarchive.segment.weights import PAIR

# Readings kept after every paragraph; doubling it changes no article of the bench.
BEAM = 30
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


@dataclass(frozen=True, slots=True)
class _Reading:
    score: float
    current: int
    used: frozenset[int]
    path: tuple[int, ...]


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
    readings = [_Reading(0.0, 0, frozenset(), ())]
    for p in range(tables.count):
        fresh: dict[tuple[int, frozenset[int]], _Reading] = {}
        opened = {state: score(tables.open(p, state)) for state in range(tables.heads)}
        stayed: dict[int, float] = {}
        backed: dict[tuple[int, bool], float] = {}
        for reading in readings:
            steps: list[tuple[int, float]] = []
            if p:
                current = reading.current
                if current not in stayed:
                    stayed[current] = score(tables.stay(p, current))
                steps.append((current, stayed[current]))
                for state in reading.used:
                    if state != current:
                        far = state not in reading.path[-FAR:]
                        if (state, far) not in backed:
                            backed[state, far] = score(tables.back(p, state, far))
                        steps.append((state, backed[state, far]))
            steps.extend((state, value) for state, value in opened.items() if state not in reading.used)
            nameless = -1 - sum(1 for s in reading.used if s < 0)
            if nameless not in opened:
                opened_nameless = score(tables.open(p, nameless))
            else:
                opened_nameless = opened[nameless]
            steps.append((nameless, opened_nameless))
            for state, value in steps:
                total = reading.score + value
                used = reading.used | {state}
                old = fresh.get((state, used))
                if old is None or old.score < total:
                    fresh[state, used] = _Reading(total, state, used, (*reading.path, state))
        readings = sorted(fresh.values(), key=lambda r: -r.score)[:BEAM]
    return list(readings[0].path)


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
