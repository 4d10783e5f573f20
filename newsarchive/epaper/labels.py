"""Printed page labels and dates as they stand in the text of e-paper pages."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata

# 第01版：要闻 · 01版：头版 · A01： 头版 · (GA01) 科技 · [01]:头版 · 第0607版 跨版. A number without 版 or a bracket
# must be followed by a separator or stand alone, so that "2023年…" and "5G…" are not page labels.
_LABEL = re.compile(
    r"^[\s(\[【]*(?:第\s*([A-Za-z]{0,4}\d{1,5}(?:\s*[-、,/]\s*[A-Za-z]{0,4}\d{1,5})*)\s*版"
    r"|([A-Za-z]{0,4}\d{1,5}(?:\s*[-、,/]\s*[A-Za-z]{0,4}\d{1,5})*)\s*版"
    r"|([A-Za-z]{0,4}\d{1,5})\s*(?=[)\]】:：\s·|-]|$))"
    r"[)\]】\s]*[:：·|-]*\s*(.*)$",
    re.S,
)
_CHINESE = re.compile(r"^\s*第?\s*([一二三四五六七八九十]{1,3})\s*版\s*[:：]?\s*(.*)$", re.S)
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", 1)}
# What stands on links that lead from page to page; a digit before it is an arrow of a symbol font.
_NAVIGATION = re.compile(r"上一[版篇期页]|下一[版篇期页]|[上下][版篇期]$|返回|目录|版面导航|回到|首页|pdf|下载", re.I)

_DATE = re.compile(r"(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)")
_ENGLISH_DATE = re.compile(r"(\d{4})-([A-Z][a-z]{2,8})-(\d{1,2})")
_MONTHS = tuple(calendar.month_name)[1:]


def flat(text: str) -> str:
    """The text on one line: runs of white space (also ideographic and no-break) become one space, ends are trimmed."""
    return re.sub(r"[\s\u00a0\u3000\u200b\ufeff]+", " ", text).strip()


def bare(text: str) -> str:
    """The text without any white space, for comparing."""
    return re.sub(r"\s", "", text)


def parse_label(text: str) -> tuple[str, str] | None:
    """Label and section name out of a directory entry or a page heading; None when it names no page.

    The label keeps its printed form (``01``, ``A01``, ``0607``, ``00001``); full-width signs become ASCII ones, and
    第一版 becomes ``01``. Links that only lead on (下一版, 返回目录) name no page.
    """
    line = flat(unicodedata.normalize("NFKC", text))
    if not line or _NAVIGATION.search(line):
        return None
    found = _LABEL.match(line)
    if found:
        label = bare(found[1] or found[2] or found[3])
        return label.upper(), found[4].strip(" 【】[]")
    found = _CHINESE.match(line)
    if found and (number := chinese_number(found[1])):
        return f"{number:02d}", found[2].strip()
    return None


def is_navigation(text: str) -> bool:
    """True for the wording of links that lead on or back and name nothing themselves."""
    return bool(_NAVIGATION.search(flat(text)))


def is_label(line: str) -> bool:
    """True for a line that names a page (第05版：要闻)."""
    return "版" in line and parse_label(line) is not None


def is_signpost(line: str) -> bool:
    """True for a line with a date, a page label or the wording of navigation: it says where one is, not what is new."""
    return bool(date_of(line)) or is_label(line) or is_navigation(line)


def label_key(label: str) -> str:
    """The label for comparing: upper case, no leading zeros (``A01`` and ``A1`` are one page)."""
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", unicodedata.normalize("NFKC", label).strip().upper())


def date_of(text: str) -> str:
    """The first date in a text as YYYY-MM-DD, or ""; reads 2023年11月21日, 2023-11-21 and 2017-October-16."""
    return next(iter(dates_of(text)), "")


def dates_of(text: str) -> list[str]:
    """All dates in a text, those in figures first."""
    found = [_date(int(m[1]), int(m[2]), int(m[3])) for m in _DATE.finditer(unicodedata.normalize("NFKC", text))]
    for match in _ENGLISH_DATE.finditer(text):
        months = [n for n, name in enumerate(_MONTHS, 1) if name.lower().startswith(match[2].lower())]
        if len(months) == 1:
            found.append(_date(int(match[1]), months[0], int(match[3])))
    return [date for date in found if date]


def _date(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def chinese_number(text: str) -> int:
    """The value of 一 … 九十九, 0 for anything else."""
    if "十" not in text:
        return _DIGITS.get(text, 0)
    tens, _, ones = text.partition("十")
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + _DIGITS.get(ones, 0)
