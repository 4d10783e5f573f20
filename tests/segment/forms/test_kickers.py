"""The words of kickers and columns."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.kickers import (
    alone_said,
    begins_name,
    introduces,
    is_kicker,
    is_label,
    is_rubric_name,
    leads_over,
    may_be_rubric_name,
    names_column,
    unmarked,
)


@pytest.mark.parametrize(
    "line",
    [
        "产业观察③",
        "营区速写",
        "知识链接",
        "民生热线8866110",
        "以案说法",
        "老照片",
        "河边笔记",
        "重走古道⑤",
        "连载·石桥记（12）",
        "市长在会上强调",
        "● 链接",
        "■ 河边观察",
        "组 图",
        "【河边笔记】",
        "蹲点日记·石桥镇",
        "本期话题◎失眠",
        "人物｜守桥人",
        "桥边讲堂 第36期",
        "督办单第18号",
        "“两山”路上看变化·河湖沿岸行②",
        "河边老物件之十二",
        "平安石桥·一周",
        "石桥问政 回音壁",
        "石桥副刊",
        "权威发布",
        "婚事新办大家唱",
    ],
)
def test_a_column_name_introduces_a_headline(line: str) -> None:
    assert is_kicker(line)


@pytest.mark.parametrize(
    "line",
    [
        "一场跨越千年的江上文明对话",
        "新桥通车",
        "快来体验课堂里的“黑科技”",
        "问答之间",
        pytest.param("石桥·人家", id="no rubric before the mark"),
        pytest.param("蹲点日记·石桥镇的清晨，船还没有来", id="a sentence behind it"),
        pytest.param("石桥镇公告 第3号", id="notices are counted too"),
        pytest.param("石桥镇办了第18期", id="a verb"),
        pytest.param("石桥老物件之一", id="one of many"),
        pytest.param("粮价下跌百分之十", id="a share"),
        pytest.param("石桥 回音壁", id="no name beside it"),
    ],
)
def test_a_headline_is_no_column_name(line: str) -> None:
    assert not is_kicker(line)


@pytest.mark.parametrize(
    "line",
    [
        "庄稼早知道",
        "防火提醒",
        "◆ 庄稼早知道",
        "灶台百事通",
        "桥边话题",
        "山乡一线②",
        "邻里龙门阵",
        "老照片",
        "防骗日历",
        "庭审现场",
        "石桥旧事",
        "桑树树下",
        "船厂直播间",
        "小苗圃",
        "图说渡口",
    ],
)
def test_above_a_headline_a_few_characters_may_be_a_column(line: str) -> None:
    assert may_be_rubric_name(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("修船师傅的百宝箱", id="的 stands in a phrase"),
        pytest.param("石桥添新看点", id="a verb"),
        pytest.param("青石河大桥合龙成热点", id="too long"),
        pytest.param("檐下灯", id="none of these words"),
        pytest.param("主播走进直播间", id="a clause"),
        pytest.param("争做新标杆", id="a headline that ends with what somebody is"),
    ],
)
def test_a_clause_that_ends_as_some_columns_do_is_none(line: str) -> None:
    assert not may_be_rubric_name(line)


def test_an_introduction_and_the_name_of_a_column_are_told_apart() -> None:
    said = "市长在供水保障调度会上强调"
    assert (introduces(said), is_rubric_name(said)) == (True, False)
    assert (introduces("读者来信"), is_rubric_name("读者来信")) == (False, True)


@pytest.mark.parametrize(
    ("name", "below", "said"),
    [
        ("檐下灯", "外婆的竹篮", 0.0),
        ("河边旧事", "那年大水漫过石桥的台阶", 0.3),
        # a particle in it is in every text
        ("码头上的人", "修船师傅的百宝箱", 0.25),
        ("镜头下的秋", "一只橘子的八百里远行", 0.0),
    ],
)
def test_a_short_line_that_no_text_says_is_a_column_over_a_headline(name: str, below: str, said: float) -> None:
    assert names_column(name, below, said)


@pytest.mark.parametrize(
    ("name", "below", "said"),
    [
        pytest.param("县城的桥", "外婆的竹篮", 0.0, id="as long as the line below"),
        pytest.param("河边旧事", "那年大水漫过石桥的台阶", 0.7, id="said in the text"),
        pytest.param("码头上的人", "修船师傅的百宝箱", 0.3, id="said in the text, and not so short"),
        pytest.param("脚步省下来", "秋粮收购已经超过六百万吨", 0.0, id="ends with a verb that has a time"),
        pytest.param("粮价平稳", "秋粮收购已经超过六百万吨", 0.0, id="says something"),
        pytest.param("“河边”事", "那年大水漫过石桥的台阶", 0.0, id="with marks"),
    ],
)
def test_the_first_line_of_a_headline_is_no_column(name: str, below: str, said: float) -> None:
    assert not names_column(name, below, said)


def test_no_name_of_a_column_below_a_headline_begins_with_a_verb() -> None:
    assert begins_name("河边旧事")
    assert not begins_name("握在自己手里")


def test_what_the_text_says_is_not_of_one_phrase_with_what_no_text_says() -> None:
    assert alone_said("霜叶又红", "青石河大桥顺利合龙", 0.8)
    # Less of it may be said by chance.
    assert not alone_said("霜叶又红", "青石河大桥顺利合龙", 0.5)
    # Lines of one headline are about as long as each other; what a mark leaves open goes on.
    assert not alone_said("霜叶又红", "大桥合龙", 0.8)
    assert not alone_said("工地：", "青石河大桥顺利合龙", 0.8)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("● 河边", "河边"),
        ("■河边观察", "河边观察"),
        ("【河边笔记】", "河边笔记"),
        ("河边观察", "河边观察"),
        ("●甲村修桥 ●乙村修路", "●甲村修桥 ●乙村修路"),
    ],
)
def test_the_name_of_a_column_is_set_off_by_a_mark_or_brackets(line: str, name: str) -> None:
    assert unmarked(line) == name


def test_a_label_stands_in_brackets_alone() -> None:
    assert is_label("【河边笔记】")
    assert not is_label("【河边笔记】桥通了")
    assert not is_label("（河边笔记）")


@pytest.mark.parametrize(
    "line", ["替你算——", "一年修桥九座，只有一座没合龙——", "回访：“断头桥”一事有了下文", "市长在会上强调"]
)
def test_what_leads_over_to_a_headline(line: str) -> None:
    assert leads_over(line)


@pytest.mark.parametrize("line", ["——石桥镇见闻", "石桥镇：新桥通车", "追踪野猪的人", "河边观察"])
def test_what_does_not_lead_over(line: str) -> None:
    assert not leads_over(line)
