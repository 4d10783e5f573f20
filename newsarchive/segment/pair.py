"""Which paragraphs make an article, and which headline is its own: one best division of the page.

The paragraphs stand in the order of the dump (flow.py). A division cuts them into articles and gives every article a
display block of its own, or none. All divisions are scored: every cut by what the page shows there and by how the
text before and after it differ, every article by how well its block fits it. Dynamic programming finds the best one
exactly, but for one thing: two articles may want the same block. Then the block gets a price, the one that values it
less looks for another, and the division is found again, as in an auction (Bertsekas 1988).

This joins the title-body matching on a bipartite graph of Gao, Wang, Tang et al. (Applied Soft Computing 2013) with
the cutting of a text into topics, because a dump has no positions that would tell the blocks of an article apart
beforehand.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.segment.vocabulary import Vocabulary, cosine
from newsarchive.segment.weights import PAIR

# Paragraphs of an article; longer ones are cut in two, which the joining afterwards mends.
LONGEST = 60
# How often prices are raised; blocks still wanted twice then go to whom they are worth most.
ROUNDS = 6

# Heads kept for every possible article: more are never asked for, whatever the prices.
MOST_HEADS = 12
# A cut that scores more is always made: going on under one head can gain no more than this.
SURE_CUT = 4.5

Features = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Between:
    """What the page shows around the start of a paragraph, between it and the paragraph before."""

    opens: bool  # a lead or 上接 opens the paragraph
    continued: bool  # 上接 opens it
    closed: bool  # a jump line or a signature closed the paragraph before
    torn: bool  # the paragraph begins, or the one before ends, inside a sentence
    full: bool  # the paragraph has no indent
    blocks: tuple[int, ...]  # display blocks between them
    byline: bool  # a byline stands between them
    other: bool  # a picture or furniture stands between them
    wider: bool  # the column's width changes
    bar: float  # how little the blocks between them look like subheads, 0 and more
    announced: bool  # the paragraph before ends with a colon
    speech: bool  # a speaker's name and a colon begin it, as they began a paragraph shortly before
    first_words: str  # "continuing" (同时, 他说 …), "fresh" (近日, 日前, a date …) or ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the pairing sees it."""

    paras: Sequence[Counter[str]]
    heads: Sequence[Counter[str]]
    between: Sequence[Between]
    fitness: Sequence[tuple[str, ...]]
    vocabulary: Vocabulary
    style: str
    heaped: float  # the share of the display blocks that stand in heaps
    closed: bool  # a jump line or a signature closes the last paragraph
    stacks: Sequence[tuple[int, ...]]  # the blocks of every head: each block alone, and neighbours together


@dataclass(frozen=True, slots=True)
class Piece:
    """Paragraphs ``first`` to ``last`` as one article under block ``head``, or under none (-1)."""

    first: int
    last: int
    head: int


