"""Who is introduced."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.introduced import introduces


@pytest.mark.parametrize(
    ("text", "beginning", "expected"),
    [
        pytest.param("昨日，院长王小明说：“开诊了。”", "王小明来到青河的第一天", True, id="his office"),
        pytest.param("教授司马青说。", "司马青来到青河", True, id="a surname of two characters"),
        pytest.param("昨日，王小明说：“开诊了。”", "王小明来到青河的第一天", False, id="only his name"),
        pytest.param("院长李大山说。", "王小明来到青河的第一天", False, id="another"),
        pytest.param("院长王小明说。", "昨日，王小明来到青河", False, id="no name at the beginning"),
    ],
)
def test_the_office_is_given_before_the_bare_name(text: str, beginning: str, expected: bool) -> None:
    assert introduces(text, beginning) == expected
