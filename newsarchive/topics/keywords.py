"""Key phrases of an article: first version, jieba's TF-IDF over words that can carry a meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsarchive.text import words

#: As many as a reader takes in at a glance; jieba's own default is 20, the library's lists have 5 to 10.
HOW_MANY = 10


def keywords(headline: Sequence[str], body: Sequence[str], how_many: int = HOW_MANY) -> tuple[str, ...]:
    """Return up to ``how_many`` words by TF-IDF, the best first; words of the headline count three times."""
    counts: Counter[str] = Counter()
    for text, weight in ((headline, 3), (body, 1)):
        for word in text:
            if len(word) > 1 and any(character.isalpha() for character in word):
                counts[word] += weight
    ranked = sorted(counts, key=lambda word: (-counts[word] * words.rarity(word), word))
    return tuple(ranked[:how_many])
