"""What shows, where two lines may be one text, whether it goes on from the one to the other.

Three things tell of it: a word that runs across the cut, characters that meet here as they meet elsewhere on the page
(a name that no dictionary has), and quotation marks that the one text opens and the other closes.
"""

from __future__ import annotations

import math
import operator
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from newsarchive.segment.forms.facts import any_of, facts
from newsarchive.segment.weights import Features
from newsarchive.text.words import is_word, log_probability, runs_across


class Seams:
    """What the characters of a page tell of the places where it is cut; ``texts`` are its lines."""

    def __init__(self, texts: Iterable[str]) -> None:
        # Lines are kept apart: what meets over a line end is what is asked about.
        self._text = "\n".join(texts)
        self._size = max(1, len(self._text) - self._text.count("\n"))
        # How often a few characters stand together within a line of the page.
        self._count = cache(self._text.count)
        self._pairs: Counter[str] | None = None

    def count_pairs(self) -> None:
        """Count how often every two characters stand together, all at once: where hundreds of places are asked about,
        that takes less than to look for each two.
        """
        if self._pairs is None:
            self._pairs = Counter(map(operator.add, self._text, self._text[1:]))
            # Of three alike two are counted, not two times two.
            self._pairs.update({two: self._text.count(two) - n for two, n in self._pairs.items() if two[0] == two[1]})

    def across(self, left: str, right: str) -> Features:
        """What speaks for ``right`` going on with ``left``, texts of one line or more, and what against it."""
        if not left or not right:
            return []
        a, b = left[-1], right[0]
        met = self._met(a + b)
        out: Features = [("word", straddle(left, right)), ("said", self._lift(a, b, met))]
        if met and any(len(three) == 3 and self._count(three) for three in (left[-2:] + b, a + right[:2])):
            out.append(("said at length", 1.0))
        quote = quoted(left, right)
        if quote:
            out.append((quote, 1.0))
        return out

    def said(self, a: str, b: str) -> float:
        """How much oftener two characters meet within the lines of the page than chance would have it, -1 to 1."""
        return self._lift(a, b, self._met(a + b))

    def _lift(self, a: str, b: str, met: int) -> float:
        expected = self._count(a) * self._count(b) / self._size
        # Half a time is added to both: a page is short. No more than e² counts: a slogan is said ten times.
        lift = math.log((met + 0.5) / (expected + 0.5))
        return max(-2.0, min(2.0, lift)) / 2

    def _met(self, two: str) -> int:
        """How often two characters stand together within a line of the page."""
        return self._count(two) if self._pairs is None else self._pairs[two]


_QUOTE = re.compile("[“”]")


def quoted(left: str, right: str) -> str:
    """What the quotation marks say: a "quote" goes on across the cut, is "quote unfinished" or "quote unopened";
    or nothing.
    """
    opened = left.count("“") > left.count("”")
    mark = _QUOTE.search(right)
    if opened and mark:
        return "quote" if mark.group() == "”" else "quote unfinished"
    if not opened and mark and mark.group() == "”":
        return "quote unopened"
    return ""


def attributes(left: str, right: str) -> bool:
    """Whether ``right`` tells who said the quotation that ``left`` ends with (“……。”某某笑着说。): no paragraph begins
    so.
    """
    return bool(_QUOTED.search(left[-2:]) and _said().match(right))


_QUOTED = re.compile("[。！？…]”$")


@cache
def _said() -> re.Pattern[str]:
    # Somebody and his post or age; with more than that, or with a clause, it would be a sentence of its own.
    words = facts()["first_words"]
    verbs = any_of((*words["says"], *words["does"]))
    return re.compile(f"[^，。：；？！、“”]{{2,16}}(?:{verbs})(?:得[^，。]{{1,4}})?。")


def straddle(left: str, right: str) -> float:
    """How much likelier two lines are as one text than apart, in words: the gain in log probability, 0 to 1, when
    words may run across the cut.

    Word probabilities are those of jieba's dictionary; the best division of the characters into words is taken
    (the method by which jieba cuts). A word such as 体系 cut into 体 and 系 gains about ten nats.
    """
    a, b = left[-SIDE:], right[:SIDE]
    # Most places are such that no word runs across: there nothing is gained.
    gain = _gain(a, b) if runs_across(a, b, SIDE) else 0.0
    if _FIGURE.fullmatch(left[-1:]) and _OF_FIGURE.match(right):
        gain += 6.0
    return min(gain, 10.0) / 10.0


_FIGURE = re.compile("[0-9.]")
# With these a figure goes on.
_OF_FIGURE = re.compile("[0-9.%年月日时分个家万亿元人名台项次岁多余]")

# Words are up to four characters long, so four on each side see every word across the cut.
SIDE = 4


@lru_cache(maxsize=1 << 12)
def _gain(a: str, b: str) -> float:
    """How much likelier two short texts are as one than apart."""
    apart = _best(a)
    return _divided(a + b, apart)[-1] - apart[-1] - _best(b)[-1]


@lru_cache(maxsize=1 << 12)
def _best(text: str) -> list[float]:
    return _divided(text, [0.0])


def _divided(text: str, known: list[float]) -> list[float]:
    """The log probability of the best division into words of every beginning of a short text, the shortest ones of
    which are ``known``.
    """
    best = list(known)
    for end in range(len(known), len(text) + 1):
        value = best[end - 1] + log_probability(text[end - 1])
        for start in range(max(0, end - SIDE), end - 1):
            if is_word(text[start:end]):
                value = max(value, best[start] + log_probability(text[start:end]))
        best.append(value)
    return best
