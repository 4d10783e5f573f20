"""What texts share: their bigrams of Han, numbers and Latin words, weighed by how rare they are on the page and in
the language.
"""

from __future__ import annotations

import bisect
import itertools
import math
import operator
import re
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence, Set
from functools import cached_property, lru_cache

from newsarchive.segment.forms.facts import HAN
from newsarchive.text.words import frequency

# Words of structure: a pair that holds one of them tells nothing about the subject.
_EMPTY = (
    "的了在是和与为也就都而及着过这那有不一二三个把被对从到向以等上下中里"
    "年月日时者们其之所将还很更最让用要会可能说他她它我你"
)
# What stands between the empty ones, as ranges of the Han.
_EDGES = sorted([0x4DFF, *map(ord, _EMPTY), 0xA000])
_FULL = f"[{''.join(f'{chr(a + 1)}-{chr(b - 1)}' for a, b in itertools.pairwise(_EDGES) if b - a > 1)}]"
# Every two Han beside each other, also those of which the first belongs to the pair before: of every one that has such
# before it both.
_PAIRS = re.compile(f"{_FULL}(?<=({_FULL}{_FULL}))")
# A Latin word or a number of two figures and more; what none of them begins with is passed over at once.
_LATIN = re.compile(r"[A-Za-z\d](?:(?<=\d)[\d.]*\d|(?<=[A-Za-z])[A-Za-z0-9.+\-]*)")


# What a headline and a text share (Vocabulary.affinity) where no more than one word of a few is in both.
BY_CHANCE = 0.25


# A page has some hundred lines and paragraphs, whose words several rooms ask for.
@lru_cache(maxsize=1024)
def tokens(text: str) -> Counter[str]:
    """The counted tokens of a text; they are kept, so that none who asks may change them."""
    return Counter(_tokens(text))


def held_of(words: Iterable[str], texts: Sequence[str]) -> list[Set[str]]:
    """Which of some tokens each of some texts has: sooner found than all of a text's own."""
    known = frozenset(words)
    pairs = frozenset(filter(_PAIRS.search, known))
    others = known - pairs
    out: list[Set[str]] = [*(_each_where(pairs, texts) if len(pairs) < MANY else _all_of(pairs, texts))]
    for n, text in enumerate(texts if others else ()):
        # Few lines have a Latin word or a number.
        if latin := _LATIN.findall(text):
            out[n] = out[n] | others.intersection(map(str.lower, latin))
    return out


# So many pairs are as soon found among all that a page has as one by one.
MANY = 50


def _all_of(pairs: frozenset[str], texts: Sequence[str]) -> Iterator[Set[str]]:
    """Which of some pairs each of some texts has, found among all that it has."""
    return (pairs.intersection(_PAIRS.findall(text)) for text in texts)


def _each_where(pairs: frozenset[str], texts: Sequence[str]) -> list[set[str]]:
    """The same, each pair looked for by itself."""
    whole, ends = "\n".join(texts), list(itertools.accumulate([len(text) + 1 for text in texts]))
    out: list[set[str]] = [set() for _ in texts]
    for pair in pairs:
        at = whole.find(pair)
        while at >= 0:
            n = bisect.bisect_right(ends, at)
            out[n].add(pair)
            at = whole.find(pair, ends[n])
    return out


def _tokens(text: str) -> list[str]:
    return [*_PAIRS.findall(text), *map(str.lower, _LATIN.findall(text))]


# What jieba's dictionary counts as a word more often than this is in every text.
COMMON = 50_000
# Characters that a headline is taken to have at least.
FEW = 3
# The share of the characters of a headline that its own text has; others seldom have a third.
HELD = 0.5
_CHARACTER = re.compile(f"[{HAN}]")


def held_by(text: str, headline: str) -> float:
    """The share of the characters of a headline, but for the most common ones, that a text has too."""
    own = _telling(headline)
    return sum([char in text for char in own]) / max(FEW, len(own))


# A headline is held against many texts.
@lru_cache(maxsize=256)
def _telling(headline: str) -> frozenset[str]:
    """The characters of a headline but for the most common ones."""
    return frozenset(char for char in _CHARACTER.findall(headline) if frequency(char) < COMMON)


