"""The WARC export of a crawl, read back by the library that other archives' tools use."""

from __future__ import annotations

import gzip
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.conftest import ROOT, Crawl
from tests.epaper.crawling import ARTICLES, PAGES, epaper, site_at, wait_for_pages
from tests.epaper.server import Manner, Site, serving


def records(path: Path) -> list[tuple[str, str, Any, bytes]]:
    """Type, address, HTTP headers and content of every whole record."""
    with path.open("rb") as file:
        return [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI") or "", r.http_headers, r.content_stream().read())
            for r in ArchiveIterator(file, check_digests="raise")
        ]


def test_every_exchange_is_in_the_file_as_it_came(crawl: Crawl, tmp_path: Path) -> None:
    with serving(Site(site_at(tmp_path, "b-nested"))) as site:
        packed = gzip.compress((site.root / ARTICLES.format(7000)).read_bytes())
        site.manners |= {
            PAGES.format("02"): Manner(503, b"wait", {"Retry-After": "1"}, times=1),
            ARTICLES.format(7000): Manner(200, packed, {"Content-Encoding": "gzip"}),
        }
        folder = tmp_path / "warc"
        folder.mkdir()
        done = epaper(crawl, site.url + "pc/layout/index.html", "-s", f"EPAPER_WARC={folder}")
        assert (done.returncode, done.stderr) == (0, "")
        (path,) = folder.iterdir()
        assert path.name.startswith("cc-")
        found = records(path)
        answers = [(url, head, content) for kind, url, head, content in found if kind == "response"]
        # As many exchanges as the server counted, in their order, with their statuses.
        assert [(url.removeprefix(site.url), head.get_statuscode()) for url, head, _ in answers] == [
            (path, str(status)) for _, path, status in site.log
        ]
        assert [head.protocol.split()[0] for kind, _, head, _ in found if kind == "request"] == [
            m for m, _, _ in site.log
        ]
        text = {url.removeprefix(site.url): content for url, head, content in answers if head.get_statuscode() == "200"}
        assert text[PAGES.format("01")] == (site.root / PAGES.format("01")).read_bytes()
        assert text[ARTICLES.format(7000)] == gzip.decompress(packed)
        assert found[0][0] == "warcinfo"
        assert b"robots: obey" in found[0][3]
        assert b"newsarchive/" in found[0][3]


def test_a_killed_run_leaves_a_file_that_can_be_read(crawl: Crawl, tmp_path: Path) -> None:
    path = tmp_path / "run.warc.gz"
    with serving(Site(site_at(tmp_path, "b-nested"))) as site:
        command = crawl.command("epaper", url=site.url + "pc/layout/index.html", paper="cc")
        options = ["-s", "AUTOTHROTTLE_ENABLED=0", "-s", "DOWNLOAD_DELAY=0.1", "-s", f"EPAPER_WARC={path}"]
        process = subprocess.Popen([*command, *options, "-L", "ERROR"], cwd=ROOT)
        wait_for_pages(crawl, process, 1)
        process.send_signal(signal.SIGKILL)
        process.wait()
    urls = {url for kind, url, _, _ in records(path) if kind == "response"}
    # All that the archive holds is in it, at least.
    held = {row["url"] for row in crawl.rows("SELECT url FROM fetches WHERE source IS NOT NULL")}
    assert len(held) >= 2
    assert held <= urls


@pytest.mark.parametrize(("given", "why"), [("there.warc.gz", "is there already"), ("no/folder/x.warc", "no folder")])
def test_a_file_that_cannot_be_written_is_refused_in_one_line(
    crawl: Crawl, tmp_path: Path, given: str, why: str
) -> None:
    (tmp_path / "there.warc.gz").write_bytes(b"another run's")
    done = epaper(crawl, "http://127.0.0.1:9/", "-s", f"EPAPER_WARC={tmp_path / given}")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert why in done.stderr
    assert (tmp_path / "there.warc.gz").read_bytes() == b"another run's"
