"""What a display block looks like: a headline, a subhead, a kicker, a scrap."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles import evidence, fitness
from newsarchive.segment.display.blocks import Block, blocks
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.role import is_date, looks
from tests.segment.made import BRIDGE, LIBRARY, each, look, page
from tests.segment.pages import page as seen

PLAIN = BRIDGE.column()
NEXT = LIBRARY.column()[4:]  # no lead


def block(flat: str = "大桥顺利合龙", count: int = 1, **how: bool) -> Block:
    shown = {"spaced": False, "vertical": False, **how}
    return Block(tuple(range(count)), flat, width=float(len(flat)), **shown)


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param(block(flat="青石河大桥顺利合龙两岸村民不再绕行"), id="wider than the column"),
        pytest.param(block(spaced=True), id="set wide apart"),
        pytest.param(block(vertical=True), id="upright"),
        pytest.param(block(count=3), id="three lines"),
        pytest.param(block(flat="一周速览"), id="it heads short news"),
    ],
)
def test_what_looks_less_like_a_subhead(shown: Block) -> None:
    looks = [look() for _ in range(3)]
    assert fitness.barred(shown, looks) > fitness.barred(block(), looks) > 0


@pytest.mark.parametrize(
    ("rows", "feature"),
    [
        pytest.param(["——来自青石河工地的报道"], "fit:dash", id="a dash"),
        pytest.param(["县长在工地上强调"], "fit:kicker", id="a kicker"),
        pytest.param(["夜读一线", "图书馆夜间不打烊"], "fit:kicker", id="a column above a headline"),
        pytest.param(["【读者灯下】", "图书馆夜间不打烊"], "fit:kicker", id="a label in brackets above a headline"),
        pytest.param(["图书馆夜间不打烊", "本报记者 丁一帆"], "fit:byline", id="a byline below it"),
        pytest.param(["图书馆夜里十二点以前都不打烊读者下班来"], "fit:wide", id="wider than the column"),
    ],
)
def test_fitness(rows: list[str], feature: str) -> None:
    made = seen(page(BRIDGE.headline, PLAIN, "", rows, "", NEXT, LIBRARY.column()[:4]))
    assert feature in made.fitness[1]
    assert feature not in made.fitness[0]
    assert fitness.REST not in made.fitness[1]


@pytest.mark.parametrize(
    ("rows", "rest"),
    [
        pytest.param(["青石河有限公司", "2031年3月5日"], True, id="above the day"),
        pytest.param(["青石河日报社", "青石河档案馆"], True, id="two offices"),
        pytest.param(["热线：0700-1234567", "青石河有限公司"], True, id="below whom to ask"),
        pytest.param(["青石河有限公司", "大桥招标公告"], False, id="above what the notice is called"),
        pytest.param(["青石河交通局"], True, id="an authority between two texts"),
        pytest.param(["青石河档案馆"], False, id="a house may head a text about it"),
        pytest.param(["青石河开进档案馆", "2031年3月5日"], False, id="a verb"),
    ],
)
def test_who_issued_a_notice_is_no_headline(rows: list[str], rest: bool) -> None:
    lines = each("大桥下月通车。", *rows, "大桥全长一千二百米。")
    forms = [Form.START, *([Form.DISPLAY] * len(rows)), Form.START]
    if is_date(lines[len(rows)]):
        forms[len(rows)] = Form.FURNITURE
    made = evidence.page_of(lines, forms, looks(lines), [], blocks(lines, forms))
    assert any(fitness.REST in f and "热线" not in t for f, t in zip(made.fitness, made.titles, strict=True)) is rest


def test_a_subhead_stands_inside_a_text() -> None:
    made = seen(page(BRIDGE.headline, PLAIN[:4], "绕行成为历史", PLAIN[4:]))
    assert "fit:inside" in made.fitness[1]
    assert "fit:inside" not in made.fitness[0]


def test_a_subhead_of_many_marks_may_be_squeezed_into_its_column() -> None:
    shown = block(flat="馆长说“不打烊”“不关灯”行不行")
    looks = [look() for _ in range(3)]
    assert fitness.barred(shown, looks) > fitness.barred(shown, looks, squeezed=True)


@pytest.mark.parametrize(
    "shown",
    [
        "火",
        "（本报民声组）",
        "【部门回复】",
        "甲律师事务所）",
        "她说：“我守",
        "订票热线：0700-1234567",
        "0700-1234567 邢老师",
        "下桥。邢师傅",
        "小米4.20+0.4%",
        "28日 小雪 -13℃～-2℃",
    ],
)
def test_a_piece_of_something_else_is_no_headline(shown: str) -> None:
    assert fitness.is_scrap(shown, over_text=False)


@pytest.mark.parametrize("shown", ["1280.5亿元", "存款增长8.5% 贷款增长11.3%"])
def test_figures_are_in_headlines_too(shown: str) -> None:
    assert not fitness.is_scrap(shown, over_text=False)


def test_a_form_of_address_is_none_above_a_text() -> None:
    assert fitness.is_scrap("各会员单位：", over_text=True)
    assert not fitness.is_scrap("各会员单位：", over_text=False)
    assert not fitness.is_scrap("县长在大桥工地上强调：", over_text=True)
    assert not fitness.is_scrap("守桥人（上）", over_text=True)


@pytest.mark.parametrize(
    "shown",
    [
        "CITY LIFE",
        "+17.0%",
        "投稿：bridge@example.com",
        "青石河新闻网 www.example.com",
        "●老渡口修好了，谁来摆渡？▶5版",
        "大桥合龙 详见第6版",
    ],
)
def test_what_says_nothing_or_points_elsewhere_is_no_headline(shown: str) -> None:
    assert fitness.is_none(shown)


@pytest.mark.parametrize("shown", ["“5G”下田", "1280.5亿元", "村报出到第9版"])
def test_some_characters_make_a_headline(shown: str) -> None:
    assert not fitness.is_none(shown)
