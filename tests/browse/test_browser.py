"""A reader's way through the archive in headless Chromium: no error in its console, and a screenshot of each page.

Debian's package `chromium` is enough, with `fonts-noto-cjk` for readable screenshots (kept in artifacts/). Without it
the tests are skipped; where CI=true they fail.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browse.archives import ISSUE_ID
from tests.browse.test_hostile import PAGES as HOSTILE_PAGES
from tests.conftest import ROOT

ARTIFACTS = ROOT / "artifacts"
DESKTOP, PHONE = "1100,1400", "500,1100"

Open = Callable[..., str]


@pytest.fixture(scope="module")
def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    message = "no chromium: apt-get install chromium fonts-noto-cjk"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def visit(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Open:
    """``visit(address, name)``: the page as the browser has it, after its scripts, if there were any."""
    ARTIFACTS.mkdir(exist_ok=True)
    profile = tmp_path_factory.mktemp("profile")

    def visit(address: str, name: str, size: str = DESKTOP, *, dark: bool = False) -> str:
        flags = ["--blink-settings=preferredColorScheme=0"] if dark else []
        command = [
            chromium,
            *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr"),
            *(f"--user-data-dir={profile}", "--accept-lang=zh-CN", f"--window-size={size}", *flags),
            *(f"--screenshot={ARTIFACTS / name}.png", "--dump-dom", address),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
        assert console == []
        assert (ARTIFACTS / f"{name}.png").stat().st_size > 5_000
        return done.stdout

    return visit


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


def follow(site: str, page: str, pattern: str) -> str:
    """The address of the first link on the page whose target matches."""
    found = re.search(rf'href="({pattern})"', page)
    assert found is not None
    return site + found[1].replace("&amp;", "&")


def test_from_home_to_an_issue_to_an_article_to_its_lines_and_back(site: str, visit: Any) -> None:
    home = visit(f"{site}/", "home")
    assert "最新各期" in home
    issue = visit(follow(site, home, f"/news/archive/issue/{ISSUE_ID}"), "issue")
    assert '<h1><bdi lang="zh">中国电子报</bdi></h1>' in issue
    article = visit(follow(site, issue, r"/news/archive/article/[\w-]+-001"), "article")
    assert "建设现代化产业体系提供坚强支撑" in article
    lines = visit(follow(site, article, r"/news/archive/page/[^\"]+#l1"), "source")
    assert 'class="r-headline c0"' in lines
    assert "建设现代化产业体系提供坚强支撑" in visit(
        follow(site, lines, r"/news/archive/article/[\w-]+-001"), "article-dark", dark=True
    )


@pytest.mark.parametrize(("query", "name"), [("陕西", "search-two"), ("5G+工业互联网", "search-mixed")])
def test_a_search_marks_its_words(site: str, visit: Any, query: str, name: str) -> None:
    assert f"<mark>{query}</mark>" in visit(f"{site}/news/archive/search?q={quote(query)}", name)


@pytest.mark.parametrize("page", ["", f"/issue/{ISSUE_ID}", f"/article/{ISSUE_ID}-01-002", f"/page/{ISSUE_ID}-01"])
def test_pages_on_a_phone(site: str, visit: Any, page: str) -> None:
    name = page.split("/")[1] if page else "home"
    assert "报纸档案" in visit(f"{site}/news/archive{page}", f"{name}-phone", PHONE)


def test_nothing_stored_is_executed(evil: str, visit: Any) -> None:
    for number, page in enumerate(HOSTILE_PAGES):
        shown = visit(f"{evil}{page}", f"hostile-{number}", PHONE)
        title = re.search(r"<title>(.*?)</title>", shown, re.S)
        assert title is not None
        assert title[1] != "PWNED"
    # Datasette's own page of the table, with our links in its cells.
    assert "<title>PWNED</title>" not in visit(f"{evil}/evil/articles?_size=1", "hostile-table", PHONE)
