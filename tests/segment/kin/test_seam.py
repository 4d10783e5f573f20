"""Where two lines may be one text: a word across the cut, what is said elsewhere, quotation marks."""

from __future__ import annotations

import pytest

from newsarchive.segment.kin.seam import Seams, attributes, quoted, straddle

PAGE = ["青石河大桥顺利合龙", "村民方小禾过青石河", "方小禾说大桥真好", "图书馆夜间不打烊", "方小禾常去图书馆"]


@pytest.mark.parametrize(
    ("left", "right", "more"),
    [
        # a word cut in two
        ("推动装备制造体", "系建设", True),
        # a number cut in two
        ("总投资31", "2亿元", True),
        # two words that only meet
        ("他在河边", "因此决定", False),
    ],
)
def test_a_word_across_the_cut(left: str, right: str, more: bool) -> None:
    assert 0 <= straddle(left, right) <= 1
    assert (straddle(left, right) > 0.3) is more


@pytest.mark.parametrize(
    ("left", "right"),
    [("要绕行二十公", "里山路"), ("这座跨河大", "桥顺利合龙"), ("工业体", "系"), ("用电12", "万元")],
)
def test_a_word_torn_in_two(left: str, right: str) -> None:
    assert straddle(left, right) > 0.3


@pytest.mark.parametrize(
    ("left", "right"), [("放起了鞭炮。", "大桥全长"), ("村民过河", "馆员轮流"), ("", "大桥"), ("大桥", "")]
)
def test_no_word_across_the_cut(left: str, right: str) -> None:
    assert straddle(left, right) <= 0.05


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("他说：“过河", "只要三分钟。”", "quote", id="opened here, closed there"),
        pytest.param("他说：“过河", "“大桥”合龙", "quote unfinished", id="opened here, opened again there"),
        pytest.param("他说过河", "只要三分钟。”", "quote unopened", id="closed there, never opened"),
        pytest.param("他说：“过河。”", "大桥合龙", "", id="nothing is open"),
        pytest.param("他说：“过河", "只要三分钟", "", id="a long quotation tells nothing yet"),
        pytest.param("他说过河", "“大桥”合龙", "", id="a quotation of its own"),
    ],
)
def test_quotation_marks(left: str, right: str, expected: str) -> None:
    assert quoted(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("“桥通了。”", "62岁的船工老谭笑着说。", True, id="who said it"),
        pytest.param("“桥通了！”", "方小禾说得干脆。如今大桥合龙了。", True, id="how, and more behind it"),
        pytest.param("“套袋要扎紧。”", "技术员丁一帆边示范边讲解。", True, id="what he did while he said it"),
        pytest.param("“桥通了。”", "我说，通了就好。", False, id="a sentence of its own"),
        pytest.param("“桥通了。”", "他介绍了大桥。", False, id="what he spoke of"),
        pytest.param("大桥通了。", "船工老谭笑着说。", False, id="no quotation ends above"),
        pytest.param("通了“连心桥”", "船工老谭笑着说。", False, id="it ends with no sentence"),
    ],
)
def test_who_said_the_quotation_above(left: str, right: str, *, expected: bool) -> None:
    assert attributes(left, right) is expected


def test_a_name_that_no_dictionary_has_runs_across_the_cut() -> None:
    seams = Seams(PAGE)
    name, chance = dict(seams.across("记者找到方", "小禾")), dict(seams.across("记者找到方", "龙头"))
    assert name["said"] > 0.5
    assert "said at length" in name
    assert chance["said"] < name["said"]
    assert "said at length" not in chance


def test_pairs_counted_at_once_are_those_looked_for_one_by_one() -> None:
    texts = [*PAGE, "哈哈哈哈哈笑了"]
    one_by_one, at_once = Seams(texts), Seams(texts)
    at_once.count_pairs()
    characters = sorted(set("".join(texts)))
    for a in characters:
        assert [one_by_one.said(a, b) for b in characters] == [at_once.said(a, b) for b in characters]


def test_nothing_is_seen_beside_an_empty_text() -> None:
    assert Seams(PAGE).across("", "大桥") == []
    assert Seams(PAGE).across("大桥", "") == []


def test_a_page_without_text_says_nothing() -> None:
    assert dict(Seams([]).across("大", "桥"))["said"] == 0.0
