"""What nobody took and stands right above or below a headline: its kicker, or what only adds to it.

The texts tell whose the headlines are. What a kicker says they often do not say (a slogan, the name of a column and its
number), so that nobody takes it; but display type does not stand above a headline for nothing. What has the form of a
kicker or a subtitle is taken for one, and so is what the text below the headline speaks of, now that no other head
wants it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from newsarchive.segment.articles.fitness import REST
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft
from newsarchive.segment.forms.facts import HAN
from newsarchive.segment.forms.leads import lead_of
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
    """Give the headlines that lack one the kicker right above them and the subtitle right below them, by their form: of
    the blocks that are ``free`` a rubric or an introduction, one of two clauses if no article is ``wanting`` a headline
    that it might be, and what stands above the byline; of all blocks what only adds to a headline.
    """
    over, ends = _over(drafts), {shown[n].lines[-1] for n in free}
    for n in free:
        block, room = shown[n], over.get(shown[n].lines[-1] + 1)
        # Below more that nobody took it may be a piece of that.
        whole = not wanting and block.lines[0] - 1 not in ends
        if room and ("fit:kicker" in fitness[n] or (whole and _is_of_two_clauses(block, fitness[n]))):
            room.part.extend(block.lines)
    under, drawn = _under(drafts), any(line.under for line in lines)
    for n in free:
        block, room = shown[n], under.get(shown[n].lines[0] - 1)
        if room and (lines[block.lines[0]].under or not drawn) and _closes(block, fitness[n], shown[n - 1]):
            room.part.extend(block.lines)
    for block in shown:
        if adds_to_above(block.flat) and (room := _under(drafts).get(block.lines[0] - 1)):
            _give_addition(block, room, drafts)


class Room(NamedTuple):
    """An article, and the part of its head that it lacks."""

    article: int
    part: list[int]


def _over(drafts: Iterable[Draft]) -> dict[int, Room]:
    """The articles with a headline and no kicker, by the first line of that."""
    return {d.headline[0]: Room(a, d.kicker) for a, d in enumerate(drafts) if d.headline and not d.kicker}


def _under(drafts: Iterable[Draft]) -> dict[int, Room]:
    """The articles with a headline and no subtitle, by the last line of that."""
    return {d.headline[-1]: Room(a, d.subtitle) for a, d in enumerate(drafts) if d.headline and not d.subtitle}


def _give_addition(block: Block, room: Room, drafts: Iterable[Draft]) -> None:
    """Make a block the subtitle of an article; another one loses it as its headline, for it says nothing by itself."""
    first = block.lines[0]
    if any(first in (*one.byline, *(i for _, held in one.body for i in held)) for one in drafts):
        return
    for one in drafts:
        for part in (one.kicker, one.headline, one.subtitle):
            part[:] = [i for i in part if i not in block.lines]
    room.part.extend(block.lines)


def _is_of_two_clauses(block: Block, fitness: Collection[str]) -> bool:
    """Whether a block says two things, as an introduction does, and is nothing else by its form."""
    return bool(_TWO_CLAUSES.search(block.flat)) and _NEVER.isdisjoint(fitness)


# What is no part of a head: a scrap, who wrote it, what ends as a sentence does.
UNLIKE = frozenset((REST, "fit:name", "fit:stop"))
# Nor, if its form alone speaks for it, what stands within a text.
_NEVER = UNLIKE | {"fit:inside"}
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


# In brackets four characters or more: （诗三首） counts what an article has, and may head the next.
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
    over, under = _over(drafts), _under(drafts)
    for n in free:
        block = shown[n]
        if len(block.flat) < SHORT or not UNLIKE.isdisjoint(fitness[n]) or lead_of(block.flat) == block.flat:
            continue
        for room in (over.get(block.lines[-1] + 1), under.get(block.lines[0] - 1)):
            if room is None or room.article >= count or (told := odds(n, room.article)) < SPOKEN:
                continue
            if all(odds(n, b) + RATHER <= told for b in range(count) if b != room.article):
                room.part.extend(block.lines)


# Log odds that a text speaks of what stands beside its headline (kinship.py), and by how much more it does than all
# others.
SPOKEN, RATHER = 1.0, 2.0
# Characters of a kicker or subtitle, at least: fewer tell no text from another.
SHORT = 5
