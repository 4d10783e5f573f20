"""Headlines to articles as one best assignment, and the parts of a headline: kicker, headline, subtitle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.segment import marks
from newsarchive.segment.heads import Block
from newsarchive.segment.vocabulary import Vocabulary
from newsarchive.segment.weights import TITLE


@dataclass(frozen=True, slots=True)
class Body:
    """An article as its headline sees it: its words, the lines of its paragraphs, and the block the reading opened it with."""

    words: Counter[str]
    first: int
    last: int
    opened: int
    column: float
    blocks_before: tuple[int, ...]
    blocks_behind: tuple[int, ...]
    continued: bool


def assign(weights: Sequence[Sequence[float]]) -> list[int]:
    """The best one-to-one assignment of rows to columns (Kuhn 1955, in the shortest-path form of Jonker and Volgenant 1987).

    Returns the column of every row, -1 for a row whose best share in the assignment is worth nothing (0 or less).
    """
    rows = len(weights)
    columns = len(weights[0]) if rows else 0
    if not columns:
        return [-1] * rows
    # Every row may also stay alone, at weight 0.
    width = columns + rows
    cost = [[-max(0.0, w) for w in row] + [0.0] * rows for row in weights]
    u, v = [0.0] * (rows + 1), [0.0] * (width + 1)
    match, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, rows + 1):
        match[0] = row
        at = 0
        least = [float("inf")] * (width + 1)
        done = [False] * (width + 1)
        while True:
            done[at] = True
            r, delta, following = match[at], float("inf"), 0
            for c in range(1, width + 1):
                if done[c]:
                    continue
                value = cost[r - 1][c - 1] - u[r] - v[c]
                if value < least[c]:
                    least[c], way[c] = value, at
                if least[c] < delta:
                    delta, following = least[c], c
            for c in range(width + 1):
                if done[c]:
                    u[match[c]] += delta
                    v[c] -= delta
                else:
                    least[c] -= delta
            at = following
            if match[at] == 0:
                break
        while at:
            match[at] = match[way[at]]
            at = way[at]
    out = [-1] * rows
    for c in range(1, columns + 1):
        if match[c] and weights[match[c] - 1][c - 1] > 0:
            out[match[c] - 1] = c - 1
    return out


def headline_weights(
    bodies: Sequence[Body], shown: Sequence[Block], fitness: Sequence[tuple[str, ...]], heads: Sequence[Counter[str]]
) -> list[list[float]]:
    """How well every block fits every article as its headline."""
    vocabulary = Vocabulary([b.words for b in bodies])
    table = []
    for body in bodies:
        row = []
        for n, block in enumerate(shown):
            value = TITLE["base"] + TITLE["shared"] * affinity(heads[n], body.words, vocabulary)
            if n in body.blocks_before:
                value += TITLE["before"]
                if n == body.blocks_before[-1]:
                    value += TITLE["last before"]
            if n in body.blocks_behind:
                value += TITLE["behind"]
            if body.first < block.lines[0] < body.last:
                value += TITLE["within"]
            if n == body.opened:
                value += TITLE["opened"]
            value += sum(TITLE.get(name, 0.0) for name in fitness[n])
            if is_kicker(block.flat):
                value += TITLE["kicker word"]
            row.append(value)
        table.append(row)
    return table


def affinity(head: Counter[str], words: Counter[str], vocabulary: Vocabulary) -> float:
    """What a headline shares with an article, in proportion to what the headline says at all."""
    said = sum(vocabulary.weight(t) for t in head) or 1.0
    shared = sum(vocabulary.weight(t) for t in head if t in words)
    # Half absolute, half relative: a long headline shares more by chance, a short one has little to share.
    return shared / (0.5 * said + 1.0)


_KICKER_END = re.compile(r"(?:强调|指出|表示|要求|综述|专访|访谈|故事|观察|走笔|手记|读书|视点|关注|聚焦|侧记|纪实|时指出|时强调|会上强调)[：:]?$")


def is_kicker(flat: str) -> bool:
    """Whether display type closes like an introduction to a headline: … 强调, … 综述, … 故事."""
    return bool(_KICKER_END.search(flat)) or flat in marks.facts()["furniture"]["sections"]


def split_stack(stack: Sequence[Block], main: int) -> tuple[list[int], list[int], list[int]]:
    """Kicker, headline and subtitle (as indices into ``stack``) of the blocks of one headline, ``main`` being one of them.

    A kicker introduces, a subtitle explains; both are set smaller than the headline and mostly longer. Without sizes in a dump the words,
    the order and the setting (spaced, of several lines) must tell.
    """
    if len(stack) == 1:
        return [], [main], []
    scores = []
    for i, block in enumerate(stack):
        score = 0.5 if i == main else 0.0
        score += 2.0 if block.spaced or block.vertical else 0.0
        score += 1.0 if len(block.lines) > 1 else 0.0
        score -= 2.0 if is_kicker(block.flat) else 0.0
        score -= 3.0 if block.flat.startswith("—") or block.flat.startswith("来自") else 0.0
        score -= 1.0 if len(block.flat) <= 4 else 0.0
        # Of two, the first is the kicker about twice as often as the second is a subtitle.
        score += 0.4 if i == 1 and len(stack) == 2 else 0.6 if len(stack) == 3 and i == 1 else 0.0
        scores.append(score)
    best = max(range(len(stack)), key=scores.__getitem__)
    return list(range(best)), [best], list(range(best + 1, len(stack)))
