"""People, organisations and places as rows: in step with the article's columns, with roles and what they rest on."""

from __future__ import annotations

import json
import sqlite3

import pytest

from newsarchive.cli import main
from tests.conftest import ISSUE, Crawl

KINDS = ("people", "organisations", "places")


def in_step(crawl: Crawl) -> int:
    """How many names the archive has, each on its article and as a row."""
    names = 0
    for article in crawl.rows("SELECT * FROM articles"):
        for kind in KINDS:
            rows = crawl.rows(
                "SELECT name FROM article_names WHERE article = ? AND kind = ? ORDER BY rowid", article["id"], kind
            )
            assert [row["name"] for row in rows] == json.loads(article[kind])
            names += len(rows)
    return names


def test_names_on_the_article_and_as_rows_are_in_step(crawl: Crawl) -> None:
    assert crawl(path=ISSUE).returncode == 0
    assert in_step(crawl) > 20
    minister = crawl.rows("SELECT role, evidence FROM article_names WHERE name = '金壮龙'")[0]
    assert minister["role"] == "工信部部长"
    assert ["金壮龙", "body"] in [[term, where] for term, _, where in json.loads(minister["evidence"])]


def test_retagging_writes_the_names_of_an_archive_that_had_none(
    crawl: Crawl, capsys: pytest.CaptureFixture[str]
) -> None:
    assert crawl(path=ISSUE).returncode == 0
    before = crawl.rows("SELECT * FROM article_names ORDER BY article, kind, name")
    with sqlite3.connect(crawl.archive) as connection:
        connection.execute("DELETE FROM article_names")
        connection.execute("UPDATE pages SET stages = json_set(stages, '$.tag', 'older')")
    connection.close()
    assert main(["retag", "--archive", str(crawl.archive)]) == 0
    assert crawl.rows("SELECT * FROM article_names ORDER BY article, kind, name") == before
    assert in_step(crawl) == len(before)
