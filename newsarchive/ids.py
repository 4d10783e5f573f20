"""The ids of the archive. The same input gives the same ids, whenever and wherever it is read."""

from __future__ import annotations

import hashlib
from datetime import date

# 2**53 - 1 is the greatest integer that JSON readers keep exact. Days since 1600 (the first newspapers) need 18 bits
# until the year 2317; 35 bits are left to tell the articles of one day apart.
_FIRST_DAY = date(1600, 1, 1)
_DAY_BITS = 35
_LAST_OF_DAY = (1 << _DAY_BITS) - 1


def issue_id(paper: str, day: date, edition: int = 1) -> str:
    """``cena-2023-11-21``; the second edition of the day gets ``-2``."""
    suffix = f"-{edition}" if edition > 1 else ""
    return f"{paper}-{day.isoformat()}{suffix}"


def page_id(issue: str, label: str) -> str:
    """``cena-2023-11-21-01``, from the printed label."""
    return f"{issue}-{label}"


def article_id(page: str, position: int) -> str:
    """``cena-2023-11-21-01-003``, from the position on the page, counted from 1."""
    return f"{page}-{position:03d}"


def article_number(article: str, day: date) -> int:
    """The integer that ties an article to its row in the full-text index.

    It is made from the id alone, so that no order of reading changes it, and it sorts by date. Two articles of one day
    share a number with a chance of about one in 70,000 for 1,000 articles a day; the store then takes ``next_number``.
    """
    digest = int.from_bytes(hashlib.blake2b(article.encode(), digest_size=8).digest(), "big")
    return ((day - _FIRST_DAY).days << _DAY_BITS) | (digest & _LAST_OF_DAY)


def next_number(number: int) -> int:
    """The number to try when ``number`` is taken; it stays within the same day."""
    return (number & ~_LAST_OF_DAY) | ((number + 1) & _LAST_OF_DAY)
