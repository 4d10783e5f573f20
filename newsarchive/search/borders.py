"""Tell a word from a chance substring: 华为 from 中华为…, 1月20日 from 11月20日, AI from said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import accumulate, islice

from newsarchive.search.fold import fold
from newsarchive.search.pairs import UNSPACED

# jieba decides by the characters around. With four on either side it decided as with the whole article in 2,999 of
# 3,000 samples of two to four characters from the bench pages.
_CONTEXT = 4
# An article that is about the word has it as a word among its first hits.
_TRIED = 2
# Longer words hardly ever occur by chance.
_LONGEST = 4

_UNSPACED = re.compile(f"[{UNSPACED}]")
_NUMBER_SIGNS = ".,．"


def has_word(text: str, word: re.Pattern[str], cut: Callable[[str], Iterable[str]]) -> bool:
    """Whether one of the first hits of ``word`` in an original text is a word there, not a part of others.

    ``cut`` divides a folded text into words. It is called only where both sides of a border are Chinese.
    """
    tried = islice(word.finditer(text), _TRIED)
    return any(is_word(text, match.start(), match.end(), cut) for match in tried)


def is_word(text: str, start: int, end: int, cut: Callable[[str], Iterable[str]]) -> bool:
    """Whether ``text[start:end]`` begins and ends where words and numbers do, or is the first or last part of one."""
    if any(_inside_run(text, border) for border in (start, end)):
        return False
    doubtful = [border for border in (start, end) if _inside_unspaced(text, border)]
    if not doubtful or end - start > _LONGEST:
        return True
    first = max(0, start - _CONTEXT)
    parts = cut(fold(text[first : end + _CONTEXT]))
    borders = {first + border for border in accumulate(map(len, parts), initial=0)}
    if borders.issuperset(doubtful):
        return True
    # 华为 in 华为公司: inside one word, at an edge of it.
    return borders.isdisjoint(range(start + 1, end)) and (start in borders or end in borders)


def _inside_unspaced(text: str, border: int) -> bool:
    return 0 < border < len(text) and bool(_UNSPACED.match(text[border - 1]) and _UNSPACED.match(text[border]))


def _inside_run(text: str, border: int) -> bool:
    """Whether the border divides a number, or letters that are written together."""
    if not 0 < border < len(text):
        return False
    left, right = text[border - 1], text[border]
    if left.isdigit() and right.isdigit():
        return True
    if left in _NUMBER_SIGNS and right.isdigit():  # 5 in 3.5
        return border > 1 and text[border - 2].isdigit()
    if left.isdigit() and right in _NUMBER_SIGNS:  # 3 in 3.5
        return text[border + 1 : border + 2].isdigit()
    letters = left.isalpha() and right.isalpha()
    return letters and not _UNSPACED.match(left) and not _UNSPACED.match(right)
