"""Who owns what on a page, and as what."""

from __future__ import annotations

import pytest

from newsarchive.model import Article, Kind, Role
from newsarchive.segment import segment
from newsarchive.segment.draft import Plan
from newsarchive.segment.page import read_page
from newsarchive.segment.plan import plan_articles
from newsarchive.segment.roles.form import Form
from tests.segment.made import BRIDGE, LIBRARY, POMELO, Story, page, wrapped

COLUMN = BRIDGE.column()


def planned(text: str) -> Plan:
    read = read_page(text)
    return plan_articles(read.lines, read.forms, read.seen, read.paras, read.blocks, read.pictures)


def articles(*parts: str | list[str]) -> dict[str, Article]:
    """The articles of a page by their headlines."""
    return {a.headline: a for a in segment(page(*parts)).articles}


FULL = page(
    "第4版", BRIDGE.headline, "本报记者 方小禾", COLUMN[4:8], "绕行成为历史", COLUMN[8:], "（下转第4版）", "",
    "图为工人在桥面上作业。", "方小禾 摄", "", LIBRARY.headline, LIBRARY.column(), "（丁一帆）",
)  # fmt: skip


def held_by(plan: Plan) -> list[int]:
    """The lines of every article and what belongs to it."""
    out = []
    for draft in plan.drafts:
        for part in (draft.kicker, draft.headline, draft.subtitle, draft.byline, draft.signature, draft.jump_to):
            out.extend(part)
        out.extend([*draft.jump_from, *draft.credits])
        out.extend(i for _, lines in draft.body for i in lines)
        out.extend(i for lines in draft.captions for i in lines)
    return out


def test_no_line_is_given_twice() -> None:
    held = held_by(planned(FULL))
    assert len(held) == len(set(held))


def test_every_line_of_a_body_is_given() -> None:
    plan = planned(FULL)
    body = {i for i, form in enumerate(plan.forms) if form in (Form.START, Form.ON)}
    assert body <= set(held_by(plan))


def test_a_page_without_text_has_no_articles() -> None:
    assert planned("").drafts == []
    assert planned("青石河大桥顺利合龙\n").drafts == []


def test_a_subhead_is_no_headline() -> None:
    made = articles(BRIDGE.headline, COLUMN[:4], "绕行成为历史", COLUMN[4:], "", LIBRARY.headline, LIBRARY.column())
    assert list(made) == [BRIDGE.headline, LIBRARY.headline]
    assert made[BRIDGE.headline].subheads == ("绕行成为历史",)
    assert made[BRIDGE.headline].body[1] == "绕行成为历史"


def test_a_headline_above_the_first_paragraph_is_no_subhead() -> None:
    made = articles(BRIDGE.headline, COLUMN, "", LIBRARY.headline, LIBRARY.column())
    assert all(a.subheads == () for a in made.values())


def test_a_kicker_and_a_subtitle_go_with_their_headline() -> None:
    made = articles(
        "走进工地看变化",
        "",
        BRIDGE.headline,
        "",
        "——来自青石河的报道",
        "",
        COLUMN,
        "",
        LIBRARY.headline,
        "",
        LIBRARY.column(),
    )
    article = made[BRIDGE.headline]
    assert article.subtitle == "——来自青石河的报道"
    assert made[LIBRARY.headline].subtitle == made[LIBRARY.headline].kicker == ""


def test_a_pen_name_alone_is_a_byline() -> None:
    essay = ["大桥合龙那天我站在桥头，", *COLUMN[5:]]
    made = segment(page("站在大桥桥头的那一天", "", "苏木禾", "", essay, "", LIBRARY.headline, LIBRARY.column()))
    assert "苏木禾" in made.articles[0].byline


def test_a_pen_name_above_a_text_is_no_headline() -> None:
    # its headline was read elsewhere
    parts = ("订报热线：0888-5550110", "", "桑榆", "", POMELO.column()[4:], "", BRIDGE.headline, COLUMN)
    made = segment(page(*parts)).articles
    assert [(a.headline, a.byline) for a in made if a.headline != BRIDGE.headline] == [("", "桑榆")]


