"""Pieces of an article that look torn and are not."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles.falsely_torn import without_false
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.lines.line import split
from newsarchive.segment.sequence.flow import Para
from tests.segment.made import torn_of


def read(paras: list[list[str]], flags: str) -> str:
    """Which paragraphs begin, and which end, inside a sentence at last; in the flags, two for each, ``o`` says that it
    looked so, first for the start, then for the end.
    """
    rows: list[str] = []
    held = []
    for para, (start, end) in zip(paras, zip(flags[::2], flags[1::2], strict=True), strict=True):
        rows.extend(["", *para])
        first = held[-1].lines[-1] + 1 if held else 0
        held.append(Para(tuple(range(first, first + len(para))), start == "o", end == "o", 10.0))
    lines = split("\n".join(rows))
    torn = torn_of(held, lines)
    group = Group(tuple(range(len(held))), (0.0,) * len(held), -1, 1.0)
    out = without_false(group, torn).paras
    return "".join("o" * p.open_start or "." for p in out) + "|" + "".join("o" * p.open_end or "." for p in out)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param(
            ["客户才是根本。（作者系青河大学", "经济学院教授）"], ".|.", id="who wrote it, begun a line above"
        ),
        pytest.param(["地址：青河路 9 号"], ".|.", id="where to go"),
        pytest.param(["客户才是根本（他一", "直这么说）"], ".|o", id="brackets within a sentence"),
        pytest.param(["大会要求推动装备制造体"], ".|o", id="inside a word"),
    ],
)
def test_what_closes_an_article_is_not_left_open(last: list[str], expected: str) -> None:
    assert read([last], ".o") == expected


def test_an_address_may_go_on_right_below() -> None:
    assert read([["地址：青河市东城区大桥北"], ["街九号二层。"]], ".o..") == "..|o."
    assert read([["地址：青河市大桥北街"], ["电话：0123-4567890"]], ".o.o") == "..|.."


def test_a_speaker_or_an_item_begins_a_paragraph() -> None:
    talk = [["记者：何时合龙？"], ["李四：昨日。"], ["记者：何时通车？"]]
    assert read(talk, "....o.") == "...|..."
    # A colon alone is no interview.
    assert read([["大会要求推动"], ["要绕行。"], ["消息：今日通车。"]], ".o..o.")[:3] == "..o"
    assert read([["招聘人员如下。"], ["三、会计一名。"]], "..o.") == "..|.."
    # Right behind what is left open it may go on with that.
    assert read([*talk[:1], ["李四：他问"], talk[2]], "...oo.") == "..o|.o."


def test_the_piece_right_above_is_gone_on_with_rather_than_one_far_away() -> None:
    above, rest = ["昨日大会开幕", "要求推动装备制造"], ["业建设走上新台阶。"]
    far = ["“从前要绕行二十公里路程”，他说，"]
    assert read([above, rest, far], "..o..o")[:3] == "..."
    # Nothing else is left open.
    assert read([["昨日大会开幕。"], rest], "..o.") == "..|.."
    # What a word runs into from elsewhere goes on there.
    assert read([["昨日大会开幕。"], ["系建设走上新台阶。"], ["大会要求推动装备制造体"]], "..o..o")[:3] == ".o."
