"""What the pairing sees of a page: what stands before every paragraph, what may head an article."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles import evidence
from newsarchive.segment.articles.pair import Between, Page
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.page import read_page, segment
from newsarchive.segment.roles.form import Form
from tests.segment.made import BRIDGE, LIBRARY, page, wrapped

PLAIN = BRIDGE.column()
NEXT = LIBRARY.column()[4:]  # no lead


def seen(text: str) -> Page:
    read = read_page(text)
    return evidence.page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)


def before(*between: str, after: list[str] = NEXT) -> Between:
    """What is seen before a paragraph when these lines stand between it and the one above."""
    text = page(BRIDGE.headline, PLAIN, *between, after)
    read = read_page(text)
    first = next(
        n for n, p in enumerate(read.paras) if read.lines[p.lines[0]].flat == read_page(page(after)).lines[0].flat
    )
    return seen(text).between[first]


def test_nothing_between_two_paragraphs() -> None:
    here = before()
    assert here.blocks == ()
    assert here.bar == 0.0
    assert not any(
        (here.opens, here.closed, here.before_open, here.open_start, here.listed, here.byline, here.other, here.wider)
    )


def test_a_headline_between() -> None:
    here = before("图书馆夜间不打烊")
    assert len(here.blocks) == 1
    assert here.bar > 0


def test_the_headline_of_a_notice_opens_one_and_is_no_subhead() -> None:
    here, other = before("图书馆闭馆通告"), before("图书馆夜间不打烊")
    assert here.opens
    assert not other.opens
    assert here.bar > evidence.SUBHEADS > other.bar


def test_a_byline_between() -> None:
    assert before("图书馆夜间不打烊", "本报记者 丁一帆").byline


def test_a_page_number_between() -> None:
    assert before("第4版").other


@pytest.mark.parametrize(
    ("closing", "closed"),
    [
        pytest.param("（下转第4版）", True, id="a jump line"),
        pytest.param("（方小禾）", True, id="a signature"),
        pytest.param("第4版", False, id="furniture"),
        pytest.param("　　桥名应为“青石桥”。特此更正。", True, id="a correction"),
    ],
)
def test_what_closes_an_article(closing: str, closed: bool) -> None:
    assert before(closing).closed is closed


def test_a_correction_closes_nothing_where_a_headline_stands_below() -> None:
    """The headline says by itself that another article begins."""
    sorry = "　　桥名应为“青石桥”。特此更正。"
    assert before(sorry).closed
    assert not before(sorry, "图书馆夜间不打烊").closed


@pytest.mark.parametrize(("signs", "closed"), [("青石河市人民法院", True), ("本报编辑部", False)])
def test_none_but_the_paper_signs_its_correction(signs: str, closed: bool) -> None:
    """An office with the date below it signs what stands above, but for a correction."""
    rows = ["　　桥名应为“青石桥”。特此更正。", signs, "2031年4月2日"]
    read = read_page(page(BRIDGE.headline, PLAIN, *rows, "", LIBRARY.column()))
    signed = next(n for n, p in enumerate(read.paras) if read.lines[p.lines[0]].flat == signs)
    made = evidence.page_of(read.lines, read.forms, read.seen, read.paras, read.blocks)
    assert made.between[signed].closed is closed


@pytest.mark.parametrize(
    ("closing", "jumps"),
    [
        pytest.param("（下转第4版）", True, id="on another page"),
        pytest.param("（上接第1版）", False, id="from another page"),
        pytest.param("（方小禾）", False, id="a signature"),
    ],
)
def test_what_goes_on_on_another_page(closing: str, jumps: bool) -> None:
    found = seen(page(BRIDGE.headline, PLAIN, closing, LIBRARY.column())).jumps
    assert found == (frozenset([len(BRIDGE.paragraphs) - 1]) if jumps else frozenset())


@pytest.mark.parametrize(
    ("opening", "opens", "continued"),
    [
        pytest.param("本报讯 （记者 丁一帆） 馆长算了一笔账，夜间开放每月多花电费八千元。", True, False, id="a lead"),
        pytest.param("（上接第1版）馆长算了一笔账，夜间开放每月多花电费八千元。", True, True, id="上接"),
        pytest.param("晴转多云，午后西北风3到4级，最高气温12℃，相对湿度四成。", True, False, id="the weather"),
        pytest.param("馆长算了一笔账，夜间开放每月多花电费八千元，借书的读者很多。", False, False, id="neither"),
    ],
)
def test_what_opens_an_article(opening: str, opens: bool, continued: bool) -> None:
    here = before(after=wrapped(opening))
    assert (here.opens, here.continued) == (opens, continued)


@pytest.mark.parametrize(
    ("above", "opens"),
    [
        pytest.param("馆长算了一笔账，夜间开放每月多花电费八千元。", True, id="below another text"),
        pytest.param(
            "阴有小雨，午后偏北风2到3级，最高气温9℃，湿度六成，出门请带伞。",
            False,
            id="below the forecast of another place",
        ),
        pytest.param("阴，馆长算了一笔账，夜间开放每月多花电费八千元。", True, id="only the sky is named above"),
    ],
)
def test_the_weather_of_several_places_is_one_article(above: str, opens: bool) -> None:
    rows = wrapped("晴转多云，西北风3到4级，最高气温12℃，相对湿度四成。")
    assert before(*wrapped(above), after=rows).opens is opens


@pytest.mark.parametrize(
    ("opening", "word"),
    [
        ("近日，馆长算了一笔账，夜间开放每月多花电费八千元。", "fresh"),
        ("此外，馆长还算了一笔账，夜间开放每月多花电费八千元。", "continuing"),
        ("馆长算了一笔账，夜间开放每月多花电费八千元。", ""),
    ],
)
def test_first_words(opening: str, word: str) -> None:
    assert before(after=wrapped(opening)).first_words == word


def test_a_colon_announces_what_follows() -> None:
    text = page(BRIDGE.headline, PLAIN, wrapped("馆长在借书台前算了这样一笔账："), NEXT)
    assert seen(text).between[-2].announced


def test_an_interview_changes_speakers() -> None:
    talk = [
        wrapped(f"{who}：夜间开放每月要多花多少电费，读者来得多不多，请您说说。") for who in ("记者", "馆长", "记者")
    ]
    between = seen(page(LIBRARY.headline, LIBRARY.column(), *talk)).between
    # the first who speaks follows nobody
    assert [b.speech for b in between] == [False, False, False, False, True, True]


@pytest.mark.parametrize(
    ("before", "text", "goes_on"),
    [
        pytest.param("记者：桥为什么修在这里？", "方小禾：两岸原来只有渡船。", True, id="an answer"),
        pytest.param("两岸原来只有渡船。", "方小禾：绕行要走二十公里。", False, id="nobody spoke before"),
        pytest.param("编辑同志：", "编辑回复：路灯月底修好。", True, id="the paper answers a letter"),
        pytest.param("编辑回复：路灯月底修好。", "做法：莲子提前泡两小时。", False, id="behind the paper's answer"),
    ],
)
def test_who_may_take_a_turn(before: str, text: str, goes_on: bool) -> None:
    assert evidence.goes_on_talking(before, text) is goes_on


def test_a_column_of_another_width() -> None:
    narrow, wide = BRIDGE.column(11), LIBRARY.column(18)
    between = seen(page(BRIDGE.headline, narrow * 2, LIBRARY.headline, wide * 2)).between
    assert sum(b.wider for b in between) == 1


def block(first: int, count: int = 1, flat: str = "大桥顺利合龙", **how: bool) -> Block:
    shown = {"spaced": False, "vertical": False, **how}
    return Block(tuple(range(first, first + count)), flat, width=float(len(flat)), **shown)


@pytest.mark.parametrize(
    ("firsts", "stacks"),
    [
        pytest.param([], [], id="no block"),
        pytest.param([0], [(0,)], id="one"),
        pytest.param([0, 1], [(0,), (1,), (0, 1)], id="two together"),
        pytest.param([0, 5], [(0,), (1,)], id="two apart"),
        pytest.param(
            [0, 1, 2, 3],
            [(0,), (1,), (2,), (3,), (0, 1), (0, 1, 2), (1, 2), (1, 2, 3), (2, 3)],
            id="never more than kicker, headline and subtitle",
        ),
    ],
)
def test_what_may_head_an_article(firsts: list[int], stacks: list[tuple[int, ...]]) -> None:
    assert evidence.stacked([block(n) for n in firsts]) == stacks


@pytest.mark.parametrize(
    ("forms", "heap"),
    [
        pytest.param("DDDD", {0, 1, 2, 3}, id="four in a row"),
        pytest.param("DDD", set(), id="three may be one head"),
        pytest.param("DFDFDFD", {0, 1, 2, 3}, id="a page number between them is no text"),
        pytest.param("DDSDD", set(), id="text between them"),
        pytest.param("DSDDDDD", {1, 2, 3, 4, 5}, id="one in its place and a heap"),
    ],
)
def test_headlines_collected_in_one_place(forms: str, heap: set[int]) -> None:
    names = {"D": Form.DISPLAY, "S": Form.START, "F": Form.FURNITURE}
    shown = [block(n) for n, form in enumerate(forms) if form == "D"]
    assert evidence.heaped([names[form] for form in forms], shown) == heap


def test_the_date_of_issue_makes_no_heap() -> None:
    shown = [block(0), block(1, flat="2031.4.2星期三"), block(2), block(3)]
    assert evidence.heaped([Form.DISPLAY] * 4, shown) == set()


def test_a_page_without_text() -> None:
    made = seen("")
    assert (list(made.paras), list(made.heads), made.closed, made.heaped) == ([], [], False, 0.0)


TALK = [
    *wrapped("记者：桥为什么修在这里？两岸的村民原来怎么过河，绕行要走多远？"),
    *wrapped("方小禾：两岸原来只有渡船，遇上大风就停航，绕行的山路有二十公里。"),
]
MORE = [
    *wrapped("记者：钢梁吊装为什么选在清晨，无风的时候误差能做到多小？"),
    *wrapped("方小禾：误差不到两毫米，桥面铺装将在月底开始，请大家放心。"),
]


@pytest.mark.parametrize(
    ("between", "listed"),
    [
        pytest.param((), True, id="nothing between"),
        pytest.param(("清晨吊装",), True, id="a subhead"),
        pytest.param(
            ("图书馆夜间不打烊读者下班以后也能来借书", "本报记者 丁一帆"), False, id="a headline and a byline"
        ),
    ],
)
def test_an_interview_goes_on_with_its_next_question(between: tuple[str, ...], listed: bool) -> None:
    text = page(BRIDGE.headline, TALK, *between, MORE)
    assert seen(text).between[-2].listed is listed


@pytest.mark.parametrize(
    ("after", "inside"),
    [
        pytest.param(NEXT, True, id="a paragraph below it"),
        pytest.param(LIBRARY.column(), False, id="the lead of another article below it"),
    ],
)
def test_a_block_between_two_paragraphs(after: list[str], inside: bool) -> None:
    assert ("fit:inside" in seen(page(PLAIN, "清晨吊装", after)).fitness[0]) is inside


def test_what_turns_to_the_reader_closes_a_list() -> None:
    jobs = "一、馆员两名，能上夜班。", "二、修书匠一名，手艺要好。"
    assert evidence._listed([*jobs], "有意者请于月底前将简历寄到图书馆。")
    assert not evidence._listed(["馆长算了一笔账。"], "有意者请于月底前将简历寄到图书馆。")


def test_items_of_short_news_are_signed_one_by_one() -> None:
    items = ["●新桥昨日通车，两岸村民都来看。（方小禾）", "●水厂昨日开建，明年通水。（沈原）"]
    text = page("简讯", [row for item in items for row in wrapped(item)], "", wrapped("螺纹钢本周每吨涨了三十元。"))
    _, second, behind = seen(text).between[:3]
    assert (second.closed, second.listed, second.opens) == (False, True, False)
    assert (behind.closed, behind.opens) == (True, True)


SIGNED = (
    "青石河水厂昨日开建，明年通水，两岸三千户人家从此不再挑水吃。（编译：沈小原）",
    "白沙村的蜜柚装船出海，头一批三十吨前天离港，果农笑得合不拢嘴。（编译：方小禾）",
)


@pytest.mark.parametrize(
    ("label", "listed"),
    [
        pytest.param("各地短讯", True, id="below a label of short news"),
        pytest.param("两岸新事", False, id="no label of such on the page"),
    ],
)
def test_short_news_signed_one_by_one_without_bullets(label: str, listed: bool) -> None:
    first, second = seen(page(label, *map(wrapped, SIGNED))).between
    assert (first.listed, second.listed) == (False, listed)
    assert second.closed


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        pytest.param("铺装将在月底开始。（本报记者 方小禾）", True, id="a signature"),
        pytest.param("铺装将在月底开始。（下月六日通车，预计）", False, id="what is no name"),
    ],
)
def test_a_signature_torn_over_two_lines_closes_an_article(words: str, closed: bool) -> None:
    torn = wrapped(f"两岸的村民都盼着通车，桥面{words}")
    assert "（" not in torn[-1]
    between = seen(page(BRIDGE.headline, PLAIN, torn, LIBRARY.column())).between
    assert between[len(BRIDGE.paragraphs) + 1].closed is closed


def test_items_of_short_news_follow_each_other_behind_one_bullet() -> None:
    assert evidence._listed(["▲图书馆夜间不打烊。", "馆长算了一笔账。"], "▲青石河大桥合龙。")
    assert not evidence._listed(["●图书馆夜间不打烊。"], "▲青石河大桥合龙。")
    assert not evidence._listed(["馆长算了一笔账。"], "▲青石河大桥合龙。")


@pytest.mark.parametrize(
    ("before", "text", "listed"),
    [
        pytest.param("【入选条件】年满十八岁。", "【受试者权益】免费检查。", True, id="labels in brackets"),
        pytest.param("06:50 渔船出港。", "11:32 渔船回港。", True, id="hours"),
        pytest.param("女0417 护士，爱爬山。", "男0422 教师，爱下棋。", True, id="codes"),
        pytest.param("馆长算了一笔账。", "【受试者权益】免费检查。", False, id="the first label"),
        pytest.param("06:50 渔船出港。", "【受试者权益】免费检查。", False, id="another form"),
        pytest.param("2031年花开得早。", "2032年花开得晚。", False, id="years are no codes"),
    ],
)
def test_items_without_numbers_begin_alike(before: str, text: str, listed: bool) -> None:
    assert evidence._listed([before], text) is listed


GREETING = "丁大夫：您好！我女儿六岁半，夜里磨牙咯咯响，奶奶说她肚里有蛔虫。"
REPLY = "小禾妈妈：您好！如今城乡饮水洁净，蛔虫已不多见，别急着用药。"


def test_a_letter_greets_and_so_does_its_answer() -> None:
    letter, answer = seen(page(BRIDGE.headline, PLAIN, wrapped(GREETING), wrapped(REPLY))).between[-2:]
    assert (letter.opens, letter.genre) == (True, "letter")
    assert not answer.opens


def test_the_date_of_a_notice_begins_no_article() -> None:
    assert before("青石河自来水公司", after=["2031年4月2日", *NEXT]).listed
    assert not before("青石河自来水公司").listed


def test_small_advertisements_open_together() -> None:
    rows = [
        *wrapped("年轻读者占了大半，馆长说阅览室里还要添热水和台灯。"),
        "遗失声明 沈小原遗失青石河市",
        "房屋证，声明作废。",
        "注销公告 青石河茶社决定注销",
        "，请债权人申报债权。",
    ]
    made = segment("\n".join(rows))
    assert [len(article.body) for article in made.articles] == [1, 2]
