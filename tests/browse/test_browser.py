"""A reader's way through the archive in headless Chromium, with mouse and keyboard: no error in its console, nothing
that does not fit a phone, and a screenshot of each page.

Debian's package `chromium` is enough, with `fonts-noto-cjk` for readable screenshots (kept in artifacts/). Without it
the tests are skipped; where CI=true they fail.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from tests.browse.archives import ISSUE_ID
from tests.browse.chromium import Chromium
from tests.browse.test_hostile import PAGES as HOSTILE_PAGES
from tests.conftest import ROOT

ARTIFACTS = ROOT / "artifacts"
DESKTOP, PHONE = 1280, 375
PAGES = {
    "home": "",
    "issue": f"/issue/{ISSUE_ID}",
    "article": f"/article/{ISSUE_ID}-01-002",
    "source": f"/page/{ISSUE_ID}-01",
    "search": "/search?q=" + quote("工业"),
    "hints": "/search",
    "topic": "/topic/medtop:04000000",
    "person": "/person/" + quote("金壮龙"),
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        message = "no chromium: apt-get install chromium fonts-noto-cjk"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    ARTIFACTS.mkdir(exist_ok=True)
    with Chromium(path, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def page(browser: Chromium) -> Iterator[Chromium]:
    """The browser at desktop width; at the end its console must be empty."""
    browser.looks(DESKTOP)
    browser.console.clear()
    yield browser
    assert browser.console == []


def _served(command: list[str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([*command, "--port", str(port)], cwd=ROOT, stderr=subprocess.PIPE)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{address}/-/versions.json", timeout=5).close()
                break
            except (urllib.error.URLError, ConnectionError):
                assert process.poll() is None, process.stderr.read() if process.stderr else ""
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="module")
def site(archive_path: Path) -> Iterator[str]:
    """The command of the users, on the provided issue."""
    main = "import sys; from newsarchive.cli import main; sys.exit(main())"
    yield from _served([sys.executable, "-c", main, "browse", "--archive", str(archive_path)])


@pytest.fixture(scope="module")
def evil(hostile_path: Path) -> Iterator[str]:
    yield from _served([sys.executable, "-m", "datasette", str(hostile_path)])


def test_clicks_lead_from_home_to_an_issue_to_an_article_to_its_lines_and_back(site: str, page: Chromium) -> None:
    page.open(f"{site}/")
    assert "最新各期" in page.html
    page.click(".masthead a")
    assert page.address == f"{site}/news/archive/issue/{ISSUE_ID}"
    page.click(".headlines li:nth-child(2) a")
    assert page.look("document.querySelector('h1').innerText") == "AI大模型进入生态竞争"
    page.click(".record a[href*='/page/']")
    # The line where the article begins is in sight and marked.
    line = page.look("document.querySelector(':target').innerText")
    assert "AI大模" in line
    assert page.look("document.querySelector(':target').getBoundingClientRect().top < innerHeight")
    page.click(":target a.c1")
    assert page.address == f"{site}/news/archive/article/{ISSUE_ID}-01-002"
    page.click(".neighbours [rel=next]")
    assert page.address == f"{site}/news/archive/article/{ISSUE_ID}-01-003"
    page.click(".brand")
    page.click("a.day.held")
    assert page.address == f"{site}/news/archive/issue/{ISSUE_ID}"


@pytest.mark.parametrize("query", ["陕西", "5G+工业互联网"])
def test_a_search_typed_into_the_box_marks_its_words(site: str, page: Chromium, query: str) -> None:
    page.open(f"{site}/news/archive")
    page.tap("input[name=q]")
    page.type(query)
    page.enter()
    assert page.look("document.querySelector('mark').innerText") == query
    page.click(".hits h2 a")
    assert f"/news/archive/article/{ISSUE_ID}" in page.address


def test_a_search_is_narrowed_and_widened_by_clicks(site: str, page: Chromium) -> None:
    page.open(f"{site}/news/archive/search?q={quote('工业')}")
    everything = page.look("document.querySelector('.summary strong').innerText")
    page.click(".order a")
    assert "order=newest" in page.address
    page.click(".facets a[href*='person=']")
    assert "person=" in page.address
    narrowed = page.look("document.querySelector('.summary strong').innerText")
    page.click(".chips a")
    assert page.look("document.querySelector('.summary strong').innerText") == everything != narrowed
    page.click(".facets a[href*='paper']")
    assert 'paper:"cena"' in unquote(page.address).replace("+", " ")
    assert page.look("document.querySelector('.summary strong').innerText") == everything


def test_the_keyboard_skips_to_the_content(site: str, page: Chromium) -> None:
    page.open(f"{site}/news/archive")
    page.press("Tab", 9)
    assert page.look("document.activeElement.className") == "skip"
    assert page.look("document.activeElement.getBoundingClientRect().left >= 0")
    page.press("Enter", 13)
    assert page.look("document.activeElement.id") == "content"


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_phone_and_desktop_light_and_dark(site: str, page: Chromium, name: str) -> None:
    for width in (PHONE, DESKTOP):
        for dark in (False, True):
            page.looks(width, dark=dark)
            page.open(f"{site}/news/archive{PAGES[name]}")
            page.screenshot(ARTIFACTS / f"{name}-{width}{'-dark' if dark else ''}.png")
            assert page.look("document.documentElement.scrollWidth") <= width
            assert page.look("document.scripts.length") == 0
            # The first channel of the ground: paper is light, and in the dark it is not.
            ground = page.look("+getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
            assert (ground < 60) if dark else (ground > 200)


def test_an_article_is_set_for_reading(site: str, page: Chromium) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('.body p')).fontSize)"
    for width, least, most in ((PHONE, 18, 24), (DESKTOP, 34, 40)):
        page.looks(width)
        page.open(f"{site}/news/archive{PAGES['article']}")
        # Chinese is read in lines of at most some forty characters, and its paragraphs begin two characters in.
        assert least <= page.look(f"document.querySelector('.body').clientWidth / {size}") <= most
        assert page.look(f"parseFloat(getComputedStyle(document.querySelector('.body p')).textIndent) / {size}") == 2
        assert page.look(size) >= 16
    # On a phone a finger finds each day of the calendar and the search button.
    page.looks(PHONE)
    page.open(f"{site}/news/archive")
    for selector in ("a.day", ".top button"):
        box = page.look(f"(b => [b.width, b.height])(document.querySelector('{selector}').getBoundingClientRect())")
        assert min(box) >= 32


def test_on_a_phone_the_facets_are_one_tap_away(site: str, page: Chromium) -> None:
    page.looks(PHONE)
    page.open(f"{site}/news/archive{PAGES['search']}")
    page.tap(".to-facets")
    assert page.look(
        "(b => b.top >= 0 && b.top < innerHeight)(document.querySelector('#narrow').getBoundingClientRect())"
    )
    page.looks(DESKTOP)
    assert page.look("getComputedStyle(document.querySelector('.to-facets')).display") == "none"


def test_nothing_stored_is_executed(evil: str, browser: Chromium) -> None:
    browser.console.clear()
    for number, address in enumerate(HOSTILE_PAGES):
        browser.looks(PHONE)
        browser.open(evil + address)
        assert browser.look("document.title") != "PWNED"
        assert browser.look("document.scripts.length") == 0
        assert browser.look("document.documentElement.scrollWidth") <= PHONE
        if "002" not in address:  # a headline of a megabyte is a long picture
            browser.screenshot(ARTIFACTS / f"hostile-{number}.png")
    # Datasette's own page of the table, with our links in its cells.
    browser.open(f"{evil}/evil/articles?_size=1")
    assert browser.look("document.title") != "PWNED"
    # The last of the pages is not there, which the browser notes.
    assert [line for line in browser.console if "404 (Not Found)" not in line] == []
