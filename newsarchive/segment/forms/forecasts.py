"""The forecast of the weather 天气预报, set in a box of its own: it begins with what the sky will be."""

from __future__ import annotations

import re

# The sky, what it turns to, and a mark; how warm or windy it will be.
_KIND = "(?:多云|晴|阴|(?:小|中|大|暴|雷|阵|雷阵|小到中|中到大)[雨雪]|雾|霾|浮尘|扬沙)"
_SKY = re.compile(f"{_KIND}(?:间|转|到|有|时有|局部)?(?:{_KIND})?[，、；]")
_MEASURED = re.compile("℃|[0-9一二三四五六七八九十]级|摄氏度")
# Characters of a forecast.
LONGEST = 120


def names_sky(flat: str) -> bool:
    """Whether a line begins with what the sky will be (多云转阴，)."""
    return bool(_SKY.match(flat))


def forecasts(text: str) -> bool:
    """Whether a text is the forecast of the weather and nothing else: 多云转阴，东北风2到3级."""
    return len(text) <= LONGEST and names_sky(text) and bool(_MEASURED.search(text))
