"""Torn ends and beginnings of a page weighed against each other."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from newsarchive.segment.sequence import rivals
from newsarchive.segment.sequence.flow import Para, Torn
from newsarchive.segment.sequence.rivals import links


def page(paras: list[str], odds: dict[tuple[int, int], float]) -> Torn:
    """A page of paragraphs that break off (">"), may go on with something ("<"), do both, or neither ("")."""
    held = [Para((k,), kind.startswith("<"), kind.endswith(">"), 15.0) for k, kind in enumerate(paras)]
    return cast(Torn, SimpleNamespace(paras=held, link=lambda a, b: odds.get((a, b), -2.0)))


def test_what_has_no_other_choice_belongs_together() -> None:
    # The first end fits the first beginning a little better than the second; the second end fits both alike.
    torn = page([">", "", ">", "", "<", "", "<"], {(0, 4): -1.0})
    found = links(torn, [False] * 7)
    assert sorted(found) == [(0, 4), (0, 6), (2, 4), (2, 6)]
    assert found[0, 4] > 0 > found[0, 6]
    assert found[2, 6] > 0 > found[2, 4]


def test_what_goes_on_with_something_better_leaves_nothing() -> None:
    alone = links(page([">", "", "<"], {}), [False] * 3)
    taken = links(page([">", "", "<", "", ">"], {(4, 2): 3.0}), [False] * 5)
    assert taken[0, 2] < alone[0, 2]


def test_what_no_text_goes_on_with_or_stands_right_behind_is_left_out() -> None:
    # the article ends with it, and what stands right behind it goes on with it
    assert links(page([">", "", "<"], {}), [True, False, False]) == {}
    assert links(page([">", "<", ""], {}), [False] * 3) == {}
    assert links(page(["", ""], {}), [False] * 2) == {}


def test_a_page_of_many_is_left_alone() -> None:
    many = [">", ""] * rivals.MOST_PAIRS + ["<", "", "<"]
    assert links(page(many, {}), [False] * len(many)) == {}
