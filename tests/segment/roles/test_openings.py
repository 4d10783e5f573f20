"""Lines that open a paragraph by their words."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.openings import begun_by_words, below_wide
from tests.segment.made import each, forms

S, ON = Form.START, Form.ON


def test_a_question_right_below_a_full_line_is_a_paragraph() -> None:
    rows = each(
        "记者：桥何时通车？", "方禾：明年。", "记者：车多吗？", "方禾：不多，桥上只开两条道。", "记者：收费吗？"
    )
    assert begun_by_words(rows, [S, S, S, ON, ON]) == [S, S, S, ON, S]


def test_who_speaks_once_or_inside_a_sentence_opens_nothing() -> None:
    rows = each("记者：桥何时通车？", "方禾：明年。", "记者：车多吗？", "他问过许多位守桥的", "记者：收费吗？")
    assert begun_by_words(rows, [S, S, S, S, ON]) == [S, S, S, S, ON]
    rows = each("昨日大桥通车。", "目击者：收费吗？")
    assert begun_by_words(rows, [S, ON]) == [S, ON]


def test_an_item_behind_the_bullet_of_another() -> None:
    rows = each("●新桥下月通车。", "●市图书馆夜间开放。", "▲公园免费。")
    assert begun_by_words(rows, [S, ON, ON]) == [S, S, ON]


def test_a_letter_begins_below_its_salutation() -> None:
    for line in ("编辑同志：", "各位业主："):
        rows = each(line, "我家门前的路灯坏了。")
        assert begun_by_words(rows, [S, ON]) == [S, S]


WIDE = "睡得香的人未必睡得好，鼾声停了，气也停了，这样的夜里身体在做什么，本报请来医生回答，"
ENDS = "各位读者可以对照着看一看。"


@pytest.mark.parametrize(
    ("rows", "read", "after"),
    [
        pytest.param(
            [WIDE, ENDS, "哪种鼾声算病？", *["甲：先看三点，再看天气。"] * 3], "SNNSNS", "SNSSNS", id="below it"
        ),
        pytest.param(
            [WIDE, ENDS, "哪种鼾声", "算病？", "甲：先看三点。"], "SNNSN", "SNNSN", id="too few lines to tell"
        ),
        pytest.param([WIDE, WIDE, "各位看。", *[WIDE[:30]] * 4], "SNNNNNN", "SNNNNNN", id="not half as narrow"),
        pytest.param([WIDE, WIDE, *["哪种鼾声算病"] * 4], "SNNNNN", "SNNNNN", id="a sentence is open"),
        pytest.param(["桥通了。", WIDE, ENDS, *["哪种鼾声算病"] * 4], "SSNNNNN", "SSNNNNN", id="below other text"),
        pytest.param([WIDE, "各位看，", ENDS, *["哪种鼾声算病"] * 4], "SNNNNNN", "SNNNNNN", id="a narrow line within"),
    ],
)
def test_text_below_an_introduction_over_the_columns(rows: list[str], read: str, after: str) -> None:
    assert below_wide(each(*rows), forms(read)) == forms(after)
