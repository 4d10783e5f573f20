"""How like the texts of a page are to each other: by the characters that they share.

Texts on one subject share characters rather than words: one on fishing has 鱼 in 捕鱼, 鱼群 and 冻鱼. A character
counts the more the rarer it is in the language, and what a text shares with every other one of the page is taken away.
Of two paragraphs, one of the same article and one of another, the characters name the right one five times in six, the
words (vocabulary.py) not three times in four.
"""

from __future__ import annotations

import itertools
import math
import operator
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsarchive.segment.forms.facts import HAN
from newsarchive.text.words import frequency

# Characters side by side are soon found together, and then taken apart.
_SIGNS = re.compile(rf"[{HAN}]+|[A-Za-z][A-Za-z0-9+\-]+|\d[\d.]+")
# jieba's dictionary stands on 60 million words; a sign that it does not know has 17.9 nats, 的 three.
_ALL, _NATS = 60e6, 8.0
# The squared length that every text is given beside its own: that of some eighteen characters. What shares two of its
# five characters with another is not as like it as what shares twenty of fifty.
_SHORT = 10.0
# Texts of a page that have a sign that tells something: of more than twice as many texts no page is made.
MOST = 60
# Cosines are made so much larger: the log odds that two paragraphs are of one article grow with the result as they do
# with that of their words (pair.Tables).
_SCALE = 4.0


@lru_cache(maxsize=1 << 13)
def _rarity(sign: str) -> float:
    """How much a character, a Latin word or a number tells: the square of its nats, scaled."""
    return (math.log(_ALL / (1 + frequency(sign))) / _NATS) ** 2


def signs(text: str) -> list[str]:
    """The characters of the Han, the Latin words and the numbers of a text."""
    out: list[str] = []
    for found in _SIGNS.findall(text):
        # A Latin word or a number.
        if found[0].isascii() or found[0].isdigit():
            out.append(found)
        else:
            out.extend(found)
    return out


def alike(texts: Sequence[Counter[str]]) -> list[list[float]]:
    """How much liker every two texts, given by their counted signs, are than each is to the others: 0 for as like as
    usual, below 0 for less, .3 where it is even whether they are of one article.
    """
    n = len(texts)
    table = [[0.0] * n for _ in range(n)]
    # What half the page has tells nothing, and would make this quadratic.
    most = max(4, min(n // 2, MOST))
    for held in _holders(texts, most):
        while len(held) > 1:
            b, y = held.pop()
            row = table[b]
            for a, x in held:
                row[a] += x * y
    for a, row in enumerate(table):
        row[a + 1 :] = [below[a] for below in table[a + 1 :]]
    usual = [sum(row) / max(1, n - 1) for row in table]
    mean = sum(usual) / max(1, n)
    for a, row in enumerate(table):
        less = usual[a] - mean
        table[a] = [_SCALE * (x - less - other) for x, other in zip(row, usual, strict=True)]
        table[a][a] = 0.0
    return table


def _holders(texts: Sequence[Counter[str]], most: int) -> Iterable[list[tuple[int, float]]]:
    """For every sign that two texts have, or more up to ``most``, which they are, and how much of each it is."""
    seen = Counter(itertools.chain.from_iterable(texts))
    held: dict[str, list[tuple[int, float]]] = {sign: [] for sign, count in seen.items() if 1 < count <= most}
    rarity = dict(zip(seen, map(_rarity, seen), strict=True))
    for k, counts in enumerate(texts):
        own = [rarity[sign] if n == 1 else (1 + math.log(n)) * rarity[sign] for sign, n in counts.items()]
        size = math.sqrt(sum(map(operator.mul, own, own)) + _SHORT)
        for sign, x in zip(counts, own, strict=True):
            if sign in held:
                held[sign].append((k, x / size))
    return held.values()
