"""What is common in an archive: in how many articles each word stands. What all articles say marks none of them out."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsarchive.text import words

#: Fewer articles say too little about what is common.
FEWEST = 100
# From so many articles the archive's own counts weigh as much as jieba's table, made from news and books at large.
_AS_MUCH_AS_JIEBA = 1000
# Long enough that two backgrounds never share a name, short enough to read.
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Background:
    """``counts[word]`` of ``articles`` articles have the word; words of a single article are left out."""

    articles: int
    counts: Mapping[str, int]

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of ``word`` (natural logarithm), between jieba's and this archive's."""
        own = math.log((self.articles + 1) / (self.counts.get(word, 1)))
        share = self.articles / (self.articles + _AS_MUCH_AS_JIEBA)
        return (1 - share) * words.rarity(word) + share * own

    def digest(self) -> str:
        """Name this background: it changes when any of it does."""
        told = "\n".join(f"{word}\t{count}" for word, count in sorted(self.counts.items()))
        return f"{self.articles}-{hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]}"


def words_of(text: str) -> frozenset[str]:
    """Return the words of an article that count: of two or more characters, no numbers and marks."""
    return frozenset(word for word in words.cut(text) if len(word) > 1 and any(map(str.isalpha, word)))


def count(articles: Iterable[Iterable[str]]) -> Background:
    """Return the background that the words of these articles make."""
    counts: Counter[str] = Counter()
    total = 0
    for found in articles:
        counts.update(found)
        total += 1
    return Background(total, {word: number for word, number in counts.items() if number > 1})
