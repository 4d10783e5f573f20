"""Which days have issues: none, a span, second editions, weeklies, and sites without a calendar."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Crawl
from tests.epaper.crawling import ARTICLES, PAGES, epaper, problems, shown, site_at
from tests.epaper.server import Manner, Site, serving
from tests.epaper.walk import SITES


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
