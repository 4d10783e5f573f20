"""Pieces of one article that the dump has in several places: found, joined, and put in order.

A column that ends with a paragraph leaves no torn sentence behind, so the division (pair.py) cannot know that the
next column takes the article up again. Here every piece that does not begin like an article is compared with the
others; how likely it belongs to one of them is a sum of weighted evidence (weights.JOIN).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.segment.flow import Para, link
from newsarchive.segment.lines import Line
from newsarchive.segment.pair import Piece, Tables
from newsarchive.segment.roles import Look
from newsarchive.segment.vocabulary import Vocabulary, tokens
from newsarchive.segment.weights import JOIN

Features = list[tuple[str, float]]

# Of the pieces that score as much, about half belong to the article they are most like.
LEAST = -0.3


@dataclass(frozen=True, slots=True)
class Group:
    """An article: its paragraphs in order, and the head it stands under (an index of the page's stacks, or -1)."""

    paras: tuple[int, ...]
    head: int


def join_features(tables: Tables, paras: Sequence[Para], s: Piece, a: Piece, others: Sequence[Piece]) -> Features:
    """What speaks for piece ``s`` being a part of the article that piece ``a`` begins."""
    page = tables.page
    here = page.between[s.first]
    out: Features = [("join", 1.0)]
    own = _kin(tables, s, a)
    rest = max((_kin(tables, s, o) for o in others if o not in (s, a)), default=0.0)
    out.append(("join:alike", own))
    out.append(("join:more alike", own - rest))
    if a.head >= 0:
        out.append(("join:head", max(-1.0, min(2.0, sum(tables.related[a.head][s.first : s.last + 1])))))
    if here.opens:
        out.append(("join:opens", 1.0))
    if here.byline:
        out.append(("join:byline", 1.0))
    if here.closed:
        out.append(("join:behind an end", 1.0))
    if s.head >= 0:
        out.append(("join:headed", 1.0))
        if "fit:inside" in page.fitness[s.head] and len(page.stacks[s.head]) == 1:
            out.append(("join:subhead", 1.0))
        out.append(("join:own head", max(-1.0, min(2.0, sum(tables.related[s.head][s.first : s.last + 1])))))
    if here.torn or here.elsewhere:
        out.append(("join:torn", 1.0))
    if a.last + 1 < tables.count and page.between[a.last + 1].closed:
        out.append(("join:ended", 1.0))
    widths = paras[a.last].column, paras[s.first].column
    if all(widths) and abs(widths[0] - widths[1]) > 1.3:
        out.append(("join:other width", 1.0))
    # A page painted column by column has many torn sentences, and leaves every article as often between paragraphs.
    torn = sum(b.elsewhere for b in page.between)
    out.append(("join:scanned", min(1.0, torn / 4)))
    out.append(("join:later" if s.first > a.last else "join:earlier", 1.0))
    if s.first == a.last + 1:
        out.append(("join:next", 1.0))
    return out


def _kin(tables: Tables, s: Piece, a: Piece) -> float:
    """How like the paragraphs of a piece are to those of another, on average over the first."""
    total = 0.0
    for k in range(s.first, s.last + 1):
        row = tables.alike[k]
        best = sorted((min(3.0, row[q]) for q in range(a.first, a.last + 1)), reverse=True)[:2]
        total += sum(best) / 2
    return total / (s.last - s.first + 1)


def reunite(tables: Tables, pieces: Sequence[Piece], paras: Sequence[Para]) -> list[Group]:
    """The articles of a page: pieces that belong together joined, most certain first."""
    offers = []
    for s in pieces:
        for a in pieces:
            if a is s:
                continue
            value = sum(JOIN.get(name, 0.0) * v for name, v in join_features(tables, paras, s, a, pieces))
            if value > LEAST:
                offers.append((-value, s.first, a.first))
    into: dict[int, int] = {}

    def root(first: int) -> int:
        while first in into:
            first = into[first]
        return first

    for _, s_first, a_first in sorted(offers):
        if s_first not in into and root(a_first) != s_first:
            into[s_first] = a_first
    groups: dict[int, list[Piece]] = {}
    for piece in pieces:
        groups.setdefault(root(piece.first), []).append(piece)
    out = []
    for first, held in groups.items():
        head = next(p.head for p in held if p.first == first)
        out.append(Group(tuple(k for p in held for k in range(p.first, p.last + 1)), head))
    return out


@dataclass(frozen=True, slots=True)
class Ordered:
    """The paragraphs of an article in order, as indices; ``joined`` are those that go on with the one before."""

    paras: tuple[int, ...]
    joined: frozenset[int]


def ordered(
    group: Group, paras: Sequence[Para], lines: Sequence[Line], seen: Sequence[Look], heads: frozenset[int]
) -> Ordered:
    """Put the pieces of an article in order: the piece under the headline or with the lead first, then what goes on
    where another piece was left open, the rest as it stands.

    ``heads`` are the lines of the article's headline and byline.
    """
    runs: list[list[int]] = []
    for k in group.paras:
        if runs and runs[-1][-1] == k - 1 and paras[k - 1].lines[-1] < paras[k].lines[0]:
            runs[-1].append(k)
        else:
            runs.append([k])
    if len(runs) == 1:
        return Ordered(group.paras, frozenset())
    after = _goes_on(runs, paras, lines, seen)
    followers = set(after.values())

    def opens(run: list[int]) -> bool:
        line = paras[run[0]].lines[0]
        return seen[line].lead or line - 1 in heads

    free = [r for r in range(len(runs)) if r not in followers]
    # Something must come first, even where the links go round.
    free = free or [0]
    first = min(free, key=lambda r: (not opens(runs[r]), paras[runs[r][0]].open_start, r))
    free = [first, *(r for r in free if r != first)]
    order: list[int] = []
    for r in free:
        step: int | None = r
        while step is not None and step not in order:
            order.append(step)
            step = after.get(step)
    order.extend(r for r in range(len(runs)) if r not in order)
    joined = frozenset(runs[b][0] for a, b in after.items() if order.index(b) == order.index(a) + 1)
    return Ordered(tuple(k for r in order for k in runs[r]), joined)


def _goes_on(
    runs: list[list[int]], paras: Sequence[Para], lines: Sequence[Line], seen: Sequence[Look]
) -> dict[int, int]:
    """Which run goes on with the sentence that a run was left in, best match first."""
    words = [tokens("".join(lines[i].flat for i in p.lines)) for p in paras]
    vocabulary = Vocabulary(words)
    offers = []
    for a, left in enumerate(runs):
        for b, right in enumerate(runs):
            i, j = left[-1], right[0]
            if a != b and paras[i].open_end and paras[j].open_start:
                offers.append((-link(paras, i, j, lines, seen, words, vocabulary), a, b))
    after: dict[int, int] = {}
    for _, a, b in sorted(offers):
        step = b
        while step in after:
            step = after[step]
        if a not in after and b not in after.values() and step != a:
            after[a] = b
    return after
