"""Headlines read as text where what stands there cannot be text: it neither begins nor ends as a paragraph does.

A headline that asks (…怎么办？), has a comma or fills a column is like a line of text by itself. Every mend takes the
forms of all lines and gives them back with a few changed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsarchive.segment.forms import marks
from newsarchive.segment.forms.kickers import introduces
from newsarchive.segment.lines.line import HAN, SENTENCE_END, Line, has_gaps
from newsarchive.segment.roles.broken import goes_on
from newsarchive.segment.roles.classified import called
from newsarchive.segment.roles.closings import is_formula
from newsarchive.segment.roles.form import BODY, BYLINE, CREDIT, DISPLAY, DUPLICATE, FURNITURE, ON, START, Form, texts
from newsarchive.segment.roles.items import bullet_of
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.neighbours import UNFIT
from newsarchive.segment.roles.role import FULL, INDENT, is_date

# Lines of headlines in one place that may be taken for a paragraph: those of three or four articles.
HEAP = 6
# What stands above and below headlines where they are painted in one place.
ABOVE = (DISPLAY, DUPLICATE, FURNITURE, CREDIT)
BELOW = (DISPLAY, DUPLICATE, FURNITURE, BYLINE)
# Marks that are in no headline, or not at its end; a telephone number stands in a notice.
_TEXT = re.compile("[。；]|[0-9]{5}")
_OPEN = re.compile("[，、：]$")
_LABEL = re.compile("【[^【】]{2,10}】|〔[^〔〕]{2,10}〕")


def without_text(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Headlines between display type, bylines and what is no article, read as a paragraph: a few lines without a full
    stop, above which every sentence has ended, and what text comes next begins anew. A paragraph would end there, and
    its first line would have an indent, its words run on from line to line.
    """
    out = list(forms)
    open_above = False
    for at, stop in texts(forms):
        if _bounded(out, at, stop) and not _is_text(lines, seen, range(at, stop)):
            asks = lines[stop - 1].flat[-1] in "？！"
            over_byline = stop < len(forms) and out[stop] is BYLINE
            indented = abs(seen[at].short - INDENT) <= INDENT / 4 or _heads_page(out, at)
            # 【某某对话】 stands above a headline and above no text but short news.
            leads = introduces(lines[stop - 1].flat) or (at > 0 and bool(_LABEL.fullmatch(lines[at - 1].flat)))
            if (asks or over_byline or leads or not indented) and (asks or not open_above):
                out[at:stop] = [DISPLAY] * (stop - at)
                continue
        open_above = not SENTENCE_END.search(lines[stop - 1].flat)
    return out


def _bounded(forms: Sequence[Form], at: int, stop: int) -> bool:
    """Whether a run of text stands where headlines do, and the text behind it does not go on with it."""
    following = next((form for form in forms[stop:] if form in BODY), START)
    above = not at or forms[at - 1] in ABOVE
    # The last line of a page is part of its imprint or an advertisement.
    below = stop < len(forms) and forms[stop] in BELOW
    return stop - at <= HEAP and above and below and following is START


def _heads_page(forms: Sequence[Form], at: int) -> bool:
    """Whether a paragraph begins below what is no article: it may as well be one of the page's own notices."""
    return forms[at] is START and (not at or forms[at - 1] is FURNITURE)


def _is_text(lines: Sequence[Line], seen: Sequence[Look], run: range) -> bool:
    """Whether some lines have what only text has."""
    held = [lines[i].flat for i in run]
    own = any(
        seen[i].lead or is_date(lines[i]) or marks.speaker(flat) or bullet_of(flat) or _TEXT.search(flat)
        for i, flat in zip(run, held, strict=True)
    )
    across = any(goes_on(above, below) for above, below in itertools.pairwise(held))
    # The lines of a text fill their column; those of three headlines do not.
    even = len(run) > TWO and all(abs(seen[i].short) <= FULL for i in run[:-1])
    return own or across or even or bool(_OPEN.search(held[-1]))


# Lines that many a headline has.
TWO = 2


