"""What the tables are read with: one expression for hundreds of entries, and how likely a name is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.topics import lexicon
from newsarchive.topics.cutting import mend
from newsarchive.topics.lexicon import alternatives
from newsarchive.topics.spotting import name_odds

ENTRIES = st.lists(st.text("省市委-.[]", min_size=1, max_size=4), min_size=1, max_size=8)


@given(ENTRIES, st.text("省市委-.[]", max_size=12))
def test_alternatives_match_what_the_longest_entry_does(entries: list[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(entries, key=lambda entry: (-len(entry), entry))))
    assert re.findall(alternatives(*entries), text) == re.findall(plain, text)


def test_a_common_name_is_likelier_than_words_and_a_word_is_not() -> None:
    assert name_odds("王建国") > 3
    assert name_odds("欧阳若兰") > 5
    assert name_odds("高速") < 0
    assert name_odds("没有姓") == float("-inf")
    assert set(lexicon.surnames()) >= {"王", "亓", "欧阳"}


def test_words_that_are_glued_together_are_mended_and_the_text_stays() -> None:
    glued = ["巡护", "员贺", "长河", "，", "能源", "局局长", "。", "农村", "局已", "组织"]
    mended = list(mend(glued))
    assert mended == ["巡护员", "贺", "长河", "，", "能源", "局", "局长", "。", "农村", "局", "已", "组织"]
    assert "".join(mended) == "".join(glued)
    assert list(mend([])) == []
