"""What the reading of the lines one after the other (role.py) takes for something else, put right by its neighbours.

Every mend takes the forms of all lines and gives them back with a few changed.
"""

from __future__ import annotations

import re

from newsarchive.model import Kind
from newsarchive.segment.forms import marks
from newsarchive.segment.forms.signers import is_person
from newsarchive.segment.lines.line import Line, gap_style
from newsarchive.segment.roles.artworks import artworks
from newsarchive.segment.roles.broken import (
    before_jumps,
    broken_off,
    commas_within,
    first_lines_alone,
    full_lines_within,
    goes_on,
    no_credits,
    stops_within,
    torn_quotations,
)
from newsarchive.segment.roles.carried import begun_by_indent, sets_no_indents
from newsarchive.segment.roles.classified import run_in
from newsarchive.segment.roles.closings import sign_offs
from newsarchive.segment.roles.contacts import below_texts, numbers_alone
from newsarchive.segment.roles.endless import (
    beside_dashes,
    first_text,
    heads_over_dashes,
    names_of_notices,
    over_letters,
    painted_twice,
    ragged,
    two_clauses,
    without_text,
)
from newsarchive.segment.roles.figures import rows
from newsarchive.segment.roles.form import (
    BODY,
    BYLINE,
    CREDIT,
    DISPLAY,
    DUPLICATE,
    FURNITURE,
    ON,
    START,
    Form,
    begin,
    consecutive,
)
from newsarchive.segment.roles.grids import grids
from newsarchive.segment.roles.interviews import questions, speeches
from newsarchive.segment.roles.items import (
    behind_signed_items,
    bullets_begin,
    items_begun,
    named_begin,
    numbered_begin,
    numbered_shown,
    over_items,
)
from newsarchive.segment.roles.letters import addressed, writers_below, writers_named
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.margins import beside_running_heads, boxed, labels_at_edges
from newsarchive.segment.roles.neighbours import (
    OVERFULL,
    among_heads,
    drawn_twice,
    headlines_that_ask,
    heads_begun,
    heads_behind,
    heads_of_captions,
    heads_over_bylines,
    heads_over_leads,
    heads_said_in_leads,
    heaps,
    kickers_over_leads,
    over_indented_lines,
    too_wide,
)
from newsarchive.segment.roles.openings import begun_by_words, below_wide
from newsarchive.segment.roles.role import FULL, INDENT, breaks_off, unindented
from newsarchive.segment.roles.slogans import slogans
from newsarchive.segment.roles.subhead_lines import display_tails, display_tops
from newsarchive.segment.roles.tails import asides, authors_told, brackets_closed, said_of_givers, words_ended
from newsarchive.segment.roles.verse import poems


