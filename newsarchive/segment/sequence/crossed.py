"""Boxes of columns side by side that an extractor printed by turns, each put back into its column.

An extractor that draws boxes around lines and prints them by where they stand takes two small boxes of one height in
neighbouring columns for one row: the first lines of two paragraphs, say, come out one after the other, and then the
rest of both. What tells of it are boxes of equally many lines, the one behind the other, that do not go on with each
other, and that the text around them reads on much better once they stand elsewhere near by: no sentence is left open
before a paragraph's beginning, none goes on behind a finished one, and a word runs across where they now meet.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter

from newsarchive.segment.forms.marks import item_of, speaker
from newsarchive.segment.lines.line import Line, gap_style
from newsarchive.segment.roles.form import BODY, BYLINE, Form
from newsarchive.segment.roles.role import FULL, below, is_date
from newsarchive.segment.sequence.flow import Torn, other_width

# Lines of a box that stands in a row with others, at most: taller ones of one height are so by chance. Lines over
# which one is put elsewhere, at most: a short column.
TALLEST, FARTHEST = 4, 18
# Boxes that are arranged at a time, at most, and ways to do so that are kept in mind after every box.
MOST_BOXES, KEPT_WAYS = 40, 30
# Places asked about, an end and a beginning, for which it takes less to count all pairs of characters at once: as long
# as to look for 200 to 400.
MANY_PLACES = 200
# Nats for a box that reads on with the one before, and against one that cannot: half of all places are torn, so one in
# two fits by chance, and one in twenty of those that follow each other was read wrong. What speaks for the printed
# order wherever two boxes stand in it, against a box that comes before others printed earlier, for each of them,
# against one left behind where the column goes on, and against one that comes before its neighbour in a row: rows are
# printed from left to right.
FITS, FITS_NOT, PRINTED, OVERTAKEN, LEFT_BEHIND, TURNED = 0.7, -2.5, 1.3, -0.05, -0.3, -1.0
# From the sum of the weights of words across a cut (weights.LINK) to nats: what was measured on lines that follow each
# other and on others.
SLOPE, OFFSET, LEAST, MOST = 1.5, -0.5, -2.2, 4.2
# Nats that speak for another order than the printed one, at least, half of what the words alone say added to them.
SURE = 2.9
# Ems that a first line leaves free: its indent, a word or figure that found no room besides, and no more than a last
# line may leave free as well.
LEAST_INDENT, WIDE_INDENT, MOST_INDENT = 1.4, 4.0, 2.6
# How a box and another, both of one height, fit at most if they are no more than that.
UNLIKE = 0.3


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of text that stand together, the first and the last fragment in them (-1: there is no text), and the lines
    of anything else above them.
    """

    lines: range
    head: int
    tail: int
    above: tuple[int, ...]


Fit = Callable[[int, int], float]
_VALUE = itemgetter(0)


def in_columns(lines: list[Line], forms: list[Form], torn: Torn) -> list[Line] | None:
    """The lines of a page with boxes of one height that were printed row by row put back into their columns; None if
    there are none.
    """
    if gap_style(lines) != "para":
        return None
    order: list[int] = []
    for stretch in _stretches(lines, forms, torn):
        # Most stretches have no boxes of one height.
        rows = any(_row(m - 1, m, stretch, torn) for m in range(1, len(stretch)))
        arranged = [stretch[m] for m in _arranged(stretch, _starts(stretch, torn), torn)] if rows else stretch
        for box in arranged:
            order += [*box.above, *box.lines]
    if order == sorted(order):
        return None
    return [
        lines[i] if before == i - 1 else replace(lines[i], gap=True) for before, i in itertools.pairwise([-1, *order])
    ]


