from __future__ import annotations

import pytest

from newsarchive.search.borders import has_word
from newsarchive.search.fold import fold
from newsarchive.search.marks import pattern
from newsarchive.text import words

WORDS = [
    # word, text that has it as a word
    ("华为", "华为发布新手机"),
    ("华为", "记者从华为公司获悉"),
    ("1月20日", "会议于1月20日举行"),
    ("20", "共20人"),
    ("5g", "5G工厂"),
    ("5g", "（5G）"),
    ("gpt", "GPT-4"),
    ("3.5", "增长3.5个百分点"),
    ("3", "3.一是"),  # a number and a full stop
    ("ai", "用AI写作"),
    ("经济", "数字经济发展"),
    ("人工智能", "发展人工智能产业"),
]
CHANCE = [
    # word, text that has it by chance
    ("华为", "为中华为之奋斗"),
    ("1月20日", "会议于11月20日举行"),
    ("20", "2023年"),
    ("5", "增长3.5个百分点"),
    ("3", "增长3.5个百分点"),
    ("5g", "15G内存"),
    ("ai", "he said so"),
    ("gpt", "ChatGPT走红"),
    ("国人", "中国人民银行"),
]


@pytest.mark.parametrize(("word", "text"), WORDS)
def test_words(word: str, text: str) -> None:
    assert has_word(fold(text), pattern(word), words.cut)


@pytest.mark.parametrize(("word", "text"), CHANCE)
def test_chance_substrings(word: str, text: str) -> None:
    assert not has_word(fold(text), pattern(word), words.cut)


def test_one_hit_as_a_word_is_enough() -> None:
    assert has_word("2023年共20人", pattern("20"), words.cut)


def test_the_cutter_is_asked_only_between_chinese_characters() -> None:
    def refuse(text: str) -> list[str]:
        raise AssertionError(text)

    assert has_word("（gpt）用5g，大模型。", pattern("大模型"), refuse)
    assert has_word("（gpt）用5g，大模型。", pattern("gpt"), refuse)
