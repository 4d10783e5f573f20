"""Rows of a page drawn with blanks, put back to where they stand on paper."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.segment.lines.layout import Piece
from newsarchive.segment.lines.levels import levelled

# Rows as the places where their pieces begin; every piece is ten places wide.
Rows = Sequence[Sequence[int]]


def pieces(rows: Rows) -> list[list[Piece]]:
    return [
        [Piece(100 * n + left, 100 * n + left + 10, n, left, left + 10) for left in row] for n, row in enumerate(rows)
    ]


def level(rows: Rows) -> list[list[int]]:
    return [[p.left for p in row] for row in levelled(pieces(rows))]


CASES = {
    # Three columns beside a line of large type, three lines of each drawn one column after the other.
    "stairs": (
        [[0, 20, 40], [0], [0], [0], [20], [20], [20], [40], [40], [40], [0, 20, 40]],
        [[0, 20, 40], [0, 20, 40], [0, 20, 40], [0, 20, 40], [0, 20, 40]],
    ),
    # The first line of a paragraph is indented, and stands in its column all the same.
    "an indent": ([[0], [2], [20], [23]], [[0, 20], [2, 23]]),
    # The large type stands on the last row, right of the last column.
    "the large type": ([[0], [0], [20], [20, 40], [0, 20]], [[0, 20], [0, 20, 40], [0, 20]]),
    # The large type stands between the columns, on one row with the first line of the last.
    "the large type between": ([[0], [0], [0], [20, 40], [40], [0]], [[0, 20, 40], [0, 40], [0], [0]]),
    # What stands right of all stairs goes down again in a column that is none of them.
    "a long column behind": ([[0], [0], [20], [20], *[[40]] * 5], [[0, 20], [0, 20], *[[40]] * 5]),
    # A column has a line less there: it is level with the first ones.
    "fewer lines": ([[0], [0], [0], [20], [20]], [[0, 20], [0, 20], [0]]),
}


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES)
def test_what_was_drawn_as_stairs_is_level_again(rows: Rows, expected: Rows) -> None:
    assert level(rows) == expected


APART = {
    "a page as it is": [[0, 20], [0, 20], [20], [0]],
    # Columns whose lines are not level are drawn in turns.
    "in turns": [[0], [20], [0], [20]],
    # A story ends on the left above another one on the right.
    "a story above another": [[0], [0], [0], [0], [0], [20], [20], [20], [20], [20]],
    "a blank row between them": [[0], [0], [], [20], [20]],
    # What stands farther left begins a new row of the page.
    "down again": [[20], [20], [0], [0]],
    # What stands below the first column in part is no column beside it.
    "one over the other": [[0], [0], [8], [8]],
    "nothing": [],
}


@pytest.mark.parametrize("rows", APART.values(), ids=APART)
def test_other_rows_stay_as_they_are(rows: Rows) -> None:
    assert level(rows) == [list(row) for row in rows]


@given(st.lists(st.lists(st.sampled_from(range(0, 60, 5)), max_size=3, unique=True).map(sorted), max_size=20))
def test_no_piece_is_lost_and_rows_are_counted_anew(rows: Rows) -> None:
    made = levelled(pieces(rows))
    assert sorted(p.start for row in made for p in row) == sorted(p.start for row in pieces(rows) for p in row)
    assert all(p.row == n for n, row in enumerate(made) for p in row)
