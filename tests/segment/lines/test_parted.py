"""Two lines on one: the end of one text and the beginning of another, a line and its copy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.lines.line import split
from newsarchive.segment.lines.parted import copies_parted, parted, run_in_bylines

LAST_AND_FIRST = """清早起雾，渡口的老船工把缆绳收好
又去看水位尺，水比昨天涨了两寸，
他说今天不开船，让等船的人先回去，
明天再来。 山坡上今年新栽的
茶苗成活了九成，合作
社的人每天去看两次，
怕的是倒春寒又要来，
去年就冻坏了一大片。
"""


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        # the last line of a column and, two ems short, the first line of a narrower one
        (LAST_AND_FIRST, True),
        # what stands behind the blank is no indented first line
        (LAST_AND_FIRST.replace("山坡上今年新栽的", "山坡上"), False),
        # a blank within a sentence
        (LAST_AND_FIRST.replace("再来。", "再来，"), False),
        # the columns are as wide as each other, and have room for both
        (
            "早上天晴了人多。\n中午天阴了人少。\n晚上又下了大雨。\n走了。 又来\n看花的人。\n看戏的人。\n看灯的人。\n",
            False,
        ),
    ],
)
def test_the_last_line_of_a_column_and_the_first_of_the_next_on_one_line(text: str, cut: bool) -> None:
    shown = text.split("\n")[3]
    found = [one.flat for one in parted(split(text))]
    assert (shown not in found) is cut
    if cut:
        assert shown.split(" ") == found[3:5]


def test_offsets_point_into_the_text() -> None:
    for one in parted(split(LAST_AND_FIRST)):
        assert LAST_AND_FIRST[one.start : one.end] == one.flat


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # a headline of several lines, each painted twice
        ("老旧水车老旧水车\n修好再转修好再转\n", ["老旧水车", "老旧水车", "修好再转", "修好再转"]),
        # one line alone may be meant so, and two that a blank line parts are alone
        ("临水加油临水加油\n球迷喊到天黑\n", ["临水加油临水加油", "球迷喊到天黑"]),
        # what a notice is called nobody says twice
        ("更正更正\n本报昨日有误\n", ["更正", "更正", "本报昨日有误"]),
        # one of which the line below stands twice too
        ("老旧水车老旧水车\n修好再转\n修好再转\n", ["老旧水车", "老旧水车", "修好再转", "修好再转"]),
        ("临水加油临水加油\n\n客队加油客队加油\n", ["临水加油临水加油", "客队加油客队加油"]),
        # on a page that paints many so
        (
            "老旧水车老旧水车\n\n" + "简讯\n简讯\n\n" * 4,
            ["老旧水车", "老旧水车", *["简讯"] * 8],
        ),
    ],
)
def test_a_headline_painted_twice(text: str, shown: list[str]) -> None:
    found = copies_parted(split(text))
    assert [one.flat for one in found] == shown
    assert [text[one.start : one.end] for one in found] == shown


SIGNED = """年轻读者占了大半，馆长说还要添灯。
（沈小原 丁一帆） 本报明年征订开始了
"""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (SIGNED, 3),
        # names in the middle of a sentence
        (SIGNED.replace("灯。", "灯和"), 2),
        # no names
        (SIGNED.replace("沈小原 丁一帆", "以下简称茶社"), 2),
    ],
)
def test_the_names_that_sign_a_text_and_the_first_line_of_another(text: str, lines: int) -> None:
    found = parted(split(text))
    assert len(found) == lines
    assert [text[one.start : one.end] for one in found] == [one.flat for one in found]


@pytest.mark.parametrize(
    ("above", "below", "cut"),
    [
        ("本报记者 方小禾 实习生", "丁一帆 昨天清早，青石河", ["丁一帆", "昨天清早，青石河"]),
        ("本报记者 方小禾 特约通讯员", "丁一帆 昨天清早，青石河", ["丁一帆", "昨天清早，青石河"]),
        # two of them
        ("本报记者 方小禾 通讯员", "苏木 丁一帆 昨天清早，青石河", ["苏木 丁一帆", "昨天清早，青石河"]),
        # who took the pictures, a name alone
        ("本报记者 方小禾 实习生", "丁一帆 文 记者 苏木 图", []),
        ("本报记者 方小禾 实习生", "丁一帆", []),
        # the byline has all its names, a sentence goes on
        ("本报记者 方小禾", "丁一帆 昨天清早，青石河", []),
        ("桥上来了一位 记者", "方小禾 昨天清早，青石河", []),
        # a post alone may stand over a text, and a blank line parts
        ("本报实习生", "丁一帆 昨天清早，青石河", []),
        ("本报记者 方小禾 实习生", "\n丁一帆 昨天清早，青石河", []),
        # no text to speak of
        ("本报记者 方小禾 实习生", "丁一帆 昨天下雨了", []),
    ],
)
def test_the_last_names_of_a_byline_and_the_text_behind_it(above: str, below: str, cut: list[str]) -> None:
    text = f"{above}\n{below}\n大桥合龙。\n"
    found = run_in_bylines(split(text))
    assert [one.flat for one in found] == [above, *(cut or [below.strip()]), "大桥合龙。"]
    assert all(text[one.start : one.end] == one.flat for one in found)


def test_a_line_that_folding_changed_is_not_cut() -> None:
    above, below = split("本报记者 方小禾 实习生\n丁一帆 昨天清早，青石河\n")
    changed = replace(below, end=below.end + 1)
    assert len(run_in_bylines([above, below])) == 3
    assert run_in_bylines([above, changed]) == [above, changed]
