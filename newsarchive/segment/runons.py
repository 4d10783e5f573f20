"""Text read as display type that gives itself away: its last word, or its quotation, runs on into other text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.segment.lines import SENTENCE_END, Line
from newsarchive.segment.roles import BODY, FULL, Form, Look, gap_style, unindented
from newsarchive.segment.seam import quoted, straddle


def begin(forms: list[Form], first: int, last: int, *, goes_on: bool = False) -> None:
    """Make lines ``first`` to ``last`` the first ones of a paragraph, or those with which it ``goes_on``."""
    forms[first] = Form.ON if goes_on else Form.START
    forms[first + 1 : last + 1] = [Form.ON] * (last - first)


def run_on_below(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Display type right above the text into which it runs on: no headline ends inside a word or a quotation."""
    out = list(forms)
    for i in range(len(forms) - 1):
        if forms[i] is Form.DISPLAY and forms[i + 1] in BODY and not seen[i + 1].lead and not lines[i].vertical:
            particle = not lines[i + 1].gap and lines[i + 1].flat[0] in PARTICLES
            if particle or _one_text(lines[i].flat, _paragraph(lines, forms, i + 1)):
                above = i > 0 and out[i - 1] in BODY and not lines[i].gap
                torn = above and not SENTENCE_END.search(lines[i - 1].flat)
                # A first line is indented; right below a headline or a byline any line is a first one.
                headed = i == 0 or out[i - 1] in (Form.DISPLAY, Form.BYLINE)
                full = not headed and lines[i].width >= lines[i + 1].width
                begin(out, i, i + 1, goes_on=torn or full)
    return out


# What no text begins with.
PARTICLES = "的了着们"
# Thirty to one that a word runs across the cut, see ``straddle``.
SURE = 0.35


def _one_text(left: str, right: str) -> bool:
    """Whether a word, a quotation or the name of a work runs across the cut between two texts."""
    name = left.rfind("《") > left.rfind("》") and re.match("[^《》]*》", right)
    return straddle(left, right) > SURE or quoted(left, right) == "quote" or bool(name)


def _paragraph(lines: Sequence[Line], forms: Sequence[Form], first: int) -> str:
    """The text from line ``first`` to where another paragraph or something else begins."""
    last = first
    while last + 1 < len(forms) and forms[last + 1] is Form.ON:
        last += 1
    return "".join(line.flat for line in lines[first : last + 1])


def first_lines_alone(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first line of a paragraph at the foot of a column, read as display type because nothing stands beside it: two
    ems short, and a word runs on into text near by that begins a column.
    """
    if gap_style(lines) != "para":
        return forms
    out = list(forms)
    heads = [i for i in range(len(forms)) if forms[i] in BODY and lines[i].gap and not seen[i].lead]
    heads = [i for i in heads if forms[i] is Form.ON or unindented(lines[i], seen[i])]
    for i, form in enumerate(forms):
        alone = lines[i].gap and (i + 1 == len(lines) or lines[i + 1].gap)
        indented = INDENT - FULL <= seen[i].short <= INDENT + LOOSE
        if form is Form.DISPLAY and alone and indented and not lines[i].vertical:
            near = (j for j in heads if abs(i - j) <= NEAR)
            if any(straddle(lines[i].flat, lines[j].flat) > SURE for j in near):
                out[i] = Form.START
    return out


# Ems of the indent of a paragraph; ems by which a number or a word that did not fit makes its first line shorter.
INDENT, LOOSE = 2.0, 1.4
# Lines within which the columns of one article follow each other.
NEAR = 12


def full_lines_within(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A line that fills its column right below a comma, read as display type because something interrupts the text
    behind it: where blank lines part what is separate, none stands before it.
    """
    if gap_style(lines) != "para":
        return forms
    out = list(forms)
    for i in range(1, len(forms)):
        comma = forms[i - 1] in BODY and lines[i - 1].flat[-1] in "，、"
        if forms[i] is Form.DISPLAY and comma and not lines[i].gap and abs(seen[i].short) <= FULL:
            out[i] = Form.ON
    return out
