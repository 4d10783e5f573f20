"""Rows of figures below a text."""

from __future__ import annotations

import pytest

from newsarchive.segment.figures import rows
from newsarchive.segment.roles import Form
from tests.segment.made import each

S, N, D, F = Form.START, Form.ON, Form.DISPLAY, Form.FURNITURE


@pytest.mark.parametrize(
    ("texts", "forms", "read"),
    [
        pytest.param(
            ["早晚有雾。", "明天 多云转晴 19℃～26℃", "后天 小雨 17℃～22℃", "晨练指数：宜 洗车指数：不宜"],
            [N, D, F, D],
            [N, S, S, S],
            id="the weather of the next days",
        ),
        pytest.param(
            ["青石河日报", "今日 多云 19℃～26℃", "大桥合龙"], [F, F, D], [F, F, D], id="the weather in a running head"
        ),
        pytest.param(
            ["昨夜比分", "青石 22 24 27 28", "白沙 31 28 26 9"], [D, D, D], [D, S, S], id="the points of a match"
        ),
        pytest.param(["早晚有雾。", "气温 19℃ 以下不宜出游"], [N, D], [N, D], id="a headline with degrees"),
        pytest.param(["工人撤场。", "大桥 20 30 40"], [N, D], [N, D], id="one row of figures"),
    ],
)
def test_rows_of_figures_are_text(texts: list[str], forms: list[Form], read: list[Form]) -> None:
    assert rows(each(*texts), forms) == read


def test_cells_that_stand_each_on_a_line_of_its_own_make_a_row() -> None:
    texts = ["早晚有雾。", "明天", "多云转晴", "19℃～26℃", "后天", "小雨", "17℃～22℃"]
    assert rows(each(*texts), [N, D, D, F, D, D, D]) == [N, S, N, N, S, N, N]
    # without temperatures they are labels
    assert rows(each(*texts[:3]), [N, D, D]) == [N, D, D]


def test_scores_read_as_text_stay_as_they_are() -> None:
    texts = ["昨夜比分", "青石 22 24 27 28", "白沙 31 28 26 9"]
    assert rows(each(*texts), [S, N, N]) == [S, N, N]
