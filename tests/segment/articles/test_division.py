"""The division of a page into articles, each under a block of its own."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles import division, pair
from tests.segment.pages import BRIDGE, CHESS, TEA, page, scores


def heads_of(text: str) -> list[str]:
    """The block over every article of the best division."""
    made = scores(text)
    shown = page(text)
    return ["".join(sorted(shown.heads[p.head])) if p.head >= 0 else "" for p in division.divide(made)]


def pieces(text: str) -> list[tuple[int, int]]:
    return [(p.first, p.last) for p in division.divide(scores(text))]


def test_articles_one_after_the_other() -> None:
    text = f"新桥正式通车\n\n{BRIDGE}\n云雾山春茶上市\n\n{TEA}"
    assert pieces(text) == [(0, 2), (3, 5)]


def test_headlines_collected_in_a_heap_find_their_texts_by_words() -> None:
    heap = (
        "全国少年象棋赛落幕小棋手夺冠",
        "横跨青河的新桥正式通车",
        "云雾山春茶上市茶农添置炒茶机",
        "市里公布放假安排",
    )
    text = "\n\n".join((*heap, TEA, BRIDGE, CHESS))
    made = scores(text)
    divided = division.divide(made)
    shown = page(text)
    for piece, word in zip(divided, ("春茶", "新桥", "象棋"), strict=True):
        assert word in shown.heads[piece.head]


def test_two_articles_never_share_a_block() -> None:
    # Both texts speak of the one headline; only one may have it.
    text = f"新桥正式通车\n\n{BRIDGE}\n本报讯（记者 李四） {BRIDGE}"
    taken = [b for p in division.divide(scores(text)) if p.head >= 0 for b in page(text).stacks[p.head]]
    assert len(taken) == len(set(taken))


def test_a_lead_begins_an_article() -> None:
    assert pieces(f"新桥正式通车\n\n{BRIDGE}\n本报讯（记者 李四） {TEA}")[1:] == [(3, 5)]


def test_margins_are_never_negative_and_certain_borders_have_wide_ones() -> None:
    made = scores(f"新桥正式通车\n\n{BRIDGE}\n云雾山春茶上市\n\n本报讯（记者 李四） {TEA}")
    margins = made.margins(division.divide(made))
    assert all(0 <= m <= division.SURE for m in margins)
    assert min(margins) > 0


def test_a_page_of_one_paragraph_is_one_article_and_sure() -> None:
    made = scores("新桥正式通车\n\n昨日上午，横跨青河的新桥正式通车。\n")
    divided = division.divide(made)
    assert [(p.first, p.last) for p in divided] == [(0, 0)]
    assert made.margins(divided) == [division.SURE]


@pytest.mark.parametrize("text", [BRIDGE + "\n" + TEA, f"新桥正式通车\n\n{BRIDGE}\n云雾山春茶上市\n\n{TEA}"])
def test_the_fast_scores_are_the_sums_of_the_named_features(text: str) -> None:
    made = scores(text)
    for i, end in enumerate(made.reach):
        for j in range(i, end):
            for value, head in made.fits(i, j):
                named = pair.piece_features(made.tables, pair.Piece(i, j, head))
                assert pair.score(list(named.items())) == pytest.approx(value + made.cuts[i])
