"""What a site cannot or will not give: each failure alone, on record, and made up for later."""

from __future__ import annotations

import gzip
import time

import pytest

from tests.conftest import Crawl
from tests.epaper.crawling import ARTICLES, CAPTCHA, PAGES, RECENT, epaper, problems, shown
from tests.epaper.server import Manner, Site


def test_everything_that_can_fail_fails_alone_and_is_on_record(crawl: Crawl, site: Site) -> None:
    huge = b"<html>" + b"x" * 300_000
    site.manners |= {
        PAGES.format("02"): Manner(503, headers={"Retry-After": "1"}, times=1),  # heals
        ARTICLES.format(7000): Manner(reset=True, times=1),  # heals
        ARTICLES.format(7001): Manner(500),
        ARTICLES.format(7002): Manner(200, CAPTCHA),
        ARTICLES.format(7003): Manner(410),
        ARTICLES.format(7010): Manner(302, headers={"Location": "http://elsewhere.example/202403/05/x.html"}),
        ARTICLES.format(7011): Manner(301, headers={"Location": "/" + ARTICLES.format(7011) + "?again"}),
        ARTICLES.format(7012): Manner(200, huge, {"Content-Type": "text/html"}),
        ARTICLES.format(7020): Manner(200, gzip.compress(b"0" * 5_000_000), {"Content-Encoding": "gzip"}),
        ARTICLES.format(7021): Manner(reset=True),
        "pc/attachement/202403/05/01.pdf": Manner(200),  # zero bytes
        "pc/pic/202403/05/01.jpg.2": Manner(200, b"jpeg"),
        "robots.txt": Manner(200, b"User-agent: *\nDisallow: /pc/pic/202403/05/02.jpg.2\n"),
    }
    started = time.monotonic()
    done = epaper(crawl, site.url + "pc/layout/index.html", "-s", "DOWNLOAD_MAXSIZE=200000")
    assert done.returncode == 3, done.stderr
    assert time.monotonic() - started >= 1, "Retry-After was not waited for"
    assert problems(crawl) == {
        ARTICLES.format(7001): "http-error",
        ARTICLES.format(7002): "interstitial",
        ARTICLES.format(7003): "article-missing",
        ARTICLES.format(7010): "off-site",
        ARTICLES.format(7011): "redirect-loop",
        ARTICLES.format(7012): "too-large",
        ARTICLES.format(7020): "too-large",
        ARTICLES.format(7021): "unreachable",
        "pc/attachement/202403/05/01.pdf": "pdf-empty",
        "pc/attachement/202403/05/02.pdf": "pdf-missing",
        "pc/attachement/202403/05/04.pdf": "pdf-missing",
        "pc/pic/202403/05/02.jpg.2": "robots",
        "pc/pic/202403/05/04.jpg.2": "image-missing",
        "pc/pic/202403/05/7000.jpg.2": "image-missing",
        "": "dangling-jump",  # the article that healed goes on in one that could not be had
    }
    # The one that healed is there, and the captcha is kept as it came but is no article.
    assert [headline for _, headline in shown(crawl)] == ["老水厂“瘦身”记"]
    kept = crawl.rows("SELECT status FROM sources WHERE name LIKE ?", f"%{ARTICLES.format(7002)}")
    assert kept == [{"status": "interstitial"}]
    counts = crawl.rows("SELECT found, stored, unchanged, failed, set_aside FROM runs")[0]
    assert counts == {"found": 11, "stored": 3, "unchanged": 0, "failed": 8, "set_aside": 0}


def test_an_answer_of_300_megabytes_is_hung_up_on(crawl: Crawl, site: Site) -> None:
    site.manners[ARTICLES.format(7001)] = Manner(megabytes=300)
    done = epaper(crawl, site.url + "pc/layout/index.html", "-s", "EPAPER_CHECK_FILES=False")
    assert done.returncode == 3
    assert problems(crawl) == {ARTICLES.format(7001): "too-large"}
    assert len(shown(crawl)) == 8
    poured = [megabytes for _, path, megabytes in site.log if path == ARTICLES.format(7001)]
    # The limit is 16; what the sockets of both sides hold comes on top.
    assert len(poured) == 1
    assert poured[0] < 100


def test_a_page_that_cannot_be_had_is_a_page_and_comes_later(crawl: Crawl, site: Site) -> None:
    entry = site.url + "pc/layout/index.html"
    site.manners |= {PAGES.format("02"): Manner(404), PAGES.format("04"): Manner(200, CAPTCHA)}
    assert epaper(crawl, entry, "-s", "EPAPER_CHECK_FILES=False").returncode == 3
    pages = "SELECT label, section, url FROM pages ORDER BY sequence"
    before = crawl.rows(pages)
    assert [p["label"] for p in before] == ["01", "02", "04"]
    assert [number for number, _ in shown(crawl)] == [f"cc-2024-03-05-01-{n:03d}" for n in (1, 2, 3, 4)]
    found = problems(crawl)
    assert (found[PAGES.format("02")], found[PAGES.format("04")]) == ("page-missing", "interstitial")
    site.manners.clear()
    assert epaper(crawl, entry, "-s", "EPAPER_CHECK_FILES=False").returncode == 0
    assert crawl.rows(pages) == before
    assert len(shown(crawl)) == 9
    # And when it fails again, what is held stays.
    site.manners |= {PAGES.format("02"): Manner(500)}
    assert epaper(crawl, entry, *RECENT).returncode == 3
    assert (crawl.rows(pages), len(shown(crawl))) == (before, 9)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Manner(200, CAPTCHA), "interstitial"),
        (Manner(404), "entry-missing"),
        (Manner(200, b"<html><body>hello</body></html>"), "no-entry"),
        (Manner(200, b"<meta http-equiv=refresh content='0;url=http://elsewhere.example/'>"), "off-site"),
        (Manner(302, headers={"Location": "http://elsewhere.example/"}), "off-site"),
        (Manner(200, b"<meta http-equiv=refresh content='0;url=nowhere.html'>"), "entry-missing"),
        (Manner(302, headers={"Location": "/pc/layout/index.html?again"}), "redirect-loop"),
    ],
)
def test_an_entry_that_leads_nowhere_is_status_5(crawl: Crawl, site: Site, entry: Manner, code: str) -> None:
    site.manners["pc/layout/index.html"] = entry
    done = epaper(crawl, site.url + "pc/layout/index.html")
    assert done.returncode == 5
    assert [row["code"] for row in crawl.rows("SELECT code FROM problems")] == [code]
    assert "nothing found: http://127.0.0.1" in done.stderr.strip().splitlines()[-1]


def test_an_entry_that_leads_on_without_end_is_given_up(crawl: Crawl, site: Site) -> None:
    hop = "<meta http-equiv=refresh content='0;url=hop{}.html'>"
    site.manners |= {f"pc/layout/hop{n}.html": Manner(200, hop.format(n + 1).encode()) for n in range(20)}
    done = epaper(crawl, site.url + "pc/layout/hop0.html")
    assert done.returncode == 5
    assert [row["code"] for row in crawl.rows("SELECT code FROM problems")] == ["endless-hops"]
    assert len([path for _, path, _ in site.log if "hop" in path]) == 7  # the entry and six hops
