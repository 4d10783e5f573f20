"""``column``: where a page painted column by column leaves an article and takes it up."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsarchive.segment.page import Reading, heads_found
from newsarchive.segment.roles.form import BODY
from newsarchive.segment.sequence import column_readings
from newsarchive.segment.sequence.column_signs import ColumnSigns
from newsarchive.segment.weights import COLUMN
from tests.quality.fit import gold, learn

# Beyond so many wrong lines a page is lost; it is not to outweigh those that can be had.
LOST = 20
# Readings kept while learning: fewer than in use, to be done in an hour.
BEAM = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A page with the heads that its first reading finds; for every line of text the one that it follows in truth, -1
    for the first of an article, None where nothing is known.
    """

    read: Reading
    heads: Sequence[int]
    before: Sequence[int | None]


def column(pages: Iterable[gold.Known], epochs: int = 2) -> learn.Weights:
    """Coordinate descent over the lines that are read behind the wrong one; the weights of now are where it starts.

    Every weight is moved up and down by its step; what does not help halves the step.
    """
    rows = [row for one in pages if (row := row_of(one)) is not None]
    rng = random.Random(8)
    names = sorted(COLUMN)
    steps = dict.fromkeys(names, 1.0)
    usual, column_readings.BEAM = column_readings.BEAM, BEAM
    best = wrong(rows)
    for _ in range(epochs):
        rng.shuffle(names)
        for name in names:
            old = COLUMN[name]
            for step in (steps[name], -steps[name]):
                COLUMN[name] = old + step
                if (now := wrong(rows)) < best:
                    best = now
                    break
                COLUMN[name] = old
            else:
                steps[name] /= 2
    column_readings.BEAM = usual
    return COLUMN


def wrong(rows: Iterable[Row]) -> int:
    """The lines that are read behind the wrong one, over all pages."""
    return sum(min(LOST, _wrong(row)) for row in rows)


def _wrong(row: Row) -> int:
    signs = ColumnSigns(row.read.lines, row.read.forms, row.read.seen, row.heads)
    chosen = column_readings.Columns(signs).read(takes=True).chosen
    return sum(true is not None and true != got for true, got in zip(row.before, _before(chosen), strict=True))


def _before(chosen: Sequence[int]) -> list[int | None]:
    """For every line the last one before it of the same article, -1 if there is none."""
    last: dict[int, int] = {}
    out: list[int | None] = []
    for b, n in enumerate(chosen):
        out.append(last.get(n, -1))
        last[n] = b
    return out


def row_of(one: gold.Known) -> Row | None:
    heads = heads_found(one.read)
    signs = ColumnSigns(one.read.lines, one.read.forms, one.read.seen, heads)
    if len(signs.body) < 2:
        return None
    owners = _owners(signs, one.truth)
    known = [owner if owner >= 0 else -2 - b for b, owner in enumerate(owners)]
    before = [None if owner < 0 else at for owner, at in zip(owners, _before(known), strict=True)]
    return Row(one.read, heads, before)


def _owners(signs: ColumnSigns, right: gold.Truth) -> list[int]:
    """The true article of every line of text, -1 for those of none: each article is read on from where it was left."""
    bodies = [gold.norm(a["body"]) for a in right["articles"]]
    done = [0] * len(bodies)
    out: list[int] = []
    for b in signs.body:
        assert signs.forms[b] in BODY
        text = gold.norm(signs.lines[b].flat)
        found = [a for a, body in enumerate(bodies) if body.startswith(text, done[a])]
        if not found and len(text) > LONG:
            # A line that the reading took for display type before it, or a mark that was lost, is passed over.
            found = [a for a, body in enumerate(bodies) if 0 <= body.find(text, done[a]) - done[a] < NEAR]
        last = next((a for a in reversed(out) if a >= 0), -1)
        owner = last if last in found else found[0] if found else -1
        if owner >= 0:
            done[owner] = bodies[owner].find(text, done[owner]) + len(text)
        out.append(owner)
    return out


# Characters of a line that are not found by chance, and how many may have been passed over before it.
LONG, NEAR = 5, 60
