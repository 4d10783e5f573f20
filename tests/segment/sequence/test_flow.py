"""Paragraphs, torn and whole."""

from __future__ import annotations

import pytest

from newsarchive.segment.kin.seam import Seams
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.sequence import flow
from newsarchive.segment.sequence.flow import Para, Torn
from tests.segment.made import each, look
from tests.segment.pages import reading


def paragraphs(text: str) -> list[str]:
    read = reading(text)
    return ["".join(read.lines[i].flat for i in p.lines) for p in read.paras]


def test_a_blank_line_inside_a_sentence_does_not_end_a_paragraph() -> None:
    text = "  昨日上午，横跨青河的新桥正式通车，两\n\n岸居民往来从此不必绕行二十公里，过去坐\n船过河要等上大半天。\n"
    assert len(paragraphs(text)) == 1


def test_a_headline_between_keeps_two_texts_apart() -> None:
    text = (
        "　　昨日上午，横跨青河的新桥正式通车，两岸\n居民往来从此不必绕行二十公里路程，去看\n\n云雾山春茶上市\n\n"
        "　　本报讯（记者 李四） 谷雨前后，云雾山的\n茶农忙着采摘春茶，满山都是采茶人的歌声。\n"
    )
    assert not any("去看本报讯" in p for p in paragraphs(text))


def test_a_page_that_sets_no_indent_has_no_torn_starts() -> None:
    read = reading(
        "新桥通车\n昨日上午，新桥正式通车，两岸居民往来从此方便。\n据介绍，新桥历时三年建成，总投资十二亿元整。\n"
    )
    assert not any(p.full_start for p in read.paras)


S, N, D, C, DUP = Form.START, Form.ON, Form.DISPLAY, Form.CREDIT, Form.DUPLICATE


def cut(rows: list[Line], forms: list[Form]) -> list[tuple[tuple[int, ...], bool, bool]]:
    seen = [look(short=5.0) for _ in rows]
    return [(p.lines, p.open_start, p.open_end) for p in flow.fragments(rows, forms, seen)]


@pytest.mark.parametrize(
    ("rows", "forms", "expected"),
    [
        pytest.param(["大桥全长一千二百米", "主塔高。"], [S, N], [((0, 1), False, False)], id="a whole paragraph"),
        pytest.param(
            ["大桥合龙。", "村民都说好。"], [S, S], [((0,), False, False), ((1,), False, False)], id="two paragraphs"
        ),
        pytest.param(
            ["大桥全长一", "绕行", "千二百米。"],
            [S, D, N],
            [((0,), False, True), ((2,), True, False)],
            id="display between",
        ),
        pytest.param(
            ["大桥全长一", "方小禾 摄", "千二百米。"],
            [S, C, N],
            [((0,), False, True), ((2,), True, False)],
            id="a picture between",
        ),
        # a line drawn twice is no border
        pytest.param(
            ["大桥全长一", "大桥全长一", "千二百米。"], [S, DUP, N], [((0, 2), False, False)], id="a duplicate"
        ),
        pytest.param(["他算了一笔账："], [S], [((0,), False, False)], id="a colon closes"),
        pytest.param(["村民都说好（方小禾）"], [S], [((0,), False, True)], id="brackets close nothing by themselves"),
        pytest.param(["村民都说好。（方小禾）"], [S], [((0,), False, False)], id="a name behind the full stop"),
        pytest.param(
            ["青石河交通局", "2031年4月2日"], [S, S], [((0,), False, False), ((1,), False, False)], id="issuer and date"
        ),
        pytest.param([], [], [], id="nothing"),
    ],
)
def test_fragments(rows: list[str], forms: list[Form], expected: list[tuple[tuple[int, ...], bool, bool]]) -> None:
    assert cut(each(*rows), forms) == expected


def test_a_blank_line_cuts() -> None:
    rows = each("大桥全长一千", "二百米，主塔", "高九十六米。", gaps=(1,))
    assert cut(rows, [S, N, N]) == [((0,), False, True), ((1, 2), True, False)]


def test_every_body_line_is_in_one_fragment() -> None:
    forms = [S, N, D, N, N, S, C, S, DUP, N]
    rows = each(*["大桥全长一千"] * len(forms), gaps=(4,))
    held = [i for p in flow.fragments(rows, forms, [look()] * len(forms)) for i in p.lines]
    assert held == [i for i, form in enumerate(forms) if form in (S, N)]


# The column is 15 ems wide; the paragraph is torn inside the word 公里 by a headline of another article.
TORN = ["九十六米，两岸村民过河绕行二公", "图书馆夜间不打烊", "里山路，通车以后过河只要三分钟。"]
SHUT = ["九十六米，两岸村民过河绕行山路。", "图书馆夜间不打烊", "里山路，通车以后过河只要三分钟。"]


