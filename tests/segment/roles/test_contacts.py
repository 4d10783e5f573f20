"""The last lines of notices: where to go and whom to ask."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.contacts import below_texts, numbers_alone, tells_whom
from newsarchive.segment.roles.form import Form
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
        pytest.param(
            ["茶园开园了。", "时间：每天八点到六点", "费用：十元"],
            "sdd",
            "sss",
            id="when and for how much, side by side",
        ),
        pytest.param(["茶园开园了。", "费用：十元能采一篮", "大桥合龙"], "sdd", "sdd", id="a subhead like such a line"),
        pytest.param(
            ["茶园开园了。", "【联系方式】方师傅 0000-5550100", "（早八点后）"],
            "sff",
            "sso",
            id="a label, and what is added",
        ),
        pytest.param(
            ["时间：每天八点到六点", "地点：临水新桥", "主演：方小禾、沈原", "票价：十元"],
            "sddd",
            "ssss",
            id="one below the other, the first read as text",
        ),
        pytest.param(
            ["新桥边的茶园开园了。", "通信地址：临水路1号", "邮编：000100", "大桥合龙"],
            "sdfd",
            "sssd",
            id="with the postcode",
        ),
        pytest.param(["编辑：方小禾", "邮编：000100"], "sf", "sf", id="the postcode of the paper"),
        pytest.param(["盼乡亲惠告。", "侄孙 方小禾", "电邮：fang@example.org"], "ssd", "sss", id="below a name"),
        pytest.param(["茶园开园了。", "新闻热线：0000-5550100"], "sf", "sf", id="the paper's own"),
        pytest.param(["茶园开园了，", "地址：临水"], "sf", "sf", id="within a sentence"),
        pytest.param(["编辑：方小禾", "电话：0000-5550100"], "ff", "ff", id="in the margin"),
    ],
)
def test_where_and_whom(rows: list[str], before: str, after: str) -> None:
    out = below_texts(each(*rows), [LETTER[c] for c in before])
    assert out == [LETTER[c] for c in after]


@pytest.mark.parametrize(
    ("rows", "before", "after"),
    [
        pytest.param(["茶园在南岸。联系人：方师傅 电话：", "0000-5550100"], "sd", "so", id="below what leads up to it"),
        pytest.param(["茶园在南岸。", "0000-5550100"], "sd", "sd", id="below a sentence"),
        pytest.param(["订茶请拨电话：", "0000-5550100"], "dd", "dd", id="below display type"),
        pytest.param(["茶园的价钱是：", "2026元一斤"], "sd", "sd", id="another number"),
    ],
)
def test_a_number_ends_the_paragraph_that_leads_up_to_it(rows: list[str], before: str, after: str) -> None:
    assert numbers_alone(each(*rows), [LETTER[c] for c in before]) == [LETTER[c] for c in after]


def test_whom_to_ask_at_the_end_of_a_line() -> None:
    rows = each("电话：0000", "联系人：方师傅 0000-5550100", "（早八点后）", "茶园开园了。")
    assert [tells_whom(rows, at) for at in range(4)] == [True, True, True, False]
