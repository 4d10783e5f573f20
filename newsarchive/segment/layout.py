"""Dumps that draw the page with blanks (``pdftotext -layout``): one line across all columns, runs of blanks for
the gutters.

Before anything else such lines are cut at their gutters, and the pieces are put back into the columns they stand
in. Positions are counted
in cells, two for a Han character and one for a Latin one; they drift from line to line, so a piece joins the
column that it overlaps most.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

# Two blanks part two columns; one may stand inside a line.
_GUTTER = re.compile(r"[ \t　]{2,}")
_WIDE = re.compile(r"[ \t　]{3,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two gutters: ``text[start:end]``, from cell ``left`` to cell ``right``."""

    start: int
    end: int
    left: int
    right: int


@dataclass(slots=True)
class _Column:
    pieces: list[Piece] = field(default_factory=list)
    left: int = 0
    right: int = 0
    last_row: int = 0


def cells(text: str) -> int:
    """The width of a text in cells of a fixed-width font."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def pieces_of(line: str, start: int) -> list[Piece]:
    """The pieces of one physical line, cut at its gutters."""
    out: list[Piece] = []
    at = cell = 0
    for gap in [*_GUTTER.finditer(line), None]:
        end = gap.start() if gap else len(line.rstrip())
        shown = line[at:end]
        bare = shown.lstrip()
        if bare:
            indent = shown[: len(shown) - len(bare)]
            left = cell + cells(indent)
            out.append(Piece(start + at + len(indent), start + end, left, left + cells(bare)))
        cell += cells(shown)
        if gap:
            cell += cells(gap.group(0))
            at = gap.end()
    return out


def is_layout(lines: list[str]) -> bool:
    """Whether gutters run through the dump: a quarter of its lines hold pieces of prose on both sides of a run of
    three blanks.
    """
    filled = [x.strip() for x in lines if x.strip()]
    wide = [_WIDE.split(x) for x in filled if _WIDE.search(x)]
    parted = sum(sum(len(part) >= 4 for part in parts) >= 2 for parts in wide)
    # Fewer lines than this are a masthead or a table, not a page.
    return len(filled) >= 8 and parted >= 0.25 * len(filled)


def columns(rows: list[list[Piece]]) -> list[list[Piece]]:
    """The columns of a page, each from top to bottom, from left to right and from top to bottom of the page.

    A piece that lies across several columns (a headline) ends them; what follows below it begins new ones.
    """
    done: list[_Column] = []
    running: list[_Column] = []
    for number, row in enumerate(rows):
        for piece in row:
            over = [
                c
                for c in running
                if min(c.right, piece.right) - max(c.left, piece.left)
                > 0.4 * min(c.right - c.left, piece.right - piece.left)
            ]
            # Two empty lines below a column end it.
            over_live = [c for c in over if number - c.last_row <= 3]
            if len(over) == 1 and over_live and piece.right - piece.left <= 1.6 * (over[0].right - over[0].left) + 8:
                column = over[0]
            else:
                for c in over:
                    running.remove(c)
                column = _Column(left=piece.left, right=piece.right)
                running.append(column)
                done.append(column)
            column.pieces.append(piece)
            column.last_row = number
            if len(column.pieces) <= 3:
                column.left, column.right = min(column.left, piece.left), max(column.right, piece.right)
    return [c.pieces for c in done]
