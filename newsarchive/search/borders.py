"""Tell a word from a chance substring: 华为 from 中华为…, 1月20日 from 11月20日, AI from said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import accumulate

from newsarchive.search.pairs import UNSPACED

# jieba decides by the characters around; a dozen on either side settle what a word of two to four characters is.
_CONTEXT = 12
# An article that has the word as a word has it so among its first hits.
_TRIED = 6

_UNSPACED = re.compile(f"[{UNSPACED}]")
_NUMBER_SIGNS = ".,"


def has_word(text: str, word: re.Pattern[str], cut: Callable[[str], Iterable[str]]) -> bool:
    """Whether one of the first hits of ``word`` in a folded text is a word there, not a part of others.

    ``cut`` divides a text into words. It is called only where both sides of a border are Chinese.
    """
    tried = zip(word.finditer(text), range(_TRIED), strict=False)
    return any(is_word(text, match.start(), match.end(), cut) for match, _ in tried)


def is_word(text: str, start: int, end: int, cut: Callable[[str], Iterable[str]]) -> bool:
    """Whether ``text[start:end]`` begins and ends where words and numbers do."""
    doubtful = []
    for border in (start, end):
        if not 0 < border < len(text):
            continue
        left, right = text[border - 1], text[border]
        if _inside_run(text, border):
            return False
        if _UNSPACED.match(left) and _UNSPACED.match(right):
            doubtful.append(border)
    if not doubtful:
        return True
    first = max(0, start - _CONTEXT)
    borders = set(accumulate(map(len, cut(text[first : end + _CONTEXT]))))
    return all(border - first in borders for border in doubtful)


def _inside_run(text: str, border: int) -> bool:
    """Whether the border divides a number, or letters that are written together."""
    left, right = text[border - 1], text[border]
    if left.isdigit() and right.isdigit():
        return True
    if left in _NUMBER_SIGNS and right.isdigit():  # 5 in 3.5
        return border > 1 and text[border - 2].isdigit()
    if left.isdigit() and right in _NUMBER_SIGNS:  # 3 in 3.5
        return text[border + 1 : border + 2].isdigit()
    letters = left.isalpha() and right.isalpha()
    return letters and not _UNSPACED.match(left) and not _UNSPACED.match(right)
