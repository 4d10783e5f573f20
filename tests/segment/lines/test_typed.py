"""The marks of a page as its reader takes them."""

from __future__ import annotations

import pytest

from newsarchive.segment import segment
from newsarchive.segment.lines.typed import as_typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("他说：「这座『老桥』」很好。", "他说：“这座‘老桥’”很好。"),
        # a page with both uses corners for something else
        ("「专版」他说：“很好。”", "「专版」他说：“很好。”"),
        ('他说："很好。"\n"我去，"她说，"你别去。"', "他说：“很好。”\n“我去，”她说，“你别去。”"),
        # a lost mark is made up for behind a colon, before a mark and at the edges of a line
        ('"春耕"和"秋收\n他说："好"', "“春耕”和“秋收\n他说：“好”"),
        # lines torn at squeezed marks begin with the closing one
        ('他说："很好。\n"老王说。', "他说：“很好。\n”老王说。"),
        ("Don't说'好'", "Don't说‘好’"),
    ],
)
def test_marks_are_read_as_recognition_knows_them(text: str, typed: str) -> None:
    assert as_typed(text) == typed


def test_points_are_full_stops_where_a_page_has_no_others() -> None:
    page = "春耕开始了．\n大坝合龙。\n共3．5万人．2024年来了．他说：“好．”\n1．引水\n渠长9%．路通了．"
    assert as_typed(page) == "春耕开始了。\n大坝合龙。\n共3．5万人。2024年来了。他说：“好。”\n1．引水\n渠长9%。路通了。"
    names = "约翰．史密斯到了。\n" * 9
    assert as_typed(names) == names


def test_articles_keep_the_marks_of_the_page() -> None:
    text = '大坝昨日合龙\n本报讯（记者 王山） 大坝昨日合龙。"太好了，"老王说，"盼了十年。"\n'
    made = segment(text)
    assert '"太好了，"老王说，"盼了十年。"' in "".join(made.articles[0].body)
