"""Continued stories: which halves belong together."""

from __future__ import annotations

import pytest

from newsarchive.store.links import Half, page_key, pairs


def half(id: str, label: str, headline: str, to: str = "", back: str = "") -> Half:
    return Half(id, label, headline, to, back)


def test_marks_on_both_sides_tie_even_under_another_headline() -> None:
    assert pairs([half("a", "01", "老水厂改造记", to="3"), half("b", "03", "一滴水走过八道关", back="1")]) == [
        ("a", "b")
    ]


def test_of_several_halves_the_headlines_decide() -> None:
    halves = [
        half("a", "01", "老水厂改造记", to="4"),
        half("b", "01", "澄川大桥维修", to="4"),
        half("c", "04", "澄川大桥维修", back="1"),
        half("d", "04", "老水厂改造记", back="1"),
    ]
    assert sorted(pairs(halves)) == [("a", "d"), ("b", "c")]


def test_one_mark_and_the_same_headline_tie() -> None:
    assert pairs([half("a", "01", "老水厂“瘦身”记", to="2"), half("b", "02", "老水厂瘦身记")]) == [("a", "b")]
    assert pairs([half("a", "01", "老水厂瘦身记"), half("b", "02", "老水厂瘦身记", back="1")]) == [("a", "b")]


@pytest.mark.parametrize(
    "halves",
    [
        [half("a", "01", "同一个标题"), half("b", "02", "同一个标题")],  # no mark at all
        [half("a", "01", "标题", to="3"), half("b", "02", "标题")],  # another page
        [half("a", "01", "标题", to="2"), half("b", "02", "标题", back="3")],  # the other says otherwise
        [half("a", "01", "标题", to="2"), half("b", "02", "无关的文章")],
        [half("a", "01", "", to="2"), half("b", "02", "")],
    ],
)
def test_what_does_not_belong_together_stays_apart(halves: list[Half]) -> None:
    assert pairs(halves) == []


def test_a_number_alone_is_a_page_of_the_own_section() -> None:
    halves = [half("a", "A01", "标题", to="2"), half("b", "A02", "标题", back="1"), half("c", "B02", "标题", back="1")]
    assert pairs(halves) == [("a", "b")]


def test_a_story_over_three_pages_is_a_chain() -> None:
    halves = [
        half("a", "01", "标题", to="2"),
        half("b", "02", "标题", to="3", back="1"),
        half("c", "03", "标题", back="2"),
    ]
    assert sorted(pairs(halves)) == [("a", "b"), ("b", "c")]


@pytest.mark.parametrize(
    ("one", "other"), [("04", "4"), ("四", "4"), ("十二", "12"), ("二十", "20"), ("十", "10"), ("A04", "a4")]
)
def test_labels_of_one_page_are_one(one: str, other: str) -> None:
    assert page_key(one) == page_key(other)


def test_labels_of_two_pages_are_two() -> None:
    assert len({page_key(label) for label in ("1", "10", "11", "A1", "B1", "")}) == 6
