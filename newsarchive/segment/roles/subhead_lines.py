"""Lines of subheads read as paragraphs of one line: what stands around them can neither begin nor go on with them."""

from __future__ import annotations

import re

from newsarchive.segment.lines.line import SENTENCE_END, Line
from newsarchive.segment.roles.broken import goes_on
from newsarchive.segment.roles.form import BODY, DISPLAY, START, Form
from newsarchive.segment.roles.interviews import asked_by, asks
from newsarchive.segment.roles.letters import is_label


def display_tails(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The second line of a subhead, read as a paragraph of one line: short, under display type, without a stop but in
    what it quotes.
    """
    asked = asked_by(lines, forms)
    out = list(forms)
    for i in range(1, len(lines) - 1):
        if forms[i] is not START or out[i - 1] is not DISPLAY:
            continue
        begins = forms[i + 1] is START or asks(lines[i + 1], asked)
        if begins and lines[i].width <= TAIL and not is_label(lines[i].flat) and not _stops(lines[i].flat):
            out[i] = DISPLAY
    return out


def display_tops(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The first line of a subhead, read as a paragraph of one line: short, right above display type, and nothing goes
    on with it: a sentence has ended above, a paragraph begins below, no stop is in it and no word runs on.
    """
    out = list(forms)
    for i in range(1, len(lines) - 2):
        if forms[i] is not START or forms[i + 1] is not DISPLAY or lines[i].width > TAIL or lines[i + 1].gap:
            continue
        below = i + 2
        while below < len(forms) - 1 and forms[below] is DISPLAY and not lines[below].gap:
            below += 1
        ended = forms[i - 1] in BODY and SENTENCE_END.search(lines[i - 1].flat)
        alone = ended and forms[below] is START and not lines[below].gap
        flat = lines[i].flat
        if alone and not _stops(flat) and not is_label(flat) and not goes_on(flat, lines[i + 1].flat):
            out[i] = DISPLAY
    return out


def _stops(flat: str) -> bool:
    """Whether a line has a stop, as text has and no subhead but in what it quotes."""
    return bool(_STOP.search(_QUOTED.sub("", flat)))


_STOP = re.compile("[，。；：、]")
_QUOTED = re.compile("“[^”]*”")

# Ems: a subhead's line is shorter than the narrowest usual column.
TAIL = 12
