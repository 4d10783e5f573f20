"""The pieces of an article in the order in which they are read."""

from __future__ import annotations

import pytest

from newsarchive.segment.articles.order import Ordered, ordered
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.lines.line import Line, split
from newsarchive.segment.sequence.flow import Para
from tests.segment.made import torn_of


def order(shown: list[str], flags: list[str], begins: list[float], heads: frozenset[int] = frozenset()) -> list[int]:
    """The order of one-line paragraphs; in a flag ``o`` says open, first for the start, then for the end."""
    lines: list[Line] = split("\n".join(shown))
    paras = [Para((n,), f[0] == "o", f[1] == "o", 10.0) for n, f in enumerate(flags)]
    group = Group(tuple(range(len(paras))), tuple(begins), -1, 1.0)
    torn = torn_of(paras, lines)
    return list(ordered(group, torn, heads).paras)


def test_what_stands_in_order_stays() -> None:
    assert order(["甲说了第一件事。", "乙说了第二件事。"], ["..", ".."], [0, 0]) == [0, 1]


def test_the_end_of_a_sentence_does_not_come_first() -> None:
    shown = ["系的建设走上新台阶。", "大会要求推动装备制造体"]
    assert order(shown, ["o.", ".o"], [0, 0]) == [1, 0]


def test_a_ring_is_cut_where_the_article_begins() -> None:
    # Painted from the middle: the last paragraph goes on in the first one.
    shown = ["系的建设走上新台阶。", "会后还举行了签约。", "昨日，大会开幕。", "大会要求推动装备制造体"]
    assert order(shown, ["o.", "..", "..", ".o"], [0, -3, 2, -3]) == [2, 3, 0, 1]


def scattered(shown: list[str], flags: list[str]) -> Ordered:
    """How one-line paragraphs are read that stand far apart from each other."""
    rows = [row for text in shown for row in (text, *["别处的事。"] * 15)]
    own = [n for n, row in enumerate(rows) if row in shown]
    torn_at = dict(zip(own, flags, strict=True))
    lines = split("\n".join(rows))
    held = [Para((n,), torn_at.get(n, "..")[0] == "o", torn_at.get(n, "..")[1] == "o", 10.0) for n in range(len(rows))]
    torn = torn_of(held, lines)
    read = ordered(Group(tuple(own), (0.0,) * len(own), -1, 1.0), torn, frozenset())
    return Ordered(tuple(own.index(k) for k in read.paras), frozenset(own.index(k) for k in read.joined))


def test_of_two_pieces_left_open_the_nearer_one_goes_on() -> None:
    read = scattered(["大会要求推动", "会后签约要求", "两岸村民都来看。"], [".o", ".o", "o."])
    assert read == Ordered((0, 1, 2), frozenset({2}))


def test_who_is_introduced_is_so_before_he_is_named() -> None:
    bare, introduced = "王小明来到青河的第一天就开诊。", "“没想到。”说话的是院长王小明。"
    assert scattered([bare, introduced], ["..", ".."]).paras == (1, 0)
    assert scattered([bare, "“没想到。”王小明说。"], ["..", ".."]).paras == (0, 1)


def test_the_piece_with_the_lead_is_the_first() -> None:
    shown = ["他说，装备制造是立市之本。", "本报讯（记者 李四） 昨日，大会开幕。"]
    assert order(shown, ["..", ".."], [0, 0]) == [1, 0]


def test_the_last_box_comes_first_where_a_word_tells_that_it_does() -> None:
    above = ["大桥昨日合龙。", "村民都来看。", "从前要绕行。", "如今很方便。", "人人都说好。"]
    boxes = ["他处的事", "系的建设走上新台阶。", "会后还有签约。", "他处的事", "", "记者注意到推动装备制造体"]
    lines = split("\n".join(["大桥合龙", *above, *boxes]))
    own = [n for n, line in enumerate(lines) if n and line.flat != "他处的事"]
    held = [Para((n,), lines[n].flat[0] == "系", lines[n].flat[-1] == "体", 10.0) for n in own]
    torn = torn_of(held, lines)
    group = Group(tuple(range(len(own))), (2.0, *[-3.0] * (len(own) - 1)), -1, 1.0)
    assert list(ordered(group, torn, frozenset({0})).paras) == [0, 1, 2, 3, 4, 7, 5, 6]


def test_a_subhead_taken_for_the_headline_does_not_put_the_end_first() -> None:
    shown = ["昨日，大会开幕。", "为期三天。", "会后还举行了签约。", "与会者都说收获很大。"]
    flags = [".."] * 4
    assert order(shown, flags, [2, -3, -1, -3], heads=frozenset({1})) == [0, 1, 2, 3]
    # It is the headline if the piece under it looks no less like a beginning.
    assert order(shown, flags, [0, -3, 1, -3], heads=frozenset({1})) == [2, 3, 0, 1]


