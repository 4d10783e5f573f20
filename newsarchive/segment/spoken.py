"""Headlines that stand over a text which does not speak of them, or over none, while another text does.

The division gives every text the display type that fits it best where it stands. Where a page is painted out of order
that may be the headline of another text. When the articles are put together, each headline is asked once more which of
them all speaks of it (kinship.py): one that has none takes it, and so does one whose own says far less of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from newsarchive.segment.heads import Block, adjoins

# Log odds by which a text speaks more of a headline than all others, and more than the one that it stands over.
RATHER, FAR = 1.0, 2.0
# Log odds that a text speaks of a headline which nobody took, and of one that is another's, at least.
LIKELY, SURE = -1.0, 1.0
# By how much a headline says more of a text than the one that it has; what says so much of it is its own.
BETTER, WELL = 2.5, 5.0


@dataclass(frozen=True, slots=True)
class _Found:
    """A headline, the article that speaks of it, and by how much more than it must."""

    gain: float
    block: int
    article: int


def by_sense(
    stacks: Sequence[tuple[int, ...]],
    likely: Collection[int],
    whole: Collection[int],
    shown: Sequence[Block],
    odds: Callable[[int, int], float],
    others: int = 0,
) -> list[tuple[int, ...]]:
    """The heads, each of the ``likely`` headlines over the article that speaks of it, if that has none and is one of
    the ``whole``, which do not begin inside a sentence, or has one that says far less of it. ``odds`` tells how surely
    a block heads an article; behind those that have a head here come ``others``, the picture stories.
    """
    out = list(stacks)
    for _ in likely:
        options = list(_options(out, likely, whole, shown, odds, others))
        if not options:
            break
        best = max(options, key=lambda o: (o.gain, -o.block))
        out = [tuple(m for m in stack if m != best.block) for stack in out]
        out[best.article] = (best.block,)
    return out


def _options(
    stacks: Sequence[tuple[int, ...]],
    likely: Collection[int],
    whole: Collection[int],
    shown: Sequence[Block],
    odds: Callable[[int, int], float],
    others: int,
) -> Iterator[_Found]:
    """The headlines that should stand over another text than they do."""
    said = [max((odds(m, a) for m in stack), default=LIKELY - BETTER) for a, stack in enumerate(stacks)]
    wanting = [a for a, stack in enumerate(stacks) if (said[a] < WELL if stack else a in whole)]
    owners = {n: a for a, stack in enumerate(stacks) for n in stack}
    for n in likely if wanting else ():
        own = owners.get(n)
        best = max((a for a in wanting if a != own), key=lambda a: (odds(n, a), -a), default=None)
        if best is None:
            continue
        least = max(said[best] + BETTER, LIKELY if own is None else max(SURE, odds(n, own) + FAR))
        if odds(n, best) < least or any(_beside(shown[n], shown[m]) for m in stacks[best]):
            continue
        rest = max((odds(n, a) for a in range(len(stacks) + others) if a not in (own, best)), default=LIKELY)
        if odds(n, best) >= rest + RATHER:
            yield _Found(odds(n, best) - max(least, rest + RATHER), n, best)


def _beside(a: Block, b: Block) -> bool:
    """Whether two blocks stand right above each other: then they are of one head."""
    return adjoins(a, b) or adjoins(b, a)
