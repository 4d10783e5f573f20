"""Poems without marks."""

from __future__ import annotations

import pytest

from newsarchive.segment.assemble import assemble
from newsarchive.segment.draft import Draft, Plan
from newsarchive.segment.lines.line import split
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.verse import is_stanza, is_verse, poems
from tests.segment.made import each, page

D, S, N = Form.DISPLAY, Form.START, Form.ON
POEM = ["桥是河的一只手", "伸过去", "就不肯收回来", "我在桥这头", "数着路过的船", "像数一群羊"]
HEADS = [
    "老照片",
    "两个饭盒一辆车",
    "妈妈手记",
    "大桥昨日合龙",
    "图书馆夜间不打烊",
    "白沙村柚子出海",
    "安全隐患",
    "奖五十",
]


def test_the_lines_of_a_poem_say_what_headlines_do_not() -> None:
    assert is_verse(POEM)
    assert not is_verse(HEADS)
    assert not is_verse(POEM[:1])
    assert not is_verse([*POEM, "我来了，你在。"])


def test_the_lines_of_a_stanza_are_ragged() -> None:
    assert is_stanza(each(*POEM[:3]))
    assert not is_stanza(each("一片叶子上", "写着一个人", "从这里走出", "去的孩子们"))


@pytest.mark.parametrize(
    ("rows", "gaps", "before", "after"),
    [
        pytest.param(POEM, (0, 3), [D] * 6, [S, N, N, S, N, N], id="two stanzas"),
        pytest.param(["桥头", *POEM], (0, 1, 4), [D] * 7, [D, S, N, N, S, N, N], id="below its headline"),
        pytest.param(["大桥通车", *POEM], (), [D] * 7, [D, S, *[N] * 5], id="without blank lines"),
        pytest.param([*POEM[:5], "它们", *POEM[:3]], (0, 5, 6), [D] * 9, [S, *[N] * 4, S, S, N, N], id="a line alone"),
        pytest.param(POEM[:4], (0,), [D] * 4, [D] * 4, id="a headline may be so for once"),
        pytest.param(HEADS, (0, 2, 4), [D] * 8, [D] * 8, id="headlines"),
    ],
)
def test_what_is_read_as_display_type_is_text(
    rows: list[str], gaps: tuple[int, ...], before: list[Form], after: list[Form]
) -> None:
    assert poems(each(*rows, gaps=gaps), before) == after


def test_every_line_of_a_poem_stands_by_itself() -> None:
    text = page("桥上", POEM[:3])
    lines = split(text)
    plan = Plan([Draft(headline=[0], body=[("para", (1, 2, 3))])], [D, S, N, N])
    (poem,) = assemble(text, lines, plan).articles
    assert poem.body == tuple(POEM[:3])
