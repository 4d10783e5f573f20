"""A site crawled again: unchanged, changed, or after a crawl that was killed or stopped."""

from __future__ import annotations

import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, Crawl
from tests.epaper.crawling import ARTICLES, PAGES, RECENT, epaper, problems, shown, wait_for_pages
from tests.epaper.server import Manner, Site


@pytest.mark.parametrize("validators", [True, False])
def test_a_second_run_of_an_unchanged_site_fetches_no_article(crawl: Crawl, site: Site, validators: bool) -> None:
    site.validators = validators
    site.manners["robots.txt"] = Manner(404)
    epaper(crawl, site.url + "pc/layout/index.html")
    before = crawl.content()
    site.log.clear()
    assert epaper(crawl, site.url + "pc/layout/index.html").returncode == 0
    assert crawl.content() == before
    assert crawl.rows("SELECT unchanged, stored, articles FROM runs")[1] == {"unchanged": 3, "stored": 0, "articles": 0}
    assert not [p for p in site.full() if "/content/" in p]
    assert validators is (site.full() == [])
    assert not [p for method, p, status in site.log if method == "HEAD" and status == 200]


def test_what_changes_on_a_site_changes_in_the_archive(crawl: Crawl, site: Site) -> None:
    entry = site.url + "pc/layout/index.html"
    epaper(crawl, entry, *RECENT)
    ids = dict(shown(crawl))
    corrected = site.root / ARTICLES.format(7011)
    corrected.write_text(corrected.read_text("utf-8").replace("四公斤", "五公斤"), "utf-8")
    (site.root / ARTICLES.format(7001)).unlink()  # withdrawn, and still listed
    for label in ("01", "02", "04"):  # 遗失声明 is delisted, a page comes late
        page = site.root / PAGES.format(label)
        late = '<li><a id="pageLink" href="node_08.html">08版：专刊</a></li></ul></div>'
        text = page.read_text("utf-8").replace("</ul></div>", late)
        page.write_text(text.replace("content_7012.html", "content_7019.html").replace("遗失声明", "新的声明"), "utf-8")
    (site.root / PAGES.format("08")).write_text("<p class=ban>第08版：专刊</p>", "utf-8")
    shutil.copy(site.root / ARTICLES.format(7012), site.root / ARTICLES.format(7019))
    site.manners[ARTICLES.format(7020)] = Manner(500)  # for the moment
    done = epaper(crawl, entry, *RECENT)
    assert done.returncode == 3, done.stderr
    # Ids stay where they were; the new notice stands behind, because its place is taken by the old one.
    ids.pop("cc-2024-03-05-01-002")
    ids.pop("cc-2024-03-05-02-003")
    assert dict(shown(crawl)) == ids | {"cc-2024-03-05-02-004": "遗失声明"}
    gone = crawl.rows("SELECT id FROM articles WHERE gone IS NOT NULL ORDER BY id")
    assert [row["id"] for row in gone] == ["cc-2024-03-05-01-002", "cc-2024-03-05-02-003"]
    revision = crawl.rows("SELECT article, changed, sources.name FROM revisions JOIN sources ON sources.id = source")
    assert [(r["article"], r["name"].removeprefix(site.url)) for r in revision] == [
        ("cc-2024-03-05-02-002", ARTICLES.format(7011))
    ]
    assert "四公斤" in revision[0]["changed"]
    assert [p["label"] for p in crawl.rows("SELECT label FROM pages ORDER BY sequence")] == ["01", "02", "04", "08"]
    assert problems(crawl) == {ARTICLES.format(7001): "withdrawn", ARTICLES.format(7020): "http-error"}
    # A third run finds all as it is: what is gone is not found out again.
    site.manners.clear()
    assert epaper(crawl, entry, *RECENT).returncode == 0
    assert len(crawl.rows("SELECT id FROM problems WHERE code = 'withdrawn'")) == 1


def test_a_crawl_killed_at_any_moment_ends_as_a_quiet_one(tmp_path: Path, site: Site) -> None:
    entry = site.url + "pc/layout/index.html"
    quiet = Crawl(tmp_path / "quiet.db")
    epaper(quiet, entry)
    killed = Crawl(tmp_path / "killed.db")
    for pages in (1, 2):
        command = [
            *killed.command("epaper", url=entry, paper="cc"),
            "-s",
            "AUTOTHROTTLE_ENABLED=0",
            "-s",
            "DOWNLOAD_DELAY=0.15",
        ]
        process = subprocess.Popen([*command, "-L", "ERROR"], cwd=ROOT)
        wait_for_pages(killed, process, pages)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert len(killed.rows("SELECT id FROM pages")) < 3
    epaper(killed, entry)
    assert killed.content() == quiet.content()


def test_a_stop_by_signal_is_status_6(crawl: Crawl, site: Site) -> None:
    command = [*crawl.command("epaper", url=site.url + "pc/layout/index.html", paper="cc"), "-s", "DOWNLOAD_DELAY=0.3"]
    process = subprocess.Popen([*command, "-L", "ERROR"], cwd=ROOT, stderr=subprocess.PIPE)
    wait_for_pages(crawl, process, 1)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 6, errors
