"""Headlines and subheads side by side, printed row by row, come behind each other; others stay as they are."""

from __future__ import annotations

import pytest

from newsarchive.segment.page import read_page, segment
from tests.segment.made import BRIDGE, LIBRARY, POMELO, page

COLUMNS = [*BRIDGE.column(13), "", *LIBRARY.column(13), "", *POMELO.column(13)]
# Blank lines inside a sentence show that they part columns, not paragraphs.
BODIES = [row for n, line in enumerate(COLUMNS) for row in ((line, "") if n % 9 == 7 else (line,))]


def shown(*rows: str) -> list[str]:
    """The display lines of a page with these rows on top, as they are read."""
    text = page([*rows, ""], BODIES)
    return [line.flat for line in read_page(text).lines if line.end <= len("\n".join(rows))]


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (("青石河大桥 图书馆", "顺利合龙 夜间不打烊"), ["青石河大桥", "顺利合龙", "图书馆", "夜间不打烊"]),
        # the second one has a line less, or stands lower
        (("青石河大桥 图书馆夜间不打烊", "顺利合龙"), ["青石河大桥", "顺利合龙", "图书馆夜间不打烊"]),
        (
            ("青石河大桥", "城南图书馆", "顺利合龙 阅览室夜间开放"),
            ["青石河大桥", "顺利合龙", "城南图书馆", "阅览室夜间开放"],
        ),
        # no blank is left between the second lines
        (("青石河大桥 图书馆", "钢梁吊装夜间借书"), ["青石河大桥", "钢梁吊装", "图书馆", "夜间借书"]),
        # three in one place
        (
            ("青石河大桥 图书馆 白沙村柚子", "顺利合龙 夜间不打烊 卖到海外"),
            ["青石河大桥", "顺利合龙", "图书馆", "夜间不打烊", "白沙村柚子", "卖到海外"],
        ),
    ],
)
def test_headlines_side_by_side_are_told_apart(rows: tuple[str, ...], read: list[str]) -> None:
    assert shown(*rows) == read


@pytest.mark.parametrize(
    "rows",
    [
        ("青石河大桥", "钢梁吊装到位 桥面放鞭炮"),
        ("两岸村民过河 只要三分钟", "大桥主塔高 钢梁吊装"),
        ("图书馆读者 夜间借书",),
    ],
)
def test_rows_of_one_article_stay(rows: tuple[str, ...]) -> None:
    assert shown(*rows) == list(rows)


def test_what_stood_in_one_column_is_known_to_stand_right_below() -> None:
    read = read_page(page(["青石河大桥 图书馆", "顺利合龙", "夜间不打烊", ""], BODIES))
    assert [line.flat for line in read.lines[:4]] == ["青石河大桥", "顺利合龙", "图书馆", "夜间不打烊"]
    assert [line.under for line in read.lines[:5]] == [False, True, False, True, False]


def test_each_article_gets_its_own() -> None:
    made = segment(page(["青石河大桥 城南图书馆", "顺利合龙 阅览室夜间开放", ""], BODIES)).articles
    assert [a.headline for a in made[:2]] == [BRIDGE.headline, "城南图书馆阅览室夜间开放"]


def over(*pieces: list[str]) -> list[str]:
    """Pieces between blank lines, as they are read."""
    text = page(*(part for piece in pieces for part in (piece, "")))
    return [line.flat for line in read_page(text).lines]


# The texts under two subheads in columns side by side, and text whose paragraphs no blank line parts.
FIRST, SECOND = BRIDGE.column(13)[5:9], BRIDGE.column(13)[9:]
REST = [
    "桥下，鱼回来了。",
    "岸边，柳树绿了。",
    "船上，灯亮起来。",
    "村口，人多起来。",
    "山上，雪化开了。",
    *LIBRARY.column(13),
]
LEAD = [BRIDGE.headline, *BRIDGE.column(13)[:5]]


def test_subheads_at_one_height_stand_over_their_texts() -> None:
    lines = over(LEAD, ["村民少绕路"], ["铺装月底开始"], FIRST, SECOND, REST)
    assert lines[lines.index("村民少绕路") + 1] == FIRST[0]
    at = lines.index("铺装月底开始")
    assert lines[at - 1] == FIRST[-1]
    assert lines[at + 1] == SECOND[0]


@pytest.mark.parametrize(
    "pieces",
    [
        # the second text goes on with the first
        (["村民少绕路"], ["铺装月底开始"], FIRST[:2], FIRST[2:], REST),
        # one text for two
        (["村民少绕路"], ["铺装月底开始"], [*FIRST, *SECOND], ["公益广告"], REST),
        # headlines over leads find their texts by what they say
        ([LIBRARY.headline], [POMELO.headline], LIBRARY.column(13), POMELO.column(13), [*FIRST, *REST[:5]]),
    ],
)
def test_other_display_type_in_a_row_stays(pieces: tuple[list[str], ...]) -> None:
    lines = over(LEAD, *pieces)
    assert lines.index(pieces[1][0]) == lines.index(pieces[0][0]) + 1
