"""What is known of the paragraphs and the heads of a page however the paragraphs are grouped to articles."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from functools import cached_property

from newsarchive.segment.articles.pair import Tables, score
from newsarchive.segment.forms.marks import item_of
from newsarchive.segment.roles.items import bullet_of
from newsarchive.segment.roles.role import FULL
from newsarchive.segment.sequence import rivals
from newsarchive.segment.sequence.flow import Torn, other_width

# A cut for which less speaks (pair.Tables) is none unless something shows there.
UNLIKELY = -3.0
# Log odds below which no torn end goes on with a beginning, and those that leave no doubt.
LEAST_LINK, SURE_LINK = -1.0, 5.0
# Log odds from which what all torn ends and beginnings of a page say counts: of two that have no other choice.
LIKELY = -0.5


class Ground:
    """The paragraphs of a page, asked two by two."""

    def __init__(self, tables: Tables, torn: Torn) -> None:
        self.tables, self.torn, self.page = tables, torn, tables.page
        self.kinship, self.sizes = tables.kinship, tables.kinship.sizes
        self.lengths = [len(para.lines) for para in torn.paras]
        self.cuts = [score(cut) for cut in tables.cuts]
        self.gaps = [torn.lines[para.lines[0]].gap for para in torn.paras]
        self.may_begin = [self._may_begin(k) for k in range(tables.count)]
        # What is asked of few heads: the shares of what each says, and how it would stand over some texts.
        self._told: dict[int, list[float]] = {}
        self._starts: dict[tuple[int, int], float] = {}
        self._links: dict[tuple[int, int], float] = {}
        # The paragraphs whose last sentence ends just where their column does, and those without an indent that may go
        # on there.
        ends = zip(torn.paras, (torn.seen[para.lines[-1]] for para in torn.paras), strict=True)
        self._ends_flush = [not para.open_end and end.short - para.last_indent <= FULL for para, end in ends]
        self._begins_flush = [self._is_flush(k) for k in range(tables.count)]
        self._rivals = rivals.links(torn, tables.closed)

    @cached_property
    def goodness(self) -> list[float]:
        """What speaks for every head heading an article at all."""
        return [score(self.tables.constant(head)) for head in range(self.tables.heads)]

    def _may_begin(self, k: int) -> bool:
        """Whether anything stands before a paragraph, or parts it from the one above; none begins between two items of
        short news.
        """
        here = self.page.between[k]
        bullet = bullet_of(self.page.texts[k])
        if k and bullet and bullet == bullet_of(self.page.texts[k - 1]) and not here.blocks:
            return False
        shown = here.blocks or here.byline or here.other or here.closed or here.opens
        return bool(self.gaps[k] or shown or here.before_open or here.open_start) or self.cuts[k] > UNLIKELY

    def _is_flush(self, k: int) -> bool:
        """Whether a paragraph begins without an indent where nothing shows that an article or an item begins."""
        para, here, text = self.torn.paras[k], self.page.between[k], self.page.texts[k]
        if not para.full_start or para.open_start or here.blocks or here.byline or here.other:
            return False
        return not (here.opens or here.listed or bullet_of(text) or item_of(text))

    def link(self, a: int, b: int) -> float:
        """How surely paragraph ``b`` goes on with the sentence that ``a`` breaks off in."""
        if (a, b) not in self._links:
            alone, among_rivals = self.torn.link(a, b), self._rivals.get((a, b), LEAST_LINK)
            self._links[a, b] = max(alone, among_rivals) if among_rivals > LIKELY else alone
        return self._links[a, b]

    def broken(self, paras: Collection[int]) -> tuple[int, float, int, int, int, int]:
        """How the pieces of an article go on with each other: how many torn ends find a beginning, how surely, how many
        do not, how many torn beginnings are left, how many pieces there are, and how many of them begin without an
        indent though none ends just where its column does.
        """
        pieces, texts = runs(paras), self.torn.paras
        ends = [piece[-1] for piece in pieces if texts[piece[-1]].open_end]
        starts = [piece[0] for piece in pieces if texts[piece[0]].torn_start]
        links = sorted(((self.link(a, b), a, b) for a in ends for b in starts if a != b), reverse=True)
        left, right, sure = set(ends), set(starts), 0.0
        for value, a, b in links:
            if value >= LEAST_LINK and a in left and b in right:
                left.remove(a)
                right.remove(b)
                sure += min(SURE_LINK, value)
        torn = sum(texts[b].open_start for b in right)
        return len(ends) - len(left), sure, len(left), torn, len(pieces), self._unplaced(pieces, right)

    def _unplaced(self, pieces: Sequence[Sequence[int]], starts: Collection[int]) -> int:
        """How many of some beginnings go on, without an indent, with the end of no piece of the same width."""
        ends = [piece[-1] for piece in pieces if self._ends_flush[piece[-1]]]
        out = 0
        for b in sorted(starts):
            if not self._begins_flush[b]:
                continue
            fits = (a for a in ends if a not in (b, b - 1) and not other_width(self.torn.paras[a], self.torn.paras[b]))
            end = next(fits, None)
            if end is None:
                out += 1
            else:
                ends.remove(end)
        return out

    def closed_within(self, paras: Collection[int]) -> int:
        """How many pieces of an article a jump line or a signature closes."""
        return sum(self.tables.closed[piece[-1]] for piece in runs(paras))

    def said(self, head: int, paras: Collection[int]) -> float:
        """How much of what a head says some paragraphs say, 0 to about 1.5."""
        hits = self.tables.hits[head]
        words = dict(hit for k in hits if k in paras for hit in hits[k])
        return sum(words.values()) / self.tables.measures[head]

    def told(self, head: int, first: int, last: int) -> float:
        """The part of all that a page says of a head that the paragraphs from ``first`` to ``last`` say, 0 to 1."""
        if head not in self._told:
            self._told[head] = _shares(self.tables.sums[head])
        return self._told[head][last + 1] - self._told[head][first]

    def starts(self, head: int, k: int) -> float:
        """How well a head would stand over an article that begins with paragraph ``k``."""
        if (head, k) not in self._starts:
            self._starts[head, k] = self.goodness[head] + score(self.tables.start(head, k))
        return self._starts[head, k]


def _shares(amounts: Sequence[float]) -> list[float]:
    """For every place the part of the whole that stands before it."""
    total = sum(amounts) or 1.0
    return list(itertools.accumulate((x / total for x in amounts), initial=0.0))


def runs(paras: Collection[int]) -> list[list[int]]:
    """Paragraphs that follow each other in the dump, put together."""
    out: list[list[int]] = []
    for k in sorted(paras):
        if out and out[-1][-1] == k - 1:
            out[-1].append(k)
        else:
            out.append([k])
    return out
