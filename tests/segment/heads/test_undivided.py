"""What stands right above or below a head and is of it."""

from __future__ import annotations

import dataclasses

import pytest

from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.heads.undivided import (
    below_heads,
    named_at_the_end,
    over_corrections,
    over_subtitles,
    subheads,
    under_dashes,
    without_numbers,
    without_topics,
)
from newsarchive.segment.lines.line import make
from tests.segment.articles.test_pair import made
from tests.segment.made import each


def block(line: int, flat: str) -> Block:
    return Block((line,), flat, spaced=False, vertical=False, width=float(len(flat)))


SHOWN = [block(0, "守塔人的三十个冬天"), block(1, "——记云岭气象站观测员老谭"), block(2, "春茶开采了")]


@pytest.mark.parametrize(
    ("stacks", "likes", "expected"),
    [
        # the headline was left over
        ([(1,), (2,)], {}, [(0, 1), (2,)]),
        # each headed a text of its own: both go to the one that speaks most of them
        ([(1,), (0,)], {(1, 0): 0.8}, [(0, 1), ()]),
        ([(1,), (0,)], {(0, 1): 0.8, (1, 0): 0.3}, [(), (0, 1)]),
        # one head already, or a subtitle that nobody took
        ([(0, 1), (2,)], {}, [(0, 1), (2,)]),
        ([(0,), (2,)], {}, [(0,), (2,)]),
    ],
)
def test_both_are_of_one_head(
    stacks: list[tuple[int, ...]], likes: dict[tuple[int, int], float], expected: list[tuple[int, ...]]
) -> None:
    assert under_dashes(stacks, SHOWN, lambda n, a: likes.get((n, a), 0.0)) == expected


def test_a_rubric_or_what_stands_elsewhere_is_not() -> None:
    rubric = [block(0, "边地手记"), *SHOWN[1:]]
    assert under_dashes([(1,), (2,)], rubric, lambda n, a: 0.0) == [(1,), (2,)]
    apart = [SHOWN[0], block(5, "——记云岭气象站观测员老谭")]
    assert under_dashes([(1,)], apart, lambda n, a: 0.0) == [(1,)]


def test_who_speaks_heads_nothing_alone() -> None:
    shown = [block(0, "邻居："), block(1, "养鱼人护鸟"), block(4, "县长在工地上强调：")]
    assert without_topics([(0,), (1,), (2,)], shown) == [(), (1,), (2,)]
    assert without_topics([(0, 1)], shown) == [(0, 1)]


def over(
    *rows: str, free: tuple[int, ...] = (0,), likes: tuple[float, ...] = (0.0, 0.0), parts: str = "headline subtitle"
) -> tuple[int, ...]:
    """The head of an article whose head was the second row alone, while others were free."""
    shown = [block(n, row) for n, row in enumerate(rows)]
    labels = parts.split()
    found = over_subtitles(
        [(1,), ()],
        free,
        shown,
        each(*rows),
        lambda n: likes,
        lambda stack: labels[-len(stack) :] if len(stack) > 1 else ["headline"],
    )
    return found[0]


SUBTITLE = "守桥四十年的老邢交出最后一把钥匙"


def test_a_headline_that_no_text_says_stands_over_its_subtitle() -> None:
    assert over("桥还在，人走了", SUBTITLE) == (0, 1)
    # another text speaks of it
    assert over("桥还在，人走了", SUBTITLE, likes=(0.0, 0.6)) == (1,)
    # a subtitle is set smaller, so that a line holds more
    assert over("桥还在，人走了，灯亮着，船来了吗", SUBTITLE) == (1,)
    # it reads as a kicker
    assert over("桥还在，人走了", SUBTITLE, parts="kicker headline") == (1,)
    # what heads short news or a notice has nothing above
    assert over("桥还在", "本周简讯速览") == (1,)
    assert over("桥还在", "关于石桥大修的公告") == (1,)


def below(second: str, *, gap: bool = False, likes: tuple[float, ...] = (0.0, 0.0), parts: str = "headline") -> bool:
    """Whether a second row, with or without a blank line above it, is of the head that the first one alone was."""
    rows = ["柳溪村：一本账", second]
    lines = [make(row, 0, len(row), gap and n == 1) for n, row in enumerate(rows)]
    found = below_heads(
        [(0,), ()],
        [1],
        [block(n, row) for n, row in enumerate(rows)],
        lines,
        lambda n: likes,
        lambda stack: [parts, "subtitle"] if len(stack) > 1 else ["headline"],
    )
    return found[0] == (0, 1)


def test_the_last_line_of_a_headline_may_say_nothing_of_its_text() -> None:
    assert below("理顺百家事")
    assert not below("理顺百家事", gap=True)
    # another text speaks of it
    assert not below("理顺百家事", likes=(0.0, 0.6))
    # what is above would be no headline any more
    assert not below("理顺百家事", parts="kicker")
    # the name of a column, short news
    assert not below("乡村观察")
    assert not below("本周简讯速览")


def nothing(title: str, members: frozenset[int]) -> float:
    """No article says anything of a headline."""
    return -10.0


