"""Text that breaks off within a word, a phrase or a quotation is no display type."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.broken import (
    before_jumps,
    broken_off,
    commas_within,
    first_lines_alone,
    full_lines_within,
    no_credits,
    stops_within,
    torn_quotations,
)
from newsarchive.segment.roles.form import Form
from newsarchive.segment.roles.look import Look
from tests.segment.made import each, forms, look

D, S, N, F, J = Form.DISPLAY, Form.START, Form.ON, Form.FURNITURE, Form.JUMP

# Lines, their forms as read, and as they are.
CASES = [
    pytest.param(["合作社理事长方小禾今", "年四十一岁，原来开货车。"], [D, S], [S, N], id="a word across"),
    pytest.param(["写着月底还清四个大字", "的欠条还在抽屉里。"], [D, N], [S, N], id="a particle below"),
    pytest.param(["“三十吨蜜柚装上了船", "前天离港，”他说。"], [D, S], [S, N], id="a quotation"),
    pytest.param(["他先读完了《青石", "河志》，又借一本。"], [D, S], [S, N], id="a title"),
    pytest.param(["村里的人都来，连", "镇上的教", "师也来。"], [N, D, N], [N, N, N], id="goes on with what is above"),
    pytest.param(
        ["都来。", "一位退休", "的老人，", "也常来帮", "工。"], [N, D, D, D, N], [N, S, N, N, N], id="beside a picture"
    ),
    # A headline stands above the text that goes on with the line right above it.
    pytest.param(
        ["图书馆夜间不打烊", "合作社理事长方小禾今", "年四十一岁。"], [D, D, S], [D, S, N], id="below a headline"
    ),
    # What is no text.
    pytest.param(["图书馆夜间不打烊", "从本周起，阅览室开到夜里。"], [D, S], [D, S], id="a headline"),
    pytest.param(["“老字号”的新手艺", "“我学了三年，”他说。"], [D, S], [D, S], id="a closed quotation"),
    pytest.param(
        ["“老字号的新手艺", "从本周起，“我学了三年，”他说。"], [D, S], [D, S], id="another quotation begins first"
    ),
    pytest.param(["大桥合龙", "的确快，村民说。"], [D, S], [D, S], id="a word, no particle"),
    pytest.param(
        ["来了一位走了很远", "蜜柚出海", "的客人，想买柚子。"], [N, D, N], [N, D, N], id="a headline in an open text"
    ),
    pytest.param(["“以前都往外", "跑，如今回来了", "人。”镇长说。"], [D, S, N], [S, N, N], id="closed two lines below"),
    pytest.param(["方小禾今", "年初开工"], [D, D], [D, D], id="display type below"),
]


@pytest.mark.parametrize(("rows", "read", "are"), CASES)
def test_broken_off(rows: list[str], read: list[Form], are: list[Form]) -> None:
    assert broken_off(each(*rows), read) == are


@pytest.mark.parametrize(
    ("rows", "gaps", "short", "form"),
    [
        pytest.param(["他说。", "“这座桥修了两年半", "才修好。”"], (1, 2), 2.0, Form.START, id="a quotation left open"),
        pytest.param(["他说。", "“这座桥修了两年半", "才修好。”"], (1, 2), 0.0, Form.ON, id="without an indent"),
        pytest.param(["大桥开通，", "修了两年半”的路", "三分钟。"], (2,), 2.0, Form.ON, id="behind an open sentence"),
        pytest.param(["三分钟。（", "方小禾）", "本报讯 昨日。"], (2,), 9.0, Form.ON, id="a bracket closed"),
        pytest.param(["他说。", "“最美大桥”合龙", "本报讯 昨日。"], (1,), 2.0, Form.DISPLAY, id="a headline"),
    ],
)
def test_a_line_that_is_no_phrase_is_no_headline(
    rows: list[str], gaps: tuple[int, ...], short: float, form: Form
) -> None:
    seen = [look(), look(short=short), look()]
    out = torn_quotations(each(*rows, gaps=gaps), [Form.ON, Form.DISPLAY, Form.ON], seen)
    assert out == [Form.ON, form, Form.ON]


def test_a_quotation_two_ems_short_of_its_column_begins_a_paragraph_whatever_stands_around() -> None:
    rows = each("他说完就走。", "“这座桥修了两年半", "才修好。”", gaps=(1, 2))
    seen = [look(), look(column=rows[1].width + 2.0), look()]
    assert torn_quotations(rows, [Form.ON, Form.DISPLAY, Form.ON], seen)[1] is Form.START


def test_a_quotation_may_run_over_the_lines_of_a_headline() -> None:
    forms = [Form.DISPLAY, Form.DISPLAY, Form.START]
    rows = each("从“修桥难", "”到“过桥易”", "昨日大桥合龙。", gaps=(0,))
    assert torn_quotations(rows, forms, [look() for _ in rows]) == forms


def columns(*rows: str) -> tuple[list[Line], list[Look]]:
    """Lines each behind a blank line, in a column of twelve ems."""
    lines = [replace(line, gap=True) for line in each(*rows)]
    return lines, [look()._replace(column=12.0, short=12.0 - line.width) for line in lines]


def test_a_first_line_alone_at_the_foot_of_a_column() -> None:
    rows = ["果农查看柚子，露水未干。", "外，果农笑得合不拢嘴了。", "村里的柚子卖到了海", "图书馆夜间不打烊"]
    lines, seen = columns(*rows)
    assert first_lines_alone(lines, [S, N, D, D], seen) == [S, N, S, D]


def test_a_headline_as_long_as_a_first_line_stays() -> None:
    lines, seen = columns("果农查看柚子，露水未干。", "值班的馆员轮流上岗，读者", "村里的柚子卖到海外了")
    assert first_lines_alone(lines, [S, N, D], seen) == [S, N, D]


def test_a_full_line_below_a_comma() -> None:
    rows = ["果农查看柚子，露水未干。", "从本周起到月底，城南，", "图书馆夜间开放到十二点半", "资料图片"]
    lines, seen = columns(*rows)
    assert full_lines_within(lines, [S, S, D, F], seen) == [S, S, D, F]
    lines[2] = replace(lines[2], gap=False)
    assert full_lines_within(lines, [S, S, D, F], seen) == [S, S, N, F]


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        pytest.param(("守桥人对记者说，",), True, id="a piece"),
        pytest.param(("守桥人对记者说，", "冬天一到，"), True, id="two pieces"),
        pytest.param(("守桥不容易，", "过桥很难"), False, id="a subhead of two lines"),
    ],
)
def test_what_ends_with_a_comma_above_text_is_text(pieces: tuple[str, ...], text: bool) -> None:
    rows = each("大桥全长一千二百米，两岸村民", *pieces, "过河只要三分钟。")
    forms = [N, *[D] * len(pieces), S]
    expected = [N] * len(forms) if text else forms
    assert commas_within(rows, forms, [look()] * len(rows)) == expected


def test_a_piece_that_ends_with_a_comma_begins_a_paragraph_below_a_short_last_line() -> None:
    rows = each("过河只要三分钟。", "守桥人对记者说，", "冬天一到")
    assert commas_within(rows, [N, D, S], [look(short=7.0), look(), look()]) == [N, S, N]


@pytest.mark.parametrize(
    ("rows", "gaps", "before", "after"),
    [
        pytest.param(["新桥全长一千", "二百米，主塔高", "（下转第三版）"], (2,), [N, D, J], [N, N, J], id="under text"),
        pytest.param(
            ["合作社理事长方小禾今", "年四十一岁", "（下转第三版）"], (0, 2), [D, D, J], [S, N, J], id="a word"
        ),
        pytest.param(["新桥合龙。", "蜜柚出海", "（下转第三版）"], (), [N, D, J], [N, D, J], id="a headline"),
        pytest.param(["新桥全长一千", "蜜柚出海", "（下转第三版）"], (1,), [N, D, J], [N, D, J], id="it stands apart"),
    ],
)
def test_text_that_goes_on_on_another_page_stops_within_a_sentence(
    rows: list[str], gaps: tuple[int, ...], before: list[Form], after: list[Form]
) -> None:
    assert before_jumps(each(*rows, gaps=gaps), before) == after


@pytest.mark.parametrize(
    ("rows", "read", "after"),
    [
        pytest.param(["机器停了。", "茶厂提供", "的数字说明，今年的茶"], "SCN", "SNN", id="text goes on with it"),
        pytest.param(["机器停了。", "茶厂提供", "今年的茶比往年香"], "SCS", "SCS", id="a credit"),
        pytest.param(["大桥合龙", "茶厂提供", "的数字说明，今年的茶"], "DCN", "DCN", id="below display type"),
    ],
)
def test_text_that_ends_like_a_credit(rows: list[str], read: str, after: str) -> None:
    assert no_credits(each(*rows), forms(read)) == forms(after)


@pytest.mark.parametrize(
    ("rows", "read", "after"),
    [
        pytest.param(
            ["桥通了。", "可再生能源电力证书的简", "称。一个证书对应千瓦时电，", "可以单独买卖。"],
            "NDDS",
            "NSNN",
            id="a word runs into it, and the text goes on",
        ),
        pytest.param(["两岸的村民", "昨日。大桥通了", "工人撤场"], "NDS", "NNN", id="a sentence is open above"),
        pytest.param(["桥通了。", "昨日。大桥通了。", "工人撤场"], "NDS", "NSS", id="another paragraph below"),
        pytest.param(["大桥合龙", "昨日。大桥通了", "工人撤场"], "DDS", "DDS", id="a piece of something torn"),
        pytest.param(["桥通了。", "昨日大桥通了。", "工人撤场"], "NDS", "NDS", id="a sentence ends with it"),
        pytest.param(["桥通了。", "昨日。大桥通了", "工人撤场"], "NDD", "NDD", id="no text below"),
    ],
)
def test_display_type_within_which_a_sentence_ends(rows: list[str], read: str, after: str) -> None:
    assert stops_within(each(*rows), forms(read)) == forms(after)
