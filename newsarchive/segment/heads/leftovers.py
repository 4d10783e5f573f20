"""Display blocks that the division left over: parts of the head of an article that stand elsewhere on the page.

Where a page is painted out of order, a kicker, a subtitle, or the headline itself stands apart from the rest of its
head. A left block belongs to the article it shares most words with, if the evidence (weights.LEFT, logistic
regression) is for it; else it is nobody's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from newsarchive.segment.articles.evidence import LARGEST_STACK
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.display.blocks import Block, adjoins
from newsarchive.segment.forms.kickers import is_kicker
from newsarchive.segment.forms.marks import is_roundup
from newsarchive.segment.kin.vocabulary import HELD, Vocabulary, held_by, held_within
from newsarchive.segment.matching import best_pairs
from newsarchive.segment.sequence.flow import Para
from newsarchive.segment.weights import LEFT, Features, weighed


@dataclass(frozen=True, slots=True)
class Left:
    """A left block, the article that it is most like, and what speaks for its belonging to it."""

    block: int
    article: int
    features: Features

    def value(self) -> float:
        return weighed(LEFT, self.features)


class Leftovers:
    """The display blocks of a page, to be asked which head each belongs to; ``kin`` are the words of the articles,
    ``vocabulary`` that of these where it is known.
    """

    def __init__(
        self,
        shown: Sequence[Block],
        fitness: Sequence[tuple[str, ...]],
        heads: Sequence[Counter[str]],
        kin: Sequence[Counter[str]],
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self.shown, self.fitness, self.heads, self.kin = shown, fitness, heads, kin
        self._vocabulary = vocabulary or Vocabulary(kin)
        self._alike: dict[int, list[float]] = {}

    def completed(
        self, stacks: Sequence[tuple[int, ...]], free: Sequence[int], bare: Sequence[int] = ()
    ) -> list[tuple[int, ...]]:
        """The heads with the left blocks that belong to them, the surest first; ``bare`` are articles that must have a
        headline and have none yet.
        """
        out = list(stacks)
        left = list(free)
        while options := [o for o in self.choices(out, left) if o.value() > 0 and not self._wanted(o, out, left, bare)]:
            best = max(options, key=Left.value)
            out[best.article] = (*out[best.article], best.block)
            left.remove(best.block)
        return self._under_kickers(out, left)

    def _wanted(
        self, choice: Left, stacks: Sequence[tuple[int, ...]], free: Sequence[int], bare: Sequence[int]
    ) -> bool:
        """Whether a left block that would only add to a head elsewhere must be somebody's headline: there are no more
        such blocks than articles that lack one.
        """
        heads = [n for n in free if not UNLIKE_A_HEAD.intersection(self.fitness[n])]
        lacking = sum(not stacks[a] for a in bare)
        beside = any(_tie(self.shown, choice.block, m) for m in stacks[choice.article])
        return bool(stacks[choice.article]) and not beside and choice.block in heads and len(heads) <= lacking

    def _under_kickers(self, stacks: list[tuple[int, ...]], free: Sequence[int]) -> list[tuple[int, ...]]:
        """A kicker introduces a headline: an article with nothing above it but kickers takes the left block that is
        most like it, if none of the other articles is more like that block.
        """
        out = list(stacks)
        left = [n for n in free if "fit:inside" not in self.fitness[n]]
        for a, stack in enumerate(stacks):
            # The label of short news is all that heads them.
            if not stack or not all(is_kicker(flat) and not is_roundup(flat) for flat in self._flats(stack)):
                continue
            own = [n for n in left if 0 < self.affinities(n)[a] == max(self.affinities(n))]
            if own:
                best = max(own, key=lambda n: self.affinities(n)[a])
                out[a] = (*stack, best)
                left.remove(best)
        return out

    def _flats(self, stack: Sequence[int]) -> Iterator[str]:
        return (self.shown[m].flat for m in stack)

    def shared_out(
        self, stacks: Sequence[tuple[int, ...]], bare: Sequence[int], titled: Callable[[tuple[int, ...]], Sequence[str]]
    ) -> list[tuple[int, ...]]:
        """Two headlines of a heap taken for headline and subtitle, shared out to the articles that they head: no text
        speaks far more of its subtitle than of its headline while another has no headline at all. ``bare`` are the
        articles without one, ``titled`` says which part of a head each of its blocks is.
        """
        out = list(stacks)
        for a in bare:
            heads = [(b, s) for b, s in enumerate(out) if all("fit:heap" in self.fitness[n] for n in s)]
            pairs = {owner: pair for owner, stack in heads if (pair := self._far_apart(owner, stack, titled))}
            if pairs:
                # Of several the one whose text says least of its headline.
                owner = min(pairs, key=lambda owner: self.affinity(pairs[owner][0], owner))
                out[a], out[owner] = pairs[owner][:1], pairs[owner][1:]
        return out

    def _far_apart(
        self, owner: int, stack: tuple[int, ...], titled: Callable[[tuple[int, ...]], Sequence[str]]
    ) -> tuple[int, ...]:
        """The two blocks of a head, of which the text says far more of the second; else nothing."""
        if len(stack) != 2 or list(titled(stack)) != ["headline", "subtitle"]:
            return ()
        first, second = sorted(stack)
        far = FAR_MORE * self.affinity(first, owner) < self.affinity(second, owner)
        return (first, second) if far and self.shown[second].flat[0] != "—" else ()

    def passed_on(
        self,
        stacks: Sequence[tuple[int, ...]],
        bare: Sequence[int],
        texts: Sequence[str],
        titled: Callable[[tuple[int, ...]], Sequence[str]],
        continued: Collection[int] = (),
    ) -> list[tuple[int, ...]]:
        """An article without a headline takes that of another whose text shares no word with it or is ``continued``
        from another page, where it has its headline, or speaks far more of its subtitle: it holds most characters of
        the headline, and twice as many as as many characters in a row of the other text, or more. ``titled`` says which
        part of a head each of its blocks is.
        """
        out = list(stacks)
        if not bare:
            return out
        least = self._to_pass_on(out, titled, continued)
        for a in bare:
            found = []
            for (owner, n), enough in least.items():
                own = held_by(texts[a], self.shown[n].flat)
                other = held_within(texts[owner], self.shown[n].flat, len(texts[a]))
                if own >= max(enough, 2 * other):
                    found.append((own - other, owner, n))
            if found:
                _, owner, n = max(found)
                del least[owner, n]
                rest = tuple(m for m in out[owner] if m != n)
                # A kicker heads nothing by itself.
                out[a], out[owner] = (n,), () if all(is_kicker(self.shown[m].flat) for m in rest) else rest
        return out

    def _to_pass_on(
        self,
        stacks: Sequence[tuple[int, ...]],
        titled: Callable[[tuple[int, ...]], Sequence[str]],
        continued: Collection[int],
    ) -> dict[tuple[int, int], float]:
        """The headlines that may not be those of their texts, with their texts, and the share of their characters that
        another text holds at least to have one: of that above a subtitle of which its text speaks far more, less.
        """
        least = {}
        for owner, stack in enumerate(stacks):
            apart = self._far_apart(owner, stack, titled)[:1]
            for n, part in zip(sorted(stack), titled(stack) if stack else (), strict=True):
                if part == "headline" and (n in apart or owner in continued or self._strange(n, owner)):
                    least[owner, n] = PARTLY if n in apart else HELD
        return least

    def _strange(self, n: int, owner: int) -> bool:
        """Whether a block is like a headline and shares no word with the text it stands above."""
        like = self.shown[n].flat[-1] not in "：:" and not UNLIKE_A_HEAD.intersection(self.fitness[n])
        return like and not self._vocabulary.shared(self.heads[n], self.kin[owner])

    def choices(self, stacks: Sequence[tuple[int, ...]], free: Sequence[int]) -> Iterator[Left]:
        """For every left block the article that it is most like."""
        for n in free:
            open_to = [a for a, stack in enumerate(stacks) if self._has_room(stack, n)]
            if not open_to:
                continue
            alike = self.affinities(n)
            beside = {a: max((_tie(self.shown, n, m) for m in stacks[a]), default=0.0) for a in open_to}
            best = max(open_to, key=lambda a: (alike[a] + 0.1 * beside[a], -a))
            rest = max((x for a, x in enumerate(alike) if a != best), default=0.0)
            stack, tie = stacks[best], beside[best]
            features = _features(self.shown[n], self.fitness[n], stack, self.shown, alike[best], rest, tie)
            yield Left(n, best, features)

    def _has_room(self, stack: Sequence[int], n: int) -> bool:
        """Whether a head may have block ``n`` besides: of a kicker and a headline in two pieces a subtitle may stand
        right below, which is no label. None goes on below its byline, but for what a dash adds to it.
        """
        if stack and self._closes(n) and n < min(stack) and self.shown[min(stack)].flat[0] != "—":
            return False
        below = len(stack) == LARGEST_STACK and n == max(stack) + 1 and "fit:tiny" not in self.fitness[n]
        return below or len(stack) < LARGEST_STACK

    def _closes(self, n: int) -> bool:
        """Whether a block stands right below another and above a byline: it closes the head of that."""
        return "fit:byline" in self.fitness[n] and n > 0 and adjoins(self.shown[n - 1], self.shown[n])

    def affinity(self, n: int, a: int) -> float:
        """How much block ``n`` shares with article ``a``."""
        return self.affinities(n)[a]

    def affinities(self, n: int) -> list[float]:
        """How much block ``n`` shares with every article."""
        if n not in self._alike:
            head, vocabulary = self.heads[n], self._vocabulary
            measure = vocabulary.measure(head)
            self._alike[n] = [vocabulary.shared(head, words) / measure for words in self.kin]
        return self._alike[n]


# The share of the characters of a headline that its text has where the headline plays with words.
PARTLY = 0.4
# What shows that a block is hardly a headline.
UNLIKE_A_HEAD = frozenset(("fit:inside", "fit:tiny", "fit:name", "fit:kicker", "fit:dash", "fit:stop"))
# How many times as much a text speaks of the one as of the other.
FAR_MORE = 3


def _features(
    block: Block,
    fitness: Sequence[str],
    stack: tuple[int, ...],
    shown: Sequence[Block],
    alike: float,
    rest: float,
    tie: float,
) -> Features:
    flags = {
        "no head": not stack,
        "a kicker heads it": bool(stack) and all(is_kicker(shown[m].flat) for m in stack),
        "head of two": len(stack) > 1,
        "like none": not alike,
        "tied": tie > 0,
        "beside": tie != 0,
    }
    out: Features = [("left", 1.0), ("alike", min(1.0, alike)), ("more alike", max(-1.0, min(1.0, alike - rest)))]
    out.append(("tie", max(-3.0, min(3.0, tie))))
    out.extend((name, 1.0) for name in fitness)
    out.extend((name, 1.0) for name, on in flags.items() if on)
    return out


def _tie(shown: Sequence[Block], n: int, m: int) -> float:
    """The log odds that two blocks are of one head, where one stands right before the other; else 0."""
    first, second = sorted((n, m))
    return shown[second].tie if second == first + 1 else 0.0


def lacking(stacks: Sequence[tuple[int, ...]], groups: Sequence[Group], paras: Sequence[Para]) -> list[int]:
    """The articles without a headline, but for those that begin inside a sentence."""
    return [a for a, group in enumerate(groups) if not stacks[a] and not paras[group.paras[0]].torn_start]


def behind(
    stacks: Sequence[tuple[int, ...]],
    free: Sequence[int],
    shown: Sequence[Block],
    groups: Sequence[Group],
    paras: Sequence[Para],
    texts: Sequence[str],
) -> list[tuple[int, ...]]:
    """An article that is left without a headline takes the left block right behind its text: it was painted last."""
    first = {shown[n].lines[0]: n for n in free}
    out = list(stacks)
    for a, group in enumerate(groups):
        n = first.get(max(paras[k].lines[-1] for k in group.paras) + 1)
        if n is None or out[a] or paras[group.paras[0]].torn_start:
            continue
        if _said_elsewhere(shown[n].flat, texts, stacks) <= held_by(texts[a], shown[n].flat):
            out[a] = (n,)
            del first[shown[n].lines[0]]
    return out


def in_order(
    stacks: Sequence[tuple[int, ...]],
    spare: Sequence[int],
    shown: Sequence[Block],
    groups: Sequence[Group],
    paras: Sequence[Para],
    texts: Sequence[str],
    pictures: int = 0,
) -> list[tuple[int, ...]]:
    """Headlines that share no word with any text go to the articles that are left without one: to that which holds
    most of their characters, for a headline that plays with words takes some of them from its text. As many as are
    left then of the one as of the other go in order, unless some may head one of ``pictures`` picture stories.
    """
    bare = lacking(stacks, groups, paras)
    out = list(stacks)
    if len(spare) * len(bare) > MOST_PAIRS:
        return out
    said = [[held_by(texts[a], shown[n].flat) for a in bare] for n in spare]
    others = [_said_elsewhere(shown[n].flat, texts, stacks) for n in spare]
    worth = [[value * (value >= other) for value in row] for row, other in zip(said, others, strict=True)]
    pairs = best_pairs(worth)
    for row, column in pairs.items():
        out[bare[column]] = (spare[row],)
    left = [n for k, n in enumerate(spare) if k not in pairs and min(said[k], default=0.0) >= others[k]]
    rest = [a for a in bare if not out[a]]
    if len(left) == len(rest) and not pictures:
        for a, n in zip(rest, left, strict=True):
            out[a] = (n,)
    return out


# Pairs of a left headline and an article without one that are looked at: what has more is no printed page.
MOST_PAIRS = 2_500


def _said_elsewhere(headline: str, texts: Sequence[str], stacks: Sequence[tuple[int, ...]]) -> float:
    """The share of the characters of a headline that a text has which has a headline of its own; 0 if that is too
    little to speak of it.
    """
    most = max((held_by(text, headline) for text, stack in zip(texts, stacks, strict=True) if stack), default=0.0)
    return most if most >= HELD else 0.0
