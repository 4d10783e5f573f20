"""What the lines above and below a line tell of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.roles import neighbours
from newsarchive.segment.roles.form import Form
from tests.segment.made import PARTED, each, gapped, look

D, S, N = Form.DISPLAY, Form.START, Form.ON


def among(*forms: Form, rows: tuple[str, ...] = ()) -> list[Form]:
    """A text, a jump line and a heap of headlines, two of them read as ``forms``; then ``rows``, each a paragraph."""
    shown = ("蜜柚装船出海", "夜间不打烊", "八旬老人守桥四十年", "大桥合龙")
    read = each("大桥全长一千二百米。", "（下转第4版）", *shown, *rows)
    held = [Form.ON, Form.JUMP, *forms, *[Form.START] * len(rows)]
    return neighbours.among_heads(read, held, [look()] * len(read))[2:6]


INSIDE = (Form.DISPLAY, Form.START, Form.ON, Form.DISPLAY)


def test_headlines_between_other_headlines() -> None:
    assert among(*INSIDE, rows=("昨日，青石河",)) == [Form.DISPLAY] * 4
    # no text comes behind them, or the rest of one
    assert among(*INSIDE) == [*INSIDE]
    # a paragraph stands below one headline and above nothing
    assert among(*INSIDE[:3], Form.START, rows=("昨日，青石河",)) == [*INSIDE[:3], Form.START]


@pytest.mark.parametrize(
    ("rows", "over"),
    [
        pytest.param(("过河原来要绕行二十公里。", "通车以后"), Form.JUMP, id="a sentence"),
        pytest.param(("过河原来要绕行二十公里，", "通车以后"), Form.JUMP, id="a comma at the end of a line"),
        pytest.param(("过河原来要绕行二十公里", "通车以后"), Form.ON, id="under a subhead"),
    ],
)
def test_text_between_display_type(rows: tuple[str, ...], over: Form) -> None:
    read = each("大桥全长一千二百米。", "三分钟过河", *rows, "图书馆夜间不打烊", "昨日，图书馆")
    forms = [over, Form.DISPLAY, Form.START, Form.ON, Form.DISPLAY, Form.START]
    assert neighbours.among_heads(read, forms, [look()] * 6) == forms


def over_a_lead(*rows: str, above: Form = Form.FURNITURE) -> list[Form]:
    """Lines read as text below something, then one of display type and a lead."""
    read = each("要闻", *rows, "大桥要造得结实", "本报讯 昨日，大桥合龙。")
    forms = [above, S, *[N] * (len(rows) - 1), D, S]
    seen = [*[look()] * (len(rows) + 2), look(lead=True)]
    return neighbours.kickers_over_leads(read, forms, seen)[1 : 1 + len(rows)]


def test_a_kicker_over_a_headline_and_a_lead() -> None:
    assert over_a_lead("县长在青石河大桥", "工地上强调") == [D, D]
    # a text stands above, or a sentence ends in it, or nothing closes as a kicker does
    assert over_a_lead("县长在青石河大桥", "工地上强调", above=N) == [S, N]
    assert over_a_lead("大桥合龙。县长在", "工地上强调") == [S, N]
    assert over_a_lead("县长在青石河大桥", "工地上走了走") == [S, N]


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        pytest.param("八旬老人守桥四十年", True, id="headlines"),
        pytest.param("八旬老人守桥四十年。", False, id="a sentence"),
    ],
)
def test_what_is_drawn_twice_is_no_text(last: str, shown: bool) -> None:
    read = each("本报记者 方小禾", "蜜柚装船出海", "蜜柚装船出海", last, "本报记者 陶一舟")
    forms = [Form.BYLINE, S, Form.DUPLICATE, N, Form.BYLINE]
    expected = [Form.BYLINE, D, Form.DUPLICATE, D, Form.BYLINE] if shown else forms
    assert neighbours.drawn_twice(read, forms) == expected


WIDE = ("本报记者 方小禾", "图书馆夜间不打烊", "青石河上游首座跨河大桥今晨合龙", "昨日，青石河", "大桥合龙。")


@pytest.mark.parametrize(
    ("over", "indent", "form"),
    [
        pytest.param(-1.0, 2.0, D, id="a line wider than the column"),
        pytest.param(-0.5, 2.0, S, id="squeezed marks"),
        pytest.param(-1.0, 0.0, S, id="no paragraph begins behind it"),
    ],
)
def test_a_line_wider_than_its_column_is_no_text(over: float, indent: float, form: Form) -> None:
    read = each(*WIDE)
    seen = [look(), look(), look(short=over), look(short=indent), look(short=4.0)]
    made = neighbours.too_wide(read, [Form.BYLINE, S, N, N, N], seen)
    assert made == [Form.BYLINE, form, D if form is D else N, S if form is D else N, N]


@pytest.mark.parametrize(
    ("rows", "shorts", "over"),
    [
        pytest.param(["一根网线", "牵动万千车间"], [5.0, 3.0], True, id="it stops within a sentence and has room"),
        pytest.param(["陆续开学，学校要紧跟", "技术前沿，在工业软"], [2.0, 0.0], False, id="torn text fills its line"),
        pytest.param(["大桥合龙。村民放起", "了鞭炮"], [2.0, 6.0], False, id="a sentence has ended in it"),
        pytest.param(["一", "二", "三", "四"], [9.0] * 4, False, id="too many lines"),
    ],
)
def test_a_headline_over_its_byline(rows: list[str], shorts: list[float], over: bool) -> None:
    lines = each(*rows, "本报记者 方小禾")
    forms = [S, *[N] * (len(rows) - 1), Form.BYLINE]
    seen = [look(short=short) for short in (*shorts, 0.0)]
    expected = [D] * len(rows) if over else forms[:-1]
    assert neighbours.heads_over_bylines(lines, forms, seen)[:-1] == expected


@pytest.mark.parametrize(
    ("behind", "read", "after", "over"),
    [
        pytest.param(Form.JUMP, (N, N), N, True, id="behind a jump line nothing goes on"),
        pytest.param(D, (S,), N, True, id="below a kicker"),
        pytest.param(S, (S, N), S, True, id="no mark in it, and the text below is a new one"),
        pytest.param(S, (S, N), N, False, id="the text goes on below"),
        pytest.param(Form.CREDIT, (N, N), S, False, id="the end of a torn text"),
    ],
)
def test_a_headline_over_its_byline_that_fills_its_column(
    behind: Form, read: tuple[Form, ...], after: Form, over: bool
) -> None:
    rows = each("大桥合龙。", "一个人的图书馆", "和一座村庄的书", "方小禾", "昨日，青石河")
    lines = [rows[0], *rows[1 : 1 + len(read)], *rows[3:]]
    forms = [behind, *read, Form.BYLINE, after]
    expected = [D] * len(read) if over else list(read)
    assert neighbours.heads_over_bylines(lines, forms, [look()] * len(lines))[1:-2] == expected


@pytest.mark.parametrize(
    ("rows", "read", "over"),
    [
        pytest.param(
            ["青石河上添新桥", "大桥合龙，两岸通车", "本报讯 昨日，"], (D, N, S), True, id="below its first line"
        ),
        pytest.param(
            ["工人放起了鞭", "答复来了：年底通车", "本报讯 昨日，"], (N, N, S), True, id="behind an open text"
        ),
        pytest.param(
            ["工人放起了鞭", "炮，两岸都听见", "本报讯 昨日，"], (N, N, S), False, id="a comma in a torn text"
        ),
        pytest.param(["工人放起了鞭", "炮。", "本报讯 昨日，"], (N, N, S), False, id="the end of a text"),
        pytest.param(
            ["都通了。（作者系临水大", "学桥梁系教授）", "本报讯 昨日，"], (N, N, S), False, id="the end of a bracket"
        ),
    ],
)
def test_a_headline_over_a_lead_that_fills_its_column(rows: list[str], read: tuple[Form, ...], over: bool) -> None:
    lines = each(*rows)
    seen = [look(), look(), look(lead=True)]
    assert neighbours.heads_over_leads(lines, list(read), seen)[1] is (D if over else N)


@pytest.mark.parametrize(
    ("first", "gaps", "whole"),
    [
        pytest.param("今年青石河治理现场会", (0, 2), True, id="a box of its own"),
        pytest.param("今年青石河治理现场会", (), False, id="no blank line"),
        pytest.param("老人说，这座桥他等了", (0, 2), False, id="a text"),
    ],
)
def test_both_lines_of_a_headline_over_a_lead(first: str, gaps: tuple[int, ...], whole: bool) -> None:
    lines = each(
        first, "在大桥桥头举行", "本报讯 昨日，大桥举行合龙仪式，", "昨日合龙。", "通车，两", "年。", gaps=(*gaps, 4)
    )
    seen = [look(), look(), look(lead=True), look(), look(), look()]
    out = neighbours.heads_over_leads(lines, [S, N, S, N, S, N], seen)
    assert out[:2] == [D if whole else S, D]


def heap(*forms: Form, shorts: tuple[float, ...] = (0.0, 3.0, 1.0)) -> list[Form]:
    """Three headlines read as a paragraph, between texts; ``shorts`` is what they miss of their column."""
    rows = each(
        "大桥合龙。", "本报记者 方小禾", "青石河大桥合龙", "夜间阅览室开放", "蜜柚装船出海", "方小禾 摄", "昨日，"
    )
    seen = [look(), look(), *[look(short=short) for short in shorts], look(), look()]
    return neighbours.heaps(rows, list(forms), seen)


READ = (Form.ON, Form.BYLINE, Form.START, Form.ON, Form.ON, Form.CREDIT, Form.START)


def test_headlines_one_below_the_other() -> None:
    assert heap(*READ) == [*READ[:2], *[Form.DISPLAY] * 3, *READ[5:]]
    # nothing shows where every line but the last fills its column, or the first is indented
    assert heap(*READ, shorts=(0.0, 0.2, 4.0)) == [*READ]
    assert heap(*READ, shorts=(2.0, 0.2, 4.0)) == [*READ]
    # a headline narrower than the one above it shows what its own column does not
    narrow = each(
        "大桥合龙。", "本报记者 方小禾", "青石河大桥合龙", "柚子出海", "图书馆夜间不打烊", "方小禾 摄", "昨日，"
    )
    assert neighbours.heaps(narrow, list(READ), [look()] * 7) == [*READ[:2], *[Form.DISPLAY] * 3, *READ[5:]]
    # the rest of a paragraph follows
    assert heap(*READ[:-1], Form.ON) == [*READ[:-1], Form.ON]


def test_headlines_below_a_text_without_a_blank_line() -> None:
    rows = each("大桥全长一千二", "鞭炮。", "山洪过后九小时 无伤亡", "图书馆不打烊", "蜜柚装船出海", "昨日，青石河")
    forms = [Form.START, Form.ON, Form.START, Form.ON, Form.ON, Form.START]
    seen = [look(short=short) for short in (0.0, 5.0, -1.5, 3.0, 4.0, 2.0)]
    assert neighbours.heaps(rows, forms, seen) == [Form.START, Form.ON, *[Form.DISPLAY] * 3, Form.START]


def test_a_headline_of_two_lines_behind_a_signature() -> None:
    rows = gapped(*PARTED[:2], "通车以后只要三分钟。（方小禾）", "青石河首条“共享", "/菜园”开园")
    read = [*[Form.START] * 3, Form.ON, Form.ON]
    assert neighbours.heads_behind(rows, read) == [*[Form.START] * 3, Form.DISPLAY, Form.DISPLAY]
    unsigned = gapped(*PARTED, "青石河首条“共享", "/菜园”开园")
    assert neighbours.heads_behind(unsigned, read) == read


def test_a_letter_spaced_headline_of_two_lines_behind_its_text() -> None:
    rows = gapped(*PARTED, "青石河首座", "跨河大桥合龙")
    spaced = [*rows[:3], *(replace(row, apart=True) for row in rows[3:])]
    read = [*[Form.START] * 2, *[Form.ON] * 3]
    assert neighbours.heads_behind(spaced, read) == [*read[:3], Form.DISPLAY, Form.DISPLAY]
    assert neighbours.heads_behind(rows, read) == read


@pytest.mark.parametrize("end", ["通车以后只要三分钟。", "通车以后只要三分钟。（方小禾）"])
@pytest.mark.parametrize("headline", ["青石河大桥合龙", "青石河（上游）大桥合龙"])
def test_a_headline_behind_its_text(end: str, headline: str) -> None:
    rows = gapped(*PARTED[:2], end, headline)
    assert neighbours.heads_behind(rows, [Form.START] * 4) == [*[Form.START] * 3, Form.DISPLAY]


@pytest.mark.parametrize(
    ("last", "after"),
    [
        pytest.param("夜间开放到十二点。", (), id="a sentence"),
        pytest.param("特此公告广大读者", (), id="the close of a notice"),
        pytest.param("方小禾", (), id="a name"),
        pytest.param("青石河交通局", ("2031年4月2日",), id="with text below it"),
    ],
)
def test_a_last_line_that_is_no_headline(last: str, after: tuple[str, ...]) -> None:
    forms = [Form.START] * (4 + len(after))
    assert neighbours.heads_behind(gapped(*PARTED, last, *after), forms) == forms


def test_the_foot_of_a_text_that_stops_inside_a_sentence_is_no_headline() -> None:
    forms = [Form.START] * 4
    assert neighbours.heads_behind(gapped(*PARTED[:2], "通车以后只要", "三分钟过河不绕行"), forms) == forms


# A subhead between two paragraphs, and how far its line and the one below it stay below the column.
UNDER = [
    pytest.param("夜里十二点打烊", "馆长算了一笔账，夜间", 6.0, 2.0, True, id="the line below is indented"),
    pytest.param("夜里十二点打烊", "“账算得清，”馆长说，夜", 0.0, 1.0, True, id="it begins with a quotation mark"),
    pytest.param("夜里十二点打烊", "读者：夜里冷不冷？有", 0.0, 0.0, True, id="a question of an interview"),
    pytest.param("阅览室开放到夜里十", "二点以后，读者也能来", 0.0, 2.0, False, id="a word across"),
    pytest.param("夜里十二点打烊", "馆长算了一笔账，夜间多", 2.0, 0.0, False, id="the line itself is indented"),
    pytest.param("阅览室的藏书达到", "2.6万册，读者也能来", 0.0, 2.0, False, id="a number that cannot be cut"),
    pytest.param("馆长：夜里十二点打烊", "馆长算了一笔账，夜间", 6.0, 2.0, False, id="somebody speaks"),
    pytest.param("“夜里十二点打烊", "馆长算了一笔账，夜间", 6.0, 2.0, False, id="a quotation that goes on"),
    pytest.param("夜里十二点打烊。", "馆长算了一笔账，夜间", 6.0, 2.0, False, id="a sentence"),
]


@pytest.mark.parametrize(("line", "below", "short", "below_short", "subhead"), UNDER)
def test_a_subhead_over_an_indented_line(
    line: str, below: str, short: float, below_short: float, subhead: bool
) -> None:
    asked = ["读者：几点打烊？", "读者：谁来值班？"]
    rows = each(*asked, "两点以后有人来借书。", line, below, "多花电费八千元。")
    forms = [Form.START, Form.START, Form.START, Form.START, Form.ON, Form.ON]
    seen = [look(), look(), look(short=6.0), look(short=short), look(short=below_short), look()]
    out = neighbours.over_indented_lines(rows, forms, seen)
    assert out[3:5] == ([Form.DISPLAY, Form.START] if subhead else [Form.START, Form.ON])


# A line with a text of its own below it, and how far it stays below its column.
OVER_A_START = [
    pytest.param("懂书容易，懂读者很难", "馆长算了一笔账，夜间", 6.0, True, id="a subhead"),
    pytest.param("阅览室开放到夜里，", "馆长算了一笔账，夜间", 6.0, False, id="a clause"),
    pytest.param("多云，午后有风，入夜渐", "冷。馆长说添了热水", 6.0, False, id="two commas"),
    pytest.param("读者下班以后也能到这", "馆长算了一笔账，夜间", 2.0, False, id="the last line of a column"),
    pytest.param("青石河图书馆", "2031年4月2日", 6.0, False, id="the issuer of a notice"),
    pytest.param("有意者请于月底前到馆", "馆长办公室报名。", 4.0, False, id="the close of a notice"),
]


@pytest.mark.parametrize(("line", "below", "short", "subhead"), OVER_A_START)
def test_a_subhead_read_as_a_paragraph_of_its_own(line: str, below: str, short: float, subhead: bool) -> None:
    rows = each("两点以后有人来借书。", line, below)
    forms = [Form.ON, Form.START, Form.START]
    out = neighbours.over_indented_lines(rows, forms, [look(short=6.0), look(short=short), look()])
    assert (out[1] is Form.DISPLAY) is subhead


def test_a_line_below_a_full_one_is_no_subhead() -> None:
    rows = each("开到夜里十二点，有人来借书。", "夜里十二点打烊以后", "馆长算了一笔账，夜间")
    forms = [Form.ON, Form.START, Form.ON]
    assert neighbours.over_indented_lines(rows, forms, [look(), look(), look(short=2.0)]) == forms


def test_the_date_of_a_notice_is_no_headline_of_the_byline_below_it() -> None:
    lines = each("谨此讣告。", "方小禾同志治丧小组", "2031年4月6日", "讲述/沈原", "昨日，青石河")
    forms = [N, S, S, Form.BYLINE, S]
    assert neighbours.heads_over_bylines(lines, forms, [look()] * 5) == forms


def test_nothing_stands_over_a_byline_at_the_top_of_a_page() -> None:
    forms = [Form.BYLINE, Form.START]
    assert neighbours.heads_over_bylines(each("本报记者 方小禾", "昨日大桥"), forms, [look(short=9.0)] * 2) == forms


def test_the_headline_of_picture_news_above_its_caption() -> None:
    rows = ["白沙村：柚子装船", "11月19日，白沙村的柚子头一次装船", "出海，果农在码头送行。", "方小禾 摄"]
    start, on, display, credit = Form.START, Form.ON, Form.DISPLAY, Form.CREDIT
    lines = each(*rows, gaps=(0,))
    assert neighbours.heads_of_captions(lines, [start, on, on, on]) == [display, start, on, credit]
    # Without a credit it may be text beside a picture, with a comma it is text.
    assert neighbours.heads_of_captions(lines[:3], [start, on, on]) == [start, on, on]
    said = each("在白沙村，柚子", *rows[1:], gaps=(0,))
    assert neighbours.heads_of_captions(said, [start, on, on, credit]) == [start, on, on, credit]
    # A first line is two ems short, not four.
    indented = each("白沙村的柚子今年头一次装船", *rows[1:], gaps=(0,))
    assert neighbours.heads_of_captions(indented, [start, on, on, credit]) == [start, on, on, credit]


@pytest.mark.parametrize(
    ("first", "short", "gaps", "head"),
    [
        pytest.param("谁来守桥，", 6.0, (0, 1, 2, 3, 5), True, id="a headline"),
        pytest.param("谁来守桥。", 6.0, (0, 1, 2, 3, 5), False, id="a sentence"),
        pytest.param("馆长介绍，", 0.0, (0, 1, 2, 3, 5), False, id="what follows fills its column"),
        pytest.param("谁来守桥，", 6.0, (0, 1, 2, 3, 4, 5), False, id="a blank line between them"),
    ],
)
def test_the_first_line_of_a_headline_read_as_a_paragraph(
    first: str, short: float, gaps: tuple[int, ...], head: bool
) -> None:
    rows = each(*PARTED, first, "桥怎么守", "昨日，大桥合龙。", gaps=gaps)
    seen = [*[look()] * 4, look(short=short), look()]
    out = neighbours.heads_begun(rows, [S, S, S, S, D, S], seen)
    assert (out[3] is D) is head


@pytest.mark.parametrize(
    ("line", "gaps", "headed", "head"),
    [
        pytest.param("城南图书馆夜间开放到十二点", (2, 3), False, True, id="said in a lead with no headline"),
        pytest.param("城南图书馆夜间开放到十二点", (2, 3), True, False, id="the lead has one"),
        pytest.param("城南图书馆夜间开放到十二点", (2,), False, False, id="text right below"),
        pytest.param("主塔高九十六米横跨两岸村庄", (2, 3), False, False, id="said elsewhere"),
        pytest.param("城南图书馆，夜间开放到十二点", (2, 3), False, False, id="a mark"),
    ],
)
def test_a_headline_as_wide_as_its_column_is_said_in_a_lead(
    line: str, gaps: tuple[int, ...], headed: bool, head: bool
) -> None:
    rows = each(
        "大桥全长一千二百米，主塔高九", "十六米，两岸村民过河原来要绕", line, "行二十公里。", "通车。",
        "本报讯 从本周起，城南图书馆夜", "间开放到十二点，读者下班以后", gaps=(0, *gaps, 5),
    )  # fmt: skip
    seen = [look(lead=n == 5) for n in range(len(rows))]
    read = [S, N, N, N, D if headed else N, S, N]
    assert (neighbours.heads_said_in_leads(rows, read, seen)[2] is D) is head


def test_a_headline_may_ask_in_its_last_line() -> None:
    first, second, text = "末班车能不能", "晚走二十分？", "村民来信说，孩子放学赶不上车。"
    asked = [Form.DISPLAY, Form.START, Form.START]
    rows = gapped(first, f"/{second}", text)
    assert neighbours.headlines_that_ask(rows, asked) == [Form.DISPLAY, Form.DISPLAY, Form.START]
    # a sentence that goes on, or one below a blank line, is text
    for others in (gapped(first, f"/{second}", f"/{text}"), gapped(first, second, text)):
        assert neighbours.headlines_that_ask(others, asked) == asked


def test_a_question_over_several_columns_above_a_headline_is_none() -> None:
    rows = each("工人撤场。", "夜里十点以后，过河的人还有没有别的路？", "夜间摆渡", "工人在桥面上")
    seen = [look(10.0), look(10.0, -9.0), look(10.0), look(10.0)]
    forms = [S, S, D, S]
    assert neighbours.too_wide(rows, forms, seen)[1] is D
    # a caption below a picture over several columns
    rows[1] = each("夜里十点以后，过河的人只有一条路可走了。")[0]
    assert neighbours.too_wide(rows, forms, seen)[1] is S
