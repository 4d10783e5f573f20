"""Pictures that are no photographs, printed among essays: 《芦荡》（水彩） 作者：甲乙, 春江（国画） 丙丁 作."""

from __future__ import annotations

from newsarchive.segment.forms.credits import by_artist, is_titled
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import BYLINE, CREDIT, DISPLAY, Form


def artworks(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Who made a picture stands behind what it is called, with its technique: he signs no text."""
    out = list(forms)
    for i in range(1, len(forms)):
        called = forms[i - 1] is DISPLAY and is_titled(lines[i - 1].flat)
        if called and forms[i] in (DISPLAY, BYLINE) and by_artist(lines[i].flat):
            out[i] = CREDIT
    return out
