"""Display type: which lines of a run of headlines, kickers and subheads belong together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsarchive.segment.lines import Line
from newsarchive.segment.roles import Form


@dataclass(frozen=True, slots=True)
class Block:
    """Display lines that are one phrase: a headline of one or more lines, a kicker, a subhead."""

    lines: tuple[int, ...]
    flat: str
    spaced: bool
    vertical: bool
    width: float


def blocks(lines: list[Line], forms: list[Form], known: Callable[[str], bool]) -> list[Block]:
    """The display blocks of a page in order. ``known(phrase)`` says whether the page's bodies contain a phrase."""
    gaps = sum(x.gap for x in lines) > 0.06 * len(lines)
    out: list[list[int]] = []
    for index, form in enumerate(forms):
        if form is not Form.DISPLAY:
            continue
        if out and out[-1][-1] == index - 1 and one_phrase(lines, out[-1], index, gaps, known):
            out[-1].append(index)
        else:
            out.append([index])
    return [_block(lines, tuple(run)) for run in out]


def _block(lines: list[Line], run: tuple[int, ...]) -> Block:
    return Block(
        run,
        "".join(lines[i].flat for i in run),
        any(lines[i].spaced for i in run),
        any(lines[i].vertical for i in run),
        max(lines[i].width for i in run),
    )


def one_phrase(lines: list[Line], run: list[int], index: int, gaps: bool, known: Callable[[str], bool]) -> bool:
    """Whether display line ``index`` goes on with the phrase of ``run``, the display lines right before it."""
    before, line = lines[run[-1]], lines[index]
    so_far = "".join(lines[i].flat for i in run)
    if before.vertical or line.vertical or len(run) >= 4:
        return False
    if before.spaced != line.spaced and min(len(before.flat), len(line.flat)) >= 4:
        return False
    if before.flat[-1] in "，、：；" or before.flat[-1] in "的和与及" and not line.gap:
        return True
    if line.flat.startswith(("——", "—")):
        return False
    if so_far.count("“") != so_far.count("”") or so_far.count("《") != so_far.count("》"):
        return True
    left, right = re.sub(r"[“”‘’《》]", "", before.flat), re.sub(r"[“”‘’《》]", "", line.flat)
    # Three characters on one side and two on the other: short enough to be repeated, long enough not to be so by chance.
    if known(left[-2:] + right[:2]) or known(before.flat[-2:] + line.flat[:2]):
        return True
    if line.gap:
        return False
    if before.spaced and line.spaced:
        return True
    return gaps
