"""Headlines to articles as one best assignment, and the parts of a headline: kicker, headline, subtitle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.segment.heads import Block
from newsarchive.segment.marks import is_kicker
from newsarchive.segment.vocabulary import Vocabulary
from newsarchive.segment.weights import TITLE


@dataclass(frozen=True, slots=True)
class Body:
    """An article as its headline sees it: its words, the lines of its paragraphs, and the block the reading opened
    it with.
    """

    words: Counter[str]
    first: int
    last: int
    opened: tuple[int, ...]
    column: float
    blocks_before: tuple[int, ...]
    blocks_behind: tuple[int, ...]
    continued: bool


def assign(weights: Sequence[Sequence[float]]) -> list[int]:
    """The best one-to-one assignment of rows to columns (Kuhn 1955, in the shortest-path form of Jonker and
    Volgenant 1987).

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
    return [
        [
            sum(
                TITLE.get(name, 0.0) * value
                for name, value in features(body, n, shown, fitness, affinity(heads[n], body.words, vocabulary))
            )
            for n in range(len(shown))
        ]
        for body in bodies
    ]


def features(
    body: Body, n: int, shown: Sequence[Block], fitness: Sequence[tuple[str, ...]], shared: float
) -> list[tuple[str, float]]:
    """What speaks for and against block ``n`` as the headline of an article, by name."""
    block = shown[n]
    out = [("base", 1.0), ("shared", shared), *((name, 1.0) for name in fitness[n])]
    if n in body.blocks_before:
        out.append(("before", 1.0))
        # Directly above the first line, or with a byline between.
        if body.first - block.lines[-1] <= 2:
            out.append(("right before", 1.0))
        if len(body.blocks_before) <= 3:
            out.append(("before, few", 1.0))
    if n in body.blocks_behind:
        out.append(("behind", 1.0))
        if block.lines[0] - body.last <= 2:
            out.append(("right behind", 1.0))
    if body.first < block.lines[0] < body.last:
        out.append(("within", 1.0))
    if n in body.opened:
        out.append(("opened", 1.0))
    if is_kicker(block.flat):
        out.append(("kicker word", 1.0))
    if block.flat.endswith(("。", "，", "；", "、")):
        out.append(("stop", 1.0))
    return out


def affinity(head: Counter[str], words: Counter[str], vocabulary: Vocabulary) -> float:
    """What a headline shares with an article, in proportion to what the headline says at all."""
    said = sum(vocabulary.weight(t) for t in head) or 1.0
    shared = sum(vocabulary.weight(t) for t in head if t in words)
    # Half absolute, half relative: a long headline shares more by chance, a short one has little to share.
    return shared / (0.5 * said + 1.0)


def split_stack(stack: Sequence[Block], main: int) -> tuple[list[int], list[int], list[int]]:
    """Kicker, headline and subtitle (as indices into ``stack``) of the blocks of one headline, ``main`` being one
    of them.

    A kicker introduces, a subtitle explains; both are set smaller than the headline and mostly longer. Without
    sizes in a dump the words,
    the order and the setting (spaced, of several lines) must tell.
    """
    if len(stack) == 1:
        return [], [main], []
    scores = []
    for i, block in enumerate(stack):
        score = 0.1 if i == main else 0.0
        score += 2.0 if block.spaced or block.vertical else 0.0
        score += 1.0 if len(block.lines) > 1 else 0.0
        score += 0.7 if re.search(r"[，？！ ：]", block.flat.rstrip("：")) else 0.0
        score += 0.4 if "“" in block.flat else 0.0
        score -= 2.0 if is_kicker(block.flat) else 0.0
        score -= 3.0 if block.flat.startswith(("—", "来自", "——")) else 0.0
        score -= 1.0 if len(block.flat) <= 4 else 0.0
        # A subtitle is set smaller, so it holds more than the line above it.
        score -= 0.5 if i and len(block.flat) >= 1.5 * len(stack[i - 1].flat) else 0.0
        # Of two, the first is the kicker about twice as often as the second is a subtitle.
        score += 0.4 if i == 1 and len(stack) == 2 else 0.6 if len(stack) == 3 and i == 1 else 0.0
        scores.append(score)
    best = max(range(len(stack)), key=scores.__getitem__)
    return list(range(best)), [best], list(range(best + 1, len(stack)))
