"""What the readers hand back: small frozen records, one per kind of answer an e-paper site gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from newsarchive.model import Article, Problem


class Claim(IntEnum):
    """How strongly a page says that an article is its own: a hot area is the printed page, a box only mentions it."""

    ELSEWHERE = 0
    LISTED = 1
    AREA = 2


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of an issue as its directory names it: printed label (``01``, ``A01``, ``0607``), section, address."""

    label: str
    section: str
    url: str


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article as a page links it. ``area`` is the hot area's outline in fractions of the page picture, or empty.

    ``kicker``, ``subtitle`` and ``byline`` are what the list says, for articles that do not say it themselves.
    """

    url: str
    title: str
    claim: Claim
    area: tuple[tuple[float, float], ...] = ()
    kicker: str = ""
    subtitle: str = ""
    byline: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an article: ``caption`` is as printed, photographer included, ``credit`` the photographer alone."""

    url: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """One article as its own answer shows it. ``label`` and ``date`` are what the article itself claims, or empty."""

    url: str
    date: str
    label: str
    paper: str
    article: Article
    pictures: tuple[Picture, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class PageRead:
    """One page as its own answer shows it; ``pages`` is the directory of the issue that stands on it.

    ``date`` is the address's, ``stated_date`` the page's own; ``read`` are articles whose text the answer holds;
    ``neighbours`` are pages of other days that it links (上一期, 下一期).
    """

    url: str
    date: str
    stated_date: str
    label: str
    section: str
    paper: str
    pdf_url: str
    image_url: str
    pages: tuple[PageLink, ...]
    articles: tuple[ArticleLink, ...]
    read: tuple[ArticleRead, ...] = ()
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """One issue that a calendar lists: its date and the address of its first page."""

    date: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry answer leads to: a further hop, or an issue's pages (``reads`` are those already read from it)."""

    hop: str = ""
    date: str = ""
    pages: tuple[PageLink, ...] = ()
    reads: tuple[PageRead, ...] = ()
