"""Pieces of columns that an extractor printed in a wrong order, put behind each other again.

An extractor that guesses the reading order from where the type stands takes a page apart into pieces of columns and
prints a blank line behind each. A piece ends where its column does, or where something beside it begins or ends; so
pieces of other articles may stand between two of one column, or the lower one may come first. What tells of it is a
sentence that breaks off at the end of a piece, does not go on in the next one, and goes on at the head of another: a
word runs across the cut, or a quotation begun here is closed there.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsarchive.segment.flow import Para, Torn, fragments, text_of
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import BODY, Form, Look, gap_style
from newsarchive.segment.seam import Seams
from newsarchive.segment.vocabulary import Vocabulary, tokens
from newsarchive.segment.weights import LINK, weighed

# Nats that speak for a piece going on with another, at least: a word cut in two gives two and more, marks and chance
# neighbours less than one. By how much it must be ahead of all else that either of the two may belong to, and how much
# speaks for a piece belonging where it stands.
SURE, AHEAD, IN_PLACE = 1.5, 1.0, 1.0
# Ems that the first line of a paragraph of two lines and more cannot leave free: its indent and half as much.
SHORT = 3.0
# What tells whether a text goes on, wherever the two pieces of it stand (flow.py).
PLACELESS = frozenset(
    {
        "word",
        "said",
        "said at length",
        "quote",
        "quote unfinished",
        "quote unopened",
        "same width",
        "other width",
        "short end",
        "read as start",
        "read as start, full",
    }
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stand together, and the fragments of text that begin with the first and end with the last of them
    (-1: none does).
    """

    lines: range
    head: int
    tail: int


def in_order(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Line] | None:
    """The lines of a page with every piece right behind the one whose sentence it goes on with; None if blank lines do
    not part pieces, or none stands in a wrong place.
    """
    if gap_style(lines) != "any":
        return None
    paras = fragments(lines, forms, seen)
    words = [tokens(text_of(p, lines)) for p in paras]
    torn = Torn(paras, lines, seen, words, Vocabulary(words), Seams(line.flat for line in lines))
    begins = {p.lines[0]: k for k, p in enumerate(paras)}
    ends = {p.lines[-1]: k for k, p in enumerate(paras)}
    pieces = [Piece(held, begins.get(held[0], -1), ends.get(held[-1], -1)) for held in _cut(lines, paras)]
    text = [n for n, p in enumerate(pieces) if any(forms[i] in BODY for i in p.lines)]
    after = _followers(pieces, text, torn)
    if not after:
        return None
    order = _chained(pieces, after)
    joined = {pieces[n].lines[0] for n in after.values()}
    return [
        # What stands behind what it stood behind before is as it was.
        lines[i] if before == i - 1 else replace(lines[i], gap=i not in joined)
        for before, i in itertools.pairwise([-1, *order])
    ]


def _cut(lines: Sequence[Line], paras: Sequence[Para]) -> Iterator[range]:
    """Cut a page at its blank lines, and where a sentence is torn at a headline or at anything else that is no text."""
    text = {i for p in paras for i in p.lines}
    torn = {p.lines[0] for p in paras if p.torn_start} | {p.lines[-1] + 1 for p in paras if p.open_end}
    at = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or lines[i].gap or (i in torn and (i in text) != (i - 1 in text)):
            yield range(at, i)
            at = i


def _followers(pieces: Sequence[Piece], text: Sequence[int], torn: Torn) -> dict[int, int]:
    """For the pieces whose sentence surely goes on elsewhere than in the next piece the one in which it does."""
    follow = dict(itertools.pairwise(text))
    tails = [n for n in text if pieces[n].tail >= 0 and torn.paras[pieces[n].tail].open_end]
    heads = [n for n in text if pieces[n].head >= 0 and not torn.seen[pieces[n].lines[0]].lead]
    left = {
        (a, b): _goes_on(torn, pieces[a].tail, pieces[b].head) + (IN_PLACE if follow.get(a) == b else 0.0)
        for a in tails
        for b in heads
        if a != b
    }
    out: dict[int, int] = {}
    while True:
        sure = [
            (value, a, b)
            for (a, b), value in left.items()
            if value >= SURE and all(value - v >= AHEAD for (x, y), v in left.items() if (x == a) != (y == b))
        ]
        if not sure:
            return {a: b for a, b in out.items() if follow.get(a) != b}
        _, first, second = max(sure)
        out[first] = second
        # What is found leaves the others less to choose from; no piece comes behind itself.
        left = {(a, b): v for (a, b), v in left.items() if a != first and b != second and a not in _behind(b, out)}


def _behind(piece: int, after: Mapping[int, int]) -> set[int]:
    """A piece and those that follow it."""
    out = {piece}
    while piece in after:
        piece = after[piece]
        out.add(piece)
    return out


def _goes_on(torn: Torn, i: int, j: int) -> float:
    """How much speaks for fragment ``j`` going on with what fragment ``i`` left open."""
    told = {name: amount for name, amount in torn.features(i, j).items() if name in PLACELESS}
    start = torn.paras[j]
    if len(start.lines) == 1 and torn.seen[start.lines[0]].short > SHORT:
        # Few paragraphs are so short, and every other one ends so.
        told.pop("read as start", None)
    return weighed(LINK, told.items())


def _chained(pieces: Sequence[Piece], after: Mapping[int, int]) -> list[int]:
    """The lines with every piece behind the one that it goes on with."""
    moved = set(after.values())
    out: list[int] = []
    for n in range(len(pieces)):
        step: int | None = None if n in moved else n
        while step is not None:
            out.extend(pieces[step].lines)
            step = after.get(step)
    return out
