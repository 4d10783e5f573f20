"""Ids: the same input gives the same ids, whenever and wherever it is read."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from newsarchive import ids


def test_the_ids_of_the_public_face() -> None:
    issue = ids.issue_id("cena", date(2023, 11, 21))
    assert issue == "cena-2023-11-21"
    assert ids.issue_id("cena", date(2023, 11, 21), 2) == "cena-2023-11-21-2"
    assert ids.page_id(issue, "A01") == "cena-2023-11-21-A01"
    assert ids.article_id("cena-2023-11-21-01", 3) == "cena-2023-11-21-01-003"


def test_a_number_never_changes() -> None:
    # A frozen value: an archive made today must keep its numbers for ever.
    assert ids.article_number("cena-2023-11-21-01-003", date(2023, 11, 21)) == 5319658753031994


@given(st.dates(date(1600, 1, 1), date(2300, 1, 1)), st.dates(date(1600, 1, 1), date(2300, 1, 1)), st.text(), st.text())
def test_numbers_sort_by_date_and_stay_exact_in_json(one: date, other: date, first: str, second: str) -> None:
    low, high = ids.article_number(first, one), ids.article_number(second, other)
    if one < other:
        assert low < high
    assert 0 <= low < 2**53


@given(st.dates(date(1600, 1, 1), date(2300, 1, 1)), st.text())
def test_the_next_number_is_another_of_the_same_day(day: date, name: str) -> None:
    number = ids.article_number(name, day)
    following = ids.next_number(number)
    assert following != number
    assert following >> 35 == number >> 35
