"""Tables of three columns and more, whatever they hold: 剂型 开封后 存放 / 滴眼液 4周 按标签避光 / …

The cells of a row stand on one line, or an extractor sets each on one of its own, or some of them. What tells a table
is the number of cells, the same in every row, the words that its columns are called, and a column of figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsarchive.segment.forms.credits import is_credit
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.figures import noted_below
from newsarchive.segment.roles.role import Form, begin

# Cells of a row, and rows below what the columns are called.
CELLS, ROWS = range(3, 8), 3
# Characters of a cell: what is longer is a clause.
LONGEST = 9
_NO_CELL = re.compile("[，。；：？！、“”【】●■]")
_FIGURE = re.compile(r"\d")
# A cell of a column of figures: the unit may stand behind, and words for what did not change.
_VALUE = re.compile(r"[^\d]{0,4}\d.*|持平|平稳|不变|上涨|下跌|暂无|停牌|免费|面议|[—－/-]+")


class Row(NamedTuple):
    """The lines of a row of a table."""

    first: int
    stop: int


def grids(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A table is one paragraph, with what is said right above and below it if that was read so: all of it is of one
    article. Of its rows it is made up when that is known (``rows_of``).
    """
    out = list(forms)
    for table in tables(lines):
        first, stop = table[0].first, table[-1].stop
        if not any(forms[i] in KEPT for i in range(first, stop)):
            begin(out, first, stop - 1, goes_on=forms[first] is Form.ON)
            noted_below(lines, out, stop)
            if stop < len(lines) and out[stop] is Form.START and not lines[stop].gap and _NOTE.match(lines[stop].flat):
                out[stop] = Form.ON
    return out


# What is told by its words and stands in no table.
KEPT = (Form.JUMP, Form.CREDIT, Form.SIGNATURE)


def rows_of(lines: Sequence[Line]) -> frozenset[int]:
    """The lines with which the rows of tables begin, and those right below tables: paragraphs begin there."""
    found = tables(lines)
    return frozenset([*(row.first for table in found for row in table), *(table[-1].stop for table in found)])


def edges(lines: Sequence[Line]) -> tuple[frozenset[int], frozenset[int]]:
    """The lines with which tables begin, and those with which they end and nothing is noted below: no text goes on with
    any of them.
    """
    found = tables(lines)
    ends = (table[-1].stop for table in found)
    noted = {stop for stop in ends if stop < len(lines) and _NOTE.match(lines[stop].flat)}
    feet = (table[-1].stop - 1 for table in found if table[-1].stop not in noted)
    return frozenset(table[0].first for table in found), frozenset(feet)


# What is said below a table of all its figures.
_NOTE = re.compile("[（(*※]|(?:注|说明|备注|附注|来源|数据|资料|制表|统计|单位|以上|上述|上表|本表)")


def tables(lines: Sequence[Line]) -> tuple[tuple[Row, ...], ...]:
    """The tables of a page, each as its rows, the first of which is what the columns are called."""
    return _tables(tuple([line.flat for line in lines]))


# Step after step asks it of the same lines.
@lru_cache(maxsize=8)
def _tables(flats: tuple[str, ...]) -> tuple[tuple[Row, ...], ...]:
    out: list[tuple[Row, ...]] = []
    at = 0
    while at < len(flats):
        stop = at
        cells: list[list[str]] = []
        while stop < len(flats) and (found := _cells(flats[stop])):
            cells.append(found)
            stop += 1
        table = _table(cells) if sum(map(len, cells)) >= CELLS.start * (ROWS + 1) else []
        if table:
            out.append(tuple([Row(at + row.first, at + row.stop) for row in table]))
        at = stop + 1
    return tuple(out)


def _cells(flat: str) -> list[str]:
    """The cells that stand on a line, or none if it is no part of a table."""
    if _NO_CELL.search(flat):
        return []
    cells = flat.split()
    if len(cells) > CELLS[-1] or max(map(len, cells)) > LONGEST or is_credit(flat):
        return []
    return cells


def _table(cells: Sequence[Sequence[str]]) -> list[Row]:
    """The rows of the table in some lines of cells: as many as there may be, beginning as low as may be."""
    for at, held in enumerate(cells):
        if not _FIGURE.search("".join(held)):
            continue
        # What the columns are called, and what the first row is about, stand right above the first figure.
        begins = range(max(0, at - CELLS[-1] - 1), at)
        found = [_rows(cells, first, count) for count in CELLS for first in reversed(begins)]
        best = max(found, key=len, default=[])
        if len(best) > ROWS:
            return best
    return []


def _rows(cells: Sequence[Sequence[str]], first: int, count: int) -> list[Row]:
    """The rows of so many cells from a line on, as long as each begins with a line and has its figures where the one
    above has them.
    """
    rows: list[Row] = []
    figures: set[int] = set()
    at = first
    while at < len(cells):
        held: list[str] = []
        stop = at
        while stop < len(cells) and len(held) < count:
            held += cells[stop]
            stop += 1
        values = {n for n, cell in enumerate(held) if _VALUE.fullmatch(cell)}
        if len(held) != count or 0 in values or (not rows and _FIGURE.search("".join(held))):
            break
        figures = values if len(rows) == 1 else figures & values if rows else set()
        if rows and not figures:
            break
        rows.append(Row(at, stop))
        at = stop
    return rows
