"""Kicker, headline, subtitle and byline of an article page, each from the best evidence that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from parsel import Selector

from newsarchive.epaper.bylines import author_of
from newsarchive.epaper.labels import date_of, is_navigation, parse_label
from newsarchive.epaper.markup import words
from newsarchive.epaper.properties import Properties
from newsarchive.epaper.vocabulary import Skin, skin

FIELDS = ("kicker", "headline", "subtitle", "byline")

# Title parts and authors are lines; what is longer is text.
_LONGEST_PART = 80
_LONGEST_BYLINE = 40
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_BLOCKS = _HEADINGS | {"p", "div", "td", "tr", "table", "tbody", "ul", "li", "section", "article"}
_WHO = re.compile(r"^(?:[■□◎●▲◆]\s*)?(?:作者|文/图|图/文|文/|撰文|本报|本网|特约|新华社|记者|通讯员|实习生)")
_NOT_WHO = re.compile(
    r"^(?:来源|日期|时间|编辑|责编|责任编辑|发布|版次|字号|浏览|分享|打印|【?字体|放大|本报讯|本报社)"
)
# Under a headline: a subtitle says something and is longer.
_PEN_NAME = re.compile(r"^[一-鿿]\s?[一-鿿]{1,2}$")
_NAMES = re.compile(r"^[一-鿿·]{2,4}(?:[\s、，,]+[一-鿿·]{2,4})*$")


def title_fields(
    document: Selector, evidence: Sequence[Properties], skins: Sequence[Skin], body: Any | None
) -> dict[str, str]:
    """The four fields, "" where nothing names one.

    Property comments and markers come first, then the skins, then what stands around the headline before ``body``: but
    comments that know of kickers and subtitles are believed when they leave them empty. Bare headings are the last
    resort for the headline.
    """
    found = dict.fromkeys(FIELDS, "")
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
            value = author_of(value) if name == "byline" else value
            if not _misplaced(value, found):
                found[name] = value
    if not found["headline"]:
        found |= {name: value for name, value in _bare_headings(document).items() if not found[name]}
    if found["headline"] and not any(said.headline for said in evidence):
        for name, value in _around(document, found["headline"], body):
            if not found[name] and not _misplaced(value, found):
                found[name] = value
    return found


def is_label(value: str) -> bool:
    """True for a line that names a page (第05版：要闻)."""
    return "版" in value and parse_label(value) is not None


def _select(document: Selector, selectors: Sequence[str]) -> str:
    for selector in selectors:
        nodes = document.xpath(selector) if selector.startswith("/") else document.css(selector)
        for node in nodes[:1]:
            if line := words(node.root):
                return line
    return ""


def _misplaced(value: str, found: dict[str, str]) -> bool:
    """True for a value that another field has, that is too long for a part, or is a date, a label or navigation."""
    short = len(value) <= _LONGEST_PART
    return not short or value in found.values() or bool(date_of(value)) or is_label(value) or is_navigation(value)


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
        "subtitle": after[0] if after and not _WHO.match(after[0]) else "",
    }


def _around(document: Selector, headline: str, body: Any | None) -> Iterator[tuple[str, str]]:
    """What stands beside the headline: a heading right before it, headings and an author's line up to the body."""
    leaves = list(_leaves(document.root, body))
    at = next((i for i, (_, line) in enumerate(leaves) if line == headline), None)
    if at is None:
        return
    if at and leaves[at - 1][0].tag in _HEADINGS:
        yield "kicker", leaves[at - 1][1]
    for node, line in leaves[at + 1 :]:
        author = author_of(line)
        if not author or _NOT_WHO.match(author) or is_navigation(author) or is_label(author) or date_of(author):
            continue
        heading = node.tag in _HEADINGS
        named = _WHO.match(author) or _is_name(author) or (heading and _PEN_NAME.match(author))
        # Beside a date or the word 作者 stands an author, whatever the name.
        if len(author) <= _LONGEST_BYLINE and (named or (author != line and _NAMES.match(author))):
            yield "byline", author
        elif heading:
            yield "subtitle", line


def _leaves(root: Any, body: Any | None) -> Iterator[tuple[Any, str]]:
    """The innermost block elements that hold a line, in order, up to the body."""
    for node in root.iter():
        if node is body:
            return
        if node.tag in _BLOCKS and not any(child.tag in _BLOCKS for child in node.iterdescendants()):
            line = words(node)
            if line:
                yield node, line


@cache
def _surnames() -> frozenset[str]:
    text = files("newsarchive.text").joinpath("surnames.txt").read_text(encoding="utf-8")
    return frozenset("".join(line for line in text.splitlines() if not line.startswith("#")))


def _is_name(line: str) -> bool:
    """True for a line of nothing but personal names, each with a surname: 何舟 · 何 舟 · 何舟、苏木."""
    names = re.split(r"[、,，\s]+", re.sub(r"(?<=^[一-鿿]) (?=[一-鿿]$)", "", line))
    return all(2 <= len(n) <= 4 and re.fullmatch(r"[一-鿿·]+", n) and n[0] in _surnames() for n in names)
