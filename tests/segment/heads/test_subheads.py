"""Free display blocks that are subheads, and where in its article each stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft
from newsarchive.segment.heads.subheads import give_left_over, give_subheads
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.look import Look

SEEN = Look(None, 15.0, 0.0, 0.0, stop=True, colon=False, lead=False, open_quote=False)
D, S, ON = Form.DISPLAY, Form.START, Form.ON
FORMS = [D, S, ON, D, ON, ON, S, ON]


def block(line: int) -> Block:
    return Block((line,), "绕行成为历史", spaced=False, vertical=False, width=6.0)


def given(body: list[list[int]], forms: list[Form], free: list[int], rests: set[int]) -> tuple[Draft, list[int]]:
    """An article with paragraphs of these lines, after the free ones of the blocks at lines 0 and 3 were given."""
    draft = Draft(body=[("para", tuple(held)) for held in body])
    shown = [block(i) for i, form in enumerate(forms) if form is D]
    left = give_subheads(free, shown, [draft], forms, [SEEN] * len(forms), rests)
    return draft, left


def test_a_subhead_stands_before_its_text() -> None:
    draft, left = given([[1, 2], [4, 5], [6, 7]], FORMS, [1], set())
    assert [held for _, held in draft.body] == [(1, 2), (3,), (4, 5), (6, 7)]
    assert left == []


def test_a_subhead_over_the_rest_of_another_column_stands_behind_the_text_above() -> None:
    # the rest (4, 5) goes on with the paragraph at 6, which stands before it
    draft, left = given([[1, 2], [6, 7], [4, 5]], FORMS, [1], {4})
    assert draft.body[1] == ("subhead", (3,))
    draft, _ = given([[1, 2], [6, 7, 4, 5]], FORMS, [1], {4})
    assert draft.body[1] == ("subhead", (3,))
    assert left == []


def test_nothing_is_a_subhead_below_the_last_paragraph() -> None:
    draft, _ = given([[6, 7, 4, 5], [1, 2]], FORMS, [1], {4})
    assert [kind for kind, _ in draft.body] == ["para", "para"]


@pytest.mark.parametrize(
    ("body", "free"),
    [
        pytest.param([[1, 2], [6, 7]], [0, 1], id="above the first paragraph"),
        pytest.param([[4, 5], [6, 7]], [1], id="above the first in reading order"),
    ],
)
def test_what_heads_an_article_is_given_back(body: list[list[int]], free: list[int]) -> None:
    _, left = given(body, FORMS, free, set())
    assert left[0] == free[0]


@pytest.mark.parametrize(("flat", "given_back"), [("渡", [0]), ("二", []), ("新桥", [])])
def test_a_single_character_is_no_subhead(flat: str, given_back: list[int]) -> None:
    draft = Draft(body=[("para", (4, 5)), ("para", (1, 2))])
    shown = [replace(block(0), flat=flat), block(3)]
    assert give_subheads([0], shown, [draft], FORMS, [SEEN] * len(FORMS), set()) == given_back


def test_a_label_above_the_first_paragraph_is_a_subhead() -> None:
    draft = Draft(body=[("para", (1, 2)), ("para", (4, 5))])
    shown = [replace(block(0), flat="【群众来信】"), block(3)]
    assert give_subheads([0], shown, [draft], FORMS, [SEEN] * len(FORMS), set()) == []
    assert draft.body[0] == ("subhead", (0,))


def test_a_text_with_a_headline_between_is_not_reached() -> None:
    draft, left = given([[1, 2], [5, 6]], [D, S, ON, D, D, S, ON], [1], set())
    assert len(draft.body) == 2
    assert left == [1]


@pytest.mark.parametrize(
    ("lines", "tie", "subheads"),
    [
        pytest.param([(3, 4), (5, 6)], 1.0, [(3, 4), (5, 6)], id="two of two lines"),
        pytest.param([(3, 4), (5,)], -4.0, [(3, 4), (5,)], id="one of two lines and what is of no head with it"),
        pytest.param([(3, 4), (5,)], -1.0, [(3, 4, 5)], id="one of three lines"),
        pytest.param([(3,), (4, 5)], -4.0, [(3, 4, 5)], id="a first line alone"),
    ],
)
def test_blocks_before_one_paragraph(lines: list[tuple[int, ...]], tie: float, subheads: list[tuple[int, ...]]) -> None:
    forms = [D, S, ON, D, D, D, D, S, ON]
    shown = [block(0), *(replace(block(held[0]), lines=held, tie=tie) for held in lines)]
    draft = Draft(body=[("para", (1, 2)), ("para", (7, 8))])
    assert give_subheads([1, 2], shown, [draft], forms, [SEEN] * len(forms), set()) == []
    assert draft.body[1:-1] == [("subhead", held) for held in subheads]


def test_what_the_first_part_is_called_stands_above_the_first_paragraph() -> None:
    called = [replace(block(0), flat="案情"), replace(block(3), flat="判决")]
    draft = Draft(body=[("para", (1, 2)), ("para", (4, 5)), ("para", (6, 7))])
    assert give_subheads([0, 1], called, [draft], FORMS, [SEEN] * len(FORMS), set()) == []
    assert [held for _, held in draft.body] == [(0,), (1, 2), (3,), (4, 5), (6, 7)]
    # nothing else parts the text
    draft = Draft(body=[("para", (1, 2)), ("para", (4, 5))])
    assert give_subheads([0], called, [draft], FORMS, [SEEN] * len(FORMS), set()) == [0]


def left_over(
    flat: str, width: float, bodies: list[list[list[int]]], told: list[float], forms: list[Form] = FORMS
) -> list[list[tuple[str, tuple[int, ...]]]]:
    """The articles whose paragraphs have these lines, after what stands at line 3 was put where it belongs; ``told`` is
    how surely it heads each of them.
    """
    drafts = [Draft(body=[("para", tuple(held)) for held in body]) for body in bodies]
    shown = [block(0), replace(block(3), flat=flat, width=width)]
    give_left_over([1], shown, drafts, forms, [SEEN] * len(forms), lambda n, a: told[a])
    return [draft.body for draft in drafts]


# The text at 1 goes on at 6; at 4 another article begins.
CUT_OFF = [[[1, 2], [6, 7]], [[4, 5]]]


def test_what_is_left_over_above_another_article_is_a_subhead_of_the_one_above() -> None:
    # Where it stands tells more than the few words of it.
    own, other = left_over("绕行成为历史", 6.0, CUT_OFF, [-3.0, -1.5])
    assert own == [("para", (1, 2)), ("subhead", (3,)), ("para", (6, 7))]
    assert other == [("para", (4, 5))]


def test_what_is_left_over_between_two_paragraphs_may_be_a_little_wide_for_a_subhead() -> None:
    whole = [[[1, 2], [4, 5], [6, 7]]]
    (own,) = left_over("绕行二十公里从此成为了历史", 16.0, whole, [0.0])
    assert own[1] == ("subhead", (3,))


@pytest.mark.parametrize(
    ("flat", "width", "bodies", "told"),
    [
        pytest.param("绕行成为历史", 6.0, CUT_OFF, [0.0, 3.0], id="the article below speaks more of it"),
        pytest.param("读书", 2.0, CUT_OFF, [1.0, 0.0], id="the label of a column"),
        pytest.param("绕行二十公里从此成为了历史", 16.0, CUT_OFF, [1.0, 0.0], id="wide above another article"),
        pytest.param("江畔见闻", 16.0, [[[1, 2], [4, 5]]], [0.0], id="of few characters and wide: of large type"),
        pytest.param("绕行成为历史", 6.0, [[[1, 2]], [[4, 5]]], [1.0, 0.0], id="below the last paragraph"),
        pytest.param("【读者来信】", 6.0, CUT_OFF, [1.0, 0.0], id="a label"),
        pytest.param("绕行成为历史", 6.0, [[[1, 2], [4, 5], [6, 7]]], [1.0], id="no other article begins below"),
    ],
)
def test_what_is_no_subhead_is_left_over(
    flat: str, width: float, bodies: list[list[list[int]]], told: list[float]
) -> None:
    assert all(what == "para" for body in left_over(flat, width, bodies, told) for what, _ in body)


def test_a_headline_between_text_and_what_is_left_over_parts_them() -> None:
    drafts = [Draft(body=[("para", (1, 2)), ("para", (7, 8))]), Draft(headline=[3], body=[("para", (5, 6))])]
    forms = [D, S, ON, D, D, S, ON, S, ON]
    shown = [block(0), block(3), block(4)]
    give_left_over([2], shown, drafts, forms, [SEEN] * len(forms), lambda n, a: 0.0)
    assert all(what == "para" for draft in drafts for what, _ in draft.body)


@pytest.mark.parametrize(("count", "places"), [(2, [(3, 4)]), (3, [])])
def test_two_lines_left_over_are_one_subhead_and_a_heap_is_none(count: int, places: list[tuple[int, ...]]) -> None:
    forms = [D, S, ON, *[D] * count, S, ON, S, ON]
    below = 3 + count
    drafts = [
        Draft(body=[("para", (1, 2)), ("para", (below + 2, below + 3))]),
        Draft(body=[("para", (below, below + 1))]),
    ]
    shown = [block(i) for i, form in enumerate(forms) if form is D]
    give_left_over(list(range(1, count + 1)), shown, drafts, forms, [SEEN] * len(forms), lambda n, a: 0.0)
    assert [held for what, held in drafts[0].body if what == "subhead"] == places
