"""Whose article it is, told by the words of its byline and of its text."""

from __future__ import annotations

import pytest

from newsarchive.segment.draft import Draft
from newsarchive.segment.writers import Writers
from tests.segment.made import BRIDGE, LIBRARY, POMELO, each

COMMENT = (
    "修桥不是目的，而是手段。桥通了，路也应当跟上，不能让村民守着新桥走烂路。",
    "该修的路要修，该补的灯要补，岂可一通了之。",
)
LETTER = ("编辑同志：", "我家门前的路灯坏了三个月，夜里出门只能摸黑，盼有人来修。")
SPAN = (
    "桥面铺装那几天，项目经理住在青石河大桥的工棚里，钢梁吊装以后他瘦了十斤。",
    "两岸村民送来鸡蛋，他数着日子等通车，等跨河大桥上放鞭炮的那一天。",
)


def article_of(byline: str, *stories: tuple[str, ...], among: tuple[int, ...] = (0, 1, 2)) -> int | None:
    """Which of some articles a byline is that of; their paragraphs are lines."""
    rows = each(*(text for story in stories for text in story))
    drafts = []
    at = 0
    for story in stories:
        drafts.append(Draft(body=[("para", (at + n,)) for n in range(len(story))]))
        at += len(story)
    return Writers(rows, drafts).article_of(byline, among)


PLAIN = LIBRARY.paragraphs[1:]


@pytest.mark.parametrize(
    ("byline", "stories", "article"),
    [
        pytest.param("城南读者 石平安", (PLAIN, LETTER, SPAN), 1, id="a reader writes letters"),
        pytest.param("城南读者 石平安", (LETTER, LETTER, SPAN), None, id="which of two letters"),
        pytest.param("城南读者 石平安", (PLAIN, PLAIN, SPAN), None, id="no letter"),
        pytest.param("本报评论员", (PLAIN, SPAN, COMMENT), 2, id="a commentator comments"),
        pytest.param("本报评论员", (COMMENT, SPAN, COMMENT), None, id="which of two comments"),
        pytest.param("本报评论员", (PLAIN, SPAN, PLAIN), None, id="no comment"),
        # 方小禾 signs the report of the bridge in its lead
        pytest.param("本报记者 方小禾", (PLAIN, COMMENT, SPAN, BRIDGE.paragraphs), 2, id="a reporter has his beat"),
        pytest.param("本报记者 苏木", (PLAIN, COMMENT, SPAN, BRIDGE.paragraphs), None, id="a reporter of nothing else"),
        pytest.param(
            "本报记者 丁一帆", (COMMENT, POMELO.paragraphs[1:], SPAN, LIBRARY.paragraphs), None, id="none of his beat"
        ),
    ],
)
def test_article_of_a_byline(byline: str, stories: tuple[tuple[str, ...], ...], article: int | None) -> None:
    assert article_of(byline, *stories) == article


def test_nothing_is_told_of_one_article_by_its_subject() -> None:
    assert article_of("本报记者 方小禾", SPAN, BRIDGE.paragraphs, among=(0,)) is None
    assert article_of("本报记者 方小禾", among=()) is None


def test_a_lead_is_read_over_line_ends() -> None:
    rows = each("本报讯 （记者 方小", "禾） 昨日，青石河大桥合龙。", "馆长算了一笔账。")
    writers = Writers(rows, [Draft(body=[("para", (0, 1))]), Draft(body=[("para", (2,))])])
    assert writers.leads == ["本报讯（记者方小禾）", ""]
    assert [writers.length(a) for a in (0, 1)] == [24, 8]
