"""The plugin in a real Datasette, whichever generation is installed."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from newsarchive.cli.browse import write_files
from tests.browse.archives import ISSUE_ID

ARTICLE = f"{ISSUE_ID}-01-001"
PAGES = [
    "/news/archive",
    f"/news/archive/issue/{ISSUE_ID}",
    f"/news/archive/article/{ARTICLE}",
    f"/news/archive/page/{ISSUE_ID}-01",
    "/news/archive/search",
    "/news/archive/search?q=" + quote("陕西"),
    "/news/archive/topic/medtop:04000000",
    "/news/archive/person/" + quote("金壮龙"),
]


def links(text: str) -> set[str]:
    return {address.replace("&amp;", "&").partition("#")[0] for address in re.findall(r'href="(/[^"]*)"', text)}


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["zh-CN", "en-GB"])
def test_every_page_opens_in_both_languages(get: Any, address: str, language: str) -> None:
    response = get(address, language)
    assert response.status_code == 200
    assert f'<html lang="{"zh-Hans" if language == "zh-CN" else "en"}">' in response.text
    assert "<script" not in response.text
    assert response.headers["content-security-policy"].startswith("default-src 'none'")
    assert "Accept-Language" in response.headers["vary"]


def test_a_datasette_on_one_archive_opens_at_its_home_page(get: Any) -> None:
    assert get("/").headers["location"] == "/news/archive"
    assert get("/news").headers["location"] == "/news/archive"


def test_no_link_leads_nowhere(get: Any) -> None:
    found = set().union(*(links(get(address).text) for address in PAGES[:3]))
    assert len(found) > 20
    assert {address: get(address).status_code for address in found} == dict.fromkeys(found, 200)


def test_from_the_home_page_to_an_issue_to_an_article_to_its_lines_and_back(get: Any) -> None:
    assert f"/news/archive/issue/{ISSUE_ID}" in links(get("/news/archive").text)
    assert f"/news/archive/article/{ARTICLE}" in links(get(f"/news/archive/issue/{ISSUE_ID}").text)
    lines = f"/news/archive/page/{ISSUE_ID}-01?article={ARTICLE}"
    article = get(f"/news/archive/article/{ARTICLE}").text
    assert f'href="{lines}#l1"' in article
    assert (
        "谷月. “5G+工业互联网”为推进新型工业化、建设现代化产业体系提供坚强支撑[N]. 中国电子报, 2023-11-21(1)."
        in article
    )
    source = get(lines).text
    assert 'id="l1"' in source
    assert f"/news/archive/article/{ARTICLE}" in links(source)


def test_the_source_view_shows_every_character_of_the_page(get: Any, archive_path: Path) -> None:
    import html

    shown = get(f"/news/archive/page/{ISSUE_ID}-01").text
    cells = re.findall(r'role="cell">(.*?)</span></div>', shown, re.S)
    text = html.unescape(re.sub(r"<[^>]*>", "", "".join(cells)))
    from tests.conftest import ISSUE

    printed = "".join(ISSUE.read_text(encoding="utf-8").split())
    assert "".join(text.split()) == printed


@pytest.mark.parametrize(
    ("query", "hit"), [("陕西", "陕西"), ("5G+工业互联网", "5G+工业互联网"), ("GPT", "GPT"), ("大模型", "大模型")]
)
def test_search_marks_what_it_finds(get: Any, query: str, hit: str) -> None:
    assert f"<mark>{hit}</mark>" in get(f"/news/archive/search?q={quote(query)}").text


def test_each_result_is_one_click_from_its_source_lines(get: Any) -> None:
    found = links(get("/news/archive/search?q=" + quote("陕西")).text)
    assert f"/news/archive/page/{ISSUE_ID}-01?article={ISSUE_ID}-01-003" in found
    found = links(get("/news/archive/person/" + quote("金壮龙")).text)
    assert f"/news/archive/page/{ISSUE_ID}-01?article={ARTICLE}" in found


@pytest.mark.parametrize("query", ['"', "AND", "a" * 5000, "%00", "' OR 1=1 --", "headline:", "☃", "\u202e", "-", "*"])
def test_whatever_is_typed_is_a_page(get: Any, query: str) -> None:
    assert get(f"/news/archive/search?q={quote(query)}").status_code == 200


def test_nothing_found_is_said_and_the_query_escaped(get: Any) -> None:
    text = get("/news/archive/search?q=" + quote("<b>没有这个词</b>")).text
    assert "没有找到" in text
    assert "<b>" not in text


def test_facets_narrow_by_topic_and_person(get: Any) -> None:
    text = get("/news/archive/search?q=" + quote("陕西")).text
    assert "/news/archive/search?q=%E9%99%95%E8%A5%BF&topic=medtop%3A04000000" in links(text)
    narrowed = get("/news/archive/search?q=" + quote("工业") + "&person=" + quote("赵一德")).text
    assert "找到 1 篇" in narrowed


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", ""),
        ("q= 　", ""),
        ("q=工业", "工业 · "),
        ("topic=medtop:04000000", "经济 · "),
        ("q=工业&topic=medtop:04000000&person=金壮龙", "工业 · 经济 · 金壮龙 · "),
        # What the archive does not have is called as it was asked for.
        ("topic=none&person=<b>", "none · &lt;b&gt; · "),
    ],
)
def test_a_search_and_its_feed_are_titled_by_all_that_is_asked_for(get: Any, query: str, title: str) -> None:
    query = quote(query, safe="=&:")
    assert f"<title>{title}搜索</title>" in get(f"/news/archive/search?{query}").text
    assert f"<title>{title}报纸档案</title>" in get(f"/news/archive/search.atom?{query}").text


def test_nothing_found_names_what_was_asked_for(get: Any) -> None:
    text = get("/news/archive/search?topic=medtop:04000000&person=none").text
    assert '没有找到 <bdi lang="zh">经济 · none</bdi>' in text


@pytest.mark.parametrize("narrowing", ["", "&topic=medtop:04000000", "&person=" + quote("金壮龙")])
def test_punctuation_that_no_article_has_is_ignored_however_the_search_is_narrowed(get: Any, narrowing: str) -> None:
    text = get("/news/archive/search?q=" + quote("5G-工业互联网") + narrowing).text
    assert "已忽略标点" in text
    assert "<mark>5G+工业互联网</mark>" in text


def test_an_article_gone_from_its_page_is_listed_as_such_however_narrowed_but_not_handed_on(changed: Any) -> None:
    get = changed(("UPDATE articles SET gone = '2023-11-22T00:00:00Z' WHERE id = ?", [ARTICLE]))
    asked = "q=" + quote("工业互联网")
    text = get(f"/news/archive/search?{asked}").text
    # Its facets count it, so that following one finds as many as was said.
    facets = re.findall(r'href="(/news/archive/search[^"]*(?:topic|person)=[^"]*)">.*?class="count">(\d+)<', text)
    assert len(facets) > 5
    for address, count in facets:
        narrowed = get(address.replace("&amp;", "&")).text
        assert f"找到 {count} 篇" in narrowed
        assert "已不在原版面" in narrowed
    assert "已不在原版面" in text
    assert "已不在原版面" not in get("/news/archive/search?q=" + quote("陕西")).text
    for handed_on in ("search.atom?", "export?format=jsonl&"):
        assert ARTICLE not in get(f"/news/archive/{handed_on}{asked}").text


@pytest.mark.parametrize("address", ["issue/none", "article/none", "page/none", "topic/none", "person/none", "export"])
def test_what_the_archive_has_not_is_404(get: Any, address: str) -> None:
    assert get(f"/news/archive/{address}").status_code == 404


def test_an_unknown_database_is_404(get: Any) -> None:
    assert get("/news/none").status_code == 404


def test_the_feed_of_a_search_is_atom(get: Any) -> None:
    feed = ET.fromstring(get("/news/archive/search.atom?q=" + quote("大模型")).text)
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{atom}id") for entry in feed.iter(f"{atom}entry")] == [
        f"urn:newsarchive:{ISSUE_ID}-01-002"
    ]
    assert feed.findtext(f"{atom}updated", "").endswith("Z")
    assert feed.findtext(f"{atom}entry/{atom}published") == "2023-11-21T00:00:00+08:00"
    # What RFC 4287 requires of a feed and of an entry.
    for each in (feed, *feed.iter(f"{atom}entry")):
        assert {f"{atom}id", f"{atom}title", f"{atom}updated"} <= {child.tag for child in each}
    assert feed.find(f"{atom}author/{atom}name") is not None


def test_a_search_or_an_issue_is_exported(get: Any) -> None:
    response = get(f"/news/archive/export?format=jsonl&issue={ISSUE_ID}")
    assert [json.loads(line)["position"] for line in response.text.splitlines()] == [1, 2, 3, 4, 5]
    assert response.headers["content-disposition"] == 'attachment; filename="articles.jsonl"'
    assert "大模型" in get("/news/archive/export?format=gbt&q=" + quote("大模型")).text


@pytest.mark.parametrize(("query", "found"), [("陕西", 1), ("大模型", 1), ("5G+工业互联网", 1), ("没有的词", 0)])
def test_datasettes_own_search_box_speaks_chinese(get: Any, query: str, found: int) -> None:
    rows = get(f"/archive/articles.json?_shape=array&_search={quote(query)}").json()
    assert len(rows) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("_search_headline=陕西", 1),
        # In its body, not in the headline.
        ("_search_headline=谷月", 0),
        ("_search_body=大模型&_search_headline=人工智能", 0),
        ("_search_body=工业+-大模型", None),
        ("_search_none=工业", 0),
    ],
)
def test_datasettes_search_of_a_column_is_said_in_words(get: Any, query: str, found: int | None) -> None:
    response = get(f"/archive/articles.json?_shape=array&{quote(query, safe='=&+')}")
    assert response.status_code == 302
    rows = get(response.headers["location"]).json()
    assert len(rows) == found if found is not None else rows
    if found is None:
        assert all("工业" in row["body"] and "大模型" not in row["body"] for row in rows)
    assert get("/archive/issues?_search_headline=x").status_code != 302


def test_no_facets_are_suggested_for_the_wide_table_unless_asked_for(get: Any) -> None:
    address = "/archive/articles.json?_extra=suggested_facets"
    assert not get(address).json().get("suggested_facets")
    assert get(f"{address}&_nosuggest=").json()["suggested_facets"]


def test_other_databases_keep_their_own_search(serve: Any, archive_path: Path, other_path: Path) -> None:
    get = serve(archive_path, other_path)
    assert len(get("/other/notes.json?_shape=array&_search=dog").json()) == 1
    assert get("/other/notes.json?_shape=array&_search=og").json() == []
    assert get("/news/other").status_code == 404
    assert get("/").status_code == 200


def test_table_pages_lead_to_the_reading_pages_and_describe_columns(get: Any) -> None:
    text = get("/archive/articles").text
    assert f"/news/archive/article/{ARTICLE}" in links(text)
    assert "who wrote it, as printed" in text
    assert "/news/archive/person/" in text


def test_queries_are_there_without_any_file(get: Any) -> None:
    assert "【陕西】" in get("/archive/search?q=" + quote("陕西")).text


def test_the_files_of_browse_give_facets_and_queries(serve: Any, archive_path: Path, tmp_path: Path) -> None:
    import datasette

    major = int(datasette.__version__.partition(".")[0])
    written = write_files(tmp_path, "archive", major)
    contents = {
        option: json.loads(Path(path).read_text("utf-8")) for option, path in zip(*[iter(written)] * 2, strict=True)
    }
    options = {"metadata": contents["-m"]} | ({"config": contents["-c"]} if "-c" in contents else {})
    get = serve(archive_path, **options)
    assert "【陕西】" in get("/archive/search?q=" + quote("陕西")).text
    for query in ("issue_contents?issue=" + ISSUE_ID, "this_day?day=11-21", "doubtful", "unplaced", "last_runs"):
        assert get(f"/archive/{query}").status_code == 200
    facets = get("/archive/articles.json?_size=0&_extra=facet_results").json()["facet_results"]
    assert {"paper", "kind", "topics", "people"} <= set(facets.get("results", facets))


def test_no_page_writes_or_leaves_the_archive(get: Any, archive_path: Path) -> None:
    before = archive_path.read_bytes()
    for query in ("'; DROP TABLE articles; --", "1; ATTACH '/tmp/x' AS x"):
        get("/news/archive/search?q=" + quote(query))
        assert get(f"/news/archive/article/{quote(query, safe='')}").status_code == 404
    assert archive_path.read_bytes() == before


def test_a_slow_query_is_ended_and_said(serve: Any, archive_path: Path) -> None:
    from newsarchive.browse import find

    get = serve(archive_path, settings={"sql_time_limit_ms": 30})
    slow = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "found", lambda conn, asked: conn.execute(slow).fetchall())
        response = get("/news/archive/search?q=x")
    assert response.status_code == 503
    assert "查询超时" in response.text


def test_whom_datasette_keeps_out_is_kept_out(serve: Any, archive_path: Path) -> None:
    import datasette

    rule = {"databases": {"archive": {"allow": False}}}
    key = "metadata" if datasette.__version__.startswith("0.") else "config"
    get = serve(archive_path, **{key: rule})
    assert {address: get(address).status_code for address in PAGES} == dict.fromkeys(PAGES, 403)


def test_jump_lines_lead_to_the_other_half_or_else_to_its_page(changed: Any) -> None:
    get = changed(
        ("UPDATE articles SET jump_to = '1', jump_from = '9' WHERE id = ?", [ARTICLE]),
        ("UPDATE articles SET continues = ? WHERE id = ?", [ARTICLE, f"{ISSUE_ID}-01-002"]),
    )
    text = get(f"/news/archive/article/{ARTICLE}").text
    assert f'<a href="/news/archive/page/{ISSUE_ID}-01">下转第 01 版</a>' in text
    assert "上接第 9 版（未收藏）" in text
    assert re.search(
        rf'<a href="/news/archive/article/{ARTICLE}">上接第 01 版', get(f"/news/archive/article/{ISSUE_ID}-01-002").text
    )


def test_one_article_is_exported_for_a_reference_manager(get: Any) -> None:
    page = links(get(f"/news/archive/article/{ARTICLE}").text)
    address = f"/news/archive/export?format=ris&article={ARTICLE}"
    assert address in page
    assert get(address).text.startswith("TY  - NEWS\r\nAU  - 谷月\r\n")
    assert get("/news/archive/export?format=ris&article=none").status_code == 404


def test_results_of_queries_lead_to_the_articles(get: Any) -> None:
    assert f"/news/archive/article/{ARTICLE}" in links(get(f"/archive/issue_contents?issue={ISSUE_ID}").text)


def test_a_revision_shows_what_was_changed_since(changed: Any) -> None:
    revised = (
        "INSERT INTO revisions (article, revision, seen, source, changed)"
        " SELECT ?, ?, '2023-11-22T00:00:00Z', source, ? FROM pages LIMIT 1"
    )
    get = changed(
        ("UPDATE articles SET headline = '第三稿', byline = '本报记者 丁', revision = 3 WHERE id = ?", [ARTICLE]),
        (revised, [ARTICLE, 1, '{"headline": "第一稿"}']),
        (revised, [ARTICLE, 2, '{"headline": "第二稿", "byline": null}']),
    )
    text = get(f"/news/archive/article/{ARTICLE}").text
    later, earlier = text.index("第<del>二</del><ins>三</ins>稿"), text.index("第<del>一</del><ins>二</ins>稿")
    assert later < earlier
    assert "<ins>本报记者 丁</ins>" in text
