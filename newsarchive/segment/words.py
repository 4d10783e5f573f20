"""How common words are: jieba's dictionary of 350,000 words with their frequencies in 60 million of text."""

from __future__ import annotations

from functools import cache


@cache
def _table() -> dict[str, int]:
    import jieba

    if not jieba.dt.initialized:
        jieba.initialize()
    table: dict[str, int] = jieba.dt.FREQ
    return table


def frequency(word: str) -> int:
    """How often jieba's dictionary met the word, 0 for what is no word."""
    return _table().get(word, 0)
