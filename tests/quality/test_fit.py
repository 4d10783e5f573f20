"""The tools that learn the weights: they run, and what they learn is better than knowing nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest

from newsarchive.segment import weights
from newsarchive.segment.roles import forget_scores
from tests.quality.fit import gold, learn
from tests.quality.fit.__main__ import TABLES, WEIGHTS, written

EPOCHS = {"line": 1, "link": 5, "pair": 1, "take": 3, "title": 2, "confidence": 5}


@pytest.fixture
def restored() -> Iterator[None]:
    """The tables of the process as they were: learning changes them in place."""
    tables = (weights.LINE, weights.PAIR, weights.TITLE)
    before = [dict(table) for table in tables]
    yield
    for table, old in zip(tables, before, strict=True):
        table.clear()
        table.update(old)
    forget_scores()


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("name", TABLES)
def test_a_table_can_be_learned_again(name: str) -> None:
    shipped = set(tomllib.loads(WEIGHTS.read_text("utf-8"))[name])
    learned = TABLES[name][0](gold.bench([2]), epochs=EPOCHS[name])
    # The shipped table knows every feature that a page shows, but for those too rare to have been seen.
    assert len(set(learned) & shipped) >= 0.7 * len(learned)
    assert any(value for value in learned.values())


def test_a_table_is_written_between_its_comments() -> None:
    text = '# first\n[a]\n"x" = 1.00\n\n# second\n[b]\n"y" = 2.00\n'
    assert written(text, "a", {"z": 0.5, "w": -1.0}) == text.replace('"x" = 1.00', '"w" = -1.00\n"z" = 0.50')
    assert written(text, "b", {"z": 0.5}).endswith('[b]\n"z" = 0.50\n')


def test_logistic_regression_tells_what_speaks_for_and_against() -> None:
    rows = [({"for": 1.0}, True), ({"against": 1.0}, False), ({"for": 1.0, "base": 1.0}, True)] * 5
    learned = learn.logistic(rows, ridge=0.1, epochs=50)
    assert learned["for"] > 0 > learned["against"]


def test_softmax_prefers_the_right_option() -> None:
    rows = [([{"a": 1.0}, {"b": 1.0}], 1)] * 5
    learned = learn.softmax(rows, ridge=0.1, epochs=50)
    assert learned["b"] > learned["a"]


def test_the_mean_of_a_perceptron_is_the_mean_of_its_steps() -> None:
    weights_ = {"a": 0.0}
    mean = learn.Average(weights_, rate=1.0)
    mean.count()
    mean.update({"a": 2.0}, {})
    mean.count()
    mean.settle()
    assert weights_ == {"a": 1.0}
