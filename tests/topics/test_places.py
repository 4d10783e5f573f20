"""Places: administrative names, known and unknown, and the gazetteer; words that end like one are none."""

from __future__ import annotations

import pytest

from newsarchive.text import words
from newsarchive.topics.cutting import mend
from newsarchive.topics.places import administrative, base, find_places


def places(text: str) -> list[str]:
    tokens = list(mend(words.cut(text)))
    return list(find_places(text, tokens, tuple(administrative(text, tokens)), ()))


CASES = [
    # Known ones, with and without their ending: one place under its fuller name.
    ("武汉市昨天降温，武汉的江滩空了。", ["武汉市"]),
    ("代表团从埃塞俄比亚飞抵南非。", ["埃塞俄比亚", "南非"]),
    # Unknown ones, alone, after words that stand before places, and one inside the other.
    ("在青栀县，果农忙着采摘。", ["青栀县"]),
    ("记者来到澜溪镇，看到柳坪村的路修好了。", ["澜溪镇", "柳坪村"]),
    ("黔东南苗族侗族自治州榕江县举行比赛。", ["黔东南苗族侗族自治州", "榕江县"]),
    ("走进北川省平阳市沙河镇前进村，玉米熟了。", ["北川省", "平阳市", "沙河镇", "前进村"]),
    ("她从平阳市去青栀县义诊，路过望海区。", ["平阳市", "青栀县", "望海区"]),
    # Datelines and posts abroad.
    ("新华社金沙萨11月20日电 总统宣誓就职。", ["金沙萨"]),
    # Counties that the dictionary takes for people; of the peoples of China; a state abroad.
    ("昭觉县和匹河怒族乡通了路，北达尔富尔州断了电。", ["昭觉县", "匹河怒族乡", "北达尔富尔州"]),
    # A name that begins like 那 or 大, behind another.
    ("家住平阳市那坡镇那音村。", ["平阳市", "那坡镇", "那音村"]),
    # Rivers, lakes and mountains; two places in one word; one that jieba cuts up.
    ("洞庭湖和塔里木河涨水，总部设在英国伦敦，首府法希尔停电。", ["洞庭湖", "塔里木河", "英国", "伦敦", "法希尔"]),
    # Lists that say what they are.
    ("荔波、环江、都安等县通了铁路。", ["荔波", "环江", "都安"]),
    # None of these is a place.
    ("冰河、江湖、假山和深海都不是。", []),
    ("科长区雪说，执政党与在野党的分歧很大。", []),
    ("超市、城市、全省、小区、园区和市区都很热闹。", []),
    ("要促进区域协调发展，营造市场化环境，加强部省合作。", []),
    ("有关县市、乡镇和农村地区都收到了通知。", []),
    ("本市今年要办好十件事，我省也是。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_places(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_a_place_inside_the_name_of_an_organisation_is_not_named_for_itself() -> None:
    text = "武汉大学的学生来了。"
    assert find_places(text, ["武汉", "大学", "的", "学生", "来", "了", "。"], (), [(0, 4)]) == ()


@pytest.mark.parametrize(
    ("name", "bare"), [("武汉市", "武汉"), ("广西壮族自治区", "广西壮族"), ("沙县", "沙县"), ("武汉", "武汉")]
)
def test_a_name_without_its_ending(name: str, bare: str) -> None:
    assert base(name) == bare


@pytest.mark.xfail(reason="an unknown place that never stands with an ending looks like any other word", strict=True)
def test_an_unknown_place_without_an_ending() -> None:
    assert places("青栀秋粮收购超六百万吨，青栀各地开设网点。") == ["青栀"]


def test_an_unknown_place_that_opens_an_article_on_the_whole_province() -> None:
    assert places("澜溪秋粮丰收\n全省累计收购秋粮六百万吨。") == ["澜溪"]
    assert places("今年秋粮丰收\n全省累计收购秋粮六百万吨。") == []


def test_a_county_without_its_ending_and_the_same_word_in_a_park() -> None:
    assert places("榕江变了样，昆山也是。") == ["榕江", "昆山"]
    assert places("人们在北湖公园散步。") == []