def test_a_piece_that_is_not_torn_after_all_stays_where_it_is() -> None:
    shown = ["记者：大桥何时合龙？", "李四：就在昨日。", "记者：何时通车？", "李四：大会要求推动装备制造体"]
    flags = ["..", "..", "o.", ".o"]
    assert order(shown, flags, [2, -3, -3, -3]) == [0, 1, 2, 3]


def test_the_article_begins_in_the_piece_that_a_later_one_goes_on_in() -> None:
    # The middle stands under the headline; what is behind it goes on at the top of it.
    shown = ["系的建设走上新台阶。", "会后还举行了签约。", "昨日，大会开幕。", "为期三天。", "大会要求推动装备制造体"]
    flags = ["o.", "..", "..", "o.", "oo"]
    assert order(shown, flags, [0, -3, 2, -3, -3]) == [2, 3, 4, 0, 1]


def in_columns(*paras: list[str]) -> Ordered:
    """How paragraphs are read that stand in columns ten ems wide, a blank line before each; one without an indent fills
    its first line, one without a full stop is left open.
    """
    rows = [row for para in paras for row in ("", *para)][1:]
    lines = split("\n".join(rows))
    held, at = [], 0
    for para in paras:
        full = len(para[0]) == 10
        held.append(Para(tuple(range(at, at + len(para))), False, para[-1][-1] != "。", 10.0, full_start=full))
        at += len(para)
    group = Group(tuple(range(len(held))), (0.0,) * len(held), -1, 1.0)
    torn = torn_of(held, lines)
    return ordered(group, torn, frozenset())


def columns(*paras: list[str]) -> list[int]:
    """The order of paragraphs in columns ten ems wide."""
    return list(in_columns(*paras).paras)


FIRST = ["大桥昨日顺利合龙", "工人在桥面放起了鞭炮", "两岸村民都来看。"]
REST = ["三分钟就能过河到对岸", "从前要走二十公里山路", "如今人人都说好。"]
LOWER = ["大桥全长一千二百", "米主塔高九十六米通车"]


def test_the_lower_half_of_a_column_comes_before_the_next_column() -> None:
    last = ["项目经理介绍桥面", "铺装将在月底开始了。"]
    assert columns(FIRST, REST, LOWER, last) == [0, 2, 1, 3]
    # What stands beside the upper half, as many lines of it, goes on with the lower one; the rest is below.
    assert columns(FIRST, REST, last, LOWER) == [0, 2, 3, 1]
    # The article goes on with what begins it only from its end.
    assert columns(REST, FIRST, LOWER, last) == [0, 1, 2, 3]
    # With an indent it is a paragraph of its own.
    assert columns(FIRST, ["如今只要三分钟就", *REST[1:]], LOWER, last) == [0, 1, 2, 3]


def test_a_full_last_line_may_go_on_beside_a_column_of_equal_height() -> None:
    filled = [LOWER[0], "米主塔高九十六米高。"]
    last = ["项目经理介绍桥面", "铺装将在月底开始了。"]
    assert columns(FIRST, REST, filled, last) == [0, 2, 1, 3]
    assert columns(FIRST, REST[1:], filled, last) == [0, 1, 2, 3]
    assert columns(FIRST, REST, [LOWER[0], "米主塔高。"], last) == [0, 1, 2, 3]


def test_pieces_go_on_with_each_other_the_best_way_for_all() -> None:
    # 全县 is a word, but then nothing is left for 全额 and for 体系.
    shown = ["上级出资全", "大会要求推动装备制造体", "系的建设走上新台阶。", "额保障。"]
    assert order(shown, [".o", ".o", "o.", "o."], [2, -3, -3, -3]) == [0, 3, 1, 2]


def test_a_piece_that_goes_on_with_its_own_end_leaves_others_alone() -> None:
    # The last line of a paragraph stands above the beginning of the article, as the head of the next column.
    shown = ["额保障。", "昨日，大会开幕。", "上级出资全", "大会要求推动装备制造体", "系的建设走上新台阶。"]
    assert order(shown, ["o.", "..", ".o", ".o", "o."], [-3, 2, -3, -3, -3]) == [1, 2, 0, 3, 4]


def test_what_is_left_open_is_for_the_piece_that_begins_inside_a_sentence() -> None:
    rows = [*REST, "", *FIRST, "", "项目经理介绍桥面", "要绕行"]
    lines = split("\n".join(rows))
    held = [
        Para((0, 1, 2), True, False, 10.0),
        Para((3, 4, 5), False, False, 10.0, True),
        Para((6, 7), False, True, 10.0),
    ]
    group = Group((0, 1, 2), (0.0, 2.0, 0.0), -1, 1.0)
    torn = torn_of(held, lines)
    assert list(ordered(group, torn, frozenset()).paras) == [1, 2, 0]


