from __future__ import annotations

import random
import sqlite3
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.search import index, rank
from newsarchive.search.fold import fold
from newsarchive.search.query import parse
from newsarchive.search.search import Order, Results, find, search
from tests.search.archives import Row, archive, issue_articles, recombined

DATES = ("2022-05-01", "2023-11-20", "2023-11-21", "2023-12-01", "2024-01-01")


@pytest.fixture(scope="module")
def articles() -> list[Row]:
    return recombined(250)


@pytest.fixture(scope="module")
def conn(articles: list[Row]) -> sqlite3.Connection:
    return archive(articles, DATES)


def found(conn: sqlite3.Connection, typed: str, order: str = Order.RANK) -> set[int]:
    """The numbers of all articles found, read page by page; each must be found once, and the total be right."""
    numbers: list[int] = []
    while True:
        results = search(conn, typed, limit=150, offset=len(numbers), order=order)
        numbers += [hit.number for hit in results.hits]
        if len(results.hits) < 150:
            break
    assert len(numbers) == len(set(numbers))
    assert len(numbers) == results.total or not results.exact
    return set(numbers)


def scan(conn: sqlite3.Connection, text: str) -> set[int]:
    """The numbers of the articles that hold the text in a column, by reading everything."""
    return {number for number, folded in folded_texts(conn) if fold(text) in folded}


@cache
def folded_texts(conn: sqlite3.Connection) -> list[tuple[int, str]]:
    # No query holds the character between the columns.
    rows = conn.execute(f"SELECT number, {', '.join(index.FIELDS)} FROM articles")
    return [(number, fold("\uffff".join(texts))) for number, *texts in rows]


def spellings(text: str, rng: random.Random) -> str:
    """The text as another reader might type it."""
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    return rng.choice(
        [text, text, wide, text.upper(), text.replace("国", "國").replace("业", "業").replace("网", "網")]
    )


def samples(articles: list[Row], count: int) -> list[str]:
    """Queries of one to eight characters cut anywhere from the articles, punctuation and all."""
    rng = random.Random(11)
    queries = []
    while len(queries) < count:
        text = rng.choice(list(rng.choice(articles).values()))
        start, length = rng.randrange(len(text) or 1), rng.choice([1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8])
        part = text[start : start + length].strip()
        # A phrase in quotation marks must not hold any; a line break is for no one to type.
        if part and not set('"“”＂\n') & set(part):
            queries.append(spellings(part, rng))
    return queries


def test_recall_and_precision_against_a_scan(conn: sqlite3.Connection, articles: list[Row]) -> None:
    queries = samples(articles, 600)
    assert len({fold(query) for query in queries}) > 300
    wanted = got = right = 0
    for position, query in enumerate(queries):
        # Ranking takes longer than finding, and must lose none either.
        order = Order.RANK if position % 10 == 0 else Order.NEWEST
        truth, answer = scan(conn, query), found(conn, f'"{query}"', order)
        assert truth <= answer, query
        wanted, got, right = wanted + len(truth), got + len(answer), right + len(truth & answer)
    assert right == wanted > 5_000
    # What is found besides differs in nothing but blanks beside Chinese characters.
    assert right / got > 0.99


@pytest.mark.parametrize(
    "typed",
    [
        "GPT-4 Turbo",
        "11月20日",
        "１２８k",
        "5G+工业互联网",
        "５Ｇ＋工业互联网",
        "5G＋工業互聯網",
        "gpt",
        "chatgpt",
        "台湾经济",
        "臺灣",
        "A股",
        "——",
        "“",
        "，",
        "国",
        "5",
    ],
)
def test_mixed_scripts_and_punctuation(conn: sqlite3.Connection, typed: str) -> None:
    truth = scan(conn, typed)
    assert truth
    assert found(conn, typed) == truth
    assert found(conn, typed, Order.NEWEST) == truth


