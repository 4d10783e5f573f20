"""The parts of a headline: which lines of display type are the kicker 引题, the headline 主题, the subtitle 副题.

A dump does not tell sizes. What is left is the order (kicker, headline, subtitle), the length of the lines (the lines
of one headline are broken to about the same length; a kicker or subtitle is set smaller and holds more), the setting,
the marks at the ends of lines, and the words. The lines are read as one sequence (Viterbi's algorithm, 1967) with the
weights of weights.TITLE.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsarchive.segment.lines import Line
from newsarchive.segment.marks import is_kicker
from newsarchive.segment.seam import straddle
from newsarchive.segment.ties import SHORT_TOGETHER, WORD_ACROSS
from newsarchive.segment.weights import TITLE

PARTS = ("kicker", "headline", "subtitle")


def own_features(line: Line, first: bool, last: bool) -> list[str]:
    """What a line of display type shows by itself."""
    size = len(line.flat.replace(" ", ""))
    out = [f"long {min(size // 4, 5)}"]
    flags = {
        "first": first,
        "last": last,
        "only": first and last,
        "spaced": line.apart,
        "upright": line.vertical,
        "dash": line.flat.startswith(("—", "来自")),
        "kicker's end": is_kicker(line.flat),
        "two phrases": bool(re.search(r"[一-鿿”] [一-鿿“]", line.flat)),
        "comma": bool(re.search(r"[，：；]", line.flat[:-1])),
        "call": line.flat[-1:] in "？！",
        "paper's own": line.flat.startswith(("本报", "本刊")),
    }
    return out + [name for name, on in flags.items() if on]


def step_features(before: Line, line: Line, phrase: bool, style: str, prose: str) -> list[str]:
    """What shows whether a line goes on with the part of the line before; ``phrase`` says they are of one block."""
    a, b = before.flat.replace(" ", ""), line.flat.replace(" ", "")
    ratio = len(b) / len(a)
    out = ["ratio " + ("much less" if ratio < 0.5 else "less" if ratio < 0.8 else "same" if ratio <= 1.25 else "more")]
    if ratio > 2:
        out.append("ratio much more")
    if phrase:
        out.append("one phrase")
    if style != "none":
        out.append(f"{style}, {'gap' if line.gap else 'no gap'}")
    if before.apart != line.apart:
        out.append("other setting")
    elif line.apart:
        out.append("both spaced")
    if a[-1] in "，、：；" or a.count("“") > a.count("”") or a.count("《") > a.count("》"):
        out.append("unfinished")
    if len(a) + len(b) <= SHORT_TOGETHER:
        out.append("short together")
    if a[-2:] + b[:2] in prose:
        out.append("said in the text")
    if straddle(a, b) > WORD_ACROSS:
        out.append("word across")
    return out


def parts(blocks: Sequence[Sequence[Line]], style: str, prose: str) -> list[str]:
    """The part of every line of a head, in order kicker, headline, subtitle; there is always a headline.

    ``blocks`` are the lines of its display blocks (heads.py), ``style`` says what blank lines mean in this dump
    (roles.gap_style), ``prose`` is the running text of the article.
    """
    return _read(blocks, style, prose)[1]


def arranged(pieces: Sequence[Sequence[Sequence[Line]]], style: str, prose: str) -> tuple[tuple[int, ...], list[str]]:
    """The order in which the pieces of a head that stand apart on the page are to be read, each of one or more
    blocks, and the part of every line in that order. Of more than three pieces the order stays.
    """
    orders = list(itertools.permutations(range(len(pieces)))) if len(pieces) <= 3 else [tuple(range(len(pieces)))]
    # What begins with a dash adds to something before it.
    orders = [order for order in orders if not pieces[order[0]][0][0].flat.startswith("—")] or orders
    read = {order: _read([block for n in order for block in pieces[n]], style, prose) for order in orders}
    best = max(orders, key=lambda order: read[order][0])
    return best, _labelled([block for n in best for block in pieces[n]], read[best][1])


def _labelled(blocks: Sequence[Sequence[Line]], labels: list[str]) -> list[str]:
    """The parts of a head, the label of a series below its headline a kicker: a subtitle adds something in more than a
    few characters.
    """
    last = blocks[-1]
    label = len(last) == 1 and len(last[0].flat.replace(" ", "")) <= LABEL and last[0].flat[0] not in "—“"
    if labels[-1] != "subtitle" or "kicker" in labels or not label:
        return labels
    return [*labels[:-1], "kicker"]


# Characters of the label of a series (赛场故事), at most.
LABEL = 5


def _flat(blocks: Sequence[Sequence[Line]]) -> tuple[list[Line], list[bool]]:
    """The lines of blocks, and of each whether it goes on with a block."""
    return [line for block in blocks for line in block], [n > 0 for block in blocks for n in range(len(block))]


def _read(blocks: Sequence[Sequence[Line]], style: str, prose: str) -> tuple[float, list[str]]:
    """The best reading of the lines, and its score."""
    lines, phrases = _flat(blocks)
    count = len(lines)
    best: list[dict[str, tuple[float, str]]] = []
    for i, line in enumerate(lines):
        own = own_features(line, i == 0, i == count - 1)
        steps = step_features(lines[i - 1], line, phrases[i], style, prose) if i else []
        row: dict[str, tuple[float, str]] = {}
        for n, part in enumerate(PARTS):
            here = sum(TITLE.get(f"{part}: {name}", 0.0) for name in own)
            if not i:
                # A head does not begin with its subtitle.
                if part != "subtitle":
                    row[part] = (here, "")
                continue
            # A phrase is in one part, but what a dash opens adds to what stands before it.
            whole = phrases[i] and line.flat[0] != "—"
            options = []
            for m, before in enumerate(PARTS[: n + 1]):
                if before not in best[-1] or n - m > 1 or (whole and n != m):
                    continue
                options.append((best[-1][before][0] + step_score(before, part, steps), before))
            if options:
                value, before = max(options)
                row[part] = (value + here, before)
        best.append(row)
    # The last line is no kicker: a kicker without a headline is one.
    part = max((p for p in best[-1] if p != "kicker"), key=lambda p: best[-1][p][0])
    score = best[-1][part][0]
    out: list[str] = []
    for row in reversed(best):
        out.append(part)
        part = row[part][1]
    return score, out[::-1]


def _step(before: str, part: str) -> str:
    return "same" if before == part else f"{before}>{part}"


def step_score(before: str, part: str, names: Sequence[str]) -> float:
    """How well one part follows another over what shows between them."""
    step = _step(before, part)
    return TITLE.get(step, 0.0) + sum(TITLE.get(f"{step}: {name}", 0.0) for name in names)


def feature_names(blocks: Sequence[Sequence[Line]], labels: Sequence[str], style: str, prose: str) -> list[str]:
    """The names of all features of one reading, for the fit."""
    out: list[str] = []
    lines, phrases = _flat(blocks)
    for i, (line, part) in enumerate(zip(lines, labels, strict=True)):
        out.extend(f"{part}: {name}" for name in own_features(line, i == 0, i == len(lines) - 1))
        if i:
            step = _step(labels[i - 1], part)
            out.append(step)
            out.extend(f"{step}: {name}" for name in step_features(lines[i - 1], line, phrases[i], style, prose))
    return out
