"""jieba's binding in Rust gives the words that jieba gives, or jieba itself cuts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.text import rust, words
from tests.quality import tag_scores

# Words common and rare, what lies outside the characters that jieba knows, letters with signs, and all kinds of blanks.
PIECES = [
    *"的一国人工业化了在是不说北京记者贺亓禤龥鿿𠮷〇①，。“”、（）—…·．５Ａ é",
    *("工业互联网", "新型工业化", "乒乓球拍卖完了", "研究生命起源", "结婚的和尚未结婚的", "贺长河说", "大学生活"),
    *("5G", "GPT-4", "A_b", "3.5%", "12.30", "C++", "AT&T", "#1", "._", "+-", "100.5亿", "2023-11-20", "iPhone15"),
    *("\n", "\r\n", "\t", "　", "\u2028"),
]
ANY_HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), ANY_HAN, st.text(max_size=3)), max_size=20).map("".join)


@pytest.fixture(autouse=True)
def rust_again() -> Iterator[None]:
    yield
    words.use_dictionary(None)
    words.use_rust(True)


def by_jieba(text: str) -> list[str]:
    words.use_rust(False)
    return words.cut(text)


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_any_text_is_cut_alike(text: str) -> None:
    assert rust.cut(text, words.is_word, words.cut_by_jieba) == by_jieba(text)


@pytest.mark.parametrize(
    "text",
    [
        # two guesses are equally likely: 丁仝 仝仝仝, 丁仝仝 仝仝
        "丁仝仝仝仝",
        "仝仝仝仝仝仝仝",
        # a name among known words
        "记者亓官贺长河昨日说",
    ],
)
def test_guessed_words_are_jieba_s_own(text: str) -> None:
    assert rust.cut(text, words.is_word, words.cut_by_jieba) == by_jieba(text)


def test_the_labelled_articles_are_cut_alike() -> None:
    for article in tag_scores.articles().values():
        text = "\n".join((article.kicker, article.headline, article.byline, *article.body))
        assert rust.cut(text, words.is_word, words.cut_by_jieba) == by_jieba(text)


def test_it_cuts_where_it_is_installed_and_not_with_a_user_dictionary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def spy(text: str, is_word: object, by_jieba: object) -> list[str]:
        asked.append(text)
        return [text]

    monkeypatch.setattr(rust, "cut", spy)
    words.use_rust(True)
    assert words.cut("澜溪夜校") == ["澜溪夜校"]
    own = tmp_path / "own.txt"
    own.write_text("澜溪夜校 1000\n", encoding="utf-8")
    words.use_dictionary(own)
    assert words.cut("去澜溪夜校") == ["去", "澜溪夜校"]
    words.use_dictionary(None)
    monkeypatch.setattr(rust, "DICTIONARY", "another")
    words.use_rust(True)
    assert words.cut("我们去") == ["我们", "去"]
    assert asked == ["澜溪夜校"]