def test_a_paragraph_whose_sentence_fills_its_line_goes_on_in_the_box_below_it() -> None:
    def joined(*rows: str) -> frozenset[int]:
        lines = split("\n".join(rows))
        cut = lines.index(next(line for line in lines[1:] if line.gap))
        held = [
            Para(tuple(range(cut)), False, False, 10.0),
            Para(tuple(range(cut, len(lines))), True, False, 10.0),
        ]
        torn = torn_of(held, lines)
        return ordered(Group((0, 1), (0.0, 0.0), -1, 1.0), torn, frozenset()).joined

    below = ["", "如今只要三分钟就够了", "从前绕行二十公里山路", "两岸村民都来看热闹了", "放起了鞭炮。"]
    assert joined("大桥昨日顺利合龙", "工人在桥面放了鞭炮。", *below) == {1}
    # A first line alone is two ems short of its column.
    assert joined("大桥昨日合龙了。", *below) == {1}
    assert joined("大桥昨日顺利合龙", "工人放鞭炮。", *below) == set()


def test_the_rest_of_the_only_sentence_left_open_need_not_look_torn() -> None:
    def joined(*paras: list[str]) -> frozenset[int]:
        return in_columns(*paras).joined

    first, open_end = ["大桥昨日合龙了。"], ["大会昨日要求推动", "全省的装备制造业体"]
    # A single line shows no indent: right behind the open end, or where a word runs across.
    assert joined(first, open_end, ["如今都说好。"]) == {2}
    assert joined(first, open_end, first, ["系建设走上新台阶。"]) == {3}
    # Elsewhere what has no word across is a paragraph, and so is what is indented or said.
    assert joined(first, open_end, ["“系建设好。”他说。"]) == set()
    assert joined(first, open_end, ["如今只要三分钟就", "可过河。"]) == set()
    # Hardly more than the end of a sentence is a rest wherever it stands, but for the formula of a notice.
    assert joined(first, open_end, first, ["走上台阶。"]) == {3}
    assert joined(first, open_end, first, ["特此公告。"]) == {2}


@pytest.mark.parametrize(
    ("first", "read"),
    [
        pytest.param(("大桥顺利合龙以后可以通", "车了。"), (2, 0), id="without an indent"),
        pytest.param(("昨日，大桥合龙以后", "就可以通车了。"), (0, 2), id="that begins as the article does"),
    ],
)
def test_what_a_jump_line_closes_comes_last(first: tuple[str, str], read: tuple[int, int]) -> None:
    # The last column of an article may be painted first, right below its headline, and its beginning far away.
    rows = ["大桥合龙", *first, "", "别处的事。", "", "大会昨日开幕，村民", "都来看热闹。"]
    lines = split("\n".join(rows))
    full = len(first[0]) > len(first[1]) + 4
    paras = [Para((1, 2), False, False, 11.0, full), Para((3,), False, False, 11.0), Para((4, 5), False, False, 11.0)]
    torn = torn_of(paras, lines)
    group = Group((0, 2), (0.0, 0.0), -1, 1.0)
    assert ordered(group, torn, frozenset([0]), frozenset([0])).paras == read
    assert ordered(group, torn, frozenset([0])).paras == (0, 2)


@pytest.mark.parametrize(
    ("open_end", "behind", "joined"),
    [
        pytest.param("大会要求推动", "装备制造业上台阶。", True, id="goes straight on"),
        pytest.param("大会要求推动", "\n装备制造业上台阶。", False, id="behind a blank line"),
        pytest.param("大会要求推动装备制造体", "\n系的建设走上新台阶。", True, id="where a word runs on"),
        pytest.param("大会要求推动", "“要上台阶。”他说。", False, id="what begins with a mark"),
        pytest.param("大会要求推动，", "“要上台阶。”他说。", True, id="goes on with a comma"),
        pytest.param("（青石河厂工人）", "装备制造业上台阶。", False, id="a bracket"),
        pytest.param("编者按", "装备制造业上台阶。", False, id="a label"),
        pytest.param("大会要求推动", "记者：怎么上台阶？", False, id="a question"),
        pytest.param("大会要求推动", "●装备制造业上台阶。", False, id="an item"),
    ],
)
def test_what_is_left_open_goes_on_right_below(open_end: str, behind: str, joined: bool) -> None:
    # Another sentence is left open before: of the only one more is known.
    rows = ["昨日开会的有", "大会昨日开幕。", open_end, behind]
    lines = split("\n".join(rows))
    paras = [Para((n,), False, n in (0, 2), 10.0) for n in range(4)]
    torn = torn_of(paras, lines)
    read = ordered(Group((0, 1, 2, 3), (0.0,) * 4, -1, 1.0), torn, frozenset())
    assert (3 in read.joined) is joined


def test_what_an_editor_says_comes_before_a_letter() -> None:
    assert scattered(["编辑同志：", "编者按：本报今起讲述建设者的故事。"], ["..", ".."]).paras == (1, 0)
