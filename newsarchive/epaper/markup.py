"""The mark-up of e-paper pages: a tolerant parse, anchors in order, and flowing text cut into paragraphs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from parsel import Selector

from newsarchive.epaper.labels import flat
from newsarchive.epaper.urls import absolute

# A whole document pasted into an article body ends the outer one for the parser, and everything after it is lost.
# The ends carry no information, so all go; the parser closes what is open at the end of the text.
_ENDS = re.compile(r"</\s*(?:html|body)\s*>", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<\s*(?:br|/p|/div)\b[^>]*>", re.I)
_SILENT = {"script", "style", "head", "title", "noscript", "select", "textarea", "button", "object", "iframe"}
_BLOCKS = {
    *("p", "div", "br", "hr", "tr", "td", "th", "table", "tbody", "ul", "ol", "li", "dl", "dt", "dd"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "center", "form"),
    *("figure", "figcaption", "founder-content", "pre"),
}
_STRONG = {"strong", "b", "h1", "h2", "h3", "h4", "h5", "h6"}
_WRITTEN = re.compile(r"""document\.write(?:ln)?\s*\(.*?(["'])(.*?)\1""", re.S)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link or hot area: resolved address, its text, and the trail of containers (for telling lists from boxes)."""

    url: str
    text: str
    is_area: bool
    trail: tuple[str, ...]
    node: Any


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of flowing text; ``strong`` when all of it is set in bold, ``picture`` when it follows a picture,
    ``centred`` when it is set in the middle.
    """

    text: str
    strong: bool = False
    picture: bool = False
    centred: bool = False


def parse(text: str) -> Selector:
    """A selector over the whole document, whatever its state; never raises."""
    return Selector(text=_ENDS.sub("", _CONTROL.sub("", text)) or "<html></html>", type="html")


def plain(fragment: str) -> str:
    """The words of a small piece of mark-up on one line; breaks become spaces, entities are resolved."""
    return flat(html.unescape(_TAG.sub("", _BREAK.sub(" ", fragment))))


def words(node: Any, spaced: bool = False) -> str:
    """The words of an element on one line; what only a script would write counts, other scripts do not.

    ``spaced`` sets the parts apart that have a span of their own (author, source and date on one line).
    """
    return flat("".join(_pieces(node, _BLOCKS | {"span"} if spaced else _BLOCKS)))


def _pieces(node: Any, apart: Set[str]) -> Iterator[str]:
    if not isinstance(node.tag, str):
        return
    if node.tag == "script":
        for found in _WRITTEN.finditer("".join(node.itertext())):
            yield plain(found[2])
        return
    if node.tag in _SILENT:
        return
    if node.tag in apart:
        yield " "
    yield node.text or ""
    for child in node:
        yield from _pieces(child, apart)
        yield child.tail or ""
    if node.tag in apart:
        yield " "


def anchors(document: Selector, base: str) -> list[Anchor]:
    """All links and hot areas in document order. Reads href, and where sites hide it: daoxiang, data-href, onclick."""
    found = []
    for node in document.root.iter("a", "area"):
        link = node.get("href") or ""
        url = absolute(base, link)
        if not url:
            link = node.get("daoxiang") or node.get("data-href") or _clicked(node.get("onclick") or "")
            url = absolute(base, link)
        if url:
            found.append(Anchor(url, _anchor_text(node), node.tag == "area", _trail(node), node))
    return found


def _anchor_text(node: Any) -> str:
    return words(node) or flat(node.get("title") or node.get("alt") or "")


def _clicked(script: str) -> str:
    found = re.search(r"""(?:href\s*=|open\s*\(|location\s*=)\s*["']([^"']+)["']""", script)
    return found[1] if found else ""


def _trail(node: Any) -> tuple[str, ...]:
    """Tags and classes of the ancestors. List items and rows are left out: unclosed ones nest at random."""
    steps = []
    for parent in node.iterancestors():
        if parent.tag in {"li", "tr", "td", "tbody", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "p", "span", "font"}:
            continue
        steps.append(f"{parent.tag}#{parent.get('id') or ''}.{parent.get('class') or ''}")
    return tuple(steps)


def paragraphs(node: Any, skip: Sequence[Any] = ()) -> list[Paragraph]:
    """The flowing text of an element, cut at block elements and line breaks; indents and empty paragraphs go.

    Elements in ``skip`` are left out.
    """
    out: list[Paragraph] = []
    pieces: list[tuple[str, bool]] = []
    state = {"picture": False, "centred": False}

    def close() -> None:
        line = flat("".join(text for text, _ in pieces))
        strong = bool(line) and all(bold for text, bold in pieces if flat(text))
        pieces.clear()
        if line:
            out.append(Paragraph(line, strong, state["picture"], state["centred"]))
            state["picture"] = False

    def walk(element: Any, bold: bool) -> None:
        if not isinstance(element.tag, str) or element.tag in _SILENT or element in skip:
            return
        if element.tag == "img":
            close()
            state["picture"] = True
            return
        block = element.tag in _BLOCKS
        before = state["centred"]
        if block:
            close()
            state["centred"] = before or _is_centred(element)
        inner = bold or element.tag in _STRONG or "bold" in (element.get("style") or "").lower()
        pieces.append((element.text or "", inner))
        for child in element:
            walk(child, inner)
            pieces.append((child.tail or "", inner))
        if block:
            close()
            state["centred"] = before

    walk(node, False)
    close()
    return out


def _is_centred(element: Any) -> bool:
    style = re.sub(r"\s", "", element.get("style") or "").lower()
    return element.tag == "center" or (element.get("align") or "").lower() == "center" or "text-align:center" in style
