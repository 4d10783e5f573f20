"""Pictures that are no photographs."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms.credits import by_artist, credit_at_end, is_titled
from newsarchive.segment.roles.artworks import artworks
from newsarchive.segment.roles.captions import Picture, find
from newsarchive.segment.roles.form import Form
from tests.segment.made import each, look


@pytest.mark.parametrize("line", ["《江边》（水彩）", "春江水暖（中国画）", "《惜时》（行书）"])
def test_what_a_work_of_art_is_called(line: str) -> None:
    assert is_titled(line)


@pytest.mark.parametrize("line", ["《江边》", "《江边》（节选）", "村里办起了美术馆（图）"])
def test_what_is_none(line: str) -> None:
    assert not is_titled(line)


@pytest.mark.parametrize("line", ["作者：方小禾", "方小禾", "方小禾 作", "沈原绘"])
def test_who_made_it(line: str) -> None:
    assert by_artist(line)
    assert credit_at_end("《江边》（水彩） " + line) == len("《江边》（水彩）")


def test_its_name_is_the_caption() -> None:
    rows = each("《江边》（水彩）", "作者：方小禾", "老桥边的灯")
    forms = [Form.DISPLAY, Form.BYLINE, Form.DISPLAY]
    given = artworks(rows, forms)
    assert given == [Form.DISPLAY, Form.CREDIT, Form.DISPLAY]
    assert find(rows, given, [look()] * 3) == ([Form.CREDIT, Form.CREDIT, Form.DISPLAY], [Picture((0,), (1,))])
    rows = each("《江边》（水彩）", "老桥边的灯")
    assert artworks(rows, forms[::2]) == forms[::2]
