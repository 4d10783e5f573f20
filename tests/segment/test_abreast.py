"""Headlines side by side, printed row by row, are told apart; rows of one headline stay as they are."""

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


def test_each_article_gets_its_own() -> None:
    made = segment(page(["青石河大桥 城南图书馆", "顺利合龙 阅览室夜间开放", ""], BODIES)).articles
    assert [a.headline for a in made[:2]] == [BRIDGE.headline, "城南图书馆阅览室夜间开放"]
