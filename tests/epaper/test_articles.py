"""Articles: which evidence wins, and what broken or lying pages do to the fields."""

from __future__ import annotations

import pytest

from newsarchive.epaper.articles import kind_of, read_article
from newsarchive.epaper.bylines import byline_in, signature_in, without_jumps
from newsarchive.epaper.families import families, family_named
from newsarchive.epaper.pictures import captioned
from newsarchive.epaper.properties import properties
from newsarchive.epaper.records import ArticleRead
from newsarchive.epaper.vocabulary import skin
from newsarchive.model import Kind

URL = "http://paper.example/pc/content/202403/05/content_1.html"
B = family_named("b")
A = family_named("a")


def read(html: str, title: str = "", section: str = "") -> ArticleRead:
    return read_article(B, URL, html, title, section)


def test_comments_win_over_what_the_design_shows() -> None:
    html = """<h2 id="Title">显示的标题</h2><p id="PreTitle">显示的引题</p>
    <!--mpproperty <title>属性的标题</title><founder-introtitle></founder-introtitle> /mpproperty-->"""
    article = read(html).article
    assert (article.headline, article.kicker) == ("属性的标题", "显示的引题")


def test_markers_win_over_bare_headings() -> None:
    html = """<h1>报名</h1><td class=font02><!--<npm:article-pretitle>-->引题<!--</npm:article-pretitle>--></td>
    <founder-title><!--<npm:article-title>-->标题上<br>标题下<!--</npm:article-title>--></founder-title>
    <!--<npm:article-subtitle>-->副题<!--</npm:article-subtitle>-->"""
    article = read(html).article
    assert (article.kicker, article.headline, article.subtitle) == ("引题", "标题上 标题下", "副题")


def test_tables_without_markers_are_read_by_their_place() -> None:
    html = """<table><tr><td class="font02">引题</td></tr><tr><td class="font01">标题</td></tr>
    <tr><td class="font02">副题</td></tr><tr><td class="font02">本报记者 甲乙</td></tr></table>
    <div id="ozoom"><p>正文的第一段。</p></div>"""
    article = read_article(A, URL, html).article
    assert (article.kicker, article.headline, article.subtitle) == ("引题", "标题", "副题")
    assert (article.byline, article.body) == ("本报记者 甲乙", ("正文的第一段。",))


def test_bare_headings_are_the_last_resort() -> None:
    html = (
        "<div><h3>引题</h3><h1>标题</h1><h2>副题</h2>"
        "<div class=x><p>很长很长的一段正文，足够让人相信它就是正文。</p></div></div>"
    )
    article = read(html).article
    assert (article.kicker, article.headline, article.subtitle) == ("引题", "标题", "副题")
    assert article.body == ("很长很长的一段正文，足够让人相信它就是正文。",)


def test_what_stands_around_a_known_headline_is_read_up_to_the_body() -> None:
    html = """<div class="top"><a href="/">首页</a></div>
    <div class="details"><h3>引题在上</h3><h2 class="detConTit">标题</h2>
    <h4>——副题在下</h4><p>2024年03月05日 来源：澄川日报</p><p>何舟 苏木</p>
    <div id="content_div"><h4>小标题</h4><p>正文。</p></div></div>"""
    article = read_article(family_named("c"), "http://h/shtml/rb/20240305/1.shtml", html).article
    assert (article.kicker, article.headline, article.subtitle) == ("引题在上", "标题", "——副题在下")
    assert (article.byline, article.body) == ("何舟 苏木", ("小标题", "正文。"))


def test_comments_that_know_no_kicker_are_believed() -> None:
    html = "<div><h3>栏目导航</h3><h1>标题</h1><h3>相关</h3></div><!--mpproperty <title>标题</title> /mpproperty-->"
    article = read(html).article
    assert (article.kicker, article.headline, article.subtitle) == ("", "标题", "")


def test_a_page_without_a_headline_takes_the_lists() -> None:
    assert read("<div id=ozoom><p>只有正文。</p></div>", title="目录里的标题").article.headline == "目录里的标题"


@pytest.mark.parametrize("wrong", ["第005版", "05版", "2024年03月05日", "2024-03-05"])
def test_a_label_or_date_in_the_authors_field_is_no_author(wrong: str) -> None:
    assert read(f"<!--mpproperty <title>标题</title><author>{wrong}</author> /mpproperty-->").article.byline == ""


def test_the_first_complete_block_wins_and_an_inner_comment_hides_nothing() -> None:
    said = properties(
        "<!--enpproperty <title>标题</title><author>甲</author>/enpproperty-->"
        "<!--mpproperty <!-- inner --> <title>别的</title><founder-introtitle>引题</founder-introtitle>/mpproperty-->"
    )
    assert (said.headline, said.byline, said.kicker) == ("标题", "甲", "引题")


