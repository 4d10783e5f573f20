"""Short news (●某局… ●某镇…) under one label (简讯, 某某短波): the label heads them, wherever it is painted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from newsarchive.model import Kind
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.forms.facts import HAN
from newsarchive.segment.forms.kickers import is_rubric_name
from newsarchive.segment.forms.marks import counts_items, kind_of
from newsarchive.segment.kin.vocabulary import BY_CHANCE
from newsarchive.segment.roles.items import PLACES, bullet_of, heads_items

# Items that make short news.
ITEMS = 2


def labelled(
    stacks: Sequence[tuple[int, ...]],
    shown: Sequence[Block],
    opened: Sequence[Sequence[str]],
    above: Sequence[Collection[int]],
    said: Callable[[int, int], float],
) -> list[tuple[int, ...]]:
    """The heads, the labels given to short news that have no headline but a rubric, or one that stands elsewhere and is
    that of a notice or an advertisement or hardly spoken of: there are as many labels on the page as short news, and
    they go in order. ``opened`` are the first lines of the paragraphs of every article, ``above`` the blocks of no heap
    right above it, ``said`` tells how much a block and an article share.
    """
    labels = [n for n, block in enumerate(shown) if heads_items(block.flat)]
    counted = any(counts_items(shown[n].flat) for n in labels)
    news = [a for a, firsts in enumerate(opened) if _is_short_news(firsts) or (counted and _places_part(firsts))]
    if len(news) != len(labels):
        return list(stacks)
    out = list(stacks)
    owners = {n: a for a, stack in enumerate(stacks) for n in stack}
    for a, n in zip(news, labels, strict=True):
        own = {*above[a], n}
        others = all(m not in own and (_of_others(shown[m]) or said(m, a) < BY_CHANCE) for m in out[a])
        if others or all(is_rubric_name(shown[m].flat) for m in out[a]):
            owner = owners.get(n)
            if owner is not None:
                out[owner] = tuple(m for m in out[owner] if m != n)
            out[a] = (n,)
    return out


def _of_others(block: Block) -> bool:
    """Whether a block heads no news: a rubric, or the headline of a notice or an advertisement."""
    return is_rubric_name(block.flat) or kind_of(block.flat) is not Kind.ARTICLE


def _is_short_news(firsts: Sequence[str]) -> bool:
    """Whether most paragraphs of an article begin with the same bullet."""
    bullets = Counter(filter(None, map(bullet_of, firsts)))
    most = max(bullets.values(), default=0)
    return most >= ITEMS and 2 * most >= len(firsts)


def _places_part(firsts: Sequence[str]) -> bool:
    """Whether most paragraphs of an article begin each with another place before a colon, as news does under a label
    that counts it (短讯三则); in an interview the same speakers come again.
    """
    places = [found[1] for found in map(_PLACE.match, firsts) if found]
    return len(places) == len(set(places)) >= PLACES and 2 * len(places) >= len(firsts)


# The place that an item of news is from (某国：…).
_PLACE = re.compile(f"([{HAN}]{{2,8}})：")
