"""Kicker, headline and subtitle: which line of a head is which."""

from __future__ import annotations

import pytest

from newsarchive.segment.display.titles import PARTS, arranged, feature_names, parts, readings
from newsarchive.segment.lines.line import Line, make, split
from tests.segment.made import each


def blocks_of(shown: str) -> list[list[Line]]:
    """Lines of display type; ``/`` is a line end inside a block, ``//`` a blank line between two blocks."""
    lines = iter(split(shown.replace("//", "\n\n").replace("/", "\n")))
    return [[next(lines) for _ in block.split("/")] for block in shown.split("//")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        # one line is the headline, whatever it looks like
        ("新桥今日通车", "headline"),
        ("——记一位守塔人", "headline"),
        # a kicker ends like an introduction, and is parted by a blank line
        ("市领导在农村工作会议上强调//把饭碗端牢在自己手里", "kicker headline"),
        # a subtitle opens with a dash
        ("山那边的邮路//——记乡邮员三代人", "headline subtitle"),
        # all three
        ("走进乡村看振兴//一片叶子富了一方人//来自云雾山茶乡的报告", "kicker headline subtitle"),
        # one headline in two lines: no blank line between, about the same length
        ("我市启动老旧小区/电梯更新改造工程", "headline headline"),
        # what is read is said in a subtitle
        ("四十年走一座桥//读《石桥记》", "headline subtitle"),
        ("檐下灯影//四十年走一座桥//读《石桥记》", "kicker headline subtitle"),
        ("一个人走过的一座老石桥与四十年的光阴//读《石桥记》//檐下灯影", "headline subtitle subtitle"),
        # a phrase is in one part, whatever its lines look like
        ("县长在青石河大桥/工地上强调//把大桥造结实", "kicker kicker headline"),
        # a dash at the end, or what the paper told before, leads over to the headline
        ("替你算——//新桥每年省下多少油钱", "kicker headline"),
        ("回访：“断头桥”一事有了下文//桥通了/车多了", "kicker headline headline"),
        # the first line is not finished
        ("一座小城的答卷：/怎样留住年轻人", "headline headline"),
    ],
)
def test_parts(head: str, expected: str) -> None:
    assert parts(blocks_of(head), "para", "") == expected.split()


def test_letter_spaced_lines_are_one_headline_though_blank_lines_part_them() -> None:
    spaced = [make(" ".join(text), 0, 2 * len(text), True) for text in ("全市春耕生产", "进度快于往年")]
    assert parts([[line] for line in spaced], "para", "") == ["headline", "headline"]


@pytest.mark.parametrize("count", range(1, 7))
def test_there_is_always_one_headline_and_the_order_holds(count: int) -> None:
    shown = "//".join(["本报讯员手记", "——来自河畔", "读书", "一件小事", "再说一件小事", "又一件"][:count])
    got = parts(blocks_of(shown), "none", "")
    assert "headline" in got
    assert got == sorted(got, key=PARTS.index)


def test_two_phrases_are_told_apart_by_figures_quotations_and_clauses() -> None:
    head = blocks_of("一张长椅暖了一条街//“歇脚工程”更新座椅2300张 一刻钟可歇三次")
    names = set(feature_names(head, ["headline", "subtitle"], "para", ""))
    wanted = {"figures below none", "quotation below none", "two phrases below one"}
    assert {f"headline>subtitle: {name}" for name in wanted} <= names
    # the lines of one phrase are not
    one = blocks_of("一张长椅暖了/全市2300条街")
    assert "same: figures below none" not in feature_names(one, ["headline", "headline"], "para", "")


def test_who_said_it_is_never_the_headline() -> None:
    head = blocks_of("市水务局局长在供水保障调度会上强调//让老百姓喝上放心水//四个片区管网改造年底前完工")
    assert parts(head, "para", "")[0] == "kicker"
    alone = blocks_of("市水务局局长在供水保障调度会上强调")
    assert parts(alone, "para", "") == ["headline"]


def test_the_text_says_the_subtitle_first() -> None:
    """A headline in a figure of speech, and what it is about below: the lead takes up the latter."""
    head = blocks_of("菜篮子装进“云端”//城东十二家农贸市场开通网上直送")
    text = "昨日，城东十二家农贸市场开通网上直送业务，居民下单后一小时内送到家门口。"
    assert parts(head, "para", text) == ["headline", "subtitle"]
    assert "subtitle: early much" in feature_names(head, ["headline", "subtitle"], "para", text)


