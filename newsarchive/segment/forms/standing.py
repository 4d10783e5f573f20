"""What a paper prints on page after page beside its imprint: what it does not answer for, how to reach it, the day of
the lunar calendar.

Every function looks at one folded line (see ``lines.fold``); the words are in marks.toml.
"""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.forms.facts import HAN, any_of, facts


@cache
def _disclaimer() -> re.Pattern[str]:
    table = facts()["standing"]
    said, of = any_of(table["disclaims"]), any_of(table["of"])
    # One or two clauses, the second of advice: 本版信息仅供参考，用药请遵医嘱.
    clause = rf"[{HAN}]{{0,6}}?(?:{of})[{HAN}、]{{0,10}}(?:{said})[{HAN}]{{0,8}}|{any_of(table['whole'])}"
    return re.compile(
        rf"[（(*※●]?(?:{clause})(?:[，,。；; ]{{0,2}}(?:{clause}|(?<=[，, ])[{HAN}]{{4,12}})){{0,2}}[。！!]?[)）]?"
    )


def is_disclaimer(flat: str) -> bool:
    """Whether a line is nothing but what the paper does not answer for: 本版观点仅供参考，不构成投资建议."""
    return len(flat) <= LONGEST and disclaims(flat) and bool(_disclaimer().fullmatch(flat))


def disclaims(flat: str) -> bool:
    """Whether a line has one of the words without which nothing is a disclaimer: hardly a line has."""
    return bool(_disclaiming().search(flat))


@cache
def _disclaiming() -> re.Pattern[str]:
    table = facts()["standing"]
    return re.compile(any_of([*table["disclaims"], *table["whole"]]))


# Characters of the longest one.
LONGEST = 40


@cache
def _reach() -> re.Pattern[str]:
    table = facts()["standing"]
    address = r"[\w.-]+ ?@ ?[\w.-]+|(?:https?://)?www\.[\w./-]+|https?://[\w./-]+"
    net = rf"[{HAN}]{{0,10}}[:： ]{{0,2}}(?:{address})"
    named = f"(?:24小时|二十四小时|本报|本版)?(?:{any_of(table['lines'])})(?:热线|电话)?"
    lines = rf"{named}[:： ]{{0,2}}[\d（(-][\d）)—–/、 -]{{5,30}}(?: ?(?:微信|QQ|抖音|公众号|邮箱)[:：] ?\S{{2,24}})?"
    scan = rf"(?:更多|欢迎|扫码|微信)[^，。；]{{0,10}}(?:{any_of(table['scans'])})[{HAN}]{{0,6}}"
    return re.compile(f"{net}|{lines}|{scan}", re.IGNORECASE)


def is_reach(flat: str) -> bool:
    """Whether a line is nothing but how to reach the paper: where it is on the net, its own lines, what to scan."""
    return len(flat) <= LONGEST and bool(_SIGN.search(flat) and _reach().fullmatch(flat))


# What none of these lacks.
_SIGN = re.compile("[@.0-9码]|公众号")


def is_lunar_day(flat: str) -> bool:
    """Whether a line is a day of the lunar calendar with the name of its year or the calendar: 丙午年八月初七."""
    return bool(_LUNAR.fullmatch(flat))


_LUNAR = re.compile(
    r"(?:农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年(?:[（(]?[鼠牛虎兔龙蛇马羊猴鸡狗猪]年?[)）]?)?){1,2}"
    r"闰?[正一二三四五六七八九十冬腊]{1,2}月(?:小|大)?(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)"
)
