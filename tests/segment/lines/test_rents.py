"""Lines of a column that were drawn in two pieces."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.segment.lines.rents import healed
from tests.segment.lines.test_strips import Row, drawn, placed

LINE = "岸边的人看着水涨起来，把船系好了才走"


def shown(rows: Sequence[Row]) -> list[list[str]]:
    text = drawn(rows)
    return [[text[p.start : p.end] for p in row] for row in healed(placed(text, text.split("\n")))]


def test_the_pieces_of_one_line_are_put_together() -> None:
    torn: Row = [(0, "别着两支笔，"), (10, "一支蓝的，"), (24, LINE)]
    rows = [[(0, LINE), (24, LINE)], torn, [(0, LINE), (24, LINE)], [(3, LINE[3:]), (24, LINE)]]
    assert shown(rows)[1] == ["别着两支笔，    一支蓝的，", LINE]


def test_a_number_behind_a_few_characters_is_of_their_line() -> None:
    # Where it stands the first lines of paragraphs begin.
    rows: list[Row] = [
        [(0, LINE)],
        [(5, LINE[3:])],
        [(0, "他今年"), (5, "54 岁，在桥边住")],
        [(5, LINE[3:])],
        [(0, LINE)],
    ]
    assert shown([*rows, [(0, LINE)]])[2] == ["他今年  54 岁，在桥边住"]


def test_lines_of_two_columns_are_not() -> None:
    rows = [[(0, LINE[:8]), (12, LINE[:8])]] * 5
    assert shown(rows)[2] == [LINE[:8], LINE[:8]]


def test_what_reaches_beyond_its_column_is_not() -> None:
    rows = [[(0, LINE[:8])], [(0, "系好了。"), (10, LINE)], [(0, LINE[:8])], [(0, LINE[:8])]]
    assert shown(rows)[1] == ["系好了。", LINE]


def test_a_page_without_other_lines_tells_nothing() -> None:
    assert shown([[(0, "别着两支笔，"), (10, "一支蓝的，")]])[0] == ["别着两支笔，", "一支蓝的，"]
