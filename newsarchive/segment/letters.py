"""Lines that open a letter, a notice or an answer in the paper's own voice: 亲爱的读者：, 各会员单位：, 编辑回复："""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.facts import HAN, any_of, facts
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import BODY, Form


@cache
def _opening() -> re.Pattern[str]:
    table = facts()["letter"]
    dear = f"(?:{any_of(table['dear'])})"
    # Whom without 各 or 亲爱的 before it: little stands before the word, or it may be what a headline is about.
    whom = rf"(?:{dear}[{HAN}]{{1,8}}|(?:有关|相关|[{HAN}]{{0,2}})(?:{any_of(table['addressed'])}))"
    return re.compile(rf"(?:{whom}(?:[、，及和]{whom})*|{any_of(table['answers'])})[：:]")


def opens_letter(flat: str) -> bool:
    """Whether the line is nothing but whom a text turns to, or who answers in it, before a colon."""
    return len(flat) <= LONGEST and bool(_opening().fullmatch(flat))


# Characters of such a line; a longer one is a sentence.
LONGEST = 24


def addressed(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Such a line, read as display type, is the first paragraph of the text below it."""
    out = list(forms)
    for i in range(len(lines) - 1):
        if forms[i] is Form.DISPLAY and forms[i + 1] in BODY and opens_letter(lines[i].flat):
            out[i] = out[i + 1] = Form.START
    return out
