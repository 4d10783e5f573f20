"""Texts of one subject are like each other by their characters; see newsarchive/segment/kin/likeness.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from newsarchive.segment.kin.likeness import MOST, alike, signs

# Two texts on fishing through the ice that share no word of two characters, and two on a school's library.
FISHING = "冬捕开始了，鱼把头在冰面上凿洞，渔网从冰眼下水。", "捞上来的鱼冻得梆硬，冰湖的水很冷，收网的人却热。"
READING = "校园里的图书角有三千册童书，学生课间来读。", "借书的孩子要登记，校长说读完再写一页书评。"
# What every page has.
OTHERS = "会议由市长主持，各区负责人汇报了安全生产工作。", "新线路全长十八公里，设九站，预计明年通车。"


def table_of(texts: Sequence[str]) -> list[list[float]]:
    return alike([Counter(signs(text)) for text in texts])


def test_texts_of_one_subject_are_liker_than_others() -> None:
    table = table_of([*FISHING, *READING, *OTHERS])
    assert table[0][1] > 0.1 > max(table[0][k] for k in range(2, 6))
    assert table[2][3] > 0.1 > max(table[2][k] for k in (0, 1, 4, 5))


def test_the_table_is_even_and_has_nothing_of_itself() -> None:
    table = table_of([*FISHING, *READING])
    assert all(table[a][b] == pytest.approx(table[b][a]) for a in range(4) for b in range(4))
    assert [table[a][a] for a in range(4)] == [0.0] * 4


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["", "", ""],
        ["。！？", "　"],
        ["一段"],
    ],
)
def test_what_has_no_characters_is_like_nothing(texts: list[str]) -> None:
    assert table_of(texts) == [[0.0] * len(texts) for _ in texts]


def test_a_short_text_is_less_like_than_one_that_shares_as_large_a_part_of_more() -> None:
    short, long = "冰湖捕鱼", "冰湖捕鱼的渔网要从三百个冰眼里穿过去，冻鱼装满雪橇"
    table = table_of([short, short, long, long, *OTHERS, *READING])
    assert table[0][1] < table[2][3]


def test_what_half_of_a_page_has_tells_nothing() -> None:
    texts = [f"鱼{chr(0x4E00 + 40 * n)}" for n in range(12)]
    assert table_of(texts)[0][1] == 0.0


def test_what_a_great_many_texts_have_tells_nothing() -> None:
    texts = ["鱼"] * (MOST + 1) + [chr(0x4E00 + 9 * n) for n in range(4 * MOST)]
    assert table_of(texts)[0][1] == 0.0
