"""Pieces of an article that may belong to another one, or be one of their own.

By now whole articles are known: all their paragraphs, their headlines, what their texts break off in. So a piece of one
can be asked what nobody could be asked line by line (division.py, takeup.py): whether its characters are those of the
rest of its article, or of another one. Those worth asking more of (moving.py) are found here.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add
from typing import Final

from newsarchive.segment.articles.ground import Ground, runs
from newsarchive.segment.articles.takeup import Group, owners
from newsarchive.segment.belonging.bylines import is_table
from newsarchive.segment.roles.items import bullet_of

# How much less like its own article a piece may be than another one, at most, and how like its own article to be
# looked at as one by itself (in the measure of likeness.py, where .3 is even); what has less than NONE is like it in
# nothing.
LIKER, OWN, NONE = 0.06, 0.16, 0.01
# The articles that are looked at for a piece: those that it is likest, and those right above and below it.
LIKEST = 3
# Bylines of a page for each article that lacks one, at least, where nearly all articles are signed; and how many may
# be that one.
SIGNING = 4
# Characters of news that nobody signs: what happened on a day, an item of short news, the text of a picture.
SHORT_NEWS = 250
# The longest piece within an article, in parts that something parts; its beginning and its end may be longer.
MOST_PARTS = 5


@dataclass(slots=True, unsafe_hash=True)
class Move:
    """Paragraphs ``first`` to ``last`` of group ``source`` given to group ``target``; -1: to one of their own. It is
    never changed, as a line (lines.Line) never is.
    """

    source: Final[int]
    first: Final[int]
    last: Final[int]
    target: Final[int]

    @property
    def piece(self) -> range:
        """The paragraphs that move."""
        return range(self.first, self.last + 1)


class Standing:
    """The articles of a page as they stand."""

    def __init__(self, groups: Sequence[Group], ground: Ground) -> None:
        self.groups, self.ground = groups, ground
        self.members = [group.members for group in groups]
        self.owner = owners(groups)
        self.heavy = [sum(ground.kinship.weights[k] for k in group.paras) for group in groups]
        self.sizes = [sum(ground.sizes[k] for k in group.paras) for group in groups]
        self.lengths = [sum(ground.lengths[k] for k in group.paras) for group in groups]
        self.broken = [ground.broken(group.paras) for group in groups]
        self.said = [ground.said(group.head, set(group.paras)) if group.head >= 0 else 0.0 for group in groups]
        # How surely each head is that of its article.
        heads = zip(groups, self.members, strict=True)
        self.own = [self.headed(group.head, held) if group.head >= 0 else 0.0 for group, held in heads]
        # The articles that need a byline, and those of them that none stands beside.
        self.lacking = [self.lacks(group.paras, group.head) for group in groups]
        self.bare = [
            lacks and not self.beside_byline(group.paras, group.head)
            for group, lacks in zip(groups, self.lacking, strict=True)
        ]
        # How many articles more need a byline than the page has bylines (of a page without any nothing is known), and
        # how likely it is of one that no byline stands beside that there is none for it.
        bylines = ground.page.bylines.count
        self.unsigned = sum(self.lacking) - bylines if bylines else 0
        self.likely = min(1.0, self.unsigned / max(1, sum(self.bare)))
        self.nearly_all_sign = 0 < self.unsigned * SIGNING <= bylines and self.likely >= 1 / SIGNING
        self._likes: dict[tuple[int, int], list[float]] = {}
        self._sums: dict[int, tuple[int, list[float]]] = {}
        self._pulls = [[sum(map(row.__getitem__, group.paras)) for group in groups] for row in ground.kinship.pull]

    @cached_property
    def spare(self) -> list[int]:
        """The heads none of whose blocks heads an article."""
        stacks = self.ground.page.stacks
        taken = {b for group in self.groups if group.head >= 0 for b in stacks[group.head]}
        return [d for d, stack in enumerate(stacks) if taken.isdisjoint(stack)]

    def moves(self) -> Iterator[Move]:
        """All moves worth looking at."""
        for source, group in enumerate(self.groups):
            for run in runs(group.paras):
                starts = [k for k in run if k == run[0] or self.ground.may_begin[k]]
                ends = [*(k - 1 for k in starts[1:]), run[-1]]
                for n, first in enumerate(starts):
                    near = ends[n : n + MOST_PARTS] if n else ends
                    for last in near if near[-1] == run[-1] else [*near, run[-1]]:
                        yield from self._moved(source, first, last)

    def _moved(self, source: int, first: int, last: int) -> Iterator[Move]:
        """Where a piece of an article may go."""
        likes = self.likes(source, first, last)
        whole = last - first + 1 == len(self.members[source])
        beside = {self.owner.get(first - 1), self.owner.get(last + 1)}
        least = -math.inf if whole else likes[source] - LIKER
        others = [g for g, like in enumerate(likes) if like > least and g != source]
        others.sort(key=likes.__getitem__, reverse=True)
        for rank, target in enumerate(others):
            if rank < LIKEST or target in beside:
                yield Move(source, first, last, target)
        if not whole and self._may_stand_alone(source, first, last, likes[source]):
            yield Move(source, first, last, -1)

    def _may_stand_alone(self, source: int, first: int, last: int, like: float) -> bool:
        """Whether a piece that is so like the rest of its article may be one of its own: the larger part, which would
        leave the headline behind, only if the headline speaks no more of it, and it opens an article or is like the
        rest in nothing.
        """
        if like >= OWN or 2 * sum(self.ground.sizes[first : last + 1]) <= self.sizes[source]:
            return like < OWN
        if like >= NONE and not self.ground.page.between[first].opens:
            return False
        head, members, piece = self.groups[source].head, self.members[source], frozenset(range(first, last + 1))
        return head < 0 or self.headed(head, piece) <= self.headed(head, members, piece, -1)

    def likes(self, source: int, first: int, last: int) -> list[float]:
        """How like a piece is to each article, its own without it."""
        if (first, last) not in self._likes:
            self._likes[first, last] = self._measured(source, first, last)
        return self._likes[first, last]

    def kind(self, move: Move) -> str:
        """A whole article is merged, a piece of one moves, or becomes a new one."""
        if move.last - move.first + 1 == len(self.members[move.source]):
            return "merge"
        return "new" if move.target < 0 else "move"

    def lacks(self, paras: Sequence[int], head: int) -> bool:
        """Whether an article of some paragraphs under a head needs a byline: short news and tables need none."""
        page, sizes, first = self.ground.page, self.ground.sizes, paras[0]
        if not page.bylines.lacks(paras, page.stacks[head] if head >= 0 else ()):
            return False
        fresh = page.between[first].first_words == "fresh" or bullet_of(page.texts[first])
        if fresh and sum([sizes[k] for k in paras]) <= SHORT_NEWS:
            return False
        return not is_table("".join([page.texts[k] for k in paras]))

    def beside_byline(self, paras: Sequence[int], head: int) -> bool:
        """Whether a single byline stands right above the text or below the head of an article."""
        page = self.ground.page
        above = any(run[0] in page.bylines.above and not page.between[run[0]].open_start for run in runs(paras))
        return above or (head >= 0 and not page.bylines.below.isdisjoint(page.stacks[head]))

    def belongs(self, piece: range, group: int) -> float:
        """How surely a piece belongs to an article, its own without it (kinship.py)."""
        return self.ground.kinship.belongs(piece, self.members[group], before=self.ground.tables.count)

    def headed(self, head: int, paras: frozenset[int], piece: frozenset[int] = frozenset(), times: int = 0) -> float:
        """How surely a head is that of some paragraphs, with a piece besides or without it (kinship.py)."""
        return self.ground.kinship.headed(self.ground.page.titles[head], paras, piece, times)

    def likest(self, move: Move) -> list[int]:
        """The articles that a piece is likest, but for its own and the one that it moves to."""
        likes = self.likes(move.source, move.first, move.last)
        others = (g for g in range(len(self.groups)) if g not in (move.source, move.target))
        return heapq.nlargest(LIKEST, others, key=likes.__getitem__)

    def _measured(self, source: int, first: int, last: int) -> list[float]:
        heavy, weights = sum(self.ground.kinship.weights[first : last + 1]), self.heavy[:]
        totals = self._pulled(first, last)
        totals[source] -= sum([sum(row[first : last + 1]) for row in self.ground.kinship.pull[first : last + 1]])
        weights[source] -= heavy
        pairs = zip(totals, weights, strict=True)
        return [total / (weight * heavy) if weight > NOTHING else 0.0 for total, weight in pairs]

    def _pulled(self, first: int, last: int) -> list[float]:
        """How like some paragraphs are to those of each article, as often as they count."""
        known, totals = self._sums.get(first, (first, self._pulls[first]))
        if known > last:
            known, totals = first, self._pulls[first]
        # Longer and longer pieces that begin alike are asked about: what the last one had need not be summed up again.
        for row in self._pulls[known + 1 : last + 1]:
            totals = list(map(add, totals, row))
        self._sums[first] = last, totals
        return totals[:]

    def head_for(self, move: Move, rest: Collection[int]) -> int:
        """The spare head that fits an article of its own best, -1 if there is none."""
        ground, piece, members = self.ground, frozenset(move.piece), self.members[move.source]

        def fits(head: int) -> float:
            others = sum(ground.told(head, k, k) for k in rest)
            above = ABOVE * (ground.tables.place[head] == move.first)
            spoken = (self.headed(head, piece) - self.headed(head, members, piece, -1)) / 4
            told = ground.told(head, move.first, move.last) - others
            return ground.starts(head, move.first) / 5 + told + spoken + above

        return max(self.spare, key=fits, default=-1)


# What is left of a weight when all paragraphs are taken away: the rounding.
NOTHING = 1e-6
# What it counts for a head to stand right above its text, where all that a page says of it counts one.
ABOVE = 2.0
