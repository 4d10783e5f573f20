"""The last lines of notices: where to go and whom to ask."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.contacts import below_texts
from newsarchive.segment.roles.role import Form
from tests.segment.made import each

LETTER = {"f": Form.FURNITURE, "d": Form.DISPLAY, "s": Form.START, "o": Form.ON}


@pytest.mark.parametrize(
    ("rows", "before", "after"),
    [
        pytest.param(
            [
                "新桥边的茶园昨日开园，欢迎采",
                "茶，采下的可带走。",
                "地址：临水",
                "热线：0000-5550",
                "大桥合龙",
            ],
            "sofdd",
            "sossd",
            id="two lines below the text, and the next headline",
        ),
        pytest.param(
            [
                "新桥边的茶园开园，欢迎采",
                "茶，采下的可带走。",
                "地址：临水新桥南岸茶",
                "厂旁",
                "电话：",
                "0000-5550100",
            ],
            "sofdfd",
            "sososo",
            id="lines that go on below",
        ),
        pytest.param(["茶园开园了。", "新闻热线：0000-5550100"], "sf", "sf", id="the paper's own"),
        pytest.param(["茶园开园了，", "地址：临水"], "sf", "sf", id="within a sentence"),
        pytest.param(["编辑：方小禾", "电话：0000-5550100"], "ff", "ff", id="in the margin"),
    ],
)
def test_where_and_whom(rows: list[str], before: str, after: str) -> None:
    out = below_texts(each(*rows), [LETTER[c] for c in before])
    assert out == [LETTER[c] for c in after]
