"""What the lines above and below a line tell of it."""

from __future__ import annotations

import pytest

from newsarchive.segment import neighbours
from newsarchive.segment.roles import Form
from tests.segment.made import each, look

D, S, N = Form.DISPLAY, Form.START, Form.ON


def among(*forms: Form, rows: tuple[str, ...] = ()) -> list[Form]:
    """A text, a jump line and a heap of headlines, two of them read as ``forms``; then ``rows``, each a paragraph."""
    shown = ("蜜柚装船出海", "夜间不打烊", "八旬老人守桥四十年", "大桥合龙")
    read = each("大桥全长一千二百米。", "（下转第4版）", *shown, *rows)
    held = [Form.ON, Form.JUMP, *forms, *[Form.START] * len(rows)]
    return neighbours.among_heads(read, held, [look()] * len(read))[2:6]


INSIDE = (Form.DISPLAY, Form.START, Form.ON, Form.DISPLAY)


def test_headlines_between_other_headlines() -> None:
    assert among(*INSIDE, rows=("昨日，青石河",)) == [Form.DISPLAY] * 4
    # no text comes behind them, or the rest of one
    assert among(*INSIDE) == [*INSIDE]
    # a paragraph stands below one headline and above nothing
    assert among(*INSIDE[:3], Form.START, rows=("昨日，青石河",)) == [*INSIDE[:3], Form.START]


@pytest.mark.parametrize(
    ("rows", "over"),
    [
        pytest.param(("过河原来要绕行二十公里。", "通车以后"), Form.JUMP, id="a sentence"),
        pytest.param(("过河原来要绕行二十公里，", "通车以后"), Form.JUMP, id="a comma at the end of a line"),
        pytest.param(("过河原来要绕行二十公里", "通车以后"), Form.ON, id="under a subhead"),
    ],
)
def test_text_between_display_type(rows: tuple[str, ...], over: Form) -> None:
    read = each("大桥全长一千二百米。", "三分钟过河", *rows, "图书馆夜间不打烊", "昨日，图书馆")
    forms = [over, Form.DISPLAY, Form.START, Form.ON, Form.DISPLAY, Form.START]
    assert neighbours.among_heads(read, forms, [look()] * 6) == forms


def over_a_lead(*rows: str, above: Form = Form.FURNITURE) -> list[Form]:
    """Lines read as text below something, then one of display type and a lead."""
    read = each("要闻", *rows, "大桥要造得结实", "本报讯 昨日，大桥合龙。")
    forms = [above, S, *[N] * (len(rows) - 1), D, S]
    seen = [*[look()] * (len(rows) + 2), look(lead=True)]
    return neighbours.kickers_over_leads(read, forms, seen)[1 : 1 + len(rows)]


def test_a_kicker_over_a_headline_and_a_lead() -> None:
    assert over_a_lead("县长在青石河大桥", "工地上强调") == [D, D]
    # a text stands above, or a sentence ends in it, or nothing closes as a kicker does
    assert over_a_lead("县长在青石河大桥", "工地上强调", above=N) == [S, N]
    assert over_a_lead("大桥合龙。县长在", "工地上强调") == [S, N]
    assert over_a_lead("县长在青石河大桥", "工地上走了走") == [S, N]


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        pytest.param("八旬老人守桥四十年", True, id="headlines"),
        pytest.param("八旬老人守桥四十年。", False, id="a sentence"),
    ],
)
def test_what_is_drawn_twice_is_no_text(last: str, shown: bool) -> None:
    read = each("本报记者 方小禾", "蜜柚装船出海", "蜜柚装船出海", last, "本报记者 陶一舟")
    forms = [Form.BYLINE, S, Form.DUPLICATE, N, Form.BYLINE]
    expected = [Form.BYLINE, D, Form.DUPLICATE, D, Form.BYLINE] if shown else forms
    assert neighbours.drawn_twice(read, forms) == expected


WIDE = ("本报记者 方小禾", "图书馆夜间不打烊", "青石河上游首座跨河大桥今晨合龙", "昨日，青石河", "大桥合龙。")


@pytest.mark.parametrize(
    ("over", "indent", "form"),
    [
        pytest.param(-1.0, 2.0, D, id="a line wider than the column"),
        pytest.param(-0.5, 2.0, S, id="squeezed marks"),
        pytest.param(-1.0, 0.0, S, id="no paragraph begins behind it"),
    ],
)
def test_a_line_wider_than_its_column_is_no_text(over: float, indent: float, form: Form) -> None:
    read = each(*WIDE)
    seen = [look(), look(), look(short=over), look(short=indent), look(short=4.0)]
    made = neighbours.too_wide(read, [Form.BYLINE, S, N, N, N], seen)
    assert made == [Form.BYLINE, form, D if form is D else N, S if form is D else N, N]
