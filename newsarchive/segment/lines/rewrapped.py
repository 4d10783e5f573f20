"""Dumps that hold every paragraph on one line, as web pages, word processors and some extractors give them.

Recognition reads a page by its lines: full ones, those with an indent, the short last one. The long lines of such a
dump are wrapped again, as a compositor would set them in a column.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newsarchive.segment.lines.line import NEVER_FIRST, OPENING, Line, ems, ends_sentence, make

# Ems: the column that is set, as wide as most papers'; the indent of a paragraph; a line wider than any column.
COLUMN, INDENT, WIDE = 18.0, 2.0, 40.0
# The share of the type that stands in such lines; and of these lines that may share one width, as a very wide column
# would make them.
MOST, ALIKE = 0.5, 1 / 3
# Lines that show it: fewer are no page.
ENOUGH = 5


def rewrapped(lines: list[Line], text: str) -> list[Line]:
    """The lines of a page, those that hold whole paragraphs wrapped; of any other page as they are."""
    if not holds_paragraphs(lines):
        return lines
    out: list[Line] = []
    indents = any(_is_long(line) and _is_indented(line, text) for line in lines)
    goes_on = False
    for line in lines:
        if not _is_long(line):
            out.append(line)
            goes_on = goes_on and not ends_sentence(line.flat)
            continue
        starts = _is_indented(line, text) if indents else not goes_on
        out += _wrapped(line, text, COLUMN - INDENT if starts else COLUMN)
        goes_on = not ends_sentence(line.flat)
    return out


def holds_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether most of a page stands in lines wider than a column, and of many widths."""
    wide = Counter(round(line.width) for line in lines if line.width > WIDE)
    count = wide.total()
    if count < ENOUGH or max(wide.values()) > max(ENOUGH - 1, ALIKE * count):
        return False
    return sum(width * times for width, times in wide.items()) >= MOST * sum(line.width for line in lines)


def _is_long(line: Line) -> bool:
    """Whether a line is to be wrapped: it is text and no headline."""
    return line.width > COLUMN and (line.width > WIDE or "。" in line.flat or "；" in line.flat)


def _is_indented(line: Line, text: str) -> bool:
    return text[max(0, line.start - 1) : line.start] in tuple(_BLANK)


def _wrapped(line: Line, text: str, room: float) -> list[Line]:
    """A line as lines of a column, of which the first has ``room`` ems."""
    cuts = [line.start]
    width = 0.0
    for at in range(line.start, line.end):
        em = 0.0 if text[at] in _BLANK else ems(text[at])
        width += em
        if width > room and at > cuts[-1] and _may_break(text[at - 1], text[at]):
            cuts.append(at)
            width, room = em, COLUMN
    cuts.append(line.end)
    return [_set(text, begin, end, line, begin == line.start) for begin, end in itertools.pairwise(cuts)]


def _set(text: str, begin: int, end: int, of: Line, first: bool) -> Line:
    """A line of the column. Blanks stand in it where the page had lines set wide apart; they tell nothing of it."""
    made = make(text[begin:end], begin, end, gap=of.gap and first, part=of.part and first)
    bare = "".join(c for c in made.flat if c not in _BLANK)
    return replace(made, width=ems(bare), spaced=False, apart=False)


_BLANK = " 　\t"


def _may_break(before: str, behind: str) -> bool:
    """Whether a line may end between two characters."""
    if behind in NEVER_FIRST or behind in _BLANK or before in OPENING:
        return False
    return not (before.isascii() and behind.isascii() and before != " ")
