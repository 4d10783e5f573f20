"""What the reading of the lines one after the other (roles.py) takes for something else, put right by its neighbours.

Every mend takes the forms of all lines and gives them back with a few changed.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from newsarchive.segment import marks
from newsarchive.segment.broken import (
    broken_off,
    commas_within,
    first_lines_alone,
    full_lines_within,
    goes_on,
    torn_quotations,
)
from newsarchive.segment.lines import SENTENCE_END, Line
from newsarchive.segment.neighbours import (
    HEAP,
    INDENT,
    among_heads,
    begin,
    drawn_twice,
    kickers_over_leads,
    too_wide,
)
from newsarchive.segment.roles import BODY, FULL, Form, Look, gap_style, is_date, unindented


def mended(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The forms after all mends."""
    for mend in (
        slogans,
        notices,
        questions,
        named_after_the_paper,
        beside_pictures,
        display_tails,
        duplicates,
        sign_offs,
        heads_behind,
        broken_off,
        drawn_twice,
    ):
        forms = mend(lines, forms)
    for mend_by_look in (
        narrow_starts,
        cut_before_numbers,
        torn_quotations,
        commas_within,
        indented_starts,
        over_indented_lines,
        heads_over_bylines,
        heads_over_leads,
        kickers_over_leads,
        heaps,
        too_wide,
        among_heads,
        first_lines_alone,
        full_lines_within,
    ):
        forms = mend_by_look(lines, forms, seen)
    return heads_of_captions(lines, forms)


