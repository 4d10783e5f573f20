"""Headlines read as text where what stands there cannot be text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.roles import endless
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.role import INDENT
from tests.segment.made import each, look

D, S, N, B = Form.DISPLAY, Form.START, Form.ON, Form.BYLINE


def between(*rows: str, above: Form = D, below: Form = D, following: Form = S, short: float = 0.0) -> list[Form]:
    """What becomes of lines read as text between something above and something below, on a page with one text before
    them and one behind.
    """
    read = each("大桥全长一千二百米。", "夜间不打烊", *rows, "八旬老人守桥四十年", "昨日，青石河")
    forms = [N, above, *[N] * len(rows), below, following]
    seen = [look(), look(), look(short=short), *[look()] * (len(rows) + 1)]
    return endless.without_text(read, forms, seen)[2 : 2 + len(rows)]


def test_headlines_among_headlines() -> None:
    assert between("蜜柚装船，山路变短", "一张饭卡管两代人") == [D, D]
    assert between("蜜柚装船，山路变短", "一张饭卡管两代人", above=Form.FURNITURE, below=B) == [D, D]


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        pytest.param(("过河原来要绕行二十公里。",), {}, id="a sentence"),
        pytest.param(("过河原来要绕行二十公里，",), {}, id="ends with a comma"),
        pytest.param(("过河原来要绕行二十公", "里的山路"), {}, id="a word runs across"),
        pytest.param(("记者：过河要多久",), {}, id="somebody speaks"),
        pytest.param(("联系电话：05555550123",), {}, id="whom to call"),
        pytest.param(("过河原来要绕行",), {"following": N}, id="the text behind goes on"),
        pytest.param(("过河原来要绕行",), {"above": B}, id="below a byline"),
        pytest.param(("过河原来要绕行",), {"short": INDENT}, id="has an indent"),
        pytest.param(tuple("甲乙丙丁戊己庚"), {}, id="too many"),
    ],
)
def test_text_among_headlines(rows: tuple[str, ...], where: dict[str, Form]) -> None:
    assert between(*rows, **where) == [N] * len(rows)


def test_a_headline_that_asks() -> None:
    # no sentence is closed above, and the line has the indent of a paragraph
    read = each("大桥全长一千二百", "夜间不打烊", "谁来管井盖？", "八旬老人守桥四十年", "昨日，青石河")
    forms = [N, D, N, D, S]
    seen = [look(), look(), look(short=INDENT), look(), look()]
    assert endless.without_text(read, forms, seen) == [N, D, D, D, S]
    assert endless.without_text([*read[:2], *each("谁来管井盖"), *read[3:]], forms, seen) == forms


def test_an_introduction_below_what_is_no_article() -> None:
    read = each("大桥全长一千二百米。", "青石河日报", "青石河大桥通车综述", "八旬老人守桥四十年", "昨日，青石河")
    forms = [N, Form.FURNITURE, S, D, S]
    assert endless.without_text(read, forms, [look()] * 5)[2] is D
    # what introduces nothing may be a notice of the page's own
    notice = each(read[0].flat, "青石河日报", "请到编辑部领取稿费", "八旬老人守桥四十年", "昨日，青石河")
    assert endless.without_text(notice, forms, [look()] * 5)[2] is S


def test_a_headline_below_the_name_of_its_column_in_brackets() -> None:
    read = each("大桥全长一千二百米。", "【桥头对话】", "少用沙子，桥还能结实吗", "八旬老人守桥四十年", "昨日，青石河")
    forms, seen = [N, D, S, D, S], [look(), look(), look(short=INDENT), look(), look()]
    assert endless.without_text(read, forms, seen)[2] is D
    # without its brackets it may be a headline with a paragraph below
    bare = each(read[0].flat, "桥头对话", *[line.flat for line in read[2:]])
    assert endless.without_text(bare, forms, seen)[2] is S


def test_a_text_that_ends_open_above() -> None:
    read = each("大桥全长一千二百", "夜间不打烊", "蜜柚装船", "八旬老人守桥四十年", "昨日，青石河")
    forms = [N, D, N, D, S]
    assert endless.without_text(read, forms, [look()] * 5) == forms


def test_what_is_painted_twice_is_no_text() -> None:
    read = each("大桥全长一千二百米。", "夜间不打烊", "夜间不打烊", "昨日，青石河")
    forms = [N, N, Form.DUPLICATE, N]
    assert endless.painted_twice(read, forms) == [N, D, Form.DUPLICATE, S]
    # a sentence is open above it, and another line stands twice
    assert endless.painted_twice([*each("大桥全长一千"), *read[1:]], forms) == [N, D, Form.DUPLICATE, N]
    assert endless.painted_twice([read[0], *each("昨日"), *read[2:]], forms) == forms


@pytest.mark.parametrize(
    ("rows", "forms", "expected"),
    [
        pytest.param(("米。", "跑了三年，老人说——", "桥通了"), [N, S, D], [N, D, D], id="ends with a dash"),
        pytest.param(
            ("桥通了", "——一位守桥人的三十年", "昨日，"), [D, S, N], [D, D, S], id="begins with one and is wide"
        ),
        pytest.param(("米。", "桥通了", "——一位守桥人的三十年"), [D, N, D], [D, D, D], id="between"),
        pytest.param(("米。", "他说——桥通了", "修桥的人"), [N, S, D], [N, S, D], id="a dash inside"),
        pytest.param(("大", "桥通了，", "——一位守桥人的三十年"), [D, N, D], [D, N, D], id="ends with a comma"),
    ],
)
def test_what_a_dash_joins(rows: tuple[str, ...], forms: list[Form], expected: list[Form]) -> None:
    read = each(*rows, "末了")
    seen = [look(short=-2.0 if row.startswith("—") else 0.0) for row in (*rows, "")]
    assert endless.beside_dashes(read, [*forms, Form.FURNITURE], seen)[:3] == expected


def over(*rows: str, below: tuple[Form, ...], form: Form = S) -> Form:
    """What becomes of the line below a text, above other lines."""
    read = each("大桥全长一千二百米。", *rows, "末了")
    return endless.over_letters(read, [N, form, *below, S], [look()] * (len(rows) + 2))[1]


@pytest.mark.parametrize(
    ("rows", "forms", "expected"),
    [
        pytest.param(("桥通了。", "守桥这件事，要算长账", "——访守桥人老邢"), (S, S, D), [S, D, D], id="one line"),
        pytest.param(("桥通了。", "守桥这件事，", "要算长账", "——访老邢"), (S, S, N, D), [S, S, N, D], id="a comma"),
        pytest.param(("桥通了。", "守桥这件事", "要算长账", "——访老邢"), (S, S, N, D), [S, D, D, D], id="two lines"),
        pytest.param(("桥通了", "守桥这件事", "——访老邢"), (S, S, D), [S, S, D], id="an open sentence above"),
        pytest.param(("桥通了。", "守桥这件事", "访老邢"), (S, S, D), [S, S, D], id="no dash"),
        # As wide as their column both lines were read as the end of the text above.
        pytest.param(
            ("桥通了。", "守桥这件事", "——访老邢", "本报记者 方小禾"), (S, N, N, B), [S, D, D, B], id="a byline"
        ),
        pytest.param(
            ("桥通了。", "他守着——", "——那座桥。", "本报记者 方小禾"), (S, N, N, B), [S, N, N, B], id="a stop"
        ),
        pytest.param(("桥通了。", "守桥这件事", "——访老邢", "昨日"), (S, N, N, S), [S, N, N, S], id="a text below"),
    ],
)
def test_headlines_over_dashes(rows: tuple[str, ...], forms: tuple[Form, ...], expected: list[Form]) -> None:
    assert endless.heads_over_dashes(each(*rows), list(forms)) == expected


def test_a_headline_over_a_letter() -> None:
    assert over("夜里的桥灯，谁来管？", "城东读者 方小禾", below=(B,)) is D
    assert over("一盏桥灯亮了三十年", "编辑同志：", below=(S,)) is D
    # no byline and no letter; somebody speaks; the end of an essay; what whoever writes has to say goes on
    assert over("夜里的桥灯，谁来管？", "昨日", below=(S,)) is S
    assert over("记者：桥灯谁来管？", "城东读者 方小禾", below=(B,)) is S
    assert over("你说呢？", "方小禾", below=(B,)) is S
    assert over("夜里的桥灯，谁来管？", "城东读者 方小禾", "的来信", below=(B, N)) is S


def test_lines_that_fill_no_column() -> None:
    read = each("大桥全长一千二百", "图书馆夜间", "不打烊", "灯亮到十二点")
    shorts = [look(), look(short=4.0), look(short=6.0), look()]
    assert endless.ragged(read, [N, N, N, D], shorts) == [N, D, D, D]
    # the paragraph that they end has one line
    assert endless.ragged(read, [S, N, N, D], shorts) == [D, D, D, D]
    # one of them fills the column
    forms = [N, N, N, D]
    assert endless.ragged(read, forms, [look(), look(), look(short=6.0), look()]) == forms


def clauses(*rows: str, above: Form = N, form: Form = S, short: float = 0.0) -> list[Form]:
    """What becomes of lines read as the beginning of a paragraph below something."""
    read = each("大桥全长一千二百米。", *rows, "昨日，大桥上的灯全亮了")
    forms = [above, form, *[N] * len(rows)]
    return endless.two_clauses(read, forms, [look(short=short)] * len(forms))[1:]


def test_clauses_with_a_blank_between_them() -> None:
    assert clauses("山路变短以后 蜜柚先装船") == [D, S]
    assert clauses("山路变短以后 蜜柚先装船", "白沙村里头 家家忙采收") == [D, D, S]
    # with a comma only where it is wider than the column
    assert clauses("一边要装船，一边要采收 白沙村里人手紧", short=-3.0) == [D, S]
    assert clauses("一边要装船，一边要采收 白沙村里人手紧") == [S, N]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("环江社电 蜜柚昨日装船出海", id="a report"),
        pytest.param("山路变短以后，蜜 柚先装船了", id="a word is torn"),
        pytest.param("过河原来要绕行 200公里山路", id="a number"),
        pytest.param("方小禾/图 丁一帆/文", id="who wrote it"),
        pytest.param("▲白沙村里 今年的蜜柚装船", id="an item"),
        pytest.param("山路短了 蜜柚", id="too short"),
    ],
)
def test_text_with_a_blank(row: str) -> None:
    assert clauses(row) == [S, N]


def test_clauses_below_a_byline_or_an_open_sentence() -> None:
    assert clauses("山路变短以后 蜜柚先装船", above=B) == [S, N]
    read = each("大桥全长", "山路变短以后 蜜柚先装船", "昨日")
    assert endless.two_clauses(read, [N, S, N], [look()] * 3) == [N, S, N]


def test_the_first_text_of_a_page_goes_on_with_nothing() -> None:
    read = each("夜间不打烊", "方小禾", "一盏灯能亮多久？图书馆", "的人说了算。")
    assert endless.first_text(read, [D, B, N, N]) == [D, B, S, N]
    # no headline above it; the end of a sentence from elsewhere
    assert endless.first_text(read, [Form.FURNITURE, B, N, N]) == [Form.FURNITURE, B, N, N]
    assert endless.first_text([*read[:2], *read[3:]], [D, B, N]) == [D, B, N]


def test_a_mark_and_a_blank_are_no_clauses() -> None:
    read = each("“ 本报讯", "大桥合龙。")
    read[0] = replace(read[0], flat="“ ")
    assert endless.two_clauses(read, [S, N], [look()] * 2) == [S, N]


@pytest.mark.parametrize(
    ("rows", "gaps", "before", "after"),
    [
        pytest.param(["船靠岸了。", "“青河杯”征文启事", "天黑了"], (1, 2), [N, S, N], [N, D, S], id="apart"),
        pytest.param(["船靠岸了。", "“青河杯”征文启事", "天黑了"], (1,), [N, S, S], [N, D, S], id="over a paragraph"),
        pytest.param(["船靠岸了，", "贴着征文启事", "天黑了"], (1, 2), [N, N, N], [N, N, N], id="a sentence is open"),
        pytest.param(["船靠岸了。", "村口贴着启事", "天黑了"], (1,), [N, S, N], [N, S, N], id="text goes on below"),
        pytest.param(
            ["船靠岸了。", "“青河杯”征文启事", "天黑了"], (), [N, S, S], [N, D, S], id="no blank lines at all"
        ),
        pytest.param(["船靠岸了。", "“青河杯”征文大赛", "天黑了"], (1, 2), [N, S, N], [N, S, N], id="no notice"),
    ],
)
def test_a_notice_has_a_headline(rows: list[str], gaps: tuple[int, ...], before: list[Form], after: list[Form]) -> None:
    assert endless.names_of_notices(each(*rows, gaps=gaps), before, [look() for _ in rows]) == after
