"""What nobody took and stands right above or below a headline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.articles.fitness import REST
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft
from newsarchive.segment.heads.beside import adds_to_above, give_beside, give_spoken_of
from tests.segment.made import each


def given(*rows: str, fitness: str = "", headline: tuple[int, ...] = (1,), wanting: bool = False) -> Draft:
    """An article with a headline of some lines, when the first row was nobody's."""
    shown = [Block((n,), row, spaced=False, vertical=False, width=float(len(row))) for n, row in enumerate(rows)]
    draft = Draft(headline=list(headline), body=[("para", (len(rows),))])
    give_beside(shown, [0], [(fitness,), *[()] * len(rows)], [draft], each(*(b.flat for b in shown)), wanting=wanting)
    return draft


@pytest.mark.parametrize(
    ("above", "fitness", "wanting"),
    [
        # the name of a column and how to call it, whatever else lacks a headline
        ("百姓热线5550123", "fit:kicker", True),
        # a slogan in two halves, a sentence of two clauses
        ("春播一线 实看准备", "", False),
        ("三十年修了四回，回回修半截", "", False),
        ("“一扇门”，“一颗公章”", "", False),
    ],
)
def test_what_stands_above_a_headline_is_its_kicker(above: str, fitness: str, wanting: bool) -> None:
    assert given(above, "老渠今春通水", fitness=fitness, wanting=wanting).kicker == [0]


@pytest.mark.parametrize(
    ("above", "fitness", "wanting"),
    [
        # another article may lack it as its headline
        ("三十年修了四回，回回修半截", "", True),
        # one clause may be the headline of another, a scrap is nothing
        ("老渠边上的新渠长", "", False),
        # two pieces of something
        ("一早开闸，渠长", "", False),
        ("咨询电话 5550123，5550124", "fit:rest", False),
        ("一头写着平安，", "fit:stop", False),
    ],
)
def test_or_nothing(above: str, fitness: str, wanting: bool) -> None:
    assert given(above, "老渠今春通水", fitness=fitness, wanting=wanting).kicker == []


def test_below_more_that_nobody_took_it_may_be_a_piece_of_that() -> None:
    shown = [Block((n,), row, False, False, 9.0) for n, row in enumerate(("渠口", "春播一线 实看准备", "老渠今春通水"))]
    draft = Draft(headline=[2])
    give_beside(shown, [0, 1], [(), (), ()], [draft], each(*(b.flat for b in shown)), wanting=False)
    assert draft.kicker == []


def test_a_headline_has_one_kicker_and_what_stands_apart_is_none() -> None:
    draft = Draft(headline=[1], kicker=[7])
    shown = [Block((0,), "百姓热线", False, False, 4.0)]
    give_beside(shown, [0], [("fit:kicker",)], [draft], each("百姓热线"), wanting=False)
    assert draft.kicker == [7]
    assert given("春播一线 实看准备", "天气", "老渠今春通水", headline=(2,)).kicker == []


@pytest.mark.parametrize("flat", ["（按姓氏笔画排列）", "2025年第4号", "第 17 号", "河规公字〔2025〕8号"])
def test_some_lines_only_add_to_the_headline_above(flat: str) -> None:
    assert adds_to_above(flat)
    assert given("老渠今春通水", flat, headline=(0,)).subtitle == [1]


@pytest.mark.parametrize("flat", ["按姓氏笔画排列", "（诗三首）", "渠口大闸开闸", "今夜停水，明早恢复）"])
def test_and_most_do_not(flat: str) -> None:
    assert not adds_to_above(flat)


def test_what_stands_in_the_text_adds_to_no_headline() -> None:
    shown = [Block((0,), "老渠今春通水", False, False, 6.0), Block((1,), "（按姓氏笔画排列）", False, False, 9.0)]
    draft = Draft(headline=[0], body=[("subhead", (1,)), ("para", (2,))])
    give_beside(shown, [], [(), ()], [draft], each(*(b.flat for b in shown)), wanting=False)
    assert draft.subtitle == []


@pytest.mark.parametrize(
    ("row", "fitness", "subtitle"),
    [
        ("沿渠八村轮灌不误农时", ("fit:byline",), [1]),
        # no byline below, who wrote it, a rubric, what might be a headline
        ("沿渠八村轮灌不误农时", (), []),
        ("沿渠八村轮灌不误农时", ("fit:byline", "fit:name"), []),
        ("沿渠八村轮灌不误农时", ("fit:byline", "fit:kicker"), []),
        ("八村轮灌忙", ("fit:byline",), []),
    ],
)
def test_what_stands_between_a_headline_and_the_byline_is_its_subtitle(
    row: str, fitness: tuple[str, ...], subtitle: list[int]
) -> None:
    assert closed(row, fitness) == subtitle


