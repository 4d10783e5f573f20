"""Organisations told by how they are written and what stands around them."""

from __future__ import annotations

import pytest

from tests.topics.test_organisations import organisations

CASES = [
    # In quotation marks, behind what it is.
    ("民间团体“清流之友会”反对这个方案。", ["清流之友会"]),
    ("公司的“三步走”计划和“清流”行动。", []),
    # Shares that rise together; indices and sectors do too.
    ("板块方面，澜溪科创、鹭洲股份涨停，半导体板块、银行股领涨。", ["澜溪科创", "鹭洲股份"]),
    # A temple with an abbot acts; one that is visited is a sight.
    ("云栖寺住持到场，游客参观了望江寺。", ["云栖寺"]),
    # Schools by number, missions abroad, companies that are words too in a list with a known one.
    ("贵阳一中的老师来了。", ["贵阳一中"]),
    ("中国驻肯尼亚大使馆发出提醒。", ["中国驻肯尼亚大使馆"]),
    ("客户包括吉利、联想和比亚迪。", ["吉利", "联想", "比亚迪"]),
    ("他联想到昨天的事。", []),
    # A brand before a trade: an unknown word, or two single characters.
    ("由鹭启建设集团承建。", ["鹭启建设集团"]),
    # A court of a quarter of a city; the office of an autonomous region; an office that jieba cuts.
    ("首尔南部地方法院和自治区伊斯兰教协会。", ["首尔南部地方法院", "自治区伊斯兰教协会"]),
    ("生态环境部华南环境科学研究所的鉴定。", ["生态环境部华南环境科学研究所"]),
    # A committee of a body is not its short form; a company is without what companies are called.
    ("立法会开会，立法会财务委员会讨论拨款。", ["立法会", "立法会财务委员会"]),
    ("雪佛龙增产，美国雪佛龙公司回应。", ["美国雪佛龙公司"]),
    # Any school of the mountains.
    ("山区小学开学。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_organisations_by_how_they_are_written(text: str, expected: list[str]) -> None:
    assert organisations(text) == expected
