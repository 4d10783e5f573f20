"""Authors that stand in the text instead of in a field, signatures, and jump lines."""

from __future__ import annotations

import re

from newsarchive.epaper.labels import bare, chinese_number, flat

_WHO = r"(?:本报|本网|特约|驻\w{1,6}|见习|首席)*(?:记者|通讯员|实习生|评论员|撰稿人)"
# 本报讯（记者 张三 通讯员 李四） · 新华社北京11月20日电（记者张三）
_IN_BRACKETS = re.compile(rf"^[^，。！？]{{0,30}}?(?:讯|电)\s*[（(]([^（）()]*?{_WHO}[^（）()]*)[）)]")
# 本报讯 记者张三报道：
_REPORTS = re.compile(rf"^[^，。！？]{{0,20}}?讯\s*({_WHO}\s*[^，。：:]{{2,20}}?)\s*报道\s*[：:，]")
# （新华社北京11月20日电 记者张三、李四）
_ALL_IN_BRACKETS = re.compile(rf"^[（(](?:新华社|本报|中新社)[^（）()]*?({_WHO}[^（）()]+)[）)]")
# A line of its own: ■ 本报记者 张三 · 文/图 张三
_LINE = re.compile(rf"^[■□◎●▲◆★\s]*((?:文[/／]图?|图[/／]文|文图)?\s*[:：]?\s*{_WHO}\s*[^，。！？：:]{{2,30}})$")
_TEXT_AND_PICTURE = re.compile(r"^[■□◎●▲◆★\s]*((?:文[/／]图?|图[/／]文|文图)\s*[:：]?\s*[一-鿿·\s]{2,20})$")
# （布 雨） at the end, after the end of a sentence.
_SIGNATURE = re.compile(rf"[。！？”’…][（(]\s*((?:{_WHO}\s*)?[一-鿿·]{{1,4}}(?:[\s、][一-鿿·]{{1,4}}){{0,4}})\s*[）)]$")
# What stands in the same place and is no name.
_NO_NAME = re.compile(
    r"完$|待续|节选|摘编|资料|如图|见图|[上中下左右]图|[社报网电版]$|^[上中下续完略一二三四五]$|^据|^注|综合|来源|整理自"
)

_JUMP = re.compile(
    r"[（(【\[]\s*{mark}[^）)】\]]{{0,60}}[）)】\]]|{mark}[^）)】\]。]{{0,12}}".format(
        mark=r"[↓→▶➡]*\s*(下转|下接|上接|紧接|转自)\s*第?\s*([A-Za-z]{0,3}\d{1,4}|[一二三四五六七八九十]{1,3})\s*版"
    )
)

# 作者：张三 · 文：张三; before it may stand the date.
_AUTHOR_WORD = re.compile(r"^(?:.*\s)?(?:作者|撰文)\s*[：:]\s*|^文\s*[：:]\s*")
# What shares the author's line: 《报名》（2023年11月20日 第01版） · 2023年11月20日 · 第01版 · 来源：…
_BESIDE = re.compile(
    r"\s*(?:《[^》]*》\s*[（(]?\s*\d{4}|[（(\[【|｜]?\s*\d{4}\s*[年\-/.]\s*\d{1,2}|[（(]?\s*第?\s*[A-Za-z]{0,3}\d{1,4}\s*版"
    r"|\s[一-鿿]{2,12}报\s+\d{4}\s*[年\-]|(?:来源|日期|时间|编辑|责编|责任编辑|字数|字号|阅读|浏览|点击|分享)\s*[：:]).*$"
)


def author_of(line: str) -> str:
    """The author in a line that an article page shows, without the word 作者 and without date, page and source."""
    return flat(_BESIDE.sub("", _AUTHOR_WORD.sub("", flat(line)))).strip("|｜·")


def byline_in(paragraphs: tuple[str, ...]) -> str:
    """The author as the first two paragraphs or the signature name him, or ""; the text itself stays as it is."""
    for line in paragraphs[:2]:
        for pattern in (_IN_BRACKETS, _REPORTS, _ALL_IN_BRACKETS, _LINE, _TEXT_AND_PICTURE):
            if found := pattern.match(line):
                return flat(found[1])
    return signature_in(paragraphs)


def signature_in(paragraphs: tuple[str, ...]) -> str:
    """The name in brackets that closes the last paragraph, or ""."""
    if not paragraphs:
        return ""
    found = _SIGNATURE.search(paragraphs[-1])
    if not found:
        return ""
    name = flat(found[1])
    return "" if _NO_NAME.search(bare(name)) or len(bare(name)) < 2 else name


def without_jumps(text: str) -> tuple[str, str, str]:
    """The text without its jump lines, and the labels after 下转 and after 上接 (or "")."""
    onward = backward = ""
    for found in _JUMP.finditer(text):
        way, place = found[1] or found[3], found[2] or found[4]
        label = str(chinese_number(place) or place.upper())
        if way.startswith("下"):
            onward = onward or label
        else:
            backward = backward or label
    return (flat(_JUMP.sub("", text)) if onward or backward else text), onward, backward
