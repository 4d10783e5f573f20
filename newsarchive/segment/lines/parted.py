"""Lines that hold two: the end of one text and the beginning of another, or a line and its second copy."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from newsarchive.model import Kind
from newsarchive.segment.forms.bylines import is_byline
from newsarchive.segment.forms.facts import facts
from newsarchive.segment.forms.marks import kind_of, signature_of
from newsarchive.segment.lines.line import HAN, Line, ems, ends_sentence

# A sentence that ends before a blank, and what stands behind it on the same line.
_ENDS_AND_BEGINS = re.compile(rf"(?P<end>.*[。！？][”’]?) +(?P<begin>[“‘《]?{HAN}[^ ]+)")
# Names in brackets, and the first line of a paragraph behind them.
_SIGNED = re.compile(rf"(?P<end>（[^（）]{{2,16}}）) +(?P<begin>[“‘《]?{HAN}[^ ].{{5,}})")


def parted(lines: list[Line]) -> list[Line]:
    """Part the last line of a column from the first one of another, drawn beside it on one line.

    A blank stands between them, the second is two ems narrower than the lines below it, and those are of another
    width than the ones above, or the two together do not fit into their column. The names in brackets that sign the
    text above go on with nothing.
    """
    out: list[Line] = []
    for index, one in enumerate(lines):
        signed = _SIGNED.fullmatch(one.flat) if one.flat.startswith("（") and not one.part else None
        if signed and _ends_text(lines[index - 1] if index else None, one, signed["end"]):
            out.extend(_cut(one, signed["end"], signed["begin"]))
            continue
        whole = one.spaced or one.part or " " not in one.flat
        found = None if whole else _ENDS_AND_BEGINS.fullmatch(one.flat)
        if not found:
            out.append(one)
            continue
        above, below = lines[max(0, index - NEAR) : index], lines[index + 1 : index + 1 + NEAR]
        if len(above) < NEAR or len(below) < NEAR or not _plain(one):
            out.append(one)
            continue
        column, old = max(x.width for x in below), max(x.width for x in above)
        begins = abs(column - ems(found["begin"]) - INDENT) <= ROOM and min(x.width for x in below) >= column - 2 * ROOM
        if begins and (old - column >= INDENT - ROOM or one.width > old + ROOM):
            out.extend(_cut(one, found["end"], found["begin"]))
        else:
            out.append(one)
    return out


def _ends_text(above: Line | None, one: Line, names: str) -> bool:
    """Whether names in brackets at the beginning of a line sign the text above it."""
    return _plain(one) and above is not None and ends_sentence(above.flat) and signature_of(names) is not None


def _plain(one: Line) -> bool:
    """Whether folding left every character of a line in its place: only such a line can be cut."""
    return one.end - one.start == len(one.flat)


def _cut(one: Line, first: str, second: str) -> tuple[Line, Line]:
    """A line cut in two, the blank between them left out."""
    at = one.end - len(second)
    return (
        replace(one, end=one.start + len(first), flat=first, width=ems(first)),
        Line(at, one.end, second, ems(second), gap=False),
    )


def run_in_bylines(lines: list[Line]) -> list[Line]:
    """Part the names that a byline goes on with on the line below (本报记者 甲乙 实习生 / 丙丁 昨天上午…) from the text
    behind them.
    """
    out, posts = list(lines[:1]), facts()["signed"]["posts"]
    for above, one in itertools.pairwise(lines):
        # Hardly a line ends so. One that is a post alone may be what stands over a text.
        waits = above.flat.endswith(posts) and " " in above.flat and not one.gap and _plain(one)
        names = _names(one.flat) if waits else ""
        text = one.flat[len(names) :].lstrip()
        # Who took the pictures may follow too.
        named = bool(names) and len(text) >= TEXT and not is_byline(f"{above.flat} {one.flat}")
        if named and is_byline(f"{above.flat} {names}"):
            out.extend(_cut(one, names, text))
        else:
            out.append(one)
    return out


def _names(flat: str) -> str:
    """The words that a line begins with which may all be names."""
    return " ".join(itertools.takewhile(_NAME.fullmatch, flat.split(" ")))


_NAME = re.compile(f"{HAN}{{2,4}}")
# Characters of the text behind the names on their line, at least: what is shorter may be the end of a long byline.
TEXT = 6


# Characters of a line of a headline, and of what a notice is called, at least.
SHORTEST, NOTICE = 3, 2


def copies_parted(lines: list[Line]) -> list[Line]:
    """Part the two copies of a line of a headline that was painted twice to look bold, where two lines or more that
    follow each other are so, or one and its copy below it, or others of the page are so: the cleaning knows long ones,
    and a single short one may be meant (加油加油).
    """
    halves = [_said_twice(one) for one in lines]
    if not any(halves):
        return lines
    pairs = [i for i, (a, b) in enumerate(itertools.pairwise(lines)) if a.flat == b.flat and not b.gap]
    copied = {k for i in pairs for k in (i, i + 1)}
    doubled = [len(half) >= SHORTEST for half in halves]
    bold = len(pairs) + sum(doubled) > MOST_BY_CHANCE
    twice = [double or i in copied for i, double in enumerate(doubled)]
    out: list[Line] = []
    for i, (one, first) in enumerate(zip(lines, halves, strict=True)):
        above = i > 0 and twice[i - 1] and not one.gap
        below = i + 1 < len(lines) and twice[i + 1] and not lines[i + 1].gap
        # What a notice is called nobody says twice: 更正更正.
        notice = len(first) >= NOTICE and kind_of(first) is Kind.NOTICE
        if notice or (doubled[i] and (above or below or bold)):
            middle = one.start + len(first)
            out.append(replace(one, end=middle, flat=first, width=ems(first)))
            out.append(replace(one, start=middle, flat=first, width=ems(first), gap=False))
        else:
            out.append(one)
    return out


def _said_twice(one: Line) -> str:
    """What a line of plain Han says twice, if it is that and nothing else."""
    half = len(one.flat) // 2
    # Of nearly all lines the first characters tell.
    if one.flat[:1] != one.flat[half : half + 1]:
        return ""
    first = one.flat[:half]
    return first if one.flat == 2 * first and _plain(one) and re.fullmatch(f"{HAN}+", first) else ""


# Lines of a page that may stand twice though none is painted so.
MOST_BY_CHANCE = 4
# Lines that show how wide a column is; ems of an indent; ems by which squeezed marks may make a full line differ.
NEAR, INDENT, ROOM = 3, 2.0, 0.5
