"""The forecast of the weather."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.forecasts import forecasts


@pytest.mark.parametrize(
    ("text", "forecast"),
    [
        ("晴转多云，西北风3到4级，最高气温12℃。", True),
        ("小雨，气温八到十二摄氏度。", True),
        ("晴天，村民都到桥上去看。", False),
        ("阴雨连绵，桥面铺装停了三天，气温降到2℃。", False),
        ("多云，山里的雾到中午才散。", False),
        ("多云，2级风。" + "工人在桥面上放起了鞭炮。" * 10, False),
    ],
)
def test_a_forecast_begins_with_the_sky(text: str, forecast: bool) -> None:
    assert forecasts(text) is forecast
