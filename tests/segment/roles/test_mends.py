"""Lines taken for something else, put right by their neighbours."""

from __future__ import annotations

import pytest

from newsarchive.segment.roles import mends
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.role import looks
from tests.segment.made import PARTED, each, gapped, look


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
        pytest.param(["更正", "更正"], [Form.DISPLAY] * 2, [1], id="but not of what a notice is called"),
        pytest.param([*"夜读灯夜读灯"], [Form.DISPLAY] * 6, [3, 4, 5], id="an upright headline"),
        pytest.param([*"夜读夜读"], [Form.DISPLAY] * 4, [], id="an upright one of two characters"),
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
        pytest.param([2.0, -4.0, 0.0], [D, D, N], [D, D, N], id="above a headline wider than the column"),
    ],
)
def test_first_lines_read_as_display_type(shorts: list[float], forms: list[Form], expected: list[Form]) -> None:
    assert starts(shorts, forms) == expected


def test_a_paper_without_indents_has_no_indented_starts() -> None:
    lines = each(*["大桥全长一千二百米"] * 4)
    forms = [Form.DISPLAY, Form.START, Form.START, Form.START]
    assert mends.indented_starts(lines, forms, [look(short=s) for s in (2.0, 0.0, 0.0, 0.0)]) == forms


def test_all_mends_keep_the_number_of_lines() -> None:
    lines = each("公益广告", "节约用水", "青石河大桥合龙", "青石河大桥合龙", "昨日大桥合龙。", gaps=(2,))
    forms = [Form.FURNITURE, D, D, D, S]
    mended = mends.mended(lines, forms, [look() for _ in lines])
    assert mended == [Form.FURNITURE, Form.FURNITURE, D, Form.DUPLICATE, S]


def test_the_first_line_of_a_headline_that_is_the_name_of_a_paper() -> None:
    rows = gapped(*PARTED, "青石河日报", "/社招聘记者", "青石河日报", "本版责编")
    forms = [*[Form.START] * 3, Form.FURNITURE, Form.DISPLAY, Form.FURNITURE, Form.FURNITURE]
    out = mends.named_after_the_paper(rows, forms)
    # the name that stands alone is the masthead's
    assert out == [*[Form.START] * 3, Form.DISPLAY, Form.DISPLAY, Form.FURNITURE, Form.FURNITURE]
    # whatever blank lines mean, where a word runs on
    for below, form in (("社招聘记者", Form.DISPLAY), ("招聘记者", Form.FURNITURE)):
        close = each("青石河日报", below, "要闻", gaps=(0,))
        assert mends.named_after_the_paper(close, [Form.FURNITURE, Form.DISPLAY, Form.FURNITURE])[0] is form


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


def test_a_headline_between_blank_lines_above_a_full_line_begins_no_paragraph() -> None:
    seen = [look(short=s) for s in (0.0, 2.0, 0.0, 2.0)]
    forms = [N, D, N, S]
    apart = each("三年以后亩产翻了一番。", "白沙村柚子卖到海外", "果农正在码头清点装箱的柚子", "今年", gaps=(1, 2))
    assert mends.indented_starts(apart, forms, seen) == forms
    # a word runs across the blank line, or there is none above
    torn = each("三年以后亩产翻了一番。", "清早八点村里的果园柚", "子刚刚装进纸箱送到码头边上", "今年", gaps=(1, 2))
    assert mends.indented_starts(torn, forms, seen)[1] is S
    below = each("三年以后亩产翻了一番。", "白沙村柚子卖到海外", "果农正在码头清点装箱的柚子", "今年", gaps=(2,))
    assert mends.indented_starts(below, forms, seen)[1] is S


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        (["老桥边的灯", "方小禾", "灯是傍晚亮起来的。"], Form.BYLINE),
        (["老桥边的灯", "棠宁 方小禾", "灯是傍晚亮起来的。"], Form.BYLINE),
        (["老桥边的灯", "金山岭", "灯是傍晚亮起来的。"], Form.DISPLAY),  # the dictionary has it
        (["灯是傍晚亮起来的。", "方小禾", "灯是傍晚亮起来的。"], Form.DISPLAY),  # no headline above
    ],
)
def test_a_bare_name_below_a_headline(rows: list[str], form: Form) -> None:
    forms = [Form.START if "。" in row else Form.DISPLAY for row in rows]
    assert mends.names_below_heads(each(*rows), forms)[1] is form


def test_of_two_bare_names_the_upper_one_may_be_a_title() -> None:
    forms = [Form.DISPLAY, Form.DISPLAY, Form.BYLINE]
    assert mends.names_below_heads(each("专栏故事", "方小禾", "■沈原"), forms) == forms
