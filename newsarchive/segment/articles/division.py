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

import bisect
import itertools
from collections.abc import Sequence

from newsarchive.segment.articles.pair import Piece, Tables, score
from newsarchive.segment.weights import PAIR

# Paragraphs of an article; longer ones are cut in two, which the joining afterwards mends.
LONGEST = 60
# How often prices are raised; blocks still wanted twice then go to whom they are worth most.
ROUNDS = 6

# Heads kept for every possible article: more are never asked for, whatever the prices.
MOST_HEADS = 12
# A cut that scores more is always made: going on under one head can gain no more than this.
SURE_CUT = 4.5
# What it counts for a head to stand over its text on a page that shows what stands over what: of one, two and three
# nats that with which most articles and headlines of drawn pages are right.
OVER = 2.0


class Under:
    """What the articles of a page score under one head: what their beginning scores, and what each paragraph adds."""

    def __init__(self, tables: Tables, d: int, reach: Sequence[int]) -> None:
        self.hits, self.place = tables.hits[d], tables.place[d]
        total = sum(tables.sums[d])
        related = PAIR.get("head:related", 0.0)
        self.each = [related * kin for kin in tables.related[d]]
        if total > 0:
            focus = PAIR.get("head:focus", 0.0) / total
            for k in self.hits:
                self.each[k] += focus * tables.sums[d][k]
        self.covered = PAIR.get("head:covered", 0.0) / tables.measures[d]
        self.within, self.behind = PAIR.get("head:within", 0.0), PAIR.get("head:behind", 0.0)
        self.starts = self._starts(tables, d)
        # The first paragraph from each on that has words of the head.
        self.next_hit: list[int] = []
        for k in (*sorted(self.hits), tables.count):
            self.next_hit += [k] * (k + 1 - len(self.next_hit))
        self.gains = self._gains(tables.count)
        self.ceiling = self._ceiling(reach)

    def _gains(self, count: int) -> list[Sequence[tuple[int, float]]]:
        """For every paragraph what each word of the head in it adds, and the last paragraph before that has the word
        too, -1 where none has: an article that holds both counts it once.
        """
        out: list[Sequence[tuple[int, float]]] = [()] * count
        lasts: dict[str, int] = {}
        covered = self.covered
        for k, held in sorted(self.hits.items()):
            out[k] = [(lasts.get(token, -1), covered * weight) for token, weight in held]
            for token, _ in held:
                lasts[token] = k
        return out

    def _ceiling(self, reach: Sequence[int]) -> list[float]:
        """More than an article that begins with each paragraph can score."""
        covered, beside, place, hits = max(0.0, self.covered), max(0.0, self.within, self.behind), self.place, self.hits
        out, more, held, words = self.starts[:], 0.0, 0.0, set[str]()
        for i in range(len(reach) - 1, -1, -1):
            end = reach[i]
            if end == i + 1:
                # No article passes over the cut behind this paragraph.
                more = held = 0.0
                words.clear()
            # The most that the paragraphs from this one on add, none of them passed over, and the words they have.
            more = self.each[i] + (more if more > 0.0 else 0.0)
            if i in hits:
                for token, weight in hits[i]:
                    if token not in words:
                        words.add(token)
                        held += weight
            out[i] += more + covered * held + ROUNDING
            if i < place <= end:
                out[i] += beside
        return out

    def _starts(self, tables: Tables, d: int) -> list[float]:
        """What an article that begins with each paragraph scores at once."""
        page, constant = tables.page, score(tables.constant(d))
        out = [constant] * tables.count
        # Most places are below other blocks, and nothing there says a word of the head.
        for i in tables.below_blocks:
            out[i] = constant + PAIR.get("head:passed", 0.0)
        for i in {*self.hits, *(k for k in tables.below_blocks if k == self.place or tables.says[k] in self.hits)}:
            out[i] = constant + score(tables.start(d, i))
        for i in tables.of_genre:
            genre = page.between[i].genre
            out[i] += SURE_CUT * ((f"fit:for {genre}" in page.fitness[d]) - 2 * (f"fit:no {genre}" in page.fitness[d]))
        if self.place < tables.count:
            here = page.between[self.place]
            if here.under and here.blocks[-1:] == page.stacks[d][-1:]:
                out[self.place] += OVER
        return out

    def values(self, i: int, end: int) -> list[float]:
        """The scores of the articles that begin with paragraph ``i``, from the one that ends with it on to the longest,
        which ends before ``end``.
        """
        adds, next_hit, gains, place = self.each[i:end], self.next_hit, self.gains, self.place
        adds[0] += self.starts[i]
        k = next_hit[i]
        while k < end:
            gained = 0.0
            for before, gain in gains[k]:
                if before < i:
                    gained += gain
            adds[k - i] += gained
            k = next_hit[k + 1]
        out = list(itertools.accumulate(adds))
        if i < place <= end:
            out[place - 1 - i] += self.behind
            for k in range(place - i, end - i):
                out[k] += self.within
        return out


