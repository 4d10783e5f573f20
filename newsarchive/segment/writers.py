"""Which article a byline is that of, as far as words tell: where a page is painted out of order, the place of a byline
says nothing.

A reader writes letters, a commentator comments, who signs text and pictures (文/图) has his name below a picture too,
and a reporter who signs another article of the page (in its lead, or below it) most often writes of what that one is
about: it is his beat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.segment import join, marks
from newsarchive.segment.draft import Draft
from newsarchive.segment.lines import Line
from newsarchive.segment.vocabulary import Vocabulary, tokens

# Lines that a lead with several names may take.
LEAD_LINES = 3
# Words of opinion in a hundred characters: a comment has two, a report seldom one.
OPINION = 1.0
# Cosine of two articles that have a subject in common; those of a page have hardly a rare word in common by chance.
KINDRED = 0.03
# How many times as much as the next article one has to show.
CLEARLY = 2.0


class Writers:
    """What the articles of a page tell of their writers."""

    def __init__(self, lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
        self._bodies = [[lines[i].flat for _, held in draft.body for i in held] for draft in drafts]
        self._texts = ["".join(body) for body in self._bodies]
        signed = ["".join(lines[i].flat for i in draft.signature) for draft in drafts]
        self.leads = [marks.lead_of(join.prose(body[:LEAD_LINES])) for body in self._bodies]
        self._names = [re.sub(r"\s", "", lead + name) for lead, name in zip(self.leads, signed, strict=True)]
        self._credits = [re.sub(r"\s", "", "".join(lines[i].flat for i in draft.credits)) for draft in drafts]
        self._alike: list[list[float]] | None = None

    def length(self, a: int) -> int:
        """The characters of the text of article ``a``."""
        return len(self._texts[a])

    def article_of(self, byline: str, among: Sequence[int]) -> int | None:
        """The one of some articles that the byline is clearly that of, or None."""
        if marks.is_readers(byline):
            letters = [a for a in among if self._bodies[a] and marks.is_salutation(self._bodies[a][0])]
            return letters[0] if len(letters) == 1 else None
        if marks.is_commentators(byline):
            return _clearly([(marks.opinion(self._texts[a]), a) for a in among], OPINION)
        names = marks.names_of(join.byline(byline))
        if re.search("[图摄]", byline):
            pictured = [a for a in among if any(name in self._credits[a] for name in names)]
            if len(pictured) == 1:
                return pictured[0]
        others = [a for a, known in enumerate(self._names) if any(name in known for name in names)]
        if not others or len(among) < 2:
            return None
        if self._alike is None:
            words = [tokens(text) for text in self._texts]
            self._alike = Vocabulary(words).likeness(words)
        return _clearly([(max(self._alike[a][o] for o in others), a) for a in among], KINDRED)


def _clearly(found: list[tuple[float, int]], least: float) -> int | None:
    """The article with the most of something, if that is enough and clearly more than the next one has."""
    if not found:
        return None
    (most, best), *rest = sorted(found, reverse=True)
    return best if most >= max(least, CLEARLY * max((value for value, _ in rest), default=0.0)) else None