class Tables:
    """Everything about a page that does not depend on the division, or on the weights."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count, self.heads = len(page.paras), len(page.heads)
        vocabulary = page.vocabulary
        self.alike = [[10.0 * x for x in row] for row in vocabulary.likeness(page.paras)]
        # The paragraph that a head stands before; behind the last one that is ``count``.
        places = {b: k for k, between in enumerate(page.between) for b in between.blocks}
        self.place = [places.get(stack[-1], self.count) for stack in page.stacks]
        self.said = [sum(vocabulary.weight(t) for t in head) or 1.0 for head in page.heads]
        # For every block the paragraphs that have its words: (paragraph, words' weights).
        self.hits: list[dict[int, list[tuple[str, float]]]] = []
        for head in page.heads:
            hits: dict[int, list[tuple[str, float]]] = {}
            for token in head:
                weight = vocabulary.weight(token)
                if weight > 0:
                    for k, para in enumerate(page.paras):
                        if token in para:
                            hits.setdefault(k, []).append((token, weight))
            self.hits.append(hits)
        self.sums = [[sum(w for _, w in hits.get(k, ())) for k in range(self.count)] for hits in self.hits]
        self.related = [self._related(d) for d in range(self.heads)]
        self.cuts = [self._cut(k) for k in range(self.count)]

    def _related(self, d: int) -> list[float]:
        """How much more than the average paragraph of the page each one speaks of what block ``d`` says: by words of
        its own, or by being like paragraphs that have them.
        """
        total = sum(self.sums[d])
        if not total:
            return [0.0] * self.count
        share = {k: self.sums[d][k] / total for k in self.hits[d]}
        out = [
            share.get(k, 0.0) * 2.0 + sum(s * min(2.0, self.alike[q][k]) for q, s in share.items() if q != k)
            for k in range(self.count)
        ]
        mean = sum(out) / len(out)
        return [x - mean for x in out]

    def _cut(self, k: int) -> Features:
        """What speaks for paragraph ``k`` beginning an article."""
        if not k:
            return []
        here = self.page.between[k]
        n = self.count
        pairs = [self.alike[a][b] for a in range(max(0, k - 3), k) for b in range(k, min(n, k + 3))]
        top = sorted(pairs, reverse=True)[:3]
        left = set().union(*self.page.paras[max(0, k - 3) : k])
        right = set().union(*self.page.paras[k : k + 3])
        weight = self.page.vocabulary.weight
        union = sum(weight(t) for t in left & right)
        out: Features = [
            ("cut", 1.0),
            ("cut:union", math.log1p(union)),
            ("cut:near", max((self.alike[q][k] for q in range(max(0, k - 2), k)), default=0.0)),
            ("cut:across", sum(pairs) / len(pairs) if pairs else 0.0),
            ("cut:top", sum(top) / 3),
        ]
        if here.blocks:
            out.append(("cut:bar", min(here.bar, 6.0)))
            out.append(("cut:block, heap", self.page.heaped))
            out.append(
                ("cut:block fits", max(min(1.5, self.sums[d][k] / (0.5 * self.said[d] + 1.0)) for d in here.blocks))
            )
        flags = {
            "cut:opens": here.opens,
            "cut:closed": here.closed,
            "cut:torn": here.torn,
            "cut:full": here.full,
            "cut:block": bool(here.blocks),
            "cut:blocks": len(here.blocks) > 1,
            "cut:byline": here.byline,
            "cut:other": here.other,
            "cut:wider": here.wider,
            "cut:announced": here.announced,
            "cut:speech": here.speech,
            f"cut:{here.first_words}": bool(here.first_words),
            "cut:nothing": not (here.blocks or here.byline or here.other or here.closed or here.opens),
        }
        out.extend((name, 1.0) for name, on in flags.items() if on)
        return out

    def constant(self, d: int) -> Features:
        """What speaks for head ``d`` heading an article at all."""
        stack = self.page.stacks[d]
        out: Features = [("head", 1.0), *((name, 1.0) for name in self.page.fitness[d])]
        if len(stack) > 1:
            agree = min(cosine(self.related[a], self.related[b]) for a, b in itertools.pairwise(stack))
            out += [(f"head:parts {len(stack)}", 1.0), ("head:agree", agree)]
        return out

    def start(self, d: int, i: int) -> Features:
        """What speaks for head ``d`` heading an article that begins at ``i``, whatever its end."""
        out: Features = [("head:first", min(1.5, self.sums[d][i] / (0.5 * self.said[d] + 1.0)))]
        here, last = self.page.between[i].blocks, self.page.stacks[d][-1]
        if last in here:
            out.append(("head:before", 1.0))
            if last == here[-1]:
                out.append(("head:right before", 1.0))
                if self.page.between[i].opens or self.page.between[i].byline:
                    out.append(("head:over a start", 1.0))
        elif here:
            out.append(("head:passed", 1.0))
        return out

    def extent(self, d: int, i: int, j: int, matched: float, total: float, held: float) -> Features:
        """What the whole article ``i`` … ``j`` adds to it."""
        out: Features = [("head:covered", matched / (0.5 * self.said[d] + 1.0))]
        out.append(("head:related", sum(self.related[d][i : j + 1])))
        if total > 0:
            out.append(("head:focus", held / total))
        if i < self.place[d] <= j:
            out.append(("head:within", 1.0))
        elif self.place[d] == j + 1:
            out.append(("head:behind", 1.0))
        return out

    def nameless(self, i: int, j: int) -> Features:
        """What speaks for an article without a headline."""
        here = self.page.between[i]
        out: Features = [("nameless", 1.0)]
        if here.continued:
            out.append(("nameless:continued", 1.0))
        elif here.opens:
            out.append(("nameless:opens", 1.0))
        if here.blocks:
            out.append(("nameless:passed, start" if here.opens or here.byline else "nameless:passed", 1.0))
        if here.torn or here.full:
            out.append(("nameless:torn", 1.0))
        if i == j:
            out.append(("nameless:single", 1.0))
        return out


def score(features: Features) -> float:
    """The weighted sum of some features."""
    return sum(PAIR.get(name, 0.0) * value for name, value in features)


class Scores:
    """The scores of all possible articles of a page, under the weights of now."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        n = tables.count
        self.cuts = [score(f) for f in tables.cuts]
        reach = self._reach()
        # The score and the head of every article i … j, whatever its head.
        self.fits: list[list[list[tuple[float, int]]]] = [
            [[(score(tables.nameless(i, j)), -1)] for j in range(i, reach[i])] for i in range(n)
        ]
        covered, focus = PAIR.get("head:covered", 0.0), PAIR.get("head:focus", 0.0)
        within, behind = PAIR.get("head:within", 0.0), PAIR.get("head:behind", 0.0)
        for d in range(tables.heads):
            hits, sums, said = tables.hits[d], tables.sums[d], 0.5 * tables.said[d] + 1.0
            total = sum(sums)
            related, weight_kin = tables.related[d], PAIR.get("head:related", 0.0)
            place, constant = tables.place[d], score(tables.constant(d))
            for i in range(n):
                base = constant + score(tables.start(d, i))
                seen: set[str] = set()
                matched = held = kin = 0.0
                for j in range(i, reach[i]):
                    kin += related[j]
                    for token, weight in hits.get(j, ()):
                        held += weight
                        if token not in seen:
                            seen.add(token)
                            matched += weight
                    value = base + covered * matched / said + weight_kin * kin
                    if total > 0:
                        value += focus * held / total
                    if i < place <= j:
                        value += within
                    elif place == j + 1:
                        value += behind
                    self.fits[i][j - i].append((value, d))
        for row in self.fits:
            for k, fits in enumerate(row):
                row[k] = [fits[0], *heapq.nlargest(MOST_HEADS, fits[1:])]

    def _reach(self) -> list[int]:
        """For every paragraph the end of the longest article that may begin there: none goes over a sure cut."""
        n = len(self.cuts)
        out = [n] * n
        for i in range(n - 1, -1, -1):
            sure = i + 1 == n or self.cuts[i + 1] > SURE_CUT
            out[i] = min(i + LONGEST, i + 1 if sure else out[i + 1])
        return out

    def divide(self, blocks: Sequence[float]) -> list[Piece]:
        """The best division when every block costs its price."""
        n = self.tables.count
        self.segments = self._segments(blocks)
        best = [0.0] + [float("-inf")] * n
        back: list[Piece | None] = [None] * (n + 1)
        for i in range(n):
            for j, (value, head) in enumerate(self.segments[i], i):
                if best[i] + value > best[j + 1]:
                    best[j + 1] = best[i] + value
                    back[j + 1] = Piece(i, j, head)
        out: list[Piece] = []
        at = n
        while at:
            piece = back[at]
            assert piece
            out.append(piece)
            at = piece.first
        return out[::-1]

    def _segments(self, blocks: Sequence[float]) -> list[list[tuple[float, int]]]:
        """The score and the head of every possible article at the prices of the blocks."""
        prices = [sum(blocks[b] for b in stack) for stack in self.tables.page.stacks]
        out = []
        for i, row in enumerate(self.fits):
            cut = self.cuts[i]
            best = [max(((v - prices[d] if d >= 0 else v), d) for v, d in fits) for fits in row]
            out.append([(cut + value, head) for value, head in best])
        return out

    def margins(self, pieces: Sequence[Piece]) -> list[float]:
        """How much worse the page would score if an article of the last division began or ended elsewhere, or were
        cut inside: the least of these, 0 and more.
        """
        n = self.tables.count
        ahead = [0.0] + [float("-inf")] * n
        for i in range(n):
            for j, (value, _) in enumerate(self.segments[i], i):
                ahead[j + 1] = max(ahead[j + 1], ahead[i] + value)
        behind = [float("-inf")] * n + [0.0]
        for i in range(n - 1, -1, -1):
            behind[i] = max(value + behind[j + 1] for j, (value, _) in enumerate(self.segments[i], i))
        # The best division without a cut at k goes over k in one article.
        over = [float("-inf")] * (n + 1)
        for i in range(n):
            through = float("-inf")
            row = self.segments[i]
            for j in range(i + len(row) - 1, i, -1):
                through = max(through, ahead[i] + row[j - i][0] + behind[j + 1])
                over[j] = max(over[j], through)
        best = ahead[n]
        out = []
        for piece in pieces:
            edges = [best - over[k] for k in (piece.first, piece.last + 1) if 0 < k < n]
            inside = [best - ahead[k] - behind[k] for k in range(piece.first + 1, piece.last + 1)]
            out.append(max(0.0, min([*edges, *inside, SURE])))
        return out


