"""Boxes of columns side by side that were printed by turns stand in their columns again; others stay where they are."""

from __future__ import annotations

import pytest

from newsarchive.segment.page import read_page, segment
from tests.segment.made import BRIDGE, LIBRARY, POMELO, Story, page, wrapped


def boxes(*held: list[str]) -> list[str]:
    return [line for box in held for line in (*box, "")]


def paragraphs(story: Story) -> list[list[str]]:
    """The paragraphs of an article as an extractor draws them: a box for each."""
    return [wrapped(text, 13) for text in story.paragraphs]


HEAD, OTHER = [LIBRARY.headline, ""], [BRIDGE.headline, "", *boxes(*paragraphs(BRIDGE))]
# The first lines of the second and the third end inside 开放 and 台灯.
FIRST, SECOND, THIRD = paragraphs(LIBRARY)
# The second paragraph has its first line at the foot of a column, the third has its own beside it.
FEET = page(HEAD, boxes(FIRST, SECOND[1:], SECOND[:1], THIRD[:1], THIRD[1:]), OTHER)
# At the head of two columns single lines: the first of the second paragraph, and the last of it.
HEADS = page(HEAD, boxes(FIRST, SECOND[:1], SECOND[-1:], SECOND[1:-1], THIRD), OTHER)
# Both rests before both first lines: a row is printed from left to right.
RESTS = page(HEAD, boxes(FIRST, SECOND[1:], THIRD[1:], SECOND[:1], THIRD[:1]), OTHER)
WHOLE = page(HEAD, boxes(FIRST, SECOND, THIRD), OTHER)


def read(text: str) -> list[str]:
    return [line.flat for line in read_page(text).lines]


@pytest.mark.parametrize("text", [FEET, HEADS, RESTS, WHOLE], ids=["feet", "heads", "rests first", "in place"])
def test_every_line_stands_behind_the_one_it_goes_on_with(text: str) -> None:
    assert read(text) == read(WHOLE)


def test_the_article_is_whole() -> None:
    assert segment(FEET).articles[0].body == segment(WHOLE).articles[0].body


def test_nothing_is_put_over_a_subhead() -> None:
    text = page(HEAD, boxes(FIRST, SECOND[1:], ["夜里的灯"], SECOND[:1], THIRD[:1], THIRD[1:]), OTHER)
    assert read(text) == [line.rstrip() for line in text.split("\n") if line]


def test_items_of_a_list_stay_in_order() -> None:
    items = [
        [f"{n}、{place}的果园开园。"] for n, place in zip("一二三四", ("东岭", "西坡", "南湾", "北沟"), strict=True)
    ]
    text = page(HEAD, boxes(FIRST, *items, SECOND, THIRD), OTHER)
    assert read(text) == [line.rstrip() for line in text.split("\n") if line]


def test_a_headline_read_as_text_is_not_put_elsewhere() -> None:
    text = page(
        [POMELO.headline, ""], boxes(["老街上的手艺人说话算话"], ["——记裁缝方小禾"], SECOND[-1:]), HEAD, boxes(FIRST)
    )
    lines = read(text)
    assert lines.index("——记裁缝方小禾") == lines.index("老街上的手艺人说话算话") + 1
