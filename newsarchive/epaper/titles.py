"""The lines around a headline, in designs that nobody has described: which is kicker, subtitle, author?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from parsel import Selector

from newsarchive.epaper.bylines import author_of
from newsarchive.epaper.labels import bare, is_signpost
from newsarchive.epaper.markup import words
from newsarchive.text.spacing import surnames

# Title parts and authors are lines; what is longer is text.
LONGEST_PART = 80
_LONGEST_BYLINE = 40
# Under a headline, a line of fewer characters is a pen name or a button, and no subtitle.
_SHORTEST_SUBTITLE = 4
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_BLOCKS = _HEADINGS | {"p", "div", "td", "tr", "table", "tbody", "ul", "li", "section", "article"}
_ROWS = frozenset({"td", "tr", "tbody"})
_WHO = re.compile(r"^(?:[■□◎●▲◆]\s*)?(?:作者|文/图|图/文|文/|撰文|本报|本网|特约|新华社|记者|通讯员|实习生)")
# What else stands around headlines: buttons, sources, places in the site.
_FURNITURE = re.compile(
    r"^(?:来源|日期|时间|编辑|责编|责任编辑|发布|版次|字号|浏览|分享|打印|【?字体|放大|本报讯|本报社|点击|阅读|收藏|复制|朗读"
    r"|正文|当前位置|您的位置|您现在|位置|设为|加入|大\s?中\s?小|T\s?T|A[+-])|版权所有"
)
# Under a headline: a subtitle says something and is longer.
_PEN_NAME = re.compile(r"^[一-鿿]\s?[一-鿿]{1,2}$")
_NAMES = re.compile(r"^[一-鿿·]{2,4}(?:[\s、，,]+[一-鿿·]{2,4})*$")
_DASH = re.compile(r"^[—－–-]{1,2}")
_SENTENCE_END = re.compile(r"[。；;]$")


@dataclass(frozen=True, slots=True)
class _Leaf:
    """An innermost block element with a line, and whether it lies in the body."""

    node: Any
    line: str
    inside: bool


class TitleBlock:
    """The lines of an article page, in order, and which of them belong to its headline.

    ``section`` is the page's name, which many designs print above the headline.
    """

    def __init__(self, document: Selector, body: Any | None, section: str = "") -> None:
        self.leaves = [leaf for leaf in _leaves(document.root, body) if not section or leaf.line != section]

    def line_like(self, listed: str) -> str:
        """The line that reads like what the page's list calls the article, white space aside; "" where none does."""
        at = self._find(listed) if listed else None
        return "" if at is None else self.leaves[at].line

    def around(self, headline: str) -> Iterator[tuple[str, str]]:
        """Kicker, subtitle and byline beside a headline, as (field, line), several candidates possible.

        A heading right before it, headings after it up to the text; other lines only where they share its element.
        """
        at = self._find(headline)
        if at is None:
            return
        own = self.leaves[at]
        if at and self._is_part(self.leaves[at - 1], own):
            yield "kicker", self.leaves[at - 1].line
        for leaf in self.leaves[at + 1 :]:
            if (leaf.inside and not own.inside) or len(leaf.line) > LONGEST_PART or _SENTENCE_END.search(leaf.line):
                return
            author = author_of(leaf.line)
            if _is_byline(leaf, author, own):
                yield "byline", author
            elif self._is_part(leaf, own) and len(leaf.line) >= _SHORTEST_SUBTITLE:
                yield "subtitle", leaf.line

    def _find(self, line: str) -> int | None:
        """The leaf with this line: of several (lists name it too) the last before the text, else the first in it."""
        wanted = bare(line)
        places = [n for n, leaf in enumerate(self.leaves) if bare(leaf.line) == wanted]
        before = [n for n in places if not self.leaves[n].inside]
        body = next((n for n, leaf in enumerate(self.leaves) if leaf.inside), len(self.leaves))
        return max((n for n in before if n < body), default=next((n for n in places if n >= body), None))

    def _is_part(self, leaf: _Leaf, headline: _Leaf) -> bool:
        line = leaf.line
        if _FURNITURE.search(line) or is_signpost(line) or not author_of(line):
            return False
        if leaf.node.tag in _HEADINGS:
            return True
        if leaf.inside:
            # In the text a line under the headline may be a subhead; a dash makes it a subtitle.
            return bool(_DASH.match(line))
        return _container(leaf.node) is _container(headline.node)


def names_somebody(line: str) -> bool:
    """True for a line that begins as an author's does."""
    return bool(_WHO.match(line))


def _is_byline(leaf: _Leaf, author: str, headline: _Leaf) -> bool:
    if not author or len(author) > _LONGEST_BYLINE or _FURNITURE.search(author) or is_signpost(author):
        return False
    if _WHO.match(author) or _is_name(author):
        return True
    # Beside a date or the word 作者 stands an author, whatever the name; alone under the headline, a short one.
    if author != leaf.line and _NAMES.match(author):
        return True
    beside = leaf.node.tag in _HEADINGS or (not leaf.inside and _container(leaf.node) is _container(headline.node))
    return beside and bool(_PEN_NAME.match(author))


def _container(node: Any) -> Any:
    """The element that groups a title block: the parent, and of a table's cell the table."""
    parent = node.getparent()
    while parent is not None and parent.tag in _ROWS:
        parent = parent.getparent()
    return parent


def _leaves(root: Any, body: Any | None) -> Iterator[_Leaf]:
    """The innermost block elements that hold a line, in order."""
    within = set() if body is None else {body, *body.iterdescendants()}
    for node in root.iter(*_BLOCKS):
        if not any(child.tag in _BLOCKS for child in node.iterdescendants()) and (line := words(node, spaced=True)):
            yield _Leaf(node, line, node in within)


def _is_name(line: str) -> bool:
    """True for a line of nothing but personal names, each with a surname: 何舟 · 何 舟 · 何舟、苏木."""
    names = re.split(r"[、,，\s]+", re.sub(r"(?<=^[一-鿿]) (?=[一-鿿]$)", "", line))
    return all(2 <= len(n) <= 4 and re.fullmatch(r"[一-鿿·]+", n) and n[0] in surnames() for n in names)
