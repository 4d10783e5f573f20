"""The strips of a page drawn with blanks: pieces of type that stand one below the other, as a column of text does, and
those that stand by themselves, as a headline does.

A place is that of a character; larger type has no more of them than smaller one, so a headline reaches over more of the
columns on its right than its characters tell, and rows tell hardly more than what stands above what.
"""

from __future__ import annotations

import bisect
import itertools
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from newsarchive.segment.lines.layout import INDENT, Piece

# Pieces of a column of text, at least; what has fewer is display type, a byline or a caption.
TEXT = 3
# One line of text in so many has the marks of a sentence, at least; of headlines hardly one has.
MARKED = 4
# Strips of a printed page, at most: it has some two hundred.
MOST = 600
# The share of its column that a line of text fills, and how many times as many places it takes, at most.
SHORT, WIDER = 0.85, 1.2
# How many times as large as that of the text the type of a headline is, at most.
LARGE = 4


@dataclass(slots=True)
class Strip:
    """Pieces from top to bottom, from place ``left`` to ``right`` of the page."""

    pieces: list[Piece] = field(default_factory=list)
    left: int = 0
    right: int = 0

    @property
    def top(self) -> int:
        """The row of the first piece."""
        return self.pieces[0].row

    @property
    def bottom(self) -> int:
        """The row of the last piece."""
        return self.pieces[-1].row

    @property
    def is_text(self) -> bool:
        """Whether it is long enough for a column of text, and has its marks."""
        return len(self.pieces) >= TEXT and MARKED * sum(p.prose for p in self.pieces) >= len(self.pieces)


def made(pieces: list[Piece]) -> Strip:
    """A strip of some pieces."""
    return Strip(pieces, min(p.left for p in pieces), max(p.right for p in pieces))


# Whether a word runs from one piece into another one.
RunsOn = Callable[[Piece, Piece], bool]


def nowhere(above: Piece, below: Piece) -> bool:
    """Where nothing is known of what pieces say: no word runs on."""
    return False


def strips(rows: Sequence[Sequence[Piece]], runs_on: RunsOn = nowhere) -> list[Strip]:
    """The strips of a page, in no order; every piece is in one, and none goes on below a headline that runs across, but
    where there are more than any page has. Where a word runs on no strip ends.
    """
    found = [part for strip in _chained(rows, runs_on) for own in _stacked(strip) for part in _headed(own)]
    if len(found) > MOST:
        return found
    shown = [s for s in found if not s.is_text]
    text = sorted((s for s in found if s.is_text), key=lambda s: s.left)
    cuts: dict[int, set[float]] = {id(s): set() for s in text}
    for strip, limit in zip(shown, reaches(shown, text, rows), strict=True):
        for column in text:
            if strip.left < column.right and column.left < limit:
                cuts[id(column)].add(strip.top)
    for n, strip in enumerate(text):
        for row, beside in _bands(strip, text[n + 1 :]):
            for column in (strip, *beside):
                cuts[id(column)].add(row)
    parts = (part for s in text for part in _cut(s, sorted(cuts[id(s)]), runs_on))
    return [*shown, *(whole for part in parts for whole in _headed(part))]


def _bands(strip: Strip, others: Sequence[Strip]) -> Iterator[tuple[float, list[Strip]]]:
    """Where display type begins within a column and runs across the next ones too, which have a gap there, and those.
    ``others`` are the columns that begin farther right.
    """
    for above, piece, below in zip(strip.pieces, strip.pieces[1:], strip.pieces[2:], strict=False):
        if piece.prose or below.row - above.row <= 2:
            continue
        beside = [s for s in others if s.left >= strip.right - INDENT and s.top < below.row and s.bottom > above.row]
        across = list(itertools.takewhile(partial(_parted, above=above.row, below=below.row), beside))
        if across:
            yield above.row + 0.5, across


def _parted(strip: Strip, above: int, below: int) -> bool:
    """Whether a column that stands above and below some rows has nothing between them."""
    return strip.top <= above and strip.bottom >= below and not any(above < p.row < below for p in strip.pieces)


def _chained(rows: Sequence[Sequence[Piece]], runs_on: RunsOn) -> list[Strip]:
    """Pieces put together as long as nothing else stands between two of them, and no room for it, or a word runs on:
    beside large type there are rows in which nothing stands though a column goes on.
    """
    done: list[Strip] = []
    running: list[Strip] = []
    # Those that empty rows have cut off.
    waiting: list[Strip] = []
    blank = 0
    for row in rows:
        blank = 0 if row else blank + 1
        if blank == BAND:
            waiting, running = [*waiting, *(s for s in running if s.is_text)], []
        own: list[Strip] = []
        for piece in row:
            strip = next((s for s in running if _fits(piece, s, row) and _follows(piece, s, running, runs_on)), None)
            if strip is not None:
                running.remove(strip)
            else:
                strip = next((s for s in waiting if _fills(s) and _below(piece, s, runs_on)), None)
                if strip is not None:
                    waiting.remove(strip)
                else:
                    strip = Strip([], piece.left, piece.right)
                    done.append(strip)
            strip.pieces.append(piece)
            strip.left, strip.right = min(strip.left, piece.left), max(strip.right, piece.right)
            own.append(strip)
        # What a piece stands below goes on no more.
        if row:
            running = [s for s in running if not _covered(s, row)] + own
            waiting = [s for s in waiting if not _covered(s, row)]
    return done


