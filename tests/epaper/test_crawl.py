"""`scrapy crawl epaper` against a server on this machine and against local files, as cron runs it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, Crawl
from tests.epaper.crawling import epaper, shown, site_at
from tests.epaper.server import Site, serving
from tests.epaper.walk import SITES, truth


def test_a_site_becomes_issue_pages_and_articles(crawl: Crawl, site: Site) -> None:
    done = epaper(crawl, site.url + "pc/layout/index.html", "-s", "EPAPER_CHECK_FILES=False")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    wanted = truth("b-nested")["pages"]
    pages = crawl.rows("SELECT id, label, section, sequence, url, pdf_url FROM pages ORDER BY sequence")
    assert [(p["id"], p["section"], p["sequence"]) for p in pages] == [
        (f"cc-2024-03-05-{p['label']}", p["section"], n) for n, p in enumerate(wanted, 1)
    ]
    assert [p["pdf_url"] for p in pages] == [site.url + p["pdf_url"] for p in wanted]
    assert shown(crawl) == [
        (f"cc-2024-03-05-{p['label']}-{n:03d}", a["headline"]) for p in wanted for n, a in enumerate(p["articles"], 1)
    ]
    assert crawl.rows("SELECT name FROM papers") == [{"name": "澄川青年报"}]
    # Every page and article as it came, and nothing asked for twice.
    assert {p for p in site.full() if p != "robots.txt"} == {
        row["url"].removeprefix(site.url) for row in crawl.rows("SELECT url FROM fetches WHERE source IS NOT NULL")
    }
    assert len(site.full()) == len(set(site.full()))
    assert site.log[0][1] == "robots.txt"
    assert site.connections == 1


@pytest.mark.parametrize("name", ["c-shtml", "e-outline", "j-navi"])
def test_a_mirror_on_disk_of_any_family_needs_no_network(crawl: Crawl, name: str) -> None:
    wanted = truth(name)
    done = epaper(crawl, (SITES / name / wanted["entry"]).as_uri(), "-s", "EPAPER_CHECK_FILES=False")
    assert (done.returncode, done.stderr) == (0, "")
    assert [headline for _, headline in shown(crawl)] == [a["headline"] for p in wanted["pages"] for a in p["articles"]]
    assert crawl.rows("SELECT * FROM problems") == []


def test_one_answer_that_holds_the_whole_issue_is_asked_for_once(crawl: Crawl, tmp_path: Path) -> None:
    with serving(Site(site_at(tmp_path, "j-navi"))) as site:
        done = epaper(crawl, site.url + truth("j-navi")["entry"], "-s", "EPAPER_CHECK_FILES=False")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(site.full()) == len(set(site.full()))


def test_a_site_that_answers_queries_in_json_is_read_over_http(crawl: Crawl, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    names = {"01": "要闻", "02": "评论"}
    for day in ("2024-03-04", "2024-03-05"):
        (journal / day).mkdir(parents=True)
        for number, (label, name) in enumerate(names.items(), 1):
            entries = [{"id": int(day[-1]) * 100 + number * 10 + n, "title": f"标题{label}{n}"} for n in (2, 1)]
            listed = [{"pnumber": other, "pname": names[other]} for other in names]
            answer = {"page": {"pnumber": label, "pname": name}, "pagelist": listed, "articlelist": entries}
            page = json.dumps({"success": True, "object": answer})
            (journal / day / f"getJournalPage.do?page={label}&code=cc").write_text(page, "utf-8")
            for entry in entries:
                story = {"article": entry | {"content": "<p>　　一段不短的正文。</p>", "author": "本报记者 何舟"}}
                file = journal / f"getJournalPageArticle.do?id={entry['id']}"
                file.write_text(json.dumps({"success": True, "object": story}), "utf-8")
    newest = {"departList": [{"code": "xx", "jdate": "2024-03-06"}, {"code": "cc", "jdate": "2024-03-05"}]}
    (journal / "list.do?code=cc").write_text(json.dumps({"success": True, "object": newest}), "utf-8")
    with serving(Site(tmp_path)) as site:
        entry_url = site.url + "journal/list.do?code=cc"
        done = epaper(crawl, entry_url, "-s", "EPAPER_CHECK_FILES=False", since="2024-03-04")
    assert (done.returncode, done.stderr) == (0, "")
    assert shown(crawl) == [
        (f"cc-{day}-{label}-{n:03d}", f"标题{label}{n}")
        for day in ("2024-03-04", "2024-03-05")
        for label in names
        for n in (1, 2)
    ]
    assert {row["byline"] for row in crawl.rows("SELECT byline FROM articles")} == {"本报记者 何舟"}


@pytest.mark.parametrize("meta", ["gb2312", "gbk", "iso-8859-1"])
def test_utf8_that_calls_itself_something_else_is_read(crawl: Crawl, site: Site, meta: str) -> None:
    site.charset = meta
    for file in site.root.rglob("*.html"):
        file.write_text(
            f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">' + file.read_text("utf-8")
        )
    done = epaper(crawl, site.url + "pc/layout/index.html", "-s", "EPAPER_CHECK_FILES=False")
    assert (done.returncode, done.stderr) == (0, "")
    wanted = truth("b-nested")["pages"]
    assert [headline for _, headline in shown(crawl)] == [a["headline"] for p in wanted for a in p["articles"]]


def test_an_answer_in_another_encoding_than_it_says_is_read(crawl: Crawl, tmp_path: Path) -> None:
    root = site_at(tmp_path, "c-shtml")
    broken = root / "shtml/ccrb/20240305/513.shtml"
    broken.write_bytes(broken.read_bytes().replace("声明".encode("gb18030"), b"\xff\xff\xff"))
    with serving(Site(root, charset="utf-8")) as site:
        done = epaper(crawl, site.url + "shtml/index_ccrb.shtml", "-s", "EPAPER_CHECK_FILES=False")
    assert done.returncode == 0, done.stderr
    headlines = dict(shown(crawl))
    assert headlines["cc-2024-03-05-A1-001"] == "老水厂“瘦身”记"
    assert "\ufffd" in headlines["cc-2024-03-05-A2-003"]
    assert [row["code"] for row in crawl.rows("SELECT code FROM problems")] == ["damaged-text"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"url": "ftp://h/x"}, "'url'"),
        ({"date": "2024-02-30"}, "'date'"),
        ({"date": "2024-03-05", "since": "2024-03-01"}, "'date'"),
        ({"since": "2024-03-05", "until": "2024-03-01"}, "'until'"),
        ({"family": "z"}, "family=z"),
        ({"dat": "2024-03-05"}, "'dat'"),
    ],
)
def test_wrong_arguments_are_refused_in_one_line(crawl: Crawl, arguments: dict[str, str], named: str) -> None:
    given = {"url": "http://h/", "paper": "cc"} | arguments
    done = subprocess.run(
        [*crawl.command("epaper", **given), "-L", "ERROR"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert named in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not crawl.archive.exists()
