"""Lines of subheads read as paragraphs of one line."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.subhead_lines import display_tails, display_tops
from tests.segment.made import each

D, S, ON = Form.DISPLAY, Form.START, Form.ON


def test_the_second_line_of_a_subhead() -> None:
    rows = each("绕行二十公里", "成为历史", "大桥全长一千二百米，主塔高")
    assert display_tails(rows, [Form.DISPLAY, Form.START, Form.START])[1] is Form.DISPLAY
    # with a mark inside, or with more of its paragraph below it, it is the body's
    assert display_tails(each("绕行", "通车了，", "大桥"), [Form.DISPLAY, Form.START, Form.START])[1] is Form.START
    assert display_tails(rows, [Form.DISPLAY, Form.START, Form.ON])[1] is Form.START


@pytest.mark.parametrize(
    ("second", "below", "form"),
    [
        pytest.param("“不敢开、不会开”怎么办", [S, S], D, id="a stop in what it quotes"),
        pytest.param("不敢开、不会开怎么办", [S, S], S, id="a stop outside of it"),
        pytest.param("“不敢开、不会开", [S, S], S, id="in a quotation that stays open"),
        pytest.param("“不敢开、不会开”怎么办", [ON, S], D, id="over a question read as going on"),
    ],
)
def test_a_second_line_that_quotes(second: str, below: list[Form], form: Form) -> None:
    rows = each("轮渡司机", second, "记者：桥通了以后呢？", "记者：谁来开船？", "记者：怎么办？")
    assert display_tails(rows, [D, S, *below, S])[1] is form


# The first line of a subhead above its second one, and what stands around them.
TOP = ("桥修好了。", "从“等船”到", "“过桥”", "过桥容易，修桥难。")


@pytest.mark.parametrize(
    ("rows", "forms", "gaps", "form"),
    [
        pytest.param(TOP, [ON, S, D, S], (), D, id="a subhead of two lines"),
        pytest.param(("桥修好了，", *TOP[1:]), [ON, S, D, S], (), S, id="a sentence is open above"),
        pytest.param(TOP, [ON, S, D, ON], (), S, id="text goes on below"),
        pytest.param(TOP, [ON, S, D, S], (2,), S, id="a blank line between them"),
        pytest.param(TOP, [D, S, D, S], (), S, id="below display type"),
        pytest.param((TOP[0], "从前，从等船到", *TOP[2:]), [ON, S, D, S], (), S, id="with a stop"),
        pytest.param((TOP[0], "两岸的人从图", "书馆出发", TOP[3]), [ON, S, D, S], (), S, id="a word runs on"),
        pytest.param((TOP[0], "从村里的渡口走到新桥的桥头", *TOP[2:]), [ON, S, D, S], (), S, id="too wide"),
    ],
)
def test_the_first_line_of_a_subhead(
    rows: tuple[str, ...], forms: list[Form], gaps: tuple[int, ...], form: Form
) -> None:
    assert display_tops(each(*rows, gaps=gaps), forms)[1] is form
