"""Bars over time, as the numbers that an SVG in the page needs.

The libraries that draw on a server (pygal, matplotlib) write styles or scripts of their own into the picture, which the
pages' Content-Security-Policy forbids, and colours that do not follow the reader's light or dark setting; the others
draw in the browser and need its scripts. Bars that are links, coloured by the style sheet, are four numbers each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# The picture is stretched to its place: its units are hundredths of the width, and as many to the height as look well.
WIDTH, HEIGHT = 100, 30
# A fifth of the room of a bar keeps it from the next.
_GAP = 0.2


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it stands for, how many, and its place; ``y`` counts from the top."""

    label: str
    count: int
    x: float
    y: float
    width: float
    height: float


def bars(counts: Sequence[tuple[str, int]]) -> list[Bar]:
    """Bars side by side, the highest of them as high as the picture; none for fewer than two, which show nothing."""
    most = max((count for _, count in counts), default=0)
    if len(counts) < 2 or not most:
        return []
    room = WIDTH / len(counts)
    heights = [HEIGHT * count / most for _, count in counts]
    return [
        Bar(label, count, round((index + _GAP / 2) * room, 3), round(HEIGHT - height, 3), round(room * (1 - _GAP), 3),
            round(height, 3))
        for index, ((label, count), height) in enumerate(zip(counts, heights, strict=True))
    ]  # fmt: skip
