"""Character classes."""

import pytest

from newsarchive.text.han import common_characters, count_han, is_han, plausibility


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("一", True),
        ("龥", True),
        ("〇", True),  # the zero of Han numerals lies among the punctuation
        ("々", True),
        ("㐀", True),  # extension A
        ("𠀀", True),  # extension B, outside the first plane
        ("豈", True),  # compatibility ideograph
        ("○", False),  # a circle, though papers print it as a zero
        ("⼀", False),  # Kangxi radical: a sign, until it is cleaned
        ("，", False),
        ("あ", False),
        ("한", False),
        ("1", False),
        ("\ue000", False),
    ],
)
def test_is_han(character: str, expected: bool) -> None:
    assert is_han(character) is expected


def test_count_han_counts_no_marks() -> None:
    assert count_han("“5G＋工业互联网”，𠀀。") == 6


def test_common_characters_are_han_and_of_both_scripts() -> None:
    common = common_characters()
    assert all(is_han(character) for character in common)
    assert {"的", "国", "國", "发", "發", "報"} <= common


def test_plausibility_tells_news_from_rare_characters() -> None:
    assert plausibility("工业和信息化部部长出席开幕式并致辞") > 0.9
    assert plausibility("記者從衛生部門獲悉，今年冬季流感活動水平上升") > 0.9
    assert plausibility("浜烘皯鏃ユ姤") < 0.5
    assert plausibility("no Han at all") == 0.0
