"""``belong``: how surely a piece of text belongs to an article of its page."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator

from newsarchive.segment.kin.kinship import Kinship
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from tests.quality.fit import gold, learn

# A piece is one to so many paragraphs of an article that follow each other, of so many characters at least: what is
# shorter is known by other things.
LONGEST, LEAST = 3, 15


def belong(pages: Iterable[gold.Truth], epochs: int = 10) -> learn.Weights:
    """Multinomial logistic regression: which article of its page a piece was taken from."""
    rows = [row for page in pages for row in rows_of(page)]
    random.Random(1).shuffle(rows)
    return learn.any_of(rows, ridge=1.0, epochs=epochs)


def rows_of(page: gold.Truth) -> Iterator[tuple[list[dict[str, float]], list[int]]]:
    """The measures of every piece for every article of a page, and the number of its own."""
    bodies = [[gold.norm(text) for text in article["body"].split("\n") if text] for article in page["articles"]]
    texts = list(itertools.chain.from_iterable(bodies))
    ends = list(itertools.accumulate(map(len, bodies), initial=0))
    members = [frozenset(range(a, b)) for a, b in itertools.pairwise(ends)]
    kinship = Kinship(texts, Vocabulary([tokens(text) for text in texts]))
    for right, (start, end) in enumerate(itertools.pairwise(ends)):
        for first in range(start, end):
            for last in range(first + 1, min(first + LONGEST, end) + 1):
                piece = range(first, last)
                if sum(len(texts[k]) for k in piece) >= LEAST and len(piece) < end - start:
                    found = [kinship.measures(piece, held, len(texts)) for held in members]
                    yield [dict(told) for told in found if told], [sum(bool(told) for told in found[:right])]
