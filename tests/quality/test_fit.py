"""The tools that learn the weights: they run, and what they learn is better than knowing nothing."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from newsarchive.segment import weights
from newsarchive.segment.articles import division
from newsarchive.segment.lines.line import gap_style
from newsarchive.segment.roles import role
from newsarchive.segment.roles.role import forget_scores
from tests.quality.fit import columning, gold, learn
from tests.quality.fit.__main__ import TABLES, WEIGHTS, written
from tests.quality.scoring import truth
from tests.segment.made import BRIDGE, LIBRARY, POMELO, painted

EPOCHS = {
    "line": 1,
    "link": 5,
    "tie": 3,
    "pair": 1,
    "belong": 1,
    "take": 3,
    "move": 1,
    "glance": 1,
    "left": 5,
    "title": 5,
    "confidence": 5,
}


def pages_for(name: str, *pages: str) -> list[Any]:
    """What a table is learned from: dumps that were read, or the true texts alone."""
    return list(map(truth, pages)) if name == "belong" else list(gold.bench(pages))


@pytest.fixture
def restored() -> Iterator[None]:
    """The tables of the process as they were: learning changes them in place."""
    tables = (weights.LINE, weights.PAIR, weights.COLUMN, weights.TITLE)
    before = [dict(table) for table in tables]
    yield
    for table, old in zip(tables, before, strict=True):
        table.clear()
        table.update(old)
    forget_scores()


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("name", [name for name in TABLES if name != "column"])
def test_a_table_can_be_learned_again(name: str) -> None:
    shipped = set(tomllib.loads(WEIGHTS.read_text("utf-8"))[name])
    learned = TABLES[name][0](pages_for(name, "dev_002"), epochs=EPOCHS[name])
    # The shipped table knows every feature that a page shows, but for those too rare to have been seen.
    assert len(set(learned) & shipped) >= 0.7 * len(learned)
    assert any(value for value in learned.values())


def wrong_lines(pages: list[gold.Known]) -> int:
    """Lines whose form is not the true one."""
    forget_scores()
    wrong = 0
    for one in pages:
        lines, seen = one.read.lines, one.read.seen
        got = role.best_path(lines, seen, gap_style(lines))
        wrong += sum(a is not b for a, b in zip(got, gold.forms(lines, seen, one.truth), strict=True))
    return wrong


def wrong_borders(pages: list[gold.Known]) -> int:
    """Borders of articles that were missed or are too many."""
    wrong = 0
    for one in pages:
        row = gold.divided(one)
        got = division.divide(division.Scores(row.tables))
        wrong += len({p.first for p in got} ^ {p.first for p in row.pieces()})
    return wrong


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize(
    ("name", "table", "wrong"),
    [
        ("line", weights.LINE, wrong_lines),
        ("pair", weights.PAIR, wrong_borders),
    ],
)
def test_a_learned_reading_is_better_than_none(
    name: str,
    table: learn.Weights,
    wrong: Callable[[list[gold.Known]], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = list(gold.bench(["dev_002", "dev_003"]))
    # From nothing: ``line`` goes on from the weights of now, which would hide what it learns.
    table.clear()
    forget_scores()
    empty = wrong(pages)
    # Where the learning starts, as no turn at all leaves it.
    monkeypatch.setattr(learn.Average, "settle", lambda mean: None)
    TABLES[name][0](pages, epochs=0)
    start = wrong(pages)
    monkeypatch.undo()
    TABLES[name][0](pages, epochs=3)
    assert wrong(pages) < min(empty, start)


def loss(learned: learn.Weights, options: list[learn.Features], right: int) -> float:
    """How surprised the weights are by the right option, in nats."""
    values = [learn.dot(learned, option) for option in options]
    return math.log(sum(map(math.exp, values))) - values[right]


@pytest.mark.parametrize("name", ["link", "tie", "belong", "take", "left", "title", "confidence"])
def test_a_learned_choice_is_better_than_a_guess(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Any] = []
    for way in ("logistic", "softmax", "any_of"):
        real = getattr(learn, way)
        monkeypatch.setattr(learn, way, lambda rows, real=real, **how: held.extend(rows) or real(rows, **how))
    learned = TABLES[name][0](pages_for(name, "dev_002", "dev_003"), epochs=EPOCHS[name])
    if name in ("belong", "take"):
        choices = [(options, right) for options, (right,) in held]
    else:
        # Yes or no is a choice between the row and nothing.
        choices = held if name in ("tie", "title") else [([{}, row], int(true)) for row, true in held]
    assert choices
    assert sum(loss(learned, *c) for c in choices) < sum(loss({}, *c) for c in choices)


def test_a_table_is_written_between_its_comments() -> None:
    text = '# first\n[a]\n"x" = 1.00\n\n# second\n[b]\n"y" = 2.00\n'
    assert written(text, "a", {"z": 0.5, "w": -1.0}) == text.replace('"x" = 1.00', '"w" = -1.00\n"z" = 0.50')
    assert written(text, "b", {"z": 0.5}).endswith('[b]\n"z" = 0.50\n')


def test_weights_that_are_held_stay_and_the_others_are_learned_beside_them() -> None:
    # "a" is right in three of four; "b" stands with it in half of them, and can only make up for what "a" is held at.
    rows: list[tuple[list[learn.Features], list[int]]] = [
        ([{"a": 1.0, "b": 1.0}, {}], [0]),
        ([{"a": 1.0, "b": 1.0}, {}], [0]),
        ([{"a": 1.0}, {}], [0]),
        ([{"a": 1.0}, {}], [1]),
    ]
    free = learn.any_of(rows, ridge=0.1, epochs=50)
    held = learn.any_of(rows, ridge=0.1, epochs=50, held={"a": -2.0})
    assert held["a"] == -2.0
    assert free["a"] > -2.0
    assert held["b"] > free["b"]


def test_least_squares_finds_the_weights_of_sums() -> None:
    rows: list[tuple[learn.Features, float]] = [
        ({"a": 1.0}, 2.0),
        ({"a": 1.0, "b": 2.0}, -4.0),
        ({"b": 1.0, "c": 1.0}, -2.5),
        ({"a": 2.0, "c": 4.0}, 6.0),
    ]
    assert learn.least_squares(rows) == pytest.approx({"a": 2.0, "b": -3.0, "c": 0.5})
    # Two that contradict each other are met halfway.
    assert learn.least_squares([({"a": 1.0}, 1.0), ({"a": 1.0}, 3.0)]) == pytest.approx({"a": 2.0})


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


@pytest.mark.usefixtures("restored")
def test_the_weights_of_columns_can_be_learned_again() -> None:
    stories = (BRIDGE, LIBRARY, POMELO)
    right = {"articles": [{"body": "\n".join(story.paragraphs)} for story in stories]}
    widths = [(width, gaps) for width in (11, 13) for gaps in (True, False)]
    pages = [gold.known(painted(stories, 2, width, gaps=gaps), right) for width, gaps in widths]
    rows = [row for one in pages if (row := columning.row_of(one))]
    assert columning.wrong(rows) <= 2
    weights.COLUMN["cut"] = -7.0
    before = columning.wrong(rows)
    columning.column(pages, epochs=1)
    assert columning.wrong(rows) < before
