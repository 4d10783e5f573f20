"""Pages whose mark-up fights back: boxes, repeated links, hot areas alone, broken lists."""

from __future__ import annotations

from newsarchive.epaper.families import family_named
from newsarchive.epaper.issue import assign, days, months, publishing_weekdays
from newsarchive.epaper.pages import read_page
from newsarchive.epaper.records import Claim, PageRead

A = family_named("a")
B = family_named("b")
URL = "http://paper.example/html/2024-03/05/node_2.htm"
OTHER = "http://paper.example/html/2024-03/05/node_3.htm"


def page(html: str, url: str = URL) -> PageRead:
    return read_page(A, url, html)


def claims(read: PageRead) -> dict[str, Claim]:
    return {a.url.rsplit("/", 1)[-1]: a.claim for a in read.articles}


BOXED = """<map><area href="content_1.htm" coords="0,0,10,10"><area href="content_2.htm" coords="0,10,10,20"></map>
<img usemap="#m" width="10" height="20" src="p.jpg">
<div class="box"><a href="content_9.htm">别版的稿子</a></div>
<ul class="list"><li><a href="content_1.htm?div=-1">一</a><li><a href="content_3.htm">责编：甲</a></ul>
<ul class="nav"><a href="content_1.htm">一</a></ul>"""


def test_hot_areas_decide_lists_claim_and_boxes_only_mention() -> None:
    assert claims(page(BOXED)) == {
        "content_1.htm": Claim.AREA,
        "content_3.htm": Claim.LISTED,
        "content_9.htm": Claim.ELSEWHERE,
        "content_2.htm": Claim.AREA,
    }


