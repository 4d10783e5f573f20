"""Headlines that stand over a text which does not speak of them, or over none, while another text does.

The division gives every text the display type that fits it best where it stands. Where a page is painted out of order
that may be the headline of another text. When the articles are put together, each headline is asked once more which of
them all speaks of it (kinship.py): one that has none takes it, and so does one whose own says far less of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from newsarchive.segment.evidence import LARGEST_STACK
from newsarchive.segment.heads import Block, adjoins
from newsarchive.segment.marks import is_roundup

# Log odds by which a text speaks more of a headline than all others, and more than the one that it stands over; and
# those by which it speaks so much more that the headline is a part of its head, whatever that says.
RATHER, FAR, APART = 1.0, 2.0, 5.0
# Log odds that a text speaks of a headline which nobody took, of one that is another's, and of a part of the head that
# it has, at least.
LIKELY, SURE, OF_HEAD = 0.0, 1.0, 2.0
# By how much a headline says more of a text than the only block above it; what says so much of it is its own, and so is
# a head of parts that stand together.
BETTER, WELL = 2.5, 5.0


@dataclass(frozen=True, slots=True)
class _Found:
    """A headline, the head that it is given to an article with, and how much is gained."""

    gain: float
    block: int
    article: int
    head: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a page says of its display blocks. ``odds`` tells how surely a block heads an article, ``titled`` which part
    of a head each of its blocks is. ``whole`` are the articles that do not begin inside a sentence: the others have
    lost their beginning, and mostly their headline. Behind the articles that have a head come ``pictures`` stories.
    """

    shown: Sequence[Block]
    odds: Callable[[int, int], float]
    titled: Callable[[tuple[int, ...]], Sequence[str]]
    whole: Collection[int]
    pictures: int = 0

    def given(self, stacks: Sequence[tuple[int, ...]], likely: Collection[int]) -> list[tuple[int, ...]]:
        """The heads, each of the ``likely`` headlines over the article that speaks of it, if that has none, or one that
        says far less of it, or the text that it stands over says nothing of it.
        """
        out = list(stacks)
        for _ in likely:
            options = list(self._options(out, likely))
            if not options:
                break
            best = max(options, key=lambda o: (o.gain, -o.block))
            out = [tuple(m for m in stack if m != best.block) for stack in out]
            out[best.article] = best.head
        return out

    def _options(self, stacks: Sequence[tuple[int, ...]], likely: Collection[int]) -> Iterator[_Found]:
        """The headlines that should stand over another text than they do."""
        owners = {n: a for a, stack in enumerate(stacks) for n in stack}
        for n in likely:
            own = owners.get(n)
            here = None if own is None else self.odds(n, own)
            # Most stand over texts that speak of them: no other is asked.
            if here is not None and here >= WELL - FAR:
                continue
            told = {a: self.odds(n, a) for a in range(len(stacks) + self.pictures) if a != own}
            best = max(told, key=lambda a: (told[a], -a), default=len(stacks))
            if best >= len(stacks):
                continue
            least = LIKELY if own is None and (stacks[best] or best in self.whole) else SURE
            rest = max((x + RATHER for a, x in told.items() if a != best), default=least)
            more = told[best] - max(least, rest, least if here is None else here + FAR)
            apart = here is not None and told[best] >= max(OF_HEAD, here + APART)
            if more >= 0 and (head := self._head(n, told[best], stacks[best], best, apart=apart)) is not None:
                yield _Found(more, n, best, head)

    def _head(
        self, n: int, told: float, stack: tuple[int, ...], article: int, *, apart: bool
    ) -> tuple[int, ...] | None:
        """The head of an article that speaks of a block, if it gets that; ``apart`` says that it speaks far more of it
        than the text that the block stands over.
        """
        if not stack:
            return (n,)
        if any(_closed(self.shown[n], self.shown[m]) for m in stack):
            return None
        said = max(self.odds(m, article) for m in stack)
        if len(stack) == 1 and said < WELL and told >= said + BETTER:
            return (n,)
        if not apart or len(stack) == LARGEST_STACK:
            return None
        both = tuple(sorted((*stack, n)))
        headline = dict(zip(both, self.titled(both), strict=True))[n] == "headline"
        # What would be the headline and says less of the text than the one that is there is none of this head.
        return stack if headline and told <= said else both


def _closed(block: Block, other: Block) -> bool:
    """Whether a block comes to no head by its sense that another is of: the two stand right above each other, or the
    other is the label of short news.
    """
    return adjoins(block, other) or adjoins(other, block) or is_roundup(other.flat)
