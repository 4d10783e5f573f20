"""Bylines with a post at the paper, and what only looks like one."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms import marks


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 李明",
        "■本报记者 李明 王小红",
        "本报记者 李 明 通讯员 王小红",  # a two-character name set apart to the width of three
        "本报驻柏林记者 李明",
        "本报通讯员 王小红 文/图",
        "本报评论员",
        "新华社记者 李明",
        "临江市读者 李明",
        "晚报记者 李明",
        # a lead on a line of its own below the headline
        "本报北岭今晨电 特派记者 沈 原",
        # where he wired or wrote from
        "本报特派记者 李明 北岭专电",
        "本报记者 李明 王小红 北岭报道",
        "商报记者｜李明 发自北岭、临江",
        "本报记者 李明 王小红 北岭、临江报道",
        # whatever reporters do at the paper
        "值班记者 李明",
        "本报跑口记者 李 明 通讯员 王小红",
        "本报赴北岭特派记者 李明",
        # a bar as wide as a Han
        "本报记者 李明 文／图",
        "记者 李明／文 王小红／图",
        # an extractor took out the blanks
        "本报记者欧阳明王小红通讯员沈原",
        # who drew beside who wrote
        "策划/李明 采写/本报记者 王小红 插图/沈 原",
        "本版撰文 本报记者 李明",
        "本报记者 李明 文 王小红 摄",
    ],
)
def test_bylines(line: str) -> None:
    assert marks.is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "记者连日来走访了北辰",  # a torn line of a body
        "本报讯 （记者 李明） 昨日",
        "本报讯 （记者 李明）",
        "本报讯 记者李明报道",
        "本报讯 记者 昨日",
        "本报记者专访",  # a kicker
        "记者了解到，今年以来",
        "秋粮收购工作会议召开",
        "北岭专电",
        "■短评",
        # how many they were, and what they did
        "百名记者 江小川",
        "值班记者 走访北岭",
        "值班记者 江南行",
    ],
)
def test_no_bylines(line: str) -> None:
    assert not marks.is_byline(line)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("本报记者 李明 通讯员 王小红", ["李明", "王小红"]),
        ("本报通讯员 李明 文/图", ["李明"]),
        ("记者李明 王红", ["李明", "王红"]),
        ("本报评论员", []),
    ],
)
def test_names_of_a_byline(byline: str, names: list[str]) -> None:
    assert marks.names_of(byline) == names


@pytest.mark.parametrize("line", ["热线记者 沈小原", "解答人：青石河律师事务所 沈小原", "财经记者 沈小原"])
def test_more_posts_that_sign(line: str) -> None:
    assert marks.is_byline(line)


def test_what_a_reader_told_is_no_byline() -> None:
    assert not marks.is_byline("读者沈女士：给父亲买")
    assert marks.is_byline("读者 沈小原")


@pytest.mark.parametrize("line", ["九十岁 沈小原", "78岁 沈小原"])
def test_the_age_of_who_signs(line: str) -> None:
    assert marks.is_byline(line)


def test_an_office_of_the_paper_writes_nothing() -> None:
    assert marks.is_furniture("本报读者服务部")
    assert not marks.is_byline("本报读者服务部")