# A score, and the head under which an article has it (-1: none).
Fit = tuple[float, int]

# A sum of some dozen scores is known much better than this.
ROUNDING = 1e-6


class Scores:
    """The scores of all possible articles of a page, under the weights of now."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        n = tables.count
        self.cuts = [score(f) + self._certain(k) for k, f in enumerate(tables.cuts)]
        # For every paragraph the end of the longest article that may begin there.
        reach = self.reach = self._reach()
        # Of the articles that begin with each paragraph the scores without a head and under those that may be worth
        # more, and the best, with the cut before it, and its head.
        self._rows: list[tuple[list[float], list[int], list[list[float]]]] = []
        self._tops: list[list[Fit]] = []
        self._known: dict[tuple[int, int], list[Fit]] = {}
        # What speaks for an article without a headline changes at its second paragraph and at the first block in it.
        self._heads = heads = [Under(tables, d, reach) for d in range(tables.heads)]
        for i in range(n):
            end, behind = reach[i], bisect.bisect_right(tables.below_blocks, i)
            over = min([end, *tables.below_blocks[behind : behind + 1]])
            alone = score(tables.nameless(i))
            nameless = [alone + score(tables.nameless_extent(i, i)), *[alone] * (over - i - 1)]
            if end > over:
                nameless += [alone + score(tables.nameless_extent(i, over))] * (end - over)
            least = min(nameless)
            likely = [d for d in range(tables.heads - 1, -1, -1) if heads[d].ceiling[i] >= least]
            rows = [heads[d].values(i, end) for d in likely]
            self._rows.append((nameless, likely, rows))
            self._tops.append(_tops(self.cuts[i], nameless, likely, rows))

    def fits(self, i: int, j: int) -> list[Fit]:
        """The score and the head of article ``i`` … ``j``: first that without a head, then those of the heads that are
        worth more, the best first.
        """
        if (i, j) not in self._known:
            nameless, likely, rows = self._rows[i]
            alone, at = nameless[j - i], j - i
            better = [(value, d) for row, d in zip(rows, likely, strict=True) if (value := row[at]) >= alone]
            better.sort(reverse=True)
            self._known[i, j] = [(alone, -1), *better[:MOST_HEADS]]
        return self._known[i, j]

    def under(self, i: int, head: int) -> Sequence[float]:
        """The scores of the articles that begin with paragraph ``i`` under a head, or under none (-1), from the one
        that ends with it on.
        """
        nameless, likely, rows = self._rows[i]
        if head < 0:
            return nameless
        return rows[likely.index(head)] if head in likely else self._heads[head].values(i, self.reach[i])

    def _certain(self, k: int) -> float:
        """What is added to the score of a cut before paragraph ``k``: 本报讯, 上接, 编辑同志 open an article wherever
        they stand, as does what a word ties to another place; none ends within a list or an interview.
        """
        page = self.tables.page
        if k and (page.between[k].opens or k in page.told):
            return 2 * SURE_CUT
        return -2 * SURE_CUT if page.between[k].listed else 0.0

    def _reach(self) -> list[int]:
        """Where the articles that begin with each paragraph end at most: none goes over a sure cut."""
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
        # Where the last article of the best division of the paragraphs so far begins, and its head.
        back = [(0, -1)] * (n + 1)
        for i in range(n):
            so_far = best[i]
            for end, (value, head) in enumerate(self.segments[i], i + 1):
                if so_far + value > best[end]:
                    best[end] = so_far + value
                    back[end] = i, head
        out: list[Piece] = []
        end = n
        while end:
            first, head = back[end]
            out.append(Piece(first, end - 1, head))
            end = first
        return out[::-1]

    def _segments(self, blocks: Sequence[float]) -> list[list[tuple[float, int]]]:
        """The score and the head of every possible article at the prices of the blocks."""
        prices = [sum(blocks[b] for b in stack) for stack in self.tables.page.stacks]
        # What is best and free stays the best.
        dear = {d for d, price in enumerate(prices) if price}
        if not dear:
            return self._tops
        out, least = [], min(prices)
        for i, (cut, row) in enumerate(zip(self.cuts, self._tops, strict=True)):
            out.append(row if dear.isdisjoint([head for _, head in row]) else row[:])
            for j, (_, head) in enumerate(row):
                if head in dear:
                    value, other = _best(self.fits(i, i + j), prices, least)
                    out[i][j] = cut + value, other
        return out

    def margins(self, pieces: Sequence[Piece]) -> list[float]:
        """How much worse the page would score if an article of the last division began or ended elsewhere, or were
        cut inside: the least of these, 0 and more.
        """
        n = self.tables.count
        ahead = [0.0] + [float("-inf")] * n
        for i in range(n):
            so_far = ahead[i]
            for end, (value, _) in enumerate(self.segments[i], i + 1):
                if so_far + value > ahead[end]:
                    ahead[end] = so_far + value
        behind = [float("-inf")] * n + [0.0]
        for i in range(n - 1, -1, -1):
            behind[i] = max([value + behind[end] for end, (value, _) in enumerate(self.segments[i], i + 1)])
        # The best division without a cut at k goes over k in one article.
        over = [float("-inf")] * (n + 1)
        for i in range(n):
            through, so_far = float("-inf"), ahead[i]
            row = self.segments[i]
            for j in range(i + len(row) - 1, i, -1):
                value = so_far + row[j - i][0] + behind[j + 1]
                if value > through:
                    through = value
                if through > over[j]:
                    over[j] = through
        best = ahead[n]
        out = []
        for piece in pieces:
            edges = [best - over[k] for k in (piece.first, piece.last + 1) if 0 < k < n]
            inside = [best - ahead[k] - behind[k] for k in range(piece.first + 1, piece.last + 1)]
            out.append(max(0.0, min([*edges, *inside, SURE])))
        return out


def _tops(cut: float, alone: Sequence[float], heads: Sequence[int], rows: Sequence[Sequence[float]]) -> list[Fit]:
    """The best score of some articles and its head, given what the cut before them scores, and each without a head and
    under some.
    """
    if not rows:
        return [(cut + value, -1) for value in alone]
    out = []
    for least, values in zip(alone, zip(*rows, strict=True), strict=True):
        value = max(values)
        out.append((cut + value, heads[values.index(value)]) if value >= least else (cut + least, -1))
    return out


def _best(fits: Sequence[Fit], prices: Sequence[float], least: float) -> Fit:
    """The score and the head of an article at the prices of the heads, given its fits (``Scores.fits``); no price is
    below ``least``.
    """
    best = fits[0]
    for value, d in fits[1:]:
        # The others are worth less whatever they cost. (A price may be below 0: two rise at once, each as if alone.)
        if value - least < best[0]:
            break
        best = max(best, (value - prices[d], d))
    return best


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
        fits = scores.fits(piece.first, piece.last)
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
        (v - sum(prices[b] for b in stacks[d]) if d >= 0 else v, d) for v, d in scores.fits(piece.first, piece.last)
    ]
    own = next(v for v, d in fits if d == piece.head)
    rest = max(v for v, d in fits if d < 0 or block not in stacks[d])
    return own - rest
