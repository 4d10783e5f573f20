"""What each line is: told by its words, by its place in the column, and by the lines around it."""

from __future__ import annotations

import pytest

from newsarchive.segment.lines.line import gap_style
from newsarchive.segment.roles import role
from newsarchive.segment.roles.form import BODY, Form
from newsarchive.segment.roles.look import Look
from tests.segment.made import BRIDGE, LIBRARY, drawn, each, look, page


def forms_of(text: str) -> dict[str, Form]:
    """The form of every line of a page; the lines of these pages differ."""
    read = drawn(text)
    return dict(zip((line.flat for line in read), role.read(read)[0], strict=True))


@pytest.mark.parametrize(
    ("shown", "form"),
    [
        ("（下转第4版）", Form.JUMP),
        ("（上接第1版）", Form.JUMP),
        ("（方小禾）", Form.SIGNATURE),
        ("方小禾 摄", Form.CREDIT),
        ("本报记者 方小禾", Form.BYLINE),
        ("第4版", Form.FURNITURE),
        # a lead opens a paragraph, though it names a reporter as a byline does
        ("本报讯 （记者 方小禾） 昨日，", None),
        # a signature, a jump line behind the end of a text: the line is body
        ("桥面铺装将在月底开始。（方小禾）", None),
        ("桥面铺装将在月底开始。（下转第4版）", None),
        ("青石河大桥顺利合龙", None),
        ("行二十公里山路，通车以后只要三", None),
    ],
)
def test_form_that_the_words_alone_tell(shown: str, form: Form | None) -> None:
    assert role.fixed_form(each(shown)[0].flat) is form


@pytest.mark.parametrize(
    ("shown", "column", "ems"),
    [
        ("九十六米，两岸村民过河原来要绕", 15.0, 0.0),
        ("分钟。", 15.0, 12.0),
        # the two marks may be squeezed to half an em each
        ("九十六米，两岸村民过河原来要绕。", 15.0, 0.0),
        # wider than the column whatever is squeezed
        ("青石河大桥顺利合龙两岸村民过河不再绕行", 15.0, -4.0),
        ("分钟。", 0.0, 0.0),  # nothing is known of the column
    ],
)
def test_room_left_in_a_line(shown: str, column: float, ems: float) -> None:
    assert role.below(each(shown)[0], column) == ems


LEADS = [
    "本报讯 （记者 方小禾） 昨日，青",
    "新华社青石河4月2日电 大桥最",
    "（上接第1版）大桥全长一千二百",
    "编辑同志：",
]


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize(
    "before",
    [
        pytest.param("九十六米，两岸村民过河原来要绕", id="after an open sentence that fills its line"),
        pytest.param("分钟。", id="after a short last line"),
        pytest.param("绕行成为历史", id="after display type"),
        pytest.param("，两岸村民过河原来要绕行二十公", id="after a torn line"),
    ],
)
def test_a_lead_is_never_read_as_a_continuation(before: str, lead: str) -> None:
    text = page(BRIDGE.column()[4:6], before, lead, LIBRARY.column()[1:])
    assert forms_of(text)[lead] not in (Form.ON, Form.DISPLAY)


def test_a_lead_on_two_lines_opens_one_paragraph() -> None:
    seen = role.looks(each("新华社青石河4月2日电", "（记者 方小禾） 大桥最后一段钢"))
    assert [look.lead for look in seen] == [True, False]
    # what goes on below ends it
    seen = role.looks(each("据新华社青石河4", "月2日电 大桥最后一段钢"))
    assert [look.lead for look in seen] == [True, False]


def test_a_line_that_names_an_agency_is_no_lead_without_a_telegram() -> None:
    for below in ("月2日发布的消息说，大", "桥昨日合龙，电力供应"):
        assert not role.looks(each("据新华社青石河4", below))[0].lead


@pytest.mark.parametrize(
    ("rows", "twice"),
    [
        pytest.param(["青石河大桥顺利合龙"] * 2, True, id="a headline drawn twice"),
        pytest.param(["本报记者 方小禾"] * 2, False, id="a reporter with two articles"),
        pytest.param(["图书馆夜间不打烊", "青石河大桥顺利合龙"], False, id="two headlines"),
        pytest.param(["好！", "好！"], False, id="too short to tell"),
    ],
)
def test_a_line_drawn_twice(rows: list[str], twice: bool) -> None:
    assert (role.looks(each(*rows))[1].fixed is Form.DUPLICATE) is twice


def test_a_quotation_stays_open_until_it_is_shut() -> None:
    seen = role.looks(each("村民说：“过河原来", "要绕行二十公里。", "现在只要三分钟。”", "桥面铺装月底开始。"))
    assert [look.open_quote for look in seen] == [False, True, True, False]


def test_a_quotation_that_is_never_shut_does_not_reach_over_the_page() -> None:
    seen = role.looks(each("村民说：“过河原来", *["要绕行二十公里。"] * 20))
    assert seen[1].open_quote
    assert not seen[-1].open_quote


def test_the_room_that_a_word_of_the_next_line_did_not_find_is_not_short() -> None:
    column = ["行二十公里山路，通车以后只要三"] * 4
    seen = role.looks(each(*column, "记者看到大桥的软件版本为", "BridgeOS4的控制系统已在运行", *column))
    assert seen[4].short == 0.0


