"""Paragraphs of an article that may belong to another one, or be one of their own, and what speaks for it.

An article is known by then: all its paragraphs, its headline, what its text breaks off in. So a piece of it can be asked
what nobody could be asked line by line (division.py, takeup.py): whether its characters are those of the rest of its
article, or of another one; whether its torn ends find what they go on with; whose headline speaks of it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsarchive.segment.flow import Torn
from newsarchive.segment.pair import Tables, score
from newsarchive.segment.takeup import Group

# How much liker another article must be than the own one, at least, for a move to be looked at, and how like the own
# one may be at most for a piece to be an article of its own (in the measure of likeness.py).
LIKER, OWN = -0.06, 0.16
# Other articles that are looked at for a piece: those that it is most like, and as many beside it.
MOST_LIKE = 3
# Characters of a paragraph beyond which it tells no more, and those that an unknown text is taken to have.
LONG, UNKNOWN = 150, 60.0


@dataclass(frozen=True, slots=True)
class Move:
    """Paragraphs ``first`` to ``last`` of group ``source`` given to group ``target``; -1: to one of their own."""

    source: int
    first: int
    last: int
    target: int


class Standing:
    """The articles of a page as they stand."""

    def __init__(self, groups: Sequence[Group], tables: Tables, torn: Torn) -> None:
        self.groups, self.tables, self.torn, self.page = groups, tables, torn, tables.page
        self.members = [frozenset(group.paras) for group in groups]
        self.owner = {k: g for g, group in enumerate(groups) for k in group.paras}
        self.sizes = [len(text) for text in self.page.texts]
        self.weights = [math.sqrt(min(size, LONG)) for size in self.sizes]
        self._runs = [runs(group.paras) for group in groups]
        # The pairwise likeness summed over all paragraphs of each group, for every paragraph.
        self._sums = [[self._sum(k, group.paras) for group in groups] for k in range(tables.count)]
        self._heavy = [sum(self.weights[k] for k in group.paras) for group in groups]
        self._ends = [*(between.closed for between in self.page.between[1:]), self.page.closed]
        self.broken_of = [self.broken(group.paras) for group in groups]

    def _sum(self, k: int, paras: Sequence[int]) -> float:
        row, weights = self.tables.kin[k], self.weights
        return weights[k] * sum(row[q] * weights[q] for q in paras)

    @cached_property
    def spare(self) -> list[int]:
        """The heads none of whose blocks heads an article."""
        taken = {b for group in self.groups if group.head >= 0 for b in self.page.stacks[group.head]}
        return [d for d, stack in enumerate(self.page.stacks) if taken.isdisjoint(stack)]

    def moves(self) -> Iterator[Move]:
        """All moves worth looking at."""
        for source, pieces in enumerate(self._runs):
            for run in pieces:
                starts = [k for k in run if k == run[0] or self.may_begin(k)]
                ends = [*(k - 1 for k in starts[1:]), run[-1]]
                for first, last in itertools.product(starts, ends):
                    if first <= last:
                        yield from self._moved(source, first, last)

    def may_begin(self, k: int) -> bool:
        """Whether anything stands before a paragraph, or parts it from the one above."""
        here = self.page.between[k]
        gap = self.torn.lines[self.torn.paras[k].lines[0]].gap
        shown = here.blocks or here.byline or here.other or here.closed or here.opens
        return bool(gap or shown or here.before_open or here.open_start) or score(self.tables.cuts[k]) > -3.0

    def _moved(self, source: int, first: int, last: int) -> Iterator[Move]:
        """Where a piece of an article may go."""
        likes = self.likes(source, first, last)
        whole = last - first + 1 == len(self.members[source])
        beside = {self.owner[k] for k in (first - 1, last + 1) if k in self.owner}
        others = sorted((g for g in range(len(self.groups)) if g != source), key=lambda g: -likes[g])
        for rank, target in enumerate(others):
            near = rank < MOST_LIKE or target in beside
            if near and (whole or likes[target] > likes[source] + LIKER):
                yield Move(source, first, last, target)
        if not whole and likes[source] < OWN:
            yield Move(source, first, last, -1)

    def likes(self, source: int, first: int, last: int) -> list[float]:
        """How like a piece is to each article, its own without it."""
        piece = range(first, last + 1)
        heavy = sum(self.weights[k] for k in piece)
        out = []
        for g in range(len(self.groups)):
            total, weight = sum(self._sums[k][g] for k in piece), self._heavy[g]
            if g == source:
                total -= sum(self._sum(k, piece) for k in piece)
                weight -= heavy
            out.append(total / (weight * heavy) if weight > 1e-6 else 0.0)
        return out

    def broken(self, paras: Collection[int]) -> tuple[int, float, int, int, int]:
        """How the pieces of an article go on with each other: how many torn ends find a beginning, how surely, how many
        do not, how many torn beginnings are left, and how many pieces there are.
        """
        pieces, texts = runs(paras), self.torn.paras
        ends = [piece[-1] for piece in pieces if texts[piece[-1]].open_end]
        starts = [piece[0] for piece in pieces if texts[piece[0]].torn_start]
        links = sorted(((self.link(a, b), a, b) for a in ends for b in starts if a != b), reverse=True)
        left, right, sure = set(ends), set(starts), 0.0
        for value, a, b in links:
            if value >= -1.0 and a in left and b in right:
                left.remove(a)
                right.remove(b)
                sure += min(5.0, value)
        matched = len(ends) - len(left)
        return matched, sure, len(left), sum(texts[b].open_start for b in right), len(pieces)

    def link(self, a: int, b: int) -> float:
        """How surely paragraph ``b`` goes on with the sentence that ``a`` breaks off in."""
        if (a, b) not in self._links:
            self._links[a, b] = self.torn.link(a, b)
        return self._links[a, b]

    def closes(self, k: int) -> bool:
        """Whether a jump line or a signature closes paragraph ``k``."""
        return self._ends[k]

    def closed_within(self, paras: Collection[int]) -> int:
        """How many pieces of an article something closes."""
        return sum(self._ends[piece[-1]] for piece in runs(paras))

    def by_words(self, piece: Sequence[int], others: Collection[int]) -> float:
        """How like the paragraphs of a piece are to some others by their words, on average over the piece."""
        total = 0.0
        for k in piece:
            row = self.tables.alike[k]
            total += sum(sorted((min(3.0, row[q]) for q in others), reverse=True)[:2]) / 2
        return total / len(piece)

    def said(self, head: int, paras: Collection[int]) -> float:
        """How much of what a head says some paragraphs say, 0 to about 1.5."""
        tables = self.tables
        words = dict(hit for k in paras for hit in tables.hits[head].get(k, ()))
        return sum(words.values()) / tables.measures[head]

    def starts(self, head: int, k: int) -> float:
        """How well a head would stand over an article that begins with paragraph ``k``."""
        return score(self.tables.constant(head)) + score(self.tables.start(head, k))

    def head_for(self, move: Move, rest: Collection[int]) -> int:
        """The spare head that fits an article of its own best, -1 if there is none."""
        piece = range(move.first, move.last + 1)

        def fits(head: int) -> float:
            above = 2.0 * (self.tables.place[head] == move.first)
            return self.starts(head, move.first) / 5.0 + self.said(head, piece) - self.said(head, rest) + above

        return max(self.spare, key=fits, default=-1)

    @cached_property
    def _links(self) -> dict[tuple[int, int], float]:
        return {}


def runs(paras: Collection[int]) -> list[list[int]]:
    """Paragraphs that follow each other in the dump, put together."""
    out: list[list[int]] = []
    for k in sorted(paras):
        if out and out[-1][-1] == k - 1:
            out[-1].append(k)
        else:
            out.append([k])
    return out
