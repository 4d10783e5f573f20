"""What a division of a page into articles is scored by: the named evidence for every cut and every head.

Paragraphs stand in the order of the dump (flow.py). What the page shows between two of them and how the text before and
after differ speaks for a cut; what a display block shares with a text, and where it stands, for its being the head.
division.py finds the best division; weights.PAIR says how much each piece of evidence weighs.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsarchive.segment.belonging.bylined import NO_BYLINES, Bylines
from newsarchive.segment.kin.kinship import Kinship
from newsarchive.segment.kin.seam import Seams
from newsarchive.segment.kin.vocabulary import Vocabulary, cosine
from newsarchive.segment.roles.letters import opens_letter
from newsarchive.segment.weights import PAIR, Features, weighed


@dataclass(slots=True, unsafe_hash=True)
class Between:
    """What the page shows around the start of a paragraph, between it and the paragraph before; never changed, as a
    line (lines.Line) never is.
    """

    opens: Final[bool]  # a lead or 上接 opens the paragraph
    continued: Final[bool]  # 上接 opens it
    genre: Final[str]  # what it opens, where its words tell: "news", "letter", "advertisement", else ""
    closed: Final[bool]  # a jump line or a signature closed the paragraph before
    before_open: Final[bool]  # the paragraph before ends inside a sentence
    open_start: Final[bool]  # the paragraph begins inside a sentence
    full: Final[bool]  # the paragraph has no indent
    seam: Final[Features]  # where one of the two is torn: what speaks for the text going on (seam.py)
    blocks: Final[tuple[int, ...]]  # display blocks between them
    byline: Final[bool]  # a byline stands between them
    other: Final[bool]  # a picture or furniture stands between them
    wider: Final[bool]  # the column's width changes
    bar: Final[float]  # how little the blocks between them look like subheads, 0 and more
    announced: Final[bool]  # the paragraph before ends with a colon
    speech: Final[bool]  # a speaker's name and a colon begin it, as they began a paragraph shortly before
    listed: Final[bool]  # it is the next item of a list, the next turn of an interview under a subhead at most, a date
    first_words: Final[str]  # "continuing" (同时, 他说 …), "fresh" (近日, 日前, a date …) or ""
    under: Final[bool] = False  # the page shows that the paragraph stands below the display type before it


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the pairing sees it."""

    paras: Sequence[Counter[str]]
    texts: Sequence[str]
    heads: Sequence[Counter[str]]
    titles: Sequence[str]  # what every head says, as it stands
    between: Sequence[Between]
    fitness: Sequence[tuple[str, ...]]
    vocabulary: Vocabulary
    style: str
    heaped: float  # the share of the display blocks that stand in heaps
    closed: bool  # a jump line or a signature closes the last paragraph
    seams: Seams
    ties: Sequence[float]  # how every block belongs to the one right before it: log odds of one head, 0 without one
    told: Mapping[int, int]  # the paragraphs that go on, as a word tells, with one elsewhere, and with which
    stacks: Sequence[tuple[int, ...]]  # the blocks of every head: first each block alone, then neighbours together
    bylines: Bylines = NO_BYLINES
    jumps: frozenset[int] = frozenset()  # the paragraphs behind which a jump line sends the reader to another page

    def places(self) -> dict[int, int]:
        """The paragraph that every block stands right before, alone or with others; of those behind the last, none."""
        return {b: k for k, between in enumerate(self.between) for b in between.blocks}


@dataclass(frozen=True, slots=True)
class Piece:
    """Paragraphs ``first`` to ``last`` as one article under block ``head``, or under none (-1)."""

    first: int
    last: int
    head: int

    @property
    def paras(self) -> range:
        """The paragraphs of the piece."""
        return range(self.first, self.last + 1)


