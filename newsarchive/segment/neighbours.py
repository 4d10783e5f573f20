"""What the lines above and below a line tell of it: headlines between display type that were read as text.

Every mend takes the forms of all lines and gives them back with a few changed; mends.py says in what order.
"""

from __future__ import annotations

import re

from newsarchive.segment import marks
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import BODY, Form, Look

# Lines of headlines in one place that may be taken for a paragraph.
HEAP = 4

# Ems of the indent of a paragraph.
INDENT = 2.0


def begin(forms: list[Form], first: int, last: int, *, goes_on: bool = False) -> None:
    """Make lines ``first`` to ``last`` the first ones of a paragraph, or those with which it ``goes_on``."""
    forms[first] = Form.ON if goes_on else Form.START
    forms[first + 1 : last + 1] = [Form.ON] * (last - first)


def among_heads(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Headlines between others of a heap, read as a paragraph: a few lines without a full stop right below display
    type and right above more of it, and no text right above them all. What text comes next begins anew.
    """
    out = list(forms)
    at = 0
    while at < len(forms):
        stop = at + 1
        if out[at] not in BODY:
            at = stop
            continue
        while stop < len(forms) and out[stop] in BODY:
            stop += 1
        over = at
        while over > 0 and out[over - 1] is Form.DISPLAY:
            over -= 1
        between = over < at and stop < len(forms) and out[stop] is Form.DISPLAY
        # A subhead stands right below a text.
        heap = between and (not over or out[over - 1] not in BODY or at - over > SUBHEAD)
        following = next((form for form in out[stop:] if form in BODY), None)
        text = any(seen[i].lead or marks.speaker(lines[i].flat) or UNFIT.search(lines[i].flat) for i in range(at, stop))
        if heap and stop - at <= HEAP and following is Form.START and not text:
            out[at:stop] = [Form.DISPLAY] * (stop - at)
        at = stop
    return out


# Lines of display type that a subhead has at most.
SUBHEAD = 3
# Marks that are not in a line of a headline, or not at its end.
UNFIT = re.compile("[。；]|[，、]$")


def kickers_over_leads(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A kicker above its headline, read as a paragraph: two lines or a few more without a full stop, one of which
    closes as a kicker does (… 强调). No text stands above; below are only display type and the lead of an article.
    """
    out = list(forms)
    for i in range(1, len(forms)):
        if not seen[i].lead or out[i - 1] is not Form.DISPLAY:
            continue
        below = i - 1
        while below > 0 and out[below - 1] is Form.DISPLAY:
            below -= 1
        first = below
        while first > 0 and out[first - 1] in BODY:
            first -= 1
        held = lines[first:below]
        closes = any(marks.is_kicker(line.flat) for line in held)
        alone = out[first:below] == [Form.START, *[Form.ON] * (len(held) - 1)]
        if alone and 1 < len(held) <= HEAP and closes and not any(re.search("[。；]", line.flat) for line in held):
            out[first:below] = [Form.DISPLAY] * len(held)
    return out


def drawn_twice(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Headlines read as text, one of which is drawn twice to look bold, as no text is: a few lines without a stop
    between things that are no text.
    """
    out = list(forms)
    for i, form in enumerate(forms):
        if form is not Form.DUPLICATE or not i or forms[i - 1] not in BODY:
            continue
        first, last = i, i
        while first > 0 and forms[first - 1] in WITHIN:
            first -= 1
        while last + 1 < len(forms) and forms[last + 1] in WITHIN:
            last += 1
        held = [k for k in range(first, last + 1) if forms[k] in BODY]
        if len(held) <= HEAP and not any(UNFIT.search(lines[k].flat) for k in held):
            for k in held:
                out[k] = Form.DISPLAY
    return out


# What does not end a run of lines of text.
WITHIN = (*BODY, Form.DUPLICATE)


def too_wide(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Headlines read as the beginning of a paragraph, one of which is wider than the column, as no line of text is: a
    few lines without a comma or a stop behind a byline or such, above the two ems of the indent of a paragraph.
    """
    out = list(forms)
    for i, form in enumerate(forms):
        if form not in BODY or seen[i].short > OVERFULL:
            continue
        first, last = i, i
        while first > 0 and out[first] is Form.ON:
            first -= 1
        while last + 1 < len(forms) and out[last + 1] is Form.ON and abs(seen[last + 1].short - INDENT) > SLACK:
            last += 1
        below = last + 1 < len(forms) and out[last + 1] in BODY
        alone = out[first] is Form.START and (not first or out[first - 1] not in BODY)
        text = any(seen[k].lead or "，" in lines[k].flat or UNFIT.search(lines[k].flat) for k in range(first, last + 1))
        if alone and below and last - first < HEAP and not text:
            out[first : last + 1] = [Form.DISPLAY] * (last + 1 - first)
            out[last + 1] = Form.START
    return out


# Ems that a line is short of its column if it holds a character more than has room there; ems by which marks and
# numbers make an indent differ.
OVERFULL, SLACK = -0.9, 0.5
