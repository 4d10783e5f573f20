"""Rows of a page drawn with blanks, put back to where they stand on paper.

poppler draws the lines of a page from top to bottom, but those beside a line of large type, as far above and below its
base as half its size, column by column: two or three lines of the first column in rows of their own, then as many of
the next one, like stairs. On paper they are level. Read as they are drawn, every column would have a gap there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsarchive.segment.lines.layout import Piece

# Places that the first line of a paragraph is indented, at most.
INDENT = 5
# Lines of text beside one of large type: two at least, for one is level with those of the next column; four at most,
# for type is hardly four times as large as that of the text with the room between lines.
FEWEST, MOST = 2, 4


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows ``first`` to ``stop``, in all of which the first piece stands in one column and ends before place ``right``;
    only the last row may hold more.
    """

    first: int
    stop: int
    right: int

    def __len__(self) -> int:
        return self.stop - self.first


def levelled(rows: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The same pieces in rows as they stand on paper: what was drawn as stairs is level again."""
    out: list[list[Piece]] = []
    at = 0
    for stairs in _stairs(rows):
        out.extend(list(row) for row in rows[at : stairs[0].first])
        steps = range(max(map(len, stairs)))
        out.extend([piece for run in stairs if n < len(run) for piece in rows[run.first + n]] for n in steps)
        at = stairs[-1].stop
    out.extend(list(row) for row in rows[at:])
    return [[replace(piece, row=n) for piece in row] for n, row in enumerate(out)]


def _stairs(rows: Sequence[Sequence[Piece]]) -> Iterator[list[_Run]]:
    """Runs each of which stands right of the one before and follows it at once."""
    stairs: list[_Run] = []
    for run in _runs(rows):
        above = stairs[-1] if stairs else None
        if (
            above
            and above.stop == run.first
            and len(rows[run.first - 1]) == 1
            and rows[run.first][0].left >= above.right
        ):
            stairs.append(run)
            continue
        if len(stairs) > 1:
            yield stairs
        stairs = [run]
    if len(stairs) > 1:
        yield stairs


def _runs(rows: Sequence[Sequence[Piece]]) -> Iterator[_Run]:
    first = 0
    for n in range(1, len(rows) + 1):
        goes_on = n < len(rows) and n - first < MOST and _goes_on(rows[n - 1], rows[n])
        if not goes_on:
            if rows[first] and n - first >= FEWEST:
                yield _Run(first, n, max(row[0].right for row in rows[first:n]))
            first = n


def _goes_on(row: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether a row has one piece only, and the first piece of the row below stands in its column."""
    if len(row) != 1 or not below:
        return False
    left, piece = below[0].left, row[0]
    return abs(left - piece.left) <= INDENT or (left < piece.right and piece.left < below[0].right)
