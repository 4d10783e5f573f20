from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlite_utils

from newsarchive.search import index
from newsarchive.search.fold import fold
from newsarchive.search.pairs import phrase
from tests.search.archives import archive, issue_articles, numbers, recombined


@pytest.fixture
def conn() -> sqlite3.Connection:
    return archive(issue_articles())


def test_a_fresh_index_is_in_step(conn: sqlite3.Connection) -> None:
    assert index.check(conn) == []


def test_plain_sqlite_answers(tmp_path: Path, conn: sqlite3.Connection) -> None:
    with sqlite3.connect(tmp_path / "archive.db") as copy:
        conn.backup(copy)
    plain = sqlite3.connect(tmp_path / "archive.db")
    found = plain.execute(
        "SELECT a.headline FROM articles_fts JOIN articles a ON number = articles_fts.rowid "
        "WHERE articles_fts MATCH ? ORDER BY rank",
        ('"大模 模型"',),
    ).fetchall()
    plain.close()
    assert len(found) == sum("大模型" in "\n".join(article.values()) for article in issue_articles()) > 0
    assert "大模型" in found[0][0]  # the weight of the headline is stored in the index


def test_other_tools_detect_the_index(conn: sqlite3.Connection) -> None:
    assert sqlite_utils.Database(conn).table("articles").detect_fts() == "articles_fts"
    utils = pytest.importorskip("datasette.utils")
    assert utils.detect_fts(conn, "articles") == "articles_fts"


def test_a_removed_article_is_gone(conn: sqlite3.Connection) -> None:
    (number, *texts) = conn.execute(f"SELECT number, {', '.join(index.FIELDS)} FROM articles LIMIT 1").fetchone()
    fields = dict(zip(index.FIELDS, texts, strict=True))
    assert number in numbers(conn, phrase(fields["headline"]) or "")
    index.remove(conn, number, fields)
    assert number not in numbers(conn, phrase(fields["headline"]) or "")
    assert index.check(conn) == [f"article number {number} is not in articles_fts"]
    index.add(conn, number, fields)
    assert index.check(conn) == []


def test_a_number_can_be_used_again_while_the_index_is_read(conn: sqlite3.Connection) -> None:
    (number, *texts) = conn.execute(f"SELECT number, {', '.join(index.FIELDS)} FROM articles LIMIT 1").fetchone()
    fields = dict(zip(index.FIELDS, texts, strict=True))
    index.remove(conn, number, fields)
    assert numbers(conn, '"工"*')
    index.add(conn, number, fields)
    assert index.check(conn) == []
    for _ in range(2):
        index.replace(conn, number, fields, {"body": "改稿"})
        assert number in numbers(conn, '"改"*')
        index.replace(conn, number, {"body": "改稿"}, fields)
    assert index.check(conn) == []


def test_one_changed_character_is_noticed(conn: sqlite3.Connection) -> None:
    conn.execute(
        "UPDATE articles SET body = replace(body, '工业', '农业') WHERE number = (SELECT max(number) FROM articles)"
    )
    (number,) = conn.execute("SELECT max(number) FROM articles").fetchone()
    assert index.check(conn) == [f"article number {number} has another text in articles_fts"]
    assert index.rebuild(conn) == len(issue_articles())
    assert index.check(conn) == []


def test_a_deleted_row_and_unsorted_numbers_are_noticed(conn: sqlite3.Connection) -> None:
    first, second, *_ = [number for (number,) in conn.execute("SELECT number FROM articles ORDER BY number")]
    conn.execute("DELETE FROM articles WHERE number = ?", (first,))
    conn.execute("UPDATE articles SET date = '2024-01-01' WHERE number = ?", (second,))
    found = index.check(conn)
    assert f"articles_fts holds number {first}, which no article has" in found
    assert any("numbers must sort by date" in line for line in found)


def test_missing_and_null_fields_are_empty() -> None:
    conn = archive([{"headline": "标题"}])
    conn.execute("UPDATE articles SET body = NULL")
    assert index.check(conn) == []


def test_bulk_loading_restores_the_setting_and_keeps_the_answers() -> None:
    articles = recombined(200)
    conn = archive([])
    with index.bulk(conn):
        for number, article in enumerate(articles):
            index.add(conn, number, article)
    ((size,),) = conn.execute("SELECT v FROM articles_fts_config WHERE k = 'hashsize'").fetchall()
    assert size == 1 << 20
    found = numbers(conn, phrase("工业互联网") or "")
    assert found == {n for n, article in enumerate(articles) if "工业互联网" in fold("\t".join(article.values()))}


@pytest.mark.parametrize("word", ["大模型", "國", "G", "GPT４做", "用ＧＰＴ", "11月20日", "5G工 业", "ab", "臺灣ABC"])
def test_plain_sql_makes_the_same_phrase(conn: sqlite3.Connection, word: str) -> None:
    assert conn.execute(index.PHRASE_SQL, {"word": word}).fetchone()[0] == phrase(word)


def test_the_fold_table_is_the_fold(conn: sqlite3.Connection) -> None:
    rows = dict(conn.execute("SELECT character, folded FROM fold"))
    assert rows["國"] == "国"
    assert all(fold(character) == folded for character, folded in rows.items())
