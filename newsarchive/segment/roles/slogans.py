"""The slogans of a paper's advertisements for the public good, which look like headlines: 节约用电 从随手做起."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsarchive.segment.forms.facts import facts
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import DISPLAY, FURNITURE, Form

# Two halves of four or five characters, and of a few.
_EVEN = re.compile("[^ ]{4} [^ ]{4}|[^ ]{5} [^ ]{5}")
_HALVES = re.compile("[^ ]{4,7} [^ ]{4,7}")
# Ems of half a slogan: four or five characters, seldom more.
HALF_A_SLOGAN = 7


def slogans(lines: Sequence[Line], forms: list[Form]) -> list[Form]:
    """The slogan under 公益广告 is no headline: a line of display type belongs to the page, and the line right below it
    if each holds half of a slogan, which on one line has a blank between its halves. So does one above it whose halves
    are as long as each other. Two halves that stand in two places of a page are a slogan wherever they stand, and so is
    what says what such slogans do, on a page where 公益广告 stands without one: an extractor tore them apart.
    """
    words = facts()["furniture"]["slogans"]
    out, bare = list(forms), False
    for i, form in enumerate(forms):
        if form is FURNITURE and lines[i].flat in words:
            own = [*_below(i, lines, forms), *_above(i, lines, forms)]
            bare = bare or not own
            for k in own:
                out[k] = FURNITURE
    halved: dict[str, list[int]] = {}
    for i, form in enumerate(forms):
        if form is DISPLAY and _HALVES.fullmatch(lines[i].flat):
            halved.setdefault(lines[i].flat, []).append(i)
    for flat, places in halved.items():
        # Right behind each other they are one headline painted twice.
        if places[-1] > places[0] + 1 or (bare and _themes().match(flat)):
            for i in places:
                out[i] = FURNITURE
    return out


@cache
def _themes() -> re.Pattern[str]:
    return re.compile("|".join(facts()["furniture"]["themes"]))


def _below(i: int, lines: Sequence[Line], forms: Sequence[Form]) -> list[int]:
    """The lines of the slogan right below a line."""
    out = []
    for k in range(i + 1, min(i + 3, len(forms))):
        rest = k > i + 1
        if forms[k] is not DISPLAY or (rest and (lines[k].gap or not _halved(lines[k - 1], lines[k]))):
            break
        out.append(k)
    return out


def _above(i: int, lines: Sequence[Line], forms: Sequence[Form]) -> list[int]:
    """The line of the slogan right above a line, if there is one."""
    return [i - 1] if i and forms[i - 1] is DISPLAY and _EVEN.fullmatch(lines[i - 1].flat) else []


def _halved(first: Line, second: Line) -> bool:
    """Whether two lines are the halves of a slogan: 节约用电 / 从随手做起."""
    return " " not in first.flat and max(first.width, second.width) <= HALF_A_SLOGAN
