from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.search.fold import fold
from newsarchive.search.marks import Piece, as_terminal, hits, marked, pattern, snippet

HITS = [
    # word, text, what is marked in it
    ("5g+工业", "推进“5G＋工业互联网”和5G、工业软件", ["5G＋工业"]),
    ("大模型", "大模型，大 模型，大。模型", ["大模型", "大 模型"]),  # a blank inside is the typesetter's
    ("台湾", "臺灣与台湾", ["臺灣", "台湾"]),
    ("gpt", "ChatGPT和ＧＰＴ", ["GPT", "ＧＰＴ"]),
    ("c++", "C和C++", ["C++"]),
    ("——", "他说——好", ["——"]),
    ("gpt 4", "GPT  4、GPT-4", ["GPT  4"]),
    ("天天", "天天天", ["天天"]),
]


@pytest.mark.parametrize(("word", "text", "expected"), HITS)
def test_hits_are_cut_from_the_original(word: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in hits(text, [pattern(word)])] == expected


def test_without_literal_other_punctuation_will_do() -> None:
    text = "“5G”与工业，5G＋工业，5G\n工业，5G工业"
    found = hits(text, [pattern("“5g”工业", literal=False)])
    assert [text[start:end] for start, end in found] == ["5G＋工业", "5G\n工业"]


def test_overlapping_hits_become_one() -> None:
    assert marked("中华为之", [pattern("中华"), pattern("华为")]) == (Piece("中华为", hit=True), Piece("之"))


def test_a_snippet_shows_most_words_and_begins_at_a_sentence() -> None:
    text = "芯片。" + "一" * 100 + "。到了大模型和芯片的年代" + "二" * 100
    pieces = snippet(text, [pattern("芯片"), pattern("大模型")], length=20)
    assert pieces == (
        Piece("…"),
        Piece("到了"),
        Piece("大模型", hit=True),
        Piece("和"),
        Piece("芯片", hit=True),
        Piece("的年代" + "二" * 9),
        Piece("…"),
    )


@pytest.mark.parametrize("end", ["。\n", "。”\n", "！」", "？）\n\n"])
def test_a_snippet_begins_with_neither_a_closing_mark_nor_a_blank(end: str) -> None:
    pieces = snippet("一" * 50 + end + "国内市场" + "二" * 100, [pattern("市场")])
    assert pieces[:3] == (Piece("…"), Piece("国内"), Piece("市场", hit=True))


def test_a_snippet_without_a_hit_is_the_beginning() -> None:
    assert snippet("一\n二三四", [pattern("五")], length=3) == (Piece("一 二"), Piece("…"))
    assert snippet("", [pattern("五")]) == ()


def test_pieces_for_a_terminal_are_harmless() -> None:
    pieces = (Piece("<b>&"), Piece("\x1b[2J'\"\u202e", hit=True))
    assert as_terminal(pieces) == "<b>&\x1b[1m [2J'\" \x1b[0m"
    assert as_terminal(pieces, colour=False) == "<b>& [2J'\" "


@given(
    st.text(st.sampled_from("大模a5 ，。\n國国A"), max_size=200),
    st.text(st.sampled_from("大模a5，国"), min_size=1, max_size=3),
)
def test_pieces_joined_are_the_text(text: str, word: str) -> None:
    assert "".join(piece.text for piece in marked(text, [pattern(fold(word))])) == text
    assert all(fold(word)[0] == fold(piece.text)[0] for piece in marked(text, [pattern(fold(word))]) if piece.hit)
    cut = "".join(piece.text for piece in snippet(text, [pattern(fold(word))], length=30)).strip("…")
    assert len(cut) <= 30
    assert cut in text.replace("\n", " ")
