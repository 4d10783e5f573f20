"""Articles that stand in several places of a dump."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment import segment
from newsarchive.segment.articles.pair import Piece, Tables
from newsarchive.segment.articles.takeup import Evidence, Story, groups, head_of
from tests.quality import typeset
from tests.segment.pages import BRIDGE, CHESS, TEA, page, reading


def test_every_paragraph_is_in_one_article() -> None:
    text = f"新桥正式通车\n\n{BRIDGE}\n云雾山春茶上市\n\n{TEA}\n少年象棋赛落幕\n\n{CHESS}"
    read = reading(text)
    held = sorted(k for g in groups(Tables(page(text)), read.paras, read.lines) for k in g.paras)
    assert held == list(range(len(read.paras)))


# Two articles side by side, painted column by column: each is left in mid-sentence and taken up in order.
COLUMNS = (
    "新桥正式通车\n\n　　昨日上午，横跨青河的新桥正式通车，两\n岸居民往来从此不必绕行二十公里。据新桥\n"
    "项目负责人介绍，新桥全长三千米，桥面设\n\n云雾山春茶上市\n\n　　谷雨前后，云雾山的茶农忙着采摘春茶，\n"
    "满山都是采茶人的歌声。茶农合作社今年添\n置了炒茶机，春茶一上市就卖到每斤八百\n\n{}"
    "双向六车道，历时三年建成，新桥两头还修\n了供居民歇脚的凉亭。\n\n{}"
    "元，比去年高出一成，茶农乐得合不拢嘴，\n说明年还要多种春茶。\n"
)


def bodies(text: str) -> list[str]:
    return ["".join(a.body) for a in segment(text).articles]


def test_an_article_taken_up_in_the_next_column_is_one() -> None:
    got = bodies(COLUMNS.format("资料图片\n\n", "资料图片\n\n"))
    assert any("桥面设双向六车道" in b for b in got)
    assert any("每斤八百元" in b for b in got)


@pytest.mark.xfail(strict=True, reason="a blank line inside a column is read as one that means nothing")
def test_columns_that_only_a_blank_line_parts() -> None:
    got = bodies(COLUMNS.format("", ""))
    assert any("桥面设双向六车道" in b for b in got)


@pytest.mark.parametrize(("close", "shut"), [("（下转第2版）\n", True), ("", False)])
def test_a_headline_behind_a_jump_line_heads_another_article(close: str, shut: bool) -> None:
    text = (
        "新桥正式通车\n\n　　昨日上午，横跨青河的新桥正式通车，两\n岸居民往来从此不必绕行二十公里。\n"
        f"{close}\n桥头集市重新开张\n\n　　新桥通车当天，桥头集市也重新开张，新桥\n项目负责人介绍，往来方便了。\n"
    )
    read, seen = reading(text), page(text)
    heads = [seen.stacks.index((n,)) for n in range(2)]
    pieces = [Piece(0, 0, heads[0]), Piece(1, 1, heads[1])]
    evidence = Evidence(Tables(seen), pieces, read.paras, read.lines)
    assert evidence.shut(1, Story((0,), 0)) is shut


LOWER_HALF_FIRST = (
    "路通车的消息，村民奔走相告。\n　　春茶上市的时候，茶农再也不用绕行。\n\n"
    "云雾山春茶上市\n\n　　本报讯 谷雨前后，茶农忙着采茶。\n\n"
    "新桥正式通车\n\n　　昨日上午，新桥正式通车。\n　　两岸居民从广播里听到了公\n"
)


def test_an_article_whose_lower_half_stands_first_begins_where_it_is_left_open() -> None:
    read, seen = reading(LOWER_HALF_FIRST), page(LOWER_HALF_FIRST)
    last = len(read.paras) - 1
    assert read.paras[last].open_end
    paras = [replace(read.paras[0], open_start=True), *read.paras[1:]]
    low, tea, upper = Piece(0, 1, -1), Piece(2, 2, 0), Piece(3, last, 1)
    evidence = Evidence(Tables(seen), [low, tea, upper], paras, read.lines)
    found = evidence.precedes(2, Story((0,), 0))
    assert found is not None
    assert dict(found)["take:word"] > 0
    # One that has a head, or does not begin inside a sentence, began before.
    assert evidence.precedes(2, Story((1,), 1)) is None
    assert evidence.precedes(1, Story((0,), 0)) is None


def test_a_subhead_inside_an_article_of_two_pieces_does_not_head_it() -> None:
    text = (
        "新桥正式通车\n\n　　昨日上午，新桥正式通车。\n\n茶农先行\n\n　　春茶上市的时候，茶农不用绕行。\n\n"
        "云雾山春茶上市\n\n　　谷雨前后，茶农忙着采茶。\n"
    )
    seen = page(text)
    assert len(seen.paras) == 3
    assert head_of([Piece(2, 2, 1), Piece(0, 1, 0)], seen) == 0
    assert head_of([Piece(0, 1, 0), Piece(2, 2, 2)], seen) == 0
    assert head_of([Piece(0, 1, -1)], seen) == -1


def test_pages_typeset_anew_are_the_same_for_the_same_seed() -> None:
    story = {
        "headline": "新桥正式通车", "kicker": "", "subtitle": "", "byline": "", "signature": "", "subheads": [],
        "jump_to": None, "jump_from": None, "body": "昨日上午，横跨青河的新桥正式通车。\n据介绍，新桥历时三年建成。",
    }  # fmt: skip
    assert typeset.page([story], "columns", True, 3) == typeset.page([story], "columns", True, 3)
    assert "新桥正式通车" in typeset.page([story], "heap", False, 3).replace(" ", "")
