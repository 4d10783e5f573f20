"""The readings of a page painted column by column (columns.py): which article every line of its text is of.

The page is read from its first line to its last: at every line of text the article goes on, or one that waits is taken
up, or one begins. A beam keeps the best readings; how much each sign counts is in weights.COLUMN.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from newsarchive.segment.roles.form import BYLINE, DISPLAY
from newsarchive.segment.sequence.column_signs import ColumnSigns
from newsarchive.segment.weights import COLUMN, Features, weighed

# Readings kept after every line.
BEAM = 30
# Nats by which a reading that is not kept falls behind the best one, and what sums of them may be off by rounding.
HOPELESS, ROUNDING = 8.0, 1e-9
# Articles passed over that are looked at when one is taken up.
PASSED = 5
# How often an article is passed over before it counts as ended: one that ends with a full stop, one that does not.
ENDED_BY_STOP, ENDED = 2, 5
# What is known of an article that begins: it may share as much with what was read as chance would have it.
UNKNOWN = 0.3


class Story(NamedTuple):
    """An article so far: its last line, the depths in lines of the pieces that it was left with, and of all of it, and
    how often it was passed over while it waited. Of the one that is being read: as it was when this piece of it began.
    """

    tail: int
    depths: tuple[int, ...]
    size: int
    passed: int = 0


class Reading(NamedTuple):
    """A reading of the page so far, as it was when the piece of an article began that is being read: its articles,
    those that wait in the order in which they were left, those given up waiting for, the one being read, how deep the
    piece was with its first line, the article of every line up to that one, and how often one was taken up.

    It need not be made anew for every line that the piece goes on with.
    """

    stories: tuple[Story, ...]
    waiting: tuple[int, ...]
    given_up: tuple[int, ...]
    now: int
    depth: int
    chosen: tuple[int, ...]
    taken: int
    # What of those that wait the readings of the rest of the page may depend on; of those that are looked at when one
    # is taken up the last line, and what passing over those before it is worth.
    waits: tuple[tuple[int, int, tuple[int, ...]], ...]
    tails: tuple[int, ...]
    passes: tuple[float, ...]


# A reading with its value; the best come first.
Valued = tuple[float, Reading]
# What a line may be: the value of a reading with it, the article that it goes on with (-1: a new one), how many it
# passes over, and the reading.
Move = tuple[float, int, int, Reading]
_VALUE = itemgetter(0)


class Read(NamedTuple):
    """The best reading of a page: its value, the article of every line, and how often one was taken up."""

    value: float
    chosen: tuple[int, ...]
    taken: int


@dataclass(frozen=True, slots=True)
class Place:
    """What is alike for all readings of a line: what speaks for its beginning an article, for the article of the line
    before going on, and for leaving that for another; the display lines above it, the lines of a head among what
    stands there, whether an article ends with it, and how many lines of text and display type there are up to it.
    """

    begins: float
    stay: float
    cut: float
    shown: int
    top: int
    ended: bool
    deep: int


class Columns:
    """The readings of one page."""

    def __init__(self, signs: ColumnSigns) -> None:
        self.signs = signs
        # What it is worth that an article that waits is passed over, for the first time and again, by its last line.
        self._passed = [
            (COLUMN.get(f"pass {end}", 0.0), COLUMN.get(f"pass again {end.split()[0]}", 0.0)) for end in signs.ends
        ]
        self._worth_of_depth = cache(lambda *depths: weighed(COLUMN, depth_signs(depths[:-1], depths[-1])))
        # Nothing ends with the first line: it has no text before it.
        self._places = [Place(0.0, 0.0, 0.0, 0, 0, ended=False, deep=0)]
        for b in range(1, len(signs.body)):
            self._places.append(self._place(b, self._places[-1].deep))
        # What it is worth at most that a new article has little in common with what was read, or one taken up much,
        # that others are passed over, and that an article is left.
        self._new = max(COLUMN["kin new"] * UNKNOWN, COLUMN["kin new"] * (UNKNOWN - 1.0))
        self._kin, self._said = abs(COLUMN["kin"]), max(0.0, COLUMN["sub said"])
        self._over = PASSED * max(0.0, *(max(pair) for pair in self._passed))
        self._own = cache(self._at_most)
        self._deep = max(0.0, *(weight for name, weight in COLUMN.items() if name.startswith("depth ")))

    def read(self, *, takes: bool) -> Read:
        """The best reading found; without ``takes`` the best of those that take no article up."""
        beam: list[Valued] = [(0.0, Reading((Story(0, (), 1),), (), (), 0, 1, (0,), 0, (), (), ()))]
        for b in range(1, len(self.signs.body)):
            beam = self._further(b, beam, takes=takes)
        value, best = max(((self.total(*held), held[1]) for held in beam), key=_VALUE)
        return Read(value, _chosen(best, len(self.signs.body)), best.taken)

    def _place(self, b: int, above: int) -> Place:
        signs = self.signs
        place, between, shown = signs.place(b), signs.between(b), len(signs.shown(b))
        cut = [("cut", 1.0), (f"cut {place}", 1.0), ("top byline", float(signs.byline_above(b)))]
        return Place(
            begins=signs.begins(b),
            stay=COLUMN.get(f"stay {place}", 0.0),
            cut=weighed(COLUMN, cut),
            shown=shown,
            top=sum(signs.forms[k] in (DISPLAY, BYLINE) for k in between),
            ended=signs.ended(b),
            deep=above + 1 + shown,
        )

    def _further(self, b: int, beam: Sequence[Valued], *, takes: bool) -> list[Valued]:
        """The readings that are kept with line ``b``; without ``takes`` no article is taken up. Only those moves are
        weighed that may be kept.
        """
        stays = self._stays(b, beam)
        # Readings that differ still differ when all go on.
        least = max(max(stays) - HOPELESS, min(stays) if len(stays) >= BEAM else -math.inf) if stays else -math.inf
        least -= ROUNDING
        begins = self._new + self._places[b].begins
        most = max(begins, self._reach(b, beam)) if takes else begins
        if beam[0][0] + self._deep + most < least:
            return self._kept(b, [(value, held[1].now, 0, held[1]) for value, held in zip(stays, beam, strict=True)])
        moves: list[Move] = []
        for k, (so_far, reading) in enumerate(beam):
            fresh: list[Move] = []
            if so_far + self._deep + most >= least and so_far + (leave := self._left(b, reading)) + most >= least:
                fresh = self._switches(b, so_far, leave, reading, least, takes=takes)
            moves.extend(fresh[:1])
            if stays:
                moves.append((stays[k], reading.now, 0, reading))
            moves.extend(fresh[1:])
        return self._kept(b, moves)

    def _stays(self, b: int, beam: Sequence[Valued]) -> list[float]:
        """The values of the readings when the article that is being read goes on with line ``b``; none if it ended."""
        here = self._places[b]
        if self._places[b - 1].ended:
            return []
        goes_on = self.signs.follows(b - 1, b)
        if not here.shown:
            return [so_far + (goes_on + here.stay) for so_far, _ in beam]
        weight, said = COLUMN["sub said"], [self.signs.said(b, _chosen(held, b)).get(held.now, 0.0) for _, held in beam]
        return [so_far + (goes_on + (here.stay + weight * n)) for (so_far, _), n in zip(beam, said, strict=True)]

    def _at_most(self, b: int) -> float:
        """What it is worth at most that line ``b`` is of an article that is taken up, but for how it follows there."""
        here = self._places[b]
        return here.cut + self._kin * self.signs.most_kin(b) + self._said * bool(here.shown) + self._over

    def _reach(self, b: int, beam: Sequence[Valued]) -> float:
        """What it is worth at most that an article is taken up with line ``b`` that waits in one of the readings."""
        tails = set[int]().union(*[reading.tails for _, reading in beam])
        return self._own(b) + max([self.signs.follows(tail, b) for tail in tails], default=-math.inf)

    def _switches(
        self, b: int, so_far: float, leave: float, reading: Reading, least: float, *, takes: bool
    ) -> list[Move]:
        """A new article beginning with line ``b``, and those taken up of which ``least`` may come; none if nothing
        may.
        """
        here, follows = self._places[b], self.signs.follows
        room = least - so_far - leave
        hopes: list[tuple[int, int, float]] = []
        if takes:
            own = self._own(b)
            ways = zip(reading.waiting, reading.tails, reading.passes, strict=False)
            worth = [(over, n, passed + follows(tail, b)) for over, (n, tail, passed) in enumerate(ways)]
            hopes = [hope for hope in worth if hope[2] + own >= room]
        if not hopes and self._new + here.begins < room:
            return []
        chosen = _chosen(reading, b)
        now = reading.stories[reading.now].size + self._grown(b, reading)
        sizes = [(reading.now, now), *((n, reading.stories[n].size) for _, n, _ in hopes)]
        kin = self.signs.kin(b, chosen, sizes)
        said = self.signs.said(b, chosen) if here.shown else {}
        new = COLUMN["kin new"] * (UNKNOWN - kin[0])
        out = [(so_far + (leave + new + here.begins), -1, 0, reading)]
        for (over, n, goes_on), shared in zip(hopes, kin[1:], strict=True):
            own = COLUMN["kin"] * (shared - kin[0]) + COLUMN["sub said"] * said.get(n, 0.0)
            out.append((so_far + (leave + here.cut + own + goes_on), n, over, reading))
        return out

    def _kept(self, b: int, moves: Sequence[Move]) -> list[Valued]:
        """The best readings with line ``b``; of those that differ in nothing that may still count the best one."""
        least = max(map(_VALUE, moves)) - HOPELESS
        hopeful = [move for move in moves if move[0] >= least]
        hopeful.sort(key=_VALUE, reverse=True)
        if all(n == reading.now for _, n, _, reading in hopeful):
            return [(value, reading) for value, _, _, reading in hopeful[:BEAM]]
        kept: dict[object, Valued] = {}
        for value, n, over, reading in hopeful[: 3 * BEAM]:
            after = reading if n == reading.now else self._switched(b, reading, n, over)
            depth = after.depth + self._grown(b + 1, after)
            state = after.now, depth, after.stories[after.now].depths[-2:], after.waits
            kept.setdefault(state, (value, after))
            if len(kept) == BEAM:
                break
        return list(kept.values())

    def _grown(self, b: int, reading: Reading) -> int:
        """By how many lines the piece that is being read has grown before line ``b``."""
        return self._places[b - 1].deep - self._places[len(reading.chosen) - 1].deep

    def _left(self, b: int, reading: Reading) -> float:
        """What speaks for an article being left before line ``b``, by how deep its pieces are; nothing if it ended."""
        depths = reading.stories[reading.now].depths
        if not depths or self._places[b - 1].ended:
            return 0.0
        return self._worth_of_depth(depths[0], depths[-1], reading.depth + self._grown(b, reading))

    def _switched(self, b: int, reading: Reading, n: int, over: int) -> Reading:
        """The reading after line ``b``, which goes on with another article ``n`` after passing ``over`` that wait."""
        stories, grown = list(reading.stories), self._grown(b, reading)
        left = stories[reading.now]
        stories[reading.now] = Story(b - 1, (*left.depths, reading.depth + grown), left.size + grown)
        given_up = list(reading.given_up)
        waiting: list[int] = []
        for place, m in enumerate(reading.waiting):
            if n >= 0 and place < over:
                tail, depths, size, passed = stories[m]
                stories[m] = Story(tail, depths, size, passed + 1)
                most = ENDED_BY_STOP if self.signs.ends[tail].startswith("stop") else ENDED
                (given_up if passed + 1 >= most else waiting).append(m)
            elif m != n:
                waiting.append(m)
        if not self._places[b - 1].ended:
            waiting.append(reading.now)
        now, depth = (n, 1 + self._places[b].top) if n >= 0 else (len(stories), 1)
        if n >= 0:
            stories[n] = Story(b, stories[n].depths, stories[n].size + depth)
        else:
            stories.append(Story(b, (), depth))
        looked_at = [stories[m] for m in waiting[: PASSED + 1]]
        worth = [self._passed[story.tail][story.passed > 0] for story in looked_at[:-1]]
        return Reading(
            tuple(stories),
            tuple(waiting),
            tuple(given_up),
            now,
            depth,
            (*_chosen(reading, b), now),
            reading.taken + (n >= 0),
            tuple([(m, stories[m].tail, stories[m].depths[-2:]) for m in waiting]),
            tuple([story.tail for story in looked_at]),
            tuple(itertools.accumulate(worth, initial=0.0)),
        )

    def total(self, value: float, reading: Reading) -> float:
        """The value of a reading at the end of the page, where those that still wait are known to have ended."""
        for n in (*reading.waiting, *reading.given_up):
            story = reading.stories[n]
            *before, depth = story.depths
            ends: Features = [(f"drop {self.signs.ends[story.tail]}", 1.0)]
            if before:
                ends.append(("drop low" if depth <= max(before) + 1 else "drop high", 1.0))
            # It was left as if it were gone on with.
            value += weighed(COLUMN, ends) - weighed(COLUMN, depth_signs(before, depth))
        return value


def _chosen(reading: Reading, b: int) -> tuple[int, ...]:
    """The article of every line before line ``b``."""
    return reading.chosen + (reading.now,) * (b - len(reading.chosen))


def depth_signs(before: Sequence[int], depth: int) -> Features:
    """What the depth of a piece tells, beside the first and the last of the pieces of its article ``before`` it."""
    if not before:
        return []
    last = before[-1]
    by = min(depth - before[0], depth - last, key=abs)
    if abs(by) > 2 and (abs(depth - 2 * last) <= 1 or abs(2 * depth - last) <= 1):
        return [("depth double", 1.0)]
    size = str(by) if abs(by) <= 2 else "3" if 0 < by <= 5 else "6" if by > 0 else "-3" if by >= -5 else "-6"
    return [(f"depth {size}", 1.0)]
