"""Lines that an extractor tore, made whole again."""

from __future__ import annotations

import pytest

from newsarchive.segment.lines import gluing
from newsarchive.segment.lines.line import split


def flats(text: str) -> list[str]:
    return [one.flat for one in gluing.glue(split(text), text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # jump line, signature and credit share the last line of a column
        ("让老百姓来打分。 （下转第3版）", ["让老百姓来打分。", "（下转第3版）"]),
        ("游客在古戏台下观看演出。 李明 摄", ["游客在古戏台下观看演出。", "李明 摄"]),
        ("本报记者 李明 摄", ["本报记者 李明 摄"]),
        # a jump line for which there was no room behind its text; 转 alone is none
        ("也有开塔吊的。(下转第\n9 版)\n书架", ["也有开塔吊的。", "（下转第9 版）", "书架"]),
        ("还没有缴。▶下转\n第3版", ["还没有缴。", "▶下转第3版"]),
        ("（上接\n第一版）水清了", ["（上接", "第一版）水清了"]),
        ("列车往右转\n5版图样", ["列车往右转", "5版图样"]),
        # every kind of line end
        ("一行\r\n二行\f三行\u2028四行", ["一行", "二行", "三行", "四行"]),
        # a vertical headline; two characters may be a stray tail
        ("山\n东\n率\n先\n引\n入", ["山东率先引入"]),
        ("山\n东", ["山", "东"]),
        # two of them, a blank line between; in a dump that has one everywhere it says nothing
        ("大\n桥\n合\n龙\n\n蜜\n柚\n出\n海", ["大桥合龙", "蜜柚出海"]),
        ("大\n\n桥\n\n合\n\n龙", ["大桥合龙"]),
        # a mark that may not begin a line was torn off
        ("重要的一步\n。他说", ["重要的一步。他说"]),
        # a credit drawn twice comes out as a stair
        ("通讯员\n通讯员 李 明\n李 明 摄\n摄", ["通讯员李明摄"]),
    ],
)
def test_split_and_glue(text: str, expected: list[str]) -> None:
    assert flats(text) == expected


@pytest.mark.parametrize(
    ("drawn", "once"), [("甲乙甲乙摄摄", "甲乙摄"), ("资资料料", "资料"), ("甲乙丙", ""), ("", "")]
)
def test_undouble(drawn: str, once: str) -> None:
    assert gluing.undouble(drawn) == once


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # the writer's name below a headline
        (["柚子“出海”", "方小禾"], ["柚子“出海”", "方小禾"]),
        (["——读《一个人的桥》的笔记，也读《桥》", "方小禾"], ["——读《一个人的桥》的笔记，也读《桥》", "方小禾"]),
        # the page's own name
        (["柚子“出海”", "经 济"], ["柚子“出海”", "经 济"]),
        # the rest of a torn line fills the column, or stands behind a mark that ends no headline
        (["果农说起今年蜜柚“出海”", "方小禾"], ["果农说起今年蜜柚“出海”方小禾"]),
        (["果农说，", "方小禾"], ["果农说，方小禾"]),
    ],
)
def test_a_name_below_a_headline_in_a_dump_that_tears_lines(rows: list[str], expected: list[str]) -> None:
    body = ["年" * 15] * 8 + ["年" * 14, "。"] * 4
    text = "\n".join([*body, *rows, *["秋" * 15] * 8])
    made = flats(text)
    assert made[12:-8] == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a subhead below the end of a paragraph
        (["了一番。", "“老”果园“新”苗"], ["了一番。", "“老”果园“新”苗"]),
        # the last line of a paragraph, a whole line, and one torn into three
        (["了一番。", "“值！”他说。"], ["了一番。“值！”他说。"]),
        (["亩产翻了一番。", "“这树栽得值得很"], ["亩产翻了一番。“这树栽得值得很"]),
        (["了一番。", "“出海”", "的蜜柚三十吨。"], ["了一番。“出海”的蜜柚三十吨。"]),
    ],
)
def test_behind_a_full_stop_a_torn_line_goes_on_to_its_end(rows: list[str], expected: list[str]) -> None:
    body = ["年" * 15] * 8 + ["年" * 14, "。"] * 4
    text = "\n".join([*body, *rows, *["秋" * 15] * 8])
    assert flats(text)[12:-8] == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(["柚子“出海”", "经 济"], ["柚子“出海”", "经 济"], id="the name of a section"),
        pytest.param(["方小禾 摄", "“出海”的柚子"], ["方小禾 摄", "“出海”的柚子"], id="a headline below a credit"),
        pytest.param(["柚子“出海”", "大桥合龙", "大桥合龙"], ["柚子“出海”", "大桥合龙", "大桥合龙"], id="drawn twice"),
        pytest.param(["柚子“出海", "”的故事"], ["柚子“出海”的故事"], id="a torn line"),
    ],
)
def test_what_is_no_rest_of_a_torn_line(rows: list[str], expected: list[str]) -> None:
    body = ["年" * 15] * 8 + ["年" * 14, "。"] * 4
    assert flats("\n".join([*body, *rows, *["秋" * 15] * 8]))[12:-8] == expected


def test_lines_that_stand_twice_are_no_stair() -> None:
    text = "资料图片\n资料图片\n大桥合龙\n大桥合龙\n年年有余。"
    assert flats(text) == ["资料图片", "大桥合龙", "大桥合龙", "年年有余。"]
    assert flats("通讯员\n通讯员 方小禾\n方小禾 摄\n摄") == ["通讯员方小禾摄"]


@pytest.mark.parametrize(
    ("one", "after", "whole"),
    [
        pytest.param("果农今年不再为柚子发愁", "秋" * 15, True, id="the end of a line over a full one"),
        pytest.param("果农今年不再为柚子发愁", "秋" * 13, False, id="a line over a first one"),
        pytest.param("果农今年不再为村里的柚子发", "秋" * 15, False, id="a first line"),
        pytest.param("果农说：今年不再为它发愁", "秋" * 15, False, id="somebody speaks"),
        pytest.param("果农今年不愁", "秋" * 15, False, id="too short to fill the line"),
    ],
)
def test_what_a_full_line_stands_below_fills_its_column(one: str, after: str, whole: bool) -> None:
    body = ["年" * 15] * 8 + ["年" * 14, "。"] * 4
    text = "\n".join([*body, "了一番。", one, after, *["秋" * 15] * 8])
    assert flats(text)[12:-9] == (["了一番。" + one] if whole else ["了一番。", one])


def test_an_upright_headline_painted_twice_is_two_lines() -> None:
    assert flats("\n".join("老桥边的灯" * 2)) == ["老桥边的灯"] * 2
    assert flats("\n".join("老桥边的灯亮了")) == ["老桥边的灯亮了"]


def test_a_credit_that_did_not_fit_behind_its_caption_is_a_line() -> None:
    assert flats("工人在桥面上作业。 方小禾\n摄\n夜间") == ["工人在桥面上作业。", "方小禾摄", "夜间"]
    assert flats("工人在桥面上作业，方小禾\n摄\n夜间") == ["工人在桥面上作业，方小禾", "摄", "夜间"]
