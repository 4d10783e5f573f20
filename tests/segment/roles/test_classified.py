"""Small advertisements behind what they are called."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.classified import called, run_in
from newsarchive.segment.roles.form import Form
from tests.segment.made import each

S, N, D = Form.START, Form.ON, Form.DISPLAY


@pytest.mark.parametrize("line", ["遗失声明 沈小原遗失青石河市房屋", "寻人启事 沈小原走失", "招租 临街门面两间，"])
def test_what_is_called(line: str) -> None:
    assert called(line)


@pytest.mark.parametrize(
    "line", ["夜间开放 读者增四成", "遗失声明", "遗失声明 招租", "遗失声明：沈小原", "大桥合龙 停水通告"]
)
def test_what_is_not(line: str) -> None:
    assert not called(line)


def test_one_below_the_other_each_begins_a_paragraph() -> None:
    rows = each("遗失声明 沈小原遗失驾驶", "证，声明作废。", "注销公告 青石河茶社决定", "注销，请债权人申报债权。")
    assert run_in(rows, [N, N, D, S]) == [S, N, S, N]


def test_above_a_short_line_of_its_own_it_is_a_headline() -> None:
    rows = each("停水公告 明晚六区受影响", "大桥合龙")
    assert run_in(rows, [D, S]) == [D, S]