def _covered(strip: Strip, row: Sequence[Piece]) -> bool:
    return any(p.left < strip.right and strip.left < p.right for p in row)


def _follows(piece: Piece, strip: Strip, running: Sequence[Strip], runs_on: RunsOn) -> bool:
    """Whether there is no room for anything between a strip and a piece below, or a word runs on."""
    return _room(strip, running, piece.row) <= ROOM or runs_on(strip.pieces[-1], piece)


def _fills(strip: Strip) -> bool:
    """Whether the last line of a strip fills it."""
    return strip.pieces[-1].right >= strip.right - 1


def _below(piece: Piece, strip: Strip, runs_on: RunsOn) -> bool:
    return piece.left == strip.left and runs_on(strip.pieces[-1], piece)


def _stacked(strip: Strip) -> list[Strip]:
    """A strip cut where another story begins in its column: below some rows in which nothing of it stands there is
    display type, and then the first line of a text with its indent.
    """
    if not strip.is_text:
        return [strip]
    steps = enumerate(itertools.pairwise(strip.pieces), 1)
    return _parts(strip, [n for n, (a, b) in steps if b.row - a.row > ROOM and _opens(strip.pieces[n:])])


def _parts(strip: Strip, begins: Iterable[int]) -> list[Strip]:
    """A strip cut before some of its pieces."""
    bounds = [0, *begins, len(strip.pieces)]
    return [made(strip.pieces[a:b]) for a, b in itertools.pairwise(bounds)]


def _opens(pieces: Sequence[Piece]) -> bool:
    """Whether some pieces begin with a line of display type, or more, and the indented first line of a text below; that
    may well have no mark.
    """
    head = list(itertools.takewhile(lambda p: not p.prose, pieces[:LINES_OF_HEAD]))
    texts = (pieces[stop : stop + TEXT] for stop in range(1, len(head) + 1))
    return any(len(text) == TEXT and 0 < text[0].left - min(p.left for p in text) <= INDENT for text in texts)


# Lines of a head within a column, at most.
LINES_OF_HEAD = 5


def _headed(strip: Strip) -> list[Strip]:
    """A strip without the display type with which it begins, and that."""
    if not strip.is_text:
        return [strip]
    width = statistics.median(p.right - p.left for p in strip.pieces)
    head = list(itertools.takewhile(lambda p: not p.prose or p.right - p.left > WIDER * width, strip.pieces))
    # The first lines of a text may well have no mark.
    last = min(len(head), len(strip.pieces) - TEXT)
    stops = range(last, max(0, last - UNMARKED), -1)
    for begins in (_indented, _apart):
        for stop in stops:
            if begins(strip.pieces[stop - 1], strip.pieces[stop:]):
                return _parts(strip, [stop])
    stop = _anew(strip.pieces)
    return _parts(strip, [stop]) if stop else [strip]


def _anew(pieces: Sequence[Piece]) -> int:
    """How many lines at the top of a column are a head, though they have marks: with the next line a paragraph begins,
    and none ends above.
    """
    for stop, piece in enumerate(pieces[: LINES_OF_HEAD - 1], 1):
        below = pieces[stop : stop + TEXT]
        if piece.ended:
            return 0
        if len(below) == TEXT and 1 < below[0].left - min(p.left for p in below) <= INDENT:
            return stop if any(p.prose for p in pieces[:stop]) else 0
    return 0


# First lines of a text that have no mark, at most.
UNMARKED = 4


def _indented(above: Piece, pieces: list[Piece]) -> bool:
    """Whether a text begins with an indent below a line of display type. Right above an indented first line nothing is
    so short but the end of a paragraph, or one of a single line, which begins where that does, and nothing wider.
    """
    first, column = pieces[0], made(pieces)
    full = SHORT <= (above.right - above.left) / (column.right - column.left) <= WIDER
    return 0 < first.left - column.left <= INDENT and not full and above.left != first.left


def _apart(above: Piece, pieces: list[Piece]) -> bool:
    """Whether a text begins some rows below a line of display type."""
    return pieces[0].row - above.row > _step(pieces)


