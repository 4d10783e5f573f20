"""How sure an article is: a chance, and in which direction each sign moves it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.segment.confidence import Signs, confidence, features
from newsarchive.segment.weights import CONFIDENCE

ORDINARY = Signs(
    headline=True,
    affinity=0.8,
    margin=2.0,
    marked_start=False,
    marked_end=False,
    torn=0,
    paragraphs=4,
    style="para",
)
ANY = st.builds(
    Signs,
    headline=st.booleans(),
    affinity=st.floats(0, 50),
    margin=st.floats(0, 10),
    marked_start=st.booleans(),
    marked_end=st.booleans(),
    torn=st.integers(0, 200),
    paragraphs=st.integers(1, 500),
    style=st.sampled_from(["none", "para", "any"]),
)


@given(ANY)
def test_it_is_a_chance(signs: Signs) -> None:
    assert 0.0 <= confidence(signs) <= 1.0


@given(ANY)
def test_no_sign_weighs_more_than_whole(signs: Signs) -> None:
    assert all(0.0 <= amount <= 1.0 for amount in features(signs).values())


@given(ANY, st.floats(0, 10), st.floats(0, 10))
def test_it_rises_with_the_margin(signs: Signs, a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert confidence(replace(signs, margin=low)) <= confidence(replace(signs, margin=high))


@pytest.mark.parametrize(
    "surer",
    [
        pytest.param(replace(ORDINARY, margin=4.0), id="wider margin"),
        pytest.param(replace(ORDINARY, affinity=1.6), id="a headline that says more of the text"),
        pytest.param(replace(ORDINARY, marked_start=True), id="a lead or byline"),
        pytest.param(replace(ORDINARY, marked_end=True), id="a signature or jump line"),
    ],
)
def test_what_makes_it_surer(surer: Signs) -> None:
    assert confidence(surer) > confidence(ORDINARY)


@pytest.mark.parametrize(
    "doubtful",
    [
        pytest.param(replace(ORDINARY, margin=0.0), id="another reading scores the same"),
        pytest.param(replace(ORDINARY, headline=False, affinity=0.0), id="no headline"),
        pytest.param(replace(ORDINARY, torn=2), id="torn paragraphs"),
        pytest.param(replace(ORDINARY, reordered=True), id="the page was put into reading order"),
        pytest.param(replace(ORDINARY, style="any"), id="blank lines that mean nothing"),
    ],
)
def test_what_makes_it_doubtful(doubtful: Signs) -> None:
    assert confidence(doubtful) < confidence(ORDINARY)


def test_every_weight_weighs_a_sign() -> None:
    styles = {name for style in ("none", "para", "any") for name in features(replace(ORDINARY, style=style))}
    assert set(CONFIDENCE) <= styles
