"""Rows of figures below a text that are part of it: the weather of the next days, the points of a match."""

from __future__ import annotations

import re

from newsarchive.segment.facts import HAN
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import BODY, Form

_DEGREES = r"-?\d{1,2}(?:℃|°C|度)?[～~—－至-]{1,2}-?\d{1,2}(?:℃|°C|度)"
# 星期一 阴转多云 18℃～27℃; what the weather is good for stands below: 洗车指数：不宜.
_WEATHER = re.compile(rf"(?:.{{0,14}} ?)?{_DEGREES}|(?:[{HAN}]{{2,4}}指数[：:][{HAN}]{{1,5}} ?)+")
# A name and what it scored, round by round.
_SCORES = re.compile(rf"[{HAN}]{{1,8}} *\d{{1,3}}(?: +\d{{1,3}}){{2,}}")


def rows(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Rows of figures right below text are text, each a paragraph, and so are scores in two rows and more."""
    out = list(forms)
    for i in range(1, len(lines)):
        if forms[i] not in (Form.DISPLAY, Form.FURNITURE):
            continue
        flat = lines[i].flat
        scored = bool(_SCORES.fullmatch(flat)) and any(
            0 <= k < len(lines) and _SCORES.fullmatch(lines[k].flat) for k in (i - 1, i + 1)
        )
        if scored or (out[i - 1] in BODY and _WEATHER.fullmatch(flat)):
            out[i] = Form.START
    return out
