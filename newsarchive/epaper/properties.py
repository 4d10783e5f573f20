"""Fields that publishing systems leave in HTML comments: ``enpproperty``, ``mpproperty`` and ``npm:`` markers.

They are read from the raw text, because a comment nested in another ends it for a parser, and because they stand whole
where a document pasted into the body breaks the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsarchive.epaper.labels import date_of, flat, parse_label
from newsarchive.epaper.markup import plain

# A block ends at its own end mark; an arrow inside may belong to a nested comment. A cut-off block ends at the next.
_BLOCK = re.compile(r"<!--\s*(enp|mp)property\b(.*?)(?:/\1property\b|(?=<!--\s*(?:enp|mp)property\b)|\Z)", re.S | re.I)
_FIELD = re.compile(r"<(?:founder-)?([A-Za-z]+)>(.*?)</(?:founder-)?\1>", re.S)
_MARKER = re.compile(r"<!--\s*<npm:article-([a-z-]+)>\s*-->(.*?)<!--\s*</npm:article-\1>\s*-->", re.S)
_CONTENT = re.compile(
    r"<!--\s*enpcontent\s*-->(.*?)(?:<!--\s*/enpcontent\s*-->|<!--\s*enpproperty\b|</founder-content>)", re.S
)

_NAMES = {
    "title": "headline",
    "introtitle": "kicker",
    "subtitle": "subtitle",
    "author": "byline",
    "date": "date",
    "pagenum": "label",
    "papername": "paper",
    "pagepicurl": "image",
}
_MARKERS = {"pretitle": "kicker", "title": "headline", "subtitle": "subtitle", "author": "byline"}


@dataclass(frozen=True, slots=True)
class Properties:
    """The fields of an answer's comments; an empty string where none says anything that can be true."""

    headline: str = ""
    kicker: str = ""
    subtitle: str = ""
    byline: str = ""
    date: str = ""
    label: str = ""
    paper: str = ""
    image: str = ""


def properties(text: str) -> Properties:
    """The fields of all property blocks of an answer; the first block that says something wins, per field."""
    return _fields((pair for block in _BLOCK.finditer(text) for pair in _FIELD.findall(block[2])), _NAMES)


def markers(text: str) -> Properties:
    """The fields that ``npm:`` markers enclose."""
    return _fields(_MARKER.findall(text), _MARKERS)


def _fields(said: Iterable[tuple[str, str]], names: Mapping[str, str]) -> Properties:
    """The first value of each field that can be true; ``names`` says which field a tag means."""
    found: dict[str, str] = {}
    for tag, mark_up in said:
        name, value = names.get(tag.lower()), plain(mark_up)
        if name and value and name not in found and _believable(name, value):
            found[name] = date_of(value) if name == "date" else value
    return Properties(**found)


def marked_body(text: str) -> str | None:
    """The mark-up between ``enpcontent`` or ``npm:article-content`` markers ("" for a body without text), or None."""
    bodies = [str(value) for name, value in _MARKER.findall(text) if name == "content"]
    bodies += [found[1] for found in _CONTENT.finditer(text)]
    return next((b for b in bodies if flat(b)), "") if bodies else None


def _believable(name: str, value: str) -> bool:
    """False for what a site plainly filled into the wrong field: a page label or a date as author."""
    if name == "byline":
        return not (parse_label(value) and re.search(r"版|^\d", value)) and not date_of(value)
    if name == "date":
        return bool(date_of(value))
    return True
