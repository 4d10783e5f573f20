"""The pieces of one article in the order in which they are to be read.

Within an article the order of the dump holds, but for three things: the piece under the headline or with the lead is
the first, a piece that goes on with an unfinished sentence follows it, and none begins with the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.segment.flow import Para, link
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import Look
from newsarchive.segment.takeup import Group
from newsarchive.segment.vocabulary import Vocabulary, tokens


@dataclass(frozen=True, slots=True)
class Ordered:
    """The paragraphs of an article in order, as indices; ``joined`` are those that go on with the one before."""

    paras: tuple[int, ...]
    joined: frozenset[int]


def ordered(
    group: Group, paras: Sequence[Para], lines: Sequence[Line], seen: Sequence[Look], heads: frozenset[int]
) -> Ordered:
    """Put the pieces of an article in order: the piece under the headline or with the lead first, then what goes on
    where another piece was left open, the rest as it stands.

    ``heads`` are the lines of the article's headline and byline.
    """
    runs: list[list[int]] = []
    for k in group.paras:
        if runs and runs[-1][-1] == k - 1 and paras[k - 1].lines[-1] < paras[k].lines[0]:
            runs[-1].append(k)
        else:
            runs.append([k])
    if len(runs) == 1:
        return Ordered(group.paras, frozenset())
    after = _goes_on(runs, paras, lines, seen)
    followers = set(after.values())

    def opens(run: list[int]) -> bool:
        line = paras[run[0]].lines[0]
        return seen[line].lead or line - 1 in heads

    free = [r for r in range(len(runs)) if r not in followers]
    # Something must come first, even where the links go round.
    free = free or [0]
    first = min(free, key=lambda r: (not opens(runs[r]), paras[runs[r][0]].open_start, r))
    free = [first, *(r for r in free if r != first)]
    order: list[int] = []
    for r in free:
        step: int | None = r
        while step is not None and step not in order:
            order.append(step)
            step = after.get(step)
    order.extend(r for r in range(len(runs)) if r not in order)
    joined = frozenset(runs[b][0] for a, b in after.items() if order.index(b) == order.index(a) + 1)
    return Ordered(tuple(k for r in order for k in runs[r]), joined)


def _goes_on(
    runs: list[list[int]], paras: Sequence[Para], lines: Sequence[Line], seen: Sequence[Look]
) -> dict[int, int]:
    """Which run goes on with the sentence that a run was left in, best match first."""
    words = [tokens("".join(lines[i].flat for i in p.lines)) for p in paras]
    vocabulary = Vocabulary(words)
    offers = []
    for a, left in enumerate(runs):
        for b, right in enumerate(runs):
            i, j = left[-1], right[0]
            if a != b and paras[i].open_end and paras[j].open_start:
                offers.append((-link(paras, i, j, lines, seen, words, vocabulary), a, b))
    after: dict[int, int] = {}
    for _, a, b in sorted(offers):
        step = b
        while step in after:
            step = after[step]
        if a not in after and b not in after.values() and step != a:
            after[a] = b
    return after
