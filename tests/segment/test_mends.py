"""Lines taken for something else, put right by their neighbours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment import mends
from newsarchive.segment.lines import Line, split
from newsarchive.segment.roles import Form, looks
from tests.segment.made import each, look


@pytest.mark.parametrize(
    ("rows", "forms", "marked"),
    [
        pytest.param(["大桥合龙", "大桥合龙"], [Form.DISPLAY] * 2, [1], id="one after the other"),
        pytest.param(
            ["大桥合龙", "夜间不打烊", "大桥合龙"], [Form.DISPLAY] * 3, [2], id="with another headline between"
        ),
        pytest.param(["方小禾 摄", "方小禾 摄"], [Form.CREDIT] * 2, [1], id="a credit"),
        pytest.param(["村民都说好。", "村民都说好。"], [Form.ON] * 2, [], id="a body may say a thing twice"),
        pytest.param(["大桥合龙", *"一二三", "大桥合龙"], [Form.DISPLAY] * 5, [], id="too far apart"),
        pytest.param(["要闻", "要闻"], [Form.DISPLAY] * 2, [], id="two characters are too few"),
    ],
)
def test_duplicates(rows: list[str], forms: list[Form], marked: list[int]) -> None:
    out = mends.duplicates(each(*rows), forms)
    assert [n for n, form in enumerate(out) if form is Form.DUPLICATE] == marked
    assert [form for n, form in enumerate(out) if n not in marked] == [
        form for n, form in enumerate(forms) if n not in marked
    ]


def test_the_first_line_of_a_notice_of_a_loss() -> None:
    rows = each(
        "遗失声明", "青石河第二建筑公司遗失公", "章一枚，声明作废。", "方小禾遗失驾驶证，声明作废。", gaps=(0, 1, 2, 3)
    )
    forms = mends.notices(rows, [Form.DISPLAY, Form.DISPLAY, Form.START, Form.ON])
    assert forms == [Form.DISPLAY, Form.START, Form.ON, Form.START]
    # A headline may tell of a loss too; nothing is declared void below it.
    found = each("老人遗失十万元", "民警连夜帮他找了回来。")
    assert mends.notices(found, [Form.DISPLAY, Form.START]) == [Form.DISPLAY, Form.START]


def test_a_line_that_turns_to_the_reader_is_no_headline() -> None:
    assert mends.notices(each("有意者请于月底前", "寄来简历。"), [Form.DISPLAY, Form.START])[0] is Form.START
    rows = each("有意者请于月底前将", "简历寄到青石河图书馆", "，电话见下。")
    assert mends.notices(rows, [Form.DISPLAY, Form.DISPLAY, Form.START]) == [Form.START, Form.ON, Form.ON]


def test_nothing_goes_on_with_the_date_of_a_notice() -> None:
    rows = each("请车辆绕行。", "青石河交通局", "2031年4月2日", "工人在桥面上作业，大桥")
    forms = [Form.ON, Form.DISPLAY, Form.FURNITURE, Form.ON]
    assert mends.sign_offs(rows, forms)[3] is Form.START


def test_issuer_and_date_close_a_notice() -> None:
    rows = each("请车辆绕行。", "青石河交通局", "2031年4月2日", "图书馆夜间不打烊")
    forms = [Form.ON, Form.DISPLAY, Form.FURNITURE, Form.DISPLAY]
    assert mends.sign_offs(rows, forms) == [Form.ON, Form.START, Form.START, Form.DISPLAY]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("车辆绕行，请", id="the sentence is not finished"),
        pytest.param("大桥合龙", id="no body stands above"),
    ],
)
def test_a_headline_above_a_date_closes_nothing(before: str) -> None:
    rows = each(before, "图书馆夜间不打烊", "2031年4月2日")
    above = Form.DISPLAY if before == "大桥合龙" else Form.ON
    forms = [above, Form.DISPLAY, Form.FURNITURE]
    assert mends.sign_offs(rows, forms) == forms


def test_the_second_line_of_a_subhead() -> None:
    rows = each("绕行二十公里", "成为历史", "大桥全长一千二百米，主塔高")
    assert mends.display_tails(rows, [Form.DISPLAY, Form.START, Form.START])[1] is Form.DISPLAY
    # with a mark inside, or with more of its paragraph below it, it is the body's
    assert (
        mends.display_tails(each("绕行", "通车了，", "大桥"), [Form.DISPLAY, Form.START, Form.START])[1] is Form.START
    )
    assert mends.display_tails(rows, [Form.DISPLAY, Form.START, Form.ON])[1] is Form.START


def starts(shorts: list[float], forms: list[Form]) -> list[Form]:
    """The forms of lines that stay so many ems below their column, after the mend; an indented paragraph follows."""
    lines = each(*["大桥全长一千二百米"] * len(shorts), "图书馆夜间不打烊")
    seen = [look(short=short) for short in (*shorts, 2.0)]
    return mends.indented_starts(lines, [*forms, Form.START], seen)[:-1]


S, N, D = Form.START, Form.ON, Form.DISPLAY


@pytest.mark.parametrize(
    ("shorts", "forms", "expected"),
    [
        pytest.param([2.0, 0.0], [D, S], [S, N], id="a first line above a full one"),
        pytest.param([2.0, 0.0, 0.0], [D, D, N], [S, N, N], id="two lines of it"),
        pytest.param([2.0, 2.0], [D, S], [D, S], id="a subhead above an indented line"),
        pytest.param([5.0, 0.0], [D, S], [D, S], id="too short to be a first line"),
    ],
)
def test_first_lines_read_as_display_type(shorts: list[float], forms: list[Form], expected: list[Form]) -> None:
    assert starts(shorts, forms) == expected


def test_a_paper_without_indents_has_no_indented_starts() -> None:
    lines = each(*["大桥全长一千二百米"] * 4)
    forms = [Form.DISPLAY, Form.START, Form.START, Form.START]
    assert mends.indented_starts(lines, forms, [look(short=s) for s in (2.0, 0.0, 0.0, 0.0)]) == forms


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
    assert mends.heads_over_bylines(lines, forms, seen)[:-1] == expected


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
    assert mends.heads_over_bylines(lines, forms, [look()] * len(lines))[1:-2] == expected


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
    ],
)
def test_a_headline_over_a_lead_that_fills_its_column(rows: list[str], read: tuple[Form, ...], over: bool) -> None:
    lines = each(*rows)
    seen = [look(), look(), look(lead=True)]
    assert mends.heads_over_leads(lines, list(read), seen)[1] is (D if over else N)


def test_the_slogan_of_an_advertisement() -> None:
    forms = [Form.FURNITURE, D, D, S]
    two = each("公益广告", "节约用水", "从点滴做起", "昨日大桥合龙。")
    assert mends.slogans(two, forms) == [*[Form.FURNITURE] * 3, S]
    # both halves stand on one line: a headline comes next
    one = each("公益广告", "节约用水 从点滴做起", "大桥合龙", "昨日大桥合龙。")
    assert mends.slogans(one, forms) == [Form.FURNITURE, Form.FURNITURE, D, S]
    long = each("公益广告", "节约用水", "青石河大桥顺利合龙", "昨日大桥合龙。")
    assert mends.slogans(long, forms) == [Form.FURNITURE, Form.FURNITURE, D, S]


def test_all_mends_keep_the_number_of_lines() -> None:
    lines = each("公益广告", "节约用水", "青石河大桥合龙", "青石河大桥合龙", "昨日大桥合龙。", gaps=(2,))
    forms = [Form.FURNITURE, D, D, D, S]
    mended = mends.mended(lines, forms, [look() for _ in lines])
    assert mended == [Form.FURNITURE, Form.FURNITURE, D, Form.DUPLICATE, S]


def test_a_question_beside_a_picture_is_no_byline_and_no_headline() -> None:
    rows = each("记者：桥为什么修在这里？", "方小禾：两岸的人", "记者：夜里开工", "冷不冷？", "记者：谁设计了它？")
    forms = [Form.START, Form.START, Form.BYLINE, Form.ON, Form.START]
    assert mends.questions(rows, forms) == [Form.START, Form.START, Form.START, Form.ON, Form.START]
    shown = [Form.START, Form.START, Form.DISPLAY, Form.DISPLAY, Form.START]
    longer = each(
        "记者：桥为什么修在这里？", "方小禾：两岸的人", "记者：夜里开工", "桥面上冷", "不冷？", "记者：谁设计了它？"
    )
    assert mends.questions(longer, [*shown[:4], Form.ON, Form.START])[2:5] == [Form.START, Form.ON, Form.ON]


def test_a_byline_above_one_question_stays() -> None:
    rows = each("记者：方小禾", "大桥昨日合龙", "记者：谁设计了它？")
    forms = [Form.BYLINE, Form.START, Form.START]
    assert mends.questions(rows, forms) == forms


def gapped(*rows: str) -> list[Line]:
    """Lines as a dump has them whose blank lines part paragraphs: a row that begins with a slash has none before it."""
    return split("\n".join(row[1:] if row.startswith("/") else "\n" + row for row in rows) + "\n")


PARTED = ("桥面铺装月底开始。", "岸边的人都来看。", "通车以后只要三分钟。")


def test_the_first_line_of_a_headline_that_is_the_name_of_a_paper() -> None:
    rows = gapped(*PARTED, "青石河日报", "/社招聘记者", "青石河日报", "本版责编")
    forms = [*[Form.START] * 3, Form.FURNITURE, Form.DISPLAY, Form.FURNITURE, Form.FURNITURE]
    out = mends.named_after_the_paper(rows, forms)
    # the name that stands alone is the masthead's
    assert out == [*[Form.START] * 3, Form.DISPLAY, Form.DISPLAY, Form.FURNITURE, Form.FURNITURE]


# Headlines and subheads, each parted from its text by a blank line.
PARTED_HEADS = (
    "大桥合龙",
    "本报讯 昨日，",
    "清晨吊装",
    "项目经理介绍，",
    "三分钟过河",
    "通车以后",
    "夜间不打烊",
    "馆长算了一笔账，",
)


def test_the_first_lines_of_a_paragraph_beside_a_picture() -> None:
    rows = gapped(*PARTED_HEADS, "大桥", "/全长", "/一千二百米，主塔高九十六米，", "/两岸村民过河")
    forms = [*[Form.DISPLAY, Form.START] * 4, Form.DISPLAY, Form.DISPLAY, Form.START, Form.ON]
    assert mends.narrow_starts(rows, forms, looks(rows)) == [
        *[Form.DISPLAY, Form.START] * 4,
        Form.START,
        *[Form.ON] * 3,
    ]


def test_where_texts_stand_right_below_their_headlines_a_short_line_is_one() -> None:
    rows = gapped("大桥合龙", "/昨日，青石河大桥", "清晨吊装", "/项目经理介绍，", "夜间不打烊", "馆长算了一笔账，")
    forms = [Form.DISPLAY, Form.START] * 3
    assert mends.narrow_starts(rows, forms, looks(rows)) == forms


def test_a_headline_right_above_a_lead_stays() -> None:
    rows = gapped(*PARTED_HEADS, "大桥合龙", "/本报讯 （记者 方小禾） 昨日，")
    forms = [Form.DISPLAY, Form.START] * 5
    assert mends.narrow_starts(rows, forms, looks(rows)) == forms


def test_without_blank_lines_nothing_tells_a_paragraph_from_a_headline() -> None:
    rows = each("大桥合龙", "一千二百米，主塔高")
    assert mends.narrow_starts(rows, [Form.DISPLAY, Form.START], looks(rows)) == [Form.DISPLAY, Form.START]


def test_text_that_a_picture_leaves_little_room() -> None:
    rows = each("在图书馆的", "墙上画了", "一棵大", "树，每一", "片叶子上", "写着一个名字。")
    forms = [Form.ON, *[Form.DISPLAY] * 4, Form.START]
    assert mends.beside_pictures(rows, forms) == [Form.ON] * 6
    # after a full stop a paragraph begins, and a lead below stays one
    rows = each("过了河。", "墙上画了", "一棵大树", "树，每一", "片叶子上", "本报讯 昨日，")
    assert mends.beside_pictures(rows, forms) == [Form.ON, Form.START, *[Form.ON] * 3, Form.START]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("清晨吊装", "三分钟过河", "夜间不打烊", "蜜柚装船"), id="headlines without a comma"),
        pytest.param(("清晨，吊装", "过河", "青石河大桥", "装船"), id="of several widths"),
        pytest.param(("一二三，四五六七", "一二三四五六七八", "一二三四五六七八", "一二三四"), id="too wide"),
        pytest.param(("一棵大", "树，每", "一片叶"), id="too few"),
    ],
)
def test_short_display_lines_that_stay(rows: tuple[str, ...]) -> None:
    forms = [*[Form.DISPLAY] * len(rows), Form.ON]
    assert mends.beside_pictures(each(*rows, "大桥全长一千二百米"), forms) == forms


def heap(*forms: Form, shorts: tuple[float, ...] = (0.0, 3.0, 1.0)) -> list[Form]:
    """Three headlines read as a paragraph, between texts; ``shorts`` is what they miss of their column."""
    rows = each(
        "大桥合龙。", "本报记者 方小禾", "青石河大桥合龙", "夜间阅览室开放", "蜜柚装船出海", "方小禾 摄", "昨日，"
    )
    seen = [look(), look(), *[look(short=short) for short in shorts], look(), look()]
    return mends.heaps(rows, list(forms), seen)


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
    assert mends.heaps(narrow, list(READ), [look()] * 7) == [*READ[:2], *[Form.DISPLAY] * 3, *READ[5:]]
    # the rest of a paragraph follows
    assert heap(*READ[:-1], Form.ON) == [*READ[:-1], Form.ON]


def test_headlines_below_a_text_without_a_blank_line() -> None:
    rows = each("大桥全长一千二", "鞭炮。", "山洪过后九小时 无伤亡", "图书馆不打烊", "蜜柚装船出海", "昨日，青石河")
    forms = [Form.START, Form.ON, Form.START, Form.ON, Form.ON, Form.START]
    seen = [look(short=short) for short in (0.0, 5.0, -1.5, 3.0, 4.0, 2.0)]
    assert mends.heaps(rows, forms, seen) == [Form.START, Form.ON, *[Form.DISPLAY] * 3, Form.START]


def test_a_headline_of_two_lines_behind_a_signature() -> None:
    rows = gapped(*PARTED[:2], "通车以后只要三分钟。（方小禾）", "青石河首条“共享", "/菜园”开园")
    read = [*[Form.START] * 3, Form.ON, Form.ON]
    assert mends.heads_behind(rows, read) == [*[Form.START] * 3, Form.DISPLAY, Form.DISPLAY]
    unsigned = gapped(*PARTED, "青石河首条“共享", "/菜园”开园")
    assert mends.heads_behind(unsigned, read) == read


def test_a_letter_spaced_headline_of_two_lines_behind_its_text() -> None:
    rows = gapped(*PARTED, "青石河首座", "跨河大桥合龙")
    spaced = [*rows[:3], *(replace(row, apart=True) for row in rows[3:])]
    read = [*[Form.START] * 2, *[Form.ON] * 3]
    assert mends.heads_behind(spaced, read) == [*read[:3], Form.DISPLAY, Form.DISPLAY]
    assert mends.heads_behind(rows, read) == read


@pytest.mark.parametrize("end", ["通车以后只要三分钟。", "通车以后只要三分钟。（方小禾）"])
@pytest.mark.parametrize("headline", ["青石河大桥合龙", "青石河（上游）大桥合龙"])
def test_a_headline_behind_its_text(end: str, headline: str) -> None:
    rows = gapped(*PARTED[:2], end, headline)
    assert mends.heads_behind(rows, [Form.START] * 4) == [*[Form.START] * 3, Form.DISPLAY]


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
    assert mends.heads_behind(gapped(*PARTED, last, *after), forms) == forms


def test_the_foot_of_a_text_that_stops_inside_a_sentence_is_no_headline() -> None:
    forms = [Form.START] * 4
    assert mends.heads_behind(gapped(*PARTED[:2], "通车以后只要", "三分钟过河不绕行"), forms) == forms


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        pytest.param(["上游的村子只有", "216户人家，二十年来没有人", "搬走。"], True, id="cut before its number"),
        pytest.param(["上游的村子", "216户人家，二十年来没有人", "搬走。"], False, id="a headline"),
        pytest.param(["上游的村子只有", "几户人家，二十年来没有人", "搬走。"], False, id="no number"),
    ],
)
def test_a_first_line_cut_before_a_number(rows: list[str], text: bool) -> None:
    forms = [Form.DISPLAY, Form.START, Form.ON]
    lines = each(*rows, gaps=(0,))
    out = mends.cut_before_numbers(lines, forms, [look() for _ in rows])
    assert out == ([Form.START, Form.ON, Form.ON] if text else forms)


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
    out = mends.over_indented_lines(rows, forms, seen)
    assert out[3:5] == ([Form.DISPLAY, Form.START] if subhead else [Form.START, Form.ON])


# A line with a text of its own below it, and how far it stays below its column.
OVER_A_START = [
    pytest.param("懂书容易，懂读者很难", "馆长算了一笔账，夜间", 6.0, True, id="a subhead"),
    pytest.param("阅览室开放到夜里，", "馆长算了一笔账，夜间", 6.0, False, id="a clause"),
    pytest.param("读者下班以后也能到这", "馆长算了一笔账，夜间", 2.0, False, id="the last line of a column"),
    pytest.param("青石河图书馆", "2031年4月2日", 6.0, False, id="the issuer of a notice"),
    pytest.param("有意者请于月底前到馆", "馆长办公室报名。", 4.0, False, id="the close of a notice"),
]


@pytest.mark.parametrize(("line", "below", "short", "subhead"), OVER_A_START)
def test_a_subhead_read_as_a_paragraph_of_its_own(line: str, below: str, short: float, subhead: bool) -> None:
    rows = each("两点以后有人来借书。", line, below)
    forms = [Form.ON, Form.START, Form.START]
    out = mends.over_indented_lines(rows, forms, [look(short=6.0), look(short=short), look()])
    assert (out[1] is Form.DISPLAY) is subhead


def test_a_line_below_a_full_one_is_no_subhead() -> None:
    rows = each("开到夜里十二点，有人来借书。", "夜里十二点打烊以后", "馆长算了一笔账，夜间")
    forms = [Form.ON, Form.START, Form.ON]
    assert mends.over_indented_lines(rows, forms, [look(), look(), look(short=2.0)]) == forms


def test_nothing_stands_over_a_byline_at_the_top_of_a_page() -> None:
    forms = [Form.BYLINE, Form.START]
    assert mends.heads_over_bylines(each("本报记者 方小禾", "昨日大桥"), forms, [look(short=9.0)] * 2) == forms


def test_the_headline_of_picture_news_above_its_caption() -> None:
    rows = ["白沙村：柚子装船", "11月19日，白沙村的柚子头一次装船", "出海，果农在码头送行。", "方小禾 摄"]
    start, on, display, credit = Form.START, Form.ON, Form.DISPLAY, Form.CREDIT
    lines = each(*rows, gaps=(0,))
    assert mends.heads_of_captions(lines, [start, on, on, on]) == [display, start, on, credit]
    # Without a credit it may be text beside a picture, with a comma it is text.
    assert mends.heads_of_captions(lines[:3], [start, on, on]) == [start, on, on]
    said = each("在白沙村，柚子", *rows[1:], gaps=(0,))
    assert mends.heads_of_captions(said, [start, on, on, credit]) == [start, on, on, credit]
    # A first line is two ems short, not four.
    indented = each("白沙村的柚子今年头一次装船", *rows[1:], gaps=(0,))
    assert mends.heads_of_captions(indented, [start, on, on, credit]) == [start, on, on, credit]