def mended(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The forms after all mends."""
    for mend in (
        beside_running_heads,
        labels_at_edges,
        boxed,
        slogans,
        notices,
        run_in,
        authors_told,
        brackets_closed,
        questions,
        addressed,
        items_begun,
        behind_signed_items,
        begun_by_words,
        below_wide,
        numbers_alone,
        below_texts,
        named_after_the_paper,
        artworks,
        beside_pictures,
        display_tails,
        display_tops,
        duplicates,
        sign_offs,
        names_below_heads,
        heads_over_dashes,
        headlines_that_ask,
        heads_behind,
        broken_off,
        stops_within,
        no_credits,
        before_jumps,
        drawn_twice,
    ):
        forms = mend(lines, forms)
    for mend_by_look in (
        said_of_givers,
        heads_begun,
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
        heads_said_in_leads,
        beside_dashes,
        ragged,
        over_letters,
        two_clauses,
        without_text,
        begun_by_indent,
        names_of_notices,
        words_ended,
    ):
        forms = mend_by_look(lines, forms, seen)
    for last_mend in (
        painted_twice,
        first_text,
        heads_of_captions,
        poems,
        writers_named,
        writers_below,
        rows,
        asides,
        grids,
        numbered_shown,
        # What the mends before took for a head may be how a notice closes.
        sign_offs,
        below_texts,
        brackets_closed,
        bullets_begin,
        numbered_begin,
        named_begin,
        speeches,
        # What tells a headline by the display type around it need not know the label of short news.
        over_items,
    ):
        forms = last_mend(lines, forms)
    return forms


def notices(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The first line of a paragraph of a notice, read as display type or as the rest of another: it turns to the reader
    (有意者请于…), or says who lost what (某公司遗失营业执照…). The line that declares that void begins no paragraph.
    """
    out = list(forms)
    for i, form in enumerate(forms):
        flat = lines[i].flat
        # Hardly a line tells of a loss.
        loses = "遗失" in flat and marks.tells_of_loss(flat)
        loses = loses and bool(marks.VOID.search("".join(line.flat for line in lines[i : i + LOSS])))
        read_apart = form is DISPLAY or (form is ON and lines[i].gap)
        if loses and read_apart:
            out[i] = START
        elif form is DISPLAY and marks.closes_notice(flat):
            last = i
            while last + 1 < len(forms) and forms[last + 1] is DISPLAY and not lines[last + 1].gap:
                last += 1
            goes_on = i < last < len(forms) - 1 and forms[last + 1] is START and not lines[last + 1].gap
            begin(out, i, last + goes_on)
        elif form is START and i and out[i - 1] in BODY and not loses and marks.VOID.search(flat):
            out[i] = ON
    return out


# Lines of a notice of a loss, with what an extractor put between them: the last one declares void what was lost.
LOSS = 6


def named_after_the_paper(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The first line of a headline that is the name of a paper (青石河日报 / 社招聘记者): where blank lines part what
    is separate, display type right below it belongs to it, and that into which a word runs from it everywhere.
    """
    out = list(forms)
    for i, form in enumerate(forms[:-1]):
        named = form is FURNITURE and lines[i].gap and lines[i].flat.endswith(("报", "刊"))
        close = named and forms[i + 1] is DISPLAY and not lines[i + 1].gap
        if close and (gap_style(lines) == "para" or goes_on(lines[i].flat, lines[i + 1].flat)):
            out[i] = DISPLAY
    return out


def beside_pictures(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Text that a picture beside it leaves a few characters' room, read as display type: many short lines of one width
    with a comma inside one of them. What follows goes on with it.
    """
    out = list(forms)
    for run in consecutive([i for i, form in enumerate(forms) if form is DISPLAY]):
        if len(run) < MANY or any(lines[i].apart or lines[i].vertical for i in run):
            continue
        inner = [lines[i].width for i in run[1:-1]]
        even = max(inner) - min(inner) <= 1.0 and max(lines[i].width for i in run) <= NARROW
        if even and any("，" in lines[i].flat[1:-1] for i in run):
            after = run[-1] + 1
            begin(out, run[0], run[-1], goes_on=breaks_off(lines, forms, run[0] - 1))
            if after < len(forms) and forms[after] is START and not marks.lead_of(lines[after].flat):
                out[after] = ON
    return out


# Lines, and ems that a line of them may measure: no headline is broken into so many so short ones.
MANY, NARROW = 4, 6.0


def narrow_starts(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first lines of a paragraph, read as display type because a picture beside them made them short: where a blank
    line parts every headline and subhead from its text, none stands between them and the rest, which is not indented.
    """
    under = [i for i in range(1, len(forms)) if forms[i - 1] is DISPLAY and forms[i] is START]
    close = [i for i in under if not lines[i].gap and not lines[i].part and not seen[i].lead]
    if len(close) > CLOSE * len(under):
        return forms
    out = list(forms)
    for below in close:
        first = below - 1
        while first > 0 and forms[first - 1] is DISPLAY and not lines[first].gap:
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
        if forms[i] is not DISPLAY or forms[i + 1] is not START:
            continue
        below = lines[i + 1]
        indented = abs(seen[i + 1].short - INDENT) <= INDENT / 4
        close = not below.gap and not below.part and not indented and below.flat[0].isdigit()
        if close and BEFORE_NUMBER.search(lines[i].flat):
            begin(out, i, i + 1)
    return out


# Words that a number must follow; no headline ends with one.
BEFORE_NUMBER = re.compile("(?:只有|共有|达到|约为|超过|不足|将近)$")


def duplicates(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Mark display lines that stand twice: a headline drawn twice to look bold comes out of the extractor twice.

    Bylines stay, because one reporter may have two articles on a page.
    """
    out = list(forms)
    for index, form in enumerate(forms):
        if form is not DISPLAY and form is not CREDIT:
            continue
        flat = lines[index].flat
        # A shorter line may well stand twice, but not the name of a notice (更正).
        if len(flat) < 3 and marks.kind_of(flat) is not Kind.NOTICE:
            continue
        for back in range(index - 1, max(-1, index - 4), -1):
            if out[back] is form and lines[back].flat == flat:
                out[index] = DUPLICATE
                break
    for run in upright(lines, forms):
        half = len(run) // 2
        said = "".join(lines[i].flat for i in run)
        if half >= UPRIGHT and said == 2 * said[:half]:
            out[run[half] : run[-1] + 1] = [DUPLICATE] * half
    return out


def upright(lines: list[Line], forms: list[Form]) -> list[list[int]]:
    """The runs of display lines of one character each: headlines that stand upright."""
    alone = [i for i, form in enumerate(forms) if form is DISPLAY and len(lines[i].flat) == 1]
    return list(consecutive(alone))


# Characters of an upright headline that is drawn twice, at least.
UPRIGHT = 3


def indented_starts(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first line of a paragraph, read as display type because it is two ems shorter than its column: the line
    below it fills the column but is no wider, and so is no first line itself. A blank line above and one below set a
    headline apart, unless a word runs across the lower one.
    """
    shown = [i for i, form in enumerate(forms[:-1]) if form is DISPLAY and not lines[i].apart]
    short = [i for i in shown if abs(seen[i].short - INDENT) <= INDENT / 4]
    if not short or sets_no_indents(lines, forms, seen):
        return forms
    out = list(forms)
    for i in short:
        below = i + 1
        while below < len(lines) - 1 and forms[below] is DISPLAY and OVERFULL < seen[below].short <= FULL:
            below += 1
        fills = unindented(lines[below], seen[below]) and not lines[below].gap
        apart = below == i + 1 and lines[i].gap and lines[below].gap and not goes_on(lines[i].flat, lines[below].flat)
        if not apart and (forms[below] is ON or (forms[below] is START and fills)):
            begin(out, i, below)
    return out


def names_below_heads(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A bare name right below display type is a byline and no part of a headline, unless a byline stands below it."""
    out = list(forms)
    kept = [i for i, form in enumerate(forms) if form is not FURNITURE and form is not DUPLICATE]
    for above, i, below in zip(kept, kept[1:], kept[2:], strict=False):
        if forms[above] is forms[i] is DISPLAY and forms[below] is not BYLINE:
            flat = lines[i].flat
            if marks.is_pen_name(flat.split(" ")[-1]) and is_person(flat):
                out[i] = BYLINE
    return out
