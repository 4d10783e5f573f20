"""The fitted weights: every number is one, and every name is the name of something the modules look at."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest

from newsarchive.segment import weights
from newsarchive.segment.articles import pair
from newsarchive.segment.display import titles
from newsarchive.segment.roles import alone, role
from tests.segment.made import each
from tests.segment.pages import BRIDGE, CHESS, TEA, scores

TABLES = {name: getattr(weights, name) for name in ("LINE", "LINK", "PAIR", "TAKE", "TITLE", "CONFIDENCE")}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_weight_is_a_number(table: Mapping[str, float]) -> None:
    assert table
    assert all(isinstance(value, float) and math.isfinite(value) for value in table.values())


def test_the_parts_of_heads_are_weighed_by_names_that_are_told() -> None:
    parts, steps = set(titles.PARTS), {"same", "kicker>headline", "headline>subtitle"}
    assert {name.split(":")[0] for name in weights.TITLE} <= parts | steps


def test_the_steps_of_lines_are_weighed_by_names_that_are_told() -> None:
    forms = {str(form) for form in role.STATES}
    plain = {name for name in weights.LINE if ">" in name and ":" not in name}
    befores = {name.split(">")[0] for name in plain}
    ends = {"colon", "open", "open short", "stop", "stop full", "stop nearly", "stop short"}
    assert befores <= forms | ends
    assert {name.split(">")[1] for name in plain} <= forms | {"other"}


def test_a_page_is_divided_by_features_that_have_weights() -> None:
    tables = scores(
        f"新桥正式通车\n\n{BRIDGE}\n云雾山春茶上市\n\n本报讯（记者 李四） {TEA}\n少年夺冠\n\n{CHESS}"
    ).tables
    told = {
        name
        for i in range(tables.count)
        for d in range(-1, tables.heads)
        for name in pair.piece_features(tables, pair.Piece(i, i, d))
    }
    # most of what these pages show weighs something: the table is that of this reader and not of an older one
    assert len(told & set(weights.PAIR)) > 0.8 * len(told)


def test_a_feature_without_a_weight_weighs_nothing() -> None:
    assert pair.score([("no such feature", 5.0)]) == 0.0
    assert alone.score(("no such feature",)) == 0.0


def test_what_the_weights_must_say_whatever_they_are_fitted_to() -> None:
    """A lead begins an article, a word over the cut ties two fragments, a finished sentence parts them."""
    assert weights.PAIR["cut:opens"] > 0 > weights.PAIR["cut:continuing"]
    assert weights.LINK["word"] > 0 > weights.LINK["stopped"]
    assert weights.TAKE["new:opens"] > 0
    assert weights.TITLE["kicker: kicker's end"] > weights.TITLE["headline: kicker's end"]


def test_lines_made_by_hand_are_scored() -> None:
    (line,) = each("青石河大桥顺利合龙")
    names = [f"headline: {name}" for name in titles.own_features(line, first=True, last=True, prose="")]
    assert sum(weights.TITLE.get(name, 0.0) for name in names) != 0
