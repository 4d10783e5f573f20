"""What segmentation guarantees for any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.model import Role, Segmentation
from newsarchive.segment import segment

PAGE = (
    "本报记者 甲乙\n\n秋粮收购工作会议召开\n\n本报讯 （记者 王小明） 昨日，市\n"
    "里召开会议，部署秋粮收购工作\n，要求各地抓紧抓好，确保颗粒\n归仓。\n\n"
    "会议指出，今年秋粮丰收已成定\n局，各级要加强市场监测。（下转第4版）\n"
)
# Pieces that meet the recognisers: bylines, jump lines, marks, blanks, odd line ends, control and private-use
# characters.
FRAGMENTS = st.sampled_from(
    [
        "本报讯 ",
        "（记者 甲乙）",
        "本报记者 甲乙",
        "（下转第4版）",
        "（上接第1版）",
        "。",
        "“",
        "”",
        "，",
        "——",
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        "\x85",
        "\u2028",
        "  ",
        "   ",
        "摄",
        "甲乙 摄",
        "图为",
        "2023年11月21日",
        "第4版",
        "编辑同志：",
        "（甲 乙）",
        "1",
        "A",
        "一",
        "秋粮收购",
        "\ue000",
        "\u200b",
        "\U00020000",
        "\x00",
    ]
)


def check(text: str) -> Segmentation:
    made = segment(text)
    at = 0
    for stretch in made.stretches:
        assert stretch.start == at
        assert stretch.end > stretch.start
        assert isinstance(stretch.role, Role)
        assert stretch.reason
        assert stretch.article is None or 0 <= stretch.article < len(made.articles)
        at = stretch.end
    assert at == len(text)
    for article in made.articles:
        assert 0.0 <= article.confidence <= 1.0
        assert all(article.body)
    return made


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_any_unicode_is_covered(text: str) -> None:
    check(text)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FRAGMENTS, max_size=60).map("".join))
def test_any_mix_of_newspaper_pieces_is_covered(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(PAGE)), st.integers(0, len(PAGE)))
def test_any_part_of_a_page_is_covered(start: int, end: int) -> None:
    check(PAGE[start:end])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        " \n\n ",
        "只有一行没有标点",
        "The quick brown fox jumps over the lazy dog.\nAnd then it rests.\n\nA second paragraph, in English.\n",
        # A novel: one paragraph a line, none of them broken.
        "\n".join(
            "他走过了那条长长的街，看见了许多从前的人，心里想着从前的事，却一句话也没有说出来。" * 3 for _ in range(40)
        ),
    ],
)
def test_texts_that_are_no_page(text: str) -> None:
    check(text)


def test_page_of_one_article() -> None:
    made = check("秋粮收购工作会议召开\n本报记者 甲乙\n" + PAGE.split("\n\n", 2)[2])
    assert len(made.articles) == 1
    assert made.articles[0].headline == "秋粮收购工作会议召开"
    assert made.articles[0].jump_to == "4"


def test_one_megabyte_takes_time_in_proportion() -> None:
    """Four times the text may take at most six times as long: n log n and some noise, not n squared (sixteen)."""
    paragraph = "".join(
        f"第{n}段，今年秋粮丰收已成定局，\n各级要加强市场监测，保证农民\n售粮顺畅。\n" for n in range(400)
    )
    small = paragraph * (100_000 // len(paragraph.encode()))
    times = []
    for text in (small, small * 4):
        begin = time.process_time()
        check(text)
        times.append(time.process_time() - begin)
    assert times[1] < 6 * times[0] + 0.3
