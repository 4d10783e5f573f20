"""The names of the paper and of the page beside the running head."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.margins import beside_running_heads, boxed, labels_at_edges
from tests.segment.made import each

DATE = "2031年4月2日 星期三"
LETTER = {"f": Form.FURNITURE, "d": Form.DISPLAY, "s": Form.START, "o": Form.ON}


@pytest.mark.parametrize(
    ("rows", "before", "after"),
    [
        pytest.param(["案件", DATE, "大桥合龙", "昨日"], "dfds", "ffds", id="above the date, at the top"),
        pytest.param(["第6版", "公 司", DATE], "fdf", "fff", id="between page number and date"),
        pytest.param(["临水财经周刊", DATE, "大桥合龙", "昨日"], "sfds", "ffds", id="the paper above the date"),
        pytest.param([DATE, "临水周刊", "工会", "第6版"], "fodf", "ffff", id="one beside the other"),
        pytest.param(["第3版", "案 件", "大桥昨日合龙"], "fdd", "ffd", id="set apart between page number and headline"),
        pytest.param(["也该通了。", "烟火", DATE], "odf", "odf", id="below a text it may be a headline"),
        pytest.param(["临水日报", "RIVER NEWS", "问津台", "06"], "fddf", "ffff", id="English capitals and a number"),
        pytest.param(["康养园", "临水周报", "大桥昨日合龙"], "dfd", "ffd", id="above the paper, at the top"),
        pytest.param(
            ["大桥合龙。", "临水日报", "微 议", "大桥昨日合龙"], "sfdd", "sfdd", id="a column below the paper"
        ),
        pytest.param(["大桥昨日合龙", "WTO", "昨日"], "dds", "dds", id="capitals beside no running head"),
        pytest.param(["第3版", "更正", "本报昨日第二版"], "fds", "fds", id="a headline over its text"),
        pytest.param([DATE, "大桥昨日合龙", "编辑：方小禾"], "fdf", "fdf", id="too long a name"),
        pytest.param(["大桥合龙", "社址：临水路8号"], "df", "df", id="an imprint is no running head"),
    ],
)
def test_what_stands_beside_the_running_head(rows: list[str], before: str, after: str) -> None:
    out = beside_running_heads(each(*rows), [LETTER[c] for c in before])
    assert out == [LETTER[c] for c in after]


@pytest.mark.parametrize(
    ("rows", "before", "after"),
    [
        pytest.param(["第3版", "汀花", "大桥昨日合龙"], "fds", "ffs", id="at the top"),
        pytest.param(["大桥昨日合龙", "练 兵 场", "第3版"], "sdf", "sff", id="at the end"),
        pytest.param(["第3版", "汀花", "汀花开在江边"], "fds", "fds", id="a text speaks of it"),
        pytest.param(["文史 第3版", "汀花", "大桥昨日合龙"], "fds", "fds", id="the page has its name already"),
        pytest.param(["第3版", "方禾", "大桥昨日合龙"], "fds", "fds", id="a name"),
        pytest.param(["第3版", "社论", "大桥昨日合龙"], "fds", "fds", id="a column"),
        pytest.param(["大桥合龙", "汀花", "大桥昨日合龙"], "dds", "dds", id="no furniture"),
    ],
)
def test_the_name_of_the_page_at_the_edge_of_a_dump(rows: list[str], before: str, after: str) -> None:
    assert labels_at_edges(each(*rows), [LETTER[c] for c in before]) == [LETTER[c] for c in after]


def test_the_papers_own_lawyer_signs_nothing() -> None:
    rows = each("大桥合龙。", "本报法律顾问", "临水律师事务所 方小禾", "夜间不打烊")
    forms = boxed(rows, [Form.ON, Form.DISPLAY, Form.BYLINE, Form.DISPLAY])
    assert forms == [Form.ON, Form.FURNITURE, Form.FURNITURE, Form.DISPLAY]
