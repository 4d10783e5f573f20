"""Tables in a page drawn with blanks: blanks part their cells as gutters part columns, yet they are read row by row.

What tells a table are figures that stand one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsarchive.segment.forms.facts import HAN
from newsarchive.segment.lines.layout import Piece

# Figures of one column that tell a table, or of some columns beside each other; what has fewer is none.
OF_ONE, OF_SOME, FEWEST = 3, 4, 2
# Rows of other columns that may stand between two of a table.
BETWEEN = 2
# Places by which figures of a column begin or end apart, at most.
OFF = 3
# Characters of a cell that stands left of figures, of one that stands right of them (shorter than a line of text), and
# places between two cells, at most.
LONGEST, SHORT, ROOM = 16, 8, 30

_NUMBER = rf"[+\-−－±▲▼↑↓￥$]?\d[\d,.:]*[%％‰]?[{HAN}A-Za-z㎡℃]{{0,2}}"
_FIGURE = re.compile(rf"{_NUMBER}(?:[—\-~～至/ ]{{0,2}}{_NUMBER})*")


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows and places that a table takes, and how many figures tell it."""

    top: int
    bottom: int
    left: int
    right: int
    figures: int
    columns: int = 1

    @property
    def told(self) -> bool:
        """Whether its figures are enough to tell it."""
        return self.figures >= (OF_ONE if self.columns == 1 else OF_SOME)

    def beside(self, other: _Table) -> bool:
        """Whether two stand beside each other."""
        level = self.top <= other.bottom and other.top <= self.bottom
        return level and self.left - ROOM <= other.right and other.left - ROOM <= self.right

    def holds(self, piece: Piece) -> bool:
        """Whether a piece of one of its rows stands in it."""
        return self.left - OFF <= piece.left and piece.right <= self.right + OFF

    def with_(self, other: _Table) -> _Table:
        """Both as one."""
        return _Table(
            min(self.top, other.top),
            max(self.bottom, other.bottom),
            min(self.left, other.left),
            max(self.right, other.right),
            self.figures + other.figures,
            self.columns + other.columns,
        )


def rows_joined(rows: Sequence[Sequence[Piece]], text: str) -> list[list[Piece]]:
    """The same rows, the cells of each row of a table in one piece. Pieces of a row stand on one line of the text."""
    out = [list(row) for row in rows]
    for table in _tables(rows, text):
        for row in out[_top(table, rows) : table.bottom + 1]:
            inside = [k for k, p in enumerate(row) if table.holds(p)]
            if len(inside) > 1 and not any(row[k].prose for k in inside):
                first, last = inside[0], inside[-1]
                joined = replace(row[first], end=row[last].end, right=row[last].right, prose=True, ended=True)
                row[first : last + 1] = [joined]
    return out


def _top(table: _Table, rows: Sequence[Sequence[Piece]]) -> int:
    """The row with what the columns are called, or the first one with figures."""
    for n in range(table.top - 1, max(-1, table.top - 2 - BETWEEN), -1):
        inside = [p for p in rows[n] if table.holds(p)]
        if inside:
            return n if len(inside) > 1 and all(map(_is_cell, inside)) else table.top
    return table.top


def _tables(rows: Sequence[Sequence[Piece]], text: str) -> list[_Table]:
    """The tables of a page: columns of figures, those beside each other together."""
    out: list[_Table] = []
    for column in _columns(rows, text):
        found = column
        for other in [table for table in out if table.beside(column)]:
            out.remove(other)
            found = found.with_(other)
        out.append(found)
    return [table for table in out if table.told]


def _columns(rows: Sequence[Sequence[Piece]], text: str) -> Iterator[_Table]:
    """Columns of figures, each with what stands beside it in its rows."""
    for held in _stacks(rows, text):
        if len(held) < FEWEST:
            continue
        pieces = [rows[n][k] for n, k in held]
        left, right = min(p.left for p in pieces), max(p.right for p in pieces)
        before = [rows[n][k - 1] for n, k in held if k and _near(rows[n][k - 1], rows[n][k])]
        behind = [rows[n][k + 1] for n, k in held if k + 1 < len(rows[n]) and _near(rows[n][k], rows[n][k + 1])]
        left = min([left, *(p.left for p in before if _is_cell(p))])
        if len(behind) >= OF_ONE and all(_is_cell(p) and p.right - p.left <= SHORT for p in behind):
            right = max([right, *(p.right for p in behind)])
        yield _Table(held[0][0], held[-1][0], left, right, len(held))


def _near(piece: Piece, right: Piece) -> bool:
    return right.left - piece.right <= ROOM


def _is_cell(piece: Piece) -> bool:
    return not piece.prose and piece.right - piece.left <= LONGEST


def _stacks(rows: Sequence[Sequence[Piece]], text: str) -> list[list[tuple[int, int]]]:
    """Figures one below the other, each as its row and the number of its piece there."""
    done: list[list[tuple[int, int]]] = []
    running: list[list[tuple[int, int]]] = []
    for n, row in enumerate(rows):
        running = [held for held in running if n - held[-1][0] <= 1 + BETWEEN]
        for k, piece in enumerate(row):
            if _is_cell(piece) and _FIGURE.fullmatch(text[piece.start : piece.end].strip()):
                above = (held for held in running if held[-1][0] < n and _below(piece, rows[held[-1][0]][held[-1][1]]))
                stack = next(above, None)
                if stack is None:
                    stack = []
                    done.append(stack)
                    running.append(stack)
                stack.append((n, k))
    return done


def _below(piece: Piece, above: Piece) -> bool:
    return abs(piece.left - above.left) <= OFF or abs(piece.right - above.right) <= OFF