@pytest.mark.parametrize(
    ("around", "own", "wanted"),
    [
        pytest.param(-1.0, -4.0, [1], id="the text around it says far more of it"),
        pytest.param(-1.0, -2.0, [], id="both say as much"),
    ],
)
def test_a_head_within_another_article_that_speaks_of_it_is_a_subhead(
    around: float, own: float, wanted: list[int]
) -> None:
    texts = ["大桥合龙，村民过河只要三分钟。", "从前绕行二十公里山路。", "图书馆夜里也开门，绕行的人少了。"]
    page = made(texts, ["青石河大桥合龙", "绕行二十公里山路"], {0: (0,), 1: (1,)})
    groups = [Group((0, 1), (1.0, 1.0), 0, 1.0), Group((2,), (1.0,), 1, 1.0)]
    told = {frozenset({0, 1}): around, frozenset({2}): own}
    assert subheads(groups, [(0,), (1,)], page, lambda title, members: told[members]) == wanted


def test_a_headline_with_its_subtitle_is_no_subhead() -> None:
    texts = ["大桥合龙，村民过河只要三分钟。", "从前绕行二十公里山路。", "图书馆夜里也开门，绕行的人少了。"]
    page = made(texts, ["青石河大桥合龙", "绕行二十公里山路", "渡口成了公园"], {0: (0,), 1: (1, 2)})
    groups = [Group((0, 1), (1.0, 1.0), 0, 1.0), Group((2,), (1.0,), 1, 1.0)]
    assert subheads(groups, [(0,), (1, 2)], page, lambda title, members: -1.0 if 0 in members else -9.0) == []
    assert subheads(groups, [(0,), (1,)], page, lambda title, members: -1.0 if 0 in members else -9.0) == [1]


def test_a_head_between_paragraphs_of_its_own_is_a_subhead() -> None:
    texts = ["大桥合龙，村民过河只要三分钟。", "从前绕行二十公里山路。"]
    page = made(texts, ["青石河大桥合龙", "绕行二十公里山路"], {0: (0,), 1: (1,)})
    group = Group((0, 1), (1.0, 1.0), 1, 1.0)
    assert subheads([group], [(1,)], page, nothing) == [0]
    # it stands above the first, or nothing is spare there, or the text says nothing of that
    assert subheads([group], [(0,)], page, nothing) == []
    assert subheads([group], [(0, 1)], page, nothing) == []
    other = made(texts, ["图书馆夜间不打烊", "绕行二十公里山路"], {0: (0,), 1: (1,)})
    assert subheads([group], [(1,)], other, nothing) == []


@pytest.mark.parametrize(("continued", "expected"), [(True, [0]), (False, [])])
def test_a_story_that_goes_on_from_another_page_has_its_headline_above(continued: bool, expected: list[int]) -> None:
    page = made(["大桥合龙，村民过河只要三分钟。", "从前绕行二十公里山路。"], ["绕行二十公里山路"], {1: (0,)})
    first = dataclasses.replace(page.between[0], continued=continued)
    page = dataclasses.replace(page, between=[first, *page.between[1:]])
    group = Group((0, 1), (1.0, 1.0), 1, 1.0)
    assert subheads([group], [(0,)], page, nothing) == expected
    assert subheads([group], [()], page, nothing) == []


def test_a_notice_says_at_its_end_what_it_is_called() -> None:
    shown = [block(0, "春茶开采了"), block(1, "更正")]
    texts = ["春茶开采，村民上山。", "本报昨日第3版把“合龙”误为“合拢”。特此更正，并向读者致歉。"]
    assert named_at_the_end([(0,), ()], [1], shown, texts) == [(0,), (1,)]
    # it has a headline, or two texts say so
    assert named_at_the_end([(0,), (2,)], [1], shown, texts) == [(0,), (2,)]
    assert named_at_the_end([(), ()], [1], shown, [texts[1], texts[1]]) == [(), ()]


CORRECTION = "本报昨日第3版《青石河大桥合拢》中，“合拢”应为“合龙”。"


@pytest.mark.parametrize(
    ("texts", "stacks", "expected"),
    [
        # the headline of another stands over it, or it has none
        (["村里通了公交。", CORRECTION], [(), (0,)], [(), (1,)]),
        (["村里通了公交。", CORRECTION], [(1,), ()], [(), (1,)]),
        # there is none, or more than one
        (["村里通了公交。", "村民过河只要三分钟。"], [(), (0,)], [(), (0,)]),
        ([CORRECTION, CORRECTION], [(), (0,)], [(), (0,)]),
    ],
)
def test_what_corrections_are_called_heads_a_correction(
    texts: list[str], stacks: list[tuple[int, ...]], expected: list[tuple[int, ...]]
) -> None:
    shown = [block(0, "春茶开采了"), block(5, "致 读 者")]
    assert over_corrections(stacks, shown, texts, lambda n, a: 0.0) == expected


def test_but_not_in_place_of_what_the_text_speaks_of() -> None:
    shown = [block(0, "“合龙”不是“合拢”"), block(5, "更正")]
    assert over_corrections([(0,)], shown, [CORRECTION], lambda n, a: 0.4) == [(0,)]


def test_the_first_of_numbered_parts_heads_no_text() -> None:
    shown = [block(0, "秋天做好三件事"), block(1, "1.早起喝水"), block(4, "2.少吃辣"), block(9, "1号线通车")]
    assert without_numbers([(0, 1), (2,), (3,)], shown) == [(0,), (2,), (3,)]
    # nothing is the second
    assert without_numbers([(0, 1), (3,)], [*shown[:2], shown[3], shown[3]]) == [(0, 1), (3,)]
