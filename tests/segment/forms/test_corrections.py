"""Corrections: what they are called, how they begin and end, and who signs them."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.corrections import LONGEST, corrects, is_correction_name, is_sorry, signs_corrections


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        ("本报4月2日第3版《大桥合拢》一文中，“合拢”应为“合龙”。", True),
        ("昨日A03版《大桥合拢》误为“合拢”，谨致歉意。", True),
        # what was wrong is told in other words, the paper is sorry
        ("本报4月2日第3版《大桥合拢》一文漏署作者姓名，谨向方小禾女士致歉。", True),
        ("本报4月2日第3版《大桥合龙》刊出后，读者来电不断。", False),
        # of what was printed came something: somebody else is sorry
        ("本报4月2日第3版报道后，吊装公司向两岸居民致歉。", False),
        ("昨日头版《桥头堵车》报道后，交通部门向市民道歉。", False),
        ("本报4月2日第3版报道渡口涨价一事，船家随后更正了价目牌。", False),
        ("昨日，桥名误为“合拢”。", False),
    ],
)
def test_a_correction_says_what_stood_where(text: str, correction: bool) -> None:
    assert corrects(text) is correction


def test_a_correction_says_no_more() -> None:
    text = "本报4月2日第3版《大桥合拢》一文中，“合拢”应为“合龙”。"
    assert corrects(text + "桥" * (LONGEST - len(text)))
    assert not corrects(text + "桥" * (LONGEST - len(text) + 1))


@pytest.mark.parametrize(
    ("phrase", "name"), [("更 正", True), ("致读者", True), ("更正启事", True), ("更正一段历史", False)]
)
def test_what_corrections_are_called(phrase: str, name: bool) -> None:
    assert is_correction_name(phrase) is name


@pytest.mark.parametrize(
    ("line", "sorry"),
    [
        ("为“合龙”。特此更正，并向读者致歉。", True),
        ("应为“合龙”，谨致歉意。", True),
        ("应为“合龙”。特此更正。", True),
        ("应为“合龙”，特此更正并致歉。", True),
        ("应为“合龙”，特此更正，并向当事人致歉。", True),
        ("因疏忽致误，谨向当事人和读者致歉。", True),
        ("我们向广大读者表示诚挚的歉意。", True),
        # it goes on
        ("他向读者致歉，", False),
        # others are sorry in the news
        ("店家当面向顾客道歉。", False),
        ("船老大专程登门向当事人道歉。", False),
        ("馆长当场向当事人及家属道歉。", False),
        ("他向来严谨，这次却向当事人致歉。", False),
        ("方小禾谨慎地向当事人道歉。", False),
        # what he thanked the readers for stands in another clause
        ("他谢过读者，又向邻居道歉。", False),
    ],
)
def test_a_correction_ends_with_how_sorry_the_paper_is(line: str, sorry: bool) -> None:
    assert is_sorry(line) is sorry


@pytest.mark.parametrize(("line", "signs"), [("本报编辑部", True), ("青石河市人民法院", False), ("编辑部的灯", False)])
def test_none_but_the_paper_signs_corrections(line: str, signs: bool) -> None:
    assert signs_corrections(line) is signs