def _stretches(lines: Sequence[Line], forms: Sequence[Form], torn: Torn) -> Iterator[list[Box]]:
    """The lines of a page as boxes, cut where an article surely begins or ends: at a byline, a lead or a date."""
    begins = {p.lines[0]: k for k, p in enumerate(torn.paras)}
    ends = {p.lines[-1]: k for k, p in enumerate(torn.paras)}
    run: list[Box] = []
    between: tuple[int, ...] = ()
    for held in _cut(lines, forms):
        # A paragraph may run on over a line that was drawn twice.
        text = held[0] in begins and held[-1] in ends
        if forms[held[0]] is BYLINE or (text and torn.seen[held[0]].lead):
            yield from _ended(run, between)
            run, between = [], ()
        if not text:
            between += tuple(held)
            continue
        if not run and between:
            yield [Box(range(0), -1, -1, between)]
            between = ()
        run.append(Box(held, begins[held[0]], ends[held[-1]], between))
        between = ()
        if is_date(lines[held[-1]]):
            yield run
            run = []
    yield from _ended(run, between)


def _ended(run: list[Box], between: tuple[int, ...]) -> Iterator[list[Box]]:
    """A stretch, and what stands behind it and is nobody's."""
    if run:
        yield run
    if between:
        yield [Box(range(0), -1, -1, between)]


def _cut(lines: Sequence[Line], forms: Sequence[Form]) -> Iterator[range]:
    """Cut a page at its blank lines, and between text and anything else."""
    at = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or lines[i].gap or (forms[i] in BODY) != (forms[i - 1] in BODY):
            yield range(at, i)
            at = i


def _arranged(boxes: list[Box], starts: list[str], torn: Torn) -> list[int]:
    """The order of the boxes of a stretch, those that stand in a row with others each in its column."""

    @cache
    def fit(a: int, b: int) -> float:
        return _fit(boxes[a], boxes[b], starts[b], torn) + (PRINTED if b == a + 1 else 0.0)

    def left_open(a: int) -> bool:
        return torn.paras[boxes[a].tail].open_end

    def may_go_on(b: int) -> bool:
        return starts[b] != "first"

    def told(a: int, b: int) -> float:
        return _told(boxes[a], boxes[b], torn) if left_open(a) and may_go_on(b) else 0.0

    misplaced = [m for m in range(1, len(boxes)) if _in_row(m, boxes, torn, fit) and _ill(m, len(boxes), fit)]
    order = list(range(len(boxes)))
    windows = list(_windows(misplaced, boxes))
    around = list(itertools.chain(*windows))
    if sum(map(left_open, around)) * sum(map(may_go_on, around)) > MANY_PLACES:
        torn.seams.count_pairs()
    for window in windows:
        movable = [m for m in misplaced if m in window and m != window[0]]
        way = _Window(window, movable, boxes, torn, fit).best(_closed(window, boxes, torn, fit))
        for at, now in _changed(way, window[0]):
            before = at - 1
            old = sum(fit(m, m + 1) for m in range(before, min(at + len(now), len(boxes) - 1)))
            after = way[at + len(now) - window[0] :][:1]
            path = [order[before], *now, *after]
            new = sum(itertools.starmap(fit, itertools.pairwise(path)))
            words = max(told(a, b) for a, b in itertools.pairwise(path) if b != a + 1)
            if new - old + words / 2 >= SURE:
                order[at : at + len(now)] = now
    return order


def _windows(misplaced: Sequence[int], boxes: Sequence[Box]) -> Iterator[range]:
    """Where boxes are to be arranged: around those that may be misplaced, as far as they may be put; what was printed
    row by row stands between the same subheads.
    """
    offsets = [0, *itertools.accumulate(len(box.lines) for box in boxes)]
    found: list[range] = []
    for m in misplaced:
        low = high = m
        while low > 0 and not boxes[low].above and offsets[m] - offsets[low] <= FARTHEST:
            low -= 1
        while high < len(boxes) - 1 and not boxes[high + 1].above and offsets[high] - offsets[m] <= FARTHEST:
            high += 1
        if found and low < found[-1].stop:
            low = found.pop().start
        found.append(range(low, high + 1))
    # What has more is no printed page.
    yield from (window for window in found if len(window) <= MOST_BOXES)


# A way to arrange boxes: its value, how many there are of those that keep their order, and the boxes.
Way = tuple[float, int, tuple[int, ...]]


