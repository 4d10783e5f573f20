"""Two or three characters of display type that are the name of a writer."""

from __future__ import annotations

import pytest

from newsarchive.segment.belonging.pen_names import below_heads, is_writer
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.roles.form import Form
from tests.segment.made import each

DISPLAY, BYLINE, TEXT, PAGE = Form.DISPLAY, Form.BYLINE, Form.START, Form.FURNITURE


def block(line: int, flat: str, vertical: bool = False) -> Block:
    return Block((line,), flat, spaced=False, vertical=vertical, width=float(len(flat)))


@pytest.mark.parametrize(
    ("flat", "forms", "expected"),
    [
        # below a headline, and above a text
        ("桑榆", [DISPLAY, DISPLAY, TEXT], True),
        ("苏木禾", [DISPLAY, DISPLAY, TEXT], True),
        # what begins what is shown above a headline is the name of a column, unless it has a surname
        ("枕边灯", [TEXT, DISPLAY, DISPLAY], False),
        ("苏木禾", [TEXT, DISPLAY, DISPLAY], True),
        # a headline
        ("春茶开采了", [DISPLAY, DISPLAY, TEXT], False),
    ],
)
def test_the_name_of_a_writer(flat: str, forms: list[Form], expected: bool) -> None:
    rows = each("灯下的旧信", flat, "夜里收到一封旧信。")
    assert is_writer(block(1, flat), forms, rows) is expected
    assert not is_writer(block(1, flat, vertical=True), forms, rows)


@pytest.mark.parametrize(
    ("rows", "forms", "expected"),
    [
        # a word of a table, beside figures
        pytest.param(["纯碱", "液氯", "310 265 +17.0%"], [DISPLAY] * 3, False, id="above figures"),
        pytest.param(["9120", "电石", "春茶开采了"], [DISPLAY] * 3, False, id="below a figure"),
        pytest.param(["2031年4月", "桑榆", "夜里收到一封旧信。"], [DISPLAY, DISPLAY, TEXT], True, id="below a day"),
        # between the name of a column and a text it is the headline, unless it is a name
        pytest.param(["读者来信", "汀花", "夜里收到一封旧信。"], [DISPLAY, DISPLAY, TEXT], False, id="in a column"),
        pytest.param(["小词典", "汀花", "夜里收到一封旧信。"], [DISPLAY, DISPLAY, TEXT], False, id="below a label"),
        pytest.param(["读者来信", "苏木禾", "夜里收到一封旧信。"], [DISPLAY, DISPLAY, TEXT], True, id="a surname"),
        # what the page is called, beside what the paper is
        pytest.param(["旧信还在。", "汀花", "2031年4月2日 星期三"], [TEXT, DISPLAY, PAGE], False, id="the page"),
        pytest.param(["旧信还在。", "苏木禾", "2031年4月2日 星期三"], [TEXT, DISPLAY, PAGE], True, id="the writer"),
        # three characters without a surname above a byline
        pytest.param(["旧信还在。", "枕边灯", "本报记者 方小禾"], [TEXT, DISPLAY, BYLINE], False, id="a column"),
    ],
)
def test_what_stands_beside_tells_a_word_from_a_writer(rows: list[str], forms: list[Form], expected: bool) -> None:
    assert is_writer(block(1, rows[1]), forms, each(*rows)) is expected


def test_a_title_of_two_characters_is_said_in_its_text_or_has_its_byline_below() -> None:
    shown = [block(0, "灯下的旧信"), block(1, "桑榆")]
    forms, rows = [DISPLAY, DISPLAY, TEXT], each("灯下的旧信", "桑榆", "夜里收到一封旧信。")
    assert below_heads([(0, 1)], shown, forms, rows, ["夜里收到一封旧信。"]) == [1]
    assert below_heads([(0, 1)], shown, forms, rows, ["老人说桑榆未晚。"]) == []
    assert below_heads([(0, 1)], shown, [DISPLAY, DISPLAY, BYLINE], rows, ["夜里收到一封旧信。"]) == []
    assert below_heads([()], shown, forms, rows, ["夜里收到一封旧信。"]) == []
