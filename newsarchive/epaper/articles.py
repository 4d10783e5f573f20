"""The common reader of an article: title fields by best evidence, body by paragraphs, captions, kind, jump marks.

Evidence, best first: property comments, ``npm:`` markers, the skins of the family, bare headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from parsel import Selector

from newsarchive.epaper import bylines
from newsarchive.epaper.family import Family
from newsarchive.epaper.fields import title_fields
from newsarchive.epaper.labels import bare, date_of, flat, is_label, is_navigation, parse_label
from newsarchive.epaper.markup import Paragraph, paragraphs, parse, words
from newsarchive.epaper.pictures import (
    body_pictures,
    boxed_pictures,
    caption_lines,
    captioned_elsewhere,
    merged,
    picture_boxes,
)
from newsarchive.epaper.properties import marked_body, markers, properties
from newsarchive.epaper.records import ArticleRead, Picture
from newsarchive.epaper.urls import canonical, date_in
from newsarchive.epaper.vocabulary import Skin, kind_patterns, skin
from newsarchive.model import Article, Kind, Problem

_BODIES = (
    "founder-content, #ozoom, #zoom, #articleContent, #content_div, #contenttext, .contenttext, #doccontent, "
    "#pgcontent, .m-content, .text_c, .article-content, #content, .content, article"
)
_PICTURES = ".attachment, #newspic, table.newspic"
# The place for an author, which the byline has if there is one.
_AUTHOR_LINE = re.compile(r"^作者\s*[：:]")
_TITLE_JOIN = re.compile(r"\s*[-_—|–]+\s*")
_SENTENCE_END = re.compile(r"[。；，：！？:,;]$")
# A subhead is one short line; a bold paragraph of more than 30 characters is an editor's note or an emphasis.
_LONGEST_SUBHEAD = 30
# A credit or guide has no story behind it; an article whose headline only looks like one has.
_LONGEST_ASIDE = 120


def read_article(family: Family, url: str, text: str, title: str = "", section: str = "") -> ArticleRead:
    """An article out of its decoded answer; never raises for mark-up.

    ``title`` is what the page's list calls it, used when the answer names no headline; ``section`` is the page's name.
    An answer with no headline, text or picture gives an article with those fields empty and the problem
    ``empty-article``.
    """
    if family.read_article is not None:
        return family.read_article(family, url, text)
    return common_article(family, url, text, title, section)


def common_article(family: Family, url: str, text: str, title: str = "", section: str = "") -> ArticleRead:
    """The reader that all families share which serve HTML."""
    document = parse(text)
    skins = [skin(name) for name in family.skins]
    said = properties(text)
    body, marked = _body(text, document, skins)
    fields = title_fields(document, [said, markers(text)], skins, body, title, section)
    boxes = [n.root for n in document.css(", ".join([_PICTURES, *(s for k in skins for s in k.pictures)]))]
    boxes = [b for b in boxes if not any(p in boxes for p in b.iterancestors())]
    pictures = boxed_pictures(boxes, url)
    lines: list[Paragraph] = []
    loose: list[str] = []
    if body is not None:
        inner = picture_boxes(body)
        pictures += boxed_pictures(inner, url) + body_pictures(body, [*inner, *boxes], url)
        lines, loose = caption_lines(paragraphs(body, [*inner, *boxes]))
    pictures += captioned_elsewhere(document, [*boxes, *([] if body is None else [body])], url)
    if not marked:
        lines = _without_titles(lines, fields)
    fields["headline"] = fields["headline"] or flat(title) or _document_title(document, said.paper)
    return compose(
        url, fields, lines, merged(pictures, loose), date=said.date, label=said.label, paper=said.paper, section=section
    )


def compose(
    url: str,
    fields: dict[str, str],
    lines: Sequence[Paragraph],
    pictures: tuple[Picture, ...],
    *,
    date: str = "",
    label: str = "",
    paper: str = "",
    section: str = "",
) -> ArticleRead:
    """The record of an article from its parts. Jump marks, signature, subheads and kind are read here for all."""
    onward = backward = ""
    kept: list[Paragraph] = []
    for line in lines:
        bare, to, back = bylines.without_jumps(line.text)
        onward, backward = onward or to, backward or back
        if bare:
            kept.append(Paragraph(bare, line.strong))
    headline, to, back = bylines.without_jumps(fields.get("headline", ""))
    body = tuple(p.text for p in kept)
    captions = tuple(p.caption for p in pictures if p.caption)
    article = Article(
        kind=kind_of(headline, body, bool(captions), section),
        kicker=fields.get("kicker", ""),
        headline=headline,
        subtitle=fields.get("subtitle", ""),
        byline=bylines.author_of(fields.get("byline", "")) or bylines.byline_in(body),
        body=body,
        signature=bylines.signature_in(body),
        subheads=tuple(p.text for p in kept if _is_subhead(p)),
        captions=captions,
        credits=tuple(dict.fromkeys(p.credit for p in pictures if p.credit)),
        jump_to=onward or to,
        jump_from=backward or back,
        url=canonical(url),
    )
    problems: tuple[Problem, ...] = ()
    if not (headline or body or captions):
        problems = (Problem("empty-article", canonical(url), "the answer holds no headline, no text and no caption"),)
    return ArticleRead(
        url=canonical(url),
        date=date_in(url) or date,
        label=(parse_label(label) or (label, ""))[0],
        paper=paper,
        article=article,
        pictures=pictures,
        problems=problems,
    )


def kind_of(headline: str, body: Sequence[str], captioned: bool, section: str = "") -> Kind:
    """What an entry of a page's list is, by its headline, its text and the name of its page."""
    length = sum(map(len, body))
    for kind, pattern in kind_patterns():
        if pattern.search(headline) and (kind is Kind.NOTICE or length <= _LONGEST_ASIDE):
            return kind
    if re.fullmatch(r".{0,4}广告", section):
        return Kind.ADVERTISEMENT
    return Kind.PHOTO if captioned and not body else Kind.ARTICLE


