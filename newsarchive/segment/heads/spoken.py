"""Headlines that stand over a text which does not speak of them, or over none, while another text does.

The division gives every text the display type that fits it best where it stands. Where a page is painted out of order
that may be the headline of another text. When the articles are put together, each headline is asked once more which of
them all speaks of it (kinship.py): one that has none takes it, and so does one whose own says far less of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from newsarchive.segment.articles.evidence import LARGEST_STACK
from newsarchive.segment.display.blocks import Block, adjoins
from newsarchive.segment.forms.kickers import is_rubric_name, leads_over, only_introduces
from newsarchive.segment.forms.marks import is_roundup
from newsarchive.segment.kin.kinship import LEAST

# Log odds by which a text speaks more of a headline than all others, and more than the one that it stands over; and
# those by which it speaks so much more that the headline is a part of its head, whatever that says.
RATHER, FAR, APART = 1.0, 2.0, 5.0
# Log odds that a text speaks of a headline which nobody took, of one that is another's, and of a part of the head that
# it has, at least: one that stands over another text, and one that nobody took right beside the head.
LIKELY, SURE, OF_HEAD, BESIDE = 0.0, 1.0, 2.0, 3.0
# Log odds of being of one head below which two blocks are not; above even ones they are without being asked.
PARTED = -2.0
# By how much a headline says more of a text than the only block above it; what says so much of it is its own or, where
# nobody took it, of its head wherever it stands, and so is a head of parts that stand together.
BETTER, WELL = 2.5, 5.0
# Log odds by which the text speaks more of what nobody took than all others do where it says so much of it; and where
# it says less, NOBODYS at least.
FAR_MORE, BY_FAR, NOBODYS = 3.0, 4.0, 2.5


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
        free = [n for n in likely if n not in owners]
        wanting = any(introduced(stack, self.shown) for stack in stacks)
        for n in likely:
            own = owners.get(n)
            if own is not None and n + 1 in stacks[own] and self.shown[n + 1].flat[0] == "—":
                # What a dash opens adds to it.
                continue
            here = None if own is None else self.odds(n, own)
            # Most stand over texts that speak of them: no other is asked but one under an introduction alone.
            if here is not None and here >= WELL - FAR and not wanting:
                continue
            told = {a: self.odds(n, a) for a in range(len(stacks) + self.pictures) if a != own}
            best = max(told, key=lambda a: (told[a], -a), default=len(stacks))
            if best >= len(stacks):
                continue
            least = LIKELY if own is None and (stacks[best] or best in self.whole) else SURE
            rest = max((x for a, x in told.items() if a != best), default=LEAST)
            more = told[best] - max(least, rest + RATHER, least if here is None else here + FAR)
            if more < 0:
                continue
            others = [a for a in range(len(stacks)) if a != own]
            spare = own is not None and stacks[own] == (n,) and self._in_its_place(n, own, others, free)
            if (head := self._head(n, stacks[best], best, here, told[best] - rest, spare=spare)) is not None:
                yield _Found(more, n, best, head)

    def _in_its_place(self, n: int, a: int, others: Sequence[int], free: Sequence[int]) -> bool:
        """Whether one of the headlines that nobody took says more of an article than its own does, and less of all
        others.
        """
        better = (m for m in free if self.odds(m, a) > self.odds(n, a))
        return any(all(self.odds(m, a) >= self.odds(m, b) + RATHER for b in others) for m in better)

    def _head(
        self, n: int, stack: tuple[int, ...], article: int, here: float | None, margin: float, *, spare: bool
    ) -> tuple[int, ...] | None:
        """The head of an article that speaks of a block, if it gets that; ``here`` are the log odds of the block and
        the text that it stands over, if it stands over any, ``margin`` says by how much more the article speaks of it
        than all others, ``spare`` whether the text that it stands over would not be left without a head.
        """
        if not stack:
            return (n,)
        if any(is_roundup(self.shown[m].flat) for m in stack):
            return None
        told, said = self.odds(n, article), max(self.odds(m, article) for m in stack)
        ties = self._ties(n, stack)
        # What stands over the headline says nothing of whose it is.
        own = [m for m in stack if not _stands_over(self.shown[m].flat)] or stack
        only = self.odds(own[0], article) if len(own) == 1 else WELL
        if not ties and only < WELL and told >= only + BETTER:
            return (n,)
        if here is None:
            apart = not ties and told >= NOBODYS and margin >= BY_FAR
            surely = apart or (told >= WELL and margin >= FAR_MORE)
            joins = surely or (bool(ties) and told >= BESIDE and all(PARTED <= tie <= 0 for tie in ties))
        else:
            joins = told >= max(OF_HEAD, here + (FAR if spare or introduced(stack, self.shown) else APART))
        # Of a kicker, a headline and a subtitle one may have two lines that stand apart.
        if not joins or len(stack) > LARGEST_STACK:
            return None
        both = tuple(sorted((*stack, n)))
        headline = dict(zip(both, self.titled(both), strict=True))[n] == "headline"
        # What would be the headline and says less of the text than the one that is there is none of this head, unless
        # nobody took it and it is nobody else's.
        nobodys = here is None and not ties and min(told, margin) >= BY_FAR
        if headline and told <= said and not nobodys and not introduced(stack, self.shown):
            return None if here is None else stack
        return both

    def _ties(self, n: int, stack: tuple[int, ...]) -> list[float]:
        """The log odds that a block is of one head with those of a head that it stands right above or below."""
        pairs = [sorted((n, m)) for m in stack]
        return [self.shown[b].tie for a, b in pairs if adjoins(self.shown[a], self.shown[b])]


def introduced(stack: tuple[int, ...], shown: Sequence[Block]) -> bool:
    """Whether a head is an introduction or a rubric alone (某人强调, 本报专访某人, 某某手记), under which a headline is
    missing.
    """
    return bool(stack) and all(only_introduces(shown[m].flat) or _is_rubric(shown[m].flat) for m in stack)


def _is_rubric(flat: str) -> bool:
    """Whether display type is a rubric by its words, and no label that is all that short news has."""
    return is_rubric_name(flat) and not is_roundup(flat)


def _stands_over(flat: str) -> bool:
    """Whether display type is a rubric or an introduction by its words."""
    return _is_rubric(flat) or leads_over(flat)


def between_parts(
    stacks: Sequence[tuple[int, ...]],
    free: Collection[int],
    shown: Sequence[Block],
    odds: Callable[[int, int], float],
) -> list[tuple[int, ...]]:
    """The heads with what nobody took that stands between two blocks of one head, one right below the other: it is of
    that head too, and mostly its headline, which plays with words, unless another text rather speaks of it.
    """
    owners = {n: a for a, stack in enumerate(stacks) for n in stack}
    out = list(stacks)
    for n in sorted(free):
        a = owners.get(n - 1)
        if a is None or owners.get(n + 1) != a:
            continue
        whole = adjoins(shown[n - 1], shown[n]) and adjoins(shown[n], shown[n + 1])
        least = max(LIKELY, odds(n, a) + RATHER)
        if whole and all(odds(n, b) < least for b in range(len(out)) if b != a):
            out[a] = tuple(sorted((*out[a], n)))
    return out


def put_together(
    stacks: Sequence[tuple[int, ...]], shown: Sequence[Block], odds: Callable[[int, int], float]
) -> list[tuple[int, ...]]:
    """The heads, each without a block that stands apart from the rest of it and right beside another head, whose text
    says more of it: of that head it is, for what heads a text besides it is its headline.
    """
    owners = {n: a for a, stack in enumerate(stacks) for n in stack}
    out = list(stacks)
    for n, a in sorted(owners.items()):
        rest = [m for m in out[a] if m != n]
        if not rest or min(abs(n - m) for m in rest) == 1 or max(odds(m, a) for m in rest) < SURE:
            continue
        near = [m for m in (n - 1, n + 1) if m in owners and adjoins(shown[min(n, m)], shown[max(n, m)])]
        told = {owners[m]: odds(n, owners[m]) for m in near}
        best = max(told, key=lambda b: told[b], default=a)
        if best != a and told[best] >= odds(n, a) + RATHER:
            out[a] = tuple(rest)
            out[best] = tuple(sorted((*out[best], n)))
            owners[n] = best
    return out


def begun(
    stacks: Sequence[tuple[int, ...]],
    free: Collection[int],
    shown: Sequence[Block],
    fitness: Sequence[tuple[str, ...]],
    odds: Callable[[int, int], float],
) -> dict[int, int]:
    """The headlines whose first half stands alone in a box, within another text, each with that half: a few words that
    nobody took and no rubric is called, of which only that article speaks, before its only block.
    """
    owners = {stack[0]: a for a, stack in enumerate(stacks) if len(stack) == 1}
    out: dict[int, int] = {}
    for n in sorted(free):
        if "fit:inside" not in fitness[n] or "fit:kicker" in fitness[n] or not HALF[0] <= len(shown[n].flat) <= HALF[1]:
            continue
        told = [odds(n, a) for a in range(len(stacks))]
        best = max(range(len(told)), key=told.__getitem__, default=0)
        rest = max((x for a, x in enumerate(told) if a != best), default=LEAST)
        whole = next((m for m, a in owners.items() if a == best and m > n), None)
        if whole is not None and told[best] >= max(OF_HALF, rest + BETTER):
            out.setdefault(whole, n)
    return out


# Characters of the first half of a headline (楼市平稳), and the log odds that its text speaks of it.
HALF, OF_HALF = (4, 6), 3.0
