"""Heads that were taken apart: a subtitle after a dash and the headline right above it, of which only one heads a text
or each another.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from newsarchive.segment.heads import Block, adjoins
from newsarchive.segment.kickers import is_kicker


def under_dashes(
    stacks: Sequence[tuple[int, ...]], shown: Sequence[Block], said: Callable[[int, int], float]
) -> list[tuple[int, ...]]:
    """What a dash opens adds to what stands right above it: both are of one head, that of the article which speaks
    most of them, and never heads of two. ``said`` tells how much a block and the text of an article share.
    """
    out = list(stacks)
    owners = {n: a for a, stack in enumerate(stacks) for n in stack}
    for above, n in itertools.pairwise(range(len(shown))):
        if shown[n].flat[0] != "—" or not adjoins(shown[above], shown[n]) or is_kicker(shown[above].flat):
            continue
        lower, upper = owners.get(n), owners.get(above)
        if lower is None or lower == upper:
            continue
        best = lower
        if upper is not None:
            best = max((lower, upper), key=lambda a: said(n, a) + said(above, a))
            other = upper if best == lower else lower
            out[other] = tuple(b for b in out[other] if b not in (n, above))
        out[best] = tuple(sorted({*out[best], n, above}))
        owners[n] = owners[above] = best
    return out