def painted_twice(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A line read as text that is painted twice to look bold, as no text is, wherever it stands."""
    out = list(forms)
    for i in range(1, len(forms)):
        twice = forms[i] is DUPLICATE and lines[i].flat == lines[i - 1].flat
        if twice and forms[i - 1] in BODY and not _TEXT.search(lines[i].flat):
            out[i - 1] = DISPLAY
            _begin_below(lines, out, i - 1, i + 1)
    return out


def _begin_below(lines: Sequence[Line], forms: list[Form], head: int, below: int) -> None:
    """Let the text below a headline begin anew, unless a sentence is open above that headline."""
    above = next((i for i in range(head - 1, -1, -1) if forms[i] in BODY), None)
    ended = above is None or SENTENCE_END.search(lines[above].flat)
    if below < len(forms) and forms[below] is ON and ended:
        forms[below] = START


def beside_dashes(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """What a dash joins is of one head: a line that ends with one (有人说——) above display type, what a dash opens
    below display type if it is wider than the column, and a line alone between display type and that.
    """
    out = list(forms)
    for i in range(1, len(forms) - 1):
        flat = lines[i].flat
        above, below = out[i - 1], out[i + 1]
        if out[i] not in BODY or DISPLAY not in (above, below) or "。" in flat or "；" in flat:
            continue
        begins = out[i] is START or above not in BODY or lines[i].gap
        introduces = below is DISPLAY and flat.endswith("——") and begins
        adds = above is DISPLAY and flat[0] == "—" and seen[i].short < -FULL
        between = below is DISPLAY and lines[i + 1].flat[0] == "—" and begins and not _OPEN.search(flat)
        if introduces or adds or (between and not goes_on(lines[i - 1].flat, flat)):
            out[i] = DISPLAY
            _begin_below(lines, out, i, i + 1)
    return out


def heads_over_dashes(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A headline read as a paragraph: what a dash opens (——访…), display type or right above a byline, adds to one
    right above it, of a line or two without a stop, above which no sentence is open.
    """
    out = list(forms)
    for i in range(1, len(lines)):
        if lines[i].flat[0] != "—" or forms[i - 1] not in BODY:
            continue
        signed = forms[i] in BODY and i + 1 < len(forms) and forms[i + 1] is BYLINE
        if forms[i] is not DISPLAY and not signed:
            continue
        first = i - 1
        while first > 0 and forms[first] is ON and not SENTENCE_END.search(lines[first - 1].flat):
            first -= 1
        held = lines[first : i + signed]
        ended = not first or forms[first - 1] not in BODY or bool(SENTENCE_END.search(lines[first - 1].flat))
        begins = (forms[first] is START or first > 0) and ended and len(held) - signed <= OVER_DASH
        if begins and not any(UNFIT.search(line.flat) for line in held):
            out[first : i + signed] = [DISPLAY] * len(held)
    return out


# Lines of a headline above a dash.
OVER_DASH = 2


def over_letters(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A headline that asks right above a byline, or any right above the salutation of a letter, read as text: a line
    alone, and the text below begins anew.
    """
    out = list(forms)
    for i in range(1, len(forms) - 1):
        if out[i] is ON and not lines[i].gap and out[i - 1] in BODY:
            continue
        flat = lines[i].flat
        if out[i] not in BODY or len(flat) < LONG:
            continue
        below = i + 1
        while below < len(forms) - 1 and out[below] is BYLINE:
            below += 1
        asks = flat[-1] in "？！" and below > i + 1
        letter = marks.is_salutation(lines[below].flat) and (asks or bool(re.search("[^）)：:。]$", flat)))
        over = out[below] is START and (asks or letter) and not _is_text(lines, seen, range(i, i + 1))
        if over and not goes_on(lines[i - 1].flat, flat):
            out[i] = DISPLAY
    return out


# Characters of a headline; a shorter exclamation may end an essay.
LONG = 7


def ragged(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first lines of a headline, read as the last ones of the text above it: two or more right above display type,
    none of which fills its column, as but the last line of a paragraph does.
    """
    out = list(forms)
    for i in range(2, len(forms)):
        if out[i] is not DISPLAY or out[i - 1] is not ON:
            continue
        first = i
        while first and out[first - 1] is ON and seen[first - 1].short >= INDENT and i - first < HEAP:
            first -= 1
        # The first of them may stand alone in its paragraph: then that is none.
        alone = out[first - 1] is START and not SENTENCE_END.search(lines[first - 1].flat)
        run = range(first - alone, i)
        if i - first >= TWO and out[first - 1] in BODY and not _is_text(lines, seen, run):
            out[run.start : i] = [DISPLAY] * len(run)
    return out


def two_clauses(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A headline of clauses with a blank between them (甲升乙降 丙持平), read as the first line of a paragraph: no text
    is set so. No sentence is open above it, no word runs on from it, and a second line of such clauses is of it too.
    """
    out = list(forms)
    for i in range(len(forms) - 1):
        if out[i] is not START or " " not in lines[i].flat:
            continue
        above = out[i - 1] if i else FURNITURE
        open_above = above in BODY and not SENTENCE_END.search(lines[i - 1].flat)
        if open_above or above is BYLINE or not _in_clauses(lines, seen, i) or called(lines[i].flat):
            continue
        last = i
        while last + 2 < len(forms) and out[last + 1] is ON and _in_clauses(lines, seen, last + 1):
            last += 1
        out[i : last + 1] = [DISPLAY] * (last + 1 - i)
        below = last + 1
        while below < len(forms) - 1 and out[below] is DUPLICATE:
            below += 1
        if out[below] is ON:
            out[below] = START
    return out


def _in_clauses(lines: Sequence[Line], seen: Sequence[Look], at: int) -> bool:
    """Whether a line is two or three clauses of four characters and more, with blanks where no word is torn."""
    line = lines[at]
    clauses = line.flat.split(" ")
    if not TWO <= len(clauses) <= TWO + 1 or line.apart or line.vertical or _is_text(lines, seen, range(at, at + 1)):
        return False
    if not all(len(clause) >= CLAUSE and re.search(f"{HAN}{{2}}", clause) for clause in clauses):
        return False
    parted = [left[-1] + right[0] for left, right in itertools.pairwise(clauses)]
    torn = any(goes_on(left, right) for left, right in itertools.pairwise(clauses))
    # A comma stands in a clause of a headline that is wider than the column.
    text = line.flat.count("，") > (seen[at].short < -FULL) or _SENT.search(clauses[0]) or "/" in line.flat
    follows = at + 1 < len(lines) and goes_on(line.flat, lines[at + 1].flat)
    begins = all(re.fullmatch(f"(?:{HAN}|[”？！])(?:{HAN}|“)", meeting) for meeting in parted)
    return begins and not torn and not text and not follows and not marks.is_byline(line.flat)


# Characters of a clause; what a report begins with (某社电).
CLAUSE = 4
_SENT = re.compile("(?:讯|电|报道)$")


def names_of_notices(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The headline of a notice (… 启事), read as a paragraph of one line: no sentence is open above it, a paragraph
    begins below, or a line with an indent, and where there are blank lines one stands above it. 特此公告 closes one.
    """
    out = list(forms)
    blanks = has_gaps(lines)
    for i in range(len(forms) - 1):
        if forms[i] not in BODY or not (lines[i].gap or (not blanks and forms[i] is START)):
            continue
        below = i + 1
        indented = abs(seen[below].indent - INDENT) <= INDENT / 4
        flat = lines[i].flat
        if not (forms[below] is START or indented or lines[below].gap) or flat[-1] in "，。；：、":
            continue
        open_above = i and forms[i - 1] in BODY and not SENTENCE_END.search(lines[i - 1].flat)
        named = not re.search("[，。；]", flat) and marks.ends_notice(flat)
        if named and not open_above and not is_formula(flat) and not called(flat):
            out[i] = DISPLAY
            if forms[i + 1] is ON:
                out[i + 1] = START
    return out


def first_text(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The first text of a page goes on with nothing where a headline and its byline stand right above it, unless its
    first line is the last of a sentence.
    """
    out = list(forms)
    first = next((i for i, form in enumerate(forms) if form in BODY), 0)
    headed = first > 1 and forms[first - 1] is BYLINE and DISPLAY in forms[: first - 1]
    if headed and forms[first] is ON and not SENTENCE_END.search(lines[first].flat):
        out[first] = START
    return out