def _body(text: str, document: Selector, skins: Sequence[Skin]) -> tuple[Any | None, bool]:
    """The element that holds the text, and whether markers enclose exactly it (then it holds no title parts)."""
    marked = marked_body(text)
    if marked is not None:
        return parse(f"<div>{marked}</div>").css("body")[0].root if flat(marked) else None, True
    empty = None
    for selector in [*(s for k in skins for s in k.body), *_BODIES.split(", ")]:
        for node in document.css(selector):
            if words(node.root):
                return node.root, selector.endswith("founder-content")
            empty = empty if empty is not None else node.root
    if empty is not None:
        return empty, True
    return densest(document), False


def densest(document: Selector) -> Any | None:
    """The element with most text in paragraphs of its own; None when the page has no paragraph of 20 characters."""
    best, most = None, 20
    for node in document.css("div, td, section, main"):
        size = sum(len(words(p)) for p in node.root.iterchildren("p"))
        if size > most:
            best, most = node.root, size
    return best


def _without_titles(lines: list[Paragraph], fields: dict[str, str]) -> list[Paragraph]:
    """The lines without title parts, dates, labels and navigation at the ends of a body that holds more than text."""
    parts = {bare(value) for value in fields.values() if value}

    def foreign(line: Paragraph, dates: bool = True) -> bool:
        text = bare(line.text)
        short = len(text) < 40
        return (
            text in parts
            or (short and bool(_AUTHOR_LINE.match(line.text)))
            or (short and dates and bool(date_of(line.text)))
            or (short and is_label(line.text))
            or (short and is_navigation(line.text) and not _SENTENCE_END.search(text))
        )

    start, end = 0, len(lines)
    while start < end and foreign(lines[start]):
        start += 1
    # A date on the last line is that of a notice, under the name of the office.
    while end > start and foreign(lines[end - 1], dates=False):
        end -= 1
    # Title parts come first; a field that repeats further down (a quoted headline) is text.
    head = min(start + 4, end)
    return [p for p in lines[start:head] if not foreign(p, dates=False)] + lines[head:end]


def _is_subhead(line: Paragraph) -> bool:
    return line.strong and len(line.text) <= _LONGEST_SUBHEAD and not re.search(r"[。；，：]$", line.text)


def _document_title(document: Selector, paper: str) -> str:
    title = flat(document.css("title").xpath("string()").get(""))
    parts = [
        p for p in _TITLE_JOIN.split(title) if p and p != paper and not re.search(r"电子报|数字报|电子版|多媒体", p)
    ]
    return max(parts, key=len, default="")
