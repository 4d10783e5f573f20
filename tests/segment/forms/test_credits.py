"""Whose picture it is."""

from __future__ import annotations

import pytest

from newsarchive.segment.forms import marks
from newsarchive.segment.forms.credits import credit_at_end, is_credit


@pytest.mark.parametrize("line", ["李明 摄", "本报记者 李明 摄", "新华社记者 李明 摄", "摄影/李明", "（李明 摄）"])
def test_credits(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize("line", ["记者看到，游客在拍摄", "秋粮收购", "本报讯 李明摄影展开幕", "安心教 书"])
def test_no_credits(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "漫画/方小禾",
        "晚报摄影记者 方小禾 图文报道",
        "临水日报记者 方小禾 摄",
        "插图：方小禾",
        "题图｜方小禾",
        "图片由受访者提供",
        "本文图片由受访者提供",
        "图据临水发布",
        "CFP供图",
        "资料图",
        "方小禾 攝",
        "本版图片：方小禾 摄",
        "本版图片除署名外均由方小禾摄",
        "本版摄影：方小禾",
        "影报道",  # the end of a line tore 摄影报道
        "本报图片 方小禾 摄",
        "新华社发（方小禾摄）",
        "方小禾 画",
        "（沈原/书）",
        "本报记者方小禾通讯员沈原摄",  # an extractor took out the blanks
    ],
)
def test_who_made_or_gave_a_picture_is_its_credit(line: str) -> None:
    assert is_credit(line)


def test_who_wrote_the_text_too_signs_no_picture() -> None:
    assert is_credit("方小禾/图")
    assert is_credit("禾 摄")  # torn off
    for line in ("方小禾 文/摄", "方小禾 沈原/文 丁一帆/摄"):
        assert marks.is_byline(line)
        assert not is_credit(line)
    for line in ("文字/方小禾 摄影/沈原", "策划/方小禾 采写/本报记者 沈原 插图/丁一帆"):
        assert credit_at_end(line) == -1
