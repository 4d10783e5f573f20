"""Places told by what stands around them: abroad, called so, and inside the place before."""

from __future__ import annotations

import pytest

from newsarchive.text import words
from newsarchive.topics.cutting import mend
from newsarchive.topics.places import administrative, find_places
from newsarchive.topics.situated import posts, situated


def places(text: str) -> list[str]:
    tokens = list(mend(words.cut(text)))
    around = tuple(situated(text, tokens))
    return list(find_places(text, tokens, tuple(administrative(text, tokens)), (), around))


CASES = [
    # Behind a country, where a word of place stands before it; not where a person does.
    ("工厂位于波兰瓦乌布热赫，产品销往各地。", ["波兰", "瓦乌布热赫"]),
    ("他说，德国施密特的方案更好。", ["德国"]),
    # What it is, and what it is called.
    ("飞机降落在港口城市巴列塔，乘客平安。", ["巴列塔"]),
    ("我守的地方叫雪狼湾，冬天很长。", ["雪狼湾"]),
    # Inside the place before: an island, a village that ends like any, a county without its ending, a state.
    ("家住平阳市那坡镇望潮岛的渔民回港了。", ["平阳市", "那坡镇", "望潮岛"]),
    ("澜溪县青石镇枣山村的路修好了。", ["澜溪县", "青石镇", "枣山村"]),
    ("澜溪县三道河镇昨天下了雪。", ["澜溪县", "三道河镇"]),
    ("来自四川仁寿的工人领到了钱。", ["四川", "仁寿"]),
    ("印度南部的渔民罢工了。", ["印度"]),
    ("井喷发生在哈萨克斯坦曼格斯套州。", ["哈萨克斯坦", "曼格斯套州"]),
    # Words that are counties too, where places are listed.
    ("象山、三门、玉环等地下了大雨。", ["象山", "三门", "玉环"]),
    # A place that jieba cuts across, and a piece of a longer one.
    ("台风位于舟山东偏南的海面上。", ["舟山"]),
    # In the title of a play there is no place.
    ("她演过《荔湾旧事》和《广州往事》。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_places_by_what_stands_around_them(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_where_a_correspondent_is_posted() -> None:
    assert list(posts("本报驻首尔记者 祁薇")) == ["首尔"]
    assert list(posts("本报驻内罗毕特约记者 祁薇")) == ["内罗毕"]
    assert list(posts("本报记者 祁薇")) == []