def test_hot_areas_are_fractions_of_the_picture_and_rectangles_become_outlines() -> None:
    area = page(BOXED).articles[0].area
    assert area == ((0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (0.0, 0.5))


def test_an_article_in_a_box_goes_to_the_page_that_lists_it() -> None:
    first = page(BOXED)
    second = page('<ul><li><a href="content_9.htm">别版的稿子</a></ul>', OTHER)
    assert [[a.url.rsplit("/", 1)[-1] for a in articles] for articles in assign([first, second])] == [
        ["content_1.htm", "content_3.htm", "content_2.htm"],
        ["content_9.htm"],
    ]


def test_an_article_that_only_a_box_names_is_not_lost() -> None:
    assert [len(a) for a in assign([page(BOXED)])] == [4]


def test_articles_of_other_days_are_not_the_issues() -> None:
    read = page('<a href="../04/content_1.htm">昨天</a><a href="content_2.htm">今天</a>')
    assert list(claims(read)) == ["content_2.htm"]


def test_an_unclosed_list_item_does_not_swallow_the_list() -> None:
    read = page("<ul><li><a href=content_1.htm>一<li><a href=content_2.htm>二</a><div><li><a href=content_3.htm>三")
    assert list(claims(read)) == ["content_1.htm", "content_2.htm", "content_3.htm"]


def test_links_that_only_lead_on_are_no_titles() -> None:
    read = page('<a href="content_2.htm">下一篇</a><ul><li><a href="content_2.htm">真标题</a></li></ul>')
    assert [(a.title, a.claim) for a in read.articles] == [("真标题", Claim.LISTED)]


def test_a_title_that_only_a_script_writes_is_read() -> None:
    read = page("""<a href=content_1.htm><script>document.write(view("上半句<br>下半句  "))</script></a>""")
    assert read.articles[0].title == "上半句 下半句"


def test_a_page_without_articles_is_a_page() -> None:
    read = page("<map></map><td>第08版：<STRONG>广告</STRONG></td>")
    assert (read.label, read.section, read.articles) == ("08", "广告", ())


def test_a_lettered_gapped_and_merged_directory_keeps_its_order() -> None:
    html = "".join(
        f'<a id=pageLink href="node_{n}.htm">第{label}版：{name}</a>'
        for n, label, name in [(2, "A01", "要闻"), (3, "A02", "综合"), (9, "A0607", "跨版"), (4, "B01", "周末")]
    )
    read = page(html + '<a href="node_3.htm"><font>4</font>下一版</a><a href="../04/node_2.htm">第A01版：昨天</a>')
    assert [(p.label, p.section) for p in read.pages] == [
        ("A01", "要闻"),
        ("A02", "综合"),
        ("A0607", "跨版"),
        ("B01", "周末"),
    ]
    assert read.label == "A01"


def test_a_page_that_its_own_directory_forgets_comes_first() -> None:
    read = page('<td>第01版：要闻</td><a href="node_3.htm">第02版：综合</a>')
    assert [p.label for p in read.pages] == ["01", "02"]


def test_the_pdf_beside_the_own_name_is_the_pages_own() -> None:
    html = """<a href="node_3.htm">第02版：综合</a><a href="/2.pdf">pdf</a>
    <a href="node_2.htm">第01版：要闻</a><a href="/1.pdf">pdf</a>"""
    assert page(html).pdf_url == "http://paper.example/1.pdf"
    assert page('<p id="pdfUrl" style="display:none">../../../a/x.pdf</p><a href="/2.pdf">').pdf_url == (
        "http://paper.example/a/x.pdf"
    )
    assert page("<a href='node_3.htm'>第02版</a>").pdf_url == ""


def test_the_pdf_before_the_own_name_is_the_pages_own_where_they_share_an_element() -> None:
    html = """<h4><a href="/1.pdf"><img></a> <a href="node_2.htm">01版：要闻</a></h4>
    <h4><a href="/2.pdf"><img></a> <a href="node_3.htm">02版：综合</a></h4>"""
    assert page(html).pdf_url == "http://paper.example/1.pdf"
    assert page(html, OTHER).pdf_url == "http://paper.example/2.pdf"


OUTLINE = """<dl><dt><a href="node_2.htm">A01：要闻</a></dt><dd><a href="content_1.htm">一</a></dd></dl>
<dl><dt><a href="node_3.htm">A02：综合</a></dt>
<dd><a href="content_2.htm">二</a><dd><a href="content_3.htm">责编：甲</a></dl>
<dl><dt><a href="node_4.htm">A03：广告</a></dt></dl>"""


def test_where_every_page_lists_the_whole_issue_an_article_belongs_to_the_page_above_it() -> None:
    pages = [page(OUTLINE), page(OUTLINE, OTHER), page(OUTLINE, OTHER.replace("_3", "_4"))]
    assert [[a.url.rsplit("/", 1)[-1] for a in articles] for articles in assign(pages)] == [
        ["content_1.htm"],
        ["content_2.htm", "content_3.htm"],
        [],
    ]


def test_a_directory_before_the_list_is_no_outline() -> None:
    directory = '<a href="node_2.htm">第01版：要闻</a><a href="node_3.htm">第02版：综合</a>'
    read = page(f"{directory}<ul><li><a href=content_1.htm>一</a><li><a href=content_2.htm>二</a></ul>")
    assert claims(read) == {"content_1.htm": Claim.LISTED, "content_2.htm": Claim.LISTED}


WEEK = "http://paper.example/html/2024-W10/nbs.D110000ccsb_A1.htm"


def test_a_page_in_a_folder_of_its_week_has_the_date_that_it_prints() -> None:
    html = """<div id=riqi_>2024年03月06日 星期三</div><a href="nbs.D110000ccsb_A2.htm">第A2版：评论</a>
    <a href="../2024-W09/nbs.D110000ccsb_A1.htm">上一期</a><a href="nw.D110000ccsb_20240306_1-A1.htm">一</a>
    <a href="../2024-W09/nw.D110000ccsb_20240228_1-A1.htm">上周的</a>"""
    read = page(html, WEEK)
    assert (read.date, read.stated_date) == ("", "2024-03-06")
    assert [p.label for p in read.pages] == ["A1", "A2"]
    assert list(claims(read)) == ["nw.D110000ccsb_20240306_1-A1.htm"]
    assert read.neighbours == (WEEK.replace("W10", "W09"),)


def test_the_date_a_page_states_is_read_beside_that_of_its_address() -> None:
    """Sites answer with the latest issue where a day has none."""
    read = page('<p class="rq">2024年03月08日　星期五</p>')
    assert (read.date, read.stated_date) == ("2024-03-05", "2024-03-08")


def test_todays_date_beside_the_issues_is_no_contradiction() -> None:
    read = page('<div class="date">今天是2026年9月28日</div><p class="rq">2024年03月05日　星期二</p>')
    assert read.stated_date == "2024-03-05"


def test_english_dates_and_comment_dates_count() -> None:
    assert page('<div id="riqi_">2024-March-05</div>').stated_date == "2024-03-05"
    assert page("<!--enpproperty <founder-date>2024-03-05 23:59:59</founder-date> /enpproperty-->").stated_date == (
        "2024-03-05"
    )


def test_new_pages_without_a_printed_label_have_the_addresses() -> None:
    read = read_page(B, "http://h/pc/layout/202403/05/node_A03.html", "<html></html>")
    assert read.label == "A03"


def test_a_page_of_anything_gives_an_empty_page_and_no_error() -> None:
    for html in (
        "",
        "\x00\x01",
        "<",
        "<a href='http://[x'>",
        "<map><area></map>",
        "<area coords='x,y' href=content_1.htm>",
    ):
        assert page(html).url == URL


def test_days_and_months_of_a_span() -> None:
    assert days("2024-02-28", "2024-03-01") == ["2024-02-28", "2024-02-29", "2024-03-01"]
    assert days("2024-03-02", "2024-03-01") == []
    assert months(["2024-03-01", "2024-02-29", "2024-03-02"]) == ["2024-02", "2024-03"]


def test_a_weekly_is_expected_on_its_day_and_a_daily_from_monday_to_friday() -> None:
    assert publishing_weekdays(["2024-03-01", "2024-03-08"]) == {4}
    assert publishing_weekdays(["2023-11-20", "2023-11-21", "2023-11-23", "2023-11-24"]) == {0, 1, 2, 3, 4}
    assert publishing_weekdays(["2024-03-02", "2024-03-04", "2024-03-05", "2024-03-06"]) == {0, 1, 2, 3, 4, 5}
    assert publishing_weekdays([]) == set(range(7))