class _Window:
    """Boxes to be arranged: the first stays, and all but the movable ones keep their order."""

    def __init__(self, window: range, movable: Sequence[int], boxes: Sequence[Box], torn: Torn, fit: Fit) -> None:
        self._window, self._fit = window, fit
        offsets = self._offsets = [0, *itertools.accumulate(len(box.lines) for box in boxes)]
        self._fixed = [*(m for m in window if m not in movable), window.stop]
        self._turnable = {b for b in window[1:] if _row(b - 1, b, boxes, torn)}
        # Every box is a bit of a number, so that what a way has and what stands before a box are numbers.
        self._bit = {m: 1 << n for n, m in enumerate(range(window.start, window.stop + 1))}
        self._movable = [(m, self._bit[m]) for m in movable]
        # The movable boxes that may come before each of the fixed ones.
        near = ([m for m in movable if m < front or offsets[m] - offsets[front] <= FARTHEST] for front in self._fixed)
        self._near = [sum(map(self._bit.__getitem__, ms)) for ms in near]

    def best(self, closed: Callable[[int], float]) -> tuple[int, ...]:
        """The best order; ``closed`` tells how well it ends with a box."""
        ways: dict[tuple[int, int], Way] = {(1, self._window[0]): (0.0, 1, (self._window[0],))}
        for _ in self._window[1:]:
            ways = self._longer(ways)
        if not ways:
            return tuple(self._window)
        return max(ways.values(), key=lambda way: way[0] + closed(way[2][-1]))[2]

    def _longer(self, ways: dict[tuple[int, int], Way]) -> dict[tuple[int, int], Way]:
        """The best ways with one box more, by what they have and the box that came last."""
        fit, bit, fixed = self._fit, self._bit, self._fixed
        steps = [
            (value + fit(last, b), b, count, taken, way)
            for (taken, last), (value, count, way) in ways.items()
            for b in self._options(count, self._near[count] & ~taken)
        ]
        steps.sort(key=_VALUE, reverse=True)
        fresh: dict[tuple[int, int], Way] = {}
        # The values of the best of them so far, the least one first.
        best: list[float] = []
        for value, b, count, taken, way in steps:
            # All else speaks against a step, so none of the others is better.
            if len(best) == KEPT_WAYS and value < best[0]:
                break
            overtaken = (bit[b] - 1 & ~taken).bit_count()
            # Those that stand between two fixed ones.
            passed = (bit[b] - bit[fixed[count - 1]] & ~taken).bit_count() if b == fixed[count] else 0
            turned = b in self._turnable and not taken & bit[b - 1]
            total = value + OVERTAKEN * overtaken + LEFT_BEHIND * passed + TURNED * turned
            state = taken | bit[b], b
            if state not in fresh:
                heapq.heappush(best, total)
                if len(best) > KEPT_WAYS:
                    heapq.heappop(best)
            elif total <= fresh[state][0]:
                continue
            fresh[state] = (total, count + (b == fixed[count]), (*way, b))
        return dict(sorted(fresh.items(), key=lambda item: -item[1][0])[:KEPT_WAYS])

    def _options(self, count: int, waiting: int) -> list[int]:
        """The boxes that may come next: those that wait, and the fixed one if that leaves none too far behind."""
        front, offsets = self._fixed[count], self._offsets
        out = [m for m, own in self._movable if waiting & own]
        if front in self._window and not (out and offsets[front + 1] - offsets[out[0] + 1] > FARTHEST):
            out.append(front)
        return out


def _closed(window: range, boxes: Sequence[Box], torn: Torn, fit: Fit) -> Callable[[int], float]:
    """How well a window ends with a box."""
    if window.stop < len(boxes):
        return lambda b: fit(b, window.stop)
    return lambda b: FITS_NOT / 2 if torn.paras[boxes[b].tail].open_end else FITS / 2


def _changed(way: Sequence[int], first: int) -> Iterator[tuple[int, list[int]]]:
    """The parts of an order that are not as printed, each with where it begins: as short as may be, so that each can be
    had without the others.
    """
    at = 0
    while at < len(way):
        end, top = at, way[at]
        while top > first + end:
            end += 1
            top = max(top, way[end])
        if end > at:
            yield first + at, list(way[at : end + 1])
        at = end + 1


