"""Search against texts and queries that nobody thought of: never an error, never a miss."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsarchive.search import index
from newsarchive.search.fold import fold, spellings
from newsarchive.search.marks import pattern
from newsarchive.search.query import match_expression, parse
from newsarchive.search.search import Order, find, search
from tests.search.archives import archive

FIELDS = ("headline", "kicker", "subtitle", "body")
# Han in both spellings and beyond the first plane, kana, Hangul, Thai and Arabic with their marks, Latin in all widths
# and cases, digits of all kinds, marks that combine, signs without width, blanks of all kinds, punctuation.
ODD = (
    "大模型国國台臺电電发發髮〇々㐀𠀀𪚥⽅樂ガｶﾞ한글กำعَرَ"
    "aAzZＡｂßẞſKİıΣςéÅ5５²½①Ⅷ𝟘٣"
    "\u0301\u0307\u20e3\u3099\u200b\u200d\u2060\ufeff\u00ad \u3000\u00a0\u2009\t\n\u2028"
    "，。、；：？！“”‘’（）《》—…·-+%.,:;'*^~_/\\|&<>{}[]()$#@=￥°℃\u202e\x00\x1b👨‍👩‍👧🇨🇳"
)
TEXT = st.text(st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]), max_size=14)
ARTICLES = st.lists(st.fixed_dictionaries(dict.fromkeys(FIELDS, TEXT)), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def conn() -> Iterator[sqlite3.Connection]:
    with archive([]) as made:
        yield made


def fill(conn: sqlite3.Connection, articles: list[dict[str, str]]) -> None:
    """Let the archive hold these articles, numbered from 0, and no others."""
    conn.execute("DELETE FROM articles")
    conn.execute("INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')")
    for number, article in enumerate(articles):
        values = (f"a-{number}", number, *(article[name] for name in FIELDS), "cena", "2023-11-21", "01")
        conn.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        index.add(conn, number, article)


def respelled(text: str, choices: list[int]) -> str:
    """Each character in one of the spellings that fold alike."""
    options = [character + spellings(fold(character)) for character in text]
    return "".join(each[choice % len(each)] for each, choice in zip(options, choices, strict=False))


@settings(max_examples=250, deadline=None)
@example([dict.fromkeys(FIELDS, "") | {"body": "e\u0301大。5%"}], 0, "body", 0, 6, [0] * 14)
@example([dict.fromkeys(FIELDS, "") | {"body": "用_GPT_做"}], 0, "body", 1, 5, [0] * 14)
@example([dict.fromkeys(FIELDS, "") | {"headline": "0\t\U0003134b"}], 0, "headline", 0, 3, [0] * 14)  # a new character
@example([dict.fromkeys(FIELDS, "") | {"headline": ":\t一"}], 0, "headline", 0, 3, [0] * 14)  # a blank after a mark
@given(
    ARTICLES,
    st.integers(0, 3),
    st.sampled_from(FIELDS),
    st.integers(0, 13),
    st.integers(1, 14),
    st.lists(st.integers(0, 5), min_size=14, max_size=14),
)
def test_every_piece_of_every_text_is_found_however_spelled(
    conn: sqlite3.Connection,
    articles: list[dict[str, str]],
    which: int,
    name: str,
    start: int,
    length: int,
    choices: list[int],
) -> None:
    text = articles[which % len(articles)][name]
    start %= len(text) or 1
    typed = respelled(text[start : start + length], choices)
    words = parse(f'"{typed}"').words
    if len(words) != 1 or words[0].column or words[0].without or words[0].text != fold(typed).strip():
        return  # nothing is left of it, or it means something: quotation marks, a minus sign
    fill(conn, articles)
    folded = words[0].text
    truth = {n for n, a in enumerate(articles) if any(folded in fold(a[field]) for field in FIELDS)}
    assert truth <= set(find(conn, f'"{typed}"'))
    for order in Order:
        results = search(conn, f'"{typed}"', order=order)
        assert truth <= {hit.number for hit in results.hits}
        if not results.punctuation_ignored:
            sought = pattern(folded)
            assert all(any(sought.search(articles[hit.number][f]) for f in FIELDS) for hit in results.hits)
    # Datasette's own box knows no punctuation, but misses nothing that has a letter or a digit.
    if words[0].match():
        cursor = conn.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", (match_expression(typed),))
        if len(parse(typed).words) == 1 and parse(typed).words[0] == words[0]:
            assert truth <= {number for (number,) in cursor}


@settings(max_examples=300, deadline=None)
@given(ARTICLES, st.text(max_size=40) | st.lists(TEXT | st.sampled_from(["-", '"', "date:", "paper:", " ", "\ud800"])))
def test_no_query_is_an_error(conn: sqlite3.Connection, articles: list[dict[str, str]], typed: str | list[str]) -> None:
    fill(conn, articles)
    query = typed if isinstance(typed, str) else "".join(typed)
    results = search(conn, query, limit=2, offset=1)
    assert len(results.hits) == min(2, max(0, results.total - 1))
    conn.execute("SELECT 1 FROM articles_fts WHERE articles_fts MATCH ?", (match_expression(query),)).fetchall()
