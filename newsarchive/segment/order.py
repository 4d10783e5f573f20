"""The pieces of one article in the order in which they are to be read.

Within an article the order of the dump holds, but for three things: the piece under the headline or with the lead is
the first, a piece that goes on with an unfinished sentence follows it, and none begins with the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsarchive.segment.flow import Para, Torn
from newsarchive.segment.takeup import Group


@dataclass(frozen=True, slots=True)
class Ordered:
    """The paragraphs of an article in order, as indices; ``joined`` are those that go on with the one before."""

    paras: tuple[int, ...]
    joined: frozenset[int]


def ordered(group: Group, torn: Torn, heads: frozenset[int]) -> Ordered:
    """Put the pieces of an article in order; ``torn`` has the paragraphs of the page, ``heads`` are the lines of the
    article's headline and byline.
    """
    paras = torn.paras

    def opens(k: int) -> bool:
        line = paras[k].lines[0]
        return torn.seen[line].lead or (line - 1 in heads and not paras[k].open_start)

    runs: list[list[int]] = []
    for k in group.paras:
        straight = bool(runs) and runs[-1][-1] == k - 1
        if straight and not (paras[k].open_start or paras[k - 1].open_end or opens(k)):
            runs[-1].append(k)
        else:
            runs.append([k])
    runs = _turned(runs, group, torn, opens)
    if len(runs) == 1:
        return Ordered(tuple(runs[0]), frozenset())
    after = _goes_on(runs, torn)
    followers = set(after.values())
    # Something must come first, even where the links go round.
    free = [r for r in range(len(runs)) if r not in followers] or [0]
    first = min(free, key=lambda r: (not opens(runs[r][0]), paras[runs[r][0]].open_start, r))
    order: list[int] = []
    for r in [first, *(r for r in free if r != first)]:
        step: int | None = r
        while step is not None and step not in order:
            order.append(step)
            step = after.get(step)
    order.extend(r for r in range(len(runs)) if r not in order)
    joined = frozenset(runs[b][0] for a, b in after.items() if order.index(b) == order.index(a) + 1)
    return Ordered(tuple(k for r in order for k in runs[r]), joined)


def _turned(runs: list[list[int]], group: Group, torn: Torn, opens: Callable[[int], bool]) -> list[list[int]]:
    """Cut the run that begins inside a sentence where the article begins in it: its beginning goes on with its own end,
    or with that of a run behind it, and no other run can be the first.

    The cut is made where the page looks most like the beginning of an article, at a blank line if there is any.
    """
    begins = dict(zip(group.paras, group.begins, strict=True))
    after = _goes_on(runs, torn)
    behind = {b for a, b in after.items() if a > b}
    out = []
    for r, run in enumerate(runs):
        others = [other[0] for other in runs if other is not run]
        ring = torn.paras[run[-1]].open_end and r not in after and not any(map(opens, others))
        late = r in behind and all(torn.paras[k].open_start for k in others)
        if len(run) > 1 and torn.paras[run[0]].open_start and (ring or late):
            at = max(range(1, len(run)), key=lambda n: (torn.lines[torn.paras[run[n]].lines[0]].gap, begins[run[n]]))
            out.extend([run[at:], run[:at]])
        else:
            out.append(run)
    return out


def _goes_on(runs: list[list[int]], torn: Torn) -> dict[int, int]:
    """Which run goes on with the sentence that a run was left in, best match first."""
    offers = []
    for a, left in enumerate(runs):
        for b, right in enumerate(runs):
            i, j = left[-1], right[0]
            if a != b and torn.paras[i].open_end and torn.paras[j].open_start:
                offers.append((-torn.link(i, j), a, b))
    after: dict[int, int] = {}
    for _, a, b in sorted(offers):
        step = b
        while step in after:
            step = after[step]
        if a not in after and b not in after.values() and step != a:
            after[a] = b
    return after
