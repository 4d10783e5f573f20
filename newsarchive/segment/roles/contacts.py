"""Where to go and whom to ask: the last lines of a notice or an advertisement (地址：…, 咨询热线：…), no imprint."""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.forms.facts import HAN, any_of, facts
from newsarchive.segment.lines.line import SENTENCE_END, Line
from newsarchive.segment.roles.role import BODY, INDENT, Form


@cache
def _contact() -> re.Pattern[str]:
    table = facts()["contact"]
    own = f"(?!{any_of(table['own'])})"
    return re.compile(rf"{own}[{HAN}]{{0,4}}(?:{any_of(table['words'])})[：:].{{0,40}}")


def is_contact(flat: str) -> bool:
    """Whether a line says where to go or whom to ask, and not for the paper itself."""
    return ("：" in flat or ":" in flat) and bool(_contact().fullmatch(flat))


def below_texts(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Lines that say where and whom, read as furniture or display type right below the last sentence of a text, are
    the paragraphs that close it; one that fills its column or stops at the colon goes on below.
    """
    out = list(forms)
    for i in range(1, len(lines)):
        if forms[i] not in (Form.FURNITURE, Form.DISPLAY) or not is_contact(lines[i].flat):
            continue
        if out[i] in BODY or out[i - 1] not in BODY or not SENTENCE_END.search(lines[i - 1].flat):
            continue
        column = max(lines[k].width for k in range(max(0, i - NEAR), i) if out[k] in BODY)
        at = i
        while at < len(lines) and forms[at] in (Form.FURNITURE, Form.DISPLAY) and is_contact(lines[at].flat):
            out[at] = Form.START
            room = column - INDENT - lines[at].width
            at += 1
            while _goes_on(lines, forms, at, room):
                out[at] = Form.ON
                room = column - lines[at].width
                at += 1
    return out


def _goes_on(lines: list[Line], forms: list[Form], at: int, room: float) -> bool:
    """Whether the line at ``at`` goes on with one that leaves so much ``room``: a word or number did not fit in."""
    if at == len(lines) or forms[at] is not Form.DISPLAY or lines[at].gap or is_contact(lines[at].flat):
        return False
    return room <= ROOM or lines[at - 1].flat[-1] in "：:"


# Lines that show how wide a column is; ems that a word or a number may leave free at its end.
NEAR, ROOM = 5, 1.6
