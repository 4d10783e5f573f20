"""The data that travels through the archive: decode → clean → segment → tag → check → store."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a stretch of a page is. The values are those of the column ``spans.role``."""

    HEADLINE = "headline"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    JUMP = "jump"
    SIGNATURE = "signature"
    FURNITURE = "furniture"
    DUPLICATE = "duplicate"
    BLANK = "blank"
    UNPLACED = "unplaced"


class Kind(StrEnum):
    """What an article is. The values are those of the column ``articles.kind``."""

    ARTICLE = "article"
    NOTICE = "notice"
    ADVERTISEMENT = "advertisement"
    PHOTO = "photo"
    CREDIT = "credit"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that cleaning made: ``raw[start:end]`` became ``replacement``, by the rule named ``rule``."""

    start: int
    end: int
    replacement: str
    rule: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text and the way back: ``edits`` in order and without overlap, all in offsets of ``raw``."""

    raw: str = field(repr=False)
    text: str = field(repr=False)
    edits: tuple[Edit, ...] = field(repr=False)


class Stretch(NamedTuple):
    """``text[start:end]`` of a clean page has this role, in the article of this index, for this reason.

    The stretches of a page are in order, touch each other and cover the whole text.
    """

    start: int
    end: int
    role: Role
    article: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as the editor meant it. ``body`` holds the paragraphs, subheads standing at their place."""

    kind: Kind = Kind.ARTICLE
    kicker: str = ""
    headline: str = ""
    subtitle: str = ""
    byline: str = ""
    lead: str = ""
    body: tuple[str, ...] = ()
    signature: str = ""
    subheads: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    jump_to: str = ""
    jump_from: str = ""
    confidence: float = 1.0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A page made into articles. ``articles[i]`` owns the stretches whose ``article`` is ``i``."""

    articles: tuple[Article, ...]
    stretches: tuple[Stretch, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a tag: the term, how often it stands there, and in which field (headline, body …)."""

    term: str
    count: int
    where: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article: its kind (people, places, organisations), a person's role (or empty), where it stands."""

    name: str
    kind: str
    role: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Tags:
    """What an article is about, as its columns and ``article_topics`` have it.

    ``topics`` is (code, score, evidence), the highest score first.
    """

    topics: tuple[tuple[str, float, tuple[Evidence, ...]], ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a crawl could not do, or doubts: a stable reason code, the unit it happened to, and one plain line."""

    code: str
    unit: str
    detail: str


@dataclass(frozen=True, slots=True)
class Span:
    """``text == page[start:end]`` of a page's decoded source; ``line`` counts from 1, ``article`` from 0."""

    line: int
    start: int
    end: int
    role: Role
    article: int | None
    text: str
    reason: str
