"""From text to lines: cut and measured."""

from __future__ import annotations

import pytest

from newsarchive.segment import setting_of
from newsarchive.segment.lines.line import cut_at, ems, fold, inked, local_widths, make, split, widened
from newsarchive.text.clean import clean


@pytest.mark.parametrize(
    ("text", "width"), [("今年秋粮", 4.0), ("5G", 1.0), ("截至 10 月", 4.5), ("“好”", 3.0), ("", 0.0)]
)
def test_width_in_ems(text: str, width: float) -> None:
    assert ems(text) == width


@pytest.mark.parametrize(
    ("shown", "flat"),
    [
        ("县 医 院 里 的", "县医院里的"),
        ("２０２３年", "2023年"),
        ("“ 大 专 家 ”", "“大专家”"),
        ("楼市平稳 二手房成交", "楼市平稳 二手房成交"),
        ("GPT-4 Turbo", "GPT-4 Turbo"),
    ],
)
def test_fold(shown: str, flat: str) -> None:
    assert fold(shown) == flat


@pytest.mark.parametrize(
    ("shown", "flat"),
    [
        ("他说:“来(了)吗?”", "他说：“来（了）吗？”"),
        # within numbers and Latin text they stay
        ("共1,140万元,比14:30多", "共1,140万元，比14:30多"),
        ("Yes, we can! (Maybe)", "Yes, we can! (Maybe)"),
    ],
)
def test_marks_of_latin_type_beside_han_are_read_as_wide(shown: str, flat: str) -> None:
    assert widened(shown) == flat
    # They are as wide as their column was measured; what is shown of them stays.
    (line,) = split(shown)
    assert (line.flat, line.width) == (flat, ems(flat))


def test_offsets_point_into_the_text() -> None:
    text = "  标题一行 \r\n\r\n正文一行。"
    made = split(text)
    assert [text[x.start : x.end] for x in made] == ["标题一行", "正文一行。"]
    assert [x.gap for x in made] == [True, True]


@pytest.mark.parametrize(
    ("blanks", "gaps"),
    [
        # a blank line below every line parts nothing; more of them do
        ([1] * 30, []),
        ([1] * 9 + [2] + [1] * 10 + [3] + [1] * 9, [10, 21]),
        # a line that lost its own in a hundred says nothing, one in ten does
        ([1] * 60 + [0] + [1] * 39, []),
        ([1, 1, 1, 1, 1, 0, 1, 1, 1, 1] * 3, [n for n in range(1, 31) if n % 10 != 6]),
        # a few lines are headlines and paragraphs
        ([1, 1, 1], [1, 2, 3]),
    ],
)
def test_double_spacing_is_no_gap(blanks: list[int], gaps: list[int]) -> None:
    text = "一行" + "".join("\n" * (1 + n) + "又一行" for n in blanks)
    assert [n for n, line in enumerate(split(text)) if line.gap] == [0, *gaps]


def test_column_width_is_that_of_full_lines_not_of_first_lines() -> None:
    # Four paragraphs of three lines each: 13, 15, 15 ems.
    text = ("今" * 13 + "\n" + "年" * 15 + "\n" + "秋" * 15 + "\n") * 4
    assert {w[0] for w in local_widths(split(text))} == {15.0}


def test_wide_figures_are_measured_as_they_were_set() -> None:
    raw = "大桥长１２００米，主塔高９６米\n大桥长1200米\n１ ２ ０ ０ 米 长 桥\n"
    text = clean(raw).text
    assert [one.width for one in split(text, setting_of(raw))][:2] == [15.0, 6.0]
    assert [one.width for one in split(text)][:2] == [12.0, 6.0]


def test_a_line_is_cut_at_a_place_of_the_text() -> None:
    text = "新桥今日 通车  校园图书角\n正文"
    line = make(text[:14], 0, 14, gap=True)
    assert inked(line, text) == [0, 1, 2, 3, 5, 6, 9, 10, 11, 12, 13]
    first, second = cut_at(line, 9, text)
    assert [(text[part.start : part.end], part.gap, part.part) for part in (first, second)] == [
        ("新桥今日 通车", True, False),
        ("校园图书角", True, True),
    ]
