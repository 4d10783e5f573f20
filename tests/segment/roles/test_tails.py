"""The last characters of a text alone on their line."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.tails import asides, authors_told, brackets_closed, said_of_givers, words_ended
from tests.segment.made import each, look

S, N, D, G, C = Form.START, Form.ON, Form.DISPLAY, Form.SIGNATURE, Form.CREDIT


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        pytest.param(["电话：5550100找沈先", "生"], N, id="the end of a word"),
        pytest.param(["工人在桥面上作业。", "生"], D, id="below a finished sentence"),
        pytest.param(["大桥月底通车后过河只要", "掌故"], D, id="a word: the name of a column"),
        pytest.param(["大桥月底通车后过河只要", "老", "桥"], D, id="upright type"),
    ],
)
def test_the_end_of_a_word_below_a_full_line_is_text(rows: list[str], last: Form) -> None:
    seen = [look(10.0) for _ in rows]
    forms = [N, *[D] * (len(rows) - 1)]
    assert words_ended(each(*rows), forms, seen)[1] is last


def test_a_line_that_leaves_room_had_room_for_the_end_of_a_word() -> None:
    seen = [look(10.0, 4.0)] * 2
    assert words_ended(each("电话：5550100找沈先", "生"), [N, D], seen) == [N, D]


@pytest.mark.parametrize(
    ("rows", "forms", "read"),
    [
        pytest.param(["年轻读者占了大半。（沈", "原）"], [N, D], [N, N], id="a name torn"),
        pytest.param(["年轻读者占了大半。（通讯", "员沈小原）"], [N, D], [N, N], id="a post torn"),
        pytest.param(
            ["年轻读者占了大半。", "（青石河律师事务所", "沈小原）"],
            [N, D, D],
            [N, G, G],
            id="a signature of two lines",
        ),
        pytest.param(
            ["早晚有雾。", "（青石河两岸今", "天都有大雾）"], [N, D, D], [N, S, N], id="brackets that sign nothing"
        ),
        pytest.param(["大桥合龙", "原）"], [D, D], [D, D], id="no bracket is open"),
        pytest.param(["大桥（一", "期）合龙"], [D, D], [D, D], id="more follows the bracket"),
    ],
)
def test_what_closes_a_bracket_goes_on_with_what_opened_it(
    rows: list[str], forms: list[Form], read: list[Form]
) -> None:
    assert brackets_closed(each(*rows), forms) == read


def test_who_gave_the_news_is_the_last_paragraph_of_it() -> None:
    rows = each("年轻读者占了大半。", "（线索提供：沈女士 酬金80元）", "（记者 沈小原）")
    assert asides(rows, [N, D, G]) == [N, S, G]
    assert asides(rows, [D, D, G]) == [D, D, G]


@pytest.mark.parametrize(
    ("rows", "short", "read"),
    [
        pytest.param(["大桥通车。", "市水务局提供", "的数据显示，水位"], 4.0, [N, S, N], id="the line below goes on"),
        pytest.param(["大桥的图纸由", "市水务局提供", "，共三十张。"], 0.0, [N, N, N], id="it fills its column"),
        pytest.param(["大桥的图纸由", "市水务局提供", "大桥通车以后"], 4.0, [N, C, N], id="beside a picture"),
        pytest.param(["大桥通车。", "沈原 提供", "的数据显示，水位"], 4.0, [N, C, N], id="a name set apart"),
    ],
)
def test_who_gave_what_within_a_text(rows: list[str], short: float, read: list[Form]) -> None:
    seen = [look(10.0, short) for _ in rows]
    assert said_of_givers(each(*rows), [N, C, N], seen) == read


@pytest.mark.parametrize(
    ("rows", "signs"),
    [
        (["年轻读者占了大半。", "（作者现居北岭，从事图书", "馆工作）"], True),
        (["年轻读者占了大半。", "（答复单位：青石河农业农", "村局）"], True),
        # inside a sentence, and what tells of nobody
        (["年轻读者占了", "（作者现居北岭，从事图书", "馆工作）"], False),
        (["年轻读者占了大半。", "（大桥月底通车，两岸村民", "过河方便）"], False),
    ],
)
def test_what_an_author_is_on_two_lines_signs(rows: list[str], *, signs: bool) -> None:
    assert authors_told(each(*rows), [N, S, N]) == ([N, G, G] if signs else [N, S, N])
