"""Tables of three columns and more, whatever they hold: 剂型 开封后 存放 / 滴眼液 4周 按标签避光 / …

The cells of a row stand on one line, or an extractor sets each on one of its own, or some of them. What tells a table
is the number of cells, the same in every row, the words that its columns are called, and a column of figures. Lists
(lists.py) are tables too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsarchive.segment.forms.credits import is_credit
from newsarchive.segment.forms.facts import HAN
from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles import lists
from newsarchive.segment.roles.figures import noted_below
from newsarchive.segment.roles.form import CREDIT, DISPLAY, JUMP, ON, SIGNATURE, START, Form, begin, consecutive

# Cells of a row, and rows below what the columns are called; two are enough where two columns hold figures.
CELLS, ROWS, FEW = range(3, 8), 3, 2
# Characters of a cell, and of one with figures (18日8时—21日8时): what is longer is a clause.
LONGEST, LONGEST_FIGURES = 9, 14
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
            announced = _announced(lines, out, first)
            begin(out, first, stop - 1, goes_on=forms[first] is ON or announced < first)
            if announced < first:
                begin(out, announced, first - 1)
            noted_below(lines, out, stop)
            if stop < len(lines) and out[stop] is START and not lines[stop].gap and _NOTE.match(lines[stop].flat):
                out[stop] = ON
    return out


def _announced(lines: Sequence[Line], forms: Sequence[Form], first: int) -> int:
    """The first of the few lines, read as display type, that end with a colon right above a table, or ``first``: they
    are a sentence that leads up to it.
    """
    at = first
    while at > max(0, first - LEADING) and forms[at - 1] is DISPLAY:
        flat = lines[at - 1].flat
        if (flat[-1] not in "：:") if at == first else (lines[at].gap or ends_sentence(flat)):
            break
        at -= 1
    return at if _CLAUSE.search("".join(line.flat for line in lines[at:first])) else first


# Lines of such a sentence, at most; what no headline of a table has.
LEADING, _CLAUSE = 4, re.compile("[，。；].*[：:]$")


# What is told by its words and stands in no table.
KEPT = (JUMP, CREDIT, SIGNATURE)


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


def opens_alone(lines: Sequence[Line], first: int, above: Iterable[str]) -> bool:
    """Whether a table of columns begins with a line, and none of the paragraphs ``above`` says what it holds, nor the
    last of them that it follows: it is of no article with them.
    """
    # Hardly a paragraph begins with a cell.
    if not _cells(lines[first].flat):
        return False
    found = next((table for table in tables(lines) if table[0].first == first), None)
    if found is None or lists.is_listed(lines[first].flat):
        return False
    texts = list(above)
    if not ends_sentence(texts[-1]) or _LEADS_UP.search(texts[-1]):
        return False
    said = "".join(texts)
    cells = {cell for i in range(first, found[-1].stop) for cell in lines[i].flat.split()}
    return not any(cell in said for cell in cells if _WORD.fullmatch(cell))


# What says that a table follows, somewhere in the paragraph above it; what it holds besides figures.
_LEADS_UP = re.compile(
    "[：:]$|如下|以下|下[面方列]|附[：:后]|名单|剪下|详见|参考|单位|一览|对照"
    "|(?<![代发外手仪钟电水])表(?![示明达现态面演扬决彰白情露率述哥姐妹弟叔舅])"
)
_WORD = re.compile(f"[{HAN}]{{2,}}")


# What is said below a table of all its figures.
_NOTE = re.compile("[（(*※]|(?:注|说明|备注|附注|来源|数据|资料|制表|统计|单位|以上|上述|上表|本表)")


def tables(lines: Sequence[Line]) -> tuple[tuple[Row, ...], ...]:
    """The tables of a page, each as its rows, the first of which is what the columns are called."""
    return _tables(tuple([line.flat for line in lines]))


# Step after step asks it of the same lines.
@lru_cache(maxsize=8)
def _tables(flats: tuple[str, ...]) -> tuple[tuple[Row, ...], ...]:
    out: list[tuple[Row, ...]] = []
    cells = list(map(_cells, flats))
    for run in consecutive(i for i, held in enumerate(cells) if held):
        at = run[0]
        held = cells[at : at + len(run)]
        table = _table(held) if sum(map(len, held)) >= CELLS.start * (ROWS + 1) else []
        if table:
            out.append(tuple([Row(at + row.first, at + row.stop) for row in table]))
    taken = {i for table in out for i in range(table[0].first, table[-1].stop)}
    listed = [found for found in lists.runs(flats) if taken.isdisjoint(found)]
    return (*out, *(tuple([Row(i, i + 1) for i in found]) for found in listed))


def _cells(flat: str) -> list[str]:
    """The cells that stand on a line, or none if it is no part of a table."""
    if _NO_CELL.search(flat):
        return []
    cells = flat.split()
    if len(cells) > CELLS[-1] or not all(map(_may_be_cell, cells)) or is_credit(flat):
        return []
    return cells


def _may_be_cell(cell: str) -> bool:
    return len(cell) <= (LONGEST_FIGURES if _FIGURE.search(cell) else LONGEST)


def _table(cells: Sequence[Sequence[str]]) -> list[Row]:
    """The rows of the table in some lines of cells: as many as there may be, beginning as low as may be."""
    for at, held in enumerate(cells):
        if not _FIGURE.search("".join(held)):
            continue
        # What the columns are called, and what the first row is about, stand right above the first figure.
        begins = range(max(0, at - CELLS[-1] - 1), at)
        found = [_rows(cells, first, count) for count in CELLS for first in reversed(begins)]
        best = max(found, key=len, default=[])
        if len(best) > ROWS or (len(best) > FEW and _sure(cells[best[0].first : best[-1].stop], len(best))):
            return best
    return []


def _sure(cells: Sequence[Sequence[str]], rows: int) -> bool:
    """Whether some rows of cells have figures in more than one column: so few of them are a table too."""
    figures = sum(bool(_FIGURE.search(cell)) for held in cells for cell in held)
    return len(cells) == rows and figures > (rows - 1) * FEW


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
        if len(held) != count or (0 in values and not _ranked(held, values, len(rows))):
            break
        if not rows and _FIGURE.search("".join(held)):
            break
        figures = values if len(rows) == 1 else figures & values if rows else set()
        if rows and not figures:
            break
        rows.append(Row(at, stop))
        at = stop
    return rows


def _ranked(held: Sequence[str], values: set[int], above: int) -> bool:
    """Whether a row may begin with figures: its number (名次 / 1 / 2 / …), the number of a lot (YT-31), or what the
    first of two has where the other has his behind what is counted (17 射门 6).
    """
    counted = len(held) == CELLS.start and values == {0, CELLS.start - 1}
    return counted or held[0] == str(above) or bool(_CODE.fullmatch(held[0]))


_CODE = re.compile(r"[A-Za-z]{1,4}[-—]?\d{1,5}")
