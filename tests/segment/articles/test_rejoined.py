"""Articles that were taken for two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.articles.evidence import page_of
from newsarchive.segment.articles.pair import Tables
from newsarchive.segment.articles.rejoined import at_subheads, below_subheads, by_headlines, by_words, last_parts
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.page import read_page
from tests.segment.made import BRIDGE, LIBRARY, POMELO, Story, page, wrapped

COLUMN = BRIDGE.column()


def rejoined(begins: float, heads: tuple[int, int] = (0, 1)) -> list[Group]:
    """Two groups of one text under two headlines of a heap, after a look at the subhead that parts them."""
    text = page(POMELO.headline, "", BRIDGE.headline, "", COLUMN[:4], "", "绕行成为历史", "", COLUMN[4:])
    read = read_page(text)
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    assert [b.flat for b in read.blocks] == [POMELO.headline, BRIDGE.headline, "绕行成为历史"]
    k = next(k for k, between in enumerate(seen.between) if 2 in between.blocks)
    first, second = (seen.stacks.index((b,)) if b >= 0 else -1 for b in heads)
    upper = Group(tuple(range(k)), (1.0, *(-1.0,) * (k - 1)), first, 2.0)
    lower = Group(tuple(range(k, len(read.paras))), (begins, *(-1.0,) * (len(read.paras) - k - 1)), second, 1.0)
    return at_subheads([upper, lower], seen)


def test_a_kicker_and_its_headline_over_one_text() -> None:
    (whole,) = rejoined(-0.5)
    assert whole.paras == tuple(range(len(whole.begins)))
    assert whole.margin == 1.0


@pytest.mark.parametrize(
    ("begins", "heads"),
    [
        pytest.param(0.5, (0, 1), id="more speaks for two texts"),
        pytest.param(-0.5, (1, 0), id="the second heads the first"),
        pytest.param(-0.5, (0, 2), id="the second stands under its own headline"),
        pytest.param(-0.5, (-1, 1), id="the first has no headline"),
    ],
)
def test_two_texts(begins: float, heads: tuple[int, int]) -> None:
    assert len(rejoined(begins, heads)) == 2


UPPER, LOWER = Group((2,), (1.0,), -1, 2.0), Group((0, 1), (-1.0, 0.5), 3, 1.0)


def told(*groups: Group) -> list[Group]:
    """The groups of a page on which a word tells that its first paragraph goes on with its third."""
    read = read_page(page(BRIDGE.headline, COLUMN))
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    return by_words(list(groups), replace(seen, told={0: 2}))


def test_the_lower_half_under_the_headline_and_the_upper_half_behind_it() -> None:
    (whole,) = told(LOWER, UPPER)
    assert whole == Group((0, 1, 2), (-1.0, 0.5, 1.0), 3, 1.0)


def test_two_texts_of_two_heads_stay_apart() -> None:
    assert told(LOWER, replace(UPPER, head=1)) == [LOWER, replace(UPPER, head=1)]


def test_what_goes_on_behind_its_end_stays_as_it_is() -> None:
    groups = [LOWER, Group((2, 3), (1.0, -1.0), -1, 2.0)]
    assert told(*groups) == groups


@pytest.mark.parametrize(
    ("below", "torn", "whole"),
    [
        pytest.param(POMELO, True, True, id="the headline tells of both"),
        pytest.param(POMELO, False, False, id="a text that begins anew"),
        pytest.param(BRIDGE, True, False, id="a headline that tells of neither"),
    ],
)
def test_a_text_that_begins_inside_a_sentence(below: Story, torn: bool, whole: bool) -> None:
    foot, rest = POMELO.column()[:2], below.column()[4:]
    read = read_page(page(POMELO.headline, "", foot, "", LIBRARY.headline, "", LIBRARY.column(), "", rest))
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    k = next(k for k, p in enumerate(read.paras) if read.lines[p.lines[0]].flat == rest[0])
    between = [replace(b, open_start=torn if n == k else b.open_start) for n, b in enumerate(seen.between)]
    heads = [next(d for d, stack in enumerate(seen.stacks) if stack == (n,)) for n in range(2)]
    groups = [
        Group((0,), (1.0,), heads[0], 2.0),
        Group(tuple(range(1, k)), (1.0,) * (k - 1), heads[1], 2.0),
        Group(tuple(range(k, len(between))), (1.0,) * (len(between) - k), -1, 2.0),
    ]
    assert between[1].before_open
    assert (len(by_headlines(groups, replace(seen, between=between))) == 2) is whole


def parted(bare: str, *, subhead: str = "桥头桥尾", lead: str = "") -> list[Group]:
    """A text under a headline, a subhead below it, and a text without a headline below that."""
    text = page(BRIDGE.headline, "", COLUMN[:4], "", subhead, "", f"　　{lead}{bare}")
    read = read_page(text)
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    k = next(k for k, between in enumerate(seen.between) if between.blocks == (1,))
    head = seen.stacks.index((0,))
    upper = Group(tuple(range(k)), (1.0, *(-1.0,) * (k - 1)), head, 2.0)
    lower = Group(tuple(range(k, len(read.paras))), (0.5,) * (len(read.paras) - k), -1, 1.0)
    return below_subheads([upper, lower], Tables(seen))


# What the headline speaks of, and what it does not.
OF_IT = "".join(COLUMN[4:]).strip("　")
OF_ANOTHER = "馆里新添的童书上架当天就借空了，孩子们要排队等上一周。"


def test_a_text_below_a_subhead_of_which_the_headline_speaks() -> None:
    (whole,) = parted(f"{BRIDGE.headline}以后，{OF_IT}")
    assert whole.paras == tuple(range(len(whole.begins)))


@pytest.mark.parametrize(
    ("bare", "subhead", "lead"),
    [
        pytest.param(OF_ANOTHER, "桥头桥尾", "", id="the headline does not speak of it"),
        pytest.param(f"{BRIDGE.headline}以后，{OF_IT}", "桥头桥尾", "本报讯 ", id="it opens an article"),
        pytest.param(f"{BRIDGE.headline}以后，{OF_IT}", "绕行成为历史", "", id="what stands between is its headline"),
    ],
)
def test_a_text_below_a_subhead_that_is_another_one(bare: str, subhead: str, lead: str) -> None:
    assert len(parted(bare, subhead=subhead, lead=lead)) == 2


def jumping(last: str, *, jump: str = "（下转第4版）", above: str = "", origin: str = "") -> list[Group]:
    """Two articles, and a text under what looks like a headline that ends with a jump line."""
    rows = (
        BRIDGE.headline,
        origin,
        COLUMN,
        "",
        POMELO.headline,
        POMELO.column(),
        "",
        "桥头桥尾",
        above,
        wrapped(last, 15),
        jump,
    )
    read = read_page(page(*rows))
    seen = page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    firsts = [seen.places()[seen.stacks.index((b,))] for b in range(3)]
    groups = [
        Group(tuple(range(first, end)), (1.0, *(-1.0,) * (end - first - 1)), seen.stacks.index((b,)), 2.0)
        for b, (first, end) in enumerate(zip(firsts, [*firsts[1:], len(read.paras)], strict=True))
    ]
    assert len(groups) == 3
    return last_parts(groups, Tables(seen))


# What only the first article speaks of, and what both do.
OF_BRIDGE = "大桥的钢梁吊装以后，两岸村民过河不用绕行，项目经理说桥面铺装月底开始。"
OF_BOTH = "钢梁吊装到位，大桥合龙，工人在桥面上放起了鞭炮，蜜柚装船出海，果农笑得合不拢嘴。"


def test_a_short_text_that_goes_on_elsewhere_is_the_last_part_of_another() -> None:
    first, second = jumping(OF_BRIDGE)
    assert first.paras == (0, 1, 2, 6)
    assert first.head == 0
    assert second.paras == (3, 4, 5)


def test_what_comes_from_another_page_does_not_go_on_to_a_third() -> None:
    assert jumping(OF_BRIDGE, origin="（上接第1版）")[0].paras == (0, 1, 2)


@pytest.mark.parametrize(
    ("last", "given"),
    [
        pytest.param(OF_BOTH, {}, id="of which two articles speak"),
        pytest.param(OF_BRIDGE * 10, {}, id="a long one"),
        pytest.param(OF_BRIDGE, {"jump": ""}, id="that ends here"),
        pytest.param(OF_BRIDGE, {"above": "本报记者 方小禾"}, id="below a byline"),
        pytest.param(f"本报讯 （记者 方小禾） {OF_BRIDGE}", {}, id="with a lead"),
    ],
)
def test_a_text_that_goes_on_elsewhere_is_another_one(last: str, given: dict[str, str]) -> None:
    assert len(jumping(last, **given)) == 3