# A margin that nothing on a page passes by much.
SURE = 10.0


def divide(scores: Scores) -> list[Piece]:
    """The best division in which no block heads two articles."""
    stacks = scores.tables.page.stacks
    prices = [0.0] * (max((b for stack in stacks for b in stack), default=-1) + 1)
    pieces: list[Piece] = []
    for _ in range(ROUNDS):
        pieces = scores.divide(prices)
        rivals = {b: held for b, held in wanted(pieces, stacks).items() if len(held) > 1}
        if not rivals:
            return pieces
        for b, held in rivals.items():
            # What each would lose without the block; the price goes just above what the second most eager would pay.
            losses = sorted((_loss(scores, p, b, prices) for p in held), reverse=True)
            prices[b] += losses[1] + 0.01
    free = set(range(len(prices)))
    out = []
    for piece in sorted(
        pieces, key=lambda p: -min((_loss(scores, p, b, prices) for b in _blocks(p, stacks)), default=0.0)
    ):
        fits = scores.fits[piece.first][piece.last - piece.first]
        _, head = max((v, d) for v, d in fits if d < 0 or free.issuperset(stacks[d]))
        free.difference_update(stacks[head] if head >= 0 else ())
        out.append(Piece(piece.first, piece.last, head))
    return sorted(out, key=lambda p: p.first)


