"""The words of jieba from its binding in Rust, which is faster: the optional package ``rjieba``.

It cuts what jieba hands to its dictionary in one piece just as jieba does. Where such a piece begins and ends, and what
becomes of Latin letters with signs between them (GPT-4), it decides otherwise; so both are done here, as jieba does.
Words that the dictionary does not have are guessed by a model in which two guesses may be equally likely (丁仝仝仝);
so a piece with a guessed word is left to jieba itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

#: The dictionary it was built with, named as ``words.dictionary_version`` does: jieba 0.42.1's own.
DICTIONARY = "7197c3211ddd"

# What jieba hands to its dictionary, and how it divides the rest.
_PIECE = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+)")
_BLANK = re.compile(r"(\r\n|\s)")
# What the dictionary does not have is cut into numbers, runs of letters, and the signs between them.
_SIGNED = re.compile(r"(?=.*[-_+#&.%])[a-zA-Z0-9+#&._%\-]{2,}")
_HAN = re.compile(r"[\u4E00-\u9FD5]")
_RUN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")


@cache
def installed() -> bool:
    """Tell whether the package is there."""
    return find_spec("rjieba") is not None


def cut(text: str, is_word: Callable[[str], bool], by_jieba: Callable[[str], list[str]]) -> list[str]:
    """Cut ``text`` into the words that jieba cuts it into; ``is_word`` tells whether the dictionary knows a word,
    ``by_jieba`` cuts what has words that it does not know.
    """
    rjieba = _rjieba()
    words: list[str] = []
    for number, stretch in enumerate(_PIECE.split(text)):
        if number % 2:
            held = rjieba.cut(stretch)
            if any(len(word) > 1 and _HAN.search(word) and not is_word(word) for word in held):
                words.extend(by_jieba(stretch))
                continue
            for word in held:
                if _SIGNED.fullmatch(word) and not is_word(word):
                    words.extend(filter(None, _RUN.split(word)))
                else:
                    words.append(word)
        elif stretch:
            for place, rest in enumerate(_BLANK.split(stretch)):
                words.extend((rest,) if place % 2 else rest)
    return words


@cache
def _rjieba() -> Any:
    return import_module("rjieba")
