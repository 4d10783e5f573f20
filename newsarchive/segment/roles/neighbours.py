"""What the lines above and below a line tell of it: headlines between display type that were read as text.

Every mend takes the forms of all lines and gives them back with a few changed; mends.py says in what order.
"""

from __future__ import annotations

import re

from newsarchive.segment.forms import marks
from newsarchive.segment.forms.credits import is_credit
from newsarchive.segment.forms.kickers import is_kicker
from newsarchive.segment.lines.line import SENTENCE_END, Line, boxes, ends_sentence, has_gaps
from newsarchive.segment.roles.broken import goes_on
from newsarchive.segment.roles.closings import closes, is_formula, pays_respects, signs_below
from newsarchive.segment.roles.form import (
    BODY,
    BYLINE,
    CREDIT,
    DISPLAY,
    DUPLICATE,
    JUMP,
    ON,
    SIGNATURE,
    START,
    Form,
    texts,
)
from newsarchive.segment.roles.interviews import asked_by, asks
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import INDENT, is_date

# Lines of headlines in one place that may be taken for a paragraph.
HEAP = 4


def among_heads(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Headlines between others of a heap, read as a paragraph: a few lines without a full stop right below display
    type and right above more of it, and no text right above them all. What text comes next begins anew.
    """
    out = list(forms)
    for at, stop in texts(forms):
        over = at
        while over > 0 and out[over - 1] is DISPLAY:
            over -= 1
        between = over < at and stop < len(forms) and out[stop] is DISPLAY
        # A subhead stands right below a text.
        heap = between and (not over or out[over - 1] not in BODY or at - over > SUBHEAD)
        if not heap or stop - at > HEAP:
            continue
        following = next((form for form in out[stop:] if form in BODY), None)
        text = any(seen[i].lead or marks.speaker(lines[i].flat) or UNFIT.search(lines[i].flat) for i in range(at, stop))
        if following is START and not text:
            out[at:stop] = [DISPLAY] * (stop - at)
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
        if not seen[i].lead or out[i - 1] is not DISPLAY:
            continue
        below = i - 1
        while below > 0 and out[below - 1] is DISPLAY:
            below -= 1
        first = below
        while first > 0 and out[first - 1] in BODY:
            first -= 1
        held = lines[first:below]
        closes = any(is_kicker(line.flat) for line in held)
        alone = out[first:below] == [START, *[ON] * (len(held) - 1)]
        if alone and 1 < len(held) <= HEAP and closes and not any(re.search("[。；]", line.flat) for line in held):
            out[first:below] = [DISPLAY] * len(held)
    return out


def drawn_twice(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Headlines read as text, one of which is drawn twice to look bold, as no text is: a few lines without a stop
    between things that are no text.
    """
    out = list(forms)
    for i, form in enumerate(forms):
        if form is not DUPLICATE or not i or forms[i - 1] not in BODY:
            continue
        first, last = i, i
        while first > 0 and forms[first - 1] in WITHIN:
            first -= 1
        while last + 1 < len(forms) and forms[last + 1] in WITHIN:
            last += 1
        held = [k for k in range(first, last + 1) if forms[k] in BODY]
        if len(held) <= HEAP and not any(UNFIT.search(lines[k].flat) for k in held):
            for k in held:
                out[k] = DISPLAY
    return out


# What does not end a run of lines of text.
WITHIN = (*BODY, DUPLICATE)


def too_wide(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Headlines read as the beginning of a paragraph, one of which is wider than the column, as no line of text is: a
    few lines without a comma or a stop behind a byline or such, above the two ems of the indent of a paragraph. So is
    one much wider line right above display type, in which no sentence ends but a question.
    """
    out = list(forms)
    for i, form in enumerate(forms):
        if form not in BODY or seen[i].short > OVERFULL:
            continue
        if form is START and seen[i].short <= MUCH and _over_display(lines, forms, i):
            out[i] = DISPLAY
            continue
        first, last = i, i
        while first > 0 and out[first] is ON:
            first -= 1
        while last + 1 < len(forms) and out[last + 1] is ON and abs(seen[last + 1].short - INDENT) > SLACK:
            last += 1
        below = last + 1 < len(forms) and out[last + 1] in BODY
        alone = out[first] is START and (not first or out[first - 1] not in BODY)
        text = any(seen[k].lead or "，" in lines[k].flat or UNFIT.search(lines[k].flat) for k in range(first, last + 1))
        if alone and below and last - first < HEAP and not text:
            out[first : last + 1] = [DISPLAY] * (last + 1 - first)
            out[last + 1] = START
    return out


# Ems that a line is short of its column if it holds a character more than has room there; ems by which marks and
# numbers make an indent differ.
OVERFULL, SLACK = -0.9, 0.5
# Ems that a kicker over several columns is wider than one of them.
MUCH = -5.0


def _over_display(lines: list[Line], forms: list[Form], i: int) -> bool:
    """Whether a line of its own stands right above display type, and no sentence ends in it but a question."""
    alone = i + 1 < len(forms) and forms[i + 1] is DISPLAY and not lines[i].flat.endswith(("。", "：", "，"))
    ended = not i or forms[i - 1] not in BODY or ends_sentence(lines[i - 1].flat)
    return alone and ended and "。" not in lines[i].flat and not marks.speaker(lines[i].flat)


def heads_begun(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first line of a headline read as a paragraph of one line: where blank lines part what is separate, one stands
    before it and none before the display type below it, which does not fill its column; no sentence ends in it.
    """
    out = list(forms)
    for i in range(len(forms) - 1):
        if forms[i] is not START or forms[i + 1] is not DISPLAY:
            continue
        close = lines[i].gap and not lines[i + 1].gap and not lines[i + 1].part and seen[i + 1].short > INDENT
        flat = lines[i].flat
        phrase = close and not re.search("[。；]", flat) and not SENTENCE_END.search(flat) and not marks.lead_of(flat)
        if phrase and has_gaps(lines):
            out[i] = DISPLAY
    return out


def heads_behind(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A headline behind its text, read as a paragraph of one line: it has no full stop, a finished paragraph stands
    right above it, no text right below it, and what text comes next does not go on with it. Behind a signature, where
    no text goes on, or letter-spaced as no text is, it may have up to three lines.
    """
    out = list(forms)
    for first in range(1, len(forms)):
        if forms[first] not in BODY:
            continue
        above = lines[first - 1].flat
        # Hardly a line ends in a bracket.
        signed = forms[first - 1] is SIGNATURE or (above[-1:] in "）)" and bool(marks.signature_of(above)))
        apart = lines[first].apart and not lines[first - 1].apart
        if forms[first] is ON and not (signed or apart):
            continue
        last = first
        while last + 1 < len(forms) and forms[last + 1] is ON and last - first + 1 < HEAD_LINES:
            if not signed and not (apart and lines[last + 1].apart):
                break
            last += 1
        alone = last + 1 == len(forms) or forms[last + 1] not in BODY
        if not alone:
            continue
        text = "".join(line.flat for line in lines[first : last + 1])
        ended = signed or (forms[first - 1] in BODY and SENTENCE_END.search(above))
        following = next((form for form in forms[last + 1 :] if form in BODY), None)
        plain = len(text) >= SHORTEST and not re.search("[。，；：]|[）)]$|^特此", text) and not marks.lead_of(text)
        plain = plain and not closes(lines, first) and not signs_below(lines, range(first, last + 1))
        read_apart = ended and plain and following is not ON and not SENTENCE_END.search(text)
        if read_apart and (lines[first].gap or not has_gaps(lines)):
            out[first : last + 1] = [DISPLAY] * (last + 1 - first)
    return out


# Characters of a headline that is taken for no name.
SHORTEST = 5


def heads_of_captions(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The headline of picture news, read as the first line of the caption right below it: a line much shorter than the
    next one, without a comma or a stop, in a box that holds a credit.
    """
    out = list(forms)
    for first, *box in boxes(lines):
        if forms[first] is not START or not lines[first].gap or len(box) > CAPTION:
            continue
        below = next((i for i in box if forms[i] is not DUPLICATE), first)
        short = lines[below].width - lines[first].width >= SHORTER
        if forms[below] is not ON or not short or re.search("[，。；、]|[：:]$", lines[first].flat):
            continue
        credits = [i for i in box if forms[i] is CREDIT or is_credit(lines[i].flat)]
        if credits:
            out[first], out[below] = DISPLAY, START
            for i in credits:
                out[i] = CREDIT
    return out


# Lines of a caption with its credit; ems that no first line of a paragraph is shorter than the next for its indent.
CAPTION, SHORTER = 8, 4.0


def over_indented_lines(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A headline or subhead read as the first line of the paragraph below it, or as one of its own: no sentence ends in
    it, a paragraph has ended above it, and the line below it is indented by two ems, or begins as others of an
    interview do (记者：…).
    """
    asked = asked_by(lines, forms)
    out = list(forms)
    for i in range(1, len(forms) - 1):
        if forms[i - 1] not in BODY or forms[i] is not START or forms[i + 1] not in BODY or seen[i].lead:
            continue
        own = abs(seen[i].short - INDENT) > INDENT / 4 and not lines[i + 1].part
        ended = SENTENCE_END.search(lines[i - 1].flat) and max(seen[i - 1].short, seen[i].short - INDENT) > INDENT / 2
        if not (own and ended):
            continue
        flat, below = lines[i].flat, lines[i + 1]
        short = seen[i + 1].short
        # An opening quotation mark is set in half an em or in a whole one.
        indented = abs(short - INDENT) <= INDENT / 3 or (below.flat[0] == "“" and abs(short - INDENT) <= INDENT / 2)
        # A number that cannot be cut makes the line before short.
        begins = (indented and bool(_HAN_FIRST.match(below.flat))) or asks(below, asked)
        if forms[i + 1] is START:
            # Below the last line of a column another text may begin; only a line that stops short is none of these.
            begins = seen[i].short > INDENT + ROOM and not is_date(below) and not marks.closes_notice(flat)
        phrase = not re.search("[。；]|[，、：]$|，.*，", flat) and not SENTENCE_END.search(flat)
        phrase = phrase and not marks.speaker(flat)
        if not (begins and phrase) or closes(lines, i) or signs_below(lines, (i,)):
            continue
        if flat.count("“") == flat.count("”") and not goes_on(flat, below.flat):
            out[i], out[i + 1] = DISPLAY, START
    return out


_HAN_FIRST = re.compile("[“一-鿿]")
# Ems that a line of text leaves free at most but at the end of its paragraph.
ROOM = 0.6


def heaps(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Headlines one below the other, read as a paragraph: a few lines with no full stop that do not fill their column.
    The text before them has come to an end, and a paragraph begins behind them.
    """
    out = list(forms)
    starts = [i for i, form in enumerate(forms) if form is START or (form is ON and not (i and forms[i - 1] in BODY))]
    for first in starts:
        stop, most = first + 1, min(first + HEAP + 1, len(forms))
        while stop < most and forms[stop] is ON:
            stop += 1
        run = range(first, stop)
        if not 1 < len(run) <= HEAP:
            continue
        above = next((i for i in range(first - 1, -1, -1) if forms[i] in BODY), None)
        below = next((i for i in range(stop, len(forms)) if forms[i] in BODY), None)
        ended = above is None or ends_sentence(lines[above].flat)
        begins = below is None or forms[below] is START
        if not (ended and begins):
            continue
        # A first line that is two ems short is indented.
        uneven = [i for i in run[:-1] if abs(seen[i].short) > INDENT / 2]
        ragged = any(i > first or abs(seen[i].short - INDENT) > INDENT / 4 for i in uneven)
        # The lines below the first are never narrower, but for the last.
        ragged = ragged or any(lines[first].width - lines[i].width > INDENT / 2 for i in run[1:-1])
        if ragged and not any(
            seen[i].lead or marks.speaker(lines[i].flat) or re.search("[。；]", lines[i].flat) for i in run
        ):
            for i in run:
                out[i] = DISPLAY
    return out


def heads_over_bylines(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A headline above its byline, read as a paragraph: it stops within a sentence, though its last line has room, or
    it has no mark at all and the text below begins anew, or it stands below display type or a jump line.
    """
    out = list(forms)
    for index, form in enumerate(forms):
        if form is not BYLINE or not index:
            continue
        first = index - 1
        while first > 0 and forms[first] is ON and forms[first - 1] in BODY:
            first -= 1
        head = range(first, index)
        if not 0 < len(head) <= HEAD_LINES or forms[first] not in BODY:
            continue
        if index > 1 and (is_formula(lines[index - 1].flat, lines[index - 2].flat) or is_date(lines[index - 1])):
            # 敬礼！ stands above who wrote the letter; with a date a notice ends.
            continue
        text = "".join(lines[i].flat for i in head)
        behind = forms[first - 1] if first else None
        below = next((forms[i] for i in range(index + 1, len(forms)) if forms[i] in BODY), None)
        room = forms[first] is START and seen[index - 1].short > INDENT / 2
        fresh = forms[first] is START and below is START and not re.search(r"[，。；：、]", text)
        ended = behind is JUMP or (behind is DISPLAY and len(head) == 1)
        if (room or fresh or ended) and not seen[first].lead and not re.search(r"[。；]", text):
            out[first:index] = [DISPLAY] * len(head)
    return out


def heads_over_leads(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The last line of a headline, read as text as it is as wide: below it an article opens (本报讯), and no sentence
    ends in it. A comma may only stand in one that goes on with display type. Where blank lines part what is separate,
    the line before it between the same two is the first of that headline.
    """
    out = list(forms)
    for i in range(1, len(forms) - 1):
        if (
            forms[i] not in BODY
            or not seen[i + 1].lead
            or seen[i].lead
            or is_date(lines[i])
            or pays_respects(lines[i].flat)
        ):
            continue
        marks_of_text = r"[。；]" if forms[i - 1] is DISPLAY else r"[，。；、]"
        closes = forms[i - 1] in BODY and lines[i].flat.count("）") > lines[i].flat.count("（")
        text = closes or re.search(marks_of_text, lines[i].flat) or SENTENCE_END.search(lines[i].flat)
        if not text:
            out[i] = DISPLAY
            two = lines[i - 1].gap and lines[i + 1].gap and not lines[i].gap and not lines[i].part
            begins = two and forms[i - 1] is START and not re.search(r"[，。；、：]", lines[i - 1].flat)
            if begins and has_gaps(lines):
                out[i - 1] = DISPLAY
    return out


# Lines that a headline has at most where it is taken for a paragraph.
HEAD_LINES = 3


def heads_said_in_leads(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A headline as wide as its column, read as a line of text: it stands alone between blank lines within the text of
    another article, without a mark, and an article that opens with no headline above says most of it at once.
    """
    nameless = [i for i in range(1, len(forms)) if seen[i].lead and forms[i] is START and forms[i - 1] not in HEADED]
    if not nameless or not has_gaps(lines):
        return forms
    openings = ["".join(line.flat for line in lines[i : i + OPENING_LINES]) for i in nameless]
    out = list(forms)
    for i in range(1, len(forms) - 1):
        flat = lines[i].flat
        alone = lines[i].gap and lines[i + 1].gap and forms[i] in BODY and forms[i - 1] in BODY and not seen[i].lead
        if not alone or len(flat) < LONG_HEAD or re.search("[，。；：、“”]", flat):
            continue
        pairs = {flat[k : k + 2] for k in range(len(flat) - 1)}
        if any(sum(pair in opening for pair in pairs) > len(pairs) / 2 for opening in openings):
            out[i] = DISPLAY
    return out


# What stands above an article that has a headline; lines that say what a report is about; characters of a headline
# that share as much with one by more than chance.
HEADED = (DISPLAY, BYLINE, DUPLICATE)
OPENING_LINES, LONG_HEAD = 4, 8


def headlines_that_ask(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The last line of a headline that asks or exclaims, read as text for its mark: no wider than the line right above
    it, and no text goes on behind it.
    """
    out = list(forms)
    for i in range(1, len(lines)):
        line, above = lines[i], lines[i - 1]
        if forms[i] not in BODY or forms[i - 1] is not DISPLAY or line.flat[-1] not in "？！":
            continue
        alone = i + 1 == len(lines) or lines[i + 1].gap or forms[i + 1] not in BODY
        if alone and not line.gap and not SENTENCE_END.search(above.flat) and line.width <= above.width + 1:
            out[i] = DISPLAY
    return out
