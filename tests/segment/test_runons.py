"""Text read as display type whose last word or quotation runs on into other text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsarchive.segment.lines import Line
from newsarchive.segment.roles import Form, Look
from newsarchive.segment.runons import first_lines_alone, full_lines_within, run_on_below
from tests.segment.made import each, look

S, N, D, B, F = Form.START, Form.ON, Form.DISPLAY, Form.BYLINE, Form.FURNITURE


@pytest.mark.parametrize(
    ("rows", "forms", "mended"),
    [
        pytest.param(["今年的柚子卖到了海", "外，果农笑得合不拢嘴。"], [D, N], [S, N], id="a word runs across"),
        pytest.param(["馆长说：“白天", "没空来的人晚上来。”"], [D, S], [S, N], id="a quotation"),
        pytest.param(["读完《柚子熟了的季", "节》，馆员久久不语。"], [D, N], [S, N], id="the name of a work"),
        pytest.param(["一座开到夜里十二点", "的图书馆在城南开张。"], [D, N], [S, N], id="a particle"),
        pytest.param(["柚子卖到海外", "果农笑得合不拢嘴。"], [D, S], [D, S], id="a headline"),
        pytest.param(["图书馆“不打烊”", "的读者多了四成。"], [D, N], [D, N], id="a particle below a blank line"),
    ],
)
def test_display_type_that_runs_on_is_text(rows: list[str], forms: list[Form], mended: list[Form]) -> None:
    lines = each(*rows)
    lines[1] = replace(lines[1], gap="不打烊" in rows[0])
    assert run_on_below(lines, forms, [look(), look()]) == mended


def test_what_fills_its_column_goes_on_with_another() -> None:
    lines = each("夜间开放多花电费，值得吗", "馆长算过账。", "馆长查看了台灯和热", "水，说这里很安静。")
    assert run_on_below(lines, [S, N, D, N], [look()] * 4) == [S, N, N, N]
    lines = each("城南图书馆", "馆长查看了台灯和热", "水，说这里很安静。")
    assert run_on_below(lines, [B, D, N], [look()] * 3) == [B, S, N]


def columns(*rows: str) -> tuple[list[Line], list[Look]]:
    """Lines each behind a blank line, in a column of twelve ems."""
    lines = [replace(line, gap=True) for line in each(*rows)]
    return lines, [replace(look(), column=12.0, short=12.0 - line.width) for line in lines]


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
