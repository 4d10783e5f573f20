"""Display type: which lines of a run of headlines, kickers and subheads belong together."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from newsarchive.segment.lines import Line, make
from newsarchive.segment.marks import is_kicker
from newsarchive.segment.roles import Form
from newsarchive.segment.vocabulary import Vocabulary, tokens


@dataclass(frozen=True, slots=True)
class Block:
    """Display lines that are one phrase: a headline of one or more lines, a kicker, a subhead."""

    lines: tuple[int, ...]
    flat: str
    spaced: bool
    vertical: bool
    width: float


def blocks(lines: list[Line], forms: list[Form]) -> list[Block]:
    """The display blocks of a page in order."""
    gaps = sum(x.gap for x in lines) > 0.06 * len(lines)
    prose = "".join(line.flat for line, form in zip(lines, forms, strict=True) if form in (Form.START, Form.ON))
    places = Places(
        [tokens(line.flat) for line, form in zip(lines, forms, strict=True) if form in (Form.START, Form.ON)]
    )
    profiles = {i: places.profile(tokens(lines[i].flat)) for i, form in enumerate(forms) if form is Form.DISPLAY}
    out: list[list[int]] = []
    for index, form in enumerate(forms):
        if form is not Form.DISPLAY:
            continue
        if out and out[-1][-1] == index - 1:
            subject = agreement(profiles[index - 1], profiles[index])
            if one_phrase(lines, out[-1], index, gaps, prose, subject):
                out[-1].append(index)
                continue
        out.append([index])
    return [_block(lines, tuple(run)) for run in out]


def agreement(left: dict[int, float], right: dict[int, float]) -> float | None:
    """How much two phrases speak of the same places of the page (0 to 1), or None where one of them tells nothing."""
    if max(left.values(), default=0.0) < 0.5 or max(right.values(), default=0.0) < 0.5:
        return None
    both = sum(a * right.get(place, 0.0) for place, a in left.items())
    return both / math.sqrt(sum(a * a for a in left.values()) * sum(b * b for b in right.values()))


def _block(lines: list[Line], run: tuple[int, ...]) -> Block:
    return Block(
        run,
        "".join(lines[i].flat for i in run),
        any(lines[i].apart for i in run),
        any(lines[i].vertical for i in run),
        max(lines[i].width for i in run),
    )


def one_phrase(lines: list[Line], run: list[int], index: int, gaps: bool, prose: str, subject: float | None) -> bool:
    """Whether display line ``index`` goes on with the phrase of ``run``, the display lines right before it.

    ``prose`` is the running text of the page: a phrase that the line end cut in two is often found whole in it.
    """
    before, line = lines[run[-1]], lines[index]
    so_far = "".join(lines[i].flat for i in run)
    if before.vertical or line.vertical or len(run) >= 4:
        return False
    if before.apart != line.apart and min(len(before.flat), len(line.flat)) >= 4:
        return False
    # No headline ends with one of these, none begins with one of those.
    if before.flat[-1] in "，、：；的和与及" or (line.flat[0] in "和与及的" and line.width <= LINE_OF_HEAD):
        return True
    if line.flat.startswith("—") or is_kicker(before.flat):
        return False
    if so_far.count("“") != so_far.count("”") or so_far.count("《") != so_far.count("》"):
        return True
    # Two characters on either side: short enough to be repeated, long enough not to be so by chance.
    if before.flat[-2:] + line.flat[:2] in prose:
        return True
    if subject is not None and subject < SAME_SUBJECT:
        return False
    # Lines of one headline are broken to about the same length, and are short, else they would not be broken.
    short, long = sorted((before.width, line.width))
    if long > LINE_OF_HEAD or short < (0.4 if gaps and not line.gap else 0.5) * long:
        return False
    if gaps and not line.gap:
        return True
    if subject is not None:
        # Without blank lines in the dump only the subject says that two lines are not two headlines.
        return len(so_far) <= 8 if gaps else len(run) == 1 and subject >= 0.5 and len(so_far) <= 10
    # Nothing but length tells: five to seven characters are too few for most headlines of their own.
    return len(run) == 1 and 4 < len(so_far) <= 7 and 4 < len(line.flat) <= 7


# Ems of the body's type that a line of a broken headline seldom passes.
LINE_OF_HEAD = 12


# Two halves of one headline speak of one article; halves that agree less than this speak of two.
SAME_SUBJECT = 0.15


def part_merged(lines: list[Line], forms: list[Form], text: str) -> list[Line]:
    """Cut display lines that hold the headlines of two articles, which stood at one height on the page.

    A headline may have a blank inside too (two clauses); it is cut only where its halves share words with
    different places of the page.
    """
    candidates = {i for i, f in enumerate(forms) if f is Form.DISPLAY and _halves(text, lines[i])}
    if not candidates:
        return lines
    places = Places(
        [tokens(line.flat) for line, form in zip(lines, forms, strict=True) if form in (Form.START, Form.ON)]
    )
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
        left, right = (places.profile(tokens(part)) for part in (text[line.start : place], text[place : line.end]))
        subject = agreement(left, right)
        if subject is not None and subject < SAME_SUBJECT:
            return place
    return 0


class Places:
    """Where on the page the words of the bodies stand."""

    def __init__(self, body: list[Counter[str]]) -> None:
        self.count = len(body)
        self._vocabulary = Vocabulary(body)
        self._lines: dict[str, list[int]] = {}
        for n, line in enumerate(body):
            for token in line:
                self._lines.setdefault(token, []).append(n)

    def profile(self, head: Counter[str]) -> dict[int, float]:
        """How much the words of a phrase are said around each stretch of a few lines of the page."""
        out: dict[int, float] = {}
        for token in head:
            weight = self._vocabulary.weight(token)
            for n in self._lines.get(token, ()):
                # Stretches of twelve lines, about two paragraphs; each line counts for its own and its neighbours.
                for place in {(n - REACH) // REACH, n // REACH, (n + REACH) // REACH}:
                    out[place] = out.get(place, 0.0) + weight
        return out


REACH = 12
