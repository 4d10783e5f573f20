"""A page painted column by column, put into the order in which it is read.

Such a dump leaves an article at the foot of each of its columns, often inside a sentence, and takes it up at the head
of the next one, below others. Nothing marks these places. But columns are read from top to foot, so articles are taken
up in the order in which they were left; the columns of one article are about equally deep; and what was left open goes
on somewhere. The page is read from its first line to its last: at every line of text the article goes on, or one that
waits is taken up, or one begins. A beam keeps the best readings; how much each sign counts is in weights.COLUMN. The
page is put in order only if that explains it much better than reading it as it stands.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from newsarchive.segment import marks
from newsarchive.segment.column_signs import ColumnSigns, unfinished
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import BODY, Form, Look
from newsarchive.segment.weights import COLUMN, Features, weighed

# Readings kept after every line.
BEAM = 30
# Nats by which a reading that is not kept falls behind the best one, and what sums of them may be off by rounding.
HOPELESS, ROUNDING = 8.0, 1e-9
# Headlines and bylines right behind an unfinished sentence: a page painted so has two, a short one one, and a long one
# more: those of the bench have one for every 45 to 95 lines of text, few others so many.
SHORT, HINTED = 60, 120
# What reading it so must explain better, in all and for every line of text, and times that an article is taken up.
# Pages painted so gain .12 to .18 a line, others whose pieces an extractor mixed up below .08.
GAIN, GAIN_A_LINE, LEAST = 5.0, 0.09, 2
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
    # What of those that wait the readings of the rest of the page may depend on.
    waits: tuple[tuple[int, int, tuple[int, ...]], ...]


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
        # and that articles are passed over.
        self._new = max(COLUMN["kin new"] * UNKNOWN, COLUMN["kin new"] * (UNKNOWN - 1.0))
        self._own = abs(COLUMN["kin"]), max(0.0, COLUMN["sub said"])
        self._over = PASSED * max(0.0, *itertools.chain.from_iterable(self._passed))

    def read(self, *, takes: bool) -> Read:
        """The best reading found; without ``takes`` the best of those that take no article up."""
        beam: list[Valued] = [(0.0, Reading((Story(0, (), 1),), (), (), 0, 1, (0,), 0, ()))]
        for b in range(1, len(self.signs.body)):
            beam = self._kept(b, self._moves(b, beam, takes=takes))
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
            top=sum(signs.forms[k] in (Form.DISPLAY, Form.BYLINE) for k in between),
            ended=signs.ended(b),
            deep=above + 1 + shown,
        )

    def _moves(self, b: int, beam: Sequence[Valued], *, takes: bool) -> list[Move]:
        """What line ``b`` may be for the readings that are kept; without ``takes`` no article is taken up. Left out is
        what cannot be among the readings kept then.
        """
        here, before, left_out = self._places[b], self._places[b - 1], -math.inf
        stays: list[float] = []
        if not before.ended:
            goes_on = self.signs.follows(b - 1, b)
            for so_far, reading in beam:
                said = self._said(b, reading).get(reading.now, 0.0) if here.shown else 0.0
                stays.append(so_far + (goes_on + (here.stay + COLUMN["sub said"] * said)))
            # Readings that differ still differ when all go on.
            left_out = max(stays) - HOPELESS if len(stays) < BEAM else max(max(stays) - HOPELESS, min(stays))
        most = self._new + here.begins
        tails = {reading.stories[n].tail for _, reading in beam for n in reading.waiting[: PASSED + 1]} if takes else ()
        if tails:
            follows = max(self.signs.follows(tail, b) for tail in tails)
            kin, said = self._own
            own = kin * self.signs.most_kin(b) + said * bool(here.shown)
            most = max(most, here.cut + own + self._over + follows)
        out: list[Move] = []
        for k, (so_far, reading) in enumerate(beam):
            stay = [(stays[k], reading.now, 0, reading)] if stays else []
            leave = 0.0 if before.ended else self._left(b, reading)
            if so_far + leave + most < left_out - ROUNDING:
                out.extend(stay)
            else:
                new, *taken = self._switches(b, so_far, leave, reading, takes=takes)
                out.extend((new, *stay, *taken))
        return out

    def _switches(self, b: int, so_far: float, leave: float, reading: Reading, *, takes: bool) -> list[Move]:
        """A new article beginning with line ``b``, and all that may be taken up with it."""
        signs, here, stories = self.signs, self._places[b], reading.stories
        waiting = reading.waiting[: PASSED + 1] if takes else ()
        sizes = [(n, stories[n].size) for n in waiting]
        now = stories[reading.now].size + self._grown(b, reading)
        kin = signs.kin(b, _chosen(reading, b), [(reading.now, now), *sizes])
        said = self._said(b, reading) if here.shown else {}
        new = COLUMN["kin new"] * (UNKNOWN - kin[0])
        out = [(so_far + (leave + new + here.begins), -1, 0, reading)]
        cut = leave + here.cut
        for over, n in enumerate(waiting):
            story = stories[n]
            own = COLUMN["kin"] * (kin[over + 1] - kin[0]) + COLUMN["sub said"] * said.get(n, 0.0)
            out.append((so_far + (cut + own + signs.follows(story.tail, b)), n, over, reading))
            cut += self._passed[story.tail][story.passed > 0]
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

    def _said(self, b: int, reading: Reading) -> dict[int, float]:
        return self.signs.said(b, _chosen(reading, b))

    def _left(self, b: int, reading: Reading) -> float:
        """What speaks for an article being left before line ``b``, by how deep its pieces are."""
        depths = reading.stories[reading.now].depths
        return self._worth_of_depth(depths[0], depths[-1], reading.depth + self._grown(b, reading)) if depths else 0.0

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

    def _switched(self, b: int, reading: Reading, n: int, over: int) -> Reading:
        """The reading after line ``b``, which goes on with another article ``n`` after passing ``over`` that wait."""
        stories, here, grown = list(reading.stories), self._places[b], self._grown(b, reading)
        left = stories[reading.now]
        stories[reading.now] = Story(b - 1, (*left.depths, reading.depth + grown), left.size + grown)
        waiting = [] if self._places[b - 1].ended else [reading.now]
        given_up = list(reading.given_up)
        rest: list[int] = []
        for place, m in enumerate(reading.waiting):
            if n >= 0 and place < over:
                story = stories[m] = stories[m]._replace(passed=stories[m].passed + 1)
                most = ENDED_BY_STOP if self.signs.ends[story.tail].startswith("stop") else ENDED
                (given_up if story.passed >= most else rest).append(m)
            elif m != n:
                rest.append(m)
        depth = 1 + here.top if n >= 0 else 1
        if n < 0:
            stories.append(Story(b, (), depth))
        else:
            stories[n] = Story(b, stories[n].depths, stories[n].size + depth)
        now = n if n >= 0 else len(stories) - 1
        rest.extend(waiting)
        return Reading(
            tuple(stories),
            tuple(rest),
            tuple(given_up),
            now,
            depth,
            (*_chosen(reading, b), now),
            reading.taken + (n >= 0),
            tuple([(m, stories[m].tail, stories[m].depths[-2:]) for m in rest]),
        )


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


def in_reading_order(
    lines: Sequence[Line], forms: Sequence[Form], seen: Sequence[Look], heads: Iterable[int]
) -> list[Line] | None:
    """The lines of a page painted column by column in the order in which they are read; None if it is not painted so.

    ``heads`` are the lines that a first reading took for the heads of articles.
    """
    body = sum(form in BODY for form in forms)
    if broken_off(lines, forms, frozenset(heads)) < max(body / HINTED, 1 if body <= SHORT else 2):
        return None
    signs = ColumnSigns(lines, forms, seen, heads)
    if len(signs.body) < 2:
        return None
    columns = Columns(signs)
    read = columns.read(takes=True)
    least = max(GAIN, GAIN_A_LINE * len(signs.body))
    if read.taken < LEAST or read.value - columns.read(takes=False).value < least:
        return None
    return arranged(signs, read)


def broken_off(lines: Sequence[Line], forms: Sequence[Form], heads: Container[int]) -> int:
    """How many headlines and bylines stand right behind an unfinished sentence."""
    count = 0
    for is_text, group in itertools.groupby(range(len(lines)), key=lambda i: forms[i] in BODY):
        run = list(group)
        last = run[0] - 1
        if is_text or last < 0 or not unfinished(lines[last]):
            continue
        shown = [k for k in run if forms[k] in (Form.DISPLAY, Form.BYLINE)]
        count += bool(shown) and (forms[shown[0]] is Form.BYLINE or any(k in heads for k in shown))
    return count


def arranged(signs: ColumnSigns, read: Read) -> list[Line]:
    """The lines of a page, article by article as it was read; what is no text stays with the text it stands at."""
    lines, forms, body = signs.lines, signs.forms, signs.body
    count = max(read.chosen) + 1
    stories: list[list[int]] = [[] for _ in range(count)]
    asides: list[list[int]] = [[] for _ in range(count)]
    # Where the text of each article begins, behind its head.
    heads = [0] * count
    order: list[int] = []
    goes_on = set()
    tails: dict[int, int] = {}
    for b, j in enumerate(body):
        n = read.chosen[b]
        last = read.chosen[b - 1] if b else n
        begin = not stories[n]
        if begin:
            # What begins here may be no more than a part of the article above it, under a subhead.
            order.insert(order.index(last) + 1 if b else 0, n)
        between = signs.between(b) if b else range(j)
        pictured = headlines_of_pictures(between, forms)
        for k in between:
            if n == last:
                stories[n].append(k)
            elif k in pictured:
                asides[last].append(k)
            elif forms[k] in (Form.JUMP, Form.SIGNATURE):
                stories[last].append(k)
            elif (forms[k] is Form.DISPLAY and (begin or not marks.is_pen_name(lines[k].flat))) or (
                forms[k] is Form.BYLINE and begin
            ):
                stories[n].append(k)
            elif forms[k] in (Form.BYLINE, Form.DISPLAY):
                # A byline at the head of a column is that of the article taken up there.
                stories[n].insert(heads[n], k)
                heads[n] += 1
            else:
                asides[last].append(k)
        if begin:
            heads[n] = len(stories[n])
        elif n != last and signs.ends[tails[n]].startswith("open"):
            goes_on.add(j)
        stories[n].append(j)
        tails[n] = b
    out = [k for n in order for k in (*stories[n], *asides[n])]
    out.extend(range(body[-1] + 1, len(lines)))
    return [replace(lines[k], gap=False) if k in goes_on else lines[k] for k in out]


def headlines_of_pictures(between: Sequence[int], forms: Sequence[Form]) -> set[int]:
    """The display lines right above a caption or a credit: picture news, which stays together."""
    out: set[int] = set()
    run: list[int] = []
    for k in between:
        if forms[k] is Form.DISPLAY:
            run.append(k)
        elif forms[k] is not Form.DUPLICATE:
            out.update(run if forms[k] is Form.CREDIT else [])
            run = []
    return out