def test_three_characters_without_a_surname_above_a_headline_are_the_name_of_a_column() -> None:
    parts = (LIBRARY.headline, "", "枕边灯", "", BRIDGE.headline, "", LIBRARY.column(), "", COLUMN)
    assert [a.kicker for a in segment(page(*parts)).articles] == ["", "枕边灯"]


def test_the_first_item_of_short_news_begins_them_where_their_headline_stands_apart() -> None:
    items = [
        "●青石镇图书馆下月起夜间开放，周末延长两小时。",
        "●白沙村柚子节月底开幕，设摊位六十个。",
        "●渡口轮渡停航三天，行人可绕行新桥。",
    ]
    lines = [line for item in items for line in wrapped(item)]
    parts = ("简明新闻", "", BRIDGE.headline, "", COLUMN, "", lines)
    bodies = {a.headline: "".join(a.body) for a in segment(page(*parts)).articles}
    assert not any("●" in body and "大桥" in body for body in bodies.values())
    assert any(body.count("●") == len(items) for body in bodies.values())


def test_a_short_title_is_said_in_its_text_or_has_a_byline_below() -> None:
    said = "每年春天甘棠开花，村口一片雪白，老人搬出竹椅坐在树下喝茶，说起年轻时候的事情。"
    assert "甘棠" in articles("甘棠", wrapped(said) * 3, "", BRIDGE.headline, COLUMN)
    assert "甘棠" in articles("甘棠", "本报记者 方小禾", LIBRARY.column()[4:], "", BRIDGE.headline, COLUMN)


def test_the_second_half_of_a_story_says_where_it_comes_from() -> None:
    made = segment(page("（上接第1版）", COLUMN[4:], "", LIBRARY.headline, LIBRARY.column()))
    assert made.articles[0].jump_from == "1"
    assert made.articles[0].headline == ""


def test_the_first_half_says_where_it_goes() -> None:
    made = articles(BRIDGE.headline, COLUMN, "（下转第4版）", "", LIBRARY.headline, LIBRARY.column())
    assert made[BRIDGE.headline].jump_to == "4"
    assert made[LIBRARY.headline].jump_to == ""


def test_a_signature_belongs_to_the_text_above_it() -> None:
    made = articles(BRIDGE.headline, COLUMN[1:], "（方小禾）", "", LIBRARY.headline, LIBRARY.column())
    assert made[BRIDGE.headline].signature == made[BRIDGE.headline].byline == "方小禾"


NOTICE = ["因大桥桥面铺装，四月二日起", "桥头路段封闭，请过往车辆绕行。", "青石河交通局", "2031年4月2日"]


def test_a_notice_is_a_notice() -> None:
    article = segment(page("桥头路段封闭通告", "", NOTICE, "", LIBRARY.headline, LIBRARY.column())).articles[0]
    assert (article.kind, article.headline, article.byline) == (Kind.NOTICE, "桥头路段封闭通告", "")
    assert article.body[0] == "因大桥桥面铺装，四月二日起桥头路段封闭，请过往车辆绕行。"


def test_issuer_and_date_are_the_last_paragraphs_of_a_notice() -> None:
    article = segment(page("桥头路段封闭通告", "", NOTICE, "", LIBRARY.headline, LIBRARY.column())).articles[0]
    assert article.body[-2:] == ("青石河交通局", "2031年4月2日")


def test_a_page_number_is_in_no_article() -> None:
    made = segment(page("第4版", BRIDGE.headline, COLUMN))
    assert made.stretches[0].role is Role.FURNITURE
    assert made.stretches[0].article is None


def test_the_signs_of_an_article() -> None:
    signs = [d.signs for d in planned(FULL).drafts]
    assert all(s is not None for s in signs)
    first = signs[0]
    assert first is not None
    assert (first.headline, first.marked_start, first.marked_end, first.torn) == (True, True, True, 0)
    assert first.margin > 0


def test_two_articles_never_share_a_headline() -> None:
    made = segment(
        page(BRIDGE.headline, COLUMN, "", COLUMN, "", COLUMN, "", COLUMN, "", POMELO.headline, POMELO.column())
    )
    heads = [s for s in made.stretches if s.role is Role.HEADLINE]
    assert len({s.article for s in heads}) == len(heads)


