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
# Nats by which a reading that is not kept falls behind the best one.
HOPELESS = 8.0
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
    """An article so far: its last line, the depths in lines of the pieces that it was left with and of the one being
    read, of all of them together, whether something ended it, and how often it was passed over while it waited.
    """

    tail: int
    depths: tuple[int, ...]
    depth: int
    size: int
    ended: bool
    passed: int = 0


class Reading(NamedTuple):
    """A reading of the page so far: its articles, those that wait in the order in which they were left, those given up
    waiting for, the one being read, the article of every line, and how often one was taken up.
    """

    value: float
    stories: tuple[Story, ...]
    waiting: tuple[int, ...]
    given_up: tuple[int, ...]
    now: int
    chosen: tuple[int, ...]
    taken: int


# What a line may be: the value of a reading with it, the article that it goes on with (-1: a new one), how many it
# passes over, and the reading.
Move = tuple[float, int, int, Reading]
_VALUE = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Place:
    """What is alike for all readings of a line: what speaks for its beginning an article, for the article of the line
    before going on, and for leaving that for another; the display lines above it, the lines of a head among what
    stands there, and whether an article ends with it.
    """

    begins: float
    stay: float
    cut: float
    shown: int
    top: int
    ended: bool


class Columns:
    """The readings of one page."""

    def __init__(self, signs: ColumnSigns) -> None:
        self.signs = signs
        # What it is worth that an article that waits is passed over, for the first time and again, by its last line.
        self._passed = [
            (COLUMN.get(f"pass {end}", 0.0), COLUMN.get(f"pass again {end.split()[0]}", 0.0)) for end in signs.ends
        ]
        self._worth_of_depth = cache(lambda *depths: weighed(COLUMN, depth_signs(depths[:-1], depths[-1])))

    def read(self, *, takes: bool) -> Reading:
        """The best reading found; without ``takes`` the best of those that take no article up."""
        signs = self.signs
        readings = [Reading(0.0, (Story(0, (), 1, 1, ended=False),), (), (), 0, (0,), 0)]
        for b in range(1, len(signs.body)):
            here = self._place(b)
            fresh = [move for reading in readings for move in self.moves(b, here, reading, takes=takes)]
            least = max(map(_VALUE, fresh)) - HOPELESS
            hopeful = [move for move in fresh if move[0] >= least]
            hopeful.sort(key=_VALUE, reverse=True)
            kept: dict[object, Reading] = {}
            for value, n, over, reading in hopeful[: 3 * BEAM]:
                after = self.step(b, here, reading, value, n, over)
                # Of readings that differ in nothing that may still count the best is kept.
                kept.setdefault(_open_state(after), after)
                if len(kept) == BEAM:
                    break
            readings = list(kept.values())
        return max(readings, key=self.total)

    def _place(self, b: int) -> Place:
        signs = self.signs
        place, between = signs.place(b), signs.between(b)
        cut = [("cut", 1.0), (f"cut {place}", 1.0), ("top byline", float(signs.byline_above(b)))]
        return Place(
            begins=signs.begins(b),
            stay=COLUMN.get(f"stay {place}", 0.0),
            cut=weighed(COLUMN, cut),
            shown=len(signs.shown(b)),
            top=sum(signs.forms[k] in (Form.DISPLAY, Form.BYLINE) for k in between),
            ended=signs.ended(b),
        )

    def moves(self, b: int, here: Place, reading: Reading, *, takes: bool) -> list[Move]:
        """What line ``b`` may be; without ``takes`` no article is taken up."""
        follows, stories, so_far = self.signs.follows, reading.stories, reading.value
        now = stories[reading.now]
        waiting = reading.waiting[: PASSED + 1] if takes else ()
        kin = self.signs.kin(b, reading.chosen, [(n, stories[n].size) for n in (reading.now, *waiting)])
        said = self.signs.said(b, reading.chosen) if here.shown else {}
        leave = 0.0 if now.ended else self._left(now)
        new = COLUMN["kin new"] * (UNKNOWN - kin[0])
        out = [(so_far + (leave + new + here.begins), -1, 0, reading)]
        if not now.ended:
            stay = here.stay + COLUMN["sub said"] * said.get(reading.now, 0.0)
            out.append((so_far + (follows(now.tail, b) + stay), reading.now, 0, reading))
        cut = leave + here.cut
        for over, n in enumerate(waiting):
            story = stories[n]
            own = COLUMN["kin"] * (kin[over + 1] - kin[0]) + COLUMN["sub said"] * said.get(n, 0.0)
            out.append((so_far + (cut + own + follows(story.tail, b)), n, over, reading))
            cut += self._passed[story.tail][story.passed > 0]
        return out

    def _left(self, story: Story) -> float:
        """What speaks for an article being left where it is, by how deep its pieces are."""
        if not story.depths:
            return 0.0
        return self._worth_of_depth(story.depths[0], story.depths[-1], story.depth)

    def total(self, reading: Reading) -> float:
        """The value of a reading at the end of the page, where those that still wait are known to have ended."""
        value = reading.value
        for n in (*reading.waiting, *reading.given_up):
            story = reading.stories[n]
            *before, depth = story.depths
            ends: Features = [(f"drop {self.signs.ends[story.tail]}", 1.0)]
            if before:
                ends.append(("drop low" if depth <= max(before) + 1 else "drop high", 1.0))
            # It was left as if it were gone on with.
            value += weighed(COLUMN, ends) - weighed(COLUMN, depth_signs(before, depth))
        return value

    def step(self, b: int, here: Place, reading: Reading, value: float, n: int, over: int) -> Reading:
        """The reading after line ``b``, which goes on with article ``n`` after passing ``over`` that wait."""
        stories = list(reading.stories)
        if n == reading.now:
            _, depths, depth, size, _, passed = stories[n]
            more = 1 + here.shown
            stories[n] = Story(b, depths, depth + more, size + more, here.ended, passed)
            chosen = (*reading.chosen, n)
            return Reading(value, tuple(stories), reading.waiting, reading.given_up, n, chosen, reading.taken)
        left = stories[reading.now]
        stories[reading.now] = left._replace(depths=(*left.depths, left.depth), depth=0)
        waiting = [] if left.ended else [reading.now]
        given_up = list(reading.given_up)
        rest: list[int] = []
        for place, m in enumerate(reading.waiting):
            if n >= 0 and place < over:
                story = stories[m] = stories[m]._replace(passed=stories[m].passed + 1)
                most = ENDED_BY_STOP if self.signs.ends[story.tail].startswith("stop") else ENDED
                (given_up if story.passed >= most else rest).append(m)
            elif m != n:
                rest.append(m)
        if n < 0:
            stories.append(Story(b, (), 1, 1, here.ended))
        else:
            depth = 1 + here.top
            stories[n] = Story(b, stories[n].depths, depth, stories[n].size + depth, here.ended)
        now = n if n >= 0 else len(stories) - 1
        return Reading(
            value,
            tuple(stories),
            (*rest, *waiting),
            tuple(given_up),
            now,
            (*reading.chosen, now),
            reading.taken + (n >= 0),
        )


def _open_state(reading: Reading) -> object:
    """All that the readings of the rest of the page may depend on, but for what the articles speak of."""
    stories = reading.stories
    now = stories[reading.now]
    waits = tuple([(n, stories[n].tail, stories[n].depths[-2:]) for n in reading.waiting])
    return reading.now, now.tail, now.depth, now.depths[-2:], waits


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
    if read.taken < LEAST or columns.total(read) - columns.total(columns.read(takes=False)) < least:
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


def arranged(signs: ColumnSigns, read: Reading) -> list[Line]:
    """The lines of a page, article by article as it was read; what is no text stays with the text it stands at."""
    lines, forms, body = signs.lines, signs.forms, signs.body
    stories: list[list[int]] = [[] for _ in read.stories]
    asides: list[list[int]] = [[] for _ in read.stories]
    # Where the text of each article begins, behind its head.
    heads = [0] * len(read.stories)
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
