"""The forecast of the weather 天气预报, set in a box of its own: it begins with what the sky will be."""

from __future__ import annotations

import re

# The sky, what it turns to, and a mark.
_KIND = "(?:多云|晴|阴|(?:小|中|大|暴|雷|阵|雷阵|小到中|中到大)[雨雪]|雾|霾|浮尘|扬沙)"
_TURNS = "(?:间|转|到|有|时有|有时有|局部)"
_SKY = re.compile(f"{_KIND}(?:{_TURNS}?{_KIND})*[，、；]")
# How warm it will be or how the wind will blow: roads, alarms and what is done for them (防风三级响应) have grades too.
_GRADE = "[0-9０-９一二三四五六七八九十]级(?!响应|预警|公路)"
_MEASURED = re.compile(f"℃|摄氏度|风[^，。；]{{0,6}}{_GRADE}|{_GRADE}[^，。；]{{0,4}}风")
# Characters of a forecast, at most: a day of one place takes forty to sixty, a box tells of two days.
LONGEST = 120


def names_sky(flat: str) -> bool:
    """Whether a line begins with what the sky will be (多云转阴，)."""
    return bool(_SKY.match(flat))


def forecasts(text: str) -> bool:
    """Whether a text is the forecast of the weather and nothing else: 多云转阴，东北风2到3级."""
    return len(text) <= LONGEST and names_sky(text) and bool(_MEASURED.search(text))
