"""Which piece of text takes up which article: an article may stand in several places of a dump.

The division (division.py) cuts the text of a page into pieces in the order of the dump. Read from the first to the
last, each piece either begins an article or takes up one that was begun before. A page painted column by column leaves
its articles at the foot of every column and takes them up in the same order in the next one, like a queue; so it
counts how many articles that still wait are passed over. How likely each choice is, is a sum of weighted evidence
(weights.TAKE, multinomial logistic regression); a beam keeps the best readings of the page.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsarchive.segment.articles.division import Scores, divide
from newsarchive.segment.articles.in_order import in_order
from newsarchive.segment.articles.pair import Page, Piece, Tables
from newsarchive.segment.articles.torn_heads import mended
from newsarchive.segment.articles.two_in_one import told_apart
from newsarchive.segment.kin.kinship import NOBODY
from newsarchive.segment.lines.line import Line
from newsarchive.segment.sequence.flow import Para, other_width, text_of
from newsarchive.segment.weights import TAKE, Features, weighed

# Readings kept after every piece, and how far they may be behind the best, in nats: in none of 655 dumps had the one
# that was the best in the end been further behind.
BEAM, BEHIND = 4, 2.0


@dataclass(frozen=True, slots=True)
class Group:
    """An article: its paragraphs in the order of the dump, how much each looks like the beginning of an article, the
    head it stands under (an index of the page's stacks, or -1), and how much worse the page would score otherwise.
    """

    paras: tuple[int, ...]
    begins: tuple[float, ...]
    head: int
    margin: float

    @property
    def members(self) -> frozenset[int]:
        """The paragraphs, in no order."""
        return frozenset(self.paras)


def owners(groups: Iterable[Group]) -> dict[int, int]:
    """Which article every paragraph is of."""
    return {k: a for a, group in enumerate(groups) for k in group.paras}


def groups(tables: Tables, paras: Sequence[Para], lines: Sequence[Line]) -> list[Group]:
    """The articles of a page as groups of its paragraphs."""
    if not paras:
        return []
    scores, page = Scores(tables), tables.page
    pieces = divide(scores)
    ordered = in_order(scores, pieces)
    pieces = ordered or pieces
    margins = {k: margin for piece, margin in zip(pieces, scores.margins(pieces), strict=True) for k in piece.paras}
    pieces = mended(pieces, scores.cuts, tables)
    if ordered:
        # Texts written in the order of their headlines are whole.
        found = [[piece] for piece in pieces]
    else:
        found = [[pieces[n] for n in story] for story in stories(Evidence(scores.tables, pieces, paras, lines))]
    out = []
    for held in told_apart(found, [head_of(story, page) for story in found], scores.tables):
        ks = tuple(k for piece in held for k in piece.paras)
        begins = tuple(scores.cuts[k] for k in ks)
        out.append(Group(ks, begins, head_of(held, page), min(margins[k] for k in ks)))
    return out


def stack_of(group: Group, page: Page) -> tuple[int, ...]:
    """The blocks that head a group."""
    return page.stacks[group.head] if group.head >= 0 else ()


def head_of(held: Sequence[Piece], page: Page) -> int:
    """The head of an article made of pieces: the first that is no subhead of its own, one between two paragraphs of it
    that follow each other.
    """
    ks = {k for piece in held for k in piece.paras}
    inner = {b for k in ks if k - 1 in ks for b in page.between[k].blocks}
    heads = [piece.head for piece in held if piece.head >= 0]
    return next((d for d in heads if inner.isdisjoint(page.stacks[d])), heads[0] if heads else -1)


@dataclass(frozen=True, slots=True)
class Story:
    """An article so far: its pieces, and when it was last taken up."""

    pieces: tuple[int, ...]
    visited: int


class Evidence:
    """What the pieces of a page say of each other; every pair is looked at once."""

    def __init__(self, tables: Tables, pieces: Sequence[Piece], paras: Sequence[Para], lines: Sequence[Line]) -> None:
        self.tables, self.pieces, self.paras, self.lines = tables, pieces, paras, lines
        self._members: dict[tuple[int, ...], frozenset[int]] = {}
        self._seam: dict[tuple[int, int], Features] = {}
        self._held = [frozenset(piece.paras) for piece in pieces]
        self._found: dict[tuple[int, tuple[int, ...]], Features] = {}
        # Whether an article ends with the last paragraph of each piece.
        self.ended = [tables.closed[p.last] for p in pieces]

    def members(self, pieces: tuple[int, ...]) -> frozenset[int]:
        """The paragraphs of some pieces, each taken up by those before it."""
        if pieces not in self._members:
            last = self._held[pieces[-1]]
            before = self.members(pieces[:-1]) if len(pieces) > 1 else None
            self._members[pieces] = last if before is None else self.tables.kinship.grown(before, last)
        return self._members[pieces]

    def belongs(self, s: int, story: Story) -> float:
        """How surely piece ``s`` belongs to an article so far."""
        piece = self.pieces[s]
        return self.tables.kinship.belongs(piece.paras, self.members(story.pieces), before=piece.first)

    def headed(self, s: int, head: int) -> float:
        """How surely a head is that of piece ``s``."""
        return self.tables.kinship.headed(self.tables.page.titles[head], self._held[s])

    def seam(self, s: int, a: int) -> Features:
        """What speaks for the text running from the end of piece ``a`` into piece ``s``."""
        if (s, a) not in self._seam:
            left, right = self.paras[self.pieces[a].last], self.paras[self.pieces[s].first]
            found = self.tables.page.seams.across(text_of(left, self.lines), text_of(right, self.lines))
            self._seam[s, a] = [(f"take:{name}", amount) for name, amount in found]
        return self._seam[s, a]

    def opens(self, s: int) -> bool:
        """Whether the words of piece ``s`` say that an article begins."""
        return self.tables.page.between[self.pieces[s].first].opens

    def shut(self, s: int, story: Story) -> bool:
        """Whether an article ended right before piece ``s``, with a jump line or a signature, and a head of its own
        stands over the piece.
        """
        piece = self.pieces[s]
        blocks = self.tables.page.between[piece.first].blocks
        headed = piece.head >= 0 and self.tables.page.stacks[piece.head][-1] in blocks
        return story.pieces[-1] == s - 1 and self.ended[s - 1] and headed

    def begins(self, s: int, stories: Sequence[Story]) -> Features:
        """What speaks for piece ``s`` beginning an article."""
        piece, page = self.pieces[s], self.tables.page
        here = page.between[piece.first]
        out: Features = [("new", 1.0)]
        flags = {
            "new:opens": here.opens,
            "new:byline": here.byline,
            "new:block": bool(here.blocks),
            "new:behind an end": here.closed,
            "new:torn start": self.paras[piece.first].open_start,
            "new:full start": self.paras[piece.first].full_start,
            f"new:{here.first_words}": bool(here.first_words),
            "new:none yet": not stories,
        }
        out.extend((name, 1.0) for name, on in flags.items() if on)
        if piece.head >= 0:
            related = sum(self.tables.related[piece.head][piece.first : piece.last + 1])
            out.append(("new:head", max(-1.0, min(2.0, related))))
            stack = page.stacks[piece.head]
            inside = len(stack) == 1 and "fit:inside" in page.fitness[piece.head] and stack[-1] in here.blocks
            out.append(("new:under a subhead" if inside else "new:headed", 1.0))
            out.extend((f"new:{name}", 1.0) for name in page.fitness[piece.head])
            if len(stack) > 1:
                out.append(("new:head of parts", 1.0))
            if stack[-1] in here.blocks:
                # Six: what is upright, or wider than its column and more, is no subhead.
                out.append(("new:bar", min(here.bar, 6.0) / 6))
        return out

    def takes(self, s: int, stories: Sequence[Story]) -> list[Features]:
        """For each article so far what speaks for piece ``s`` taking it up."""
        belongs = [self.belongs(s, story) for story in stories]
        best, second = heapq.nlargest(2, [*belongs, NOBODY, NOBODY])
        open_ends = [self.paras[self.pieces[story.pieces[-1]].last].open_end for story in stories]
        many: Features = [("take:many wait", 1.0)] if sum(open_ends) > 1 else []
        out: list[Features] = [[] for _ in stories]
        # From the article left longest ago to that left last: how many that have not ended were left before, and how
        # many of them inside a sentence.
        older = waiting = 0
        for rank, n in enumerate(sorted(range(len(stories)), key=lambda n: stories[n].visited)):
            out[n] = [
                *self._taken(s, stories[n]),
                ("take:belongs", belongs[n]),
                ("take:belongs more", belongs[n] - (second if belongs[n] == best else best)),
                ("take:passes waiting", min(waiting, 4.0)),
                ("take:passes", math.log1p(older - waiting)),
                ("take:since", math.log1p(len(stories) - 1 - rank)),
                *many,
            ]
            if not self.ended[stories[n].pieces[-1]]:
                older += 1
                waiting += open_ends[n]
        return out

    def _taken(self, s: int, story: Story) -> Features:
        """What the last piece of the article, its head and the piece say of it."""
        if (s, story.pieces) not in self._found:
            self._found[s, story.pieces] = self._told(s, story)
        return self._found[s, story.pieces]

    def _told(self, s: int, story: Story) -> Features:
        piece, last = self.pieces[s], story.pieces[-1]
        before, first = self.paras[self.pieces[last].last], self.paras[piece.first]
        out: Features = [("take", 1.0)]
        if before.open_end and first.torn_start:
            out.append(("take:torn", 1.0))
        elif before.open_end:
            out.append(("take:torn end", 1.0))
        elif first.open_start:
            out.append(("take:torn start", 1.0))
        if before.open_end:
            out.extend(self.seam(s, last))
        if other_width(before, first):
            out.append(("take:other width", 1.0))
        head = self.pieces[story.pieces[0]].head
        if head >= 0:
            out.append(("take:head", self.headed(s, head)))
        if self.ended[last]:
            out.append(("take:ended", 1.0))
        if last == s - 1:
            out.append(("take:previous", 1.0))
        return out

    def precedes(self, s: int, story: Story) -> Features | None:
        """What speaks for an article whose lower half stands first going on where piece ``s`` is left inside a
        sentence; None if that cannot be.
        """
        low = self.pieces[story.pieces[0]]
        if low.head >= 0 or not self.paras[low.first].open_start or not self.paras[self.pieces[s].last].open_end:
            return None
        return [*self.seam(story.pieces[0], s), ("take:belongs", max(0.0, self.belongs(s, story) - NOBODY))]


def stories(evidence: Evidence) -> list[tuple[int, ...]]:
    """The articles of a page as the pieces that they are made of, each in the order of the dump."""
    readings: list[tuple[float, tuple[Story, ...]]] = [(0.0, ())]
    for s in range(len(evidence.pieces)):
        fresh = []
        for value, known in readings:
            begins = weighed(TAKE, evidence.begins(s, known))
            options = [(begins, -1)]
            lower = ((evidence.precedes(s, story), n) for n, story in enumerate(known))
            options.extend((begins + weighed(TAKE, found), n) for found, n in lower if found is not None)
            # 本报讯, 上接, 编辑同志 open an article, wherever they stand.
            if not evidence.opens(s):
                options.extend(
                    (weighed(TAKE, found), n)
                    for n, found in enumerate(evidence.takes(s, known))
                    if not evidence.shut(s, known[n])
                )
            # Log probabilities: what is sure costs nothing, however many articles there are.
            top = max(v for v, _ in options)
            total = top + math.log(sum(math.exp(v - top) for v, _ in options))
            for v, n in options:
                fresh.append((value + v - total, n, s, known))
        best = heapq.nlargest(BEAM, fresh, key=lambda f: f[0])
        readings = [(value, step(known, n, s)) for value, n, s, known in best if value >= best[0][0] - BEHIND]
    return [story.pieces for story in readings[0][1]]


def step(known: tuple[Story, ...], n: int, s: int) -> tuple[Story, ...]:
    """The articles after piece ``s`` took up the one numbered ``n``, or began one (-1)."""
    if n < 0:
        return (*known, Story((s,), s))
    taken = Story((*known[n].pieces, s), s)
    return (*known[:n], taken, *known[n + 1 :])
