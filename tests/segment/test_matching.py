"""The best way to give each of some things to one of some others."""

from __future__ import annotations

import itertools
import random

import pytest

from newsarchive.segment.matching import best_pairs


@pytest.mark.parametrize(
    ("worth", "pairs"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param([[]], {}, id="nothing to give"),
        pytest.param([[2.0, 1.0]], {0: 0}, id="the better one"),
        pytest.param([[3.0, 2.0], [3.0, 0.0]], {0: 1, 1: 0}, id="together most, though not the best of each"),
        pytest.param([[1.0], [2.0]], {1: 0}, id="more rows than columns"),
        pytest.param([[0.0, -1.0], [-2.0, 4.0]], {1: 1}, id="what is worth nothing is no pair"),
    ],
)
def test_best_pairs(worth: list[list[float]], pairs: dict[int, int]) -> None:
    assert best_pairs(worth) == pairs


def test_no_other_pairs_are_worth_more() -> None:
    chance = random.Random(7)
    for _ in range(200):
        rows, columns = chance.randint(1, 4), chance.randint(1, 4)
        worth = [[float(chance.randint(-2, 5)) for _ in range(columns)] for _ in range(rows)]
        pairs = best_pairs(worth)
        assert len(set(pairs.values())) == len(pairs)
        ways = itertools.permutations([*range(columns), *[-1] * rows], rows)
        most = max(sum(max(0.0, worth[r][c]) for r, c in enumerate(way) if c >= 0) for way in ways)
        assert sum(worth[r][c] for r, c in pairs.items()) == most
