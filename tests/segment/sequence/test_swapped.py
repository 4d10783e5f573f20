"""Lines that an extractor took in the wrong order because they stand at one height."""

from __future__ import annotations

import pytest

from newsarchive.segment.page import read_page
from newsarchive.segment.roles.form import Form
from newsarchive.segment.sequence.swapped import closed_last
from tests.segment.made import BRIDGE, LIBRARY, each

S, N, D, J, SIGN = Form.START, Form.ON, Form.DISPLAY, Form.JUMP, Form.SIGNATURE


@pytest.mark.parametrize(("close", "form"), [("（下转第3版）", J), ("（苏 木）", SIGN)])
def test_what_closes_an_article_stands_behind_its_last_line(close: str, form: Form) -> None:
    rows = each("果农把套袋的日子记在本子上，说", close, "明年还要多种。")
    assert closed_last(rows, [S, form, N]) == [rows[0], rows[2], rows[1]]


def test_text_that_goes_on_below_is_another_column() -> None:
    rows = each("果农把套袋的日子记在本子上，说", "（下转第3版）", "阅览室里还添了热水。", "馆员轮流上岗。")
    assert closed_last(rows, [S, J, N, N]) == rows


def test_a_finished_article_is_left_alone() -> None:
    rows = each("果农把套袋的日子记在本子上。", "（下转第3版）", "阅览室里还添了热水。")
    assert closed_last(rows, [S, J, N]) == rows


def test_a_page_is_read_so() -> None:
    first, *rest = BRIDGE.column()
    rows = [
        BRIDGE.headline,
        "",
        first,
        *rest[:-1],
        "（下转第3版）",
        rest[-1],
        "",
        LIBRARY.headline,
        "",
        *LIBRARY.column(),
    ]
    read = read_page("\n".join(rows))
    jump = read.forms.index(J)
    assert read.lines[jump - 1].flat == rest[-1]
    assert any(p.lines[-1] == jump - 1 and not p.open_end for p in read.paras)
