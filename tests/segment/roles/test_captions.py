"""Which lines stand under a photograph and not in a column."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.segment import segment
from newsarchive.segment.roles import captions
from newsarchive.segment.roles.captions import Picture
from newsarchive.segment.roles.form import Form
from tests.segment.made import BRIDGE, LIBRARY, each, look, page

S, N, D, C, F = Form.START, Form.ON, Form.DISPLAY, Form.CREDIT, Form.FURNITURE


def found(rows: list[str], forms: list[Form]) -> list[Picture]:
    return captions.find(each(*rows), forms, [look() for _ in rows])[1]


@pytest.mark.parametrize(
    ("rows", "forms", "pictures"),
    [
        pytest.param(
            ["工人在桥面上作业。", "方小禾 摄"], [S, C], [Picture((0,), (1,))], id="a sentence above its credit"
        ),
        pytest.param(
            ["工人在刚刚合龙的大桥", "桥面上作业。", "方小禾 摄"],
            [S, N, C],
            [Picture((0, 1), (2,))],
            id="a caption of two lines",
        ),
        # The credit is set at the right end of the last line; an extractor that sorts by height takes it first.
        pytest.param(
            ["工人在刚刚合龙的大桥", "方小禾 摄", "桥面上作业。", "夜间不打烊"],
            [S, C, N, D],
            [Picture((0, 2), (1,))],
            id="the caption's last line behind the credit",
        ),
        pytest.param(
            ["果农在新建成的库房里查看梨的成色数", "方小禾 摄", "据。", "夜间不打烊"],
            [D, C, N, D],
            [Picture((0, 2), (1,))],
            id="a caption read as display type, but for the end of its last word",
        ),
        pytest.param(
            ["大桥合龙", "方小禾 摄", "工人在桥面上作业。"],
            [D, C, S],
            [Picture((), (1,)), Picture((2,), ())],
            id="a headline above the credit, and the caption below",
        ),
        pytest.param(
            ["工人在刚刚合龙的大桥", "方小禾 摄", "桥面铺装月底开始。", "大桥通车以后过河只"],
            [S, C, N, N],
            [Picture((0,), (1,))],
            id="behind the credit a column goes on",
        ),
        pytest.param(["夜间不打烊", "方小禾 摄"], [D, C], [Picture((), (1,))], id="a headline is no caption"),
        pytest.param(
            ["工人在桥面上作业。", "方小禾 摄"],
            [D, C],
            [Picture((0,), (1,))],
            id="a whole sentence read as display type",
        ),
        pytest.param(
            ["大桥全长一千二百米", *["两岸村民过河要绕行"] * 6, "方小禾 摄"],
            [S, *[N] * 6, C],
            [Picture((), (7,))],
            id="too long for a caption: its writer also took the picture",
        ),
        pytest.param(
            ["工人在刚刚合龙的大桥桥面上作", "方小禾 摄", "业。"],
            [D, C, S],
            [Picture((0, 2), (1,))],
            id="read as display type, its last characters behind the credit",
        ),
        pytest.param(["图为工人在桥面上", "作业。"], [S, N], [Picture((0, 1), ())], id="an opening word and no credit"),
        pytest.param(
            ["图一：光绪年间的田契上有双鲤", "水印（透光拍摄）", "图二：编帘的铜针"],
            [D, D, D],
            [Picture((0, 1), ()), Picture((2,), ())],
            id="captions with numbers, read as display type",
        ),
        pytest.param(["①新墨盒：线条圆滑", "夜间不打烊"], [D, D], [Picture((0,), ())], id="a number and a colon"),
        pytest.param(["①问：新桥哪天通车？", "夜间不打烊"], [D, S], [], id="a question with a number"),
        pytest.param(
            ["过河不再绕行。", "方小禾（右）在给黄牛打耳标。", "夜间不打烊"],
            [N, S, D],
            [Picture((1,), ())],
            id="who is who",
        ),
        pytest.param(
            ["过河不再绕行。", "方小禾（右）在给黄牛打耳标。", "那头牛动了动"], [N, S, N], [], id="more goes on with it"
        ),
        pytest.param(["工人在桥面上作业", "夜间不打烊"], [S, D], [], id="nothing says that it is a caption"),
        pytest.param([], [], [], id="an empty page"),
    ],
)
def test_captions(rows: list[str], forms: list[Form], pictures: list[Picture]) -> None:
    assert found(rows, forms) == pictures


@pytest.mark.parametrize(
    ("caption", "taken"),
    [
        pytest.param(("工人在刚刚合龙的大桥桥面", "上作业。"), (4, 5), id="set wider than the column above it"),
        pytest.param(("工人在刚刚合龙", "大桥上作业。"), (), id="set as the column above it"),
    ],
)
def test_a_column_that_ends_at_a_credit(caption: tuple[str, str], taken: tuple[int, ...]) -> None:
    column = ["两岸村民过河要", "绕行二十公里山", "路，通车以后只", "要三分钟的路。"]
    pictures = found([*column, *caption, "方小禾 摄"], [N, N, N, N, S, N, C])
    assert pictures == [Picture(taken, (6,))]


def test_a_headline_above_a_credit_is_no_caption_of_the_sentence_behind_it() -> None:
    rows = ["图书馆夜间不打烊", "方小禾 摄", "读者下班以后也能来。"]
    assert all(0 not in picture.caption for picture in found(rows, [D, C, S]))


@pytest.mark.parametrize("above", ["过河只要三分", "过河只要三分钟。"])
def test_a_sentence_behind_a_blank_line_where_the_column_stops(above: str) -> None:
    rows = [*["两岸村民过河要绕行"] * 6, above, "工人在桥面上作业。", "方小禾 摄", "钟，不再绕行。"]
    lines = each(*rows, gaps=(0, 7, 9))
    forms = [S, *[N] * 6, S, C, N]
    assert captions.find(lines, forms, [look() for _ in rows])[1] == [Picture((7,), (8,))]


def test_no_paragraph_takes_up_the_lines_of_a_caption() -> None:
    rows = each("工人在桥面上作业。", "方小禾 摄", "大桥全长一千二百米")
    forms, _ = captions.find(rows, [S, C, S], [look()] * 3)
    assert forms == [C, C, S]


@pytest.mark.parametrize("second", ["图为读者看书。", "读者在灯下看书。"])
def test_the_caption_of_the_next_picture_is_not_the_last_line_of_this_one(second: str) -> None:
    pictures = found(["图为工人作业。", "方小禾 摄", second, "丁一帆 摄"], [S, C, S, C])
    assert pictures == [Picture((0,), (1,)), Picture((2,), (3,))]


ROWS = st.sampled_from(
    [
        ("图为工人在桥面上", S),
        ("图为工人作业。", S),
        ("工人在刚刚合龙的大桥", S),
        ("桥面上作业。", N),
        ("两岸村民过河要绕行", N),
        ("夜间不打烊", D),
        ("大桥今天合龙。", D),
        ("方小禾 摄", C),
        ("第4版", F),
    ]
)


@given(st.lists(ROWS, max_size=12), st.sets(st.integers(0, 11)))
def test_only_the_lines_of_pictures_change_their_form(rows: list[tuple[str, Form]], gaps: set[int]) -> None:
    lines = each(*(row for row, _ in rows), gaps=tuple(gaps))
    out, pictures = captions.find(lines, [form for _, form in rows], [look() for _ in rows])
    held = {i for p in pictures for i in (*p.caption, *p.credits)}
    assert all(out[i] is (C if i in held else form) for i, (_, form) in enumerate(rows))
    credits = [i for p in pictures for i in p.credits]
    assert credits == [i for i, (_, form) in enumerate(rows) if form is C]


def test_a_caption_does_not_run_into_the_next_one() -> None:
    pictures = found(["图为工人在桥面上", "图为读者在灯下看书。"], [S, S])
    assert pictures == [Picture((0,), ()), Picture((1,), ())]


def test_the_last_line_of_a_caption_behind_its_credit_is_no_caption_of_its_own() -> None:
    # Read as display type the first line is not what stands before the credit, but its opening tells of it.
    rows = ["图为工人在刚刚合龙的大桥上，桥面", "方小禾 摄", "铺装将在月底开始。"]
    assert [p.caption for p in found(rows, [D, C, D]) if p.caption] == [(0, 2)]


def test_a_column_does_not_go_on_with_a_caption_that_has_ended() -> None:
    rows = ["图为工人在刚刚合龙的大桥", "桥面上作业。", "山路，通车以后只要三分钟", "就能过河。"]
    assert [p.caption for p in found(rows, [S, N, N, N])] == [(0, 1)]


def test_a_column_that_breaks_off_at_a_picture_is_no_caption() -> None:
    rows = ["大桥全长一千二百", "米主塔高九十六米", "方小禾 摄"]
    forms, seen = [S, N, C], [look(short=2.0), look(), look()]
    assert captions.find(each(*rows), forms, seen)[1] == [Picture((), (2,))]
    # It leaves room in its last line and has no full stop: a caption.
    seen[1] = look(short=5.0)
    assert captions.find(each(*rows), forms, seen)[1] == [Picture((0, 1), (2,))]


def test_a_caption_with_the_credit_in_its_last_line_below_a_column() -> None:
    rows = each("通车以后只要", "三分钟。", "工人昨日在桥面", "上作业，下月通", "方小禾 摄", "车。", "夜间", gaps=(2,))
    found_there = captions.find(rows, [N, N, S, N, C, N, D], [look(short=1.0)] * 7)[1]
    assert found_there == [Picture((2, 3, 5), (4,))]


def test_a_paragraph_below_a_headline_with_the_credit_in_its_last_line_is_a_caption() -> None:
    rows = each(
        "新桥灯火", "入夜的新桥上亮", "起了一万盏灯，两", "岸的村民都来看，", "孩子们在桥上跑。", "方小禾 摄", "夜间"
    )
    forms = [D, N, N, N, N, C, D]
    seen = [look()] * len(rows)
    within = [replace(row, part=n == 5) for n, row in enumerate(rows)]
    assert captions.find(within, forms, seen)[1] == [Picture((1, 2, 3, 4), (5,))]
    assert captions.find(rows, forms, seen)[1] == [Picture((), (5,))]


def test_a_notice_of_a_loss_near_a_credit_is_no_caption() -> None:
    rows = ["夜间不打烊", "方小禾遗失驾驶证，声明作废。", "夜间不打烊", "丁一帆 摄"]
    assert found(rows, [D, S, D, C]) == [Picture((), (3,))]


def test_what_stands_between_the_end_of_an_article_and_a_credit_is_a_caption() -> None:
    rows = ["（下转第4版）", "工人昨日在桥面上作", "业，", "大桥下月通车，", "村民都来看。", "方小禾 摄"]
    forms = [Form.JUMP, S, N, S, N, C]
    assert found(rows, forms) == [Picture((1, 2, 3, 4), (5,))]
    # Below a headline it is the beginning of an article.
    assert 1 not in found(rows, [D, *forms[1:]])[0].caption


def test_a_caption_between_two_articles_is_in_no_body() -> None:
    made = segment(
        page(
            BRIDGE.headline,
            BRIDGE.column(),
            "",
            "图为工人在青石河大桥桥面上作业。",
            "方小禾 摄",
            "",
            LIBRARY.headline,
            LIBRARY.column(),
        )
    )
    assert [a.headline for a in made.articles] == [BRIDGE.headline, LIBRARY.headline]
    assert made.articles[0].captions == ("图为工人在青石河大桥桥面上作业。",)
    assert made.articles[0].credits == ("方小禾 摄",)
    assert not any("图为" in p for a in made.articles for p in a.body)


def test_a_short_box_right_above_a_credit_is_its_caption_whatever_stands_above() -> None:
    def taken(*box: str) -> Picture:
        column = ["大桥全长一千二百米", *["两岸村民过河要绕行"] * 6, "主塔高九十六米。"]
        rows = each(*column, *box, "方小禾 摄", "夜间不打烊", gaps=(8,))
        return captions.find(rows, [S, *[N] * 7, S, *[N] * (len(box) - 1), C, D], [look() for _ in rows])[1][0]

    assert taken("工人在桥面上作业。") == Picture((8,), (9,))
    assert taken("工人在刚刚合龙的大桥", "桥面上作业。") == Picture((8, 9), (10,))
    # What somebody says is the last paragraph of the column.
    assert taken("村民说：“桥真好看。”") == Picture((), (9,))
    assert taken("“桥真好看。”村民说。") == Picture((), (9,))


COLUMN = ["大桥全长一千二", "百米，两岸村民", "步行过河只要三", "分钟，比过去少", "走了二十里路。"]


@pytest.mark.parametrize(
    ("broad", "form", "taken"),
    [
        pytest.param("4月2日，工人在大桥桥面上作业，", S, (5, 6), id="over two columns"),
        pytest.param("4月2日，工人在刚刚合龙的大桥桥面上作业，", N, (5, 6), id="read as text that goes on"),
        pytest.param("河面上的船家都停下来看热闹。", N, (), id="text below a picture that it ran around"),
    ],
)
def test_lines_that_no_column_could_hold_are_the_caption_above_their_credit(
    broad: str, form: Form, taken: tuple[int, ...]
) -> None:
    rows = [*COLUMN, broad, "岸边的人很久才散。", "方小禾 摄"]
    pictures = found(rows, [S, N, N, N, N, form, N, C])
    assert pictures == [Picture(taken, (7,))]


def test_a_numbered_question_is_no_caption() -> None:
    assert found(["①问：大桥什么时候通车？", "答：月底。"], [S, S]) == []
    assert found(["①大桥什么时候通车。", "月底。"], [S, S]) != []


NEWS = ["大桥月底通车。", "4月2日，工人在青石河大桥", "桥面上作业。", "夜间不打烊", "方小禾 摄"]


@pytest.mark.parametrize(
    ("changed", "caption"),
    [
        pytest.param({}, (1, 2), id="behind another text"),
        pytest.param({0: "大桥月底通"}, None, id="within a sentence"),
        pytest.param({2: "桥面上说：“月底。”"}, None, id="somebody speaks"),
        pytest.param({1: "工人在青石河大桥"}, None, id="no day"),
        pytest.param({4: "夜间摆渡"}, None, id="no picture lacks its caption"),
    ],
)
def test_picture_news_behind_another_text(changed: dict[int, str], caption: tuple[int, ...] | None) -> None:
    rows = [changed.get(i, row) for i, row in enumerate(NEWS)]
    forms = [N, S, N, D, D if 4 in changed else C]
    told = [picture.caption for picture in found(rows, forms) if picture.caption]
    assert told == ([caption] if caption else [])


@pytest.mark.parametrize(("credits_", "told"), [(1, 0), (2, 2)])
def test_no_more_picture_news_than_credits_that_lack_a_caption(credits_: int, told: int) -> None:
    rows = [*NEWS[:4], *NEWS[:4], *["方小禾 摄"] * credits_]
    forms = [N, S, N, D, N, S, N, D, *[C] * credits_]
    assert len([picture for picture in found(rows, forms) if picture.caption]) == told


WIDE_LINE = "五号桥墩旁边的村口，三面都挂着通车的大红灯笼。"
NARROW = [
    "昨日，青石河大桥最后一段",
    "钢梁吊装到位，工人在桥面",
    "上放起了鞭炮，两岸的人都",
    "来看，大桥下个月就要通车",
]


@pytest.mark.parametrize(
    ("rows", "forms", "caption"),
    [
        pytest.param([WIDE_LINE, *NARROW, "来看。"], [N, S, N, N, N, N], (0,), id="wider than the column below"),
        pytest.param([WIDE_LINE, WIDE_LINE, *NARROW], [N, S, N, N, N, N], None, id="as wide"),
        pytest.param([WIDE_LINE, *NARROW, "来看。"], [S, N, N, N, N, N], None, id="the text below goes on with it"),
        pytest.param([*NARROW[:1], WIDE_LINE, *NARROW, "来看。"], [S, N, S, N, N, N, N], None, id="below a text"),
    ],
)
def test_a_caption_over_the_columns_without_a_credit(
    rows: list[str], forms: list[Form], caption: tuple[int] | None
) -> None:
    lines = each(*rows, gaps=(0,))
    pictures = captions.find(lines, forms, [look() for _ in rows])[1]
    assert [picture.caption for picture in pictures] == ([caption] if caption else [])
