"""Headlines read as text where what stands there cannot be text."""

from __future__ import annotations

import pytest

from newsarchive.segment import endless
from newsarchive.segment.roles import INDENT, Form
from tests.segment.made import each, look

D, S, N, B = Form.DISPLAY, Form.START, Form.ON, Form.BYLINE


def between(*rows: str, above: Form = D, below: Form = D, following: Form = S, short: float = 0.0) -> list[Form]:
    """What becomes of lines read as text between something above and something below, on a page with one text before
    them and one behind.
    """
    read = each("大桥全长一千二百米。", "夜间不打烊", *rows, "八旬老人守桥四十年", "昨日，青石河")
    forms = [N, above, *[N] * len(rows), below, following]
    seen = [look(), look(), look(short=short), *[look()] * (len(rows) + 1)]
    return endless.without_text(read, forms, seen)[2 : 2 + len(rows)]


def test_headlines_among_headlines() -> None:
    assert between("蜜柚装船，山路变短", "一张饭卡管两代人") == [D, D]
    assert between("蜜柚装船，山路变短", "一张饭卡管两代人", above=Form.FURNITURE, below=B) == [D, D]


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        pytest.param(("过河原来要绕行二十公里。",), {}, id="a sentence"),
        pytest.param(("过河原来要绕行二十公里，",), {}, id="ends with a comma"),
        pytest.param(("过河原来要绕行二十公", "里的山路"), {}, id="a word runs across"),
        pytest.param(("记者：过河要多久",), {}, id="somebody speaks"),
        pytest.param(("联系电话：05555550123",), {}, id="whom to call"),
        pytest.param(("过河原来要绕行",), {"following": N}, id="the text behind goes on"),
        pytest.param(("过河原来要绕行",), {"above": B}, id="below a byline"),
        pytest.param(("过河原来要绕行",), {"short": INDENT}, id="has an indent"),
        pytest.param(tuple("甲乙丙丁戊己庚"), {}, id="too many"),
    ],
)
def test_text_among_headlines(rows: tuple[str, ...], where: dict[str, Form]) -> None:
    assert between(*rows, **where) == [N] * len(rows)


def test_a_headline_that_asks() -> None:
    # no sentence is closed above, and the line has the indent of a paragraph
    read = each("大桥全长一千二百", "夜间不打烊", "谁来管井盖？", "八旬老人守桥四十年", "昨日，青石河")
    forms = [N, D, N, D, S]
    seen = [look(), look(), look(short=INDENT), look(), look()]
    assert endless.without_text(read, forms, seen) == [N, D, D, D, S]
    assert endless.without_text([*read[:2], *each("谁来管井盖"), *read[3:]], forms, seen) == forms


def test_a_text_that_ends_open_above() -> None:
    read = each("大桥全长一千二百", "夜间不打烊", "蜜柚装船", "八旬老人守桥四十年", "昨日，青石河")
    forms = [N, D, N, D, S]
    assert endless.without_text(read, forms, [look()] * 5) == forms
