"""Lines of interviews that begin with one who speaks."""

from __future__ import annotations

from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.interviews import questions, speeches
from tests.segment.made import each


def test_a_question_beside_a_picture_is_no_byline_and_no_headline() -> None:
    rows = each("记者：桥为什么修在这里？", "方小禾：两岸的人", "记者：夜里开工", "冷不冷？", "记者：谁设计了它？")
    forms = [Form.START, Form.START, Form.BYLINE, Form.ON, Form.START]
    assert questions(rows, forms) == [Form.START, Form.START, Form.START, Form.ON, Form.START]
    shown = [Form.START, Form.START, Form.DISPLAY, Form.DISPLAY, Form.START]
    longer = each(
        "记者：桥为什么修在这里？", "方小禾：两岸的人", "记者：夜里开工", "桥面上冷", "不冷？", "记者：谁设计了它？"
    )
    assert questions(longer, [*shown[:4], Form.ON, Form.START])[2:5] == [Form.START, Form.ON, Form.ON]


def test_a_byline_above_one_question_stays() -> None:
    rows = each("记者：方小禾", "大桥昨日合龙", "记者：谁设计了它？")
    forms = [Form.BYLINE, Form.START, Form.START]
    assert questions(rows, forms) == forms


def test_a_question_goes_on_with_nothing() -> None:
    rows = each(
        "记者：桥为什么修在这里？", "方小禾：两岸的人要过河", "记者：谁设计了它？", "答：他。", "记者：冷不冷？"
    )
    forms = [Form.START, Form.START, Form.ON, Form.ON, Form.START]
    # one who speaks once may be quoted in the middle of a paragraph
    assert speeches(rows, forms) == [Form.START, Form.START, Form.START, Form.ON, Form.START]
