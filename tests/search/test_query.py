from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.search import index
from newsarchive.search.query import Query, Word, match_expression, parse
from tests.search.archives import archive, issue_articles, numbers

CASES = [
    # typed, understood
    ("大模型 芯片", Query((Word("大模型"), Word("芯片")))),
    ("大模型　芯片", Query((Word("大模型"), Word("芯片")))),  # full-width blank
    ('"大模型 芯片"', Query((Word("大模型 芯片"),))),
    ("“大模型 芯片”", Query((Word("大模型 芯片"),))),
    ("＂大模型 芯片＂", Query((Word("大模型 芯片"),))),
    ("大模型 -芯片", Query((Word("大模型"), Word("芯片", without=True)))),
    ("大模型 －“国产 芯片”", Query((Word("大模型"), Word("国产 芯片", without=True)))),
    ("headline:大模型", Query((Word("大模型", "headline"),))),
    ("标题：“大 模型” -正文：芯片", Query((Word("大 模型", "headline"), Word("芯片", "body", without=True)))),
    ("paper:中国电子报 5G", Query((Word("5g"),), papers=("中国电子报",))),
    ("報紙：中國電子報", Query(papers=("中国电子报",))),
    ("date:2023", Query(since="2023-01-01", until="2023-12-31")),
    ("date:2024-02", Query(since="2024-02-01", until="2024-02-29")),
    ("日期：２０２３－１１－２１", Query(since="2023-11-21", until="2023-11-21")),
    ("date:2023-11..2023-12", Query(since="2023-11-01", until="2023-12-31")),
    ("date:2023-11..", Query(since="2023-11-01", until="9999-12-31")),
    ("date:..2023-11", Query(since="0001-01-01", until="2023-11-30")),
    ("date:2023 date:2023-06..2025", Query(since="2023-06-01", until="2023-12-31")),
    # no syntax, so literal text
    ("date:昨天", Query((Word("date:昨天"),))),
    ("date:2023-13", Query((Word("date:2023-13"),))),
    ("date:2023-12..2023-11", Query((Word("date:2023-12..2023-11"),))),
    ("date:..", Query((Word("date:.."),))),
    ("headline:", Query((Word("headline:"),))),
    ("10:30", Query((Word("10:30"),))),
    ("https://example.com/a", Query((Word("https://example.com/a"),))),
    ("-20℃", Query((Word("-20℃"),))),
    ("-", Query((Word("-"),))),
    ('"大模型', Query((Word('"大模型'),))),
    ("“5G＋工业互联网”为推进新型工业化", Query((Word("“5g+工业互联网”为推进新型工业化"),))),
    ('""', Query((Word('""'),))),
    ('" "', Query()),
    ("GPT-4 AND OR NOT NEAR(", Query(tuple(map(Word, ("gpt-4", "and", "or", "not", "near("))))),
    ("  ", Query()),
    ("", Query()),
]


@pytest.mark.parametrize(("typed", "understood"), CASES)
def test_parse(typed: str, understood: Query) -> None:
    assert parse(typed) == understood


MATCHES = [
    ("大模型 芯片", '("大模 模型") AND ("芯片")'),
    ("大模型 -芯片 -国", '(("大模 模型")) NOT (("芯片") OR ("国"*))'),
    ("标题：大模型", '(headline : "大模 模型")'),
    ("大模型 -C++", '("大模 模型")'),  # the index cannot tell C++ from C, so only the text can exclude
    ("—— 大模型", '("大模 模型")'),
    ("——", None),
    ("date:2023", None),
]


@pytest.mark.parametrize(("typed", "match"), MATCHES)
def test_match(typed: str, match: str | None) -> None:
    assert parse(typed).match() == match


def test_an_expression_for_places_that_take_nothing_else() -> None:
    assert match_expression("大模型 date:2023") == '("大模 模型")'
    assert numbers(archive(issue_articles()), match_expression("——")) == set()


@pytest.mark.parametrize("word", ["5g+工业", "c++", "(大模型", "gpt 4", "a_b", "——"])
def test_words_with_punctuation(word: str) -> None:
    assert Word(word).has_punctuation


@pytest.mark.parametrize("word", ["大模型", "大 模型", "gpt4", "11月20日", "国", "5g 工业"])
def test_words_without_punctuation(word: str) -> None:
    assert not Word(word).has_punctuation


TYPED = st.text(st.sampled_from("大模a5\"“”-:：* ()'^+{}_\\.\0\ud800") | st.characters(), max_size=40) | st.text()


@given(TYPED)
def test_whatever_is_typed_sqlite_accepts(typed: str) -> None:
    conn = sqlite3.connect(":memory:")
    index.create(conn)
    for whole in (False, True):
        if match := parse(typed).match(whole=whole):
            assert conn.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", (match,)).fetchall() == []
    conn.close()
