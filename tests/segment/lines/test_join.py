"""The blanks inside assembled fields."""

from __future__ import annotations

import pytest

from newsarchive.segment.lines import join


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (["本报讯 11 月 18 日，工业和", "信息化部"], "本报讯11月18日，工业和信息化部"),
        (["已经达到了约 1", "亿。"], "已经达到了约1亿。"),
        (["一个“王炸”，GPT-4 Turbo、自", "定义GPT"], "一个“王炸”，GPT-4 Turbo、自定义GPT"),
        (["创始人 Sam", "Altman 对"], "创始人Sam Altman对"),
        (["曼被 OpenAI 董事会罢免"], "曼被OpenAI董事会罢免"),
        (["部有关 司 局 负 责 同 志"], "部有关司局负责同志"),
        (["The quick", "brown fox."], "The quick brown fox."),
    ],
)
def test_prose(parts: list[str], joined: str) -> None:
    assert join.prose(parts) == joined


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (["楼市平稳 二手房成交占比过半"], "楼市平稳 二手房成交占比过半"),
        (["县 医 院 里 的", "“ 大 专 家 ”"], "县医院里的“大专家”"),
        (["“5G＋工业互联网”为推进", "新型工业化"], "“5G+工业互联网”为推进新型工业化"),
    ],
)
def test_display(parts: list[str], joined: str) -> None:
    assert join.display(parts) == joined


@pytest.mark.parametrize(
    ("shown", "byline"),
    [
        ("本报记者 宋 婧", "本报记者 宋婧"),
        ("■本报记者 李明 王小红", "本报记者 李明 王小红"),
        ("甘 棠", "甘棠"),
        ("本报记者 宋婧", "本报记者 宋婧"),
    ],
)
def test_byline(shown: str, byline: str) -> None:
    assert join.byline(shown) == byline
