"""Which article a byline is that of, as far as words tell: where a page is painted out of order, the place of a byline
says little.

A reader writes letters, a commentator and who signs with a bare name argue, who signs text and pictures (文/图) has his
name below a picture too, a correspondent writes of where he is, and a reporter who signs another article of the page
(in its lead, or below it) most often writes of what that one is about: it is his beat.
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
# What words are worth; the signs of place are in bylines.py. A letter, or a picture with the writer's name below it,
# tells more than any one of those; a text that is none tells less against it than a headline right above for it.
TOLD, POSTED, UNLIKE = 4.0, 3.0, -2.0
# An article twice as argued as a report: all comments have more words of opinion than figures, hardly a report has.
ARGUED = 2.0
# Cosines of articles of a page are a few hundredths: two of one subject have as much as a headline right above.
BEAT = 40.0


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

    def signs(self, byline: str, among: Sequence[int]) -> list[float]:
        """What the words of a byline say for each of some articles, or against it."""
        if marks.is_readers(byline):
            return [TOLD if self._bodies[a] and marks.is_salutation(self._bodies[a][0]) else UNLIKE for a in among]
        if marks.is_commentators(byline) or marks.is_name(byline):
            return [max(UNLIKE, min(TOLD, ARGUED * marks.reasoning(self._texts[a]))) for a in among]
        names = marks.names_of(join.byline(byline))
        posts = marks.posted_to(byline)
        others = [a for a, known in enumerate(self._names) if any(name in known for name in names)]
        return [
            TOLD * any(name in self._credits[a] for name in names)
            + POSTED * any(post in self._texts[a] for post in posts)
            + BEAT * max((self._likeness(a, other) for other in others if other != a), default=0.0)
            for a in among
        ]

    def _likeness(self, a: int, b: int) -> float:
        """How much two articles have in common."""
        if self._alike is None:
            words = [tokens(text) for text in self._texts]
            self._alike = Vocabulary(words).likeness(words)
        return self._alike[a][b]
