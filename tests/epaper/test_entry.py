"""The way in: hops, calendars, recognition."""

from __future__ import annotations

import json

import pytest

from newsarchive.epaper.entry import calendar_url, foreign_hop, next_hop, read_calendar, read_entry, recognise
from newsarchive.epaper.families import families, family_named
from newsarchive.errors import ArgumentError

HERE = "http://paper.example/rb/paperindex.htm"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<META HTTP-EQUIV='REFRESH' CONTENT='0; URL=html/2026-09/27/node_1.htm?v=1'>",
            "html/2026-09/27/node_1.htm?v=1",
        ),
        ('<meta content="0;url=a.htm" http-equiv="refresh">', "a.htm"),  # attributes the other way round
        ("<meta http-equiv=refresh content='0;url=a.htm'>", "a.htm"),
        ('<meta http-equiv="refresh" content="0; url=&#39;a.htm&#39;">', "a.htm"),
        ('<script>window.location.href="a.htm";</script>', "a.htm"),
        ("<script>location = 'a.htm'</script>", "a.htm"),
        ("<script>top.location.replace('a.htm')</script>", "a.htm"),
        ("<frameset><frame src=a.htm></frameset>", "a.htm"),
        ('<meta http-equiv="refresh" content="300">', ""),  # reloads itself
        ('<meta http-equiv="refresh" content="0;url=paperindex.htm?x">', ""),  # leads to itself
        ("<!-- <meta http-equiv=refresh content='0;url=old.htm'> -->", ""),
        ('<script>//location.href="old.htm"</script>', ""),
        ("<script>location.reload()</script>", ""),
    ],
)
def test_where_an_entry_leads(html: str, expected: str) -> None:
    assert next_hop(HERE, html) == (f"http://paper.example/rb/{expected}" if expected else "")


def test_a_hop_to_another_host_is_told_and_not_taken() -> None:
    html = "<meta http-equiv=refresh content='0;url=http://elsewhere.example/a.htm'>"
    assert next_hop(HERE, html) == ""
    assert foreign_hop(HERE, html) == "http://elsewhere.example/a.htm"
    assert next_hop("file:///m/index.html", "<meta http-equiv=refresh content='0;url=http://h/a'>") == ""


CALENDAR = """<?xml version="1.0"?><period_list>
<period id="2"><period_date>2023-11-03</period_date><front_page>node_9.htm</front_page></period>
<period id="1"><period_date>2023-11-01</period_date><front_page>01/node_2.htm</front_page></period>
<period id="3"><period_date>2023-11-31x</period_date><front_page>node_2.htm</front_page></period>
<period id="4"><period_date>2023-11-04</period_date></period>
</period_list>"""


def test_a_calendar_lists_issues_in_order_and_skips_broken_records() -> None:
    periods = read_calendar("http://h/html/2023-11/period.xml", CALENDAR)
    assert [(p.date, p.url) for p in periods] == [
        ("2023-11-01", "http://h/html/2023-11/01/node_2.htm"),
        ("2023-11-03", "http://h/html/2023-11/03/node_9.htm"),
    ]


def test_an_error_page_is_no_calendar() -> None:
    assert read_calendar("http://h/html/2023-11/period.xml", "<html><h1>404 Not Found</h1></html>") == ()


def test_calendars_of_other_months_follow_from_any_page() -> None:
    a, b, c = family_named("a"), family_named("b"), family_named("c")
    assert calendar_url(a, "http://h/html/2023-11/21/node_2.htm", "2024-02") == "http://h/html/2024-02/period.xml"
    assert calendar_url(b, "http://h/pc/layout/202311/21/node_01.html", "2024-02") == (
        "http://h/pc/layout/202402/period.xml"
    )
    assert calendar_url(c, "http://h/shtml/p/20231121/vA1.shtml", "2024-02") == ""


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://h/html/2023-11/21/node_2.htm", "a"),
        ("http://h/html/2023-11/21/nbs.D110000rb_01.htm", "a"),
        ("http://h/html/2023-W47/nbs.D110000xxsb_A1.htm", "a"),
        ("http://h/pc/layout/202311/21/node_A01.html", "b"),
        ("http://h/paper/202311/21/l01.html", "b"),
        ("http://h/pc/col/202311/21/col01.html", "b"),
        ("http://h/shtml/rb/20231121/v01.shtml", "c"),
        ("http://h/rb/20231121/html/page_02.htm", "d"),
        ("http://h/rb/content/20231121/Page01BC.htm", "e"),
        ("http://h/Html/szbz/20231121/szbzA1.Html", "f"),
        ("http://h/Html/szbz/20231121/szbz01.Html", "f"),
        ("http://h/Html/2023-11-21/Qpaper_43259.html", "g"),
        ("http://h/2023/20231121/20231121_001/20231121_001.html", "h"),
        ("http://h/rb/html/2023/11/21/01/default.htm", "i"),
        ("http://h/_szb/rb/2023/11/21/index.json", "j"),
    ],
)
def test_a_page_address_names_its_family_and_no_other(url: str, key: str) -> None:
    assert [f.key for f in families() if f.page.search(url)] == [key]


def test_an_article_is_never_a_page_of_its_family() -> None:
    for url in (
        "http://h/html/2023-11/21/content_12.htm",
        "http://h/pc/content/202311/21/content_12.html",
        "http://h/pc/c/202311/21/c12.html",
        "http://h/Html/szbz/20231121/szbz77514.Html",
        "http://h/2023/20231121/20231121_001/20231121_001_6618.html",
    ):
        assert not any(f.page.search(url) for f in families()), url
        assert any(f.article.search(url) for f in families()), url


