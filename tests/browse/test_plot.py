from __future__ import annotations

from itertools import pairwise

import pytest

from newsarchive.browse.plot import HEIGHT, WIDTH, bars


@pytest.mark.parametrize("counts", [[], [("2023-11", 5)], [("2023-11", 0), ("2023-12", 0)]])
def test_what_shows_nothing_is_not_drawn(counts: list[tuple[str, int]]) -> None:
    assert bars(counts) == []


def test_bars_stand_side_by_side_on_the_ground_as_high_as_their_counts() -> None:
    made = bars([("2023-10", 2), ("2023-11", 0), ("2023-12", 4)])
    assert [bar.height for bar in made] == [HEIGHT / 2, 0, HEIGHT]
    assert all(bar.y + bar.height == HEIGHT for bar in made)
    assert all(left.x + left.width < right.x for left, right in pairwise(made))
    assert made[0].x > 0
    assert made[-1].x + made[-1].width < WIDTH
