"""The words of kickers and columns."""

from __future__ import annotations

import pytest

from newsarchive.segment.kickers import introduces, is_kicker, is_rubric_name


@pytest.mark.parametrize("line", ["产业观察③", "民生热线8866110", "以案说法", "老照片", "河边笔记", "市长在会上强调"])
def test_a_column_name_introduces_a_headline(line: str) -> None:
    assert is_kicker(line)


@pytest.mark.parametrize("line", ["一场跨越千年的江上文明对话", "新桥通车", "快来体验课堂里的“黑科技”", "问答之间"])
def test_a_headline_is_no_column_name(line: str) -> None:
    assert not is_kicker(line)


def test_an_introduction_and_the_name_of_a_column_are_told_apart() -> None:
    said = "市长在供水保障调度会上强调"
    assert (introduces(said), is_rubric_name(said)) == (True, False)
    assert (introduces("读者来信"), is_rubric_name("读者来信")) == (False, True)
