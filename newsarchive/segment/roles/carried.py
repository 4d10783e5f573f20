"""Lines that stay short because what comes next may not stand there, and first lines of paragraphs, which stay short
for their indent.

An opening mark ends no line, and a closing one begins none, so that the character before it is carried over with it;
a number or a word of Latin letters stays whole. Any other line inside a paragraph fills its column, but for its marks,
which may be squeezed and stretched.
"""

from __future__ import annotations

from newsarchive.segment.lines.line import NEVER_FIRST, OPENING, PUNCT, Line, ends_sentence
from newsarchive.segment.roles.form import ON, START, Form, going_on
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import INDENT, unindented

# Ems by which a mark may be squeezed, and by which a column is not measured exactly.
SQUEEZED, INEXACT = 0.5, 0.35


def carries(line: Line, look: Look, below: Line) -> bool:
    """Whether a line is short for a mark at the beginning of the next, and no first line of a paragraph: with an indent
    it would not fit its column, however its marks are squeezed.
    """
    # Items and captions begin with a mark.
    marked = not line.flat[0].isalnum() and line.flat[0] not in OPENING
    if not _carried(below) or marked or below.gap or look.lead or line.apart or not look.column:
        return False
    return line.width - SQUEEZED * _marks(line) + INDENT > look.column + INEXACT


def sets_no_indents(lines: list[Line], forms: list[Form], seen: list[Look]) -> bool:
    """Whether a paper sets its paragraphs without an indent."""
    starts = [i for i, form in enumerate(forms) if form is START]
    return 2 * sum(unindented(lines[i], seen[i]) for i in starts) > len(starts)


def begun_by_indent(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """The first line of a paragraph, read as going on because the last line above it is full: it stays short, and the
    next line begins with nothing that could not have stood there. The more marks it holds, the shorter it may be
    without an indent.
    """
    short = [i for i in going_on(forms) if bool(seen[i].column) and SHORT <= seen[i].short < INDENT + SHORT]
    fresh = [i for i in short if ends_sentence(lines[i - 1].flat) and forms[i + 1 : i + 2] == [ON]]
    if not fresh or sets_no_indents(lines, forms, seen):
        return forms
    out = list(forms)
    for i in fresh:
        line, below = lines[i], lines[i + 1]
        if line.gap or below.gap or line.apart:
            continue
        plain = _marks(line) <= FEW and not any(char.isascii() for char in line.flat + below.flat[:1])
        if plain and not _carried(below):
            out[i] = START
    return out


# Ems that a first line stays below its column, its marks stretched, and marks that it has, at most: of lines with so
# few inside a paragraph hardly one in twenty is as short, with four every second.
SHORT, FEW = 0.7, 3


def _carried(below: Line) -> bool:
    """Whether a line begins with what could not stand at the end of the one above for its marks."""
    return below.flat[0] in OPENING or below.flat[1:2] in tuple(NEVER_FIRST)


def _marks(line: Line) -> int:
    return sum(char in PUNCT for char in line.flat)
