"""Text read as display type that gives itself away: it breaks off within a word, a phrase or a quotation that other
text goes on with. No headline does that.
"""

from __future__ import annotations

import re

from newsarchive.segment.forms.marks import JUMP_TO
from newsarchive.segment.kin.seam import straddle
from newsarchive.segment.lines.line import SENTENCE_END, Line, gap_style
from newsarchive.segment.roles.form import BODY, CREDIT, DISPLAY, JUMP, ON, START, Form, begin
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import FULL, INDENT, breaks_off, unindented
from newsarchive.text.words import cut


def broken_off(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The forms with display type that the text below it goes on with made text."""
    out = list(forms)
    for i in range(len(forms) - 1):
        if forms[i] is not DISPLAY or forms[i + 1] not in BODY or lines[i + 1].part or lines[i].vertical:
            continue
        first = i
        while first > 0 and forms[first - 1] is DISPLAY and not lines[first].gap:
            first -= 1
        opened = _left_open(lines, forms, first, i)
        if opened is None and not goes_on(lines[i].flat, lines[i + 1].flat):
            continue
        # A single line between two lines of one text may well be display type.
        if first == i and breaks_off(lines, forms, i - 1) and goes_on(lines[i - 1].flat, lines[i + 1].flat):
            continue
        top = i if opened is None else opened
        while top > first and _same_text(lines[top - 1], lines[top]):
            top -= 1
        begin(out, top, i + 1, goes_on=breaks_off(lines, forms, top - 1))
    return out


def stops_within(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Text read as display type, though a sentence ends inside one of its lines: so no headline does. What a word runs
    into it from is text too, and what goes on with it.
    """
    out = list(forms)
    for i, line in enumerate(lines):
        if out[i] is not DISPLAY or "。" not in line.flat[:-1] or line.vertical or line.apart:
            continue
        first, last = i, i
        while first > 0 and out[first - 1] is DISPLAY and goes_on(lines[first - 1].flat, lines[first].flat):
            first -= 1
        while last + 1 < len(lines) and out[last + 1] is DISPLAY and not _ended(lines, last):
            last += 1
        below = last + 1
        if below == len(lines) or forms[below] not in BODY or lines[below].gap:
            continue
        if first and out[first - 1] is DISPLAY and not lines[first].gap:
            # A piece of something that an extractor tore.
            continue
        above = out[first - 1] in BODY and not _ended(lines, first - 1) if first else False
        begin(out, first, last, goes_on=above)
        if not _ended(lines, last):
            out[below] = ON
    return out


def _ended(lines: list[Line], index: int) -> bool:
    """Whether a sentence or what stands in brackets behind it ends with a line, or a blank line stands below it."""
    flat = lines[index].flat
    return flat.endswith(("）", ")")) or bool(SENTENCE_END.search(flat)) or lines[index + 1].gap


def no_credits(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A line of text that ends as a credit does (……县统计局提供 / 的数据显示): the text right below goes on with it."""
    out = list(forms)
    for i in range(1, len(forms) - 1):
        between = forms[i] is CREDIT and forms[i - 1] in BODY and forms[i + 1] in BODY and not lines[i + 1].gap
        if between and lines[i + 1].flat[0] == "的" and goes_on(lines[i].flat, lines[i + 1].flat):
            out[i] = out[i + 1] = ON
    return out


def before_jumps(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The last lines of a text that goes on on another page (下转), read as display type because they stop within a
    sentence: text right above breaks off, or a word runs from one of them into the next.
    """
    out = list(forms)
    for i in range(1, len(forms)):
        if forms[i] is not JUMP or not JUMP_TO.search(lines[i].flat):
            continue
        first = i
        while first and forms[first - 1] is DISPLAY and not (first < i and lines[first].gap):
            first -= 1
        run = range(first, i)
        under = bool(run) and breaks_off(lines, forms, first - 1) and not lines[first].gap
        if under or any(goes_on(lines[k].flat, lines[k + 1].flat) for k in run[:-1]):
            begin(out, first, i - 1, goes_on=under)
    return out


def _same_text(above: Line, below: Line) -> bool:
    """Whether display type right above text that was taken for display type is text too."""
    return goes_on(above.flat, below.flat) or above.flat[-1] in "，、" or max(above.width, below.width) <= NARROW


# Ems that a picture may leave to the text beside it; a headline is wider.
NARROW = 6.0


def goes_on(above: str, below: str) -> bool:
    """Whether a word runs from one line into the next, or the next begins with a particle that nothing begins with."""
    return straddle(above, below) > WORD_ACROSS or (below[:1] == "的" and cut(below[:3])[0] == "的")


# Of straddle's gain: two lines that meet by chance gain less than half of it.
WORD_ACROSS = 0.4


def _left_open(lines: list[Line], forms: list[Form], first: int, last: int) -> int | None:
    """The display line from ``first`` to ``last`` on which a quotation or a title begins that the text below closes."""
    for i in range(last, first - 1, -1):
        rest = "".join(lines[k].flat for k in range(i, last + 1))
        for opening, closing in ("“”", "《》"):
            if opening in lines[i].flat and rest.count(opening) > rest.count(closing):
                below = "".join(lines[k].flat for k in range(last + 1, min(last + 1 + QUOTATION, len(lines))))
                mark = re.search(f"[{opening}{closing}]", below)
                return i if mark and mark.group() == closing else None
    return None


# Lines of a column within which a quotation ends.
QUOTATION = 12


def torn_quotations(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Text read as display type because a single line of it stands apart: it leaves a quotation or a bracket open, or
    closes one that it did not open.
    """
    out = list(forms)
    for i, line in enumerate(lines):
        if forms[i] is not DISPLAY or line.vertical:
            continue
        if all(line.flat.count(opening) == line.flat.count(closing) for opening, closing in ("“”", "（）")):
            continue
        under = i > 0 and not line.gap
        over = i + 1 < len(lines) and not lines[i + 1].gap
        if not (under and forms[i - 1] is DISPLAY) and not (over and forms[i + 1] is DISPLAY):
            full = unindented(line, seen[i]) and abs(seen[i].column - line.width - INDENT) > FULL
            out[i] = ON if (under and breaks_off(lines, forms, i - 1)) or full else START
    return out


def first_lines_alone(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first line of a paragraph at the foot of a column, read as display type because nothing stands beside it: two
    ems short, and a word runs on into text near by that begins a column.
    """
    shown = [i for i, form in enumerate(forms) if form is DISPLAY and lines[i].gap and not lines[i].vertical]
    alone = [i for i in shown if i + 1 == len(lines) or lines[i + 1].gap]
    short = [i for i in alone if INDENT - FULL <= seen[i].short <= INDENT + LOOSE]
    if not short or gap_style(lines) != "para":
        return forms
    out = list(forms)
    heads = [i for i in range(len(forms)) if forms[i] in BODY and lines[i].gap and not seen[i].lead]
    heads = [i for i in heads if forms[i] is ON or unindented(lines[i], seen[i])]
    for i in short:
        near = (j for j in heads if abs(i - j) <= NEAR)
        if any(straddle(lines[i].flat, lines[j].flat) > WORD_ACROSS for j in near):
            out[i] = START
    return out


# Ems by which a number or a word that did not fit makes the first line of a paragraph shorter.
LOOSE = 1.4
# Lines within which the columns of one article follow each other.
NEAR = 12


def full_lines_within(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A line that fills its column right below a comma, read as display type because something interrupts the text
    behind it: where blank lines part what is separate, none stands before it.
    """
    out = list(forms)
    for i in range(1, len(forms)):
        comma = forms[i] is DISPLAY and forms[i - 1] in BODY and lines[i - 1].flat[-1] in "，、"
        if comma and not lines[i].gap and abs(seen[i].short) <= FULL and gap_style(lines) == "para":
            out[i] = ON
    return out


def commas_within(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Torn pieces of a column read as display type: every one ends with a comma, as the last line of a headline or of a
    subhead never does, and text stands right above and right below.
    """
    out = list(forms)
    for i in range(1, len(forms) - 1):
        if forms[i] is not DISPLAY or forms[i - 1] not in BODY:
            continue
        last = i
        while last + 2 < len(forms) and forms[last + 1] is DISPLAY:
            last += 1
        run = range(i, last + 1)
        close = forms[last + 1] in BODY and not any(lines[k].gap or lines[k].vertical for k in (*run, last + 1))
        if close and all(lines[k].flat[-1] in "，、" for k in run):
            ended = SENTENCE_END.search(lines[i - 1].flat) and seen[i - 1].short > INDENT / 2
            begin(out, i, last + 1, goes_on=not ended)
    return out
