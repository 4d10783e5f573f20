"""Two or three characters of display type that are the name of a writer."""

from __future__ import annotations

import pytest

from newsarchive.segment.belonging.pen_names import below_heads, is_writer
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.roles.role import Form

DISPLAY, BYLINE, TEXT = Form.DISPLAY, Form.BYLINE, Form.START


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
    assert is_writer(block(1, flat), forms) is expected
    assert not is_writer(block(1, flat, vertical=True), forms)


def test_a_title_of_two_characters_is_said_in_its_text_or_has_its_byline_below() -> None:
    shown = [block(0, "灯下的旧信"), block(1, "桑榆")]
    forms = [DISPLAY, DISPLAY, TEXT]
    assert below_heads([(0, 1)], shown, forms, ["夜里收到一封旧信。"]) == [1]
    assert below_heads([(0, 1)], shown, forms, ["老人说桑榆未晚。"]) == []
    assert below_heads([(0, 1)], shown, [DISPLAY, DISPLAY, BYLINE], ["夜里收到一封旧信。"]) == []
    assert below_heads([()], shown, forms, ["夜里收到一封旧信。"]) == []
