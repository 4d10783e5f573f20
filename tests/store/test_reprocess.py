"""Making held pages again: the same rules change nothing, and what changes keeps its earlier state."""

from __future__ import annotations

import json
import sqlite3

from newsarchive.cli import main
from tests.conftest import ISSUE, Crawl


def test_reprocess_gives_what_the_crawl_gave(crawl: Crawl) -> None:
    crawl(path=ISSUE, paper="中国电子报")
    before = crawl.content(times=True)
    with sqlite3.connect(crawl.archive) as other:
        other.execute("UPDATE pages SET stages = '{}'")
    other.close()
    assert main(["reprocess", "--archive", str(crawl.archive)]) == 0
    assert crawl.content(times=True) == before
    assert crawl.rows("SELECT spider, found, stored, exit_status FROM runs WHERE id = 2") == [
        {"spider": "reprocess", "found": 1, "stored": 1, "exit_status": 0}
    ]


def test_what_older_rules_made_becomes_a_revision(crawl: Crawl) -> None:
    crawl(path=ISSUE)
    with sqlite3.connect(crawl.archive) as other:
        other.execute("UPDATE pages SET stages = '{}'")
        other.execute("UPDATE articles SET byline = '旧规则的署名' WHERE position = 2")
    other.close()
    assert main(["reprocess", "--archive", str(crawl.archive)]) == 0
    revisions = crawl.rows("SELECT article, changed FROM revisions")
    assert [row["article"] for row in revisions] == ["cena-2023-11-21-01-002"]
    assert json.loads(revisions[0]["changed"]) == {"byline": "旧规则的署名"}
    assert crawl.rows("SELECT byline FROM articles WHERE position = 2") != [{"byline": "旧规则的署名"}]


def test_an_archive_that_is_up_to_date_is_not_written_to(crawl: Crawl) -> None:
    crawl(path=ISSUE)
    before = crawl.content(times=True, ledger=True)
    assert main(["reprocess", "--archive", str(crawl.archive)]) == 0
    assert crawl.content(times=True, ledger=True) == before