SMALL = [
    {"headline": "大模型进工厂", "body": "华为与工厂合作，用GPT-4。"},
    {"headline": "工厂用芯片", "body": "大模型要芯片。5G、工业软件。"},
    {"headline": "会议通知", "body": "会议于11月20日举行，为中华为之奋斗。C++不是C。"},
    {"headline": "芯片报告", "kicker": "大模型时代", "body": "气温降到-20℃。1月20日讯。"},
]
TYPED = [
    # typed, which articles of SMALL
    ("大模型 芯片", {1, 3}),
    ("大模型 -芯片", {0}),
    ("标题：大模型", {0}),
    ("kicker:大模型", {3}),
    ("正文：大模型", {1}),
    ('"大模型要芯片"', {1}),
    ("1月20日", {2, 3}),
    ("-20℃", {3}),
    ("C++", {2}),
    ("GPT-4", {0}),
    ("工厂 -C++", {0, 1}),
    ("会议 -GPT-4", {2}),
    ("会议 -——", {2}),
    ("5G、工业", {1}),
    ("5G+工业", {1}),  # none has it so: punctuation is ignored
    ("“大模型 芯片", {1, 3}),  # an open quotation mark, too
    ("date:2022", {0}),
    ("date:2023-11..2023-12 芯片", {1}),
    ("date:2021", set()),
    ("paper:cena", {1, 2}),
    ("paper:晚报 大模型", {0, 3}),
    ("paper:无此报", set()),
    ("", {0, 1, 2, 3}),
    ("无此词", set()),
]


@pytest.fixture(scope="module")
def small() -> sqlite3.Connection:
    return archive(SMALL, ("2022-05-01", "2023-11-20", "2023-11-21", "2024-01-01"))


@pytest.mark.parametrize(("typed", "expected"), TYPED)
@pytest.mark.parametrize("order", Order)
def test_what_is_typed_is_understood(small: sqlite3.Connection, typed: str, expected: set[int], order: Order) -> None:
    assert {number % 10_000 for number in found(small, typed, order)} == expected


@pytest.mark.parametrize(("typed", "expected"), TYPED)
def test_all_numbers_at_once(small: sqlite3.Connection, typed: str, expected: set[int]) -> None:
    numbers = find(small, typed)
    assert {number % 10_000 for number in numbers} == expected
    assert numbers == sorted(numbers, reverse=True)


def test_more_than_can_be_compared_are_not_counted(conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = found(conn, "，")
    monkeypatch.setattr("newsarchive.search.plan.COUNTED", 20)
    results = search(conn, "，")
    assert (results.total, results.exact) == (20, False)
    assert found(conn, "，") == whole
    assert len(whole) > 20


def test_ignored_punctuation_is_said(small: sqlite3.Connection) -> None:
    assert search(small, "5G+工业").punctuation_ignored
    assert not search(small, "5G、工业").punctuation_ignored
    assert not search(small, "5G+农业").punctuation_ignored


def order_of(results: Results) -> list[int]:
    return [hit.number % 10_000 for hit in results.hits]


def test_whole_numbers_and_words_come_before_chance(small: sqlite3.Connection) -> None:
    assert order_of(search(small, "1月20日")) == [3, 2]
    # The chance substring is newer and its article shorter: only the borders of words tell.
    conn = archive([{"body": "记者从华为公司获悉，新手机在北京发布，各地同时开售。"}, {"body": "为中华为之奋斗"}])
    assert order_of(search(conn, "华为")) == [0, 1]
    assert order_of(search(conn, "华为", order="newest")) == [1, 0]


def test_a_headline_counts_most_and_among_equals_the_newest() -> None:
    texts = ["春耕开始", "天气晴好", "本报讯"]
    fields = [dict(zip(("headline", "kicker", "body"), texts[i:] + texts[:i], strict=True)) for i in (0, 1, 2, 0)]
    others = [{"headline": "无关", "body": "其他"} for _ in range(20)]
    assert order_of(search(archive(fields + others), "春耕")) == [3, 0, 2, 1]


def test_a_hit_tells_what_a_page_of_results_shows(small: sqlite3.Connection) -> None:
    (hit,) = search(small, "C++").hits
    assert (hit.id, hit.date, hit.page_label, hit.paper) == ("cena-2023-11-21-01-002", "2023-11-21", "01", "cena")
    assert "".join(piece.text for piece in hit.headline) == "会议通知"
    assert [piece.text for piece in hit.snippet if piece.hit] == ["C++"]
    assert hit.score < 0


def test_very_many_matches_are_ranked_in_part_and_that_is_said(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = search(conn, "工业", limit=400)
    newest = [hit.number for hit in search(conn, "工业", limit=400, order=Order.NEWEST).hits]
    heads = {n for name in ("headline", "kicker", "subtitle") for n in found(conn, f"{name}:工业")}
    monkeypatch.setattr(rank, "RANKED", 50)
    monkeypatch.setattr(rank, "CONSIDERED", 120)
    for typed, ranked in (
        # The newest, and of those considered the newest that stand out by their headline.
        ("工业", {*newest[:50], *[n for n in newest[:120] if n in heads][:50]}),
        # In a long phrase, or with another condition, the newest only.
        ("工业互联网", None),
        ("工业 paper:cena", None),
    ):
        results = search(conn, typed, limit=400)
        everything = [hit.number for hit in search(conn, typed, limit=400, order=Order.NEWEST).hits]
        ranked = ranked or set(everything[:50])
        numbers = [hit.number for hit in results.hits]
        assert results.total == len(numbers) == len(everything) > results.ranked == len(ranked) >= 50
        assert set(numbers[: len(ranked)]) == ranked
        assert numbers[len(ranked) :] == [number for number in everything if number not in ranked]
        for size in (7, 35, 60):
            pages = [h.number for start in range(0, 400, size) for h in search(conn, typed, size, start).hits]
            assert pages == numbers
    assert [hit.number for hit in whole.hits] != newest


def test_among_many_matches_what_stands_out_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"headline": "开通", "body": "A20路"}, {"headline": "大会开幕", "body": "开通A2"}]
    rows += [{"headline": "通知", "body": "其余开通A20路"} for _ in range(30)]
    conn = archive(rows)
    monkeypatch.setattr(rank, "RANKED", 5)
    monkeypatch.setattr(rank, "POOL", 4)
    assert order_of(search(conn, "开通"))[0] == 0
    assert order_of(search(conn, "A2"))[0] == 1
    assert sorted(order_of(search(conn, "A2", limit=100))) == list(range(32))


