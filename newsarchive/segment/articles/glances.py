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

from newsarchive.segment.articles.ground import Ground
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


class Glances:
    """The moves of a page at a glance; what many of them have in common, their pieces and the borders of these, is
    weighed once, however the articles stand.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._border, self._piece = cache(self._weighed_at), cache(self._weighed_alone)

    def of(self, standing: Standing) -> Iterator[Glance]:
        """All moves worth looking at, at a glance (moving.first_sight)."""
        for move in standing.moves():
            kind = standing.kind(move)
            own, more = self._piece(move.first, move.last, kind)
            looked = [*likeness(standing, move, kind), *signatures(standing, move, kind)]
            value, healed = own + weighed(MOVE, looked), 0
            for k, heals in borders(standing, move):
                value += self._border(k, heals)
                healed += heals
            expected = more + weighed(GLANCE[kind], looked) + healed * GLANCE[kind].get("heal", 0.0)
            yield Glance(move, kind, value, value + expected)

    def _weighed_at(self, k: int, healed: bool) -> float:
        return weighed(MOVE, border(self._ground, k, healed))

    def _weighed_alone(self, first: int, last: int, kind: str) -> tuple[float, float]:
        seen = by_itself(self._ground, first, last, kind)
        return weighed(MOVE, seen), weighed(GLANCE[kind], seen)
