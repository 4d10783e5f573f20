"""What moves (moves.py) look like at a glance, for choosing those that are looked at closer.

A page has some hundreds of moves, and all that speaks for one (moving.py) takes long to find. What is soon seen of them
tells some of the rest besides: a piece that is like its article will be found to belong there. So moves are put into
order by what they weigh so far and what is to be expected of a closer look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsarchive.segment.articles.moves import Move, Standing
from newsarchive.segment.articles.moving import border, borders, by_itself, likeness, signatures
from newsarchive.segment.weights import GLANCE, MOVE, weighed


@dataclass(slots=True)
class Glance:
    """A move at a glance; never changed, as a line (lines.Line) never is."""

    move: Final[Move]
    kind: Final[str]
    value: Final[float]  # what is seen weighs so much
    expected: Final[float]  # and with what a closer look is expected to find


def glances(standing: Standing) -> Iterator[Glance]:
    """All moves worth looking at, at a glance (moving.first_sight)."""
    ground = standing.ground

    # What many moves have in common, their pieces and the borders of these, is weighed once.
    @cache
    def at_border(k: int, healed: bool) -> float:
        return weighed(MOVE, border(ground, k, healed))

    @cache
    def of_piece(first: int, last: int, kind: str) -> tuple[float, float]:
        seen = by_itself(ground, first, last, kind)
        return weighed(MOVE, seen), weighed(GLANCE[kind], seen)

    for move in standing.moves():
        kind = standing.kind(move)
        own, more = of_piece(move.first, move.last, kind)
        looked = [*likeness(standing, move, kind), *signatures(standing, move, kind)]
        value, healed = own + weighed(MOVE, looked), 0
        for k, heals in borders(standing, move):
            value += at_border(k, heals)
            healed += heals
        expected = more + weighed(GLANCE[kind], looked) + healed * GLANCE[kind].get("heal", 0.0)
        yield Glance(move, kind, value, value + expected)
