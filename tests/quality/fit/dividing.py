"""``pair``: where articles end and what heads them; ``take``: what begins an article and what takes one up."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Sequence

from newsarchive.segment.articles import division, pair, takeup
from tests.quality.fit import gold, learn

# While it learns, a wrong cut is worth this much more than it scores, so that the borders that are learned have room
# to spare; a missed one several times as much, because an article too many is mended later (takeup.py), one too few is
# not. Half of the runs take the one price, half the other.
MARGIN, MISSED = 0.5, (4.0, 1.5)

# The part of the pages that a run learns from, and the runs at either price.
PART = 0.7
SEEDS = (7, 11, 13, 17, 19, 23)


def pairing(
    pages: Iterable[gold.Known], epochs: int = 12, seeds: Sequence[int] = (7, 11, 13, 17, 19, 23)
) -> learn.Weights:
    """Averaged structured perceptron over the true division, the mean of several runs; the weights start anew."""
    rows = [gold.divided(one) for one in pages if one.read.paras]
    total: Counter[str] = Counter()
    for missed, seed in itertools.product(MISSED, seeds):
        pair.PAIR.clear()
        pair.PAIR.update({"cut": -3.0, "cut:opens": 4.0, "cut:block": 1.0, "head:covered": 1.0, "nameless": -1.0})

        def mistake(row, missed=missed):
            scores = division.Scores(row.tables)
            wanted = row.pieces()
            cuts = {p.first for p in wanted}
            for k in range(1, row.tables.count):
                scores.cuts[k] += -MARGIN * missed if k in cuts else MARGIN
            got = division.divide(scores)
            return None if got == wanted else (_summed(row.tables, wanted), _summed(row.tables, got))

        rng = random.Random(seed)
        # Every run sees another part of the pages, so that the mean leans on none of them.
        seen = rng.sample(rows, round(PART * len(rows)))
        learn.perceptron(pair.PAIR, seen, mistake, rate=0.04, epochs=epochs, rng=rng, unsettled=1 / 3)
        runs = len(seeds) * len(MISSED)
        total.update({name: value / runs for name, value in pair.PAIR.items()})  # type: ignore[arg-type]
    pair.PAIR.clear()
    pair.PAIR.update(total)
    return pair.PAIR


def _summed(tables: pair.Tables, pieces: Sequence[pair.Piece]) -> Counter[str]:
    out: Counter[str] = Counter()
    for piece in pieces:
        out.update(pair.piece_features(tables, piece))
    return out


def take(pages: Iterable[gold.Known], epochs: int = 30) -> learn.Weights:
    """Multinomial logistic regression over the choices at every piece, those before it being the true ones."""
    rows = []
    for one in pages:
        if not one.read.paras:
            continue
        page = gold.divided(one)
        pieces = division.divide(division.Scores(page.tables))
        evidence = takeup.Evidence(page.tables, pieces, one.read.paras, one.read.lines)
        stories: tuple[takeup.Story, ...] = ()
        owners: list[int] = []
        for s, piece in enumerate(pieces):
            owner = Counter(page.owners[piece.first : piece.last + 1]).most_common(1)[0][0]
            options = [evidence.begins(s, stories), *evidence.takes(s, stories)]
            right = owners.index(owner) + 1 if owner >= 0 and owner in owners else 0
            rows.append(([dict(option) for option in options], [right]))
            stories = takeup.step(stories, right - 1, s)
            if not right:
                owners.append(owner)
    random.Random(1).shuffle(rows)
    return learn.any_of(rows, ridge=0.5, epochs=epochs, rate=0.2)