def _blocks(piece: Piece, stacks: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return stacks[piece.head] if piece.head >= 0 else ()


def wanted(pieces: Sequence[Piece], stacks: Sequence[tuple[int, ...]]) -> dict[int, list[Piece]]:
    """The articles that want each block."""
    out: dict[int, list[Piece]] = {}
    for piece in pieces:
        for b in _blocks(piece, stacks):
            out.setdefault(b, []).append(piece)
    return out


def _loss(scores: Scores, piece: Piece, block: int, prices: Sequence[float]) -> float:
    """What an article would lose if it could not have a block, at the prices of now."""
    stacks = scores.tables.page.stacks
    fits = [
        (v - sum(prices[b] for b in stacks[d]) if d >= 0 else v, d)
        for v, d in scores.fits[piece.first][piece.last - piece.first]
    ]
    own = next(v for v, d in fits if d == piece.head)
    rest = max(v for v, d in fits if d < 0 or block not in stacks[d])
    return own - rest


def piece_features(tables: Tables, piece: Piece) -> Counter[str]:
    """The summed features of one article of a division, for the fit."""
    i, j, d = piece.first, piece.last, piece.head
    features = list(tables.cuts[i])
    if d < 0:
        features += tables.nameless(i, j)
    else:
        seen: set[str] = set()
        matched = held = 0.0
        for k in range(i, j + 1):
            for token, weight in tables.hits[d].get(k, ()):
                held += weight
                if token not in seen:
                    seen.add(token)
                    matched += weight
        features += tables.constant(d) + tables.start(d, i) + tables.extent(d, i, j, matched, sum(tables.sums[d]), held)
    out: Counter[str] = Counter()
    for name, value in features:
        out[name] += value  # type: ignore[assignment]
    return out
