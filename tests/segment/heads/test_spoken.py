"""Headlines given to the texts that speak of them."""

from __future__ import annotations

import pytest

from newsarchive.segment.display.blocks import Block
from newsarchive.segment.heads.spoken import (
    APART,
    BESIDE,
    BETTER,
    BY_FAR,
    FAR,
    FAR_MORE,
    LIKELY,
    NOBODYS,
    OF_HEAD,
    PARTED,
    RATHER,
    SURE,
    WELL,
    Sense,
    begun,
    between_parts,
    put_together,
)


def block(line: int, flat: str = "一行标题", tie: float = 0.0) -> Block:
    return Block((line,), flat, spaced=False, vertical=False, width=4.0, tie=tie)


def titled(stack: tuple[int, ...]) -> list[str]:
    """The first block of a head is its headline."""
    return ["headline", *["subtitle"] * (len(stack) - 1)]


def given(
    odds: list[list[float]],
    stacks: list[tuple[int, ...]],
    whole: tuple[int, ...] = (0, 1),
    pictures: int = 0,
    lines: tuple[int, ...] = (0, 10, 20),
    first: str = "一行标题",
    tie: float = 0.0,
) -> list[tuple[int, ...]]:
    """The heads of some articles; ``odds`` are those of each block by article, picture stories last."""
    shown = [block(line, "一行标题" if n else first, tie if n else 0.0) for n, line in enumerate(lines[: len(odds)])]
    return Sense(shown, lambda n, a: odds[n][a], titled, whole, pictures).given(stacks, range(len(odds)))


def test_an_article_without_a_headline_takes_the_one_that_it_speaks_of() -> None:
    assert given([[LIKELY - RATHER, LIKELY]], [(), ()]) == [(), (0,)]
    # not one that another says as much of, or that it hardly says itself
    assert given([[LIKELY, LIKELY + RATHER - 0.1]], [(), ()]) == [(), ()]
    assert given([[-9.0, LIKELY - 0.1]], [(), ()]) == [(), ()]


def test_a_text_that_begins_inside_a_sentence_takes_none_but_what_is_surely_its_own() -> None:
    assert given([[-9.0, SURE - 0.1]], [(), ()], whole=(0,)) == [(), ()]
    assert given([[-9.0, SURE]], [(), ()], whole=(0,)) == [(), (0,)]


def test_a_headline_leaves_its_text_to_one_that_nobody_took_and_adds_to_the_head_of_another() -> None:
    here, more = -1.0, OF_HEAD
    assert here + FAR <= more < here + APART
    # Block 1 stands over article 0 and speaks of article 1, which has block 0; block 2 is nobody's and speaks of 0.
    stands: list[tuple[int, ...]] = [(1,), (0,)]
    assert given([[-9.0, WELL], [here, more], [here + 0.1, -9.0]], stands) == [(), (0, 1)]
    # not where nothing would be left over article 0, or only what another text says as much of
    assert given([[-9.0, WELL], [here, more], [here - 0.1, -9.0]], stands) == [(1,), (0,)]
    assert given([[-9.0, WELL], [here, more], [here + 0.1, here]], stands) == [(1,), (0,)]


def test_a_headline_leaves_a_text_that_does_not_speak_of_it() -> None:
    assert given([[SURE - FAR, SURE]], [(0,), ()]) == [(), (0,)]
    assert given([[SURE - FAR + 0.1, SURE]], [(0,), ()]) == [(0,), ()]
    assert given([[-9.0, SURE - 0.1]], [(0,), ()]) == [(0,), ()]


def test_what_says_far_more_takes_the_place_of_the_head() -> None:
    odds = [[0.0, -4.0], [BETTER, -4.0]]
    assert given(odds, [(0,), ()]) == [(1,), ()]
    assert given([[0.1, -1.0], [BETTER, -1.0]], [(0,), ()]) == [(0,), ()]
    # what says enough stays, whatever else says more
    assert given([[WELL, -4.0], [WELL + 2 * BETTER, -4.0]], [(0,), ()]) == [(0, 1), ()]


@pytest.mark.parametrize(
    ("first", "head"),
    [
        ("工地手记", (2,)),
        ("八个月架起一座桥——", (2,)),
        pytest.param("八个月架起一座桥", (0, 1, 2), id="that may be a headline itself"),
    ],
)
def test_what_stands_over_a_headline_does_not_keep_it_in_its_place(first: str, head: tuple[int, ...]) -> None:
    odds = [[0.0, -9.0], [1.0, -9.0], [1.0 + BETTER, -9.0]]
    assert given(odds, [(0, 1), ()], first=first) == [head, ()]


def test_a_head_of_parts_stays() -> None:
    odds = [[-4.0, -9.0], [-4.0, -9.0], [2.0, -9.0]]
    assert given(odds, [(0, 1), ()]) == [(0, 1), ()]
    assert given(odds, [(0,), ()]) == [(2,), ()]


