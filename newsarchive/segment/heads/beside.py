"""What nobody took and stands right above or below a headline: its kicker, or what only adds to it.

The texts tell whose the headlines are. What a kicker says they often do not say (a slogan, the name of a column and its
number), so that nobody takes it; but display type does not stand above a headline for nothing. What has the form of a
kicker or a subtitle is taken for one, and so is what the text below the headline speaks of, now that no other head
wants it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from newsarchive.segment.articles.fitness import REST
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft
from newsarchive.segment.forms.facts import HAN
from newsarchive.segment.forms.leads import lead_of
from newsarchive.segment.kin.kinship import LEAST
from newsarchive.segment.lines.line import Line


def give_beside(
    shown: Sequence[Block],
    free: Collection[int],
    fitness: Sequence[Collection[str]],
    drafts: Sequence[Draft],
    lines: Sequence[Line],
    *,
    wanting: bool,
) -> None:
    """Give the headlines that lack one the kicker right above them and the subtitle right below them: a rubric or an
    introduction of the blocks that are ``free``; one of two clauses, if no article is ``wanting`` a headline that it
    might be; and below what stands above the byline, or only adds to a headline.
    """
    over = {draft.headline[0]: draft for draft in drafts if draft.headline and not draft.kicker}
    ends = {shown[n].lines[-1] for n in free}
    for n in free:
        block = shown[n]
        draft = over.get(block.lines[-1] + 1)
        # Below more that nobody took it may be a piece of that.
        whole = not wanting and block.lines[0] - 1 not in ends
        if draft and ("fit:kicker" in fitness[n] or (whole and _is_of_two_clauses(block, fitness[n]))):
            draft.kicker = list(block.lines)
    under = {draft.headline[-1]: draft for draft in drafts if draft.headline and not draft.subtitle}
    drawn = any(line.under for line in lines)
    for n in free:
        draft = under.get(shown[n].lines[0] - 1)
        if draft and (lines[shown[n].lines[0]].under or not drawn) and _closes(shown[n], fitness[n], shown[n - 1]):
            draft.subtitle = list(shown[n].lines)
    for block in shown:
        draft = under.get(block.lines[0] - 1)
        if draft and adds_to_above(block.flat) and not any(block.lines[0] in held for _, held in draft.body):
            draft.subtitle = list(block.lines)


def _is_of_two_clauses(block: Block, fitness: Collection[str]) -> bool:
    """Whether a block says two things, as an introduction does, and is nothing else by its form."""
    return bool(_TWO_CLAUSES.search(block.flat)) and _NEVER.isdisjoint(fitness)


# A scrap, who wrote it, what ends as a sentence does or stands within a text.
_NEVER = frozenset((REST, "fit:name", "fit:stop", "fit:inside"))
_NO_SUBTITLE = _NEVER | {"fit:kicker", "fit:tiny"}
# The second clause has four characters, as slogans have, or more.
_TWO_CLAUSES = re.compile(f"[{HAN}0-9]{{2}}[”》]?[，；。 ·][“《]?[{HAN}0-9]{{4}}")


def _closes(block: Block, fitness: Collection[str], above: Block) -> bool:
    """Whether a block closes the head of the one above it: it stands right over the byline, and holds more."""
    return "fit:byline" in fitness and _NO_SUBTITLE.isdisjoint(fitness) and block.width > LONGER * above.width


# How many times as wide a subtitle is as the headline above it, at least, if both are set alike: what is not might be
# another headline.
LONGER = 1.25


def adds_to_above(flat: str) -> bool:
    """Whether a line says something about the headline above it and nothing by itself: it stands in brackets, or is the
    number of a document.
    """
    return flat[-1] in "）号" and bool(_ADDED.fullmatch(flat.replace(" ", "")))


_ADDED = re.compile("（[^（）]{4,}）|(?:[0-9]{4}年)?第[0-9]{1,3}号|[^〔]{2,10}〔[0-9]{4}〕(?:第)?[0-9]{1,4}号")


def give_spoken_of(
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


# Log odds that a text speaks of what stands beside its headline (kinship.py), and by how much more it does than all
# others.
SPOKEN, RATHER = 1.0, 2.0
# Characters of a kicker or subtitle, at least: fewer tell no text from another.
SHORT = 5
# What is no part of a head: the rest of a text, a name, what ends inside a sentence.
UNLIKE = {REST, "fit:name", "fit:stop"}
