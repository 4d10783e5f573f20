"""Rows of figures below a text."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.figures import begins_table, ends_table, rows
from newsarchive.segment.roles.form import Form
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


def test_the_weather_of_two_days_is_text_wherever_it_stands() -> None:
    texts = ["未来两天天气", "26日 晴转多云 -11℃～3℃", "27日 多云有风 -9℃～5℃", "午后风大。"]
    assert rows(each(*texts), [D, D, D, S]) == [D, S, S, S]


PRICES = ["本周菜价", "品种 元/公斤 涨跌", "玉米 2.26 +0.4%", "马铃薯 1.85 -2.1%", "鸡蛋 7.90 持平"]


def test_a_table_of_prices_is_text_but_for_what_it_is_called() -> None:
    notes = ["注：4月2日青石河市三大市场", "平均价", "大桥合龙"]
    read = rows(each(*PRICES, *notes), [S, N, N, N, N, D, D, D])
    assert read == [D, S, N, N, N, S, N, D]
    assert rows(each(*PRICES), [D, D, D, F, D]) == [D, S, S, S, S]
    # below an unfinished sentence nothing is called anything
    assert rows(each("读者下班以后", *PRICES), [S, N, N, N, N, N])[1] is N


def test_two_prices_are_no_table() -> None:
    assert rows(each(*PRICES[2:4]), [D, D]) == [D, D]


def test_a_table_goes_on_nowhere() -> None:
    held = each(*PRICES, "注：三大市场", "平均价", "19℃～26℃")
    assert ends_table(held, [1, 2, 3])
    assert ends_table(held, [5, 6])
    assert ends_table(held, [7])
    assert begins_table(held, [1, 2])
    assert begins_table(held, [2])
    assert not ends_table(held, [0])
    assert not begins_table(held, [0, 1])