def _step(pieces: Sequence[Piece]) -> float:
    """The rows from one line of a column to the next."""
    return statistics.median(b.row - a.row for a, b in itertools.pairwise(pieces))


def _room(strip: Strip, running: Sequence[Strip], row: int) -> int:
    """How many lines the room above a row holds in which nothing of a strip stands: as many as another column has, by
    which this one is not ahead. Columns whose lines are not level are drawn in rows of their own, some lines of one and
    then some of another, so the rows themselves tell nothing.
    """
    own = [p.row for p in strip.pieces[-AHEAD:]][::-1]
    room = 0
    for other in running:
        if other is not strip:
            beside = [p.row for p in other.pieces[-AHEAD - ROOM - 1 :] if p.row < row]
            since = [bisect.bisect_right(beside, above) for above in own]
            more = [len(beside) - first - n for n, first in enumerate(since) if not n or other.top < own[n]]
            room = max(room, min(more, default=0))
    return room


# Lines by which a column may be ahead of another one: as many as stand beside one of large type.
AHEAD = 5


# Rows in which nothing stands from side to side of the page: what is below is of another story.
BAND = 2
# Lines that such room may hold inside a column: above and below a subhead.
ROOM = 2


def _fits(piece: Piece, strip: Strip, row: Sequence[Piece]) -> bool:
    """Whether a piece goes on with a strip: it begins where that does, but for an indent, or stands within it, as a
    subhead does, and nothing else of its row does.
    """
    wide = piece.right - piece.left > WIDER * (strip.right - strip.left)
    if wide and strip.is_text and piece.row - strip.bottom > _step(strip.pieces):
        return False
    if piece.left == strip.left:
        return True
    if any(p is not piece and strip.left <= p.left < strip.right for p in row):
        return False
    if abs(piece.left - strip.left) <= INDENT:
        return len(strip.pieces) > 1 or abs(piece.right - strip.right) <= 2 * INDENT
    return strip.left <= piece.left and piece.right <= strip.right + 1 and strip.is_text


def reaches(shown: Sequence[Strip], text: Sequence[Strip], rows: Sequence[Sequence[Piece]]) -> list[int]:
    """Where each strip of display type ends at the latest: where something else stands in its row, or a column of text
    begins that goes on beside it. ``text`` are the columns from left to right.

    So do the lines of one head: beside a kicker the next story stands as it does beside the headline.
    """
    stops = [_stop(strip, text, rows) for strip in shown]
    out = []
    for n, strip in enumerate(shown):
        limit = max(p.left + LARGE * (p.right - p.left) for p in strip.pieces)
        head = [stop for other, stop in zip(shown, stops, strict=True) if _of_one_head(strip, other)]
        out.append(min([limit, stops[n], *(stop for stop in head if stop >= strip.right)]))
    return out


def _of_one_head(strip: Strip, other: Strip) -> bool:
    """Whether display type stands right above or below other display type."""
    near = 0 < other.top - strip.bottom <= HEAD or 0 < strip.top - other.bottom <= HEAD
    return near and other.left < strip.right and strip.left < other.right


# Rows from one line of a head to the next, at most; a place right of every page.
HEAD, NOWHERE = 2, 1 << 30


def _stop(strip: Strip, text: Sequence[Strip], rows: Sequence[Sequence[Piece]]) -> int:
    """Where something stands on the right of display type."""
    held = {(p.row, p.left) for p in strip.pieces}
    beside = [p.left for q in strip.pieces for p in rows[q.row] if p.left > q.left and (p.row, p.left) not in held]
    goes_on = [s.left for s in text if s.left >= strip.right and _goes_on(s, strip.top, strip.bottom)]
    stop = min([NOWHERE, *beside, *goes_on])
    # A headline beside another begins somewhere above its own columns, the first of which begins farther left.
    columns = [s.left for s in text if strip.right <= s.left <= stop]
    return max(columns) if columns and beside and stop == min(beside) else stop


def _goes_on(column: Strip, top: int, bottom: int) -> bool:
    """Whether a column of text has no gap beside some rows."""
    held = [p.row for p in column.pieces]
    step = _step(column.pieces)
    above, below = bisect.bisect_right(held, bottom) - 1, bisect.bisect_left(held, top)
    if above < 0 or below >= len(held):
        return False
    return held[below] - held[above] <= 2 * step


def _cut(strip: Strip, rows: Sequence[float], runs_on: RunsOn) -> list[Strip]:
    """A strip cut where one of some rows lies between two of its pieces."""

    def parted(above: Piece, below: Piece) -> bool:
        return bisect.bisect_left(rows, below.row) > bisect.bisect_right(rows, above.row) and not runs_on(above, below)

    return _parts(strip, [n for n, (a, b) in enumerate(itertools.pairwise(strip.pieces), 1) if parted(a, b)])
