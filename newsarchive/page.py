"""The one item of the crawl: a page that carries its articles through the stages."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from newsarchive.model import Cleaned, Problem, Segmentation, Span, Tags
from newsarchive.sources.names import Names, PageKey


class Outcome(StrEnum):
    """How a unit ended. Every unit ends in exactly one, and ``found`` is their sum."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Original:
    """An answer of a site as it came: the address, the bytes, how they were read, and the validators for asking again.

    ``status`` is ``ok``, or the reason code for which the bytes are not what was asked for.
    """

    url: str
    raw: bytes = field(repr=False)
    encoding: str = ""
    evidence: str = ""
    status: str = "ok"
    etag: str = ""
    modified: str = ""


@dataclass
class PageItem:
    """A page on its way from bytes to rows. Each stage writes its own fields and reads those before it.

    The large fields stay out of ``repr``: Scrapy logs the whole item when something goes wrong.
    """

    unit: str
    raw: bytes = field(default=b"", repr=False)
    names: tuple[str, ...] = field(default=(), repr=False)
    given: Names = field(default_factory=Names, repr=False)
    hint: str | None = None
    sequence: int = 1
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
    # Of a page that came from a site: where each article stands (1, 2, 3 … if empty), and all answers it was made from.
    positions: tuple[int, ...] = field(default=(), repr=False)
    originals: tuple[Original, ...] = field(default=(), repr=False)
    outcome: Outcome | None = None
    # Of a unit that failed: whether it failed in the same way when it was last asked for, so that nobody need be told.
    known: bool = False
