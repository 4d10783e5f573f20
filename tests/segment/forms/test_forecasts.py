"""The forecast of the weather."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.forecasts import LONGEST, forecasts, names_sky


@pytest.mark.parametrize(
    ("flat", "sky"),
    [
        ("晴，", True),
        ("多云间阴，午后", True),
        ("晴到多云；", True),
        # it turns more than once
        ("多云转阴有小雨，偏北风", True),
        ("阴有时有小雨转小到中雪、", True),
        # the sky is part of a sentence or of another word, or no mark stands behind it
        ("晴天，村民都到桥上去看", False),
        ("阴雨连绵，桥面铺装停了", False),
        ("多云转，", False),
        ("昨日多云，", False),
        ("晴转多云", False),
    ],
)
def test_a_line_that_begins_with_the_sky(flat: str, sky: bool) -> None:
    assert names_sky(flat) is sky


@pytest.mark.parametrize(
    ("text", "forecast"),
    [
        ("晴转多云，西北风3到4级，最高气温12℃。", True),
        ("小雨，气温八到十二摄氏度。", True),
        ("晴天，村民都到桥上去看。", False),
        ("阴雨连绵，桥面铺装停了三天，气温降到2℃。", False),
        ("多云，山里的雾到中午才散。", False),
        # the wind by itself
        ("多云转阴有小雨，偏北风2到3级。", True),
        ("晴，3级左右偏南风。", True),
        ("晴，风力五级，适宜放风筝。", True),
        # what else has grades
        ("雾，二级公路封闭，交警三级响应。", False),
        ("晴，一级响应启动，船都进了港。", False),
        ("大雨，防风三级响应启动，船都进了港。", False),
        ("晴，风停了，河工都是八级工。", False),
    ],
)
def test_a_forecast_begins_with_the_sky(text: str, forecast: bool) -> None:
    assert forecasts(text) is forecast


def test_a_forecast_says_no_more() -> None:
    text = "多云，2级风。"
    assert forecasts(text + "桥" * (LONGEST - len(text)))
    assert not forecasts(text + "桥" * (LONGEST - len(text) + 1))
