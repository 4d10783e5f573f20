"""Writing pages to a real SQLite file: revisions, what is gone, and the index in step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from newsarchive.model import Article, Cleaned, Problem, Role, Segmentation, Span, Tags
from newsarchive.page import Outcome, PageItem
from newsarchive.search import index
from newsarchive.sources.names import PageKey
from newsarchive.store import archive, ledger, writer

STAGES = '{"clean": "1"}'
KEY = PageKey("daily", "日报", "given", date(2024, 3, 1), "given", "01", "given")
TAGS = Tags(topics=(("medtop:04000000", 0.5, ()),), people=("王芳",))
HARVEST = Article(headline="秋粮丰收", byline="本报记者 王芳", body=("今年秋粮丰收。", "农民增收。"))
BRIDGE = Article(headline="大桥通车", body=("大桥昨日通车。",))


def page(*articles: Article, raw: str = "秋粮丰收") -> PageItem:
    """A page that has been through all stages before the store."""
    return PageItem(
        unit="daily/2024-03-01/01.txt",
        raw=raw.encode(),
        text=raw,
        encoding="utf-8",
        key=KEY,
        cleaned=Cleaned(raw, raw, ()),
        segmentation=Segmentation(articles, ()),
        tags=(TAGS,) * len(articles),
        spans=(Span(1, 0, len(raw), Role.BODY, 0, raw, "test"),),
    )


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A new archive with one run and the one topic."""
    with archive.writing(tmp_path / "archive.db") as opened:
        writer.put_topics(opened, {"medtop:04000000": "经济"})
        assert ledger.start(opened, "issue", {}, writer.now()) == 1
        yield opened


def found(db: Database, match: str) -> list[str]:
    """The ids of the articles that the full-text index finds."""
    query = "SELECT id FROM articles WHERE number IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
    return sorted(row["id"] for row in db.query(query, [match]))


def test_a_new_page_is_stored_whole(db: Database) -> None:
    assert writer.write_page(db, page(HARVEST, BRIDGE), STAGES, 1) == writer.Written(Outcome.STORED, 2)
    articles = list(db.query("SELECT * FROM articles ORDER BY position"))
    assert [row["id"] for row in articles] == ["daily-2024-03-01-01-001", "daily-2024-03-01-01-002"]
    assert articles[0]["body"] == "今年秋粮丰收。\n农民增收。"
    assert json.loads(articles[0]["people"]) == ["王芳"]
    assert list(db.query("SELECT pages, articles, status FROM issues")) == [
        {"pages": 1, "articles": 2, "status": "open"}
    ]
    assert found(db, '"丰收"') == ["daily-2024-03-01-01-001"]
    assert index.check(db.conn) == []


def test_the_columns_and_the_rows_of_topics_are_in_step(db: Database) -> None:
    writer.write_page(db, page(HARVEST), STAGES, 1)
    column = json.loads(next(iter(db.query("SELECT topics FROM articles")))["topics"])
    assert column == [row["topic"] for row in db.query("SELECT topic FROM article_topics")] == ["medtop:04000000"]


def test_the_tags_of_a_page_that_is_no_longer_tagged_go_from_column_and_rows_alike(db: Database) -> None:
    writer.write_page(db, page(HARVEST), STAGES, 1)
    untagged = page(HARVEST)
    untagged.tags = ()
    writer.write_page(db, untagged, '{"clean": "2"}', 1)
    assert list(db.query("SELECT topics FROM articles")) == [{"topics": "[]"}]
    assert db.table("article_topics").count == 0


def test_the_same_page_again_is_unchanged(db: Database) -> None:
    writer.write_page(db, page(HARVEST), STAGES, 1)
    assert writer.held(db, page(HARVEST), STAGES)
    assert writer.write_page(db, page(HARVEST), STAGES, 1) == writer.Written(Outcome.UNCHANGED)


def test_another_version_of_a_stage_makes_the_page_again_but_no_revision(db: Database) -> None:
    writer.write_page(db, page(HARVEST), STAGES, 1)
    assert not writer.held(db, page(HARVEST), '{"clean": "2"}')
    assert writer.write_page(db, page(HARVEST), '{"clean": "2"}', 1) == writer.Written(Outcome.STORED, 0)
    assert db.table("revisions").count == 0


def test_a_changed_dump_makes_a_revision_and_keeps_the_old_state(db: Database) -> None:
    writer.write_page(db, page(HARVEST, BRIDGE), STAGES, 1)
    corrected = replace(HARVEST, body=("今年秋粮再获丰收。",))
    written = writer.write_page(db, page(corrected, BRIDGE, raw="秋粮再获丰收"), STAGES, 1)
    assert written == writer.Written(Outcome.STORED, 1)
    revision = next(iter(db.query("SELECT * FROM revisions")))
    assert (revision["article"], revision["revision"]) == ("daily-2024-03-01-01-001", 1)
    assert json.loads(revision["changed"]) == {"body": "今年秋粮丰收。\n农民增收。"}
    assert next(iter(db.query("SELECT name FROM sources WHERE id = ?", [revision["source"]])))
    assert [row["revision"] for row in db.query("SELECT revision FROM articles ORDER BY id")] == [2, 1]
    assert found(db, '"再获"') == ["daily-2024-03-01-01-001"]
    assert found(db, '"增收"') == []
    assert index.check(db.conn) == []


def test_an_article_that_vanished_is_marked_gone_and_may_come_back(db: Database) -> None:
    writer.write_page(db, page(HARVEST, BRIDGE), STAGES, 1)
    writer.write_page(db, page(HARVEST, raw="只有一篇"), STAGES, 1)
    gone = [row["gone"] for row in db.query("SELECT gone FROM articles ORDER BY position")]
    assert gone[0] is None
    assert gone[1] is not None
    assert next(iter(db.query("SELECT articles FROM issues")))["articles"] == 1
    writer.write_page(db, page(HARVEST, BRIDGE), STAGES, 1)
    assert [row["gone"] for row in db.query("SELECT gone FROM articles ORDER BY position")] == [None, None]


def test_a_page_that_fails_half_way_leaves_nothing(db: Database) -> None:
    # A topic that the vocabulary does not have breaks a reference in the middle of the page.
    broken = page(HARVEST, BRIDGE)
    broken.tags = (TAGS, Tags(topics=(("medtop:99", 1.0, ()),)))
    with pytest.raises(Exception, match="FOREIGN KEY"):
        writer.write_page(db, broken, STAGES, 1)
    for table in ("pages", "articles", "spans", "sources", "issues", "papers"):
        assert db.table(table).count == 0
    assert index.check(db.conn) == []


def test_doubts_are_recorded_with_the_page(db: Database) -> None:
    doubtful = page(HARVEST)
    doubtful.problems.append(Problem("doubtful-article", doubtful.unit, "article 1 has confidence 0.30"))
    writer.write_page(db, doubtful, STAGES, 1)
    assert [row["code"] for row in db.query("SELECT code FROM problems")] == ["doubtful-article"]


def test_two_articles_with_one_number_get_two(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsarchive.ids.article_number", lambda article, day: 7)
    writer.write_page(db, page(HARVEST, BRIDGE), STAGES, 1)
    assert [row["number"] for row in db.query("SELECT number FROM articles ORDER BY number")] == [7, 8]
