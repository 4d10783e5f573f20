"""What every page has in its margin: the name of the paper, the date of issue, the number of the page, and who made it
(责任编辑：甲乙 版式：丙丁); the furniture of a page.

Every function looks at one folded line, as those of marks.py do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsarchive.segment.forms.facts import HAN, any_of, facts, simple
from newsarchive.segment.forms.leads import lead_of
from newsarchive.segment.forms.standing import disclaims, is_disclaimer, is_lunar_day, is_reach

# Characters beyond which nothing that has a comma or a stop inside belongs to the page.
LONG_FURNITURE = 12


def is_prose(flat: str) -> bool:
    """Whether a line is of a text and nothing that belongs to the page, for its marks and its length."""
    return len(flat) > LONG_FURNITURE and ("，" in flat or "。" in flat or "；" in flat)


@cache
def _staff() -> re.Pattern[str]:
    table = facts()["staff"]
    duty = f"(?:{any_of(table['before'])})?(?:{any_of(table['duties'])})"
    duty = f"{duty}(?:[、/]{duty})?"
    # A two-character name may be set apart to the width of three, and two may share a duty.
    name = rf"[{HAN}·](?:[ 　]?[{HAN}·]){{1,3}}?(?![{HAN}])"
    entry = rf"{duty}[ 　]*[:：/／|｜ 　◎■□●][ 　]*{name}(?:[ 　、]+(?!{duty}){name})?"
    drawn = rf"(?:{any_of(table['beside'])})[ 　]*[:：/／|｜ 　][ 　]*{name}"
    asked = r"(?:[ 　]+(?:E-?mail|QQ|电话|热线|[电子投稿]{0,4}[邮信]箱)(?:[ 　]*[:：]|[ 　]).{1,40})?"
    between = "[ 　、|｜/／]+"
    # An extractor may have taken out the blanks between duties and names: 编辑甲乙 版式丙丁.
    close = rf"{duty}[{HAN}]{{2,3}}(?:{between}{duty}[{HAN}]{{2,3}})+"
    return re.compile(rf"(?:{drawn}{between})?{entry}(?:{between}(?:{entry}|{drawn}))*{asked}|{close}", re.IGNORECASE)


def is_staff(flat: str) -> bool:
    """Whether the line is nothing but duties at the desk, each with who does it, whatever mark stands between them, and
    how to reach the desk.
    """
    bare = simple(flat.strip(" 　·•|│—-●■□◎"))
    # Something stands between a duty and a name; most lines of text hold nothing of the kind.
    return bool(_PARTING.search(bare) and _staff().fullmatch(bare))


def is_standing(flat: str) -> bool:
    """Whether a line is what the paper does not answer for, behind who made the page or alone."""
    if not disclaims(flat):
        return False
    if is_disclaimer(flat) or is_disclaimer(_NUMBERS.sub("", flat)):
        return True
    made = _staff().match(flat)
    return made is not None and is_disclaimer(flat[made.end() :].strip())


# The paper's own lines behind that: 新闻报料 5550100 广告 5550108.
_NUMBERS = re.compile(rf"(?:[ 　]+[{HAN}]{{2,6}}[:： ]{{0,2}}[\d-]{{5,}})+$")
_PARTING = re.compile("[:：/／|｜ 　◎■□●]")


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


_DAY_IN_FIGURES = re.compile(rf"{_DATE_FIGURES}[ ]?{_DAY}")


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
    return bool(_DAY_IN_FIGURES.search(flat))


# The year and the month alone, as extractors cut running heads; days in English.
_WEEK = "mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun"
_MONTH = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_DAYS = re.compile(
    rf"(?:\d{{1,2}} )?\d{{4}}年\d{{1,2}}月(?: \d{{1,2}})? {_DAY}|\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?|{_DATE_FIGURES}[ ]?(?:{_WEEK})(?:day)?\.?|(?:{_WEEK})day"
    rf"|(?:(?:{_WEEK})(?:day)?[.,]? ?)?(?:{_MONTH})[a-z]*\.? ?\d{{1,2}},? ?\d{{4}}",
    re.IGNORECASE,
)
# How many issues there were, in figures: 总第12345期, No.12345.
_ISSUE = re.compile(
    r"[（(]?(?:总?第|N[oO][.．:]?)[ ]?\d{1,6}[ ]?[期号]?[)）]?"
    r"|[（(]?(?:今日|本期|今天)?[ ]?(?:共|出纸?)?[ ]?(?:对开|[四4]开)?[\d一二三四五六七八九十]{1,3}大?[版张][)）]?"
)
# What a paper is called with its English name in capitals beside it, and what the page is called.
_BOTH_NAMES = re.compile(rf"(?P<name>[{HAN}]{{2,10}}) ?[A-Z][A-Z .&'·-]{{3,}}(?:[{HAN}·](?: ?[{HAN}·]){{1,5}})?")
# What an English name of a paper has, or its Chinese one in letters.
_LATIN_NAME = re.compile(
    r"[a-z][a-z .&'·-]*\b(?:daily|news|times|post|weekly|ribao|wanbao|zaobao|chenbao|zhoubao|shibao)\b[a-z ]*",
    re.IGNORECASE,
)
# The same where an extractor took out the blanks.
_LATIN_CLOSE = re.compile(
    "[A-Z]{4,30}(?:DAILY|NEWS|TIMES|POST|WEEKLY|RIBAO|WANBAO|ZAOBAO|CHENBAO|ZHOUBAO|SHIBAO|HERALD|VOICE)"
)
# The day and the number of the issue, nothing between them: 2031.4.2 TUE 总第1926期.
_DAY_AND_ISSUE = re.compile(rf"(?:{_DATE_FIGURES} ?(?:(?:{_WEEK})(?:day)?|{_DAY})? ?){_ISSUE.pattern}", re.IGNORECASE)
# Who makes a paper that is not sold: 某县融媒体中心主办 内部资料 免费交流.
_FREE = "内部(?:资料|刊物|交流)|免费(?:交流|赠阅|赠送)"
_INTERNAL = re.compile(
    rf"[{HAN}]{{3,20}}(?:主办|主管|编印|承办|出版|编辑)[ 　](?:{_FREE})(?:[ 　]?(?:{_FREE}))*(?:[ 　].{{2,40}})?"
    rf"|(?:内部(?:资料|刊物))[ 　]?(?:免费(?:交流|赠阅|赠送))|内部资料|免费赠阅"
)
# What the weather will be, beside the name of the paper: 今天多云转晴 10℃—18℃.
_WEATHER = re.compile(
    r"[^，。；]{0,6}[今明昨后](?:[天日夜晚晨])?[：: ]?[^，。；]{0,8}(?:晴|多云|阴|雨|雪|雾|霾)"
    r"[^，。；]{0,16}(?:℃|°C?|度|级|\d[~～/-]\d+)[^，。；]{0,8}"
)
# The number of the page as a code with a letter or a zero, and what the page is called: A03 要闻, 要闻·03.
_CODE = r"(?:[A-H][ ]?\d{1,2}|0\d)"
_BETWEEN = "[ 　·•|｜/／:：—-]{0,3}"
_SPREAD = re.compile(rf"{_CODE}[ ]?[-—/／、][ ]?{_CODE}版?")
_CODED = re.compile(
    rf"{_CODE}[ ]?版?{_BETWEEN}(?P<behind>[{HAN}·]{{2,6}})|(?P<before>[{HAN}·]{{2,6}}){_BETWEEN}{_CODE}[ ]?版?"
)
_PLAIN = re.compile(
    rf"\d{{1,2}}[ ]?版?{_BETWEEN}(?P<behind>[{HAN}·]{{2,6}})|(?P<before>[{HAN}·]{{2,6}}){_BETWEEN}\d{{1,2}}"
)
_NAMED = re.compile(rf"第[ ]?{_NUMBER}[ ]?版(?:[:：·|｜ ]{{1,2}}(?P<name>[{HAN}·]{{2,6}}))?")
# Where the table of contents on the first page sends the reader.
_SEE = rf"第?[ ]?(?:{_CODE}|\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:[-－—、至]\d{{1,2}})?[ ]?版"
_POINTS = re.compile(
    rf"[▶►→>》＞]{{1,3}} ?(?:详?见)?{_SEE}|[（(](?:[^，。；（(]{{0,8}}(?:详?见|刊于?)(?:今日|本报)?)?{_SEE}[)）]"
    rf"|[^，。；]{{0,8}}(?:详?见|刊|刊登?于?)(?:今日|本报)?{_SEE}[▶►→>》＞]{{0,3}}"
    rf"|{_SEE} ?[▶►→>》＞]{{1,3}}"
    rf"|(?:今日|本期)[{HAN}]{{2}}[ 　：:｜|][^。；]{{4,40}}[ 　](?:{_CODE}|\d{{1,2}}版)"
)


def is_margin(flat: str) -> bool:
    """Whether the line is one of the many that stand around the articles of a page: a part of its running head, the
    weather, the number of the issue, where to read on.
    """
    if len(flat) > LONGEST_MARGIN or "。" in flat or not _COUNTED.search(flat):
        return False
    whole = (_DAYS, _DAY_AND_DATE, _DAY_AND_ISSUE, _ISSUE, _LATIN_NAME, _LATIN_CLOSE, _WEATHER, _POINTS, _SPREAD)
    both = _BOTH_NAMES.fullmatch(flat)
    named = both is not None and is_paper(both["name"])
    return named or any(form.fullmatch(flat) for form in whole) or _tells_page(flat)


_DAY_AND_DATE = re.compile(rf"{_DATE_FIGURES}[ ]?{_DAY}|{_DAY}[ ]?{_DATE_FIGURES}")
# A line of a table of contents is a headline with a number.
LONGEST_MARGIN = 40
# What none of these lacks: a figure, a letter, or what is counted.
_COUNTED = re.compile("[0-9A-Za-z版张期号度级℃]")


def _tells_page(flat: str) -> bool:
    """Whether a line is the number of the page with what it is called; a bare number needs the name of a section."""
    if _NAMED.fullmatch(flat):
        return True
    coded, plain = _CODED.fullmatch(flat), _PLAIN.fullmatch(flat)
    if coded:
        name = coded["behind"] or coded["before"]
        return bool(re.search("0", flat)) or is_page_name(name)
    # A subhead may have its number too (2 调查).
    return plain is not None and is_section(plain["behind"] or plain["before"])


def is_page_name(name: str) -> bool:
    """Whether a few characters are what a page is called: the name of a section, with 新闻, 版 or 周刊 behind it."""
    # What is longer is no such name, whatever stands behind it.
    if len(name) > LONGEST_NAME:
        return False
    return _is_one_of(name, _pages())


def _is_one_of(name: str, names: frozenset[str]) -> bool:
    bare = _OF_PAGE.sub("", name)
    return not names.isdisjoint((name, bare, f"{bare}新闻"))


# Characters of the name of a page.
LONGEST_NAME = 10
_OF_PAGE = re.compile("(?:新闻|版|周刊|副刊|专版|专刊|特刊)$")


@cache
def _sections() -> frozenset[str]:
    return frozenset(facts()["furniture"]["sections"])


@cache
def _pages() -> frozenset[str]:
    return _sections() | frozenset(facts()["furniture"]["pages"])


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]{{2,8}}(?:{any_of([*facts()['lead']['kinds'], *facts()['furniture']['papers']])})")


def is_paper(flat: str) -> bool:
    """Whether the line is what a paper may be called: 某某日报, 某某周刊."""
    return bool(_paper().fullmatch("".join(flat.split())))


def is_running_head(flat: str) -> bool:
    """Whether a line of furniture is of those that every page has: the date, the number of the page, who made it, what
    the paper is called.
    """
    if _WEEKDAY.search(flat) or _PAGE.fullmatch(flat) or _BARE_NUMBER.fullmatch(flat):
        return True
    return is_folio(flat) or is_staff(flat) or is_paper(flat) or is_latin(flat)


_BARE_NUMBER = re.compile(r"[A-Z]?\d{1,2}")


def is_latin(flat: str) -> bool:
    """Whether a line is a few words of capitals, as the English name of a paper or a page is (CITY NEWS)."""
    return bool(_CAPITALS.fullmatch(flat))


_CAPITALS = re.compile(r"[A-Z][A-Z]{2,}(?:[ &·.'-]{1,3}[A-Z]+){0,5}")


def is_sheet(flat: str) -> bool:
    """Whether the line is what an extractor puts where a sheet ends."""
    return bool(_SHEET.fullmatch(flat))


# --- 第3页 ---, Page 3 of 8.
_SHEET = re.compile(
    r"[-—=_* ]*(?:第? ?\d{1,4} ?[页頁][/／,， ]*(?:共 ?\d{1,4} ?[页頁])?"
    r"|[Pp](?:age|AGE) ?\d{1,4} ?(?:(?:of|/) ?\d{1,4})?)[-—=_* ]*"
)


def is_furniture(flat: str) -> bool:
    """Whether the line belongs to the page: date, page number, imprint, editors' line, masthead, section name."""
    if _FEES.match(flat) or is_standing(flat):
        return True
    if is_prose(flat):
        return False
    bare = simple(flat.strip(" 　·•|│—-●■□"))
    close = bare.replace(" ", "").replace("　", "")
    if not close:
        return True
    if lead_of(flat):
        return False
    if ("内部" in close or "免费" in close) and _INTERNAL.fullmatch(bare):
        return True
    if is_sheet(flat) or _NUMBERED_PAGE.fullmatch(close):
        return True
    if is_lunar_day(bare) or is_reach(bare):
        return True
    if is_section(bare) or is_staff(bare) or is_margin(bare) or (bare != flat and is_margin(flat)):
        return True
    if _heads_page(bare):
        return True
    if DATE_LINE.fullmatch(bare) and len(bare) < 40 and not re.search(r"[，。]", bare):
        return True
    if len(bare) < 40 and "日" in close and _DATE_WITH_WEEKDAY.search(close):
        return True
    if _telling().search(bare) and _tells_of_paper(bare):
        return True
    if _opening().match(bare) and len(bare) < 60:
        return True
    # The number of the page may stand before the name: 第3版 某某日报.
    name = re.sub(r"^第\d{1,3}版", "", close) if "版" in close else close
    return len(name) <= 9 and is_paper(name)