def test_a_heap_of_headlines_without_blank_lines() -> None:
    stories = (BRIDGE, LIBRARY, POMELO)
    heap = [s.headline for s in (POMELO, BRIDGE, LIBRARY)]
    made = segment(page("少年棋手连赢三局", heap, *[s.column() for s in stories]))
    found = {a.headline: "".join(a.body).replace(" ", "") for a in made.articles if a.body}
    assert found == {s.headline: "".join(s.paragraphs).replace(" ", "") for s in stories}


@pytest.mark.parametrize("width", [15, 18, 20, 22])
def test_two_short_articles_on_a_page(width: int) -> None:
    chess = (
        "“我只想着下一步。”十二岁的棋手林小满放下棋子，腼腆地笑了，全国少年象棋赛昨晚在白鹭城落幕。",
        "林小满五岁学棋，父亲是修鞋匠，鞋摊上常年摆着一副旧棋盘，父子俩边修鞋边对弈，街坊都来围观。",
        "教练说，这孩子输了棋从不哭，回家把整盘棋默写下来，第二天再来问为什么，三年写满了八个本子。",
    )
    second = Story("少年棋手连赢三局", chess)
    made = segment(page(POMELO.headline, "", POMELO.column(width), "", second.headline, "", second.column(width)))
    assert [a.headline for a in made.articles] == [POMELO.headline, second.headline]


LETTER = [
    "编辑同志：",
    *Story("", ("我家门前的路灯坏了半年，夜里路灯不亮，老人出门摔过两次，盼着路灯早日修好。",)).column(),
]
ANSWER = Story("", ("本报讯 针对读者反映的路灯问题，水务局昨日派人查看，路灯已经修好，夜里又亮了起来。",)).column()


def test_who_answered_stands_over_the_answer() -> None:
    for shown in (("水务局回复：路灯已经修好", "路灯坏了谁来修"), ("路灯坏了谁来修", "水务局回复：路灯已经修好")):
        made = articles(*(x for head in shown for x in (head, "")), LETTER, "", ANSWER, "", BRIDGE.headline, COLUMN)
        assert made["路灯坏了谁来修"].body[0].startswith("编辑同志")
        assert made["水务局回复：路灯已经修好"].body[0].startswith("本报讯 针对")


def test_a_letter_whose_salutation_stands_apart_has_the_headline_that_says_what_it_says() -> None:
    shown = ("路灯坏了谁来修", "", "水务局回复：路灯已经修好", "")
    made = articles(*shown, LETTER[:1], "", LETTER[1:], "", ANSWER, "", BRIDGE.headline, COLUMN)
    assert made["路灯坏了谁来修"].body[0] == "编辑同志："


def test_an_advertisement_for_staff_stands_under_what_says_so() -> None:
    advert = Story("", ("因业务发展需要，本社现面向社会公开招聘编辑三名，有意者请将简历寄来。",)).column()
    made = articles("白鹭出版社诚聘英才", "", "春到白鹭洲", "", BRIDGE.headline, "", COLUMN, "", advert)
    assert made["白鹭出版社诚聘英才"].body[0].startswith("因业务发展需要")


def test_the_rows_of_a_table_are_paragraphs_of_one_article() -> None:
    rows = ["剂型 开封后 存放", "滴眼液 4周 按标签避光", "糖浆 1至3个月 不必冷藏", "软膏 2个月 25℃以下"]
    above = wrapped("药盒上的日子说的是没有拆封的时候，拆开以后要照这张表收好，一样一样写在盖子上。")
    below = wrapped("用完以后拧紧盖子，放到孩子够不着的地方，过了日子的药不要再吃，也不要倒进河里。")
    text = page("拆开的药放多久", above, rows, below)
    (article,) = segment(text).articles
    assert [row.replace(" ", "") for row in article.body[1:5]] == [row.replace(" ", "") for row in rows]
    assert len(article.body) == 6


def test_a_slogan_right_above_a_headline_is_its_kicker_though_the_text_says_nothing_of_it() -> None:
    over = ["春播一线 实看准备", "", BRIDGE.headline]
    made = articles("第4版", "", POMELO.headline, POMELO.column(), "", *over, "", "本报记者 方小禾", COLUMN)
    assert made[BRIDGE.headline].kicker == "春播一线 实看准备"
