"""The strips of a page drawn with blanks, and the order in which they are read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsarchive.segment import segment, setting_of
from newsarchive.segment.kin.seam import straddle
from newsarchive.segment.lines.layout import Piece, rows_of
from newsarchive.segment.lines.line import WORD_ACROSS, split
from newsarchive.segment.lines.reading_order import in_order, is_under
from newsarchive.segment.lines.strips import MOST, RunsOn, strips
from newsarchive.text.clean import clean
from tests.segment.made import BRIDGE, LIBRARY, POMELO, Story

Row = Sequence[tuple[int, str]]


def drawn(rows: Sequence[Row]) -> str:
    """A page with texts at places of its rows, as poppler draws it: a place is a character."""
    out = []
    for row in rows:
        line = ""
        for left, text in row:
            line = line.ljust(left) + text
        out.append(line)
    return "\n".join(out) + "\n"


def placed(text: str, shown: Sequence[str]) -> list[list[Piece]]:
    """The pieces of a text that was drawn so."""
    lines = text.split("\n")
    starts = itertools.accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    return rows_of(list(zip(starts, lines, strict=True)), shown)


def read(rows: Sequence[Row]) -> list[str]:
    """The first pieces of the strips of a page in the order of reading."""
    text = drawn(rows)
    pieces = placed(text, text.split("\n"))
    return [text[s.pieces[0].start : s.pieces[0].end] for s in in_order(strips(pieces), pieces)]


def column(name: str, left: int, count: int = 4) -> list[tuple[int, str]]:
    """The lines of a column of text; the first one is indented."""
    return [(left + 3, f"{name}一二三四五六，"), *((left, f"{name}七八九十，一二三四") for _ in range(count - 1))]


def beside(*columns: Sequence[tuple[int, str]]) -> list[Row]:
    """Columns drawn side by side."""
    return [[c[n] for c in columns if n < len(c)] for n in range(max(map(len, columns)))]


A, B, C, D, E, F = (column(name, left) for name, left in zip("甲乙丙丁戊己", (0, 24, 48, 72, 0, 24), strict=True))
E2, F2 = (column(name, left) for name, left in zip("戊己", (24, 48), strict=True))
LONG = "桥上的灯照着夜里的船来来去去"
FIRST = {name: f"{name}一二三四五六，" for name in "甲乙丙丁戊己"}


def named(*names: str) -> list[str]:
    """Headlines, and of columns their first lines."""
    return [FIRST.get(name, name) for name in names]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [[(10, "桥上的灯")], [], *beside(A, B, C)],
            named("桥上的灯", "甲", "乙", "丙"),
            id="a headline, and its columns from left to right",
        ),
        pytest.param(
            [[(6, "桥上的灯")], *beside(A, B), [], [(6, "夜里的船")], *beside(E, F)],
            named("桥上的灯", "甲", "乙", "夜里的船", "戊", "己"),
            id="two stories one below the other",
        ),
        pytest.param(
            [[(6, "桥上的灯"), (54, "夜里的船")], [], *beside(A, B, C, D)],
            named("桥上的灯", "甲", "乙", "夜里的船", "丙", "丁"),
            id="two stories side by side",
        ),
        pytest.param(
            # The masthead has two parts beside each other, as two stories have headlines.
            [[(0, "江城日报"), (40, "今日八版")], [], [], [(30, "桥上的灯")], [], *beside(A, B, C)],
            named("江城日报", "今日八版", "桥上的灯", "甲", "乙", "丙"),
            id="a headline set in the middle begins right of its first column",
        ),
        pytest.param(
            [[(6, "桥上的灯")], *beside(A, B), [], [(0, "夜里的船，没有人知道它去了哪里")], *beside(E, F)],
            named("桥上的灯", "甲", "乙", "夜里的船，没有人知道它去了哪里", "戊", "己"),
            id="what is wider than the column above is a headline, though it has a mark",
        ),
        pytest.param(
            [*beside(A, B), [], [], [], [(0, "夜里的船，去了哪里呢")], *beside(E, F)],
            named("甲", "乙", "夜里的船，去了哪里呢", "戊", "己"),
            id="a headline with a mark, for no paragraph ends above the first line of one",
        ),
        pytest.param(
            [[(0, "桥上的灯")], [(0, "照着来往的船只")], [(3, "甲一二三四五六七")], *beside(A[1:], A[1:], A[1:])],
            named("桥上的灯", "甲一二三四五六七"),
            id="the first line of a text that has no mark",
        ),
        pytest.param(
            # The column on the left goes on beside the gap between the two stories on its right.
            [
                [(6, "桥上的灯"), (30, "夜里的船")],
                [],
                *beside(A, B, C),
                [A[1]],
                [A[1], (30, "又一条船")],
                [A[1]],
                *beside(A[1:], E2, F2),
            ],
            named("桥上的灯", "甲", "夜里的船", "乙", "丙", "又一条船", "戊", "己"),
            id="two stories one below the other beside a longer column",
        ),
        pytest.param(
            # What stands lowest on the left is text, and yet another story begins there.
            [[(6, "桥上的灯")], [], *beside(A, B, C), [], [], [(0, E[0][1]), (30, "夜里的船")], *beside(E[1:], B, C)],
            named("桥上的灯", "甲", "乙", "丙", "戊", "夜里的船", "乙", "丙"),
            id="a story begins with a text beside the headline of the next one",
        ),
        pytest.param(
            # The line below the headline has room on its right, for the text there has a gap of some rows.
            [
                [(6, "桥上的灯"), (24, B[0][1])],
                [(24, B[1][1])],
                [(0, "通宵亮着的十二盏")],
                [],
                *beside(A, B[1:]),
            ],
            named("桥上的灯", "通宵亮着的十二盏", "甲", "乙"),
            id="no line of a head reaches farther than the others",
        ),
        pytest.param(
            [[(6, "桥上的灯")], [], *beside([*A, (3, "小标题"), *A[1:]], B * 2)],
            named("桥上的灯", "甲", "乙"),
            id="a subhead stands in its column",
        ),
        pytest.param(
            [[(8, LONG)], [], *beside(A, B, C), [], [(8, LONG)], [], *beside(E, F, C)],
            named(LONG, "甲", "乙", "丙", LONG, "戊", "己", "丙"),
            id="no column goes on below a headline that runs across",
        ),
    ],
)
def test_the_order_of_reading(rows: Sequence[Row], expected: list[str]) -> None:
    assert read(rows) == expected


def test_lines_that_are_not_level_are_of_their_columns() -> None:
    rows = [[(6, "桥上的灯")], []]
    for a, b in zip(column("甲", 0, 6), column("乙", 24, 6), strict=True):
        rows += [[a], [b]]
    assert read(rows) == ["桥上的灯", "甲一二三四五六，", "乙一二三四五六，"]


def test_a_column_that_is_ahead_of_another_has_no_gap() -> None:
    # Some lines of one and then some of the other, as beside lines of large type.
    rows: list[Row] = [[(6, "桥上的灯")], [], *beside(column("甲", 0, 2), column("乙", 24, 2))]
    for lines in (2, 4, 4):
        rows += [[(0, "甲七八九十，一二三四")] for _ in range(lines)]
        rows += [[(24, "乙七八九十，一二三四")] for _ in range(4)]
    assert read(rows) == ["桥上的灯", "甲一二三四五六，", "乙一二三四五六，"]


def test_another_story_in_a_column_begins_below_some_rows() -> None:
    # The column on its right goes on beside the gap.
    long, gap = column("乙", 24, 12), [(0, ""), (0, "")]

    def shown(*own: tuple[int, str]) -> list[str]:
        return read([[(6, "桥上的灯")], [], *beside(own, long)])

    assert shown(*A, *gap, (2, "夜里的船"), *A) == named("桥上的灯", "甲", "夜里的船", "甲", "乙")
    # The first line of the text has no mark.
    unmarked = [(3, "甲一二三四五六七"), *A[1:], *A[1:]]
    assert shown(*A, *gap, (0, "夜里的船"), *unmarked) == named("桥上的灯", "甲", "夜里的船", "甲一二三四五六七", "乙")
    # A subhead has no such gap above, and below a gap the same text may go on.
    assert shown(*A, (2, "夜里的船"), *A) == named("桥上的灯", "甲", "乙")
    assert shown(*A, *gap, *A[1:]) == named("桥上的灯", "甲", "乙")


def test_a_column_in_which_a_word_runs_on_goes_on_below_empty_rows() -> None:
    # 系统 is one word, 系办 is none; above large type rows are empty that are none on paper.
    rows: list[Row] = [*beside(column("甲", 0)), [(0, "有一套会说话的老调度系")], [], [], [(40, "夜里的船")]]
    pieces = {
        word: strips(*words([*rows, [(0, word)], [(0, A[1][1])]]))
        for word in ("统，船都听它的话来", "办事的人都回家了，")
    }
    assert [max(len(s.pieces) for s in found) for found in pieces.values()] == [7, 5]


def words(rows: Sequence[Row]) -> tuple[list[list[Piece]], RunsOn]:
    """The pieces of a page, and whether a word runs from one to another."""
    text = drawn(rows)

    def runs_on(above: Piece, below: Piece) -> bool:
        return straddle(text[above.start : above.end], text[below.start : below.end]) > WORD_ACROSS

    return placed(text, text.split("\n")), runs_on


def test_a_paragraph_of_one_line_is_no_headline() -> None:
    # a question of an interview: indented as the answer below it is
    asked = [(27, "记者：桥修好了吗？"), *column("乙", 24)]
    rows = [[(8, LONG)], [], *beside(column("甲", 0, 5), asked)]
    assert read(rows) == [LONG, FIRST["甲"], "记者：桥修好了吗？"]


def test_a_single_blank_parts_columns_where_it_stands_at_one_place() -> None:
    full = [
        (0, "甲七八九十，一二三四五六七八九十，一二三四五"),
        *((0, "又七八九十，一二三四五六七八九十，一二三四五") for _ in range(5)),
    ]
    rows = [[(10, "桥上的灯")], [], *beside(full, [(24, text) for _, text in column("乙", 0, 6)])]
    assert read(rows) == ["桥上的灯", full[0][1], "乙一二三四五六，"]


def test_more_strips_than_any_page_has_are_read_from_top_to_bottom() -> None:
    rows: list[Row] = [[(0, "桥上的灯"), (40, "夜里的船")], [], []] * (MOST // 2 + 1)
    assert read(rows) == ["桥上的灯", "夜里的船"] * (MOST // 2 + 1)


def page(*stories: Story, width: int = 15, gutter: int = 10) -> str:
    """Stories one below the other, each in three columns under its headline."""
    rows: list[Row] = []
    for story in stories:
        lines = story.column(width)
        depth = -(-len(lines) // 3)
        rows += [[(5, story.headline)], []]
        for n in range(depth):
            held = [(k * (width + gutter), k * depth + n) for k in range(3) if k * depth + n < len(lines)]
            rows.append([(left + 3 * (len(lines[at]) <= width - 2), lines[at]) for left, at in held])
        rows += [[], []]
    return drawn(rows)


def test_articles_of_a_drawn_page_come_back() -> None:
    raw = page(BRIDGE, LIBRARY, POMELO)
    text = clean(raw).text
    made = segment(text, setting_of(raw))
    assert [a.headline for a in made.articles] == [BRIDGE.headline, LIBRARY.headline, POMELO.headline]
    for story, article in zip((BRIDGE, LIBRARY, POMELO), made.articles, strict=True):
        assert "".join(article.body).replace(" ", "") == "".join(story.paragraphs).replace(" ", "")
    assert "".join(text[s.start : s.end] for s in made.stretches) == text


def under(story: Story, headline: str) -> Story:
    """The same story under a headline of which its text says nothing, without the words that open it."""
    return Story(headline, tuple(re.sub("^本报讯 （.*?） ", "", text) for text in story.paragraphs))


def test_a_headline_that_stands_over_a_text_is_its_own() -> None:
    # No text says a word of the headlines, or another one does.
    for third in ("山里人的算盘", "大桥那边的风"):
        told = [under(BRIDGE, "窗外的声音"), under(LIBRARY, "深夜里的一盏灯"), under(POMELO, third)]
        raw = page(*told)
        made = segment(clean(raw).text, setting_of(raw))
        assert [(a.headline, a.body[0][:4]) for a in made.articles] == [(s.headline, s.paragraphs[0][:4]) for s in told]


HEAD = [(6, "桥上的灯")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([HEAD, [], *beside(A, B)], ["甲"], id="the first column below a headline, not the second"),
        pytest.param([HEAD, [], [(8, "本报记者 方小禾")], *beside(A)], ["甲"], id="below a byline"),
        pytest.param([HEAD, [(12, "照着来往的船只")]], ["照着来往的船只"], id="more display type in the next row"),
        pytest.param([HEAD, [], [(12, "照着来往的船只")]], [], id="not farther below"),
        pytest.param([HEAD, *[[]] * 8, *beside(A)], [], id="far below it"),
        pytest.param([[(60, "桥上的灯")], [], *beside(A)], [], id="beside it"),
        pytest.param([*beside(A), [], [(0, "桥上的灯")]], [], id="above it"),
    ],
)
def test_what_stands_right_below_display_type(rows: Sequence[Row], expected: list[str]) -> None:
    raw = drawn(rows)
    pieces = placed(raw, raw.split("\n"))
    order = in_order(strips(pieces), pieces)
    headed = [b for a, b in itertools.pairwise(order) if is_under(b, a)]
    assert [raw[s.pieces[0].start : s.pieces[0].end] for s in headed] == named(*expected)


def test_the_lines_of_a_head_stand_under_each_other() -> None:
    raw = drawn([HEAD, [(6, "照着来往的船只")], [], *beside(A * 2, B * 2, C * 2, D * 2)])
    made = split(clean(raw).text, setting_of(raw))
    assert [line.under for line in made[:4]] == [False, True, True, False]
    assert not any(line.under for line in made[4:])


def test_what_stands_behind_letter_spaced_type_keeps_its_place() -> None:
    rows = beside(A * 3, B * 3, C * 3)
    rows[1] = [(0, "甲 七 八 九 十 ， 一 二"), *rows[1][1:]]
    raw = drawn([[(10, "桥上的灯")], [], *rows])
    text = clean(raw).text
    assert "甲七八九十，一二" in text
    assert [p.left for p in placed(text, setting_of(raw).drawn)[3]] == [0, 24, 48]


WORDS = (
    "桥上的灯，",
    "夜里的船。",
    "“又来",
    "，再说",
    "（下转第",
    "3版）",
    "摄",
    "2023 年",
    "新 的 一 年",
    "●快讯",
    "图为大桥。 丁一帆",
    "记者：",
)


# Headlines collected in one place, and one text alone.
@example(
    [
        *[[(0, "桥上的灯，")]] * 4,
        [(0, "桥上的灯，"), (0, "桥上的灯，"), (3, "3版）")],
        [(0, "夜里的船。")],
        [(0, "桥上的灯，"), (0, "桥上的灯，"), (20, "●快讯")],
        [(20, "“又来"), (20, "摄")],
    ]
)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from((0, 3, 20, 24, 40, 61, 80)), st.sampled_from(WORDS)), max_size=6),
        min_size=8,
        max_size=40,
    )
)
@settings(max_examples=30, deadline=None)
def test_every_character_of_a_drawn_page_is_accounted_for(rows: list[list[tuple[int, str]]]) -> None:
    raw = drawn([[(left, f"  {word}") for left, word in sorted(row)] for row in rows])
    text = clean(raw).text
    made = segment(text, setting_of(raw))
    assert "".join(text[s.start : s.end] for s in made.stretches) == text