@pytest.mark.parametrize(
    ("first", "heads"),
    [
        ("市长在大桥工地上强调", [(0, 1), (2,)]),
        ("市长在大桥工地上", [(0,), (1, 2)]),
        pytest.param("工地手记", [(0, 1), (2,)], id="a rubric"),
        pytest.param("石桥快讯", [(0,), (1, 2)], id="what heads short news"),
    ],
)
def test_an_introduction_gets_its_headline(first: str, heads: list[tuple[int, ...]]) -> None:
    """A headline in the head of another text, which speaks more of what an introduction stands over."""
    here = WELL - FAR
    odds = [[WELL + 2, -4.0], [here + FAR, here], [-4.0, WELL]]
    assert given(odds, [(0,), (1, 2)], first=first) == heads


def test_what_a_dash_adds_to_does_not_leave_it() -> None:
    odds = [[-4.0, WELL], [0.0, -4.0]]
    shown = [block(0), block(1, "——一论过河")]

    def found(stack: tuple[int, ...]) -> list[tuple[int, ...]]:
        return Sense(shown, lambda n, a: odds[n][a], titled, (0, 1)).given([stack, ()], [0])

    assert found((0, 1)) == [(0, 1), ()]
    assert found((0,)) == [(), (0,)]


def test_headlines_change_places() -> None:
    odds = [[-3.0, 4.0], [4.0, -3.0]]
    assert given(odds, [(0,), (1,)]) == [(1,), (0,)]


def test_what_stands_right_above_a_head_does_not_take_its_place() -> None:
    odds = [[BESIDE - 0.1, -4.0], [0.0, -4.0]]
    assert given(odds, [(1,), ()], lines=(0, 1)) == [(1,), ()]


@pytest.mark.parametrize(
    ("odds", "tie", "head"),
    [
        pytest.param([WELL, BESIDE], -1.0, (0, 1), id="nobody took it"),
        pytest.param([WELL, BESIDE - 0.1], -1.0, (0,), id="the text hardly speaks of it"),
        pytest.param([WELL, BESIDE], PARTED - 0.1, (0,), id="another headline"),
        pytest.param([WELL, BESIDE], 0.1, (0,), id="parted from it before"),
    ],
)
def test_what_nobody_took_right_beside_a_head_is_of_it(odds: list[float], tie: float, head: tuple[int, ...]) -> None:
    assert given([[x, -9.0] for x in odds], [(0,), ()], lines=(0, 1), tie=tie) == [head, ()]


def test_what_stands_over_another_text_and_right_below_a_head_is_of_it() -> None:
    odds = [[WELL, -9.0], [APART - 3.0, -3.0]]
    assert given(odds, [(0,), (1,)], lines=(0, 1)) == [(0, 1), ()]


def test_the_label_of_short_news_heads_them_whatever_they_say() -> None:
    assert given([[-4.0], [4.0]], [(0,)], whole=(0,), first="简讯") == [(0,)]


def test_a_part_of_another_head_is_put_to_it() -> None:
    """A subtitle that stands alone over another text."""
    assert given([[WELL, -9.0], [APART - 3.0, -3.0]], [(0,), (1,)]) == [(0, 1), ()]
    assert given([[WELL, -9.0], [APART - 3.1, -3.0]], [(0,), (1,)]) == [(0,), (1,)]
    assert given([[WELL, -9.0], [OF_HEAD - 0.1, -9.0]], [(0,), (1,)]) == [(0,), (1,)]
    # as a headline only if it says more than the one that is there
    assert given([[OF_HEAD, -4.0], [WELL, -9.0]], [(1,), (0,)]) == [(1,), ()]
    assert given([[WELL + 1, -4.0], [WELL, -9.0]], [(1,), (0,)]) == [(0, 1), ()]


@pytest.mark.parametrize(("picture", "head"), [(5.0, ()), (-5.0, (0,))])
def test_a_picture_that_speaks_more_of_a_headline_is_waited_for(picture: float, head: tuple[int, ...]) -> None:
    assert given([[3.0, picture]], [()], whole=(0,), pictures=1) == [head]


def test_of_nothing_nothing_is_made() -> None:
    assert given([], []) == []
    assert given([], [(), ()]) == [(), ()]


def test_what_says_enough_of_a_text_is_of_its_head_wherever_it_stands() -> None:
    more = WELL - FAR_MORE
    assert given([[WELL, more], [WELL, more]], [(0,), ()]) == [(0, 1), ()]
    assert given([[WELL, more], [WELL - 0.1, more]], [(0,), ()]) == [(0,), ()]
    assert given([[WELL, more], [WELL, more + 0.1]], [(0,), ()]) == [(0,), ()]


