"""Headlines collected in one place that stand in the order of their texts (articles/in_order.py)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newsarchive.segment.articles import in_order
from newsarchive.segment.articles.pair import Piece
from tests.segment.pages import BRIDGE, CHESS, TEA, scores

LIBRARY = """从本周起，城南图书馆阅览室开放到夜里十二
点，读者下班以后也能来借书看书。

馆长算了一笔账，夜间开放每月多花电费八千
元，借书的读者却多了四成。
"""
POMELO = """本报讯 白沙村的柚子今年第一次装船出海，头
一批三十吨蜜柚前天离港，果农笑得合不拢嘴。

技术员每周都到果园查看虫情，果农把套袋和采
摘的日子记在本子上。
"""
TEXTS = (BRIDGE, TEA, CHESS, LIBRARY, POMELO)
HEADS = ("新桥正式通车", "云雾山春茶上市了", "少年象棋赛昨晚落幕", "各家都有喜事", "白沙村头一批蜜柚出海")
# The paragraphs of the texts.
PLACES = ((0, 2), (3, 5), (6, 8), (9, 10), (11, 11))


def divided(heads: Sequence[str], under: Sequence[int]) -> list[tuple[int, int, str]] | None:
    """A page of five texts and, behind them, their headlines, divided in order; ``under`` says for each text the number
    of the headline that it was given first, -1 for none.
    """
    told = scores("\n\n".join([*TEXTS, *heads]))
    pieces = [Piece(first, last, head) for (first, last), head in zip(PLACES, under, strict=True)]
    found = in_order.in_order(told, pieces)
    titles = told.tables.page.titles
    return found and [(p.first, p.last, titles[p.head] if p.head >= 0 else "") for p in found]


IN_ORDER = [(*place, head) for place, head in zip(PLACES, HEADS, strict=True)]


def test_a_text_that_shares_no_word_with_its_headline_is_found_by_the_order_of_all() -> None:
    assert divided(HEADS, (0, 1, 2, -1, 4)) == IN_ORDER


@pytest.mark.parametrize(
    ("heads", "under"),
    [
        pytest.param(HEADS, (0, 1, 2, 3, 4), id="all are in order already"),
        pytest.param([HEADS[n] for n in (2, 0, 4, 3, 1)], (1, 4, 0, -1, 2), id="another order"),
        pytest.param(HEADS, (0, 1, -1, -1, 4), id="three tell of no order"),
        pytest.param(HEADS[:3], (0, 1, 2, -1, -1), id="no heap"),
    ],
)
def test_a_page_that_is_left_as_it_is(heads: Sequence[str], under: Sequence[int]) -> None:
    assert divided(heads, under) is None


def test_what_is_surely_a_headline_is_no_other_texts_rather() -> None:
    told = scores("\n\n".join([*TEXTS, *HEADS]))
    heap = in_order.heap_of(told.tables.page)
    pieces = [Piece(*place, head) for place, head in zip(PLACES, (0, 2, 1, 3, 4), strict=True)]
    assert heap == frozenset(range(5))
    assert in_order.sure_heads(pieces, heap, told.tables) == [0, 4]
