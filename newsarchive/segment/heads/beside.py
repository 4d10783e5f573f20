"""Kickers and subtitles that nobody took: what stands right beside a headline and is spoken of below it is of its head.

What is left over when all heads are given out would be nobody's. A line that the other steps were not sure of may be
taken now, for no other head wants it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsarchive.segment.articles.fitness import REST
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft
from newsarchive.segment.forms.leads import lead_of
from newsarchive.segment.kin.kinship import LEAST

# Log odds that a text speaks of what stands beside its headline (kinship.py), and by how much more it does than all
# others.
SPOKEN, RATHER = 1.0, 2.0
# Characters of a kicker or subtitle, at least: fewer tell no text from another.
SHORT = 5
# What is no part of a head: the rest of a text, a name, what ends inside a sentence.
UNLIKE = {REST, "fit:name", "fit:stop"}


def give_neighbours(
    free: Sequence[int],
    drafts: Sequence[Draft],
    shown: Sequence[Block],
    fitness: Sequence[tuple[str, ...]],
    odds: Callable[[int, int], float],
    count: int,
) -> None:
    """Give every article that lacks it a kicker or a subtitle of the ``free`` blocks: the one that stands right above
    or below its headline, and that its text speaks of, more than any other of the first ``count``. ``odds`` tells how
    surely a block heads an article.
    """
    for n in free:
        flat, first, last = shown[n].flat, shown[n].lines[0], shown[n].lines[-1]
        if len(flat) < SHORT or not UNLIKE.isdisjoint(fitness[n]) or lead_of(flat) == flat:
            continue
        for a, draft in enumerate(drafts[:count]):
            above = not draft.kicker and draft.headline[:1] == [last + 1]
            below = not draft.subtitle and draft.headline[-1:] == [first - 1]
            told = odds(n, a) if above or below else LEAST
            if told >= SPOKEN and all(odds(n, b) + RATHER <= told for b in range(count) if b != a):
                (draft.kicker if above else draft.subtitle).extend(shown[n].lines)
                break
