"""Short news (●某局… ●某镇…) under one label (简讯, 某某短波): the label heads them, wherever it is painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsarchive.segment.heads import Block
from newsarchive.segment.items import bullet_of
from newsarchive.segment.kickers import is_rubric_name
from newsarchive.segment.marks import is_roundup

# Items that make short news; characters of its label, at most: what is longer says what one of them is about.
ITEMS, LABEL = 2, 6


def labelled(
    stacks: Sequence[tuple[int, ...]], shown: Sequence[Block], opened: Sequence[Sequence[str]]
) -> list[tuple[int, ...]]:
    """The heads, the labels given to short news that have no headline but a rubric: there are as many labels on the
    page as short news, and they go in order. ``opened`` are the first lines of the paragraphs of every article.
    """
    news = [a for a, firsts in enumerate(opened) if _is_short_news(firsts)]
    labels = [n for n, block in enumerate(shown) if is_label(block.flat)]
    if len(news) != len(labels):
        return list(stacks)
    out = list(stacks)
    owners = {n: a for a, stack in enumerate(stacks) for n in stack}
    for a, n in zip(news, labels, strict=True):
        if all(is_rubric_name(shown[m].flat) for m in out[a]):
            owner = owners.get(n)
            if owner is not None:
                out[owner] = tuple(m for m in out[owner] if m != n)
            out[a] = (n,)
    return out


def is_label(flat: str) -> bool:
    """Whether display type is the label of short news."""
    return is_roundup(flat) and len(flat.replace(" ", "")) <= LABEL


def _is_short_news(firsts: Sequence[str]) -> bool:
    """Whether most paragraphs of an article begin with the same bullet."""
    bullets = Counter(filter(None, map(bullet_of, firsts)))
    most = max(bullets.values(), default=0)
    return most >= ITEMS and 2 * most >= len(firsts)
