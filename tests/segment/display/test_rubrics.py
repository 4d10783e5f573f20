"""The names of rubrics (栏目) above headlines."""

from __future__ import annotations

import pytest

from newsarchive.segment.display.blocks import Block
from newsarchive.segment.display.rubrics import (
    RATHER,
    give_rubrics,
    is_rubric,
    over_heads,
    over_their_heads,
    series_elsewhere,
)


def block(line: int, flat: str) -> Block:
    return Block((line,), flat, spaced=" " in flat, vertical=False, width=float(len(flat)))


@pytest.mark.parametrize("flat", ["檐下闲谭", "身边手艺人", "秋收一线③", "对 话", "文旅", "■ 檐下闲谭", "【檐下闲谭】"])
def test_a_few_characters_without_marks_have_the_form_of_a_rubric(flat: str) -> None:
    assert is_rubric(block(0, flat))


@pytest.mark.parametrize("flat", ["秋天，来了", "“老”有所学", "谁来守桥？", "守桥人四十年没有离开过石桥镇", "——读书记"])
def test_what_a_headline_says_has_not(flat: str) -> None:
    assert not is_rubric(block(0, flat))


def test_two_characters_set_apart_are_one_word() -> None:
    assert is_rubric(Block((0,), "现 场", spaced=False, vertical=False, width=3.0))


# A page with two headlines, each below display type that may be a rubric.
SHOWN = [block(0, "檐下闲谭"), block(1, "慢一点又何妨"), block(4, "身边手艺人"), block(5, "修伞的老邢收了徒弟")]


def given(
    stacks: list[tuple[int, ...]], free: list[int], said: float = 0.0, shown: list[Block] | None = None
) -> tuple[list[tuple[int, ...]], dict[int, int]]:
    return give_rubrics(stacks, free, shown or SHOWN, lambda n, a: said)


def test_what_nobody_took_above_a_headline_names_its_rubric() -> None:
    assert given([(1,), (3,)], [0, 2]) == ([(1,), (3,)], {0: 0, 1: 2})


def test_the_last_of_another_head_that_its_text_does_not_say_does_too() -> None:
    assert given([(1, 2), (3,)], []) == ([(1,), (3,)], {1: 2})
    # a second line of that headline is said in its text
    assert given([(1, 2), (3,)], [], said=0.8) == ([(1, 2), (3,)], {})


def test_below_a_rubric_by_its_words_it_is_the_headline() -> None:
    shown = [block(3, "河边笔记"), block(4, "慢一点又何妨"), block(5, "修伞的老邢收了徒弟")]
    assert given([(0, 1), (2,)], [], shown=shown) == ([(0, 1), (2,)], {})


def test_above_a_rubric_by_its_words_stands_what_the_page_is_called() -> None:
    shown = [block(3, "城南城北"), block(4, "河边笔记"), block(5, "慢一点又何妨")]
    assert given([(1, 2)], [0], shown=shown) == ([(1, 2)], {})


def test_a_headline_of_its_own_is_none() -> None:
    assert given([(1,), (2,), (3,)], []) == ([(1,), (2,), (3,)], {})


def test_nothing_stands_between_a_rubric_and_its_headline() -> None:
    apart = [SHOWN[0], block(2, "慢一点又何妨"), *SHOWN[2:]]
    assert given([(1,), (3,)], [0, 2], shown=apart) == ([(1,), (3,)], {1: 2})


def test_a_rubric_by_its_place_or_its_words_is_no_headline_to_give_away() -> None:
    assert over_heads([(1,), (3,)], [0, 2], SHOWN, lambda n: [0.0, 0.0]) == [0, 2]
    # a photo story without a headline speaks of it
    assert over_heads([(1,), ()], [0], SHOWN, lambda n: [0.0, 0.4]) == []
    # it stands over nothing, but its words tell
    assert over_heads(
        [(), ()], [0, 2], [block(0, "河边笔记"), block(1, "慢一点"), block(4, "檐下闲谭")], lambda n: [0.0]
    ) == [0]
    # more characters than most rubrics have
    assert over_heads([(1,), ()], [0], [block(0, "小河一弯载客归"), *SHOWN[1:]], lambda n: [0.0, 0.0]) == []


def test_the_label_of_a_series_is_that_of_the_article_that_speaks_of_it() -> None:
    shown = [block(0, "连载·旧渡（17）"), block(9, "檐下闲谭")]

    def found(*odds: float) -> dict[int, int]:
        return series_elsewhere([0, 1], shown, range(len(odds)), lambda n, a: odds[a])

    assert found(0.0) == {0: 0}
    assert found(-0.1) == {}
    assert found(1.0, 1.0 + RATHER) == {1: 0}
    assert found(1.0, 0.9 + RATHER) == {}
    assert found() == {}


# Headlines under rubrics that words tell, painted one after the other.
HEAP = [block(0, "河边笔记"), block(1, "慢一点又何妨"), block(2, "老伞信箱"), block(3, "修伞的老邢收了徒弟")]


def test_a_rubric_stands_over_the_headline_right_below_it() -> None:
    assert over_their_heads([(0,), (3,)], HEAP) == [(0, 1), (3,)]
    # the headline above is not that of the rubric
    assert over_their_heads([(1, 2), ()], HEAP) == [(1,), ()]
    assert over_their_heads([(1, 2), (3,)], HEAP) == [(1,), (2, 3)]
    assert over_their_heads([(0, 1), (2, 3)], HEAP) == [(0, 1), (2, 3)]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(block(2, "慢一点又何妨"), id="something stands between"),
        pytest.param(block(1, "桥边信箱"), id="another rubric"),
    ],
)
def test_a_rubric_alone_completes_nothing_else(below: Block) -> None:
    assert over_their_heads([(0,)], [HEAP[0], below]) == [(0,)]


def test_what_heads_short_news_has_no_headline_below() -> None:
    assert over_their_heads([(0,)], [block(0, "石桥快讯"), HEAP[1]]) == [(0,)]


def test_a_rubric_that_is_all_an_article_has_goes_to_the_head_below() -> None:
    # it is left to its article until the headlines are given out
    assert over_their_heads([(0,), (1,)], HEAP) == [(0,), (1,)]
    assert given([(0,), (1,)], [], shown=HEAP) == ([(), (1,)], {1: 0})
    # nor is it kept where another headline was found for that article
    assert given([(0, 3), (1,)], [], shown=HEAP) == ([(3,), (1,)], {1: 0})
    assert given([(0, 1), (3,)], [], shown=HEAP) == ([(0, 1), (3,)], {})
    # no words tell that this is a rubric
    assert given([(0,), (1,)], []) == ([(0,), (1,)], {})
