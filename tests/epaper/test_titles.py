"""Title blocks of designs that no skin describes: each line finds its field by its place and its words."""

from __future__ import annotations

import pytest

from newsarchive.epaper.articles import read_article
from newsarchive.epaper.bylines import author_of
from newsarchive.epaper.families import family_named
from newsarchive.model import Article

C = family_named("c")
URL = "http://paper.example/shtml/rb/20240305/1.shtml"
BODY = "<p>清晨五点，第一水厂的值班员已经巡完第一圈，水面平得像镜子。</p><p>改造之后，电耗降了三成。</p>"
PAGE = (
    "<div class=nav><a href=x>首页</a> 第05版：综合</div>"
    "<div class=wrap>{}</div><div class=foot>澄川日报 版权所有</div>"
)


def read(block: str, body: str = "<div class=content>{}</div>") -> Article:
    return read_article(C, URL, PAGE.format(block + body.format(BODY)), "老水厂“瘦身”记", "综合").article


@pytest.mark.parametrize(
    "block",
    [
        # headings around the highest one
        "<h3>一滴水走过八道关</h3><h2>老水厂“瘦身”记</h2><h3>澄川市供水改造见闻</h3><p>本报记者 俞小满</p>",
        # one known class, plain paragraphs around it
        "<p>2024年03月05日</p><p class=a>一滴水走过八道关</p><h2 class=detConTit>老水厂“瘦身”记</h2>"
        "<p class=b>澄川市供水改造见闻</p><p class=c>本报记者 俞小满</p>",
        # no known name at all: the list says which line is the headline
        "<div>综合</div><div class=s1>一滴水走过八道关</div><div class=s2>老水厂“瘦身”记</div>"
        "<div class=s3>澄川市供水改造见闻</div><div class=s4>作者：本报记者 俞小满</div>",
        # a table, with buttons in it
        "<table><tr><td>一滴水走过八道关</td></tr><tr><td>老水厂“瘦身”记</td></tr><tr><td>澄川市供水改造见闻</td></tr>"
        "<tr><td>字号：大 中 小</td></tr><tr><td>本报记者 俞小满</td></tr></table>",
        # author, paper and date on one line
        "<h4>一滴水走过八道关</h4><h1>老水厂“瘦身”记</h1><h4>澄川市供水改造见闻</h4>"
        "<p class=sec>本报记者 俞小满<span class=newstime>《澄川日报》（2024年03月05日 第 05 版）</span></p>",
        "<h4>一滴水走过八道关</h4><h1>老水厂“瘦身”记</h1><h4>澄川市供水改造见闻</h4>"
        "<div><span>本报记者 俞小满</span><span>澄川日报</span><span>2024-03-05</span></div>",
        "<h4>一滴水走过八道关</h4><h1>老水厂“瘦身”记</h1><h4>澄川市供水改造见闻</h4>"
        "<p>2024年03月05日　作者：本报记者 俞小满　来源：澄川日报</p>",
    ],
)
def test_every_line_around_a_headline_finds_its_field(block: str) -> None:
    article = read(block)
    assert (article.kicker, article.headline, article.subtitle, article.byline) == (
        "一滴水走过八道关",
        "老水厂“瘦身”记",
        "澄川市供水改造见闻",
        "本报记者 俞小满",
    )
    assert len(article.body) == 2


def test_title_parts_inside_the_text_leave_it() -> None:
    block = "<h4>一滴水走过八道关</h4><h2>老水厂“瘦身”记</h2><h4>——见闻</h4><p>2024年03月05日</p><p>作者：何 舟</p>"
    article = read("", f'<div class="details">{block}{{}}</div>')
    assert (article.kicker, article.subtitle, article.byline) == ("一滴水走过八道关", "——见闻", "何 舟")
    assert [line[:4] for line in article.body] == ["清晨五点", "改造之后"]


def test_a_subhead_under_a_headline_in_the_text_is_no_subtitle() -> None:
    article = read("", '<div class="details"><h2>老水厂“瘦身”记</h2><p>先算一笔账</p>{}</div>')
    assert (article.subtitle, article.body[0]) == ("", "先算一笔账")


def test_an_empty_place_for_a_field_says_that_there_is_none() -> None:
    article = read(
        "<p>栏目甲乙丙</p><h3 class=yinti></h3><h2 class=detConTit>老水厂“瘦身”记</h2><h4 class=futi></h4>"
        "<h4>丁戊己庚</h4>"
    )
    assert (article.kicker, article.subtitle) == ("", "")


@pytest.mark.parametrize("tag", ["h4", "p"])
def test_a_pen_name_alone_under_the_headline_is_an_author(tag: str) -> None:
    article = read(f"<h2>老水厂“瘦身”记</h2><{tag}>桑榆</{tag}>")
    assert (article.subtitle, article.byline) == ("", "桑榆")


def test_the_section_and_buttons_are_neither_kicker_nor_author() -> None:
    article = read("<div>综合</div><h2>老水厂“瘦身”记</h2><div>打印</div><div>分享</div>")
    assert (article.kicker, article.subtitle, article.byline) == ("", "", "")


def test_a_notice_keeps_the_date_that_ends_it() -> None:
    body = "<p>明天停水。</p><p>供水公司</p><p>2024年03月05日</p>"
    html = f"<h2 class=detConTit>停水通告</h2><div class=details>{body}</div>"
    assert read_article(C, URL, html).article.body == ("明天停水。", "供水公司", "2024年03月05日")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("作者：何舟", "何舟"),
        ("2024年03月05日　作者：何舟　来源：澄川日报", "何舟"),
        ("本报记者 何舟 《澄川日报》（2024年03月05日 第 05 版）", "本报记者 何舟"),
        ("《澄川日报》（2024年03月05日 第 05 版）", ""),
        ("《澄川日报》记者 何舟", "《澄川日报》记者 何舟"),
        ("何舟 苏木", "何舟 苏木"),
        ("何舟 | 2024-03-05", "何舟"),
        ("来源：澄川日报", ""),
        ("——读《秤杆与月亮》", "——读《秤杆与月亮》"),
    ],
)
def test_the_author_in_a_line_with_date_and_source(line: str, author: str) -> None:
    assert author_of(line) == author