@pytest.mark.parametrize(("under", "subtitle"), [((1, 2), [1]), ((2,), [])])
def test_on_a_page_drawn_with_blanks_it_stands_under_the_headline(under: tuple[int, ...], subtitle: list[int]) -> None:
    assert closed("沿渠八村轮灌不误农时", ("fit:byline",), under) == subtitle


def closed(row: str, fitness: tuple[str, ...], under: tuple[int, ...] = ()) -> list[int]:
    """The subtitle of a headline with a row below it; some lines surely stand under those before them."""
    rows = ("老渠今春通水", row, "本报记者 方小禾")
    shown = [Block((n,), row, False, False, float(len(row))) for n, row in enumerate(rows[:2])]
    lines = [replace(line, under=n in under) for n, line in enumerate(each(*rows))]
    draft = Draft(headline=[0], body=[("para", (3,))])
    give_beside(shown, [1], [(), fitness], [draft], lines, wanting=True)
    return draft.subtitle


OVER, HEAD, UNDER = 3, 4, 5


def spoken(
    flat: str, line: int, told: list[float], fit: tuple[str, ...] = (), *, kicker: bool = False, subtitle: bool = False
) -> Draft:
    """The first of some articles, its headline on line 4, after the block at a line was given; ``told`` is how surely
    that heads each of them.
    """
    draft = Draft(headline=[HEAD], kicker=[1] * kicker, subtitle=[8] * subtitle)
    drafts = [draft, *(Draft(headline=[10 * n]) for n in range(2, len(told) + 1))]
    shown = [Block((line,), flat, spaced=False, vertical=False, width=float(len(flat)))]
    give_spoken_of([0], drafts, shown, [fit], lambda n, a: told[a], len(drafts))
    return draft


def test_what_stands_right_beside_a_headline_and_is_spoken_of_below_is_of_its_head() -> None:
    assert spoken("青河两岸告别摆渡", OVER, [1.5, -3.0]).kicker == [OVER]
    assert spoken("三年建成 双向六车道", UNDER, [1.5, -3.0]).subtitle == [UNDER]


@pytest.mark.parametrize(
    ("flat", "line", "told", "fit", "has"),
    [
        pytest.param("青河两岸告别摆渡", OVER, [0.5, -3.0], (), {}, id="hardly spoken of"),
        pytest.param("青河两岸告别摆渡", OVER, [1.5, 0.5], (), {}, id="spoken of elsewhere too"),
        pytest.param("青河两岸告别摆渡", OVER, [1.5, -3.0], (), {"kicker": True}, id="it has a kicker"),
        pytest.param("三年建成 双向六车道", UNDER, [1.5, -3.0], (), {"subtitle": True}, id="it has a subtitle"),
        pytest.param("青河两岸告别摆渡", 7, [1.5, -3.0], (), {}, id="elsewhere"),
        pytest.param("读书", OVER, [1.5, -3.0], (), {}, id="too short to tell"),
        pytest.param("青河两岸告别摆渡，", OVER, [1.5, -3.0], ("fit:stop",), {}, id="a sentence goes on"),
        pytest.param("咨询电话：5550123", OVER, [1.5, -3.0], (REST,), {}, id="whom to ask"),
        pytest.param("本报青河5月19日电", UNDER, [1.5, -3.0], (), {}, id="where news comes from"),
    ],
)
def test_what_is_of_no_head_is_left(
    flat: str, line: int, told: list[float], fit: tuple[str, ...], has: dict[str, bool]
) -> None:
    draft = spoken(flat, line, told, fit, **has)
    assert line not in (*draft.kicker, *draft.headline, *draft.subtitle)


def test_what_only_adds_to_a_headline_is_no_headline_of_another_article() -> None:
    rows = ["老渠通水公告", "棠水字〔2026〕3号"]
    shown = [Block((n,), row, spaced=False, vertical=False, width=float(len(row))) for n, row in enumerate(rows)]
    notice, other = Draft(headline=[0], body=[("para", (2,))]), Draft(headline=[1], body=[("para", (3,))])
    give_beside(shown, [], [()] * 2, [notice, other], each(*rows), wanting=False)
    assert (notice.subtitle, other.headline) == ([1], [])
    # It has a subtitle, or the line is of a text.
    has = Draft(headline=[0], subtitle=[5])
    give_beside(shown, [], [()] * 2, [has], each(*rows), wanting=False)
    assert has.subtitle == [5]
    bare, text = Draft(headline=[0]), Draft(body=[("para", (1,))])
    give_beside(shown, [], [()] * 2, [bare, text], each(*rows), wanting=False)
    assert (bare.subtitle, text.body) == ([], [("para", (1,))])
