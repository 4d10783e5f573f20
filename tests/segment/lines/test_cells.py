"""Tables in a page drawn with blanks are read row by row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newsarchive.segment.lines.cells import rows_joined
from tests.segment.lines.test_strips import Row, drawn, placed


def joined(rows: Sequence[Row]) -> list[list[str]]:
    text = drawn(rows)
    return [
        [" ".join(text[p.start : p.end].split()) for p in row]
        for row in rows_joined(placed(text, text.split("\n")), text)
    ]


def row(*cells: str, left: int = 0) -> Row:
    """Cells of a row twelve places from each other."""
    return [(left + 12 * n, cell) for n, cell in enumerate(cells)]


TEXT = "岸边的人看着水涨起来，把船"

TABLES = {
    "below what its columns are called": (
        [
            row("品名", "昨日", "今日"),
            row("白菜", "2.40", "2.60"),
            row("萝卜", "1.80", "1.75"),
            row("鸡蛋", "9.50", "9.90"),
        ],
        ["品名 昨日 今日", "白菜 2.40 2.60", "萝卜 1.80 1.75", "鸡蛋 9.50 9.90"],
    ),
    # Two columns of figures tell a table of two rows.
    "two rows": (
        [row("地块", "面积", "底价"), row("东二路", "8460", "1270万"), row("西工业园", "21300", "405万")],
        ["地块 面积 底价", "东二路 8460 1270万", "西工业园 21300 405万"],
    ),
    # One cell of a column of figures holds none, and the last column only words.
    "words among figures": (
        [
            row("糖浆", "2个月", "防潮"),
            row("软膏", "不限", "避光"),
            row("滴眼液", "4周", "冷藏"),
            row("片剂", "6个月", "密封"),
        ],
        ["糖浆 2个月 防潮", "软膏 不限 避光", "滴眼液 4周 冷藏", "片剂 6个月 密封"],
    ),
    "from day to day": (
        [row("东团", "10日8时—13日20时"), row("西团", "13日20时—18日8时"), row("北团", "18日8时—21日8时")],
        ["东团 10日8时—13日20时", "西团 13日20时—18日8时", "北团 18日8时—21日8时"],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), TABLES.values(), ids=TABLES)
def test_the_cells_of_a_row_are_one_piece(rows: Sequence[Row], expected: list[str]) -> None:
    assert joined(rows) == [*([line] for line in expected), []]


def test_a_table_stands_beside_columns_of_text() -> None:
    rows = [
        [(0, TEXT), (20, "白菜"), (32, "2.40"), (48, TEXT)],
        *([(0, TEXT), (20, "萝卜"), (32, "1.80"), (48, TEXT)],) * 3,
    ]
    assert joined(rows)[0] == [TEXT, "白菜 2.40", TEXT]


OTHERS = {
    # Figures stand in columns of text too, but not one below the other.
    "text with figures": [
        row("全市有三百零六", "2.4万人"),
        row("户人家住在岸边", "去年搬走了"),
        row("今年又有人回来", "修了老房"),
    ],
    "two figures": [row("白菜", "2.40"), row("萝卜", "1.80")],
    # Each is the end of a sentence of its own column.
    "columns of text": [row(TEXT[:9], "系好了。"), row(TEXT[:9], "走远了。"), row(TEXT[:9], "回来了。")],
}


@pytest.mark.parametrize("rows", OTHERS.values(), ids=OTHERS)
def test_what_no_figures_tell_is_no_table(rows: Sequence[Row]) -> None:
    assert joined(rows)[0] == [cell for _, cell in rows[0]]