def test_what_no_other_text_says_is_of_the_head_of_the_one_that_says_it() -> None:
    rest = NOBODYS - BY_FAR
    assert given([[WELL, -9.0], [NOBODYS, rest]], [(0,), ()]) == [(0, 1), ()]
    assert given([[WELL, -9.0], [NOBODYS, rest + 0.1]], [(0,), ()]) == [(0,), ()]
    assert given([[WELL, -9.0], [NOBODYS - 0.1, rest - 0.1]], [(0,), ()]) == [(0,), ()]
    # as a headline that says less than the other block only if it is as surely nobody else's
    assert given([[BY_FAR, 0.0], [WELL, -9.0]], [(1,), ()]) == [(0, 1), ()]
    assert given([[BY_FAR - 0.1, -0.1], [WELL, -9.0]], [(1,), ()]) == [(1,), ()]


def between(odds: list[float], lines: tuple[int, ...] = (0, 1, 2)) -> list[tuple[int, ...]]:
    """The heads of two articles, the first of two blocks; ``odds`` are those of the block between them."""
    return between_parts([(0, 2), ()], [1], [block(line) for line in lines], lambda n, a: odds[a])


def test_what_stands_between_two_parts_of_a_head_is_of_it() -> None:
    assert between([-3.0, -3.0]) == [(0, 1, 2), ()]
    assert between([-3.0, LIKELY - 0.1]) == [(0, 1, 2), ()]
    # another text rather speaks of it
    assert between([-3.0, LIKELY]) == [(0, 2), ()]
    assert between([1.0, 1.0]) == [(0, 1, 2), ()]


def test_what_stands_apart_from_two_parts_of_a_head_is_not() -> None:
    assert between([1.0, -3.0], (0, 1, 4)) == [(0, 2), ()]


def together(
    odds: list[tuple[float, float]],
    lines: tuple[int, ...] = (0, 1, 3, 5),
) -> list[tuple[int, ...]]:
    """The heads of two articles, the second of two blocks; ``odds`` are those of each block by article."""
    return put_together([(0,), (1, 3)], [block(line) for line in lines], lambda n, a: odds[n][a])


def test_a_block_apart_from_its_head_is_of_the_one_beside() -> None:
    apart = [(6.0, -3.0), (4.0, 4.0 - RATHER), (0.0, 0.0), (-3.0, 6.0)]
    assert together(apart) == [(0, 1), (3,)]
    # its own text says as much of it
    assert together([apart[0], (4.0, 4.0), *apart[2:]]) == [(0,), (1, 3)]
    # nothing else would head its text
    assert together([*apart[:3], (-3.0, SURE - 0.1)]) == [(0,), (1, 3)]
    # something stands between it and the other head
    assert together(apart, (0, 2, 4, 6)) == [(0,), (1, 3)]


def test_a_head_of_three_blocks_takes_one_more_and_no_fifth() -> None:
    odds = [[WELL, -4.0]] * 5
    assert given(odds[:4], [(0, 1, 2), ()], lines=(0, 10, 20, 30)) == [(0, 1, 2, 3), ()]
    assert given(odds, [(0, 1, 2, 3), ()], lines=(0, 10, 20, 30, 40)) == [(0, 1, 2, 3), ()]


@pytest.mark.parametrize(
    ("flat", "fitness", "odds", "stacks", "found"),
    [
        pytest.param("楼市平稳", ("fit:inside",), [3.0, 0.5], [(1,), ()], {1: 0}, id="a half in a box"),
        pytest.param("楼市平稳", ("fit:inside",), [3.0, 0.6], [(1,), ()], {}, id="others speak of it too"),
        pytest.param("楼市平稳", ("fit:inside",), [2.9, -9.0], [(1,), ()], {}, id="its text hardly speaks of it"),
        pytest.param("楼市平稳", (), [3.0, 0.5], [(1,), ()], {}, id="within no text"),
        pytest.param("民生观察", ("fit:inside", "fit:kicker"), [3.0, 0.5], [(1,), ()], {}, id="the name of a column"),
        pytest.param("楼市近来平稳了", ("fit:inside",), [3.0, 0.5], [(1,), ()], {}, id="too long"),
        pytest.param("楼市平稳", ("fit:inside",), [3.0, 0.5], [(1, 2), ()], {}, id="over a head of parts"),
        pytest.param("楼市平稳", ("fit:inside",), [3.0, 0.5], [(), (1,)], {}, id="of a text without a headline"),
    ],
)
def test_the_first_half_of_a_headline_in_a_box(
    flat: str, fitness: tuple[str, ...], odds: list[float], stacks: list[tuple[int, ...]], found: dict[int, int]
) -> None:
    shown = [block(0, flat), block(9), block(10)]
    assert begun(stacks, [0], shown, [fitness, (), ()], lambda n, a: odds[a]) == found
