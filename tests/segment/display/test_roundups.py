"""Short news under one label."""

from __future__ import annotations

from newsarchive.segment.display.blocks import Block
from newsarchive.segment.display.roundups import labelled


def block(line: int, flat: str) -> Block:
    return Block((line,), flat, spaced=False, vertical=False, width=float(len(flat)))


SHOWN = [block(0, "简讯"), block(1, "图书馆夜间不打烊"), block(4, "百姓热线")]
NEWS = ["●县图书馆自本周起延长开放", "●城际快巴改道", "●中考下周开考"]
TEXT = ["昨日，城南图书馆的灯亮到十二点。"]
# No headline right above its text.
APART: list[tuple[int, ...]] = [(), ()]


def said(n: int, a: int) -> float:
    """Article 1 speaks of the second block of SHOWN."""
    return float((n, a) == (1, 1))


def test_the_label_heads_short_news_wherever_it_stands() -> None:
    assert labelled([(0, 1), ()], SHOWN, [TEXT, NEWS], APART, said) == [(1,), (0,)]
    # what heads them is a rubric
    assert labelled([(1,), (2,)], SHOWN, [TEXT, NEWS], APART, said) == [(1,), (0,)]


def test_short_news_keep_a_headline_of_their_own() -> None:
    assert labelled([(0,), (1,)], SHOWN, [TEXT, NEWS], APART, said) == [(0,), (1,)]


def test_labels_and_short_news_must_be_as_many() -> None:
    assert labelled([(0, 1), ()], SHOWN, [TEXT, TEXT], APART, said) == [(0, 1), ()]
    assert labelled([(), ()], SHOWN, [NEWS, NEWS], APART, said) == [(), ()]
    # one item alone is a paragraph
    assert labelled([(0, 1), ()], SHOWN, [TEXT, NEWS[:1]], APART, said) == [(0, 1), ()]


def test_short_news_do_not_keep_what_they_hardly_speak_of() -> None:
    shown = [block(0, "简讯"), block(1, "一盏灯亮到天明"), block(4, "城东区人民法院公告")]
    assert labelled([(0,), (1,)], shown, [TEXT, NEWS], APART, lambda n, a: 0.0) == [(), (0,)]
    # what stands right above them is theirs
    assert labelled([(0,), (1,)], shown, [TEXT, NEWS], [(), (1,)], lambda n, a: 0.0) == [(0,), (1,)]
    # a notice may name the places of the news
    assert labelled([(0,), (2,)], shown, [TEXT, NEWS], APART, lambda n, a: 1.0) == [(), (0,)]


def test_news_behind_the_places_that_it_is_from_stands_under_a_label_that_counts_it() -> None:
    places = ["青石县：大桥合龙。", "白沙乡：柚子出海。", "河口镇：渡口停航。", "摘编自各地报道。"]
    counted, plain = ([block(0, label), *SHOWN[1:]] for label in ("短讯三则", "简讯"))
    assert labelled([(0, 1), ()], counted, [TEXT, places], APART, said) == [(1,), (0,)]
    assert labelled([(0, 1), ()], plain, [TEXT, places], APART, said) == [(0, 1), ()]
    # two may be articles, and speakers come again
    assert labelled([(0, 1), ()], counted, [TEXT, places[:2]], APART, said) == [(0, 1), ()]
    spoken = ["老邢：来了。", "记者：早。", "老邢：早。", "记者：忙吗？"]
    assert labelled([(0, 1), ()], counted, [TEXT, spoken], APART, said) == [(0, 1), ()]
