"""Pages in traditional characters: recognition reads them in simplified ones, in which its words are written.

A character becomes one character, so that every place stays; what the articles say is put back into the characters of
the page.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, replace
from functools import cache
from typing import Any

from newsarchive.model import Article
from newsarchive.search.fold import simplified

# The share of a page's characters that have a simplified form. Of traditional text it is a third; simplified text holds
# a few of them in names.
LEAST = 0.1


def in_simplified(text: str) -> str:
    """A page in traditional characters in simplified ones, as long as it is; any other page as it is."""
    # A class of characters is fast where all are within the plane of most; hardly a page has one beyond it.
    other = len(_near().findall(text)) + sum(map(_others().__contains__, _FAR.findall(text)))
    return text.translate(_table()) if other > LEAST * len(text.strip()) else text


@cache
def _table() -> dict[int, str]:
    return {ord(char): plain for char, plain in simplified().items() if len(char) == len(plain) == 1}


@cache
def _others() -> frozenset[str]:
    """The characters that have a simplified form."""
    return frozenset(chr(code) for code, plain in _table().items() if chr(code) != plain)


# The characters beyond the first plane of Unicode.
_FAR = re.compile("[\U00010000-\U0010ffff]")


@cache
def _near() -> re.Pattern[str]:
    """Those of the characters that have a simplified form within the first plane."""
    return re.compile(f"[{re.escape(''.join(char for char in _others() if not _FAR.match(char)))}]")


def put_back(article: Article, read: str, page: str) -> Article:
    """An article made of a page in simplified characters, in those of the page."""
    own = _Own(read, page)
    changed: dict[str, Any] = {}
    for field in fields(article):
        value = getattr(article, field.name)
        if type(value) is str:
            changed[field.name] = own.of(value)
        elif isinstance(value, tuple) and value and all(type(x) is str for x in value):
            changed[field.name] = tuple(map(own.of, value))
    return replace(article, **changed)


class _Own:
    """The characters of a page for those in which it was read."""

    def __init__(self, read: str, page: str) -> None:
        # Marks, digits and line ends may have been changed since; the Han of a phrase follow each other.
        pairs = [(a, b) for a, b in zip(read, page, strict=True) if _HAN.match(a)]
        self._read = "".join(a for a, _ in pairs)
        self._page = "".join(b for _, b in pairs)
        # What a character mostly is on the page: the rarest first, so that the commonest stays.
        self._mostly = {a: b for (a, b), _ in reversed(Counter(pairs).most_common())}

    def of(self, text: str) -> str:
        """A phrase in the characters of the page: those of its place, or what they mostly are if it has none."""
        han = "".join(_HAN.findall(text))
        at = self._read.find(han)
        own = iter(self._page[at : at + len(han)] if at >= 0 else [self._mostly.get(char, char) for char in han])
        return _HAN.sub(lambda _: next(own), text)


_HAN = re.compile("[\u3400-\u9fff]")
