"""The words of Chinese text: the only module that knows jieba, loaded when first needed and quiet."""

from __future__ import annotations

import importlib.metadata
import math
import warnings
from functools import cache
from importlib import resources
from typing import Any

# The rarest words of jieba's idf table have about this weight; a word outside it is at least as rare.
_RAREST = 12.0


@cache
def _jieba() -> Any:
    with warnings.catch_warnings():
        # jieba 0.42.1 asks for pkg_resources, and its regular expressions hold invalid escapes.
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    return jieba


def cut(text: str) -> list[str]:
    """Return the words of ``text`` as jieba cuts it; joined they are the text."""
    return list(_jieba().cut(text))


@cache
def _parts_of_speech() -> dict[str, str]:
    lines = (resources.files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    return {fields[0]: fields[2] for fields in (line.split(" ") for line in lines)}


def part_of_speech(word: str) -> str:
    """Return the part of speech jieba's dictionary gives a word (n, ns, nt, nr, v …), empty for a word it lacks."""
    return _parts_of_speech().get(word, "")


def frequency(word: str) -> float:
    """Return the share of ``word`` among the words jieba's dictionary counted, 0.0 for a word it lacks."""
    tokenizer = _jieba().dt
    return float(tokenizer.FREQ.get(word, 0) / tokenizer.total)


@cache
def _idf() -> dict[str, float]:
    lines = (resources.files("jieba") / "analyse" / "idf.txt").read_text(encoding="utf-8").splitlines()
    return {word: float(value) for word, value in (line.split(" ") for line in lines)}


def rarity(word: str) -> float:
    """Return the inverse document frequency of ``word`` in jieba's table; words outside it count as the rarest."""
    return _idf().get(word, _RAREST)


def version() -> str:
    """Return what cut this text: jieba and the version of its dictionary."""
    return "jieba-" + importlib.metadata.version("jieba")


def log_frequency(word: str) -> float:
    """Return the natural logarithm of ``frequency``, an unknown word counting half a known word's least."""
    tokenizer = _jieba().dt
    return math.log((tokenizer.FREQ.get(word, 0) or 0.5) / tokenizer.total)
