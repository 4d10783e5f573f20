"""Lists that are part of a text."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.grids import grids, tables
from newsarchive.segment.roles.lists import names_in, runs
from tests.segment.made import each, forms

NAMES = ["一分厂（6人）", "方小禾 沈 原 苏水生", "白石河 丁一", "二分厂（3人）", "周青石 阿里·木沙"]
GIFTS = ["临水茶行 3,000", "新桥商会 1,500", "无名氏 500"]
POINTS = ["一、宣读上届纪录", "二、报告会务、财政", "三、选举理事（九名）"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["授予下列职工称号。", *NAMES, "大桥合龙"], [(1, 6)], id="names"),
        pytest.param([*NAMES, "方向东"], [(0, 6)], id="a name alone below others"),
        pytest.param(["获奖者：", "方小禾 沈 原 苏水生", "白石河 丁一 周青石"], [(1, 3)], id="names below a colon"),
        pytest.param(["大桥合龙", "方小禾 沈 原 苏水生", "白石河 丁一 周青石"], [], id="names of nobody knows what"),
        pytest.param(["方小禾 沈原", "苏水生"], [], id="two reporters and one more"),
        pytest.param(["记者 方小禾 沈原", "通讯员 苏水生 丁一"], [], id="posts with names"),
        pytest.param(["新桥 合龙 通车", "白沙 书展 开幕", "青石 果园 丰收"], [], id="words set apart"),
        pytest.param(["谨列芳名：", *GIFTS, "大桥合龙"], [(1, 4)], id="gifts"),
        pytest.param(["要闻 2", "经济 5", "副刊 8"], [], id="pages of a paper"),
        pytest.param(["报料 5550100", "广告 5550101", "发行 5550102"], [], id="telephones"),
        pytest.param(["议程如下：", *POINTS, "敬请光临。"], [(1, 4)], id="an agenda"),
        pytest.param(["大桥合龙", *POINTS], [], id="subheads in one place"),
        pytest.param(["议程如下：", *[f"{row}，会后茶叙" for row in POINTS]], [], id="clauses"),
        pytest.param(["议程如下：", *POINTS[1:], "四、茶叙"], [], id="from the second on"),
    ],
)
def test_lines_of_one_kind(rows: list[str], expected: list[tuple[int, int]]) -> None:
    assert [(run.start, run.stop) for run in runs(rows)] == expected


def test_names_that_stand_side_by_side() -> None:
    assert names_in("方小禾 沈 原 阿里·木沙") == 3
    assert names_in("方小禾 很高兴") == 0


@pytest.mark.parametrize(
    ("rows", "read", "after"),
    [
        pytest.param(["授予称号。", *NAMES], "SDDDDD", "SSNNNN", id="names as headlines"),
        pytest.param(["授予称号。", *NAMES, "方向东"], "SDDDDDB", "SSNNNNN", id="the last as a byline"),
        pytest.param(
            ["承蒙各界解囊，襄助", "购书，谨列芳名：", *GIFTS], "DDDDD", "SNNNN", id="with what leads up to it"
        ),
        pytest.param(["谢各界解囊，襄助购书。", *GIFTS], "DDDD", "DSNN", id="below a headline"),
        pytest.param(["本会开会，议程如下：", *POINTS, "敬请光临。"], "SNDDS", "SNNNS", id="an agenda torn by forms"),
    ],
)
def test_they_are_text(rows: list[str], read: str, after: str) -> None:
    assert grids(each(*rows), forms(read)) == forms(after)


def test_each_line_is_a_row() -> None:
    assert [[row.first for row in table] for table in tables(each("谨列芳名：", *GIFTS))] == [[1, 2, 3]]
