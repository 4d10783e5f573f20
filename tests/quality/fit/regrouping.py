"""``move`` and ``glance``: which paragraphs belong to another article than the one they were given to, and which moves
are worth a closer look.
"""

from __future__ import annotations

import heapq
import math
import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter

from newsarchive.segment.articles import takeup
from newsarchive.segment.articles.evidence import page_of
from newsarchive.segment.articles.glances import Glances
from newsarchive.segment.articles.ground import Ground
from newsarchive.segment.articles.moves import Move, Standing
from newsarchive.segment.articles.moving import belonging, closer_look, evidence, first_sight
from newsarchive.segment.articles.pair import Tables
from newsarchive.segment.articles.rejoined import rejoined
from newsarchive.segment.page import Reading, heads_found, reread
from newsarchive.segment.sequence import columns
from newsarchive.segment.sequence.flow import Torn
from newsarchive.segment.weights import GLANCE, MOVE, PAIR, TAKE, weighed
from newsarchive.text.clean import clean
from tests.quality.fit import gold, learn

# A page has few articles that are wrong. So every page is read some times more, the weights of the division changed at
# random: each times e to the power of a number about as large as SPREAD, and something added. Every other time what
# tells where a piece belongs counts for less besides, by two thirds on average: then more pieces are taken up by the
# wrong article, and that is what moves are to mend.
UNSETTLED, SPREAD, ADDED = 7, 0.35, 0.1
# What a move must win, in articles, to be good, and the part of what the best one wins.
WINS, NEARLY = 0.03, 0.6
# What is added to "stay": a move that is right half of the time is not made. A wrong merger costs two articles and a
# right one wins a part of one, a wrong parting costs a part of one and a right one wins two: the one must be surer than
# a move, the other need not be so sure. All three are the best of a few for what all pages win.
CAREFUL, TOGETHER, APART = 1.2, -0.5, 0.5
# Set by hand, all else held, for what all pages win by them; the others are learned beside them. Of bylines and bare
# starts too few moves depend for a weight to be learned.
HELD = (
    "flush starts",
    "merge one too many",
    "merge unsigned",
    "merge unsigned where it belongs",
    "merge unsigned with signed",
    "merge where nearly all sign",
    "move para",
)
# The moves of a page that a glance is learned from, the best at first sight.
GLANCED = 90


def move(pages: Iterable[gold.Known], epochs: int = 8) -> learn.Weights:
    """Logistic regression over the moves of a page and "stay": any that wins about as much as the best is right."""
    held = list(pages)
    rows = []
    for seed in range(UNSETTLED + 1):
        with unsettled(seed):
            rows.extend(row for one in held if (row := row_of(one)))
    random.Random(1).shuffle(rows)
    weights = learn.any_of(rows, ridge=3.0, epochs=epochs, held={name: MOVE[name] for name in HELD})
    added = {"stay": CAREFUL, "merge": TOGETHER, "new": APART}
    return {name: weight + added.get(name, 0.0) for name, weight in weights.items()}


@contextmanager
def unsettled(seed: int) -> Iterator[None]:
    """The weights of the division changed at random; not at all for seed 0."""
    before = dict(PAIR), dict(TAKE)
    rng = random.Random(seed)
    if seed:
        for table in (PAIR, TAKE):
            for name in sorted(table):
                table[name] = table[name] * math.exp(rng.gauss(0, SPREAD)) + rng.gauss(0, ADDED)
        if seed % 2:
            for name in ("take:belongs", "take:belongs more"):
                TAKE[name] *= rng.random() ** 2
    try:
        yield
    finally:
        for table, was in zip((PAIR, TAKE), before, strict=True):
            table.update(was)


def glance(pages: Iterable[gold.Known], epochs: int = 2) -> learn.Weights:
    """Linear regression, for each kind of move: what a closer look finds, by what is seen of it at a glance. Every page
    is read ``epochs`` times, each time with other weights of the division.
    """
    rows: dict[str, list[tuple[dict[str, float], float]]] = {kind: [] for kind in GLANCE}
    held = list(pages)
    for seed in range(epochs):
        with unsettled(seed):
            for one in held:
                if not (seen := standing_of(one)):
                    continue
                _, standing = seen
                for found in heapq.nlargest(GLANCED, Glances(standing.ground).of(standing), key=attrgetter("value")):
                    names, move = GLANCE[found.kind], found.move
                    sight = _summed(pair for pair in first_sight(standing, move) if pair[0] in names)
                    more = weighed(MOVE, [*closer_look(standing, move), *belonging(standing, move)])
                    rows[found.kind].append((sight, more))
    return {
        f"{kind}: {name}": weight for kind, known in rows.items() for name, weight in learn.least_squares(known).items()
    }


def standing_of(one: gold.Known) -> tuple[Reading, Standing] | None:
    """A page with the articles that its moves start from; none of one without text."""
    read = one.read
    ordered = columns.in_reading_order(read.lines, read.forms, read.seen, heads_found(read))
    if ordered is not None:
        read = reread(ordered, clean(one.dump).text)
    if not read.paras:
        return None
    page = page_of(read.lines, list(read.forms), read.seen, read.paras, read.blocks)
    tables = Tables(page)
    groups = rejoined(takeup.groups(tables, read.paras, read.lines), page)
    torn = Torn(read.paras, read.lines, read.seen, page.vocabulary, page.seams)
    return read, Standing(groups, Ground(tables, torn))


def row_of(one: gold.Known) -> tuple[list[dict[str, float]], list[int]] | None:
    """The evidence for every move of a page, that for none first, and the numbers of the right ones."""
    if not (seen := standing_of(one)):
        return None
    read, standing = seen
    owners = gold.owners(read.lines, read.paras, one.truth)
    sizes = [len(text) for text in standing.ground.page.texts]
    moves = list(standing.moves())
    before = value(standing.members, owners, sizes)
    gains = [value(after(standing, m), owners, sizes) - before for m in moves]
    options = [{"stay": 1.0}, *(_summed(evidence(standing, m)) for m in moves)]
    best = max(gains, default=0.0)
    right = [n for n, gain in enumerate(gains, 1) if gain >= max(WINS, NEARLY * best)] if best > WINS else [0]
    return options, right


def _summed(features: Iterable[tuple[str, float]]) -> dict[str, float]:
    out: dict[str, float] = {}
    for name, amount in features:
        if amount:
            out[name] = out.get(name, 0.0) + amount
    return out


def after(standing: Standing, move: Move) -> list[frozenset[int]]:
    """The paragraphs of every article after a move."""
    out = list(standing.members)
    piece = frozenset(move.piece)
    out[move.source] -= piece
    if move.target < 0:
        out.append(piece)
    else:
        out[move.target] |= piece
    return [paras for paras in out if paras]


def value(groups: Iterable[Collection[int]], owners: Sequence[int], sizes: Sequence[int]) -> float:
    """How well some groups of paragraphs are the true articles: for each of these the F1 of the group most like it."""
    whole: Counter[int] = Counter()
    for owner, size in zip(owners, sizes, strict=True):
        whole[owner] += size
    best: defaultdict[int, float] = defaultdict(float)
    for group in groups:
        shares: Counter[int] = Counter()
        for k in group:
            shares[owners[k]] += sizes[k]
        for owner, size in shares.items():
            if owner >= 0:
                best[owner] = max(best[owner], 2 * size / (shares.total() + whole[owner]))
    return sum(best.values())
