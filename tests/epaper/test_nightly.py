"""One cron line a night: what it asks for, what it makes up for, and when it says something."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from bench.mirror import make_site
from tests.conftest import Crawl
from tests.epaper.crawling import ARTICLES, PAGES, RECENT, epaper
from tests.epaper.server import Manner, Site, serving

ENTRY = "pc/layout/index.html"


def asked(site: Site) -> Counter[str]:
    """What was asked for since the last time, by kind."""
    kinds = {"/content/": "article", "/node_": "page", "period.xml": "calendar", "index.html": "entry"}
    found = [next((kind for mark, kind in kinds.items() if mark in path), "other") for _, path, _ in site.log]
    site.log.clear()
    return Counter(kind for kind in found if kind != "other")


@pytest.mark.parametrize("validators", [True, False])
def test_of_an_unchanged_site_only_the_entry_is_asked_for(crawl: Crawl, site: Site, validators: bool) -> None:
    site.validators = validators
    assert epaper(crawl, site.url + ENTRY, "-s", "EPAPER_CHECK_FILES=False").returncode == 0
    assert asked(site) == {"entry": 1, "page": 3, "article": 9}
    before = crawl.content(times=True)
    done = epaper(crawl, site.url + ENTRY)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert site.full() == ([] if validators else [ENTRY])
    assert asked(site) == {"entry": 1}
    assert crawl.content(times=True) == before
    assert crawl.rows("SELECT found, unchanged FROM runs WHERE id = 2") == [{"found": 3, "unchanged": 3}]


@pytest.mark.parametrize("validators", [True, False])
def test_a_recent_issue_is_looked_at_again_page_by_page_and_article_by_article(
    crawl: Crawl, site: Site, validators: bool
) -> None:
    site.validators = validators
    epaper(crawl, site.url + ENTRY, *RECENT)
    site.log.clear()
    assert epaper(crawl, site.url + ENTRY, *RECENT).returncode == 0
    assert len(site.full()) == (0 if validators else 13)
    assert asked(site) == {"entry": 1, "page": 3, "article": 9}


def test_a_date_that_is_asked_for_is_looked_at_however_old_it_is(crawl: Crawl, site: Site) -> None:
    epaper(crawl, site.url + ENTRY, "-s", "EPAPER_CHECK_FILES=False")
    site.log.clear()
    epaper(crawl, site.url + ENTRY, "-s", "EPAPER_CHECK_FILES=False", date="2024-03-05")
    assert site.full() == []
    assert asked(site) == {"entry": 1, "calendar": 1, "page": 3, "article": 9}


def test_an_old_issue_is_looked_at_when_its_entry_has_changed_or_something_may_still_come(
    crawl: Crawl, site: Site
) -> None:
    site.manners[ARTICLES.format(7001)] = Manner(500)
    assert epaper(crawl, site.url + ENTRY).returncode == 3
    site.manners.clear()
    assert epaper(crawl, site.url + ENTRY).returncode == 0
    assert crawl.rows("SELECT headline FROM articles WHERE url LIKE '%content_7001.html'") != []
    site.log.clear()
    entry = site.root / ENTRY
    entry.write_text(entry.read_text("utf-8").replace("副刊", "周末"), "utf-8")
    assert epaper(crawl, site.url + ENTRY).returncode == 0
    assert asked(site)["page"] == 3


def test_what_came_while_nobody_asked_is_made_up_for_and_nothing_older(crawl: Crawl, tmp_path: Path) -> None:
    root = tmp_path / "site"
    make_site(root, 6)  # 5 to 10 March 2024
    newest = root / "pc/layout/index.html"
    for number, day in ((3, "06"), (6, "10")):
        text = newest.read_text("utf-8")
        for other in ("05", "06", "10"):
            text = text.replace(f"202403/{other}/", f"202403/{day}/")
        newest.write_text(text, "utf-8")
        with serving(Site(root)) as site:
            assert epaper(crawl, site.url + ENTRY, "-s", "EPAPER_CHECK_FILES=False").returncode == 0
        dates = [row["date"][-2:] for row in crawl.rows("SELECT date FROM issues ORDER BY date")]
        assert dates == (["06"] if number == 3 else ["06", "07", "08", "09", "10"])


def test_a_failure_that_is_known_is_on_record_and_keeps_its_status_but_says_nothing(crawl: Crawl, site: Site) -> None:
    site.manners |= {ARTICLES.format(7001): Manner(404), PAGES.format("04"): Manner(500)}
    first = epaper(crawl, site.url + ENTRY, *RECENT)
    assert first.returncode == 3
    assert "article-missing" in first.stderr
    assert "http-error" in first.stderr
    again = epaper(crawl, site.url + ENTRY, *RECENT)
    assert (again.returncode, again.stdout, again.stderr) == (3, "", "")
    codes = crawl.rows("SELECT run, code FROM problems WHERE code <> 'dangling-jump' ORDER BY id")
    assert [(row["run"], row["code"]) for row in codes] == [
        (1, "article-missing"),
        (1, "http-error"),
        (2, "article-missing"),
        (2, "http-error"),
    ]
    reason = crawl.rows("SELECT reason FROM runs WHERE id = 2")[0]["reason"]
    assert "2 could not be stored as before" in reason
    # Something new, or the same in another way, is told again.
    site.manners |= {ARTICLES.format(7001): Manner(500)}
    third = epaper(crawl, site.url + ENTRY, *RECENT)
    assert third.returncode == 3
    assert "http-error" in third.stderr
    assert PAGES.format("04") not in third.stderr


def test_an_issue_that_gains_a_page_later_gains_it_in_the_archive(crawl: Crawl, site: Site) -> None:
    epaper(crawl, site.url + ENTRY, *RECENT)
    for label in ("01", "02", "04"):
        page = site.root / PAGES.format(label)
        late = '<li><a id="pageLink" href="node_08.html">08版：专刊</a></li></ul></div>'
        page.write_text(page.read_text("utf-8").replace("</ul></div>", late), "utf-8")
    shutil.copy(site.root / PAGES.format("04"), site.root / PAGES.format("08"))
    text = (
        (site.root / PAGES.format("08")).read_text("utf-8").replace("副刊", "专刊").replace("content_70", "content_90")
    )
    (site.root / PAGES.format("08")).write_text(text, "utf-8")
    shutil.copy(site.root / ARTICLES.format(7020), site.root / ARTICLES.format(9020))
    shutil.copy(site.root / ARTICLES.format(7021), site.root / ARTICLES.format(9021))
    assert epaper(crawl, site.url + ENTRY, *RECENT).returncode == 0
    assert crawl.rows("SELECT pages, articles FROM issues") == [{"pages": 4, "articles": 11}]
