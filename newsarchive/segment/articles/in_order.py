"""Headlines collected in one place that stand in the order of their texts.

A typesetter may write all headlines of a page before its texts, or behind them, article by article: then the first
headline is that of the first text, and so on. Others write them in any order. Which it is those headlines tell that
surely belong to a text. Where they are in order, the page is divided anew so that all are: the best such division is
found by dynamic programming over the paragraphs and the headlines, where each display block that is passed over, or
parted from the one before it, costs what their tie (display/ties.py) says against that.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from newsarchive.segment.articles.division import Scores
from newsarchive.segment.articles.pair import Page, Piece, Tables

# Headlines that surely belong to a text before an order is read into them: of four in any order one time in
# twenty-four all stand in that of their texts. Of more, nine pairs in ten do where one of them was given to the wrong
# text.
FEWEST, PAIRS = 4, 0.9
# Blocks of a heap that is no longer one of headlines: the largest of the pages looked at has 34.
LARGEST = 60
# Log odds (kinship.py) from which a headline is that of a text, if it is no other's rather.
SURELY = 0.5
# How much less than the best of all divisions one in order may score. On the pages looked at whose headlines are in
# order it was up to 6, but for three; where other things stood among the headlines, from 8 to 14.
LESS = 6.0
# What a tie counts for, beside what the texts say, and the nats beyond which it says no more.
TIED, MOST = 0.5, 3.0


def in_order(scores: Scores, pieces: Sequence[Piece]) -> list[Piece] | None:
    """The page divided so that its headlines stand in the order of their texts; None if they do not, or if the division
    into ``pieces`` keeps that order already and leaves no text without a headline.
    """
    heap = heap_of(scores.tables.page)
    if not FEWEST <= len(heap) <= LARGEST:
        return None
    stacks = scores.tables.page.stacks
    blocks = [stacks[piece.head][0] for piece in pieces if piece.head >= 0 and heap.issuperset(stacks[piece.head])]
    kept = blocks == sorted(blocks) and all(piece.head >= 0 for piece in pieces)
    # What takes longest comes last.
    if kept or len(blocks) < FEWEST or not _ordered(sure_heads(pieces, heap, scores.tables)):
        return None
    out = _aligned(scores, sorted(heap))
    return out if _worth(scores, pieces) - _worth(scores, out) <= LESS else None


def heap_of(page: Page) -> frozenset[int]:
    """The display blocks that stand in a heap of blocks."""
    return frozenset(b for b in range(len(page.ties)) if "fit:heap" in page.fitness[b])


def sure_heads(pieces: Sequence[Piece], heap: frozenset[int], tables: Tables) -> list[int]:
    """The first blocks of the headlines in a heap that surely belong to their texts, in the order of these; one that
    stands right above its text says nothing of the others.
    """
    page, headed = tables.page, tables.kinship.headed
    texts = [frozenset(piece.paras) for piece in pieces]
    out = []
    for piece, text in zip(pieces, texts, strict=True):
        if piece.head < 0 or tables.place[piece.head] == piece.first or not heap.issuperset(page.stacks[piece.head]):
            continue
        title = page.titles[piece.head]
        own = headed(title, text)
        if own > SURELY and all(headed(title, other) < own for other in texts if other is not text):
            out.append(page.stacks[piece.head][0])
    return out


def _ordered(blocks: Sequence[int]) -> bool:
    """Whether blocks stand in order, but for one pair in ten where there are more than the fewest."""
    pairs = [first < second for first, second in itertools.combinations(blocks, 2)]
    return len(blocks) >= FEWEST and sum(pairs) >= (PAIRS if len(blocks) > FEWEST else 1.0) * len(pairs)


def _worth(scores: Scores, pieces: Sequence[Piece]) -> float:
    """What a division scores."""
    return sum(scores.cuts[p.first] + scores.under(p.first, p.head)[p.last - p.first] for p in pieces)


class _Heap:
    """The blocks of a heap, by their ranks, and what their ties say against parting them, and against not."""

    def __init__(self, blocks: Sequence[int], ties: Sequence[float]) -> None:
        self.rank = {b: r for r, b in enumerate(blocks)}
        held = [max(-MOST, min(MOST, ties[b])) if b - 1 in self.rank else -MOST for b in blocks]
        # What it costs that a block is of the article of the one before it, and that it is of another one.
        self.same = [0.0, *(TIED * math.log1p(math.exp(-tie)) for tie in held[1:])]
        self.other = [TIED * math.log1p(math.exp(tie)) for tie in held]

    def ahead(self, used: int) -> list[float]:
        """What it costs that, behind so many blocks, the headline of the next article begins with each of the others:
        those between are of one of the two articles.
        """
        total, parting, out = 0.0, math.inf, []
        for same, other in zip(self.same[used:], self.other[used:], strict=True):
            total, parting = total + same, min(parting, other - same)
            out.append(total + parting if used else total)
        return out


# What the best division so far scores, given how many blocks it used or passed; and how it came there: where its last
# article begins, how many blocks had been used before, and its head.
_Step = tuple[int, int, int]


def _aligned(scores: Scores, blocks: Sequence[int]) -> list[Piece]:
    """The best division of a page whose headlines are taken from a heap in order, or stand above their texts."""
    page, count, heap = scores.tables.page, scores.tables.count, _Heap(blocks, scores.tables.page.ties)
    heads = [d for d, stack in enumerate(page.stacks) if all(b in heap.rank for b in stack)]
    inner = {d: sum(heap.same[heap.rank[b]] for b in page.stacks[d][1:]) for d in heads}
    ahead = [heap.ahead(used) for used in range(len(blocks) + 1)]
    aside = [d for d, stack in enumerate(page.stacks) if d not in inner and _stands_aside(d, page)]
    best = [[-math.inf] * (len(blocks) + 1) for _ in range(count + 1)]
    back: list[list[_Step]] = [[(0, 0, -1)] * (len(blocks) + 1) for _ in range(count + 1)]
    best[0][0] = 0.0
    for i in range(count):
        cut, row = scores.cuts[i], best[i]
        entered = [
            max((row[used] - ahead[used][to - used], used) for used in range(to + 1)) for to in range(len(blocks))
        ]
        under = [(*entered[heap.rank[page.stacks[d][0]]], d, scores.under(i, d)) for d in heads]
        free = [(d, scores.under(i, d)) for d in (-1, *aside)]
        for k in range(len(free[0][1])):
            target, steps = best[i + k + 1], back[i + k + 1]
            for so_far, used, d, values in under:
                value, behind = so_far - inner[d] + cut + values[k], heap.rank[page.stacks[d][-1]] + 1
                if value > target[behind]:
                    target[behind], steps[behind] = value, (i, used, d)
            most, d = max((values[k], d) for d, values in free)
            for used, so_far in enumerate(row):
                if so_far + cut + most > target[used]:
                    target[used], steps[used] = so_far + cut + most, (i, used, d)
    left = list(itertools.accumulate(reversed(heap.same), initial=0.0))[::-1]
    end, used = count, max(range(len(blocks) + 1), key=lambda used: best[count][used] - left[used])
    out: list[Piece] = []
    while end:
        first, used, head = back[end][used]
        out.append(Piece(first, end - 1, head))
        end = first
    return out[::-1]


def _stands_aside(d: int, page: Page) -> bool:
    """Whether a head stands elsewhere than in a heap and is no subhead."""
    return not {"fit:heap", "fit:inside"}.intersection(page.fitness[d])
