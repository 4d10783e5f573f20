"""The two halves of a story, tied over the pages of an issue."""

from __future__ import annotations

from newsarchive.model import Article
from newsarchive.segment.continuation import Placed, tie

MODELS = "大模型进车间：是新工具还是新工友"


def first(
    number: str, page: str, to: str, headline: str = MODELS, body: str = "大模型替代的是重复性的脑力劳动。"
) -> Placed:
    return Placed(number, page, Article(headline=headline, body=(body,), jump_to=to))


def second(
    number: str, page: str, origin: str, headline: str = MODELS, body: str = "每一次技术革命都会淘汰岗位，大模型也是。"
) -> Placed:
    return Placed(number, page, Article(headline=headline, body=(body,), jump_from=origin))


def test_two_halves_are_tied() -> None:
    made = tie([first("a", "01", "4"), second("b", "04", "1")])
    assert made.pairs == (("a", "b"),)
    assert made.problems == ()


def test_two_stories_between_the_same_pages_are_told_apart_by_their_words() -> None:
    made = tie(
        [
            first("a", "1", "4"),
            first("b", "1", "4", "谁来种地", "托管土地四万亩，合作社有农机。"),
            second("c", "4", "1", "谁来种地", "合作社的烘干能力不足。"),
            second("d", "4", "1"),
        ]
    )
    assert set(made.pairs) == {("a", "d"), ("b", "c")}


def test_a_second_half_without_headline_is_found_by_its_page_numbers() -> None:
    assert tie([first("a", "1", "3"), second("b", "3", "1", headline="")]).pairs == (("a", "b"),)


def test_lettered_pages() -> None:
    assert tie([first("a", "A01", "A04"), second("b", "A04", "A01")]).pairs == (("a", "b"),)
    assert tie([first("a", "A01", "4"), second("b", "A04", "1")]).pairs == (("a", "b"),)


def test_ends_that_do_not_meet_are_problems() -> None:
    made = tie([first("a", "1", "4"), second("b", "4", "2"), Placed("c", "2", Article(headline="别的"))])
    assert made.pairs == ()
    assert [(p.code, p.unit) for p in made.problems] == [("dangling-jump", "a"), ("dangling-jump", "b")]


def test_nothing_to_tie() -> None:
    assert tie([]) == tie([Placed("c", "2", Article(headline="别的"))])
