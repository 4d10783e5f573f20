"""Heads of more lines than the division takes for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from newsarchive.segment.articles.pair import Piece, Tables
from newsarchive.segment.articles.torn_heads import mended
from tests.segment.pages import page

# Nothing of what the second paragraph says is in the first.
TEXT = """新桥今日通车
两岸不再绕行
收费站月底撤除
云雾山春茶上市

　　昨日上午，横跨青河的新桥正式通车，两岸
居民往来从此不必绕行。

　　收费站工作人员月底转岗，撤除收费站每年
减收八百万元。

　　谷雨前后，云雾山的茶农忙着采摘春茶。
"""


def joined(
    *heads: tuple[int, ...],
    ties: Sequence[float] = (0.0, 0.8, 0.3, -3.0),
    cut: float = -1.34,
    **shown: bool,
) -> list[tuple[int, int, tuple[int, ...]]]:
    """The pieces of three paragraphs under some heads, and the blocks of each."""
    seen = page(TEXT)
    stacks = [(0,), (1,), (2,), (3,), (0, 1), (0, 1, 2), (1, 2), (1, 2, 3), (2, 3)]
    titles = ["".join(TEXT.splitlines()[b] for b in stack) for stack in stacks]
    words = [seen.heads[0]] * len(stacks)
    between = [seen.between[0], replace(seen.between[1], **shown), *seen.between[2:]]
    fitness = [seen.fitness[0]] * len(stacks)
    seen = replace(seen, stacks=stacks, titles=titles, heads=words, fitness=fitness, ties=list(ties), between=between)
    pieces = [Piece(k, k, stacks.index(head)) for k, head in enumerate(heads)]
    found = mended(pieces, [0.0, cut, 3.0], Tables(seen))
    return [(piece.first, piece.last, stacks[piece.head]) for piece in found]


def test_two_parts_of_one_head_head_one_text() -> None:
    assert joined((0,), (1,), (3,)) == [(0, 1, (0, 1)), (2, 2, (3,))]


def test_of_more_lines_than_head_a_text_the_first_are_its_head() -> None:
    assert joined((0, 1), (2,), (3,)) == [(0, 1, (0, 1, 2)), (2, 2, (3,))]
    assert joined((0, 1), (2, 3), (3,))[0] == (0, 1, (0, 1, 2))


@pytest.mark.parametrize(
    "apart",
    [
        pytest.param({"ties": (0.0, -2.0, 0.3, -3.0)}, id="two heads"),
        pytest.param({"cut": 0.5}, id="the text begins anew"),
        pytest.param({"opens": True}, id="a lead"),
        pytest.param({"closed": True}, id="an end"),
        pytest.param({"byline": True}, id="a byline"),
        pytest.param({"before_open": True}, id="torn"),
    ],
)
def test_what_shows_two_articles_parts_them(apart: dict[str, object]) -> None:
    assert len(joined((0,), (1,), (3,), **apart)) == 3  # type: ignore[arg-type]


def test_heads_that_do_not_follow_each_other_stay() -> None:
    assert len(joined((0,), (2,), (3,))) == 3
    assert len(joined((1,), (0,), (3,))) == 3


def test_a_head_that_hardly_goes_on_does_not_where_the_text_speaks_of_one() -> None:
    assert len(joined((0,), (1,), (3,), ties=(0.0, -0.4, 0.3, -3.0))) == 3
