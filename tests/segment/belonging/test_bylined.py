"""How many articles of a page lack a byline; see newsarchive/segment/belonging/bylined.py and articles/moves.py."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles.ground import Ground
from newsarchive.segment.articles.moves import Move, Standing
from newsarchive.segment.articles.moving import evidence
from newsarchive.segment.articles.pair import Tables
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.belonging.bylined import Bylines
from newsarchive.segment.sequence.flow import Torn
from tests.segment.pages import BRIDGE, CHESS, TEA, page, reading

BYLINE = "本报记者 方小禾\n"


@pytest.mark.parametrize(
    ("text", "count", "signed"),
    [
        # Nobody is named; one byline; two that stand in a row.
        (f"新桥正式通车\n\n{BRIDGE}", 0, set()),
        (f"新桥正式通车\n{BYLINE}\n{BRIDGE}", 1, set()),
        (f"新桥正式通车\n{BYLINE}本报记者 丁一帆\n\n{BRIDGE}", 2, set()),
        # A lead and a signature tell the writer themselves.
        ("新桥正式通车\n\n　　本报讯 昨日上午，新桥正式通车，两岸居民往来不必绕行。\n", 0, {0}),
        ("新桥正式通车\n\n　　昨日上午，新桥正式通车，两岸居民往来不必绕行。（方小禾）\n", 0, {0}),
        # So does who took the pictures and told of them.
        (f"新桥正式通车\n\n通讯员 方小禾 摄影报道\n\n{BRIDGE}", 0, {0}),
    ],
)
def test_the_bylines_of_a_page(text: str, count: int, signed: set[int]) -> None:
    found = page(text).bylines
    assert (found.count, found.signed) == (count, signed)


def test_a_byline_in_a_row_stands_beside_nothing_in_particular() -> None:
    single = page(f"新桥正式通车\n{BYLINE}\n{BRIDGE}").bylines
    row = page(f"新桥正式通车\n{BYLINE}本报记者 丁一帆\n\n{BRIDGE}").bylines
    assert (single.above, single.below) == ({0}, {0})
    assert (row.above, row.below) == (set(), set())


def test_an_article_that_is_signed_or_a_notice_needs_no_byline() -> None:
    bylines = Bylines(signed=frozenset({3}), notices=frozenset({1}))
    assert bylines.lacks((0, 1), (0,))
    assert not bylines.lacks((2, 3), (0,))
    assert not bylines.lacks((0, 1), (0, 1))


# What happened on a day (昨日上午) needs no byline where it is short.
BUILT = BRIDGE.replace("昨日上午，", "")
TEXT = f"新桥正式通车\n{BYLINE}\n{BUILT}\n云雾山春茶上市\n\n{TEA}\n少年象棋赛落幕\n{BYLINE}\n{CHESS}"


def standing(text: str) -> Standing:
    read, seen = reading(text), page(text)
    torn = Torn(read.paras, read.lines, read.seen, seen.vocabulary, seen.seams)
    groups = [Group(tuple(range(a, a + 3)), (0.0,) * 3, head, 1.0) for head, a in enumerate((0, 3, 6))]
    return Standing(groups, Ground(Tables(seen), torn))


def test_an_article_too_many_is_likelier_to_be_a_piece_of_another() -> None:
    made = standing(TEXT)
    assert (made.lacking, made.bare, made.unsigned) == ([True] * 3, [False, True, False], 1)
    told = dict(evidence(made, Move(1, 3, 5, 0)))
    assert (told["merge one too many"], told["merge unsigned"]) == (1.0, 1.0)
    # A byline stands beside both.
    told = dict(evidence(made, Move(2, 6, 8, 0)))
    assert (told["merge one too many"], told["merge unsigned"]) == (1.0, 0.0)


def test_short_news_needs_no_byline() -> None:
    assert standing(TEXT.replace(BUILT, BRIDGE)).lacking == [False, True, True]


def test_of_a_page_without_bylines_nothing_is_known() -> None:
    made = standing(TEXT.replace(BYLINE, "\n"))
    assert made.unsigned == 0
    assert "merge one too many" not in dict(evidence(made, Move(1, 3, 5, 0)))