def test_a_page_of_no_known_family_leads_nowhere() -> None:
    html = '<html><body><a href="/news/1.html">新闻</a></body></html>'
    assert recognise(HERE, html) is None
    family, entry = read_entry(HERE, html)
    assert family is None
    assert not entry.pages
    assert not entry.hop


def test_the_newest_issue_of_json_papers_is_a_hop() -> None:
    listing = """{"success":true,"object":{"departList":[{"code":"x","jdate":"2026-09-26"},
      {"code":"rb","jdate":"2026-09-27","pnumber":"01"}]}}"""
    _, entry = read_entry("http://h/journal/list.do?code=rb", listing)
    assert entry.hop == "http://h/journal/2026-09-27/getJournalPage.do?page=01&code=rb"


def test_a_json_page_lists_its_articles_from_the_end() -> None:
    answer = """{"success":true,"object":{"page":{"pnumber":"01","pname":"要闻"},
      "pagelist":[{"pnumber":"01","pname":"要闻"},{"pnumber":"02","pname":"评论"}],
      "articlelist":[{"id":36,"title":"后一条"},{"id":35,"title":"前一条"}]}}"""
    family, entry = read_entry("http://h/journal/2026-09-27/getJournalPage.do?page=01&code=rb", answer)
    assert family is not None
    assert family.key == "j"
    assert [(p.label, p.url) for p in entry.pages][1] == (
        "02",
        "http://h/journal/2026-09-27/getJournalPage.do?page=02&code=rb",
    )
    assert [(a.title, a.url) for a in entry.reads[0].articles] == [
        ("前一条", "http://h/journal/getJournalPageArticle.do?id=35"),
        ("后一条", "http://h/journal/getJournalPageArticle.do?id=36"),
    ]


def test_the_newest_issue_of_the_armys_papers_lies_on_their_other_host() -> None:
    listing = """{"code":0,"data":[{"paperName":"中国国防报","paperData":"2026-09-28"},
      {"paperName":"解放军报","paperData":"2026-09-27"}]}"""
    _, entry = read_entry("https://rmt-zuul.81.example/api-paper/api/newestPaper", listing)
    assert entry.hop == "https://www.81.example/_szb/jfjb/2026/09/27/index.json"


def test_what_a_query_says_in_chinese_is_said_on_by_the_addresses_made_of_it() -> None:
    listed = [{"pnumber": "01", "pname": "要闻"}, {"pnumber": "02", "pname": "评论"}]
    answer = json.dumps({"object": {"page": listed[0], "pagelist": listed, "articlelist": []}})
    _, entry = read_entry("http://h/journal/2026-09-27/getJournalPage.do?page=01&code=%E6%97%A5", answer)
    assert [p.url for p in entry.pages] == [
        "http://h/journal/2026-09-27/getJournalPage.do?page=01&code=%E6%97%A5",
        "http://h/journal/2026-09-27/getJournalPage.do?page=02&code=%E6%97%A5",
    ]
    papers = {"departList": [{"code": "晚", "jdate": "2026-09-26"}, {"code": "日", "jdate": "2026-09-27"}]}
    _, entry = read_entry("http://h/journal/list.do?code=%E6%97%A5", json.dumps({"object": papers}))
    assert entry.hop == "http://h/journal/2026-09-27/getJournalPage.do?page=01&code=%E6%97%A5"


def test_a_list_in_json_says_what_its_articles_leave_out() -> None:
    answer = """[{"pageNo":"01","pageName":"要闻","onePageArticleList":[{"mainTitle":"标题","introTitle":"引题",
      "subTitle":"副题","articleAuthor":"何舟","articleHref":"20260928_A01_01_9.html"}]}]"""
    _, entry = read_entry("http://h/html/2026/20260928/data.json", answer)
    link = entry.reads[0].articles[0]
    assert (link.kicker, link.title, link.subtitle, link.byline) == ("引题", "标题", "副题", "何舟")


def test_a_shell_whose_script_fetches_the_issue_leads_to_it() -> None:
    html = '<html><div id="app"></div><script>fetch("data/journal/2024-03-05/navi.json")</script></html>'
    _, entry = read_entry("http://h/index.html", html)
    assert entry.hop == "http://h/data/journal/2024-03-05/navi.json"


def test_a_json_issue_can_hold_the_texts_itself() -> None:
    answer = """{"paperInfo":[{"paperNumber":"01","paperBk":"要闻","xyList":[
      {"id":"7","title":"标题","author":"本报记者 何舟","content":"<p>　　第一段。</p><p>　　第二段。</p>"}]},
      {"paperNumber":"02","paperBk":"评论","xyList":[{"id":"8","title":"评论标题","articleHref":"20240305_02_8.html"}]}]}"""
    _, entry = read_entry("http://h/_szb/rb/2024/03/05/index.json", answer)
    assert (entry.date, [(p.label, p.section) for p in entry.pages]) == ("2024-03-05", [("01", "要闻"), ("02", "评论")])
    article = entry.reads[0].read[0].article
    assert (article.headline, article.byline, article.body) == ("标题", "本报记者 何舟", ("第一段。", "第二段。"))
    # A file named by date and page lies in the folder of its page.
    assert entry.reads[1].articles[0].url == "http://h/_szb/rb/2024/03/05/20240305_02/20240305_02_8.html"


def test_json_that_is_no_issue_is_not_taken_for_one() -> None:
    _, entry = read_entry("http://h/a.json", '{"status":"500","msg":"no access!"}')
    assert not entry.pages


def test_an_unknown_family_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ArgumentError, match="Founder classic"):
        family_named("z")
