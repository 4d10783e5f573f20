"""Answers that come with HTTP 200 and are not what was asked for, and files that are not what they should be."""

from __future__ import annotations

import re

from newsarchive.epaper.labels import flat
from newsarchive.epaper.markup import parse, words
from newsarchive.epaper.vocabulary import refusal_patterns

# Interstitials say one or two sentences; a real page has more words even when its story is about captchas.
_LONGEST_REFUSAL = 400
_CONTENT = re.compile(r"enpproperty|mpproperty|<npm:|founder-content|<map\b", re.I)
# The smallest PDF with one empty page that common writers make has about 400 bytes; sites serve stubs below 1000 bytes
# (retry rule of raddyfiy's reader), but a full one can be that small too, so only the impossible is called a stub.
SMALLEST_PDF = 300


def refusal(text: str) -> str:
    """The reason code when an HTML answer asks for something instead of giving the page: ``interstitial`` (prove to be
    human) or ``closed`` (subscribers only); "" for an answer that can be the page itself.
    """
    if _CONTENT.search(text):
        return ""
    document = parse(text)
    title = flat(document.css("title").xpath("string()").get(""))
    shown = words(document.root)
    for code, pattern in refusal_patterns():
        if pattern.search(title) or (len(shown) <= _LONGEST_REFUSAL and pattern.search(shown)):
            return code
    return ""


def pdf_fault(length: int | None, start: bytes | None = None) -> str:
    """The reason code when a PDF is none: ``pdf-empty`` for no or too few bytes, ``pdf-broken`` for other content.

    ``length`` and ``start`` (the first bytes) may be None when the site does not tell.
    """
    if length is not None and length < SMALLEST_PDF:
        return "pdf-empty"
    if start is not None and b"%PDF" not in start[:1024]:
        return "pdf-broken"
    return ""
