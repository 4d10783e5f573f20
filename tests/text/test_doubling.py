"""Fake bold: text that was painted twice, and Chinese that doubles on purpose."""

import pytest

from newsarchive.text.clean import clean

DOUBLED = [
    # The credit as in the provided issue: words doubled one by one, no blank left.
    ("王弋王弋摄摄", "王弋摄"),
    # Character by character.
    ("王王弋弋摄摄", "王弋摄"),
    ("资资料料图图片片", "资料图片"),
    # The whole line after itself.
    ("王弋摄王弋摄", "王弋摄"),
    ("王弋 摄 王弋 摄", "王弋 摄"),
    ("资料图片资料图片", "资料图片"),
    # Words by themselves, the blanks doubled too.
    ("本报记者本报记者  凌云凌云  摄摄", "本报记者 凌云 摄"),
    ("通讯员通讯员古月古月摄摄", "通讯员古月摄"),
    ("通讯员通讯员  古 月古 月  摄摄", "通讯员 古 月 摄"),
    # A headline in full: too long for a figure of speech.
    ("金秋时节访北湖新村金秋时节访北湖新村", "金秋时节访北湖新村"),
    ("省省运运会会田田径径三三破破纪纪录录", "省运会田径三破纪录"),
    # The credit behind a caption.
    ("游客在古戏台下观看演出。 花满溪花满溪 摄摄", "游客在古戏台下观看演出。 花满溪 摄"),
    ("书有福在给孩子们讲故事。 江江小小鱼鱼  摄摄", "书有福在给孩子们讲故事。 江小鱼 摄"),
    ("演出现场 花满溪花满溪摄摄", "演出现场 花满溪摄"),
]


@pytest.mark.parametrize(("raw", "expected"), DOUBLED)
def test_doubled_text_is_read_once(raw: str, expected: str) -> None:
    cleaned = clean(raw)
    assert cleaned.text == expected
    assert {edit.rule for edit in cleaned.edits} == {"doubled-text"}
    assert all(edit.replacement == "" for edit in cleaned.edits)


NOT_DOUBLED = [
    "天天",
    "人人",
    "谢谢谢谢",
    "研究研究",
    "研究研究讨论讨论",
    "高高兴兴",
    "停停走走看看",
    "哈哈哈哈哈哈",
    "寻寻觅觅冷冷清清凄凄惨惨戚戚",
    "加油中国加油中国",  # a chant
    "流感高发流感高发",  # too short to be sure
    "天天向上天天向上",
    "好好学习天天向上",
    "年年岁岁花相似",
    "家家户户笑哈哈",
    "谢谢您记者同志",
    "111111",
    "——————",
    "………………",
    "******",
    "2023202320232023",
    "摄摄摄摄摄摄",
    "为人民服务，为人民服务，他说了两遍。",
    "“试试看，试试看，”他说，“研究研究。”",
    # Doubled at the end of a sentence, not a credit.
    "他想了想。 研究研究",
    # A caption may end in two equal characters.
    "运动员在赛场上。 通讯员 古月月 摄",
]


@pytest.mark.parametrize("line", NOT_DOUBLED)
def test_words_doubled_on_purpose_stay(line: str) -> None:
    assert clean(line).text == line


def test_a_long_line_is_left_alone() -> None:
    line = "省运会田径赛场三破纪录的消息传来大家都很高兴" * 4
    assert clean(line).text == line
