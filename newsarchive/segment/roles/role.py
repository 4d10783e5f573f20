"""What each line is: the start of a paragraph, its continuation, display type, or one of the fixed forms.

A line alone says little: a headline may be as wide as a column and a body's last line as short as a headline. So the
page is read as one sequence and the best reading of all is taken (Viterbi's algorithm, 1967, over four states). What
speaks for a form are named features; weights.py says how much each speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsarchive.segment.forms import marks
from newsarchive.segment.forms.credits import is_credit
from newsarchive.segment.forms.imprint import is_date_of_issue, is_prose, is_staff, is_standing
from newsarchive.segment.lines.line import Line, ems, ends_sentence, gap_style, local_widths
from newsarchive.segment.roles import alone
from newsarchive.segment.roles.alone import score
from newsarchive.segment.roles.form import (
    BODY,
    BYLINE,
    CREDIT,
    DISPLAY,
    DUPLICATE,
    FURNITURE,
    JUMP,
    ON,
    SIGNATURE,
    START,
    Form,
)
from newsarchive.segment.roles.look import Look

# FURNITURE stands in the reading for every fixed form; which one it is, the words have told already.
STATES = (START, ON, DISPLAY, FURNITURE)


# A page whose lines are put into another order is read again.
@lru_cache(maxsize=1024)
def fixed_form(flat: str) -> Form | None:
    """The form of a line that its words alone tell."""
    if _POINTING.search(flat) and (marks.JUMP_TO.fullmatch(flat) or marks.JUMP_FROM.fullmatch(flat)):
        return JUMP
    found = marks.signature_of(flat)
    if found and found.start() == 0:
        return SIGNATURE
    # No part of a sentence is any of those below, but for a byline behind a lead.
    if is_prose(flat) and not marks.lead_of(flat):
        return FURNITURE if is_standing(flat) else None
    if is_credit(flat):
        return CREDIT
    if marks.is_byline(flat):
        return BYLINE
    return FURNITURE if marks.is_furniture(flat) else None


def below(line: Line, column: float) -> float:
    """How many ems the line stays below its column; negative when even with all its marks squeezed to half it is
    wider.
    """
    if not column:
        return 0.0
    room = column - line.width
    if room >= 0.0:
        return room
    if room >= -0.5 and _SQUEEZED.search(line.flat):
        # One mark gives room enough.
        return 0.0
    return min(0.0, room + slack(line.flat))


# A line is held against the columns around it, one after the other.
@lru_cache(maxsize=64)
def slack(flat: str) -> float:
    """How many ems a line grows narrower when all its marks are squeezed to half."""
    return 0.5 * len(_SQUEEZED.findall(flat))


_SQUEEZED = re.compile("[，。、；：？！“”‘’（）《》…]")


def _room(line: Line, around: float, behind: float, ahead: float) -> tuple[float, float]:
    """How far a line stays below its column, which is the one near it that it comes closest to, and how far below the
    one that follows.
    """
    column = around or behind or ahead
    short = free = below(line, column)
    if behind and behind != column:
        above = below(line, behind)
        short = above if abs(above) < abs(short) else short
    indent = below(line, ahead) if ahead and ahead != column else free
    return indent if abs(indent) < abs(short) else short, indent


def looks(lines: list[Line]) -> list[Look]:
    """Look at every line once."""
    widths = local_widths(lines)
    out: list[Look] = []
    quotes = opened = 0
    for index, (line, following) in enumerate(zip(lines, [*lines[1:], None], strict=False)):
        flat = line.flat
        around, behind, ahead = widths[index]
        column = around or behind or ahead
        short, indent = _room(line, around, behind, ahead)
        # Most lines begin with a Han.
        follow = WHOLE.match(following.flat) if following and following.flat[:1].isascii() else None
        if follow:
            # The next line opens with a word or number that cannot be cut: the room it did not find does not count
            # as short.
            short = max(0.0, short - ems(follow.group(0))) if short > 0 else short
            indent = max(2.0, indent - ems(follow.group(0))) if indent > 2 else indent
        bare = marks.unsigned(flat) or flat
        lead = marks.opens_article(flat) or (following is not None and _wired(line, following))
        if index and lead and marks.lead_of(lines[index - 1].flat) == lines[index - 1].flat:
            # 新华社某地某月某日电 on the line above: the lead goes on here.
            lead = False
        # Type drawn twice to look bold comes out twice; a reporter may well have two bylines one after the other.
        twice = index > 0 and flat == lines[index - 1].flat and len(flat) >= 3 and not line.spaced
        fixed = fixed_form(flat)
        lead = lead and fixed is not BYLINE and not (fixed is SIGNATURE and _signs(index, lines))
        if twice and fixed is not BYLINE:
            fixed = DUPLICATE
        out.append(Look(fixed, column, short, indent, ends_sentence(bare), bare[-1:] in "：:；;", lead, quotes > 0))
        begun = flat.count("“")
        opened = index if begun else opened
        quotes += begun - flat.count("”")
        if quotes < 0 or opened < index - LONGEST_QUOTATION:
            quotes = 0
    return out


# A quotation that goes on for more lines is more likely a mark that the extractor lost.
LONGEST_QUOTATION = 12
# A number or a word that no line end cuts.
WHOLE = re.compile(r"[A-Za-z0-9.,%+\-]{2,}")


def _wired(line: Line, below: Line) -> bool:
    """Whether a line begins the lead of a news agency with place and day that ends on the line below (据新华社某地 /
    11月19日电).
    """
    # Hardly a line has the character.
    if not ("电" in line.flat or "电" in below.flat) or below.gap or below.part:
        return False
    both = line.flat + below.flat
    if not WIRED.search(both):
        return False
    lead = marks.lead_of(both)
    return len(lead) > len(line.flat) and bool(WIRED.search(lead))


# Where a lead names the day of a telegram.
WIRED = re.compile(r"\d[ 　]?日[ 　]?(?:专?电)")


_POINTING = re.compile("[转轉接]")


def end_of(before: Form, last: Look) -> str:
    """How the line before ends if it is body: inside a sentence or not, and how full of its column."""
    if before not in BODY:
        return ""
    # The first line of a paragraph is full when it reaches the column less its indent of two characters.
    short = last.short if before is ON else min(last.short, last.indent - 2.0)
    if not last.stop:
        return "colon" if last.colon else "open short" if short > 1.6 and last.column else "open"
    return (
        "stop" if not last.column else "stop full" if short <= 0.6 else "stop nearly" if short <= 1.6 else "stop short"
    )


def step_features(before: Form, form: Form, end: str, fixed: Form | None, gap: bool, style: str) -> list[str]:
    """The features of one state after another; ``end`` is that of the line before, the rest is of the line itself."""
    out = [f"{before}>{form}"] if before not in BODY else []
    if form is FURNITURE:
        out.append(f"fixed:{fixed}")
    if before not in BODY:
        return out
    to = "other" if form in (DISPLAY, FURNITURE) else str(form)
    out.append(f"{end}>{to}")
    if style != "none":
        kind = "stop" if end.startswith("stop") else "open"
        out.append(f"{style} {'gap' if gap else 'no gap'}:{kind}>{to}")
    return out


@lru_cache(maxsize=4096)
def _step_scores(end: str, end_on: str, fixed: Form | None, gap: bool, style: str) -> list[list[float]]:
    """For each state what it scores behind each one; the line before ends with ``end`` if it begins a paragraph, else
    with ``end_on``.
    """
    ends = {START: end, ON: end_on}
    return [
        [score(step_features(before, form, ends.get(before, ""), fixed, gap, style)) for before in STATES]
        for form in STATES
    ]


def forget_scores() -> None:
    """To be called when the weights were changed: scores are kept."""
    _step_scores.cache_clear()
    alone.forget_scores()


def read(lines: list[Line]) -> tuple[list[Form], list[Look]]:
    """The form of every line: the best-scoring reading of the page as one sequence."""
    seen = looks(lines)
    # A line drawn twice does not part the lines before and after it.
    once = [i for i, look in enumerate(seen) if look.fixed is not DUPLICATE]
    states = best_path([lines[i] for i in once], [seen[i] for i in once], gap_style(lines))
    out = [DUPLICATE] * len(lines)
    for i, form in zip(once, states, strict=True):
        out[i] = seen[i].fixed or FURNITURE if form is FURNITURE else form
    for above, i, below in zip(once, once[1:], once[2:], strict=False):
        # Between a headline and its text a name in brackets is a byline and signs nothing above.
        if out[i] is SIGNATURE and (out[above], out[below]) == (DISPLAY, START):
            out[i] = BYLINE
    return out, seen


def best_path(lines: list[Line], seen: list[Look], style: str) -> list[Form]:
    """The best sequence of the four states."""
    scores = [0.0 if form is DISPLAY else NEVER for form in STATES]
    back: list[list[int]] = []
    # Every line with the one before it; the first has none.
    for index, (line, look, last) in enumerate(zip(lines, seen, seen[:1] + seen, strict=False)):
        steps = _step_scores(end_of(START, last), end_of(ON, last), look.fixed, line.gap, style)
        fresh, came = [], []
        start, on, shown, fixed = scores
        for own, (a, b, c, d) in zip(_own_scores(index, lines, look, style), steps, strict=True):
            if own == NEVER:
                fresh.append(NEVER)
                came.append(0)
                continue
            # Of those that score as much the first; written out, for it is asked of every line in every state.
            best, behind = start + a, 0
            if on + b > best:
                best, behind = on + b, 1
            if shown + c > best:
                best, behind = shown + c, 2
            if fixed + d > best:
                best, behind = fixed + d, 3
            fresh.append(best + own)
            came.append(behind)
        scores = fresh
        back.append(came)
    states: list[Form] = []
    state = scores.index(max(scores))
    for came in reversed(back):
        states.append(STATES[state])
        state = came[state]
    return states[::-1]


NEVER = float("-inf")


def _own_scores(index: int, lines: Sequence[Line], look: Look, style: str) -> list[float]:
    """What a line scores by itself in each state."""
    line = lines[index]
    if look.fixed is FURNITURE and any(says(line.flat) for says in (is_date_of_issue, is_staff, marks.is_sheet)):
        return [0.0 if form is FURNITURE else NEVER for form in STATES]
    after = lines[index + 1] if index + 1 < len(lines) else None
    if look.fixed is SIGNATURE and _signs(index, lines):
        return [0.0 if form is FURNITURE else NEVER for form in STATES]
    # No paragraph goes on with 本报讯 or 上接 at the beginning of a line.
    start, on, display = alone.scores(line, look, after, style)
    shown = not look.lead and (look.fixed is None or look.fixed is FURNITURE) and not marks.is_aside(line.flat)
    return [start, NEVER if look.lead else on, display if shown else NEVER, 0.0 if look.fixed else NEVER]


def _signs(index: int, lines: Sequence[Line]) -> bool:
    """Whether a post and a name in brackets stand where a text has ended: they sign it and begin none."""
    above = lines[index - 1].flat
    return index > 0 and marks.is_posted(lines[index].flat) and (ends_sentence(above) or marks.is_aside(above))


_DATE = re.compile(
    r"(?:\d{4}|[二〇○零一二三四五六七八九]{4})年[ ]?[\d一二三四五六七八九十]{1,3}月[ ]?[\d一二三四五六七八九十]{1,3}日"
)


def is_date(line: Line) -> bool:
    """Whether the line is a date and nothing else."""
    return "年" in line.flat and bool(_DATE.fullmatch(line.flat))


# Ems that a full line may stay below its column: marks are squeezed.
FULL = 0.6


def bylines_below(forms: Sequence[Form], index: int) -> range:
    """The bylines right below a line."""
    below = index + 1
    while below < len(forms) and forms[below] is BYLINE:
        below += 1
    return range(index + 1, below)


def unindented(line: Line, look: Look) -> bool:
    """Whether a line fills its column, so that it cannot well be the indented first line of a paragraph. A line set
    wide apart fills its column whatever it holds.
    """
    return not look.lead and bool(look.column) and (line.apart or look.short <= FULL)


# Ems of the indent of a paragraph.
INDENT = 2.0


def breaks_off(lines: Sequence[Line], forms: Sequence[Form], index: int) -> bool:
    """Whether there is a line at ``index``, it is text, and no sentence ends at its end."""
    return index >= 0 and forms[index] in BODY and not ends_sentence(lines[index].flat)
