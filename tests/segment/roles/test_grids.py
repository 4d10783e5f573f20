"""Tables of three columns and more."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.grids import edges, grids, opens_alone, rows_of, tables
from tests.segment.made import each, forms

TABLE = ["剂型 开封后 存放", "滴眼液 4周 按标签避光", "糖浆 1至3个月 不必冷藏", "软膏 2个月 25℃以下"]
CELLS = [cell for row in TABLE for cell in row.split()]
# An extractor that sets some cells of a row on lines of their own.
TORN = ["剂型", "开封后 存放", "滴眼液 4周", "按标签避光", *TABLE[2:]]


def found(*rows: str) -> list[list[tuple[int, int]]]:
    return [[(row.first, row.stop) for row in table] for table in tables(each(*rows))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["药要收好。", *TABLE], [[(1, 2), (2, 3), (3, 4), (4, 5)]], id="a row on a line"),
        pytest.param(["药要收好。", *CELLS], [[(1, 4), (4, 7), (7, 10), (10, 13)]], id="a cell on a line"),
        # Between cells any blank may stand: extractors write tabs, em spaces and no-break spaces too.
        pytest.param(
            ["药要收好。", *(row.replace(" ", "\t") for row in TABLE)], [[(1, 2), (2, 3), (3, 4), (4, 5)]], id="tabs"
        ),
        pytest.param(
            ["药要收好。", *(row.replace(" ", "\N{EM SPACE}") for row in TABLE)],
            [[(1, 2), (2, 3), (3, 4), (4, 5)]],
            id="em spaces",
        ),
        pytest.param(
            ["药要收好。", *(row.replace(" ", "\N{NO-BREAK SPACE}") for row in TABLE)],
            [[(1, 2), (2, 3), (3, 4), (4, 5)]],
            id="no-break spaces",
        ),
        pytest.param(TORN, [[(0, 2), (2, 4), (4, 5), (5, 6)]], id="some cells on lines of their own"),
        pytest.param(["一周药价", *CELLS], [[(1, 4), (4, 7), (7, 10), (10, 13)]], id="below what it is called"),
        pytest.param(["药要收好。", *TABLE[:3]], [], id="two rows may be anything"),
        pytest.param(["甲队 乙队 丙队", "方小禾 丁一 苏木", "沈小原 水生 石河", "白沙 青石 城南"], [], id="names only"),
        pytest.param(["大桥合龙", "果园丰收", "书展开幕", "夜市开张", "渡口停航", "山路通车"], [], id="headlines"),
        pytest.param([f"{n} {row}" for n, row in enumerate(TABLE)], [], id="no words above figures"),
        pytest.param(
            ["名次 城市 指数", "1 临水 1.8", "2 新桥 2.3", "3 白沙 2.9"],
            [[(n, n + 1) for n in range(4)]],
            id="numbered",
        ),
        pytest.param(
            ["名次 城市 指数 天", "7 临水 1.8 30", "9 新桥 2.3 31", "4 白沙 2.9 29"], [], id="figures before words"
        ),
        pytest.param(
            ["青石 项目 白沙", "58% 控球 42%", "17 射门 6", "7 角球 2"],
            [[(n, n + 1) for n in range(4)]],
            id="two teams",
        ),
        pytest.param(
            ["编号 位置 面积 起价", "QS-01 河西 8460 127万", "QS-02 城南 2130 40万"],
            [[(n, n + 1) for n in range(3)]],
            id="two rows with figures in several columns",
        ),
        pytest.param(
            ["渠口 供水起止 水量", *(f"{row}渠 {n}0日8时—1{n}日20时 4{n}0" for n, row in enumerate("甲乙丙", 1))],
            [[(n, n + 1) for n in range(4)]],
            id="hours",
        ),
        pytest.param([row.replace(" ", "，") for row in TABLE], [], id="clauses"),
    ],
)
def test_tables_of_words_and_figures(rows: list[str], expected: list[list[tuple[int, int]]]) -> None:
    assert found(*rows) == expected


@pytest.mark.parametrize(
    ("rows", "read", "after"),
    [
        pytest.param(["药要收好。", *TABLE, "用后盖紧。"], "SDFDDS", "SSNNNS", id="whatever it was read as"),
        pytest.param(
            ["药要收好。", *TABLE, "用后盖紧。"], "SNNSNN", "SNNNNN", id="one paragraph with what is around it"
        ),
        pytest.param([*TABLE, "注：以药店", "所售为准"], "SNNNDD", "SNNNNN", id="what is noted below"),
        pytest.param(["药价", *TABLE], "DDDCD", "DDDCD", id="with a credit in it"),
    ],
)
def test_a_table_is_text_of_one_paragraph(rows: list[str], read: str, after: str) -> None:
    assert grids(each(*rows), forms(read)) == forms(after)


def test_every_row_becomes_a_paragraph_and_what_stands_below_them() -> None:
    rows = each("药要收好。", *TABLE, "用后盖紧。")
    assert rows_of(rows) == {1, 2, 3, 4, 5}
    assert edges(rows) == ({1}, {4})
    # a note may go on with what it is noted to
    assert edges(each(*TABLE, "（以药店所售为准）")) == ({0}, set())


@pytest.mark.parametrize(
    ("above", "alone"),
    [
        pytest.param("大桥昨日合龙，年底通车。", True, id="of something else"),
        pytest.param("大桥昨日合龙，年底", False, id="within a sentence"),
        pytest.param("开了封的药能放多久，见下表。", False, id="it leads up to it"),
        pytest.param("滴眼液开了封要放冰箱。", False, id="it says what the table holds"),
    ],
)
def test_a_table_of_which_nothing_above_speaks_is_of_no_article_above(above: str, *, alone: bool) -> None:
    rows = each(above, *TABLE)
    assert opens_alone(rows, 1, [above]) is alone
    assert not opens_alone(rows, 0, [above])
