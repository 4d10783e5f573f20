"""Who signs an article: names after 记者 and its like, or a signature that is but names; never a stock phrase."""

from __future__ import annotations

import pytest

from newsarchive.topics.bylines import read_byline

BYLINES = [
    ("本报记者 沈雨桐", ("沈雨桐",)),
    ("本报记者 沈雨桐 段飞 文/图", ("沈雨桐", "段飞")),
    ("本报讯 （记者 沈雨桐 通讯员 乔木）", ("沈雨桐", "乔木")),
    ("本报讯 记者沈雨桐报道：", ("沈雨桐",)),
    ("新华社曼谷11月20日电 （记者 乔木）", ("乔木",)),
    ("本报驻柏林记者 乔木", ("乔木",)),
    ("沈 丹 欧阳明", ("沈丹", "欧阳明")),  # a two-character name set apart
    ("（段飞）", ("段飞",)),
    ("晨报记者 古丽娜尔·艾山 段飞", ("古丽娜尔·艾山", "段飞")),
    ("战地观察员 沈雨桐 编译 段飞", ("沈雨桐", "段飞")),
    ("生活周刊 沈雨桐", ("沈雨桐",)),
    ("本报评论员", ()),
    ("本报讯", ()),
    ("据新华社曼谷11月19日电", ()),
    ("本报综合报道", ()),
    ("", ()),
]


@pytest.mark.parametrize(("byline", "expected"), BYLINES)
def test_names_in_a_byline(byline: str, expected: tuple[str, ...]) -> None:
    assert read_byline(byline) == expected
