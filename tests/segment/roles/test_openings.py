"""Lines that open a paragraph by their words."""

from __future__ import annotations

from newsarchive.segment.roles.openings import begun_by_words
from newsarchive.segment.roles.role import Form
from tests.segment.made import each

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
