"""Paragraphs, torn and whole."""

from __future__ import annotations

import pytest

from newsarchive.segment.flow import straddle
from tests.segment.pages import reading


def paragraphs(text: str) -> list[str]:
    read = reading(text)
    return ["".join(read.lines[i].flat for i in p.lines) for p in read.paras]


def test_a_blank_line_inside_a_sentence_does_not_end_a_paragraph() -> None:
    text = "  昨日上午，横跨青河的新桥正式通车，两\n\n岸居民往来从此不必绕行二十公里，过去坐\n船过河要等上大半天。\n"
    assert len(paragraphs(text)) == 1


def test_a_headline_between_keeps_two_texts_apart() -> None:
    text = (
        "　　昨日上午，横跨青河的新桥正式通车，两岸\n居民往来从此不必绕行二十公里路程，去看\n\n云雾山春茶上市\n\n"
        "　　本报讯（记者 李四） 谷雨前后，云雾山的\n茶农忙着采摘春茶，满山都是采茶人的歌声。\n"
    )
    assert not any("去看本报讯" in p for p in paragraphs(text))


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


def test_a_page_that_sets_no_indent_has_no_torn_starts() -> None:
    read = reading(
        "新桥通车\n昨日上午，新桥正式通车，两岸居民往来从此方便。\n据介绍，新桥历时三年建成，总投资十二亿元整。\n"
    )
    assert not any(p.full_start for p in read.paras)
