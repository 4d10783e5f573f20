from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.search.fold import fold
from newsarchive.search.pairs import index_terms, phrase

TERMS = [
    ("大模型", "大模 模型 型"),
    ("用GPT4做", "用_ _g gp pt t4 4_ _做 做"),
    ("用 GPT4 做", "用_ _g gp pt t4 4_ _做 做"),  # blanks beside a Chinese character say nothing
    ("大 模 型", "大模 模型 型"),
    ("GPT-4 Turbo", "_g gp pt t_ _ _4 4_ _ _t tu ur rb bo o_ _"),
    ("经济。女排", "经济 济 女排 排"),
    ("经济\n女排", "经济 济 女排 排"),  # a paragraph ends
    ("a_b", "_a a_ _ _b b_ _"),
    ("——，", ""),
    ("", ""),
]
PHRASES = [
    ("大模型", '"大模 模型"'),
    ("大", '"大"*'),
    ("G", '"g"*'),
    ("GPT", '"gp pt"'),
    ("5G+工业", '"5g g_ _ 工业"'),
    ("A+网", '"a_ _ 网"*'),
    # Punctuation at an edge: what stands beside it begins or ends there.
    ("C++", '"c_"'),
    ("+A", '"_a"'),
    ("(2)", '"_2 2_"'),
    ("经济，", '"经济 济"'),
    ("，国", '"国"*'),
    ("A ", '"a"*'),  # a blank is no border
    ('a" OR "b', '"a_ _ _o or r_ _ _b"'),
    ("——", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "terms"), TERMS)
def test_index_terms(text: str, terms: str) -> None:
    assert index_terms(text) == terms


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_phrase(text: str, expected: str | None) -> None:
    assert phrase(text) == expected


def test_a_whole_phrase_keeps_the_borders_of_runs() -> None:
    assert phrase("GPT", whole=True) == '"_g gp pt t_"'
    assert phrase("20日", whole=True) == '"_2 20 0_ _日"'


def contains(terms: str, wanted: str | None) -> bool:
    """What FTS5 does with a phrase."""
    if wanted is None:
        return True
    text, prefix = wanted.removesuffix("*")[1:-1].split(), wanted.endswith("*")
    have = terms.split()
    return any(
        have[i : i + len(text) - prefix] == text[: len(text) - prefix]
        and (not prefix or have[i + len(text) - 1].startswith(text[-1]))
        for i in range(len(have) - len(text) + 1)
    )


NEWS = st.text(st.sampled_from("大模型国國中a5G５ＧGgIİſ \u3000\n，、+＋-_“”.·ー7٣é\u0301カ한𠀀\u200b"), max_size=30)


@given(NEWS | st.text(max_size=30), st.data())
def test_every_part_of_a_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    assert contains(index_terms(text), phrase(part))


@given(NEWS, NEWS)
def test_nothing_else_is_found_but_by_punctuation_and_blanks(text: str, wanted: str) -> None:
    found = phrase(wanted)
    if found is not None and contains(index_terms(text), found):
        letters = "".join(filter(str.isalnum, fold(wanted)))
        assert letters in "".join(filter(str.isalnum, fold(text)))
