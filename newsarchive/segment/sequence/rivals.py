"""Which torn beginning goes on with which torn end, all of a page weighed against each other.

A word across the cut may say little, and the places of the two still less. But what was broken off goes on somewhere,
with one beginning, and what begins inside a sentence goes on with one end: of three ends and three beginnings that fit
each other alike the two that have no other choice belong together. The odds of all pairs are scaled until those of
every end, and of every beginning, add up to one (Sinkhorn and Knopp, 1967), what goes on with nothing among them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from newsarchive.segment.sequence.flow import Torn

# Log odds, as those of a link, that an end goes on with nothing on the page, and that so does a beginning inside a
# sentence: hardly any. A first line without an indent begins a paragraph more often.
NOTHING, NO_REST = -4.5, -3.0
# Pairs of a page that are weighed, and times that they are scaled: the odds of a few hardly change after ten.
MOST_PAIRS, TIMES = 200, 12
# How sure a probability can be.
SURE = 0.999


def links(torn: Torn, closed: Sequence[bool]) -> dict[tuple[int, int], float]:
    """The log odds that a paragraph that breaks off (the first of each pair) goes on with one that may begin inside a
    sentence, given all others; ``closed`` tells which paragraphs an article ends with. What stands right behind what it
    goes on with is left out, and so is a page that has too many.
    """
    paras = torn.paras
    met = [k > 0 and paras[k - 1].open_end and paras[k].torn_start for k in range(len(paras))]
    ends = [k for k, para in enumerate(paras) if para.open_end and not closed[k] and not any(met[k + 1 : k + 2])]
    starts = [k for k, para in enumerate(paras) if k and para.torn_start and not met[k]]
    if not ends or not starts or len(ends) * len(starts) > MOST_PAIRS:
        return {}
    odds = [[math.exp(torn.link(a, b)) if a != b else 0.0 for b in starts] for a in ends]
    nowhere = math.exp(NOTHING)
    unbegun = [math.exp(NOTHING if paras[b].open_start else NO_REST) for b in starts]
    of_end, of_start = [1.0] * len(ends), [1.0] * len(starts)
    for _ in range(TIMES):
        of_end = [1.0 / (sum(map(float.__mul__, row, of_start)) + nowhere) for row in odds]
        columns = zip(*odds, strict=True)
        pairs = zip(columns, unbegun, strict=True)
        of_start = [1.0 / (sum(map(float.__mul__, column, of_end)) + none) for column, none in pairs]
    out = {}
    for a, row, x in zip(ends, odds, of_end, strict=True):
        for b, value, y in zip(starts, row, of_start, strict=True):
            share = min(SURE, max(1.0 - SURE, x * value * y))
            out[a, b] = math.log(share / (1.0 - share))
    return out
