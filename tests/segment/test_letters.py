"""How letters, notices and answers open."""

from __future__ import annotations

import pytest

from newsarchive.segment.letters import addressed, opens_letter
from newsarchive.segment.roles import Form
from tests.segment.made import each

OPENINGS = [
    "编辑同志：",
    "亲爱的小读者：",
    "尊敬的方小禾老师：",
    "各会员单位、有关企业：",
    "各位业主：",
    "编辑回复：",
    "乡亲们：",
]


@pytest.mark.parametrize("line", OPENINGS)
def test_whom_a_text_turns_to(line: str) -> None:
    assert opens_letter(line)


@pytest.mark.parametrize(
    "line", ["临水县供销企业：扩产", "街道办回复：", "卧室：", "本报讯：", "记者昨日从市水务局获悉："]
)
def test_what_a_headline_is_about(line: str) -> None:
    assert not opens_letter(line)


def test_it_is_the_first_paragraph() -> None:
    rows = each("新桥何时通车", "各位业主：", "新桥下月通车，", "届时有班车。")
    forms = addressed(rows, [Form.DISPLAY, Form.DISPLAY, Form.ON, Form.ON])
    assert forms == [Form.DISPLAY, Form.START, Form.START, Form.ON]
    over_display = [Form.DISPLAY, Form.DISPLAY, Form.DISPLAY, Form.ON]
    assert addressed(rows, over_display) == over_display
