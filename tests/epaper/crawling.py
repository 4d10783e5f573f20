"""Running `scrapy crawl epaper` on a site that a test may change, and reading what came of it."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

from tests.conftest import ROOT, Crawl
from tests.epaper.walk import SITES

PAGES = "pc/layout/202403/05/node_{}.html"
ARTICLES = "pc/content/202403/05/content_{}.html"
CAPTCHA = "<html><title>安全验证</title><body>请完成验证后继续访问</body></html>".encode()
# Local servers need no rest; three attempts without waiting keep a test short.
QUICK = ("-s", "AUTOTHROTTLE_ENABLED=False", "-L", "WARNING")
# The issue of the fixtures counts as one of the last days.
RECENT = ("-s", "EPAPER_RECHECK_DAYS=99999", "-s", "EPAPER_CHECK_FILES=False")


def site_at(tmp_path: Path, name: str) -> Path:
    """A copy of a fixture site that a test may change."""
    return Path(shutil.copytree(SITES / name, tmp_path / name))


def epaper(crawl: Crawl, url: str, *more: str, **arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the spider to its end."""
    command = [*crawl.command("epaper", url=url, paper="cc", **arguments), *QUICK, *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def problems(crawl: Crawl) -> dict[str, str]:
    """Path → code of what is on record."""
    rows = crawl.rows("SELECT code, unit FROM problems")
    return {row["unit"].split(" ")[0].partition("//")[2].partition("/")[2]: row["code"] for row in rows}


def shown(crawl: Crawl) -> list[tuple[str, str]]:
    """Id and headline of every article that is there."""
    rows = crawl.rows("SELECT id, headline FROM articles WHERE gone IS NULL ORDER BY id")
    return [(row["id"], row["headline"]) for row in rows]


def wait_for_pages(crawl: Crawl, process: subprocess.Popen[bytes], pages: int) -> None:
    """Until the crawl holds as many pages."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if crawl.rows("SELECT count(*) AS n FROM pages")[0]["n"] >= pages:
                return
        except sqlite3.Error:
            pass
        time.sleep(0.02)
