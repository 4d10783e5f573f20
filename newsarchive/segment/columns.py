"""A page painted column by column, put into the order in which it is read.

Such a dump leaves an article at the foot of each of its columns, often inside a sentence, and takes it up at the head
of the next one, below others. Nothing marks these places. But columns are read from top to foot, so articles are taken
up in the order in which they were left; the columns of one article are about equally deep; and what was left open goes
on somewhere. The page is read from its first line to its last: at every line of text the article goes on, or one that
waits is taken up, or one begins. A beam keeps the best readings; how much each sign counts is in weights.COLUMN. The
page is put in order only if that explains it much better than reading it as it stands.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Story:
    """An article so far: its last line, the depths in lines of the pieces that it was left with and of the one being
    read, whether something ended it, and how often it was passed over while it waited.
    """

    tail: int
    depths: tuple[int, ...]
    depth: int
    ended: bool
    passed: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
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


# What a line may be: how much speaks for it, the article that it goes on with (-1: a new one), how many it passes over.
Move = tuple[float, int, int]


class Columns:
    """The readings of one page."""

    def __init__(self, signs: ColumnSigns) -> None:
        self.signs = signs

    def read(self, *, takes: bool) -> Reading:
        """The best reading found; without ``takes`` the best of those that take no article up."""
        signs = self.signs
        readings = [Reading(0.0, (Story(0, (), 1, ended=False),), (), (), 0, (0,), 0)]
        for b in range(1, len(signs.body)):
            fresh = [
                (reading.value + value, n, over, reading)
                for reading in readings
                for value, n, over in self.moves(b, reading)
                if takes or n in (-1, reading.now)
            ]
            best = heapq.nlargest(3 * BEAM, fresh, key=lambda f: f[0])
            kept: dict[object, Reading] = {}
            for value, n, over, reading in best:
                if value < best[0][0] - HOPELESS:
                    break
                after = self.step(b, replace(reading, value=value), n, over)
                # Of readings that differ in nothing that may still count the best is kept.
                kept.setdefault(_open_state(after), after)
                if len(kept) == BEAM:
                    break
            readings = list(kept.values())
        return max(readings, key=self.total)

    def moves(self, b: int, reading: Reading) -> Iterator[Move]:
        """What line ``b`` may be."""
        signs, now = self.signs, reading.stories[reading.now]
        place, shown = signs.place(b), signs.shown(b)
        kin = signs.kin(b, reading.chosen, [sum(s.depths) + s.depth for s in reading.stories])
        leave = 0.0 if now.ended else weighed(COLUMN, depth_signs(now, now.depth))
        new = COLUMN["kin new"] * (UNKNOWN - kin[reading.now])
        yield leave + new + signs.begins(b), -1, 0
        if not now.ended:
            said = signs.said(b, reading.chosen, reading.now) if shown else 0.0
            stay = [(f"stay {place}", 1.0), ("sub said", said)]
            yield signs.follows(now.tail, b) + weighed(COLUMN, stay), reading.now, 0
        by = signs.byline_above(b)
        cut = leave + weighed(COLUMN, [("cut", 1.0), (f"cut {place}", 1.0), ("top byline", float(by))])
        for over, n in enumerate(reading.waiting[: PASSED + 1]):
            story = reading.stories[n]
            said = signs.said(b, reading.chosen, n) if shown else 0.0
            own = weighed(COLUMN, [("kin", kin[n] - kin[reading.now]), ("sub said", said)])
            yield cut + own + signs.follows(story.tail, b), n, over
            cut += weighed(COLUMN, [self._passed(story)])

    def _passed(self, story: Story) -> tuple[str, float]:
        """An article that waits is passed over."""
        end = self.signs.ends[story.tail]
        return (f"pass again {end.split()[0]}" if story.passed else f"pass {end}"), 1.0

    def total(self, reading: Reading) -> float:
        """The value of a reading at the end of the page, where those that still wait are known to have ended."""
        value = reading.value
        for n in (*reading.waiting, *reading.given_up):
            story = reading.stories[n]
            *before, depth = story.depths
            known = replace(story, depths=tuple(before))
            ends: Features = [(f"drop {self.signs.ends[story.tail]}", 1.0)]
            if before:
                ends.append(("drop low" if depth <= max(before) + 1 else "drop high", 1.0))
            # It was left as if it were gone on with.
            value += weighed(COLUMN, ends) - weighed(COLUMN, depth_signs(known, depth))
        return value

    def step(self, b: int, reading: Reading, n: int, over: int) -> Reading:
        """The reading after line ``b``, which goes on with article ``n`` after passing ``over`` that wait."""
        signs = self.signs
        stories = list(reading.stories)
        ended, between = signs.ended(b), signs.between(b)
        if n == reading.now:
            story = stories[n]
            depth = story.depth + 1 + len(signs.shown(b))
            stories[n] = replace(story, tail=b, depth=depth, ended=ended)
            return replace(reading, stories=tuple(stories), chosen=(*reading.chosen, n))
        left = stories[reading.now]
        stories[reading.now] = replace(left, depths=(*left.depths, left.depth), depth=0)
        waiting = [] if left.ended else [reading.now]
        given_up = list(reading.given_up)
        rest: list[int] = []
        for place, m in enumerate(reading.waiting):
            if n >= 0 and place < over:
                story = stories[m] = replace(stories[m], passed=stories[m].passed + 1)
                most = ENDED_BY_STOP if signs.ends[story.tail].startswith("stop") else ENDED
                (given_up if story.passed >= most else rest).append(m)
            elif m != n:
                rest.append(m)
        if n < 0:
            stories.append(Story(b, (), 1, ended))
        else:
            top = sum(signs.forms[k] in (Form.DISPLAY, Form.BYLINE) for k in between)
            stories[n] = replace(stories[n], tail=b, depth=1 + top, ended=ended, passed=0)
        now = n if n >= 0 else len(stories) - 1
        return Reading(
            reading.value,
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
    waits = tuple((n, stories[n].tail, stories[n].depths[-2:]) for n in reading.waiting)
    return reading.now, now.tail, now.depth, now.depths[-2:], waits


def depth_signs(story: Story, depth: int) -> Features:
    """What the depth of a piece tells, beside the first and the last of the pieces before it."""
    if not story.depths:
        return []
    last = story.depths[-1]
    by = min(depth - story.depths[0], depth - last, key=abs)
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
