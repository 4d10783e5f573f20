"""Paragraphs in the wrong article are given to the right one; see newsarchive/segment/articles/regrouped.py."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles import regrouped as room
from newsarchive.segment.articles.pair import Page, Tables
from newsarchive.segment.articles.regrouped import regrouped
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.sequence.flow import Torn
from tests.segment.pages import BRIDGE, CHESS, TEA, page, reading

HEADS = "新桥正式通车", "云雾山春茶上市", "少年象棋赛落幕"
# Paragraphs 0–2 are of the bridge, 3–5 of the tea, 6–8 of the chess players.
TEXT = "\n\n".join(f"{head}\n\n{body}" for head, body in zip(HEADS, (BRIDGE, TEA, CHESS), strict=True))
# What the division thought of every paragraph's beginning an article.
BEGINS = (2.0, -1.0, -1.0) * 3


def group(seen: Page, head: str | None, *paras: int) -> Group:
    at = -1 if head is None else next(d for d, stack in enumerate(seen.stacks) if stack == (HEADS.index(head),))
    return Group(paras, tuple(BEGINS[k] for k in paras), at, 1.0)


def after(*wanted: tuple[str | None, tuple[int, ...]]) -> set[tuple[str | None, tuple[int, ...]]]:
    """The articles, by headline and paragraphs, after some were put right."""
    read, seen = reading(TEXT), page(TEXT)
    assert len(read.paras) == len(BEGINS)
    torn = Torn(read.paras, read.lines, read.seen, seen.vocabulary, seen.seams)
    made = regrouped([group(seen, head, *paras) for head, paras in wanted], Tables(seen), torn)
    assert sorted(k for g in made for k in g.paras) == list(range(len(BEGINS)))
    assert all(len(g.begins) == len(g.paras) for g in made)
    return {(HEADS[seen.stacks[g.head][0]] if g.head >= 0 else None, g.paras) for g in made}


RIGHT = {(HEADS[0], (0, 1, 2)), (HEADS[1], (3, 4, 5)), (HEADS[2], (6, 7, 8))}


def test_articles_that_are_right_stay() -> None:
    assert after(*RIGHT) == RIGHT


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(
            [(HEADS[0], (0, 1)), (HEADS[1], (2, 3, 4, 5)), (HEADS[2], (6, 7, 8))], id="the end above the next"
        ),
        pytest.param([(HEADS[0], (0, 1, 2)), (HEADS[1], (3, 4)), (HEADS[2], (5, 6, 7, 8))], id="the end of the second"),
        pytest.param([(HEADS[0], (0, 1, 2, 6, 7, 8)), (HEADS[1], (3, 4, 5))], id="two articles under one headline"),
        pytest.param([(HEADS[0], (0, 1, 2)), (HEADS[1], (3, 4, 5, 6, 7, 8))], id="a headline passed over"),
        pytest.param(
            [(HEADS[0], (0, 1, 2)), (HEADS[1], (3,)), (None, (4, 5)), (HEADS[2], (6, 7, 8))],
            id="one article cut in two",
        ),
    ],
)
def test_one_wrong_article_is_put_right(wrong: list[tuple[str | None, tuple[int, ...]]]) -> None:
    assert after(*wrong) == RIGHT


def test_a_text_that_is_no_page_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_PARAGRAPHS", len(BEGINS) - 1)
    wrong = {(HEADS[0], (0, 1)), (HEADS[1], (2, 3, 4, 5)), (HEADS[2], (6, 7, 8))}
    assert after(*wrong) == wrong


def test_no_paragraphs() -> None:
    read, seen = reading("新桥正式通车"), page("新桥正式通车")
    torn = Torn(read.paras, read.lines, read.seen, seen.vocabulary, seen.seams)
    assert regrouped([], Tables(seen), torn) == []