def test_pages_turn_through_pool_and_rest_without_gap(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rank, "POOL", 30)
    for typed in ("工业", "20", "5G+工业互联网", "paper:cena 国"):
        pages = [hit.number for start in range(0, 300, 20) for hit in search(conn, typed, offset=start).hits]
        assert len(pages) == len(set(pages)) == search(conn, typed).total > 30


def test_a_wrong_call_is_an_error(conn: sqlite3.Connection) -> None:
    with pytest.raises(ValueError, match="oldest"):
        search(conn, "工业", order="oldest")
    with pytest.raises(ValueError, match="-1"):
        search(conn, "工业", limit=-1)


TYPING = st.text(st.sampled_from("工业5gG+-:：“”\"＂ 。—*()^~{}\\'\0\ud800_é") | st.characters(), max_size=20)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["headline:", "-", "date:", "2023-11", "..", "paper:", " "]) | TYPING, max_size=6))
def test_nothing_typed_raises_and_literal_text_is_found(conn: sqlite3.Connection, typed: list[str]) -> None:
    text = "".join(typed)
    assert len(search(conn, text, limit=3).hits) <= 3
    words = parse(text).words
    if len(words) == 1 and words[0].column is None and words == parse(f" {words[0].text} ").words:
        query = parse(text)
        if not query.papers and not query.since:
            assert scan(conn, words[0].text) <= found(conn, words[0].text, Order.NEWEST)


@pytest.mark.parametrize(
    "typed",
    [
        "工业 " * 3000,
        "-工业 " * 3000 + "大会",
        "工+业 " * 300,
        "工" * 20_000,
        "+，" * 5000,
        '"' * 3000,
        "date:2023 " * 500,
        "".join(map(chr, range(0x4E00, 0x5600))) + "+",
    ],
)
def test_very_long_queries(conn: sqlite3.Connection, typed: str) -> None:
    assert search(conn, typed).total >= 0


def test_an_empty_archive_finds_nothing() -> None:
    for typed in ("工业", "date:2023", "——", ""):
        assert search(archive([]), typed).total == 0


def test_reading_needs_no_more_than_to_read(conn: sqlite3.Connection) -> None:
    conn.execute("PRAGMA query_only = 1")
    try:
        assert search(conn, "5G+工业互联网 date:2023 paper:cena").total > 0
    finally:
        conn.execute("PRAGMA query_only = 0")


def test_the_issue_answers_what_its_readers_ask() -> None:
    conn = archive(issue_articles())
    for typed in ("大模型", "5G+工业互联网", "GPT-4 Turbo", "11月20日", "128k", "金砖", "陕西"):
        results = search(conn, typed)
        assert results.total == len(results.hits) > 0
        assert all(
            any(p.hit for p in (*hit.headline, *hit.kicker, *hit.subtitle, *hit.snippet)) for hit in results.hits
        )
