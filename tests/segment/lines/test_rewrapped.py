"""Dumps that hold every paragraph on one line."""

from __future__ import annotations

import pytest

from newsarchive.segment import segment
from newsarchive.segment.lines.line import NEVER_FIRST, split
from newsarchive.segment.lines.rewrapped import holds_paragraphs, rewrapped

PARAGRAPHS = [
    "大坝昨日上午正式合龙，两岸群众冒雨前来观看，欢呼声久久不息，许多老人流下了眼泪，孩子们挥舞着小旗。",
    "“盼了整整十年，今天总算盼到了这一天。”村里年纪最大的老人说，他从前要走两个多小时的山路才能到对岸去赶集、看病，遇到涨水更是去不了。",
    "县水利局负责人介绍，下一步将安装机组，明年5月开始蓄水发电，预计每年发电2.4亿千瓦时，可以满足全县一半人口的生活用电，还能灌溉下游的3.5万亩农田。",
    "工程指挥部提醒，蓄水期间上下游水位变化大，请勿在河边洗衣、钓鱼、游泳，过往船只应当听从指挥，有序通行，确保安全。",
    "据了解，这座大坝高86米，长312米，是全省今年建成的第二座大坝，参加建设的工人最多的时候超过了一千人，分三班日夜施工。",
    "当晚，工地食堂加了菜，大家以茶代酒，互相道贺。有人当场唱起了家乡的山歌，歌声传得很远很远，连对岸的村子也听得见。",
]


def test_paragraphs_are_set_in_a_column() -> None:
    text = "大坝合龙\n" + "\n".join(PARAGRAPHS)
    made = rewrapped(split(text), text)
    assert [text[x.start : x.end] for x in made[:4]] == [
        "大坝合龙",
        "大坝昨日上午正式合龙，两岸群众冒",
        "雨前来观看，欢呼声久久不息，许多老人",
        "流下了眼泪，孩子们挥舞着小旗。",
    ]
    assert all(x.width <= 20 for x in made)
    assert "".join(x.flat for x in made) == text.replace("\n", "")
    # no number is cut, and no mark begins a line
    assert all(x.flat[0] not in NEVER_FIRST for x in made)
    assert any("2.4" in x.flat for x in made)


def test_what_goes_on_has_no_indent() -> None:
    text = "\n".join([*PARAGRAPHS, PARAGRAPHS[0][:-8], PARAGRAPHS[1]])
    made = rewrapped(split(text), text)
    (torn,) = [x for x in made if x.start == text.rindex("“盼了")]
    assert torn.width >= 17.5


def test_indents_tell_where_paragraphs_begin() -> None:
    text = "\n".join(["　　" + PARAGRAPHS[0][:-1], "　　" + PARAGRAPHS[1], *PARAGRAPHS[2:]])
    made = rewrapped(split(text), text)
    (second,) = [x for x in made if x.start == text.index("“盼了")]
    (third,) = [x for x in made if x.start == text.index("县水利局")]
    assert second.width == pytest.approx(16, abs=1)
    assert third.width == pytest.approx(18, abs=1)


def test_a_wide_column_is_no_paragraphs() -> None:
    row = "工程指挥部提醒，蓄水期间上下游水位变化大，请勿在河边洗衣钓鱼游泳，过往船只应当听从指挥，"
    assert not holds_paragraphs(split("\n".join([row] * 30)))
    assert not holds_paragraphs(split("\n".join(PARAGRAPHS[:3])))


def test_articles_come_out_with_their_paragraphs() -> None:
    made = segment("大坝昨日合龙\n本报记者 王山\n" + "\n".join(PARAGRAPHS))
    assert [paragraph for a in made.articles for paragraph in a.body] == PARAGRAPHS
    assert made.articles[0].headline == "大坝昨日合龙"
