"""What a paper prints on page after page."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.standing import is_disclaimer, is_lunar_day, is_reach


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("本版观点仅供参考，不构成投资建议", True),
        ("国内外医药信息仅供参考，用药请遵医嘱", True),
        ("股市有风险，投资需谨慎", True),
        ("理财非存款，产品有风险，投资须谨慎。", True),
        ("未经本报许可不得转载", True),
        ("（本文仅代表作者个人观点）", True),
        ("文责自负", True),
        # headlines and sentences
        ("投资有风险，他却押上了全部积蓄买下老宅", False),
        ("专家意见仅供参考", False),
        ("本版今起改版", False),
    ],
)
def test_what_the_paper_does_not_answer_for(line: str, *, told: bool) -> None:
    assert is_disclaimer(line) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("投稿：linshui@example.com", True),
        ("临水新闻网 www.linshui.example", True),
        ("24小时读者热线：5550606", True),
        ("编辑部电话 0833-5550100", True),
        ("更多精彩 扫码阅读", True),
        # a notice's own, a column's, and a headline
        ("咨询电话：5550110", False),
        ("24小时热线 5550606", False),
        ("扫码点餐 谁在受益", False),
        ("二维码里有乾坤", False),
    ],
)
def test_how_to_reach_the_paper(line: str, *, told: bool) -> None:
    assert is_reach(line) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("丙午年八月初七", True),
        ("农历四月廿六", True),
        ("农历丙午年腊月三十", True),
        ("八月初七", False),
        ("丙午年大桥", False),
    ],
)
def test_days_of_the_lunar_calendar(line: str, *, told: bool) -> None:
    assert is_lunar_day(line) is told
