"""Addresses: the dates in them, one form for one thing, the same page on another day."""

from __future__ import annotations

import pytest

from newsarchive.epaper.urls import (
    absolute,
    canonical,
    date_in,
    issue_in,
    same_place,
    week_of,
    with_date,
    with_week,
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://h/html/2023-11/21/node_2.htm", "2023-11-21"),
        ("http://h/pc/layout/202311/21/node_01.html", "2023-11-21"),
        ("http://h/shtml/p/20231121/vA1.shtml", "2023-11-21"),
        ("http://h/html/2023/11/21/01/default.htm", "2023-11-21"),
        ("http://h/Html/2023-11-21/Qpaper.html", "2023-11-21"),
        ("http://h/2022/20221204/20221204_001/20221204_001.html", "2022-12-04"),
        ("http://h/ccrb/html/nw.D110000renmrb_20171016_1-01.htm", "2017-10-16"),
        ("http://h/journal/2026-09-27/getJournalPage.do?page=01", "2026-09-27"),
        ("http://h/d?date=2026-09-27", "2026-09-27"),
        ("http://h/html/2023-13/21/node_2.htm", ""),  # no such month
        ("http://h/content_20231399.htm", ""),
        ("http://h/html/2023-W47/nbs.D110000xxsb_A1.htm", ""),  # a week has no day
        ("http://h/index.html", ""),
    ],
)
def test_the_date_of_an_address(url: str, expected: str) -> None:
    assert date_in(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://h/html/2023-11/21/node_2.htm", "http://h/html/2024-02/29/node_2.htm"),
        ("http://h/pc/layout/202311/21/node_01.html", "http://h/pc/layout/202402/29/node_01.html"),
        (
            "http://h/2023/20231121/20231121_001/20231121_001.html",
            "http://h/2023/20240229/20240229_001/20240229_001.html",
        ),
        ("file:///m/shtml/p/20231121/vA1.shtml", "file:///m/shtml/p/20240229/vA1.shtml"),
    ],
)
def test_an_address_moves_to_another_day(url: str, expected: str) -> None:
    assert with_date(url, "2024-02-29") == expected


def test_a_weekly_address_moves_to_another_week() -> None:
    url = "http://h/html/2023-W47/nbs.D110000xxsb_A1.htm"
    assert (issue_in(url), issue_in("http://h/html/2023-11/21/node_2.htm")) == ("2023-W47", "2023-11-21")
    assert (week_of("2023-11-22"), week_of("2024-12-30")) == ("2023-W47", "2025-W01")
    assert with_week(url, "2024-W01") == "http://h/html/2024-W01/nbs.D110000xxsb_A1.htm"
    assert with_week("http://h/html/2023-11/21/node_2.htm", "2024-W01") == ""


def test_an_address_without_a_date_cannot_move() -> None:
    with pytest.raises(ValueError, match="carries no date"):
        with_date("http://h/index.html", "2024-02-29")


@pytest.mark.parametrize("query", ["?div=-1", "?div=0", "?div=1", "?v=1", "#top", "?v=1#top", ""])
def test_one_article_under_many_addresses_is_one(query: str) -> None:
    assert canonical("HTTP://H.cn/a/content_1.htm" + query) == "http://h.cn/a/content_1.htm"


def test_a_query_that_says_what_it_is_stays() -> None:
    assert canonical("http://h/getJournalPage.do?page=02&code=x&_=9") == "http://h/getJournalPage.do?page=02&code=x"
    assert canonical("http://h/navi.json?page=02") == "http://h/navi.json?page=02"


@pytest.mark.parametrize("link", ["javascript:void(0)", "#", "", "mailto:a@b", "http://[broken", "http://h:port/"])
def test_what_is_no_address_gives_none(link: str) -> None:
    assert absolute("http://h/a/b.htm", link) == ""


def test_relative_links_of_all_kinds() -> None:
    base = "http://h/pc/layout/202311/21/node_01.html"
    assert absolute(base, "../../../content/1.html") == "http://h/pc/content/1.html"
    assert absolute(base, "./node_2.htm") == "http://h/pc/layout/202311/21/node_2.htm"
    assert absolute(base, " node_2.htm ") == "http://h/pc/layout/202311/21/node_2.htm"
    assert absolute(base, "//x/node_2.htm") == "http://x/node_2.htm"


def test_links_from_the_root_of_a_site_stay_within_its_mirror_on_disk() -> None:
    base = "file:///m/mirrors/site/shtml/rb/20231121/vA1.shtml"
    assert absolute(base, "/shtml/rb/20231121/5.shtml") == "file:///m/mirrors/site/shtml/rb/20231121/5.shtml"
    assert absolute(base, "/pdf/1.pdf") == "file:///pdf/1.pdf"  # looked for above the entry by who reads the file
    assert absolute("http://h/m/shtml/a.shtml", "/shtml/b.shtml") == "http://h/shtml/b.shtml"


def test_http_and_https_are_one_place_and_a_file_is_none_of_them() -> None:
    assert same_place("http://h/a", "https://H/b")
    assert not same_place("http://h/a", "http://h2/a")
    assert not same_place("file:///a", "http:///a")
