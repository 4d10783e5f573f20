"""Kicker, headline, subtitle and byline of an article page, each from the best evidence that names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from parsel import Selector

from newsarchive.epaper.bylines import author_of
from newsarchive.epaper.labels import is_signpost
from newsarchive.epaper.markup import words
from newsarchive.epaper.properties import Properties
from newsarchive.epaper.titles import LONGEST_PART, TitleBlock, names_somebody
from newsarchive.epaper.vocabulary import Skin, skin

FIELDS = ("kicker", "headline", "subtitle", "byline")


def title_fields(
    document: Selector,
    evidence: Sequence[Properties],
    skins: Sequence[Skin],
    body: Any | None,
    listed: str,
    section: str,
) -> dict[str, str]:
    """The four fields, "" where nothing names one.

    ``listed`` is what the page's list calls the article, ``section`` the page's name.

    Property comments and markers come first, then the skins, then what stands around the headline: but comments that
    know of kickers and subtitles are believed when they leave them empty, and so is a design that has an empty place
    for one. The line that reads like the list, and bare headings, are the last resort for the headline.
    """
    found = dict.fromkeys(FIELDS, "")
    empty: set[str] = set()
    for said in evidence:
        for name in FIELDS:
            found[name] = found[name] or getattr(said, name)
    for design in (*skins, skin("common")):
        missing = [name for name in FIELDS if not found[name]]
        # A skin without its headline is another skin's page, and what it finds there is chance.
        if not missing or not (_select(document, design.headline) or (design.name == "common" and found["headline"])):
            continue
        for name in missing:
            value = _select(document, getattr(design, name))
            if value == "":
                empty.add(name)
            value = author_of(value or "") if name == "byline" else value or ""
            if not _misplaced(value, found):
                found[name] = value
    if any(said.headline for said in evidence):
        return found
    block = TitleBlock(document, body, section)
    if not found["headline"]:
        found["headline"] = block.line_like(listed)
    if not found["headline"]:
        found |= {name: value for name, value in _bare_headings(document).items() if not found[name]}
    for name, value in block.around(found["headline"]):
        if not found[name] and name not in empty and not _misplaced(value, found):
            found[name] = value
    return found


def _select(document: Selector, selectors: Sequence[str]) -> str | None:
    """The words of the first element that has any; "" where only empty ones are there, None where there is none."""
    found = None
    for selector in selectors:
        nodes = document.xpath(selector) if selector.startswith("/") else document.css(selector)
        for node in nodes[:1]:
            if line := words(node.root):
                return line
            found = ""
    return found


def _misplaced(value: str, found: dict[str, str]) -> bool:
    """True for a value that another field has, that is too long for a part, or is a date, a label or navigation."""
    return len(value) > LONGEST_PART or value in found.values() or is_signpost(value)


def _bare_headings(document: Selector) -> dict[str, str]:
    """Title fields out of bare headings: the highest is the headline, the one before it kicker, the next subtitle."""
    found: list[tuple[int, str]] = []
    for node in document.css("h1, h2, h3, h4, h5"):
        line = words(node.root)
        if line and not _misplaced(line, {}):
            found.append((int(node.root.tag[1]), line))
    if not found:
        return {}
    at = min(range(len(found)), key=lambda i: found[i][0])
    after = [line for _, line in found[at + 1 : at + 2]]
    return {
        "kicker": found[at - 1][1] if at else "",
        "headline": found[at][1],
        "subtitle": after[0] if after and not names_somebody(after[0]) else "",
    }
