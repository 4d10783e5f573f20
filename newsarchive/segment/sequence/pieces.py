"""Pieces of columns that an extractor printed in a wrong order, put behind each other again.

An extractor that guesses the reading order from where the type stands takes a page apart into pieces of columns and
prints a blank line behind each. A piece ends where its column does, or where something beside it begins or ends; so
pieces of other articles may stand between two of one column, or the lower one may come first. What tells of it is a
sentence that breaks off at the end of a piece, does not go on in the next one, and goes on at the head of another: a
word runs across the cut, or a quotation begun here is closed there. The pieces that are left then, torn ends with
nothing torn behind them and torn beginnings with nothing torn before them, go with those that speak of the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsarchive.segment.kin.kinship import Kinship
from newsarchive.segment.lines.line import Line, gap_style
from newsarchive.segment.roles.contacts import is_contact
from newsarchive.segment.roles.form import BODY, DISPLAY, Form
from newsarchive.segment.sequence.flow import Para, Torn, other_width
from newsarchive.segment.weights import LINK, weighed

# Nats that speak for a piece going on with another, at least: a word cut in two gives two and more, marks and chance
# neighbours less than one. By how much it must be ahead of all else that either of the two may belong to, and how much
# speaks for a piece belonging where it stands.
SURE, AHEAD, IN_PLACE = 1.5, 1.0, 1.0
# The same where all that goes on in place, or surely does elsewhere, is out of the way: few are left then, and what
# they speak of tells which are of one article: by as much of their kinship (kinship.py), which is below 0 for most.
SURE_LEFT, AHEAD_LEFT, KIN = -1.2, 0.3, 0.6
# What is printed so few pieces before another does not come behind it, as far as none of the two says so by itself.
RIGHT_BEFORE = 2
# Ems that the first line of a paragraph of two lines and more cannot leave free: its indent and half as much.
SHORT = 3.0
# Ems that any other line of a column may leave free: marks squeezed, a figure not parted.
LOOSE = 1.6
# Pairs of a torn end and a beginning that are looked at: what has more is no printed page.
MOST_PAIRS = 10_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stand together, and the fragments of text that begin with the first and end with the last of them
    (-1: none does).
    """

    lines: range
    head: int
    tail: int


def in_order(lines: list[Line], forms: list[Form], torn: Torn) -> list[Line] | None:
    """The lines of a page with every piece right behind the one whose sentence it goes on with; None if blank lines do
    not part pieces, or none stands in a wrong place.
    """
    if gap_style(lines) != "any":
        return None
    paras = torn.paras
    begins = {p.lines[0]: k for k, p in enumerate(paras)}
    ends = {p.lines[-1]: k for k, p in enumerate(paras)}
    pieces = [Piece(held, begins.get(held[0], -1), ends.get(held[-1], -1)) for held in _cut(lines, paras)]
    text = [n for n, p in enumerate(pieces) if any(forms[i] in BODY for i in p.lines)]
    after = _followers(pieces, text, torn)
    if not after:
        return None
    led = _led(pieces, after, forms, torn)
    order = _chained(pieces, {a: b for a, b in after.items() if b not in led}, led)
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
    tails = [n for n in text if _breaks_off(pieces[n], torn)]
    heads = [n for n in text if pieces[n].head >= 0 and not torn.seen[pieces[n].lines[0]].lead]
    if len(tails) * len(heads) > MOST_PAIRS:
        return {}
    found = _chosen(
        {
            (a, b): _goes_on(torn, pieces[a].tail, pieces[b].head) + (IN_PLACE if follow.get(a) == b else 0.0)
            for a in tails
            for b in heads
        },
        {},
        SURE,
        AHEAD,
    )
    sure = found
    found = _chosen(_left_over(pieces, text, torn, found), found, SURE_LEFT, AHEAD_LEFT)
    moved = {a: b for a, b in found.items() if follow.get(a) != b}
    in_place = _in_place(pieces, text, torn, found) | found
    for first, last in list(moved.items()):
        # What goes on with a piece that moves goes with it.
        joined = found if first in sure else in_place
        while last in joined and last not in moved:
            moved[last] = joined[last]
            last = joined[last]
    return moved


def _chosen(
    left: Mapping[tuple[int, int], float], found: Mapping[int, int], sure: float, ahead: float
) -> dict[int, int]:
    """The followers found, and those for which no less than ``sure`` speaks, and so much more than for all else that
    either of the two may belong to.
    """
    out = dict(found)
    while True:
        # What is found leaves the others less to choose from; no piece comes behind itself.
        taken = set(out.values())
        left = {
            (a, b): v for (a, b), v in left.items() if a not in out and b not in taken and _last_behind(b, out) != a
        }
        rows, columns = _two_best(left, 0), _two_best(left, 1)
        best = [
            (value, a, b)
            for (a, b), value in left.items()
            if value >= sure and all(value - (v if v < value else w) >= ahead for v, w in (rows[a], columns[b]))
        ]
        if not best:
            return out
        _, first, second = max(best)
        out[first] = second