@pytest.mark.parametrize(
    ("rows", "forms", "paras"),
    [
        pytest.param(TORN, [S, D, N], [(0, 2)], id="torn inside a word"),
        pytest.param(SHUT, [S, D, N], [(0,), (2,)], id="the paragraph before is closed"),
        pytest.param(
            [*TORN, "大桥接线长三公里。"],
            [S, D, S, S],
            [(0, 2), (3,)],
            id="read as a first line, but the word runs across, and the page says it again",
        ),
        pytest.param(
            [TORN[0], "方小禾 摄", "大桥全长一千二百米，主塔高九十。"],
            [S, C, S],
            [(0,), (2,)],
            id="no word, a first line",
        ),
    ],
)
def test_a_paragraph_torn_by_what_is_no_body(rows: list[str], forms: list[Form], paras: list[tuple[int, ...]]) -> None:
    seen = [look() for _ in rows]
    assert [p.lines for p in flow.paragraphs(flow.torn_fragments(each(*rows), forms, seen))] == paras


def test_a_torn_paragraph_is_joined_over_a_blank_line_and_a_closed_one_not() -> None:
    rows = each("九十六米，两岸村民过河绕行二公", "里山路，通车以后只要三分钟。", "月底开始。", gaps=(1, 2))
    made = flow.paragraphs(flow.torn_fragments(rows, [S, N, S], [look() for _ in rows]))
    assert [p.lines for p in made] == [(0, 1), (2,)]
    assert not made[0].open_end


def test_who_said_a_quotation_begins_no_paragraph() -> None:
    rows = each("村民放下担子。", "“再不绕行二十公里山路了。”", "船工老谭笑着说。", "月底开始。", gaps=(1, 2, 3))
    made = flow.paragraphs(flow.torn_fragments(rows, [S, S, S, S], [look() for _ in rows]))
    assert [p.lines for p in made] == [(0,), (1, 2), (3,)]
    # not where something stands between
    rows = each("“再不绕行二十公里山路了。”", "夜里的灯", "船工老谭笑着说。")
    made = flow.paragraphs(flow.torn_fragments(rows, [S, Form.DISPLAY, S], [look() for _ in rows]))
    assert [p.lines for p in made] == [(0,), (2,)]


@pytest.mark.parametrize(("short", "paras"), [(0.0, [(0, 1, 2)]), (4.0, [(0,), (1, 2)])])
def test_what_only_seems_to_be_indented_goes_on_with_a_full_line(short: float, paras: list[tuple[int, ...]]) -> None:
    rows = each("两岸村民从前过河绕行山路。", "新县长对过河的村民说", "“桥通了。”", gaps=(1,))
    seen = [look(column=11.0, short=2.0 + short), look(column=11.0, short=1.0), look(column=11.0)]
    made = flow.paragraphs(flow.torn_fragments(rows, [S, S, N], seen))
    assert [p.lines for p in made] == paras


LEFT, RIGHT = (
    ["两岸村民过河要绕行二十公", "图书馆添了热水和台灯，值"],
    ["里山路，通车只要三分钟。", "班馆员轮流上岗，很安静。"],
)


def odds(i: int, j: int, *, stopped: bool = False, start: bool = False, column: float = 15.0) -> float:
    """How likely fragment j of RIGHT goes on with fragment i of LEFT; a whole paragraph stands between the two."""
    texts = [*LEFT, "果农请来技术员嫁接蜜柚。", *RIGHT]
    rows = each(*(line for text in texts for line in (text, "隔着的一行")))
    pieces = [
        Para((2 * n,), n > 2 and not start, n < 2 and not stopped, 15.0 if n < 2 else column) for n in range(len(texts))
    ]
    words = [tokens(text) for text in texts]
    seen = [look(column=12.0) for _ in rows]
    return Torn(pieces, rows, seen, Vocabulary(words), Seams([])).link(i, j + 3)


def test_a_fragment_goes_on_where_the_word_does() -> None:
    assert odds(0, 0) > odds(0, 1)
    assert odds(1, 1) > odds(1, 0)


@pytest.mark.parametrize(
    "less",
    [
        pytest.param(odds(0, 0, stopped=True), id="a finished sentence"),
        pytest.param(odds(0, 0, start=True), id="a first line"),
    ],
)
def test_what_speaks_against_a_link(less: float) -> None:
    assert less < odds(0, 0)


