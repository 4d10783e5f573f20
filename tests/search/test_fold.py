from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.search.fold import fold, simplified

CASES = [
    # typed or printed, folded
    ("ＧＰＴ－４　Ｔｕｒｂｏ", "gpt-4 turbo"),  # full width
    ("5G＋工业互联网", "5g+工业互联网"),
    ("中華人民共和國", "中华人民共和国"),  # traditional
    ("⽅⾯", "方面"),  # radicals that page dumps hold in place of characters
    ("樂", "乐"),  # compatibility ideograph U+F914
    ("“引号”——《书》", "“引号”——《书》"),  # punctuation is no matter of width alone
    ("İSTANBUL", "istanbul"),  # one character whose lower case is two
    ("ΣΟΦΟΣ", "σοφοσ"),  # a letter with two lower cases
]


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_character_folds_to_one_and_folding_again_changes_nothing() -> None:
    # Blanks between them, so that no character stands at the end of a word with others.
    characters = " ".join(map(chr, range(sys.maxunicode + 1)))
    folded = fold(characters)
    assert len(folded) == len(characters)
    assert set(folded[1::2]) == {" "}
    assert fold(folded) == folded


def test_a_simplified_text_stays_as_it_is() -> None:
    # The characters of everyday use, by their frequency in news; none may be taken for a traditional one.
    everyday = (
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
    )
    assert not set(everyday) & set(simplified())


@given(st.text(), st.text())
def test_the_fold_of_a_part_is_the_part_of_the_fold(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)