def test_a_document_pasted_into_the_body_ends_nothing() -> None:
    html = """<html><body><div id=ozoom><founder-content><html><head><title>外来</title><style>p{}</style></head><body>
    <p>第一段。</p></body></html><p>第二段。</p></founder-content></div><h2 id="Title">标题</h2></body></html>"""
    article = read(html).article
    assert (article.headline, article.body) == ("标题", ("第一段。", "第二段。"))


def test_the_wrong_date_and_label_of_a_page_do_not_win_over_its_address() -> None:
    found = read(
        "<!--mpproperty <date>2024-03-09</date><founder-pagenum>01</founder-pagenum><title>标题</title>/mpproperty-->"
    )
    assert found.date == "2024-03-05"
    assert found.label == "01"  # a claim; the page's directory decides


def test_body_without_a_box_of_its_own_loses_title_parts_and_navigation() -> None:
    html = """<div class="article"><h1>标题</h1></div><div id="ozoom"><h1>标题</h1>
    <p>2024年03月05日</p><p>第05版：冰点</p>
    <p>第一段。</p><p>“标题”二字在正文里。</p><p><a href="x">上一篇</a> <a href="y">下一篇</a></p></div>"""
    assert read(html).article.body == ("第一段。", "“标题”二字在正文里。")


def test_line_breaks_make_paragraphs_and_indents_go() -> None:
    html = "<founder-content>　　第一段。<br/>　　第二段。<BR>&nbsp;&nbsp;第三&nbsp;段。<p></p></founder-content>"
    assert read(html).article.body == ("第一段。", "第二段。", "第三 段。")


def test_subheads_stand_in_the_body_and_are_listed() -> None:
    html = """<founder-content><p>第一段。</p><p><strong>小标题</strong></p><p>第二段。</p>
    <p><b>编者按</b>：不是小标题。</p><p><b>这一句加粗，但是一句完整的话。</b></p></founder-content>"""
    article = read(html).article
    assert article.subheads == ("小标题",)
    assert article.body[1] == "小标题"


def test_jump_marks_leave_the_text_and_name_the_page() -> None:
    html = "<founder-content><p>（上接第1版）</p><p>中间。</p><p>结尾。（下转A04版）</p></founder-content>"
    article = read(html).article
    assert (article.body, article.jump_from, article.jump_to) == (("中间。", "结尾。"), "1", "A04")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（下转第四版）", ("", "4", "")),
        ("说完。（下接A2版）", ("说完。", "A2", "")),
        ("（上接第一版《一个比十二个字还要长得多的标题》）后文", ("后文", "", "1")),
        ("话没说完。↓↓↓下转第03版", ("话没说完。", "03", "")),
        ("【紧接第十一版《标题》】后文", ("后文", "", "11")),
        ("他下转行政岗位。", ("他下转行政岗位。", "", "")),
    ],
)
def test_jump_marks_in_their_forms(text: str, expected: tuple[str, str, str]) -> None:
    assert without_jumps(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("本报讯（记者 何舟 通讯员 苏木）今天", "完。"), "记者 何舟 通讯员 苏木"),
        (("本报讯 记者何舟报道：今天",), "记者何舟"),
        (("新华社北京3月5日电（记者何舟、苏木）今天",), "记者何舟、苏木"),
        (("■ 本报记者 何舟", "今天"), "本报记者 何舟"),
        (("文/图 何舟", "今天"), "文/图 何舟"),
        (("今天的事。", "就这样。（何 舟）"), "何 舟"),
        (("今天的事。", "就这样。（完）"), ""),
        (("今天的事。", "来自澄川的消息。（据新华社）"), ""),
        (("记者在现场看到，水面平静。",), ""),
        ((), ""),
    ],
)
def test_authors_that_stand_in_the_text(lines: tuple[str, ...], expected: str) -> None:
    assert byline_in(lines) == expected


def test_a_signature_needs_the_end_of_a_sentence_before_it() -> None:
    assert signature_in(("如下表（何舟）",)) == ""
    assert signature_in(("说完了。（何舟）",)) == "何舟"