def test_what_the_text_on_both_sides_shares() -> None:
    texts = ["果农请来技术员嫁接蜜柚", "蜜柚出口要过检验，果农很高兴", "图书馆添了热水和台灯", "大桥主塔高九十六米"]
    words = [tokens(text) for text in texts]
    pieces = [Para((2 * n,), False, False, 15.0) for n in range(4)]  # nothing stands right beside another
    rows = each(*(line for text in texts for line in (text, "隔着的一行")))
    torn = Torn(pieces, rows, [look(column=12.0) for _ in rows], Vocabulary(words), Seams([]))
    assert 0.0 < torn.features(0, 1)["subject"] <= 1.0
    assert torn.features(0, 2)["subject"] == 0.0


def test_words_tell_that_a_text_belongs_to_another_column() -> None:
    # The foot of a column, its next column, and between them the next column of another article.
    rows = each(
        "大会要求推动装备制造体", "图书馆夜间不打烊", "馆长的账上每月多花", "系的建设走上新台阶。", gaps=(0, 1, 2, 3)
    )
    forms = [S, D, S, N]
    seen = [look(column=11.0) for _ in rows]
    assert [p.lines for p in flow.paragraphs(flow.torn_fragments(rows, forms, seen))] == [(0,), (2,), (3,)]
    # Without a blank line it is one text whatever the words say.
    rows = each(
        "大会要求推动装备制造体", "图书馆夜间不打烊", "馆长的账上每月多花", "系的建设走上新台阶。", gaps=(0, 1, 2)
    )
    assert [p.lines for p in flow.paragraphs(flow.torn_fragments(rows, forms, seen))] == [(0,), (2, 3)]


# The foot of a column, a paragraph of another one, and the head of the next column, which no indent shows to be a rest.
FOOT = ("大会要求推动装备制造体", "大桥全长一千二百米，昨日合龙。", "系的建设，让制造体系更完整。")
COLUMN = [look(short=2.0), look(short=2.0), look(short=0.0)]


def rest(rows: list[Line], seen: list[Look]) -> bool:
    """Whether the last of three paragraphs is read as the rest of another."""
    words = [tokens(row.flat) for row in rows]
    paras = [Para((0,), False, True, 15.0), Para((1,), False, False, 15.0), Para((2,), False, False, 15.0, True)]
    torn = Torn(paras, rows, seen, Vocabulary(words), Seams(row.flat for row in rows))
    return flow.told_by_words(paras, torn)[2].open_start


def test_a_word_tells_that_a_paragraph_without_an_indent_is_a_rest() -> None:
    assert rest(each(*FOOT, gaps=(0, 1, 2)), COLUMN)
    # no blank line above; no word across
    assert not rest(each(*FOOT, gaps=(0, 1)), COLUMN)
    assert not rest(each(*FOOT[:2], "阅览室添了台灯。", gaps=(0, 1, 2)), COLUMN)


def test_what_goes_on_elsewhere() -> None:
    rows = each(*FOOT, gaps=(0, 1, 2))
    words = [tokens(row.flat) for row in rows]
    paras = [Para((0,), False, True, 15.0), Para((1,), False, False, 15.0), Para((2,), True, False, 15.0)]
    torn = Torn(paras, rows, COLUMN, Vocabulary(words), Seams(row.flat for row in rows))
    assert flow.going_on_elsewhere(torn) == {2: 0}


RESTS = [
    pytest.param(["了一座桥，桥上开两条道。"], True, id="a particle"),
    pytest.param(["了解桥的人都说好。"], False, id="a word with that character"),
    pytest.param(["只是贵了些，谁买", "得起？”他说，“不买。”"], True, id="a quotation closed that was not opened"),
    pytest.param(["他说：“贵了些，谁买", "得起？”"], False, id="a quotation opened and closed"),
]


@pytest.mark.parametrize(("rows", "rest"), RESTS)
def test_what_can_be_no_beginning_is_a_rest_behind_a_blank_line(rows: list[str], *, rest: bool) -> None:
    lines = each("昨日大桥通车了。", *rows, gaps=(1,))
    forms = [Form.START, Form.START, *[Form.ON] * (len(rows) - 1)]
    assert flow.fragments(lines, forms, [look(short=3.0)] * len(lines))[1].open_start is rest


def test_what_stands_together_ends_at_a_blank_line_and_at_anything_else() -> None:
    lines = each("昨日大桥通车。", "两岸都说好。", "桥长千米。", "苏木 摄", "桥高百米。", gaps=(2,))
    paras = [Para((n,), False, False, 15.0) for n in (0, 1, 2, 4)]
    words = [tokens(lines[p.lines[0]].flat) for p in paras]
    torn = Torn(paras, lines, [look()] * 5, Vocabulary(words), Seams(line.flat for line in lines))
    assert [torn.together(k, -1) for k in range(4)] == [range(1), range(2), range(2, 3), range(3, 4)]
    assert [torn.together(k, 1) for k in range(4)] == [range(2), range(1, 2), range(2, 3), range(3, 4)]
