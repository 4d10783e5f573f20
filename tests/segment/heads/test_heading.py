"""Which display blocks head which article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.articles.evidence import page_of
from newsarchive.segment.articles.pair import Page, Tables
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.heads.heading import Texts, above, names_subject, untaken
from newsarchive.segment.heads.spoken import WELL
from newsarchive.segment.page import Reading, read_page
from newsarchive.segment.sequence.flow import Para
from tests.segment.made import BRIDGE, POMELO, page, wrapped

COLUMN = BRIDGE.column()


def texts_of(groups: list[Group], seen: Page, read: Reading, paras: list[Para] | None = None) -> Texts:
    """The articles of a page."""
    paras = read.paras if paras is None else paras
    return Texts(groups, seen, Tables(seen).kinship, paras, read.lines, read.blocks)


def test_what_is_of_no_head() -> None:
    assert untaken([4, 0, 2, 1], [(0, 1), (), (3,)]) == [4, 2]


@pytest.mark.parametrize(
    ("subhead", "kept"),
    [
        pytest.param("绕行成为历史", False, id="that says nothing of it"),
        pytest.param("白沙村的蜜柚", True, id="that it speaks of"),
    ],
)
def test_a_headline_within_another_article(subhead: str, kept: bool) -> None:
    shown = page("第4版", BRIDGE.headline, COLUMN[:4], "", subhead, "", COLUMN[4:], "", POMELO.column())
    read = read_page(shown)
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    assert [b.flat for b in read.blocks] == [BRIDGE.headline, subhead]
    end = len(read.paras) - len(POMELO.paragraphs)
    bridge = Group(tuple(range(end)), (0.0,) * end, seen.stacks.index((0,)), 1.0)
    pomelo = Group(tuple(range(end, len(read.paras))), (0.0,) * 3, seen.stacks.index((1,)), 1.0)
    assert above(texts_of([bridge, pomelo], seen, read))[1] == ((1,) if kept else ())


@pytest.mark.parametrize(
    ("subhead", "other", "wanted"),
    [
        pytest.param("白沙村的蜜柚", -1, [1], id="the headline of another article that has none"),
        pytest.param("绕行成为历史", -1, [], id="what the text around it says"),
        pytest.param("白沙村的蜜柚", 1, [], id="that article has one"),
    ],
)
def test_what_looks_like_a_subhead_may_be_the_headline_of_another_article(
    subhead: str, other: int, wanted: list[int]
) -> None:
    read = read_page(page("第4版", BRIDGE.headline, COLUMN[:4], "", subhead, "", COLUMN[4:], "", POMELO.column()))
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    end = len(read.paras) - len(POMELO.paragraphs)
    groups = [
        Group(tuple(range(end)), (0.0,) * end, seen.stacks.index((0,)), 1.0),
        Group(tuple(range(end, len(read.paras))), (0.0,) * 3, other, 1.0),
    ]
    texts = texts_of(groups, seen, read)
    assert texts.wanted([(0,), (1,) if other >= 0 else ()], [1]) == wanted


@pytest.mark.parametrize(("over", "wanted"), [("本报专访果农", [1]), ("山里的果农", [])])
def test_under_who_was_asked_alone_a_headline_is_wanted(over: str, wanted: list[int]) -> None:
    rows = page("第4版", BRIDGE.headline, COLUMN[:4], "", "白沙村的蜜柚", "", COLUMN[4:], "", over, "", POMELO.column())
    read = read_page(rows)
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    assert [b.flat for b in read.blocks] == [BRIDGE.headline, "白沙村的蜜柚", over]
    end = len(read.paras) - len(POMELO.paragraphs)
    groups = [
        Group(tuple(range(end)), (0.0,) * end, seen.stacks.index((0,)), 1.0),
        Group(tuple(range(end, len(read.paras))), (0.0,) * 3, seen.stacks.index((2,)), 1.0),
    ]
    texts = texts_of(groups, seen, read)
    assert texts.wanted([(0,), (2,)], [1]) == wanted


@pytest.mark.parametrize(
    ("row", "kept"),
    [("江边的灯火", True), ("0700-1234567", False), ("青石河晚报 江声｜2版", False), ("RIVERSIDE", False)],
)
def test_a_piece_of_something_else_heads_nothing_though_the_text_is_cut_below_it(row: str, kept: bool) -> None:
    read = read_page(page(BRIDGE.headline, BRIDGE.column(), "", row, "", POMELO.column()))
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    assert [b.flat for b in read.blocks] == [BRIDGE.headline, row]
    cut = next(k for k, para in enumerate(read.paras) if para.lines[0] > read.blocks[1].lines[0])
    bridge = Group(tuple(range(cut)), (0.0,) * cut, seen.stacks.index((0,)), 1.0)
    rest = tuple(range(cut, len(read.paras)))
    pomelo = Group(rest, (0.0,) * len(rest), seen.stacks.index((1,)), 1.0)
    assert above(texts_of([bridge, pomelo], seen, read))[1] == ((1,) if kept else ())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "1月8日，镇上的老人在文化站里剪窗花，送给来看灯的孩子们，灯会要一直办到元宵节。", True, id="a date"
        ),
        pytest.param(
            "里的老人在文化站里剪窗花，送给来看灯的孩子们，灯会要一直办到元宵节这天晚上。", False, id="a rest"
        ),
    ],
)
def test_a_text_without_an_indent_takes_what_stands_above_it_if_it_begins_with_a_date(text: str, kept: bool) -> None:
    read = read_page(page(BRIDGE.headline, BRIDGE.column(), "", "巧手剪窗花", "", wrapped(text)))
    paras = [replace(p, full_start=True) if p.lines[0] > read.blocks[1].lines[0] else p for p in read.paras]
    seen = page_of(read.lines, read.forms, read.seen, paras, read.blocks)
    cut = next(k for k, para in enumerate(paras) if para.lines[0] > read.blocks[1].lines[0])
    bridge = Group(tuple(range(cut)), (0.0,) * cut, seen.stacks.index((0,)), 1.0)
    story = Group((cut,), (0.0,), -1, 1.0)
    assert above(texts_of([bridge, story], seen, read, paras))[1] == ((1,) if kept else ())


@pytest.mark.parametrize(
    ("fitness", "said", "subject"),
    [
        (("fit:name", "fit:heap"), WELL, True),
        # who wrote it is not spoken of
        (("fit:name", "fit:heap"), WELL - 0.1, False),
        (("fit:name", "fit:stop"), WELL, False),
        ((), WELL, False),
    ],
)
def test_what_looks_like_a_name_may_be_what_a_text_is_about(
    fitness: tuple[str, ...], said: float, subject: bool
) -> None:
    assert names_subject(0, [fitness], lambda n, a: said if a else -2.0, 2) is subject