def slogans(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The slogan under 公益广告 is no headline: a line of display type belongs to the page, and the line right below it
    if each holds half of a slogan, which on one line has a blank between its halves.
    """
    words = tuple(marks.facts()["furniture"]["slogans"])
    out = list(forms)
    for i, form in enumerate(forms):
        if form is Form.FURNITURE and lines[i].flat in words:
            for k in range(i + 1, min(i + 3, len(forms))):
                rest = k > i + 1
                if forms[k] is not Form.DISPLAY or (rest and (lines[k].gap or not _halved(lines[k - 1], lines[k]))):
                    break
                out[k] = Form.FURNITURE
    return out


def _halved(first: Line, second: Line) -> bool:
    """Whether two lines are the halves of a slogan: 节约用水 / 从点滴做起."""
    return " " not in first.flat and max(first.width, second.width) <= HALF_A_SLOGAN


# Ems of half a slogan: four or five characters, seldom more.
HALF_A_SLOGAN = 7


def notices(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The first line of a paragraph of a notice, read as display type or as the rest of another: it turns to the reader
    (有意者请于…), or says who lost what (某公司遗失营业执照…). The line that declares that void begins no paragraph.
    """
    out = list(forms)
    for i, form in enumerate(forms):
        flat = lines[i].flat
        below = "".join(line.flat for line in lines[i : i + LOSS])
        loses = marks.tells_of_loss(flat) and bool(marks.VOID.search(below))
        read_apart = form is Form.DISPLAY or (form is Form.ON and lines[i].gap)
        if loses and read_apart:
            out[i] = Form.START
        elif form is Form.DISPLAY and marks.closes_notice(flat):
            last = i
            while last + 1 < len(forms) and forms[last + 1] is Form.DISPLAY and not lines[last + 1].gap:
                last += 1
            goes_on = i < last < len(forms) - 1 and forms[last + 1] is Form.START and not lines[last + 1].gap
            begin(out, i, last + goes_on)
        elif form is Form.START and i and out[i - 1] in BODY and not loses and marks.VOID.search(flat):
            out[i] = Form.ON
    return out


# Lines of a notice of a loss, with what an extractor put between them: the last one declares void what was lost.
LOSS = 6


def questions(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A line of an interview that begins as its other questions do (记者：…) is neither byline nor headline, short as a
    picture beside it may have made it: a paragraph begins there and goes on below.
    """
    asked = Counter(marks.speaker(lines[i].flat) for i, form in enumerate(forms) if form is Form.START)
    out = list(forms)
    for i, form in enumerate(forms):
        by = marks.speaker(lines[i].flat) if form in (Form.BYLINE, Form.DISPLAY) else ""
        below = i + 1
        while below < min(i + QUESTION, len(forms)) and forms[below] is Form.DISPLAY:
            below += 1
        if by and asked[by] >= QUESTIONS and below < len(forms) and forms[below] in BODY:
            begin(out, i, below)
    return out


# Lines of a question that a picture beside it may have made short.
QUESTION = 3
# Paragraphs that begin with one speaker where it is an interview.
QUESTIONS = 2


def named_after_the_paper(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The first line of a headline that is the name of a paper (青石河日报 / 社招聘记者): where blank lines part what
    is separate, display type right below it belongs to it.
    """
    out = list(forms)
    for i, form in enumerate(forms[:-1]):
        name = form is Form.FURNITURE and lines[i].gap and lines[i].flat.endswith(("报", "刊"))
        if name and forms[i + 1] is Form.DISPLAY and not lines[i + 1].gap and gap_style(lines) == "para":
            out[i] = Form.DISPLAY
    return out


def beside_pictures(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Text that a picture beside it leaves a few characters' room, read as display type: many short lines of one width
    with a comma inside one of them. What follows goes on with it.
    """
    out = list(forms)
    for is_display, group in itertools.groupby(range(len(forms)), key=lambda i: forms[i] is Form.DISPLAY):
        run = list(group)
        if not is_display or len(run) < MANY or any(lines[i].apart or lines[i].vertical for i in run):
            continue
        inner = [lines[i].width for i in run[1:-1]]
        even = max(inner) - min(inner) <= 1.0 and max(lines[i].width for i in run) <= NARROW
        if even and any("，" in lines[i].flat[1:-1] for i in run):
            before, after = run[0] - 1, run[-1] + 1
            goes_on = before >= 0 and forms[before] in BODY and not SENTENCE_END.search(lines[before].flat)
            begin(out, run[0], run[-1], goes_on=goes_on)
            if after < len(forms) and forms[after] is Form.START and not marks.lead_of(lines[after].flat):
                out[after] = Form.ON
    return out


# Lines, and ems that a line of them may measure: no headline is broken into so many so short ones.
MANY, NARROW = 4, 6.0


def narrow_starts(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first lines of a paragraph, read as display type because a picture beside them made them short: where a blank
    line parts every headline and subhead from its text, none stands between them and the rest, which is not indented.
    """
    under = [i for i in range(1, len(forms)) if forms[i - 1] is Form.DISPLAY and forms[i] is Form.START]
    close = [i for i in under if not lines[i].gap and not lines[i].part and not seen[i].lead]
    if len(close) > CLOSE * len(under):
        return forms
    out = list(forms)
    for below in close:
        first = below - 1
        while first > 0 and forms[first - 1] is Form.DISPLAY and not lines[first].gap:
            first -= 1
        room = seen[below].column - lines[below].width
        if lines[first].gap and abs(room - INDENT) > INDENT / 4:
            begin(out, first, below)
    return out


# The share of the texts right below display type that may be no texts of their own.
CLOSE = 0.2


def cut_before_numbers(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first line of a paragraph, read as display type because the number it leads up to (村里只有 / 216户人家)
    did not fit beside a picture: the line below begins with it, right under it and without an indent.
    """
    out = list(forms)
    for i in range(len(forms) - 1):
        below = lines[i + 1]
        indented = abs(seen[i + 1].short - INDENT) <= INDENT / 4
        close = not below.gap and not below.part and not indented and below.flat[0].isdigit()
        if forms[i] is Form.DISPLAY and forms[i + 1] is Form.START and close and BEFORE_NUMBER.search(lines[i].flat):
            begin(out, i, i + 1)
    return out


# Words that a number must follow; no headline ends with one.
BEFORE_NUMBER = re.compile("(?:只有|共有|达到|约为|超过|不足|将近)$")


def display_tails(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The second line of a subhead, read as a paragraph of one line: short, under display type, without a stop."""
    out = list(forms)
    for i in range(1, len(lines) - 1):
        lone = forms[i] is Form.START and out[i - 1] is Form.DISPLAY and forms[i + 1] is Form.START
        if lone and lines[i].width <= TAIL and not re.search(r"[，。；：、]", lines[i].flat):
            out[i] = Form.DISPLAY
    return out


# Ems: a subhead's line is shorter than the narrowest usual column.
TAIL = 12


def duplicates(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Mark display lines that stand twice: a headline drawn twice to look bold comes out of the extractor twice.

    Bylines stay, because one reporter may have two articles on a page.
    """
    out = list(forms)
    for index, form in enumerate(forms):
        if form not in (Form.DISPLAY, Form.CREDIT) or len(lines[index].flat) < 3:
            continue
        for back in range(index - 1, max(-1, index - 4), -1):
            if out[back] is form and lines[back].flat == lines[index].flat:
                out[index] = Form.DUPLICATE
                break
    return out


def sign_offs(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The issuer and the date that close a notice are its last two paragraphs, not display type and furniture."""
    out = list(forms)
    for i in range(1, len(lines) - 1):
        closing = forms[i - 1] in BODY and SENTENCE_END.search(lines[i - 1].flat)
        issuer = forms[i] in (Form.DISPLAY, Form.START, Form.ON) and 4 <= len(lines[i].flat) <= 20
        if closing and issuer and not re.search(r"[，。；：]", lines[i].flat) and is_date(lines[i + 1]):
            out[i] = out[i + 1] = Form.START
            if i + 2 < len(lines) and forms[i + 2] is Form.ON:
                # Nothing goes on with the date.
                out[i + 2] = Form.START
    return out


def heads_behind(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A headline behind its text, read as a paragraph of one line: it has no full stop, a finished paragraph stands
    right above it, no text right below it, and what text comes next does not go on with it. Behind a signature, where
    no text goes on, or letter-spaced as no text is, it may have up to three lines.
    """
    style = gap_style(lines)
    out = list(forms)
    for first in range(1, len(forms)):
        above = lines[first - 1].flat
        signed = forms[first - 1] is Form.SIGNATURE or bool(marks.signature_of(above))
        apart = lines[first].apart and not lines[first - 1].apart
        last = first
        while last + 1 < len(forms) and forms[last + 1] is Form.ON and last - first + 1 < HEAD_LINES:
            if not signed and not (apart and lines[last + 1].apart):
                break
            last += 1
        text = "".join(line.flat for line in lines[first : last + 1])
        alone = last + 1 == len(forms) or forms[last + 1] not in BODY
        if forms[first] not in (BODY if signed or apart else (Form.START,)) or not alone:
            continue
        ended = signed or (forms[first - 1] in BODY and SENTENCE_END.search(above))
        following = next((form for form in forms[last + 1 :] if form in BODY), None)
        plain = len(text) >= SHORTEST and not re.search("[。，；：]|[）)]$|^特此", text) and not marks.lead_of(text)
        parted = lines[first].gap or style == "none"
        if ended and parted and plain and following is not Form.ON and not SENTENCE_END.search(text):
            out[first : last + 1] = [Form.DISPLAY] * (last + 1 - first)
    return out


# Characters of a headline that is taken for no name.
SHORTEST = 5


def heads_of_captions(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The headline of picture news, read as the first line of the caption right below it: a line much shorter than the
    next one, without a comma or a stop, in a box that holds a credit.
    """
    out = list(forms)
    edges = [*(i for i, line in enumerate(lines) if line.gap or not i), len(lines)]
    for first, stop in itertools.pairwise(edges):
        box = range(first + 1, stop)
        below = next((i for i in box if forms[i] is not Form.DUPLICATE), first)
        begins = lines[first].gap and forms[first] is Form.START and forms[below] is Form.ON and len(box) <= CAPTION
        short = lines[below].width - lines[first].width >= SHORTER
        if not begins or not short or re.search("[，。；、]|[：:]$", lines[first].flat):
            continue
        credits = [i for i in box if forms[i] is Form.CREDIT or marks.is_credit(lines[i].flat)]
        if credits:
            out[first], out[below] = Form.DISPLAY, Form.START
            for i in credits:
                out[i] = Form.CREDIT
    return out


# Lines of a caption with its credit; ems that no first line of a paragraph is shorter than the next for its indent.
CAPTION, SHORTER = 8, 4.0


def indented_starts(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first line of a paragraph, read as display type because it is two ems shorter than its column: the line
    below it fills the column, and so is no first line itself.
    """
    starts = [i for i, form in enumerate(forms) if form is Form.START]
    if 2 * sum(unindented(lines[i], seen[i]) for i in starts) > len(starts):
        # This paper sets its paragraphs without an indent.
        return forms
    out = list(forms)
    for i, form in enumerate(forms[:-1]):
        if form is not Form.DISPLAY or lines[i].apart or abs(seen[i].short - INDENT) > INDENT / 4:
            continue
        below = i + 1
        while below < len(lines) - 1 and forms[below] is Form.DISPLAY and seen[below].short <= FULL:
            below += 1
        fills = unindented(lines[below], seen[below]) and not lines[below].gap
        if forms[below] is Form.ON or (forms[below] is Form.START and fills):
            begin(out, i, below)
    return out


def over_indented_lines(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A headline or subhead read as the first line of the paragraph below it, or as one of its own: no sentence ends in
    it, a paragraph has ended above it, and the line below it is indented by two ems, or begins as others of an
    interview do (记者：…).
    """
    asked = Counter(marks.speaker(lines[i].flat) for i, form in enumerate(forms) if form is Form.START)
    out = list(forms)
    for i in range(1, len(forms) - 1):
        if forms[i - 1] not in BODY or forms[i] is not Form.START or forms[i + 1] not in BODY or seen[i].lead:
            continue
        flat, below = lines[i].flat, lines[i + 1]
        short, by = seen[i + 1].short, marks.speaker(below.flat)
        # An opening quotation mark is set in half an em or in a whole one.
        indented = abs(short - INDENT) <= INDENT / 3 or (below.flat[0] == "“" and abs(short - INDENT) <= INDENT / 2)
        # A number that cannot be cut makes the line before short.
        begins = (indented and not re.match("[^“一-鿿]", below.flat)) or (by != "" and asked[by] >= QUESTIONS)
        if forms[i + 1] is Form.START:
            # Below the last line of a column another text may begin; only a line that stops short is none of these.
            begins = seen[i].short > INDENT + ROOM and not is_date(below) and not marks.closes_notice(flat)
        own = abs(seen[i].short - INDENT) > INDENT / 4 and not below.part
        ended = SENTENCE_END.search(lines[i - 1].flat) and max(seen[i - 1].short, seen[i].short - INDENT) > INDENT / 2
        phrase = not re.search("[。；]|[，、：]$", flat) and not SENTENCE_END.search(flat) and not marks.speaker(flat)
        if begins and own and ended and phrase and flat.count("“") == flat.count("”") and not goes_on(flat, below.flat):
            out[i], out[i + 1] = Form.DISPLAY, Form.START
    return out


# Ems that a line of text leaves free at most but at the end of its paragraph.
ROOM = 0.6


def heaps(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Headlines one below the other, read as a paragraph: a few lines with no full stop that do not fill their column.
    The text before them has come to an end, and a paragraph begins behind them.
    """
    out = list(forms)
    body = [i for i, form in enumerate(forms) if form in BODY]
    for at, first in enumerate(body):
        stop = at + 1
        while (
            stop < min(at + HEAP + 1, len(body)) and body[stop] == body[stop - 1] + 1 and forms[body[stop]] is Form.ON
        ):
            stop += 1
        run = body[at:stop]
        whole = forms[first] is Form.START or not at or body[at - 1] < first - 1
        ended = not at or bool(SENTENCE_END.search(lines[body[at - 1]].flat))
        begins = stop == len(body) or forms[body[stop]] is Form.START
        # A first line that is two ems short is indented.
        uneven = [i for i in run[:-1] if abs(seen[i].short) > INDENT / 2]
        ragged = any(i > first or abs(seen[i].short - INDENT) > INDENT / 4 for i in uneven)
        # The lines below the first are never narrower, but for the last.
        ragged = ragged or any(lines[first].width - lines[i].width > INDENT / 2 for i in run[1:-1])
        text = any(seen[i].lead or marks.speaker(lines[i].flat) or re.search("[。；]", lines[i].flat) for i in run)
        if 1 < len(run) <= HEAP and whole and ended and begins and ragged and not text:
            for i in run:
                out[i] = Form.DISPLAY
    return out


def heads_over_bylines(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A headline above its byline, read as a paragraph: it stops within a sentence, though its last line has room, or
    it has no mark at all and the text below begins anew, or it stands below display type or a jump line.
    """
    out = list(forms)
    for index, form in enumerate(forms):
        first = index - 1
        while first > 0 and forms[first] is Form.ON and forms[first - 1] in BODY:
            first -= 1
        head = range(first, index)
        if form is not Form.BYLINE or not index or not 0 < len(head) <= HEAD_LINES or forms[first] not in BODY:
            continue
        text = "".join(lines[i].flat for i in head)
        behind = forms[first - 1] if first else None
        below = next((forms[i] for i in range(index + 1, len(forms)) if forms[i] in BODY), None)
        room = forms[first] is Form.START and seen[index - 1].short > INDENT / 2
        fresh = forms[first] is Form.START and below is Form.START and not re.search(r"[，。；：、]", text)
        ended = behind is Form.JUMP or (behind is Form.DISPLAY and len(head) == 1)
        if (room or fresh or ended) and not seen[first].lead and not re.search(r"[。；]", text):
            out[first:index] = [Form.DISPLAY] * len(head)
    return out


def heads_over_leads(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The last line of a headline, read as text as it is as wide: below it an article opens (本报讯), and no sentence
    ends in it. A comma may only stand in one that goes on with display type.
    """
    out = list(forms)
    for i in range(1, len(forms) - 1):
        over = forms[i] in BODY and seen[i + 1].lead and not seen[i].lead and not is_date(lines[i])
        marks_of_text = r"[。；]" if forms[i - 1] is Form.DISPLAY else r"[，。；、]"
        if over and not re.search(marks_of_text, lines[i].flat) and not SENTENCE_END.search(lines[i].flat):
            out[i] = Form.DISPLAY
    return out


# Lines that a headline has at most where it is taken for a paragraph.
HEAD_LINES = 3
