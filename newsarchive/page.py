"""The one item of the crawl: a page that carries its articles through the stages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from newsarchive.model import Cleaned, Problem, Segmentation, Span, Tags


class Outcome(StrEnum):
    """How a unit ended. Every unit ends in exactly one, and ``found`` is their sum."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Given:
    """What the arguments of the crawl say of a page; they win over its name and its text."""

    paper: str = ""
    paper_name: str = ""
    date: date | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class PageKey:
    """Which page of which issue this is, and where the date and the label come from (given, name, text, position)."""

    paper: str
    paper_name: str
    date: date
    date_source: str
    label: str
    label_source: str
    edition: int = 1


@dataclass
class PageItem:
    """A page on its way from bytes to rows. Each stage writes its own fields and reads those before it.

    The large fields stay out of ``repr``: Scrapy logs the whole item when something goes wrong.
    """

    unit: str
    raw: bytes = field(default=b"", repr=False)
    given: Given = field(default_factory=Given, repr=False)
    name: str = field(default="", repr=False)
    sequence: int = 1
    of_many: bool = False
    section: str = ""
    url: str = ""
    pdf_url: str = ""
    image_url: str = ""
    text: str = field(default="", repr=False)
    encoding: str = ""
    encoding_evidence: str = ""
    key: PageKey | None = None
    cleaned: Cleaned | None = field(default=None, repr=False)
    segmentation: Segmentation | None = field(default=None, repr=False)
    tags: tuple[Tags, ...] = field(default=(), repr=False)
    spans: tuple[Span, ...] = field(default=(), repr=False)
    problems: list[Problem] = field(default_factory=list, repr=False)
    outcome: Outcome | None = None
