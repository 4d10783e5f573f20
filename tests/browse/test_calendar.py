from __future__ import annotations

import datetime as dt

import pytest

from newsarchive.browse.calendar import missing, months

MONDAYS = [(dt.date(2023, 1, 2) + dt.timedelta(7 * week)).isoformat() for week in range(20)]


@pytest.mark.parametrize(
    ("held", "gaps"),
    [
        ([], set()),
        # Too few issues to know the weekdays.
        (["2023-01-02", "2023-01-16", "2023-01-23"], set()),
        # A weekly that lost two issues; other weekdays are not missing.
        ([day for day in MONDAYS if day not in MONDAYS[3:5]], set(MONDAYS[3:5])),
        # An extra on a Thursday makes no weekly of Thursdays.
        ([*MONDAYS, "2023-01-05"], set()),
        # Before the first and after the last nothing is missing.
        (MONDAYS[5:10], set()),
    ],
)
def test_a_day_is_missing_when_its_weekday_usually_has_an_issue(held: list[str], gaps: set[str]) -> None:
    assert missing(held) == gaps


def test_months_run_from_the_first_to_the_last_issue_in_weeks_from_monday() -> None:
    shown = months(2023, ["2022-12-31", "2023-02-01"])
    assert [month.month for month in shown] == [1, 2]
    assert [day.day for day in shown[1].weeks[0]] == [0, 0, 1, 2, 3, 4, 5]
    assert [day.date for week in shown[1].weeks for day in week if day.held] == ["2023-02-01"]
    assert months(2023, []) == []
