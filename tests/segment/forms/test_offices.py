"""What offices and firms are called."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.offices import is_authority, is_office, is_office_with_its_matter


@pytest.mark.parametrize(
    ("flat", "alone", "matter"),
    [
        ("青石县水务局", True, True),
        ("石桥渡口同乡会", True, True),
        ("青石县水务局国有土地", False, True),
        ("青石县水务局关于渡口", False, True),
        pytest.param("青石县水务局修好便道", False, False, id="a clause"),
        pytest.param("少年棋手连赢三局", False, False, id="a game"),
        pytest.param("国有土地使用权", False, False, id="nobody"),
    ],
)
def test_an_office_alone_and_with_what_its_notice_is_about(flat: str, *, alone: bool, matter: bool) -> None:
    assert (is_office(flat), is_office_with_its_matter(flat)) == (alone, matter)


@pytest.mark.parametrize(
    ("flat", "authority"),
    [("青石县水务局", True), ("青石县水务局城东分局", True), ("青石县图书馆", False), ("青石造纸公司", False)],
)
def test_an_authority_is_no_house_and_no_firm(flat: str, *, authority: bool) -> None:
    assert is_authority(flat) is authority
