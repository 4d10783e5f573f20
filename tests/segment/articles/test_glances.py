"""What moves look like at a glance; see newsarchive/segment/articles/glances.py."""

from __future__ import annotations

from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.segment.articles.glances import Glances
from newsarchive.segment.articles.moves import Move
from newsarchive.segment.articles.moving import first_sight
from newsarchive.segment.weights import GLANCE, MOVE, weighed
from tests.segment.articles.test_moves import COUNT, PAGE, standing


@given(st.lists(st.integers(0, 3), min_size=COUNT, max_size=COUNT))
def test_a_glance_weighs_what_is_soon_seen_of_every_move(owners: list[int]) -> None:
    made = standing(owners)
    found = list(Glances(made.ground).of(made))
    assert [glance.move for glance in found] == list(made.moves())
    for glance in found:
        seen = first_sight(made, glance.move)
        assert glance.kind == made.kind(glance.move)
        assert glance.value == pytest.approx(weighed(MOVE, seen))
        assert glance.expected - glance.value == pytest.approx(weighed(GLANCE[glance.kind], seen))


def test_most_is_expected_of_the_move_that_puts_the_page_right() -> None:
    # The end of the text on the bridge stands with that on tea.
    found = Glances(PAGE).of(standing([0, 0, 1, 1, 1, 1, 2, 2, 2]))
    assert max(found, key=attrgetter("expected")).move == Move(1, 2, 2, 0)
