"""Rows of figures below a text that are part of it: the weather of the next days, the points of a match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsarchive.segment.facts import HAN
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import BODY, Form

_DAY = (
    "今天|今夜|今晚|明天|明日|后天|大后天|(?:本|下)?周[一二三四五六日末]|星期[一二三四五六日天]"
    "|(?:[0-9]{1,2}月)?[0-9]{1,2}日"
)
_SKY = "[晴阴多云小中大暴到阵雷雨雪雾霾冻转间夹有时局部夜白天零星沙尘扬浮]{1,12}"
_DEGREES = r"-?\d{1,2}(?:℃|°C|度)?[～~—－至-]{1,2}-?\d{1,2}(?:℃|°C|度)"
_WIND = r"[偏东南西北风微级转～~—0-9-]{2,10}"
# One or more cells of a row: 星期一 阴转多云 18℃～27℃; what the weather is good for stands below: 洗车指数：不宜.
_CELLS = re.compile(
    rf"(?=.*(?:{_DEGREES}|{_DAY}|[晴云雨雪阴雾]))(?:(?:{_DAY}|{_SKY}|{_DEGREES}|{_WIND})[ ：:]*){{1,5}}"
    rf"|(?:[{HAN}]{{2,4}}指数[：:][{HAN}]{{1,5}} ?)+"
)
_TEMPERATURES, _BEGINS = re.compile(_DEGREES), re.compile(f"{_DAY}|[{HAN}]{{2,4}}指数")
# A name and what it scored, round by round.
_SCORES = re.compile(rf"[{HAN}]{{1,8}} *\d{{1,3}}(?: +\d{{1,3}}){{2,}}")


def rows(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Rows of figures right below text are text, each a paragraph, whether its cells stand on one line or each on one
    of its own; and so are scores in two rows and more, wherever they stand.
    """
    out = list(forms)
    for run in _runs(lines, forms, _CELLS):
        told = any(_TEMPERATURES.search(lines[i].flat) for i in run)
        if told and run.start and forms[run.start - 1] in BODY:
            for i in run:
                out[i] = Form.START if i == run.start or _BEGINS.match(lines[i].flat) else Form.ON
    for run in _runs(lines, forms, _SCORES):
        if len(run) > 1 and not any(forms[i] in BODY for i in run):
            out[run.start : run.stop] = [Form.START] * len(run)
    return out


def _runs(lines: Sequence[Line], forms: Sequence[Form], row: re.Pattern[str]) -> Iterator[range]:
    """The lines that follow each other and have nothing but cells of such rows."""
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and forms[stop] is not Form.BYLINE and row.fullmatch(lines[stop].flat):
            stop += 1
        if stop > at:
            yield range(at, stop)
        at = stop + 1