def _two_best(left: Mapping[tuple[int, int], float], side: int) -> dict[int, tuple[float, float]]:
    """The two highest values of every first (``side`` 0) or second piece of the pairs."""
    out: dict[int, tuple[float, float]] = {}
    for pair, value in left.items():
        high, low = out.get(pair[side], (float("-inf"), float("-inf")))
        out[pair[side]] = (value, high) if value > high else (high, max(low, value))
    return out


def _left_over(
    pieces: Sequence[Piece], text: Sequence[int], torn: Torn, found: dict[int, int]
) -> dict[tuple[int, int], float]:
    """How much speaks, what they speak of included, for the pieces that begin within a sentence and come behind none
    that breaks off going on with those that break off and have none such behind them.
    """
    joined = found | _in_place(pieces, text, torn, found)
    taken = set(joined.values())
    # A line alone that breaks off is no column but a headline, say.
    ends = [n for n in text if n not in joined and _full_end(pieces[n], torn)]
    # Whom to ask needs no full stop.
    ends = [n for n in ends if not is_contact(torn.lines[pieces[n].lines[-1]].flat)]
    starts = [n for n in text if n not in taken and _torn(pieces[n], torn) and not _one_line(pieces[n], torn)]
    kinship = Kinship(torn.texts, torn.vocabulary) if ends and starts else None
    out: dict[tuple[int, int], float] = {}
    for a, b in itertools.product(ends, starts):
        end, start = pieces[a].tail, pieces[b].head
        if kinship and not 0 < a - b <= RIGHT_BEFORE and not other_width(torn.paras[end], torn.paras[start]):
            before, behind = torn.together(end, -1), torn.together(start, 1)
            kin = kinship.belongs(behind, frozenset(before), before=len(torn.paras))
            out[a, b] = _goes_on(torn, end, start) + KIN * kin
    return out


def _in_place(pieces: Sequence[Piece], text: Sequence[int], torn: Torn, found: Mapping[int, int]) -> dict[int, int]:
    """The pieces that break off, and behind which one stands that begins so, if nothing better was found for either."""
    taken = set(found.values())
    return {
        a: b
        for a, b in itertools.pairwise(text)
        if a not in found and b not in taken and _breaks_off(pieces[a], torn) and _torn(pieces[b], torn)
    }


def _breaks_off(piece: Piece, torn: Torn) -> bool:
    """Whether a piece ends within a sentence."""
    return piece.tail >= 0 and torn.paras[piece.tail].open_end


def _full_end(piece: Piece, torn: Torn) -> bool:
    """Whether a piece of two lines and more ends within a sentence, at the end of a line that fills its column."""
    return len(piece.lines) > 1 and _breaks_off(piece, torn) and torn.seen[piece.lines[-1]].short <= LOOSE


def _torn(piece: Piece, torn: Torn) -> bool:
    """Whether a piece may begin within a paragraph."""
    return piece.head >= 0 and torn.paras[piece.head].torn_start


def _one_line(piece: Piece, torn: Torn) -> bool:
    """Whether a piece is a line that may be anything: it ends no sentence that it did not begin."""
    return len(piece.lines) == 1 and (_breaks_off(piece, torn) or not torn.paras[piece.head].open_start)


def _last_behind(piece: int, after: Mapping[int, int]) -> int:
    """The last of the pieces that follow a piece, or the piece itself."""
    while piece in after:
        piece = after[piece]
    return piece


def _goes_on(torn: Torn, i: int, j: int) -> float:
    """How much speaks for fragment ``j`` going on with what fragment ``i`` left open."""
    told = torn.edges(i, j)
    start = torn.paras[j]
    if len(start.lines) == 1 and torn.seen[start.lines[0]].short > SHORT:
        # Few paragraphs are so short, and every other one ends so.
        told.pop("read as start", None)
    return weighed(LINK, told.items())


def _led(pieces: Sequence[Piece], after: Mapping[int, int], forms: Sequence[Form], torn: Torn) -> dict[int, int]:
    """The pieces right below display type that go on with the first line of a paragraph, printed alone, and with which:
    below a subhead no text begins inside a sentence, so that it is the line that stands in a wrong place.
    """
    taken = set(after.values())

    def alone(piece: Piece) -> bool:
        return len(piece.lines) == 1 and piece.head >= 0 and not torn.paras[piece.head].open_start

    def below_display(piece: Piece) -> bool:
        return piece.lines[0] > 0 and forms[piece.lines[0] - 1] is DISPLAY

    return {b: a for a, b in after.items() if a not in taken and alone(pieces[a]) and below_display(pieces[b])}


def _chained(pieces: Sequence[Piece], after: Mapping[int, int], led: Mapping[int, int]) -> list[int]:
    """The lines with every piece behind the one that it goes on with, or the ``led`` ones behind the line that is put
    there.
    """
    moved = {*after.values(), *led.values()}
    out: list[int] = []
    for n in range(len(pieces)):
        step: int | None = None if n in moved else n
        while step is not None:
            if step in led:
                out.extend(pieces[led[step]].lines)
            out.extend(pieces[step].lines)
            step = after.get(step)
    return out
