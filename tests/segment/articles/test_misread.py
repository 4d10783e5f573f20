"""Headlines that were read as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.articles.misread import begins_with_date, headlines
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.kin.kinship import Kinship
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import make
from newsarchive.segment.roles.look import Look
from newsarchive.segment.sequence.flow import Para

FISHING = ("冬捕开始了，鱼把头在冰面上凿洞，渔网从冰眼下水。", "捞上来的鱼冻得梆硬，冰湖的水很冷，收网的人却热。")
READING = ("校园里的图书角有三千册童书，学生课间来读。", "借书的孩子要登记，校长说读完再写一页书评。")


def found(text: str, *, own: tuple[str, ...] = FISHING, open_end: bool = False, short: float = 4.0) -> list[int]:
    """What is found of a page of two articles: each paragraph is one line, ``text`` stands behind the first."""
    other = READING if own is FISHING else FISHING
    texts = [own[0], text, *own[1:], *other]
    lines = [make(flat, 0, len(flat), gap=True) for flat in texts]
    seen = Look(None, 24.0, short, short, stop=True, colon=False, lead=False, open_quote=False)
    paras = [Para((k,), open_start=False, open_end=False, column=24.0) for k in range(len(texts))]
    paras[1] = replace(paras[1], open_end=open_end)
    last = len(own) + 1
    groups = [Group(tuple(ks), (0.0,) * len(ks), -1, 1.0) for ks in (range(last), range(last, len(texts)))]
    kinship = Kinship(texts, Vocabulary([tokens(flat) for flat in texts]))
    return headlines(groups, paras, lines, [seen] * len(texts), kinship)


def test_a_question_that_another_text_answers_is_its_headline() -> None:
    assert found("图书角的童书，谁来读？") == [1]
    assert found("图书角的童书，谁来读？", own=READING) == []
    assert found("冰湖上的“鱼把头”", own=READING) == [1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("图书角的童书，谁来读。", id="a sentence"),
        pytest.param("校长：图书角的童书，谁来读？", id="somebody speaks"),
        pytest.param("图书角童书校长室", id="a signature"),
        pytest.param("图书角的童书，孩子和家长都说，课间一有空就来读，读完还写书评？", id="too long"),
        pytest.param("天上的云，谁来画？", id="nobody speaks of it"),
    ],
)
def test_what_is_text_stays_text(text: str) -> None:
    assert found(text) == []


def test_a_torn_or_a_full_line_is_text() -> None:
    assert found("图书角的童书，谁来读？", open_end=True) == []
    assert found("图书角的童书，谁来读？", short=0.0) == []


@pytest.mark.parametrize(
    ("head", "below", "short", "right"),
    [
        pytest.param("巧手剪窗花", "1月8日，镇上的老人在文化站剪", 6.0, [0], id="over a date"),
        pytest.param("巧手剪窗花", "1 月 8 日上午，老人在文化站", 6.0, [0], id="set with blanks"),
        pytest.param("巧手剪窗花", "镇上的老人在文化站剪窗花", 6.0, [], id="no date"),
        pytest.param("巧手剪窗花", "1月8日，镇上的老人在文化站剪", 2.0, [], id="as wide as the column"),
        pytest.param("老人说，", "1月8日，镇上的老人在文化站剪", 6.0, [], id="a clause"),
    ],
)
def test_the_first_line_of_a_text_over_its_date(head: str, below: str, short: float, right: list[int]) -> None:
    lines = [make(flat, 0, len(flat), gap=False) for flat in (head, below)]
    looks = [Look(None, 15.0, x, 0.0, stop=True, colon=False, lead=False, open_quote=False) for x in (short, 0.0)]
    paras = [Para((0, 1), open_start=False, open_end=False, column=15.0)]
    kinship = Kinship([head + below], Vocabulary([tokens(head + below)]))
    assert headlines([Group((0,), (0.0,), -1, 1.0)], paras, lines, looks, kinship) == right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1月8日，镇上的老人", True),
        ("2024年1月8日上午，镇上的老人", True),
        ("1月8日镇上的老人在文化站里剪窗花，", False),
        ("1月的窗花，", False),
        ("", False),
    ],
)
def test_a_text_that_begins_with_its_date(text: str, expected: bool) -> None:
    assert begins_with_date(text) is expected