@pytest.mark.parametrize(
    ("html", "captions", "credits"),
    [
        (  # the attribute of the picture
            '<div class="attachment"><img src="a.jpg" data-original-title="水面如镜。何舟 摄"></div>',
            ("水面如镜。何舟 摄",),
            ("何舟 摄",),
        ),
        (  # a marker, author first
            '<table id="newspic"><tr><td><img src="a.jpg"></td></tr><tr><td><!--<npm:article-pic-text>-->'
            "作者：(本报记者 何舟 摄)&nbsp;&nbsp;水面如镜。<!--</npm:article-pic-text>--></td></tr></table>",
            ("水面如镜。 本报记者 何舟 摄",),
            ("本报记者 何舟 摄",),
        ),
        (  # the row after the picture, inside the body
            "<founder-content><table><tr><td><img src=a.jpg></td></tr><tr><td>图为水面。（何舟摄影）</td></tr></table>"
            "<p>正文。</p></founder-content>",
            ("图为水面。（何舟摄影）",),
            ("何舟摄影",),
        ),
        (  # the line after the picture, inside the body
            "<founder-content><p><img src=a.jpg></p><p>▲水面如镜</p><p>正文。</p></founder-content>",
            ("▲水面如镜",),
            (),
        ),
        (  # a centred line after the picture, without a photographer; the body is set otherwise
            '<founder-content><p align="center"><img src=a.jpg></p>'
            '<p style="text-align: center">水面如镜</p><p>正文。</p>'
            "</founder-content>",
            ("水面如镜",),
            (),
        ),
        (  # the photographer on a line of his own
            "<founder-content><p><img src=a.jpg></p><p>图为水面。</p><p>何舟 摄</p><p>正文。</p></founder-content>",
            ("图为水面。 何舟 摄",),
            ("何舟 摄",),
        ),
        (  # everything is centred, and so that says nothing; nor does a subhead
            "<founder-content><center><p><img src=a.jpg></p><p>正文。</p><p>正文。</p></center></founder-content>",
            (),
            (),
        ),
        (  # the same caption in two places is one
            '<div class="attachment"><img src="a.jpg" data-original-title="水面。何舟 摄">'
            "<p>水面。何舟&nbsp;摄</p></div>",
            ("水面。何舟 摄",),
            ("何舟 摄",),
        ),
        (  # the attribute of a picture in a box of unknown name
            '<div class="tu"><img src="a.jpg" data-original-title="水面如镜。何舟 摄"></div>',
            ("水面如镜。何舟 摄",),
            ("何舟 摄",),
        ),
        ('<div class="attachment"><img src="a.jpg" alt="a.jpg" title="点击放大"><p></p></div>', (), ()),
    ],
)
def test_captions_from_all_the_places_they_live_in(
    html: str, captions: tuple[str, ...], credits: tuple[str, ...]
) -> None:
    article = read(f"<h2 id=Title>标题</h2>{html}").article
    assert (article.captions, article.credits) == (captions, credits)
    assert article.body in ((), ("正文。",), ("正文。", "正文。"))


def test_a_layout_table_around_the_whole_story_is_no_caption() -> None:
    long = "这是一段很长的正文。" * 60
    html = f"<founder-content><table><tr><td><img src=a.jpg><p>{long}</p></td></tr></table></founder-content>"
    assert read(html).article.body == (long,)


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("作者：何舟 图为水面。", ("图为水面。 何舟", "何舟")),
        ("水面。新华社记者 何舟 摄", ("水面。新华社记者 何舟 摄", "新华社记者 何舟 摄")),
        ("水面（受访者供图）", ("水面（受访者供图）", "受访者供图")),
        ("这是一张规划图", ("这是一张规划图", "")),
    ],
)
def test_credits_at_the_ends_of_captions(caption: str, expected: tuple[str, str]) -> None:
    assert captioned(caption) == expected


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("责任编辑：林一", Kind.CREDIT),
        ("本版责编 林一 美术编辑 周二", Kind.CREDIT),
        ("编辑：林一", Kind.CREDIT),
        ("广告", Kind.ADVERTISEMENT),
        ("公益广告", Kind.ADVERTISEMENT),
        ("今日导读", Kind.GUIDE),
        ("导读", Kind.GUIDE),
        ("遗失声明", Kind.NOTICE),
        ("澄川市水务局公告", Kind.NOTICE),
        ("编辑的一天", Kind.ARTICLE),
        ("广告业迎来复苏", Kind.ARTICLE),
        ("导读课进校园", Kind.ARTICLE),
        ("一位老编辑：稿纸上的四十年", Kind.ARTICLE),
    ],
)
def test_entries_that_are_no_articles_have_their_kind(headline: str, kind: Kind) -> None:
    assert kind_of(headline, (), captioned=False) is kind


def test_a_story_that_is_called_like_a_credit_is_a_story() -> None:
    assert kind_of("编辑：我的三十年", ("话说三十年前，" * 30,), captioned=False) is Kind.ARTICLE


def test_everything_on_a_page_of_advertisements_is_one() -> None:
    assert kind_of("澄川百货春季大促", ("全场八折。",), captioned=False, section="广告") is Kind.ADVERTISEMENT


def test_an_answer_that_holds_nothing_says_so() -> None:
    found = read("<html><body></body></html>")
    assert [p.code for p in found.problems] == ["empty-article"]


def test_every_family_names_skins_that_exist() -> None:
    for family in families():
        for name in family.skins:
            assert skin(name).headline
