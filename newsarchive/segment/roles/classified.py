"""Small advertisements one below the other, each behind what it is called: 遗失声明 甲遗失…，声明作废。"""

from __future__ import annotations

import re

from newsarchive.model import Kind
from newsarchive.segment.forms.marks import kind_of
from newsarchive.segment.lines.line import HAN, Line
from newsarchive.segment.roles.form import DISPLAY, ON, START, UNTOLD, Form

# What it is called, a blank, and the text; a headline of two clauses has no more characters behind its blank.
_CALLED = re.compile(rf"({HAN}{{2,6}}) +({HAN}.*)")


def called(flat: str) -> bool:
    """Whether a line begins with what a small advertisement or a notice is called, and goes on with its text."""
    found = _CALLED.fullmatch(flat) if " " in flat else None
    return found is not None and kind_of(found[1]) is not Kind.ARTICLE and kind_of(found[2]) is Kind.ARTICLE


def run_in(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A small advertisement begins with the line that names it, be it read as display type or as the rest of another:
    text goes on below.
    """
    out = list(forms)
    for i in range(len(lines) - 1):
        if forms[i] not in UNTOLD or lines[i].apart or not called(lines[i].flat):
            continue
        if lines[i + 1].width >= lines[i].width - NARROWER or forms[i + 1] is ON:
            out[i] = START
            out[i + 1] = ON if forms[i + 1] in (START, DISPLAY) else forms[i + 1]
    return out


# Ems by which the line below is narrower at most: marks are squeezed, and the first line may hang out.
NARROWER = 1.0
