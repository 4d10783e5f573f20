"""The assignment of headlines, and the parts of a headline."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.segment import titles
from newsarchive.segment.heads import Block

TABLES = st.integers(1, 4).flatmap(
    lambda n: st.integers(1, 4).flatmap(
        lambda m: st.lists(st.lists(st.integers(-5, 9), min_size=m, max_size=m), min_size=n, max_size=n)
    )
)


def best_sum(table: list[list[int]]) -> int:
    """The greatest sum by trying every assignment; a row may stay alone."""
    rows, columns = len(table), len(table[0])
    options = [*range(columns), *[None] * rows]
    return max(
        sum(table[r][c] for r, c in enumerate(pick) if c is not None) for pick in itertools.permutations(options, rows)
    )


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_assignment_is_the_best_there_is(table: list[list[int]]) -> None:
    got = titles.assign(table)
    used = [c for c in got if c >= 0]
    assert len(used) == len(set(used))
    assert sum(table[r][c] for r, c in enumerate(got) if c >= 0) == best_sum(table)


def test_no_blocks_no_headlines() -> None:
    assert titles.assign([[], []]) == [-1, -1]
    assert titles.assign([]) == []


def block(flat: str) -> Block:
    return Block((0,), flat, False, False, float(len(flat)))


@pytest.mark.parametrize(
    ("stack", "parts"),
    [
        (["部长在大会上强调", "为推进工业化提供支撑"], ([0], [1], [])),
        (["会议综述", "一根网线，牵动万千车间"], ([0], [1], [])),
        (["谁来种地，地怎么种", "来自临江县的调查"], ([], [0], [1])),
        (["读书", "在菜市场里写诗的人", "——读《秤杆与月亮》"], ([0], [1], [2])),
        (["秋粮收购工作会议召开"], ([], [0], [])),
    ],
)
def test_kicker_headline_subtitle(stack: list[str], parts: tuple[list[int], list[int], list[int]]) -> None:
    assert titles.split_stack([block(s) for s in stack], 0) == parts
