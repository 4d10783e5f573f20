"""Display type: which lines of a run of headlines, kickers and subheads belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsarchive.segment.lines import Line, make
from newsarchive.segment.marks import is_byline
from newsarchive.segment.roles import Form
from newsarchive.segment.ties import SAME_STORY, SAME_SUBJECT, Display, Places, agreement, openings
from newsarchive.segment.vocabulary import tokens


@dataclass(frozen=True, slots=True)
class Block:
    """Display lines that are one phrase: a headline of one or more lines, a kicker, a subhead."""

    lines: tuple[int, ...]
    flat: str
    spaced: bool
    vertical: bool
    width: float
    tie: float = 0.0  # the log odds of being of one head with the block right before, 0 where none stands there


def blocks(lines: list[Line], forms: list[Form]) -> list[Block]:
    """The display blocks of a page in order."""
    display = Display(lines, forms)
    out: list[Block] = []
    for run in runs(forms):
        phrase = [run[0]]
        tie = 0.0
        for index in run[1:]:
            found = display.tie(phrase, index, len(run))
            # No headline ends with a comma, whatever else is seen.
            goes_on = found.phrase > 0 or (lines[phrase[-1]].flat[-1] in "，、" and not lines[index].gap)
            if goes_on and len(phrase) < LONGEST_PHRASE:
                phrase.append(index)
            else:
                out.append(_block(lines, tuple(phrase), tie))
                phrase, tie = [index], found.head
        out.append(_block(lines, tuple(phrase), tie))
    return out


# Lines of a headline; what is longer is text.
LONGEST_PHRASE = 4


def runs(forms: list[Form]) -> list[list[int]]:
    """The display lines that follow each other directly."""
    out: list[list[int]] = []
    for index, form in enumerate(forms):
        if form is Form.DISPLAY:
            if out and out[-1][-1] == index - 1:
                out[-1].append(index)
            else:
                out.append([index])
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


def part_merged(lines: list[Line], forms: list[Form], text: str) -> list[Line]:
    """Cut display lines that hold the headlines of two articles, or a byline and a headline, which stood at one
    height on the page.

    A headline may have a blank inside too (two clauses); it is cut only where its halves share words with
    different places of the page.
    """
    candidates = {i for i, f in enumerate(forms) if f is Form.DISPLAY and _halves(text, lines[i])}
    if not candidates:
        return lines
    body, opening = openings(lines, forms)
    places = Places([tokens(lines[i].flat) for i in body], opening)
    out: list[Line] = []
    for i, line in enumerate(lines):
        cut = _cut(text, line, places) if i in candidates else 0
        if cut:
            out.extend(
                (
                    make(
                        text[line.start : cut].rstrip(),
                        line.start,
                        line.start + len(text[line.start : cut].rstrip()),
                        line.gap,
                    ),
                    make(text[cut : line.end], cut, line.end, True),
                )
            )
        else:
            out.append(line)
    return out


# Characters that two headlines on one line may have together.
LONGEST_HEAD = 120


def _halves(text: str, line: Line) -> list[int]:
    """Where the line could be cut: after single blanks between Han or marks with four characters and more on both
    sides.
    """
    if (
        line.end - line.start > LONGEST_HEAD
        or line.vertical
        or line.part
        or line.spaced
        or "\n" in text[line.start : line.end]
    ):
        return []
    shown = text[line.start : line.end]
    places = [m.end() for m in re.finditer(r"(?<=[^A-Za-z0-9 ])[ ]+(?=[^ ])", shown)]
    return [
        line.start + p for p in places if len(shown[:p].replace(" ", "")) >= 4 and len(shown[p:].replace(" ", "")) >= 4
    ]


def _cut(text: str, line: Line, places: Places) -> int:
    for place in _halves(text, line):
        if is_byline(text[line.start : place].strip()) or is_byline(text[place : line.end].strip()):
            return place
        halves = [tokens(part) for part in (text[line.start : place], text[place : line.end])]
        subject = agreement(*map(places.profile, halves))
        story = agreement(*map(places.stories, halves))
        if (subject is not None and subject < SAME_SUBJECT) or (story is not None and story < SAME_STORY):
            return place
    return 0