def _heads_page(bare: str) -> bool:
    """Whether a line is a running head in pieces: a date beside what the paper or a section is called, or the number of
    the page; or nothing but such names, numbers of pages and English words.
    """
    pieces = bare.split()
    if not 1 < len(pieces) <= MOST_PIECES:
        return False
    if _is_head(pieces):
        return True
    if not any(map(_WHOLE_DATE.fullmatch, pieces)):
        return False
    others = [piece for piece in pieces if not _WHOLE_DATE.fullmatch(piece)]
    return any(is_paper(piece) or is_page_name(piece) or _NUMBERED_PAGE.fullmatch(piece) for piece in others)


def _is_head(pieces: Sequence[str]) -> bool:
    """Whether all pieces are names, numbers of pages, days of the lunar calendar and English words of capitals, two of
    these kinds at least.
    """
    sure = [bool(_OF_HEAD.fullmatch(piece)) or is_lunar_day(piece) for piece in pieces]
    if not any(sure):
        return False
    named = [is_paper(piece) or is_page_name(piece) for piece in pieces]
    told = any(named) or all(map(_TOLD.fullmatch, pieces))
    return told and all(a or b for a, b in zip(named, sure, strict=True))


# A number of a page with its letter or a zero, 第3版, an English word, a day, the number of the issue. Those that tell
# enough where all are such.
_TOLD = re.compile(
    rf"[A-H]\d{{1,2}}版?|0\d版?|第{_NUMBER}版|{_DATE_FIGURES}|{_DAY}|(?:{_WEEK})(?:day)?\.?|{_ISSUE.pattern}",
    re.IGNORECASE,
)
_OF_HEAD = re.compile(rf"(?i:{_TOLD.pattern})|[A-Z]{{4,}}")
# Pieces of a running head, at most.
MOST_PIECES = 7
_WHOLE_DATE = re.compile(rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日(?:{_DAY})?|{_DATE_FIGURES}")
# To whom to write about fees: the one sentence of an imprint.
_FEES = re.compile("本[版报刊].{0,4}涉及(?:稿酬|稿费|版权).{0,20}")
_NUMBERED_PAGE = re.compile(r"(?:第?[A-Za-z]?\d{1,3}版?|版|第|[A-Z]|[0-9]{1,2}[ ]?版[ ]?.{0,6})")
_DATE_WITH_WEEKDAY = re.compile(r"日(?:星期|周)[一二三四五六日天]")


def is_section(flat: str) -> bool:
    """Whether the line is the name of a section as it stands at the head of a page."""
    name = "".join(flat.split())
    return len(name) <= LONGEST_NAME and _is_one_of(name, _sections())


def _tells_of_paper(bare: str) -> bool:
    """Whether a line holds what papers say of themselves, or two words of an imprint."""
    table = facts()["furniture"]
    if len(bare) < 30 and any(w in bare for w in table["own"]):
        return True
    return sum([w in bare for w in table["inside"]]) >= 2 and not re.search(r"[。，]", bare)


@cache
def _telling() -> re.Pattern[str]:
    """The words by which such a line is told: most lines have none."""
    table = facts()["furniture"]
    return re.compile(any_of([*table["own"], *table["inside"]]))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("|".join(facts()["furniture"]["openings"]))