class Tables:
    """Everything about a page that does not depend on the division, or on the weights."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count, self.heads = len(page.paras), len(page.heads)
        vocabulary = page.vocabulary
        # How like paragraphs are by their words, and by all that they have in common.
        self.alike = [[10.0 * x for x in row] for row in vocabulary.likeness()]
        self.kinship = Kinship(page.texts, vocabulary)
        # Whether a jump line or a signature closes each paragraph.
        self.closed = [*(between.closed for between in page.between[1:]), page.closed]
        # The paragraph that a head stands before; behind the last one that is ``count``.
        places = page.places()
        self.place = [places.get(stack[-1], self.count) for stack in page.stacks]
        self.below_blocks = [k for k, between in enumerate(page.between) if between.blocks]
        self.of_genre = [k for k, between in enumerate(page.between) if between.genre]
        self.measures = [vocabulary.measure(head) for head in page.heads]
        # For every block the paragraphs that have its words: (paragraph, words' weights).
        holders: dict[str, list[int]] = {}
        said = set(itertools.chain.from_iterable(page.heads))
        for k, para in enumerate(page.paras):
            for token in said.intersection(para):
                holders.setdefault(token, []).append(k)
        self.hits: list[dict[int, list[tuple[str, float]]]] = []
        for head in page.heads:
            hits: dict[int, list[tuple[str, float]]] = {}
            for token in head:
                weight = vocabulary.weight(token)
                if weight > 0:
                    for k in holders.get(token, ()):
                        hits.setdefault(k, []).append((token, weight))
            self.hits.append(hits)
        self.sums = [[0.0] * self.count for _ in self.hits]
        for sums, hits in zip(self.sums, self.hits, strict=True):
            for k, held in hits.items():
                sums[k] = sum([weight for _, weight in held])
        # How much each paragraph counts as like the others; two is as much as counts.
        self._near = [[x if x < 2.0 else 2.0 for x in row] for row in self.alike]
        self.related = [self._related(d) for d in range(self.heads)]
        self._constants = [self._constant(d) for d in range(self.heads)]
        self.says = [k + (k + 1 < self.count and opens_letter(text)) for k, text in enumerate(page.texts)]
        self._across = self._said_across()
        self.cuts = [self._cut(k) for k in range(self.count)]

    def _related(self, d: int) -> list[float]:
        """How much more than the average paragraph of the page each one speaks of what block ``d`` says: by words of
        its own, or by being like paragraphs that have them.
        """
        total = sum(self.sums[d])
        if not total:
            return [0.0] * self.count
        share = {k: self.sums[d][k] / total for k in self.hits[d]}
        likened = [0.0] * self.count
        for q, s in share.items():
            likened = [so_far + s * x for so_far, x in zip(likened, self._near[q], strict=True)]
        for k, s in share.items():
            likened[k] += s * 2.0
        mean = sum(likened) / len(likened)
        return [x - mean for x in likened]

    def _said_across(self) -> list[list[float]]:
        """The weights of the words that the three paragraphs before each one share with it and the two behind it."""
        out: list[list[float]] = [[] for _ in range(self.count)]
        for word, where in self.page.vocabulary.holders.items():
            for before, after in itertools.pairwise(where):
                for k in range(max(before + 1, after - 2), min(before + 3, after) + 1):
                    out[k].append(self.page.vocabulary.weight(word))
        return out

    def _cut(self, k: int) -> Features:
        """What speaks for paragraph ``k`` beginning an article."""
        if not k:
            return []
        here = self.page.between[k]
        before = [row[k : k + 3] for row in self.alike[max(0, k - 3) : k]]
        pairs = list(itertools.chain.from_iterable(before))
        top = sorted(pairs, reverse=True)[:3]
        out: Features = [
            ("cut", 1.0),
            ("cut:union", math.log1p(math.fsum(self._across[k]))),
            ("cut:near", max([row[0] for row in before[-2:]])),
            ("cut:across", sum(pairs) / len(pairs)),
            ("cut:top", sum(top) / 3),
        ]
        if here.blocks:
            out.append(("cut:bar", min(here.bar, 6.0)))
            out.append(("cut:block, heap", self.page.heaped))
            out.append(("cut:block fits", max(self._fit(d, k) for d in here.blocks)))
        flags = {
            "cut:opens": here.opens,
            "cut:closed": here.closed,
            "cut:torn": here.before_open or here.open_start,
            "cut:full": here.full,
            "cut:open, new": here.before_open and not here.open_start,
            "cut:stopped, torn": here.open_start and not here.before_open,
            "cut:stopped, full": here.full and not (here.open_start or here.before_open),
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
        out.extend((f"cut:{name}", amount) for name, amount in here.seam)
        return out

    def _fit(self, d: int, k: int) -> float:
        """How much of what head ``d`` says paragraph ``k`` says, or the one below it if it is a salutation,
        0 to 1.5.
        """
        return min(1.5, self.sums[d][self.says[k]] / self.measures[d])

    def constant(self, d: int) -> Features:
        """What speaks for head ``d`` heading an article at all."""
        return self._constants[d]

    def _constant(self, d: int) -> Features:
        stack = self.page.stacks[d]
        out: Features = [("head", 1.0), *((name, 1.0) for name in self.page.fitness[d])]
        if len(stack) == 1 and {"fit:tiny", "fit:kicker"}.issubset(self.page.fitness[d]):
            out.append(("head:label", 1.0))
        if len(stack) > 1:
            agree = min(cosine(self.related[a], self.related[b]) for a, b in itertools.pairwise(stack))
            out += [(f"head:parts {len(stack)}", 1.0), ("head:agree", agree)]
            out.append(("head:tied", min(self._tied(b) for b in stack[1:])))
        out.append(("head:torn off", sum(max(0.0, self._tied(b)) for b in (stack[0], stack[-1] + 1))))
        return out

    def _tied(self, b: int) -> float:
        """How surely block ``b`` is of one head with the one right before it, -1 to 1."""
        # Three to one: what is ten times surer is no better a head for it.
        return max(-1.0, min(1.0, self.page.ties[b] / math.log(3))) if b < len(self.page.ties) else 0.0

    def start(self, d: int, i: int) -> Features:
        """What speaks for head ``d`` heading an article that begins at ``i``, whatever its end."""
        out: Features = [("head:first", self._fit(d, i))]
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

    def extent(self, d: int, i: int, j: int) -> Features:
        """What the whole article ``i`` … ``j`` adds to it."""
        matched = dict(hit for k in range(i, j + 1) for hit in self.hits[d].get(k, ()))
        total, held = sum(self.sums[d]), sum(self.sums[d][i : j + 1])
        out: Features = [("head:covered", sum(matched.values()) / self.measures[d])]
        out.append(("head:related", sum(self.related[d][i : j + 1])))
        if total > 0:
            out.append(("head:focus", held / total))
        if i < self.place[d] <= j:
            out.append(("head:within", 1.0))
        elif self.place[d] == j + 1:
            out.append(("head:behind", 1.0))
        return out

    def nameless(self, i: int) -> Features:
        """What speaks for an article without a headline that begins at ``i``, whatever its end."""
        here = self.page.between[i]
        out: Features = [("nameless", 1.0)]
        if here.continued:
            out.append(("nameless:continued", 1.0))
        elif here.opens:
            out.append(("nameless:opens", 1.0))
        if here.blocks:
            out.append(("nameless:passed, start" if here.opens or here.byline else "nameless:passed", 1.0))
        if here.before_open or here.open_start or here.full:
            out.append(("nameless:torn", 1.0))
        return out

    def nameless_extent(self, i: int, j: int) -> Features:
        """What the whole article ``i`` … ``j`` without a headline adds to it."""
        if i == j:
            return [("nameless:single", 1.0)]
        # Subheads, but no headline.
        over_blocks = bisect.bisect_right(self.below_blocks, j) > bisect.bisect_right(self.below_blocks, i)
        return [("nameless:over blocks", 1.0)] if over_blocks else []


def score(features: Features) -> float:
    """The weighted sum of some features."""
    return weighed(PAIR, features)


def piece_features(tables: Tables, piece: Piece) -> Counter[str]:
    """The summed features of one article of a division, for the fit."""
    i, j, d = piece.first, piece.last, piece.head
    features = list(tables.cuts[i])
    if d < 0:
        features += tables.nameless(i) + tables.nameless_extent(i, j)
    else:
        features += tables.constant(d) + tables.start(d, i) + tables.extent(d, i, j)
    out: Counter[str] = Counter()
    for name, value in features:
        out[name] += value  # type: ignore[assignment]
    return out
