"""What every page has in its margin: the name of the paper, the date of issue, the number of the page, and who made it
(责任编辑：甲乙 版式：丙丁).

Every function looks at one folded line, as those of marks.py do.
"""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.facts import HAN, any_of, facts


@cache
def _staff() -> re.Pattern[str]:
    table = facts()["staff"]
    duty = f"(?:{any_of(table['before'])})?(?:{any_of(table['duties'])})"
    # A two-character name may be set apart to the width of three, and two may share a duty.
    name = rf"[{HAN}·](?:[ 　]?[{HAN}·]){{1,3}}?(?![{HAN}])"
    entry = rf"{duty}[ 　]*[:：/／|｜ 　][ 　]*{name}(?:[ 　、]+(?!{duty}){name})?"
    asked = r"(?:[ 　]+(?:E-?mail|QQ|电话|热线|[电子投稿]{0,4}[邮信]箱)(?:[ 　]*[:：]|[ 　]).{1,40})?"
    return re.compile(rf"{entry}(?:[ 　、|｜]+{entry})*{asked}", re.IGNORECASE)


def is_staff(flat: str) -> bool:
    """Whether the line is nothing but duties at the desk, each with who does it, whatever mark stands between them, and
    how to reach the desk.
    """
    bare = flat.strip(" 　·•|│—-●■□◎")
    # Something stands between a duty and a name; most lines of text hold nothing of the kind.
    return bool(_PARTING.search(bare) and _staff().fullmatch(bare))


_PARTING = re.compile("[:：/／|｜ 　]")


_NUMBER = r"[\d一二三四五六七八九十]{1,3}"
_DAY = "(?:星期|周|礼拜)[一二三四五六日天]"
DATE_LINE = re.compile(
    rf"(?:{_DAY}[ 　]?)?(?:\d{{4}}|[二〇○零一二三四五六七八九]{{4}})年[ ]?{_NUMBER}月[ ]?{_NUMBER}日?[ ]?"
    rf"(?:{_DAY})?.{{0,12}}"
)
_WEEKDAY = re.compile(rf"日[ ]?{_DAY}|^{_DAY}[ 　]?[\d二]")
_PAGE = re.compile(r"第?[ ]?[A-Za-z]?\d{1,3}[ ]?版")

# The number of the page with the names of the paper and of the page, of a few characters each, before or behind it.
_NAME = rf"[A-Za-z{HAN}·]{{1,8}}(?:[ 　·•][A-Za-z{HAN}]{{1,4}})?"
_NUMBERED = r"[ ]?[A-Za-z]?\d{1,3}[ ]?版"
_FOLIO = re.compile(rf"(?:{_NAME}[ 　|｜/·•]+)?第{_NUMBERED}(?:[ 　|｜/·•]+{_NAME}){{0,2}}|{_NAME}[|｜]{_NUMBERED}")
_DATE_FIGURES = r"\d{4}[.．/-]\d{1,2}[.．/-]\d{1,2}"
_DATE_IN_FIGURES = re.compile(rf"(?:{_DAY}[ ]?)?{_DATE_FIGURES}(?:[ ]?{_DAY})?")


def is_folio(flat: str) -> bool:
    """Whether the line is the number of the page with the names of paper and page (城事｜第3版), or a date."""
    bare = flat.strip(" 　·•|│—-●■□")
    return any(form.fullmatch(bare) for form in (_FOLIO, _DATE_IN_FIGURES, DATE_LINE)) and not re.search("[，。]", bare)


def is_date_of_issue(flat: str) -> bool:
    """Whether the line is a date with its weekday, as only the head of a page has it: 2031年4月2日 星期三."""
    bare = flat.strip(" 　·•|│—-●■□")
    return bool(DATE_LINE.fullmatch(bare) and _WEEKDAY.search(bare) and not re.search("[，。]", bare))


def tells_day(flat: str) -> bool:
    """Whether a line holds a date in figures with its weekday, as a torn running head does (2版 2031.4.2 星期三)."""
    return bool(re.search(rf"{_DATE_FIGURES}[ ]?{_DAY}", flat))


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]{{2,8}}(?:{any_of([*facts()['lead']['kinds'], *facts()['furniture']['papers']])})")


def is_paper(flat: str) -> bool:
    """Whether the line is what a paper may be called: 某某日报, 某某周刊."""
    return bool(_paper().fullmatch("".join(flat.split())))


def is_running_head(flat: str) -> bool:
    """Whether a line of furniture is of those that every page has: the date, the number of the page, who made it."""
    return bool(_WEEKDAY.search(flat) or _PAGE.fullmatch(flat)) or is_staff(flat)
