"""The provided issue, from its dump to rows, by the real command."""

from __future__ import annotations

import json
from unicodedata import normalize

from tests.conftest import ISSUE, ROOT, Crawl


def truth() -> dict[str, dict[str, str]]:
    """The hand-made labels of the provided issue, by headline; width is not what they are about."""
    labels = json.loads((ROOT / "fixtures/issue/issue_truth.json").read_text(encoding="utf-8"))
    return {normalize("NFKC", article["headline"]): article for article in labels["articles"]}


def test_the_provided_issue_becomes_its_five_articles(crawl: Crawl) -> None:
    done = crawl(path=ISSUE)
    assert done.returncode == 0, done.stderr
    rows = {normalize("NFKC", row["headline"]): row for row in crawl.rows("SELECT * FROM articles")}
    expected = truth()
    assert set(rows) == set(expected)
    for headline, article in expected.items():
        assert rows[headline]["kicker"] == article["kicker"]
        names = {name for names in article.get("byline_names_any", [article.get("byline_names")]) for name in names}
        assert any(name in rows[headline]["byline"] for name in names)
        assert rows[headline]["body"][:20] == article["body"][:20]
    # The two bylines in a heap went to one article each.
    assert len({row["byline"] for row in rows.values()}) == len(rows)


def test_ids_dates_and_sources_are_as_promised(crawl: Crawl) -> None:
    crawl(path=ISSUE)
    assert crawl.rows("SELECT id, paper, date, date_source, pages, articles, status FROM issues") == [
        {
            "id": "cena-2023-11-21",
            "paper": "cena",
            "date": "2023-11-21",
            "date_source": "name",
            "pages": 1,
            "articles": 5,
            "status": "complete",
        }
    ]
    assert [row["id"] for row in crawl.rows("SELECT id FROM articles ORDER BY position")] == [
        f"cena-2023-11-21-01-{position:03d}" for position in range(1, 6)
    ]
    assert crawl.rows("SELECT encoding, status, bytes FROM sources") == [
        {"encoding": "utf-8", "status": "stored", "bytes": ISSUE.stat().st_size}
    ]


def test_a_second_crawl_changes_no_row_but_the_runs(crawl: Crawl) -> None:
    crawl(path=ISSUE)
    before = crawl.content(times=True)
    again = crawl(path=ISSUE)
    assert again.returncode == 0, again.stderr
    assert crawl.content(times=True) == before
    runs = crawl.rows("SELECT found, stored, unchanged, failed, set_aside, exit_status FROM runs ORDER BY id")
    assert runs == [
        {"found": 1, "stored": 1, "unchanged": 0, "failed": 0, "set_aside": 0, "exit_status": 0},
        {"found": 1, "stored": 0, "unchanged": 1, "failed": 0, "set_aside": 0, "exit_status": 0},
    ]


def test_the_spans_of_the_page_give_back_its_text(crawl: Crawl) -> None:
    crawl(path=ISSUE)
    spans = crawl.rows("SELECT text FROM spans ORDER BY sequence")
    assert "".join(span["text"] for span in spans) == ISSUE.read_text(encoding="utf-8")
    page = crawl.rows("SELECT characters, placed FROM pages")[0]
    doubled = crawl.rows("SELECT text FROM spans WHERE role = 'duplicate'")
    # Only what was printed twice is left out of the articles.
    assert page["characters"] - page["placed"] == sum(len(span["text"].strip()) for span in doubled) == 3


def test_cron_hears_nothing_when_all_is_well(crawl: Crawl) -> None:
    done = crawl(path=ISSUE, level="WARNING")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_last_log_line_says_what_is_stored_where(crawl: Crawl) -> None:
    last = crawl(path=ISSUE).stderr.strip().splitlines()[-1]
    assert "1 page(s) with 5 new or changed article(s) stored in" in last
    assert str(crawl.archive) in last
