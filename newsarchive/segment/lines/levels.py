"""Rows of a page drawn with blanks, put back to where they stand on paper.

poppler draws the lines of a page from top to bottom, but those beside a line of large type, as far above and below its
base as half its size, column by column: two or three lines of the first column in rows of their own, then as many of
the next one, like stairs. On paper they are level. Read as they are drawn, every column would have a gap there.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from newsarchive.segment.lines.layout import INDENT, Piece

# Lines of text beside one of large type: two at least, for one is level with those of the next column; four at most,
# for type is hardly four times as large as that of the text with the room between lines.
FEWEST, MOST = 2, 4


def levelled(rows: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The same pieces in rows as they stand on paper: what was drawn as stairs is level again."""
    out: list[list[Piece]] = []
    at = 0
    while at < len(rows):
        steps = _stairs(rows, at)
        level: list[list[Piece]] = [[] for _ in range(max(steps) + 1)]
        for step, row in zip(steps, rows[at : at + len(steps)], strict=True):
            level[step].extend(row)
        out.extend(level)
        at += len(steps)
    return [[replace(piece, row=n) for piece in row] for n, row in enumerate(out)]


def _stairs(rows: Sequence[Sequence[Piece]], first: int) -> list[int]:
    """On which step, from the top, some rows from one on stand if they are stairs, else that of the one alone.

    What stands in the column of the last piece above is a step lower; what stands right of all of that column, which
    has two lines or more, goes up to the top. So stairs have two such columns at least, and none of more than MOST
    lines.
    """
    begins = not first or not _goes_on(rows[first - 1], rows[first])
    if not rows[first] or not begins:
        return [0]
    steps, right, lines = [0], rows[first][-1].right, 1
    # Rows that are surely stairs, and those before the column of now.
    known = before = 1
    for above, row in itertools.pairwise(rows[first:]):
        if _goes_on(above, row):
            if steps[-1] + 1 == MOST:
                return steps[:before]
            steps.append(steps[-1] + 1)
            lines += 1
            right = max(right, row[0].right)
            if lines >= FEWEST and before > 1:
                known = len(steps)
        elif row and row[0].left >= right and (lines >= FEWEST or before > 1):
            before = len(steps) if lines >= FEWEST else before
            steps.append(0)
            lines, right = 1, row[0].right
        else:
            break
        if len(row) > 1:
            lines, right = 1, row[-1].right
    return steps[:known]


def _goes_on(row: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether the first piece of a row stands in the column of the last piece of the row above."""
    if not row or not below:
        return False
    last, piece = row[-1], below[0]
    return abs(piece.left - last.left) <= INDENT or (piece.left < last.right and last.left < piece.right)
