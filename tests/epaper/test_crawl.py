"""`scrapy crawl epaper` against a server on this machine and against local files, as cron runs it."""

from __future__ import annotations

import gzip
import json
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Crawl
from tests.epaper.server import Manner, Site, serving
from tests.epaper.walk import SITES, truth

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


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A new Founder site with one issue of three pages and nine articles."""
    with serving(Site(site_at(tmp_path, "b-nested"))) as served:
        yield served


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


def test_a_stop_by_signal_is_status_6(crawl: Crawl, site: Site) -> None:
    command = [*crawl.command("epaper", url=site.url + "pc/layout/index.html", paper="cc"), "-s", "DOWNLOAD_DELAY=0.3"]
    process = subprocess.Popen([*command, "-L", "ERROR"], cwd=ROOT, stderr=subprocess.PIPE)
    wait_for_pages(crawl, process, 1)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 6, errors


@pytest.mark.parametrize(
    ("manner", "why"),
    [
        (None, "404"),
        (Manner(301, headers={"Location": "/"}), "a redirect to the front page"),
        (Manner(200, (SITES / "b-nested" / PAGES.format("01")).read_bytes()), "the latest issue instead"),
        (Manner(200, "<html><body>本日无报</body></html>".encode()), "a page with nothing on it"),
    ],
)
def test_a_day_without_an_issue_is_a_result(crawl: Crawl, site: Site, manner: Manner | None, why: str) -> None:
    if manner is not None:
        if b"NewsEditionNumber" in manner.body:
            manner.body = manner.body.replace(b"</body>", "<div id=paperdate>2024年03月05日</div></body>".encode())
        site.manners["pc/layout/202403/06/node_01.html"] = manner
    done = epaper(crawl, site.url + "pc/layout/index.html", date="2024-03-06")
    assert done.returncode == 0, why + done.stderr
    assert problems(crawl) == {"pc/layout/202403/06/node_01.html": "no-issue"}
    assert crawl.rows("SELECT id FROM issues") == []


def test_a_span_reads_the_calendar_and_passes_over_days_off(crawl: Crawl, tmp_path: Path) -> None:
    root = site_at(tmp_path, "a-script")
    day = root / "ccrb/html/2024-03"
    shutil.copytree(day / "05", day / "01")
    for file in (day / "01").iterdir():
        file.write_text(
            file.read_text("utf-8").replace("2024-03-05", "2024-03-01").replace("03月05日", "03月01日"), "utf-8"
        )
        file.rename(file.with_name(file.name.replace("20240305", "20240301")))
    for file in (day / "01").glob("nbs*"):
        file.write_text(file.read_text("utf-8").replace("20240305", "20240301"), "utf-8")
    record = "<period><period_date>{}</period_date><front_page>nbs.D110000ccrb_01.htm</front_page></period>"
    listed = "".join(map(record.format, ["2024-03-01", "2024-03-04", "2024-03-05"]))  # the 4th is a lie
    (day / "period.xml").write_text(f"<period_list>{listed}</period_list>", "utf-8")
    done = epaper(
        crawl,
        (root / "ccrb/paperindex.htm").as_uri(),
        "-s",
        "EPAPER_CHECK_FILES=False",
        since="2024-02-20",
        until="2024-03-09",
    )
    assert done.returncode == 0, done.stderr
    assert [row["date"] for row in crawl.rows("SELECT date FROM issues ORDER BY date")] == ["2024-03-01", "2024-03-05"]
    codes = crawl.rows("SELECT code, detail FROM problems ORDER BY id")
    assert [row["code"] for row in codes].count("calendar-wrong") == 1
    # It appears on Mondays (so it says), Tuesdays and Fridays; what lies before its first issue is not missing.
    assert [row["code"] for row in codes if row["code"] == "no-issue"] == []


def test_a_second_edition_of_a_day_is_an_issue_of_its_own(crawl: Crawl, tmp_path: Path) -> None:
    root = site_at(tmp_path, "b-nested")
    day = root / "pc/layout/202403/05"
    extra = (day / "node_04.html").read_text("utf-8")
    # The second edition links the first one's pages, as sites do, and has a page 01 of its own.
    (day / "node_901.html").write_text(
        '<a href="node_901.html">第01版：号外</a><a href="node_02.html">第02版：综合</a>'
        "<p class=date>2024年03月05日</p>"
        '<ul><li><a href="../../../content/202403/05/content_9900.html">号外的标题</a></li></ul>',
        "utf-8",
    )
    assert "node_901" not in extra
    shutil.copy(root / ARTICLES.format(7001), root / ARTICLES.format(9900))
    record = "<period><period_date>2024-03-05</period_date><front_page>{}</front_page></period>"
    listed = "".join(map(record.format, ["05/node_01.html", "05/node_02.html", "05/node_901.html"]))
    (day.parent / "period.xml").write_text(f"<period_list>{listed}</period_list>", "utf-8")
    entry = (root / "pc/layout/index.html").as_uri()
    done = epaper(crawl, entry, "-s", "EPAPER_CHECK_FILES=False", date="2024-03-05")
    assert done.returncode == 0, done.stderr
    issues = crawl.rows("SELECT id, edition, pages, articles FROM issues ORDER BY id")
    assert [(i["id"], i["edition"], i["pages"], i["articles"]) for i in issues] == [
        ("cc-2024-03-05", 1, 3, 9),
        ("cc-2024-03-05-2", 2, 1, 1),
    ]
    assert crawl.rows("SELECT id FROM articles WHERE issue = 'cc-2024-03-05-2'") == [{"id": "cc-2024-03-05-2-01-001"}]
    assert crawl.rows("SELECT * FROM problems WHERE code <> 'dangling-jump'") == []


def test_a_weekly_in_folders_of_its_weeks_is_read_over_a_span(crawl: Crawl, tmp_path: Path) -> None:
    page = """<div id=riqi_>{date}</div>
    <a href=nbs.D110000ccsb_A1.htm>第A1版：要闻</a><a href=nbs.D110000ccsb_A2.htm>第A2版：评论</a>
    <ul><li><a href=nw.D110000ccsb_{day}_1-A1.htm>头条</a></ul>"""
    story = "<h1>头条</h1><div id=ozoom><p>第{day}期的头条说了一件很长的事情。</p></div>"
    for week, date in (("W08", "2024-02-21"), ("W10", "2024-03-06"), ("W11", "2024-03-13")):
        folder = tmp_path / f"site/html/2024-{week}"
        folder.mkdir(parents=True)
        day = date.replace("-", "")
        (folder / "nbs.D110000ccsb_A1.htm").write_text(page.format(date=date, day=day), "utf-8")
        (folder / "nbs.D110000ccsb_A2.htm").write_text(page.format(date=date, day=day), "utf-8")
        (folder / f"nw.D110000ccsb_{day}_1-A1.htm").write_text(story.format(day=day), "utf-8")
    entry = (tmp_path / "site/html/2024-W11/nbs.D110000ccsb_A1.htm").as_uri()
    done = epaper(crawl, entry, since="2024-02-19", until="2024-03-15")
    assert done.returncode == 0, done.stderr
    dates = [row["date"] for row in crawl.rows("SELECT date FROM issues ORDER BY date")]
    assert dates == ["2024-02-21", "2024-03-06", "2024-03-13"]
    assert len(shown(crawl)) == 3
    # The Wednesday without an issue is a result, the other days are none.
    assert [row["detail"] for row in crawl.rows("SELECT detail FROM problems")] == ["there is no issue of 2024-02-28"]


def test_without_a_calendar_the_links_between_issues_lead_back(crawl: Crawl, tmp_path: Path) -> None:
    root = site_at(tmp_path, "c-shtml")
    days = root / "shtml/ccrb"
    for date, before in (("20240301", "20240227"), ("20240227", "20240226"), ("20240305", "20240301")):
        if date != "20240305":
            shutil.copytree(days / "20240305", days / date)
        for file in (days / date).iterdir():
            text = (
                file.read_bytes().decode("gb18030").replace("2024年03月05日", f"{date[:4]}年{date[4:6]}月{date[6:]}日")
            )
            text = text.replace("20240304", before).replace("20240305", date)
            file.write_bytes(text.encode("gb18030"))
    with serving(Site(root)) as site:
        site.manners["shtml/ccrb/20240226/vA1.shtml"] = Manner(404)
        entry = site.url + "shtml/index_ccrb.shtml"
        done = epaper(crawl, entry, "-s", "EPAPER_CHECK_FILES=False", since="2024-02-27", until="2024-03-05")
    assert done.returncode == 0, done.stderr
    assert [row["date"] for row in crawl.rows("SELECT date FROM issues ORDER BY date")] == [
        "2024-02-27",
        "2024-03-01",
        "2024-03-05",
    ]
    assert len(shown(crawl)) == 27
    # Tuesdays and Fridays; nothing was asked for on the days between.
    assert crawl.rows("SELECT * FROM problems") == []
    assert len(site.full()) == len(set(site.full()))
    assert not [path for _, path, status in site.log if status == 404 and "ccrb" in path]


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
