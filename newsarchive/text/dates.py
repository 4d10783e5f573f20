"""Dates and page labels as newspapers print them, read strictly: a form is known and whole, or it is no date.

Forms of a date: 2023年11月21日, 二〇二三年十一月二十一日 (〇 ○ 零, 廿, 卅, 元月), 民国三十八年五月二十七日, 20231121,
2023-11-21, 2023/11/21, 2023.11.21; a weekday may follow and must be right. Forms of a label: 1, 01, A01, T1, 第01版,
第四版, A01版.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from newsarchive.errors import InputError
from newsarchive.text.han import data_lines

# The first newspaper in modern Chinese appeared in 1815; eight digits of another century are some number, not a date.
FIRST_YEAR, LAST_YEAR = 1815, 2100
# The Republic counts its years from 1912.
_REPUBLIC = 1911

_DIGITS = "〇○零一二三四五六七八九"
_VALUE = {"〇": 0, "○": 0, "零": 0} | {numeral: value for value, numeral in enumerate("一二三四五六七八九", start=1)}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_WEEKDAYS = "一二三四五六日"

# Blanks may stand between all parts, and between all digits of a letter-spaced line.
_HAN_NUMBER = "[一二三四五六七八九十廿卅](?: ?[一二三四五六七八九十]){0,2}"
_YEAR = (
    f"(?:(?<![0-9])(?P<year>[12](?: ?[0-9]){{3}})|(?P<han_year>[一二](?: ?[{_DIGITS}]){{3}})"
    f"|(?:中[華华])? ?民[國国] ?(?P<republic>{_HAN_NUMBER}|[1-9](?: ?[0-9]){{0,2}}))"
)
_PRINTED = re.compile(
    f"{_YEAR} ?年 ?(?P<month>[0-9](?: ?[0-9])?|{_HAN_NUMBER}|元) ?月 ?(?P<day>[0-9](?: ?[0-9])?|{_HAN_NUMBER}) ?日"
    f"(?:[ （(]{{0,2}}(?:星 ?期|周|礼 ?拜) ?(?P<weekday>[{_WEEKDAYS}天])[）)]?)?"
)
_PLAIN = re.compile(
    r"(?P<year>[12][0-9]{3})(?:(?P<mark>[-/._])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})|(?P<m8>[0-9]{2})(?P<d8>[0-9]{2}))"
)
_PLAIN_IN_NAME = re.compile(f"(?<![0-9]){_PLAIN.pattern}(?![0-9])")
_NUMERIC = re.compile(r"(?<![0-9])([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
# 2023年11月 / 21 / 星期二 on lines of their own: the 日 may be missing if the weekday is there.
_DATE_START = re.compile("[12][0-9]{3} ?年(?: ?[0-9]{1,2} ?月)?")
_IN_PIECES = re.compile(
    f"([12][0-9]{{3}} ?年 ?[0-9]{{1,2}} ?月 ?[0-9]{{1,2}})(?: ?日()|(?= 星期))( 星期[{_WEEKDAYS}天])?"
)
_WEEKDAY_FIRST = re.compile(
    f"((?:星期|周)[{_WEEKDAYS}天]) ?([12][0-9]{{3}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)(?! ?(?:星期|周))"
)
_WEEKDAY = re.compile(f"(?:星 ?期|周|礼 ?拜) ?([{_WEEKDAYS}天])")

_LABEL = re.compile("[A-Z]{0,2}[0-9]{1,3}")
_PRINTED_LABEL = re.compile(
    f"第? ?(?P<label>[A-Z]{{0,2}}(?: ?[0-9]){{1,3}}|(?<=第){_HAN_NUMBER}|(?<=第 ){_HAN_NUMBER}) ?版"
)
# A section name beside a label: 要闻, 要闻·综合, 视 野. Longer words are a headline.
_SECTION = "[\u4e00-\u9fff·• ]{0,9}"
# 见第3版, 下转第4版, 共8版 speak of other pages.
_LABEL_LINE = re.compile(f"{_SECTION}(?<![见見转轉接至共第]){_PRINTED_LABEL.pattern}[：:]?{_SECTION}")
# A number beside the name of a section: 04 要闻, 经济A04.
_NUMBERED_SECTION = re.compile(
    "(?P<before>[A-Z]{0,2}[0-9]{1,2})? ?(?P<section>[\u4e00-\u9fff·]+) ?(?P<behind>[A-Z]{0,2}[0-9]{1,2})?"
)
# In a line of furniture a label stands between blanks; in one with the date, a number at either end is one too.
_LABEL_IN_FURNITURE = re.compile(f"(?:^|(?<= )){_PRINTED_LABEL.pattern}(?= |$)")
_NUMBER_AT_EDGE = re.compile("^ *[A-Z]{0,2}[0-9]{1,2}(?= )|(?<= )[A-Z]{0,2}[0-9]{1,2}$")
# What shows that a line with a date is the paper's own furniture and not a notice or an article.
_FURNITURE = re.compile(
    "农历|农曆|今日|第 ?[0-9]+ ?期|总第|责任? ?编|编辑|校对|美编|版式|刊号|统一连续|CN ?[0-9]|邮发代号"
)
_PROSE = re.compile("[，。；！？、“”]")
# A date in full but without weekday or other furniture is believed among the first lines only: below, it dates a
# notice.
_HEAD_LINES = 8
# A page number by itself stands next to the date, with the section's name between them at most.
_NEAR = 2


class Masthead(NamedTuple):
    """What a page says about itself: its date and its label, None where it does not say or says different things."""

    date: date | None
    label: str | None


def read_date(text: str) -> date | None:
    """Read a text that is nothing but a date in one of the known forms; None if it is anything else.

    Raises InputError, code ``no-such-date``, for a date of a known form that no calendar has, or that is not the
    weekday it says.
    """
    text = _normal(text)
    if match := _PRINTED.fullmatch(text):
        return _printed(match)
    if match := _PLAIN.fullmatch(text):
        year, month, day = int(match["year"]), int(match["month"] or match["m8"]), int(match["day"] or match["d8"])
        if match["mark"] is None and not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        return _make(year, month, day, match[0])
    return None


def find_date(name: str) -> tuple[date, int, int] | None:
    """Find the one date in a file name, with its start and end; None if there is none, or more than one.

    Raises InputError, code ``no-such-date``, if what looks like a date is none.
    """
    found = [
        (value, match.start(), match.end())
        for pattern in (_PRINTED, _PLAIN_IN_NAME)
        for match in pattern.finditer(name)
        if (value := read_date(match[0]))
    ]
    return found[0] if len(found) == 1 else None


def read_label(text: str) -> str | None:
    """Read a page label: ``第1版`` and ``1`` give ``01``, ``a1版`` gives ``A1``; None if it is no label.

    Plain numbers get two digits; letters are capital, the number behind them stays as printed.
    """
    text = _normal(text).upper()
    if match := _PRINTED_LABEL.fullmatch(text):
        text = match["label"].replace(" ", "")
    if not _LABEL.fullmatch(text):
        number = _han_number(text)
        return f"{number:02d}" if number else None
    return f"{int(text):02d}" if text.isdigit() else text


def masthead(text: str) -> Masthead:
    """Read the date and the label that a page prints about itself, on lines of their own; never from prose.

    A date counts with its weekday or other furniture beside it, or alone among the first lines; a label counts as
    第N版 on a line of its own or with a section name, or as a number beside such a date or at either end of the page.
    What stands there twice with different values counts as unsaid.

    Raises InputError, code ``no-such-date``, if the only date there is no calendar date.
    """
    lines = _unified([line for line in map(_normal, re.split("[\r\n\f]+", text)) if line])
    strong, weak, wrong = _dates(lines)
    best = strong or weak
    if not best and wrong:
        raise wrong[0]
    values = {value for value, _ in best}
    return Masthead(values.pop() if len(values) == 1 else None, _label(lines, [at for _, at in strong]))


def _unified(lines: Sequence[str]) -> list[str]:
    """Give dates of other make the printed form: 2023.11.21 and 星期二 2023年11月21日, and dates in pieces on several
    lines.
    """
    unified: list[str] = []
    skip = 0
    for at, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        if _DATE_START.fullmatch(line):
            for count in (4, 3, 2):
                if match := _IN_PIECES.fullmatch(" ".join(lines[at : at + count])):
                    line, skip = f"{match[1]}日{match[3] or ''}", count - 1
                    break
        if not _PROSE.search(line):
            line = _WEEKDAY_FIRST.sub(r"\2 \1", _NUMERIC.sub(r"\1年\3月\4日", line))
        unified.append(line)
    return unified


def _dates(lines: Sequence[str]) -> tuple[list[tuple[date, int]], list[tuple[date, int]], list[InputError]]:
    """Give the dates of furniture lines, those of bare lines near the top, each with its line, and what is wrong."""
    strong: list[tuple[date, int]] = []
    weak: list[tuple[date, int]] = []
    wrong: list[InputError] = []
    for at, line in enumerate(lines):
        match = None if _PROSE.search(line) else _PRINTED.search(line)
        if match is None:
            continue
        alone = match.start() == 0 and match.end() == len(line)
        beside = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
        shown = match["weekday"] or _FURNITURE.search(line) or _LABEL_LINE.fullmatch(line[: match.start()].strip())
        if not shown and alone:
            shown = any(
                _FURNITURE.search(near) or _WEEKDAY.fullmatch(near) or _LABEL_LINE.fullmatch(near) for near in beside
            )
        if not shown and not (alone and at < _HEAD_LINES):
            continue
        try:
            value = _printed(match)
            if match["weekday"] is None and alone:
                for near in filter(_WEEKDAY.fullmatch, beside):
                    _check_weekday(value, near[-1], match[0])
        except InputError as error:
            wrong.append(error)
        else:
            (strong if shown else weak).append((value, at))
    return strong, weak, wrong


def _label(lines: Sequence[str], date_lines: Sequence[int]) -> str | None:
    """Give the one label that the page prints, None if there is none or several."""
    labels = set(filter(None, map(read_label, _printed_labels(lines, frozenset(date_lines)))))
    if not labels:
        near = {i for at in date_lines for i in range(at - _NEAR, at + _NEAR + 1)} | {0, len(lines) - 1}
        numbers = (line for i, line in enumerate(lines) if i in near and _LABEL.fullmatch(line))
        sections = (_section_number(line) for i, line in enumerate(lines) if i in near)
        labels = set(filter(None, map(read_label, filter(None, (*numbers, *sections)))))
    return labels.pop() if len(labels) == 1 else None


def _section_number(line: str) -> str | None:
    """Give the number that stands beside the name of a section, if the line is nothing else."""
    match = _NUMBERED_SECTION.fullmatch(line)
    if match is None or not all(name in sections() for name in match["section"].split("·")):
        return None
    return match["before"] or match["behind"]


@cache
def sections() -> frozenset[str]:
    """Give the names of sections of ``sections.txt``."""
    return frozenset(" ".join(data_lines("sections.txt")).split())


def _printed_labels(lines: Sequence[str], date_lines: frozenset[int]) -> Iterator[str]:
    for at, line in enumerate(lines):
        if at not in date_lines and "版" not in line and line != "第":
            continue
        if at in date_lines or (_FURNITURE.search(line) and not _PROSE.search(line)):
            rest = _PRINTED.sub("  ", line)
            match = _LABEL_IN_FURNITURE.search(rest) or (_NUMBER_AT_EDGE.search(rest) if at in date_lines else None)
            if match:
                yield match[0]
        elif _LABEL_LINE.fullmatch(line) and (match := _PRINTED_LABEL.search(line)):
            yield match[0]
        elif line == "第" and lines[at + 2 : at + 3] == ["版"]:
            yield lines[at + 1]


def _normal(text: str) -> str:
    """Give digits, Latin letters and blanks their plain form and leave one blank where there are several."""
    return " ".join(unicodedata.normalize("NFKC", text.replace("\ufeff", "")).split())


def _printed(match: re.Match[str]) -> date:
    if match["year"]:
        year = int(match["year"].replace(" ", ""))
    elif match["han_year"]:
        year = int("".join(str(_VALUE[numeral]) for numeral in match["han_year"].replace(" ", "")))
    else:
        year = _REPUBLIC + _number(match["republic"])
    value = _make(year, _number(match["month"]), _number(match["day"]), match[0])
    if match["weekday"]:
        _check_weekday(value, match["weekday"], match[0])
    return value


def _number(text: str) -> int:
    text = text.replace(" ", "")
    return int(text) if text.isdecimal() else 1 if text == "元" else _han_number(text)


def _han_number(text: str) -> int:
    """Read a Han numeral from 1 to 99: 十一, 二十, 三十一, 廿三, 卅; 0 if it is none."""
    match = re.fullmatch("(?:([二三四五六七八九])?(十)|([廿卅]))?([一二三四五六七八九])?", text)
    if not match:
        return 0
    tens = _TENS["十"] * _VALUE.get(match[1] or "一", 1) if match[2] else _TENS.get(match[3] or "", 0)
    return tens + _VALUE.get(match[4] or "", 0)


def _make(year: int, month: int, day: int, printed: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InputError(
            f"there is no such date: {printed!r}; give the right one with date=YYYY-MM-DD", code="no-such-date"
        ) from None


def _check_weekday(value: date, weekday: str, printed: str) -> None:
    says = _WEEKDAYS.index(weekday.replace("天", "日"))
    if says != value.weekday():
        raise InputError(
            f"there is no such date: {printed!r}, but {value} is a 星期{_WEEKDAYS[value.weekday()]}; "
            "give the right one with date=YYYY-MM-DD",
            code="no-such-date",
        )
