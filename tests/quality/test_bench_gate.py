"""The quality gate: no figure of the bench or of the press pages may fall below its floor (floors.toml), on the way
a dump takes: clean, then segment.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.quality.scoring import measure

FLOORS: dict[str, dict[str, float]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
# What may not rise; everything else may not fall.
CEILINGS = {"lost_article", "duplicated"}


def cases() -> list[Any]:
    return [
        pytest.param(group, name, floor, id=f"{group}-{name}")
        for group, table in FLOORS.items()
        for name, floor in table.items()
    ]


@pytest.mark.parametrize(("group", "name", "floor"), cases())
def test_floor(group: str, name: str, floor: float) -> None:
    made = measure()
    if group == "sure":
        right, count = made["sure"]
        value = right / count if name == "right" else count
    elif group == "issue":
        value = made["issue"][name]
    elif group.startswith("press "):
        value = made["press"][group.removeprefix("press ")]["all"][name]
    else:
        value = made["styles"][group]["all"][name]
    assert value <= floor if name in CEILINGS else value >= floor
