"""Display type: which lines of a run of headlines, kickers and subheads belong together."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from newsarchive.segment.display.ties import Display, Tie, waits_for_verb
from newsarchive.segment.forms.facts import facts
from newsarchive.segment.forms.imprint import is_folio
from newsarchive.segment.forms.kickers import (
    MOSTLY_SAID,
    SPOKEN_OF,
    alone_said,
    begins_name,
    introduces,
    is_label,
    is_named_rubric,
    is_rubric_name,
    is_topic_line,
    leads_over,
    may_be_rubric_name,
    names_column,
    says_what_is_read,
)
from newsarchive.segment.forms.marks import ends_notice, is_called_alone, is_pen_name, is_roundup
from newsarchive.segment.forms.offices import is_office, is_office_with_its_matter
from newsarchive.segment.kin.seam import Seams
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import DISPLAY, DUPLICATE, Form
from newsarchive.segment.roles.role import bylines_below


@dataclass(frozen=True, slots=True)
class Block:
    """Display lines that are one phrase: a headline of one or more lines, a kicker, a subhead."""

    lines: tuple[int, ...]
    flat: str
    spaced: bool
    vertical: bool
    width: float
    tie: float = 0.0  # the log odds of being of one head with the block right before, 0 where none stands there


def adjoins(above: Block, block: Block) -> bool:
    """Whether one block stands right below another."""
    return block.lines[0] == above.lines[-1] + 1


def blocks(lines: list[Line], forms: list[Form], seams: Seams | None = None) -> list[Block]:
    """The display blocks of a page in order; ``seams`` are those of its lines, if they are known."""
    display = Display(lines, forms, seams)
    out: list[Block] = []
    for run in runs(forms):
        phrase = [run[0]]
        tie = 0.0
        single = _one_each(lines, forms, run)
        for index in run[1:]:
            # What was cut off the line before stood beside it.
            held = "".join(lines[i].flat for i in phrase)
            # A word for a rubric may close a headline as well (…的故事).
            rubric = is_named_rubric(lines[index].flat) or (may_be_rubric_name(held) and not introduces(held))
            rubric = rubric or any(map(is_label, (held, lines[index].flat))) or is_folio(held)
            whole = lines[index].part or _complete(held) or rubric or is_roundup(held)
            found = APART if whole else display.tie(phrase, index, len(run))
            if not whole and _begins_anew(phrase, run, index, lines, display):
                found = Tie(APART.phrase, found.head)
            before, close = lines[phrase[-1]].flat, not lines[index].gap
            found = _of_its_own(found, lines[phrase[-1]], lines[index])
            goes_on = (
                found.phrase > 0
                or _second_part(phrase, lines, index)
                or (not lines[index].part and _issued(held, lines[index].flat))
                # A subtitle of two lines, each behind its dash.
                or (not lines[index].part and lines[phrase[0]].flat[0] == lines[index].flat[0] == "—")
                or (before[-1] in "的，、" and not lines[index].part)
                or (close and (before[-1] in UNFINISHED or _torn(before, lines[index].flat)))
                or (close and is_topic_line(before) and "：" not in lines[index].flat)
                or (close and not whole and waits_for_verb(before, lines[index].flat))
            )
            if goes_on and len(phrase) < LONGEST_PHRASE and not (single and lines[index].gap):
                phrase.append(index)
            else:
                out.append(_block(lines, tuple(phrase), tie))
                phrase, tie = [index], found.head
        out.append(_block(lines, tuple(phrase), tie))
    return out


def _begins_anew(phrase: list[int], run: list[int], index: int, lines: list[Line], display: Display) -> bool:
    """Whether a line is no part of the phrase before it, though it may be of the same head: that is the name of a
    column or leads over to it, or the line itself is one, over the line below, or says what is read; or the text speaks
    of the line alone.
    """
    flat = lines[index].flat
    if leads_over(lines[phrase[-1]].flat) or is_called_alone(flat):
        return True
    above = lines[phrase[0]].flat
    if len(phrase) == 1:
        over = display.said(above)
        named = names_column(above, _headline(run, index, lines), over)
        if named or (not over and (ends_notice(flat) or alone_said(above, flat, display.said(flat)))):
            return True
    if index == run[-1]:
        return says_what_is_read(flat)
    said = display.said(flat)
    names = names_column(flat, _headline(run, index + 1, lines), said)
    # Whose column it is may be said in the text (某大夫信箱).
    most = MOSTLY_SAID if is_rubric_name(flat) else SPOKEN_OF
    kicker = may_be_rubric_name(flat) and not introduces(flat) and said < most
    return (names and begins_name(flat)) or kicker or says_what_is_read(flat)


def _headline(run: list[int], index: int, lines: list[Line]) -> str:
    """A line of a run with what it goes on with below, where it ends open (清晨五点， / 码头先亮灯)."""
    last = index
    while last < run[-1] and lines[last].flat[-1] in "，、" and last - index < LONGEST_PHRASE:
        last += 1
    return "".join(lines[i].flat for i in range(index, last + 1))


def _one_each(lines: list[Line], forms: list[Form], run: list[int]) -> bool:
    """Whether two bylines follow two pieces of display type that a blank line parts: headlines side by side. Of more in
    one place some have no byline, and others a kicker.
    """
    return len(bylines_below(forms, run[-1])) == 2 and sum(lines[i].gap for i in run[1:]) == 1


def _complete(phrase: str) -> bool:
    """Whether nothing goes on with a phrase: the name of a notice, or a subtitle that says what is read (——读《…》)."""
    return ends_notice(phrase) or (phrase.startswith("—") and phrase.endswith("》")) or says_what_is_read(phrase)


def _of_its_own(found: Tie, before: Line, line: Line) -> Tie:
    """A few words before a colon (街道办回复：) say who or what a headline is about: they begin it, unless they stand
    below words that end nothing.
    """
    topic = is_topic_line(line.flat) and before.flat[-1] not in UNFINISHED + "：；"
    return Tie(min(found.phrase, APART.phrase), found.head) if topic else found


def _issued(above: str, flat: str) -> bool:
    """Whether a line is what a notice is called, below who issues it (某某委员会 / 任前公示) and perhaps what it is
    about (某某局国有土地 / 使用权出让公告): both are its headline.
    """
    name = flat.replace(" ", "")
    if not name.endswith(facts()["kind"]["last"]) or ends_notice(above):
        return False
    if len(name) <= CALLED and is_office(above):
        return True
    return is_office_with_its_matter(above) and not is_office_with_its_matter(flat)


# Characters of what a notice is called where who issues it stands above (拟任职公示).
CALLED = 6


def _second_part(phrase: list[int], lines: list[Line], index: int) -> bool:
    """Whether a line begins with the second part of a conjunction whose first part the phrase before it holds."""
    before = "".join(lines[i].flat for i in phrase)
    pairs = facts()["grammar"]["paired"]
    return any(lines[index].flat.startswith(second) and first in before for first, second in pairs)


# None is ever surer than a thousand to one (ties.py).
APART = Tie(math.log(0.001), math.log(0.001))

# No headline ends with a comma or one of these words, whatever else is seen.
UNFINISHED = "，、的在与把被让从"


def _torn(before: str, flat: str) -> bool:
    """Whether a headline set wide apart was torn before a quotation: its first part still ends in single characters."""
    return flat[0] in "“《" and bool(re.search(r"[^ ] [^ ]$", before)) and not is_pen_name(before)


# Lines of a headline; what is longer is text.
LONGEST_PHRASE = 4


def runs(forms: list[Form]) -> list[list[int]]:
    """The display lines that follow each other directly; what is printed twice parts none."""
    out: list[list[int]] = []
    goes_on = False
    for index, form in enumerate(forms):
        if form is DISPLAY:
            if goes_on:
                out[-1].append(index)
            else:
                out.append([index])
        goes_on = form is DISPLAY or (goes_on and form is DUPLICATE)
    return out


def _block(lines: list[Line], run: tuple[int, ...], tie: float) -> Block:
    return Block(
        run,
        "".join(lines[i].flat for i in run),
        any(lines[i].apart for i in run),
        any(lines[i].vertical for i in run),
        max(lines[i].width for i in run),
        tie,
    )
