"""Heads that were taken apart: a subtitle after a dash and the headline right above it, of which only one heads a text
or each another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsarchive.segment.heads import Block
from newsarchive.segment.kickers import is_kicker

Stacks = list[tuple[int, ...]]


def under_dashes(
    stacks: Sequence[tuple[int, ...]], shown: Sequence[Block], said: Callable[[int, int], float]
) -> Stacks:
    """What a dash opens adds to what stands right above it: both are of one head, that of the article which speaks
    most of them, and never heads of two. ``said`` tells how much a block and the text of an article share.
    """
    out = list(stacks)
    for n in range(1, len(shown)):
        above = n - 1
        if shown[n].flat[0] != "—" or not _below(shown, n) or is_kicker(shown[above].flat):
            continue
        lower, upper = _owner(out, n), _owner(out, above)
        if lower is None or lower == upper:
            continue
        best = lower
        if upper is not None:
            best = max((lower, upper), key=lambda a: said(n, a) + said(above, a))
            other = upper if best == lower else lower
            out[other] = tuple(b for b in out[other] if b not in (n, above))
        out[best] = tuple(sorted({*out[best], n, above}))
    return out


def _below(shown: Sequence[Block], n: int) -> bool:
    """Whether a block stands right below the one before."""
    return n > 0 and shown[n].lines[0] == shown[n - 1].lines[-1] + 1


def _owner(stacks: Sequence[tuple[int, ...]], n: int) -> int | None:
    return next((a for a, stack in enumerate(stacks) if n in stack), None)
