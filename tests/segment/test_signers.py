"""Bylines that name no post of a paper."""

from __future__ import annotations

import pytest

from newsarchive.segment.marks import is_byline

SIGNED = [
    "◎ 方小禾",
    "■沈 原",
    "● 方小禾（临水纺织厂职工）",
    "临水区人民医院主任医师 方小禾",
    "临水衡平律师事务所 方小禾",
    "临水市东城区 方小禾",
    "外语学院学生 沈 原",
    "方小禾 教授",
    "方小禾 著",
    "方小禾（66岁 临水退休教师）",
    "文｜方小禾",
    "作者：方小禾",
    "主讲：临水区人民医院主任医师 方小禾",
    "口述：方小禾 整理：沈原",
    "方小禾/文 沈原/摄",
    "特约撰稿 方小禾",
    "（水边读者 方小禾）",
    "受访专家：临水市第二医院副主任 方小禾 采写：晚报记者 沈 原",
    "讲述：临水酱园传人 方小禾 记录：沈原",
    "文字/方小禾 摄影/沈原",
    "78岁读者 方小禾",
    "气象专栏主持人 方小禾",
    "河湾里居民 方小禾",
    "临水一中高一（3）班 方小禾 指导老师：沈原",
    "[法]让·方丹",
    "方小禾 译",
    # A post of two characters that begins with one of one.
    "文图 方小禾",
    "图文 方小禾",
]
# Headlines, subheads and column names that look like them.
HEADLINES = [
    "全市夜校开课",
    "关注：老桥",
    "江上新桥通车",
    "新建小学 高质量",
    "临水区 新桥通车",
    "走进社区 温暖人心",
    "对话：人工智能",
    "问答｜新规怎么看",
    "文化惠民 送戏下乡",
    "居民有了 新食堂",
    "优秀干部 高质量",
    "[快讯]夜校开课",
    "嘉宾：各行各业齐聚临水",
]


@pytest.mark.parametrize("line", SIGNED)
def test_a_name_set_apart_signs(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_signs_nothing(line: str) -> None:
    assert not is_byline(line)
