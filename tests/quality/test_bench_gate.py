"""The quality gate: no figure of the bench or of the press pages may fall below its floor (floors.toml), on the way
a dump takes: clean, then segment.

All floors are one test, for measuring takes a minute and more: of several processes one measures, once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.quality.scoring import measure

FLOORS: dict[str, dict[str, float]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
# What may not rise; everything else may not fall.
CEILINGS = {"lost_article", "duplicated"}


def beyond(made: Mapping[str, Any]) -> Iterator[str]:
    """Say of every figure on the wrong side of its floor what it is and should be."""
    for group, table in FLOORS.items():
        for name, floor in table.items():
            value = figure(made, group, name)
            if not (value <= floor if name in CEILINGS else value >= floor):
                yield f"{group} {name}: {value:.4f}, floor {floor}"


def figure(made: Mapping[str, Any], group: str, name: str) -> float:
    """One of the measured figures."""
    if group == "sure":
        right, count = made["sure"]
        return right / count if name == "right" else count
    if group == "issue":
        return made["issue"][name]
    *which, style = group.split()
    return made[which[0] if which else "styles"][style]["all"][name]


def test_no_figure_is_beyond_its_floor() -> None:
    assert not list(beyond(measure()))


def test_a_figure_beyond_its_floor_is_told() -> None:
    """Every floor can be broken: a measurement in which all is wrong is told of in full."""

    class Worst(dict[str, Any]):
        def __missing__(self, name: str) -> Any:
            return float("inf") if name in CEILINGS else -1.0 if name in NAMES else Worst()

    worst = Worst(sure=(0, 1))
    told = list(beyond(worst))
    assert len(told) == sum(map(len, FLOORS.values()))


NAMES = {name for group, table in FLOORS.items() if group != "sure" for name in table}
