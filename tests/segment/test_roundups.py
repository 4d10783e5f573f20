"""Short news under one label."""

from __future__ import annotations

from newsarchive.segment.heads import Block
from newsarchive.segment.roundups import labelled


def block(line: int, flat: str) -> Block:
    return Block((line,), flat, spaced=False, vertical=False, width=float(len(flat)))


SHOWN = [block(0, "简讯"), block(1, "图书馆夜间不打烊"), block(4, "百姓热线")]
NEWS = ["●县图书馆自本周起延长开放", "●城际快巴改道", "●中考下周开考"]
TEXT = ["昨日，城南图书馆的灯亮到十二点。"]


def test_the_label_heads_short_news_wherever_it_stands() -> None:
    assert labelled([(0, 1), ()], SHOWN, [TEXT, NEWS]) == [(1,), (0,)]
    # what heads them is a rubric
    assert labelled([(1,), (2,)], SHOWN, [TEXT, NEWS]) == [(1,), (0,)]


def test_short_news_keep_a_headline_of_their_own() -> None:
    assert labelled([(0,), (1,)], SHOWN, [TEXT, NEWS]) == [(0,), (1,)]


def test_labels_and_short_news_must_be_as_many() -> None:
    assert labelled([(0, 1), ()], SHOWN, [TEXT, TEXT]) == [(0, 1), ()]
    assert labelled([(), ()], SHOWN, [NEWS, NEWS]) == [(), ()]
    # one item alone is a paragraph
    assert labelled([(0, 1), ()], SHOWN, [TEXT, NEWS[:1]]) == [(0, 1), ()]
