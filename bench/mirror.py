"""Articles per second from an e-paper site on this machine, and what Scrapy needs to fetch the same and do nothing.

    python -m bench.mirror [--issues 40] [--rounds 3]

The site is made of a fixture site, one copy for each day; it is served by this process with no delays, and each crawl
is the real command in a process of its own. Scrapy's bare run asks for the very same addresses, one host, one request
at a time, with the same middlewares, and drops the answers. Both are run in turn, and the quickest round of each
counts, since whatever else the machine does only makes a round slower.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from tests.epaper.server import Site, serving

ROOT = Path(__file__).parent.parent
_FIXTURE = ROOT / "fixtures" / "epaper" / "b-nested"
_DAY = date(2024, 3, 5)
_BARE = """
import sys
from scrapy import Request, Spider

class Bare(Spider):
    name = "bare"

    async def start(self):
        for line in open(sys.argv[-1], encoding="utf-8"):
            yield Request(line.strip(), callback=self.parse, dont_filter=True)

    def parse(self, response):
        pass

from scrapy.crawler import CrawlerProcess
process = CrawlerProcess({
    "LOG_LEVEL": "ERROR", "ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0,
    "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False,
})
process.crawl(Bare)
process.start()
"""


def make_site(folder: Path, issues: int) -> None:
    """Write the site: the fixture's issue for each of so many days, a calendar for each month, the newest as entry."""
    listed: dict[str, list[str]] = {}
    for number in range(issues):
        day = _DAY + timedelta(days=number)
        for file in sorted(_FIXTURE.rglob("*.html")):
            name = file.relative_to(_FIXTURE).as_posix().replace("202403/05", f"{day:%Y%m/%d}")
            text = file.read_text(encoding="utf-8").replace("202403/05", f"{day:%Y%m/%d}")
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text.replace("20240305", f"{day:%Y%m%d}").replace("03月05日", f"{day:%m月%d日}"), "utf-8")
        record = f"<period><period_date>{day}</period_date><front_page>node_01.html</front_page></period>"
        listed.setdefault(f"{day:%Y%m}", []).append(record)
    for month, records in listed.items():
        (folder / f"pc/layout/{month}/period.xml").write_text(f"<period_list>{''.join(records)}</period_list>", "utf-8")


def timed(command: list[str]) -> float:
    """Seconds of a command that must succeed."""
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"{command} ended with status {done.returncode}")
    return time.perf_counter() - started


def crawl(site: Site, archive: Path, issues: int) -> float:
    """Seconds of one crawl of so many issues, files left out."""
    last = _DAY + timedelta(days=issues - 1)
    arguments = {"url": f"{site.url}pc/layout/index.html", "paper": "bench", "since": str(_DAY), "until": str(last)}
    given = [part for name, value in arguments.items() for part in ("-a", f"{name}={value}")]
    settings = {"ARCHIVE": archive, "AUTOTHROTTLE_ENABLED": False, "EPAPER_CHECK_FILES": False}
    options = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    return timed([sys.executable, "-m", "scrapy", "crawl", "epaper", *given, *options, "-L", "ERROR"])


def main() -> None:
    """Print one line for the crawl, one for Scrapy alone, and their ratio; start-up is measured and taken off."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--issues", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    issues, rounds = options.issues, range(options.rounds)
    os.environ.setdefault("PYTHONPATH", str(ROOT))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        make_site(folder / "site", issues)
        with serving(Site(folder / "site")) as site:
            start_up = min(crawl(site, folder / f"one{n}.db", 1) for n in rounds)
            site.log.clear()
            first = crawl(site, folder / "all.db", issues)
            asked = [site.url + path for _, path, _ in site.log if path != "robots.txt"]
            (folder / "urls.txt").write_text("\n".join(asked), "utf-8")
            (folder / "none.txt").write_text("", "utf-8")
            (folder / "bare.py").write_text(_BARE, "utf-8")
            bare = [sys.executable, str(folder / "bare.py")]
            nothing = min(timed([*bare, str(folder / "none.txt")]) for _ in rounds)
            fetched, crawled = [], [first]
            for n in rounds:
                fetched.append(timed([*bare, str(folder / "urls.txt")]))
                crawled.append(crawl(site, folder / f"all{n}.db", issues))
            alone, seconds = min(fetched) - nothing, min(crawled) - start_up
            articles = sum("/content/" in url for url in asked)
            again = crawl(site, folder / "all.db", issues) - start_up
    print(f"crawl:        {len(asked)} requests, {articles / seconds:.0f} articles a second")
    print(f"Scrapy alone: {len(asked)} requests, {articles / alone:.0f} articles a second")
    print(f"ratio:        {alone / seconds:.2f} of Scrapy's speed; a second run takes {again:.1f} s")


if __name__ == "__main__":
    main()