def test_features_name_every_line_and_every_step() -> None:
    head = blocks_of("省里开会强调//抓好秋收")
    names = feature_names(head, ["kicker", "headline"], "para", "")
    assert "kicker: kicker's end" in names
    assert "kicker>headline: para, gap" in names
    assert "headline: last" in names


def test_the_pieces_of_a_head_that_stand_apart_are_put_in_order() -> None:
    headline, kicker = blocks_of("把饭碗端牢在自己手里//市领导在农村工作会议上强调")
    order, labels = arranged([[headline], [kicker]], "para", "")
    assert order == (1, 0)
    assert labels == ["kicker", "headline"]


def test_a_blank_line_says_nothing_of_pieces_that_stand_apart() -> None:
    headline, subtitle = blocks_of("老渡口的“新船长”//青石河县“一船通”让村民过河少等人")
    assert parts([headline, subtitle], "any", "") == ["kicker", "headline"]
    order, labels = arranged([[headline], [subtitle]], "any", "")
    assert [labels[order.index(n)] for n in (0, 1)] == ["headline", "subtitle"]


def test_the_headline_is_rather_what_was_the_head_before() -> None:
    pieces = [[block] for block in blocks_of("村口的老槐树下//山里来了说书人")]
    first, second = (arranged(pieces, "para", "", [n]) for n in (0, 1))
    assert first[1].index("headline") == first[0].index(0)
    assert second[1].index("headline") == second[0].index(1)


def test_what_counts_the_instalments_of_a_series_is_no_headline() -> None:
    label, headline = blocks_of("连载·南山旧事（17）//第六章 归人")
    assert parts([label, headline], "para", "") == ["kicker", "headline"]
    assert parts([label], "para", "") == ["headline"]


def test_what_begins_with_a_dash_comes_behind() -> None:
    subtitle, headline = blocks_of("——记一位守塔人//守着")
    assert arranged([[subtitle], [headline]], "para", "") == ((1, 0), ["headline", "subtitle"])
    assert arranged([[subtitle]], "para", "") == ((0,), ["headline"])
    # and so does what says what is read
    book, headline = blocks_of("读《石桥记》//四十年走一座桥")
    assert arranged([[book], [headline]], "any", "") == ((1, 0), ["headline", "subtitle"])


def test_more_than_three_pieces_stay_in_the_order_of_the_dump() -> None:
    pieces = [[block] for block in blocks_of("一件小事//再说一件小事//又一件//市领导在农村工作会议上强调")]
    assert arranged(pieces, "para", "")[0] == (0, 1, 2, 3)


def test_no_headline_goes_on_where_something_else_stands_between() -> None:
    def labels(head: str, text: str = "") -> list[str]:
        return arranged([[block] for block in blocks_of(head)], "none", text)[1]

    head = "青石河/大桥合龙//白沙村/柚子出海"
    assert parts(blocks_of(head), "none", "") == ["headline"] * 4
    assert labels(head).count("headline") == 2
    # unless the text says the end of one and the beginning of the other together, or the one ends open
    assert labels(head, "大桥合龙白沙村人过河") == ["headline"] * 4
    assert labels("青石河/大桥：//白沙村/柚子出海") == ["headline"] * 4


def test_the_label_of_a_series_below_a_headline_is_a_kicker() -> None:
    headline, label = blocks_of("小镇守桥人的四十年冬夏//一线故事")
    assert arranged([[headline, label]], "para", "") == ((0,), ["headline", "kicker"])
    headline, subtitle = blocks_of("小镇守桥人的四十年冬夏//全长三千二百米明年通车")
    assert arranged([[headline, subtitle]], "para", "")[1][-1] != "kicker"


def test_a_subtitle_of_two_lines_is_not_set_larger_than_its_headline() -> None:
    head = blocks_of("前三季度全县工业经济成绩公布//产值增长一成/出口增长两成")
    assert parts(head, "none", "")[-2:] == ["headline", "headline"]


def test_no_headline_ends_open_above_its_subtitle() -> None:
    assert ["headline", "subtitle"] not in readings(blocks_of("大桥通车以后：//是“过桥”还是“等船”"), "")
    assert ["headline", "subtitle"] in readings(blocks_of("大桥通车以后//是“过桥”还是“等船”"), "")


def test_a_head_that_can_be_read_in_no_way_is_all_headline() -> None:
    # set larger than what would be the headline, and with the name of a series in it
    lines = each("青石河大桥合龙以后两岸村民怎样过河", "县里的组织部", "乡村振兴看县区⑤")
    assert readings([lines[:1], lines[1:]], "", (1,)) == [["headline"] * 3]