@pytest.mark.parametrize(
    ("gapped", "style"),
    [
        pytest.param((), "none", id="no blank lines"),
        pytest.param((3, 6, 9), "para", id="after finished sentences"),
        pytest.param((1, 4, 7, 8), "any", id="anywhere"),
    ],
)
def test_what_blank_lines_mean(gapped: tuple[int, ...], style: str) -> None:
    rows = ["大桥全长一千二百米，主塔", "过河要绕行，通车以后只要", "三分钟，村民都说好。"] * 4
    text = "\n".join(("\n" if n in gapped else "") + row for n, row in enumerate(rows))
    assert gap_style(drawn(text)) == style


def test_nothing_is_read_in_nothing() -> None:
    assert role.read([]) == ([], [])


def test_a_page_of_two_articles() -> None:
    read = forms_of(page(BRIDGE.headline, BRIDGE.column(), LIBRARY.headline, LIBRARY.column()))
    assert [flat for flat, form in read.items() if form is Form.DISPLAY] == [BRIDGE.headline, LIBRARY.headline]
    assert [flat for flat, form in read.items() if form is Form.START] == [
        BRIDGE.column()[0],
        "大桥全长一千二百米，主塔高",
        "项目经理介绍，钢梁吊装选在",
        LIBRARY.column()[0],
        "馆长算了一笔账，夜间开放每",
        "阅览室里还添了热水和台灯，",
    ]
    # short last lines, one of them three characters
    assert read["分钟。"] is read[BRIDGE.column()[3]] is Form.ON


def test_the_date_of_issue_is_nothing_else() -> None:
    rows = page("图书馆夜间不打烊", LIBRARY.column(), "", "2031年4月2日 星期三")
    assert forms_of(rows)["2031年4月2日 星期三"] is Form.FURNITURE


def test_a_subhead_is_display_type() -> None:
    column = BRIDGE.column()
    read = forms_of(page(BRIDGE.headline, column[:4], "绕行成为历史", column[4:]))
    assert read["绕行成为历史"] is Form.DISPLAY
    assert read[column[4]] is Form.START


def test_a_stretched_line_of_a_column_is_body() -> None:
    column = BRIDGE.column()
    column[5] = "九 十 六 米 ， 村 民 过 河 原 要 绕"
    read = forms_of(page(BRIDGE.headline, column))
    assert read["九十六米，村民过河原要绕"] is Form.ON


@pytest.mark.parametrize(
    ("before", "short", "stop", "column", "told"),
    [
        # display type does not end as body does
        (Form.DISPLAY, 0.0, True, 15.0, ""),
        (Form.ON, 0.0, True, 15.0, "stop full"),
        (Form.ON, 1.0, True, 15.0, "stop nearly"),
        (Form.ON, 5.0, True, 15.0, "stop short"),
        (Form.ON, 0.0, False, 15.0, "open"),
        (Form.ON, 5.0, False, 15.0, "open short"),
        # the first line of a paragraph is full two ems before the column's edge
        (Form.START, 2.0, True, 15.0, "stop full"),
        (Form.ON, 0.0, True, 0.0, "stop"),
    ],
)
def test_how_a_line_ends(before: Form, short: float, stop: bool, column: float, told: str) -> None:
    seen = Look(None, column, short, short, stop, colon=False, lead=False, open_quote=False)
    assert role.end_of(before, seen) == told


@pytest.mark.parametrize(
    ("shown", "date"),
    [("2031年4月2日", True), ("二〇三一年四月二日", True), ("2031年4月2日，大桥合龙", False), ("4月2日", False)],
)
def test_dates(shown: str, date: bool) -> None:
    assert role.is_date(each(shown)[0]) is date


@pytest.mark.parametrize(
    ("seen", "apart", "full"),
    [
        pytest.param(look(short=0.0), False, True, id="fills its column"),
        pytest.param(look(short=2.0), False, False, id="two ems short"),
        pytest.param(look(short=5.0), True, True, id="set wide apart"),
        pytest.param(look(short=0.0, lead=True), False, False, id="a lead opens a paragraph however wide"),
        pytest.param(look(column=0.0), False, False, id="the column is not known"),
    ],
)
def test_unindented(seen: Look, apart: bool, full: bool) -> None:
    (line,) = each("大 桥 全 长 一 千 二 百 米" if apart else "大桥全长一千二百米")
    assert role.unindented(line, seen) is full


def test_a_name_in_brackets_below_a_headline_is_a_byline() -> None:
    signed = "（文/方小禾 图/沈原）"
    below = page(BRIDGE.column(), "", LIBRARY.headline, "", signed, "", LIBRARY.column())
    behind = page(BRIDGE.column(), "", signed, "", LIBRARY.headline, "", LIBRARY.column())
    assert forms_of(below)[signed] is Form.BYLINE
    assert forms_of(behind)[signed] is Form.SIGNATURE


def test_a_post_in_brackets_below_a_text_signs_it_and_opens_nothing() -> None:
    signed = "（值班记者 方小禾）"
    text = page([*BRIDGE.column(), signed, *LIBRARY.column()])
    assert forms_of(text)[signed] is Form.SIGNATURE
    tip = "（线索提供：沈女士 酬金80元）"
    found = forms_of(page([*BRIDGE.column(), tip, signed, *LIBRARY.column()]))
    assert found[signed] is Form.SIGNATURE
    assert found[tip] in BODY


@pytest.mark.parametrize(("index", "found"), [(0, range(1, 3)), (1, range(2, 3)), (2, range(3, 3)), (4, range(5, 6))])
def test_the_bylines_right_below_a_line(index: int, found: range) -> None:
    forms = [Form.DISPLAY, Form.BYLINE, Form.BYLINE, Form.START, Form.DISPLAY, Form.BYLINE]
    assert role.bylines_below(forms, index) == found