def _in_row(m: int, boxes: Sequence[Box], torn: Torn, fit: Fit) -> bool:
    """Whether a box of text may stand in a row with the one before or behind: both are small, of one height and one
    width, and do not read as one text.
    """
    end = torn.seen[boxes[m].lines[-1]]
    over = m + 1 < len(boxes) and len(boxes[m].lines) == 1 and bool(boxes[m + 1].above)
    if not end.stop and (end.short > MOST_INDENT or over):
        # A short line in which no sentence ends, or one above display type, may be display type itself.
        return False
    pairs = [(a, b) for a, b in ((m - 1, m), (m, m + 1)) if b < len(boxes)]
    return any(_row(a, b, boxes, torn) and fit(a, b) - PRINTED < UNLIKE for a, b in pairs)


def _row(a: int, b: int, boxes: Sequence[Box], torn: Torn) -> bool:
    """Whether two boxes are small and of one height and one width."""
    one, other = boxes[a], boxes[b]
    low = len(one.lines) == len(other.lines) <= TALLEST
    return low and not other_width(torn.paras[one.head], torn.paras[other.head])


def _ill(m: int, count: int, fit: Fit) -> bool:
    """Whether a box does not read well where it was printed."""
    return fit(m - 1, m) < PRINTED or (m + 1 < count and fit(m, m + 1) < PRINTED)


def _fit(a: Box, b: Box, start: str, torn: Torn) -> float:
    """How well box ``b``, which begins so, reads on with box ``a``."""
    if torn.paras[a.tail].open_end:
        if start == "first":
            return FITS_NOT
        words = max(LEAST, min(MOST, _told(a, b, torn)))
        return words + (FITS if start == "rest" else 0.0)
    if start == "rest":
        # A sentence may end just where its column does.
        sure = torn.seen[a.lines[-1]].short > FULL and torn.paras[b.head].open_start
        return FITS_NOT if sure else FITS_NOT / 2
    return FITS if start == "first" else 0.0


def _told(a: Box, b: Box, torn: Torn) -> float:
    """What the words say of box ``b`` going on with box ``a``, in nats."""
    return SLOPE * torn.words_across(a.tail, b.head) + OFFSET


def _starts(boxes: Sequence[Box], torn: Torn) -> list[str]:
    """How the boxes of a stretch begin, told from the columns that the tall ones around each are set in: where single
    lines of two columns alternate, their own widths tell nothing.
    """
    widths = [_column(box, torn) for box in boxes]
    above = _last_known(widths)
    beneath = _last_known(widths[::-1])[::-1]
    return [
        _start_of(box, torn, [width for width in pair if width])
        for box, pair in zip(boxes, zip(above, beneath, strict=True), strict=True)
    ]


def _last_known(widths: Sequence[float]) -> list[float]:
    """Every width that is not 0, and in place of the others the one before."""
    out = [0.0]
    for width in widths:
        out.append(width or out[-1])
    return out[1:]


def _column(box: Box, torn: Torn) -> float:
    """The width of the column that a box is set in, 0 if none of its lines shows it."""
    inner = sorted(torn.lines[i].width for i in box.lines[1:-1])
    # The lines of a dialogue are short; few lines are too wide.
    return inner[3 * len(inner) // 4] if inner else 0.0


def _start_of(box: Box, torn: Torn, columns: Sequence[float]) -> str:
    """Whether a box begins with the "first" line of a paragraph or the "rest" of one; "either" if nothing tells."""
    if not box.lines:
        return "either"
    line, look = torn.lines[box.lines[0]], torn.seen[box.lines[0]]
    if look.lead or item_of(line.flat) or speaker(line.flat):
        return "first"
    alone = len(torn.paras[box.head].lines) == 1
    free = [below(line, column) for column in columns] or ([look.short] if look.column else [])
    found = {_set_so(short, line, look.stop, alone) for short in free}
    return found.pop() if len(found) == 1 else "either"


def _set_so(short: float, line: Line, stop: bool, alone: bool) -> str:
    """How a line that leaves so many ems free begins; ``stop`` says that a sentence ends with it, ``alone`` that
    nothing of its paragraph stands below.
    """
    if short <= FULL:
        # A quotation mark hangs out of its column, and a line that is wider is of another one.
        return "either" if line.flat[0] in "“‘" or short < -1.0 else "rest"
    if LEAST_INDENT < short <= (MOST_INDENT if stop else WIDE_INDENT) and not (alone and stop):
        return "first"
    return "either"