def held_within(text: str, headline: str, size: int) -> float:
    """What any ``size`` characters in a row of a text hold of a headline, at most: a long text has most characters
    somewhere.
    """
    step = max(1, size // 2)
    return max(held_by(text[at : at + size], headline) for at in range(0, max(1, len(text) - step), step))


def cosine(a: Sequence[float], b: Sequence[float]) -> float:
    """The cosine of two vectors, 0 if one of them is nothing."""
    both = sum(x * y for x, y in zip(a, b, strict=True))
    return both / math.sqrt(sum(x * x for x in a) * sum(y * y for y in b)) if both else 0.0


@lru_cache(maxsize=1 << 14)
def rare(token: str) -> float:
    """0 for what every text says, 1 for what the dictionary does not know."""
    # jieba's dictionary stands on 60 million words; ln(60e6) is about 17.9.
    return 1.0 - math.log(1 + frequency(token)) / 17.9


def scarce(held: int, count: int) -> float:
    """0 for what all of some texts have, ``count`` of them, about 1 for what few of them have."""
    return max(0.0, math.log((count + 1) / (held + 0.5)) / math.log(count + 2))


class _Weights(dict[str, float]):
    """The weights of the tokens of some texts, of those asked for: 0 for what every one says, about 1 for a word seen
    in few of them and seldom elsewhere.
    """

    def __init__(self, texts: Sequence[Collection[str]]) -> None:
        super().__init__()
        self._texts = texts

    @cached_property
    def seen(self) -> Counter[str]:
        """How many texts have each token. Not every page is asked for a weight."""
        return Counter(itertools.chain.from_iterable(self._texts))

    @cached_property
    def here(self) -> list[float]:
        """What a token weighs by the number of texts that have it."""
        count = max(len(self._texts), 1)
        most = max(self.seen.values(), default=0)
        return [scarce(n, count) for n in range(most + 1)]

    def __missing__(self, token: str) -> float:
        found = self[token] = self.here[self.seen[token]] * rare(token)
        return found


class Vocabulary:
    """The weights of the tokens of one page."""

    def __init__(self, texts: Iterable[Collection[str]]) -> None:
        self._given = texts
        self._lengths = dict[int, float]()

    @cached_property
    def texts(self) -> Sequence[Collection[str]]:
        """The texts. Not every page is asked for them."""
        return list(self._given)

    @cached_property
    def _weights(self) -> _Weights:
        return _Weights(self.texts)

    @cached_property
    def weight(self) -> Callable[[str], float]:
        """What a token weighs."""
        # No method of its own is kept here, cached: what holds itself is freed late, and until then Python's garbage
        # collector looks through the whole page over and over.
        return self._weights.__getitem__

    @cached_property
    def holders(self) -> dict[str, list[int]]:
        """The tokens that two texts or more have, with the numbers of these: in order if those are counted tokens."""
        held: dict[str, list[int]] = {token: [] for token, count in self._weights.seen.items() if count > 1}
        for n, one in enumerate(self.texts):
            for token in filter(held.__contains__, one):
                held[token].append(n)
        return held

    def shared(self, a: Iterable[str], b: Container[str]) -> float:
        """The weight of the tokens of ``a`` that ``b`` has too."""
        return sum([self.weight(t) for t in a if t in b])

    def affinity(self, head: Iterable[str], words: Counter[str]) -> float:
        """What a headline shares with a text, in proportion to what the headline says at all."""
        said = list(head)
        return self.shared(said, words) / self.measure(said)

    def measure(self, head: Iterable[str]) -> float:
        """What the words that a headline shares are counted against. Half absolute, half relative: a long headline
        shares more by chance, a short one has little to share.
        """
        return 0.5 * sum(map(self.weight, head)) + 1.0

    def cosine(self, a: int, b: int) -> float:
        """The cosine of two of the texts, each token counted once."""
        both = set(self.texts[a]).intersection(self.texts[b])
        told = math.fsum([self.weight(token) ** 2 for token in both if self._weights.seen[token] <= self._most])
        return told / (self._length(a) * self._length(b)) if told else 0.0

    @property
    def _most(self) -> int:
        """A token that a fifth of the page has is no sign of one article, and would make the table quadratic."""
        return max(4, len(self.texts) // 5)

    def _length(self, a: int) -> float:
        """The length of one of the texts as a vector."""
        if a not in self._lengths:
            own, here, seen = self.texts[a], self._weights.here, self._weights.seen
            # Few of them are asked for once more, so none is kept.
            weights = map(operator.mul, map(here.__getitem__, map(seen.__getitem__, own)), map(rare, own))
            self._lengths[a] = math.sqrt(math.fsum([weight**2 for weight in weights])) or 1.0
        return self._lengths[a]

    def likeness(self) -> list[list[float]]:
        """The cosine of every two texts, each token counted once: to be asked of counted tokens, which are in order, as
        sums of floats depend on it.
        """
        texts, weights, seen = self.texts, self._weights, self._weights.seen
        # Of every token of the page, so that none need be weighed one by one afterwards.
        here = map(weights.here.__getitem__, seen.values())
        weights.update(zip(seen, map(operator.mul, here, map(rare, seen)), strict=True))
        squares = {token: weight**2 for token, weight in weights.items()}
        roots = [math.sqrt(sum(map(squares.__getitem__, one))) or 1.0 for one in texts]
        most = self._most
        table = [[0.0] * len(texts) for _ in texts]
        for token, where in self.holders.items():
            if len(where) > most:
                continue
            square = squares[token]
            for k, a in enumerate(where):
                row, root = table[a], roots[a]
                for b in where[k + 1 :]:
                    row[b] += square / (root * roots[b])
        for a, row in enumerate(table):
            row[:a] = [above[a] for above in table[:a]]
        return table
