"""`newsarchive retag`: new tags for what is held, on the article and as rows alike, once and no more."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from newsarchive.cli import main
from tests.conftest import ISSUE, Crawl


def spoil(archive: Path) -> None:
    """Make the archive look as an older version would have tagged it: nothing found."""
    connection = sqlite3.connect(archive)
    with connection:
        connection.execute("UPDATE articles SET topics = '[]', people = '[]', keywords = '[]'")
        connection.execute("DELETE FROM article_topics")
        connection.execute("""UPDATE pages SET stages = json_set(stages, '$.tag', 'older')""")
    connection.close()


def test_retagging_gives_what_a_crawl_gives_and_then_has_nothing_to_do(
    crawl: Crawl, capsys: pytest.CaptureFixture[str]
) -> None:
    assert crawl(path=ISSUE).returncode == 0
    before = crawl.content(times=True, ledger=True)
    spoil(crawl.archive)
    assert crawl.content(times=True, ledger=True) != before

    assert main(["retag", "--archive", str(crawl.archive)]) == 0
    after = crawl.content(times=True, ledger=True)
    # The stamp's spelling may differ; what it says may not.
    assert {name: rows for name, rows in after.items() if name != "pages"} == {
        name: rows for name, rows in before.items() if name != "pages"
    }
    assert "tagged again" in capsys.readouterr().out

    assert main(["retag", "--archive", str(crawl.archive)]) == 0
    assert capsys.readouterr().out == "every article is up to date\n"


def test_topics_on_the_article_and_as_rows_are_in_step_with_own_topics(crawl: Crawl, tmp_path: Path) -> None:
    assert crawl(path=ISSUE).returncode == 0
    own = tmp_path / "own.toml"
    own.write_text(
        '[[topic]]\ncode = "own:工业"\nlabel = "工业"\nstrong = ["工业化", "工业", "产业"]\n', encoding="utf-8"
    )
    assert main(["retag", "--archive", str(crawl.archive), "--topics", str(own)]) == 0
    articles = crawl.rows("SELECT id, topics FROM articles")
    for article in articles:
        found = crawl.rows(
            "SELECT topic FROM article_topics WHERE article = ? ORDER BY score DESC, topic", article["id"]
        )
        assert [row["topic"] for row in found] == json.loads(article["topics"])
    assert any("own:工业" in article["topics"] for article in articles)
    assert crawl.rows("SELECT label FROM topics WHERE code = 'own:工业'") == [{"label": "工业"}]


def test_without_an_archive_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["retag", "--archive", str(tmp_path / "none.db")]) == 1
    assert "no archive at" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_a_wrong_topics_file_is_refused_before_anything_is_touched(
    crawl: Crawl, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert crawl(path=ISSUE).returncode == 0
    before = crawl.content(times=True, ledger=True)
    own = tmp_path / "own.toml"
    own.write_text('code = "own:x"\n', encoding="utf-8")
    assert main(["retag", "--archive", str(crawl.archive), "--topics", str(own)]) == 1
    assert str(own) in capsys.readouterr().err
    assert crawl.content(times=True, ledger=True) == before
