"""An article in the making, and what every line of a page is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsarchive.segment.confidence import Signs
from newsarchive.segment.roles.form import Form


@dataclass(slots=True)
class Draft:
    """An article in the making; all numbers are indices of lines, ``body`` holds paragraphs and subheads in order."""

    body: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    kicker: list[int] = field(default_factory=list)
    headline: list[int] = field(default_factory=list)
    subtitle: list[int] = field(default_factory=list)
    byline: list[int] = field(default_factory=list)
    signature: list[int] = field(default_factory=list)
    jump_to: list[int] = field(default_factory=list)
    jump_from: list[int] = field(default_factory=list)
    captions: list[tuple[int, ...]] = field(default_factory=list)
    credits: list[int] = field(default_factory=list)
    photo: bool = False
    signs: Signs | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What every line of a page is for; lines in no draft are furniture, or duplicates where ``forms`` says so.
    ``misread`` are lines of texts that are headlines, ``anew`` lines of headlines with which that of another article
    begins, ``halves`` lines that hold two headlines, with how many of their characters are the first.
    """

    drafts: list[Draft]
    forms: list[Form]
    misread: Sequence[int] = ()
    anew: Sequence[int] = ()
    halves: Mapping[int, int] = field(default_factory=dict)

    def heads(self) -> list[int]:
        """The lines of all heads."""
        return [i for draft in self.drafts for i in (*draft.kicker, *draft.headline, *draft.subtitle)]
