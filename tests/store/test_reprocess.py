"""Making held pages again: the same rules change nothing, and what changes keeps its earlier state."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from newsarchive.cli import main
from tests.conftest import ISSUE, Crawl
from tests.epaper.walk import SITES


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


def older(archive: Path) -> None:
    """Make the archive look as if older rules had made its pages and one byline."""
    with sqlite3.connect(archive) as other:
        other.execute("UPDATE pages SET stages = '{}'")
    other.close()


@pytest.mark.parametrize("name", sorted(p.name for p in SITES.iterdir()))
def test_pages_of_a_site_are_made_again_without_it(crawl: Crawl, tmp_path: Path, name: str) -> None:
    site = Path(shutil.copytree(SITES / name, tmp_path / name))
    entry = site / json.loads((site / "truth.json").read_text("utf-8"))["entry"]
    crawl("epaper", url=entry.as_uri(), paper="cc")
    before = crawl.content(times=True)
    assert len(before["articles"]) > 5
    shutil.rmtree(site)
    older(crawl.archive)
    assert main(["reprocess", "--archive", str(crawl.archive)]) == 0
    assert crawl.content(times=True) == before
    assert crawl.rows("SELECT spider, found, stored, articles FROM runs WHERE id = 2") == [
        {"spider": "reprocess", "found": 3, "stored": 3, "articles": 0}
    ]


def test_what_could_not_be_had_from_a_site_or_is_gone_stays_so(
    crawl: Crawl, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = Path(shutil.copytree(SITES / "b-nested", tmp_path / "site"))
    articles = site / "pc/content/202403/05"
    (articles / "content_7000.html").unlink()  # never was there
    (articles / "content_7002.html").write_text("<title>安全验证</title><p>请完成验证后继续访问</p>", "utf-8")
    (site / "pc/layout/202403/05/node_04.html").unlink()
    entry = (site / "pc/layout/index.html").as_uri()
    crawl("epaper", url=entry, paper="cc")
    (articles / "content_7001.html").unlink()  # withdrawn
    crawl("epaper", url=entry, paper="cc")
    before = crawl.content(times=True)
    assert [row["id"] for row in crawl.rows("SELECT id FROM articles WHERE gone IS NOT NULL")] == [
        "cc-2024-03-05-01-002"
    ]
    older(crawl.archive)
    with sqlite3.connect(crawl.archive) as other:
        other.execute("UPDATE articles SET byline = '旧规则的署名' WHERE id = 'cc-2024-03-05-02-001'")
    other.close()
    assert main(["reprocess", "--archive", str(crawl.archive)]) == 0
    after = crawl.content(times=True)
    (revision,) = crawl.rows("SELECT article, changed FROM revisions")
    assert (revision["article"], json.loads(revision["changed"])) == (
        "cc-2024-03-05-02-001",
        {"byline": "旧规则的署名"},
    )
    same = [name for name in before if name not in ("articles", "pages", "revisions")]
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    # The page without an original is left as it is, and nothing is left to do.
    assert crawl.rows("SELECT label FROM pages WHERE stages = '{}'") == [{"label": "04"}]
    capsys.readouterr()
    assert main(["reprocess", "--archive", str(crawl.archive)]) == 0
    assert capsys.readouterr().out == "every page is up to date\n"


def test_an_archive_that_is_up_to_date_is_not_written_to(crawl: Crawl) -> None:
    crawl(path=ISSUE)
    before = crawl.content(times=True, ledger=True)
    assert main(["reprocess", "--archive", str(crawl.archive)]) == 0
    assert crawl.content(times=True, ledger=True) == before
