"""Rows of figures below a text that are part of it: the weather of the next days, the points of a match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsarchive.segment.forms.facts import HAN
from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles.form import BODY, BYLINE, DISPLAY, FURNITURE, ON, START, Form, consecutive

_DAY = (
    "今天|今夜|今晚|明天|明日|后天|大后天|(?:本|下)?周[一二三四五六日末]|星期[一二三四五六日天]"
    "|(?:[0-9]{1,2}月)?[0-9]{1,2}日"
)
_SKY = "[有风晴阴多云小中大暴到阵雷雨雪雾霾冻转间夹有时局部夜白天零星沙尘扬浮]{1,12}"
_DEGREES = r"-?\d{1,2}(?:℃|°C|度)?[～~—－至-]{1,2}-?\d{1,2}(?:℃|°C|度)"
_WIND = r"[偏东南西北风微级转～~—0-9-]{2,10}"
# One or more cells of a row: 星期一 阴转多云 18℃～27℃; what the weather is good for stands below: 洗车指数：不宜.
_CELLS = re.compile(
    rf"(?=.*(?:{_DEGREES}|{_DAY}|[晴云雨雪阴雾]))(?:(?:{_DAY}|{_SKY}|{_DEGREES}|{_WIND})[ ：:]*){{1,5}}"
    rf"|(?:[{HAN}]{{2,4}}指数[：:][{HAN}]{{1,5}} ?)+"
)
_TEMPERATURES, _BEGINS = re.compile(_DEGREES), re.compile(f"{_DAY}|[{HAN}]{{2,4}}指数")
# A name and what it scored, round by round.
_SCORES = re.compile(rf"[{HAN}]{{1,8}} *\d{{1,3}}(?: +\d{{1,3}}){{2,}}")
# What is sold, its price and how that changed: 玉米 2.26 +0.4%. What the columns are called stands above.
_CHANGE = r"(?:[+＋－↑↓±-]?\d+(?:\.\d+)?%?|持平|平稳|上涨|下跌|—+|/)"
_PRICES = re.compile(rf"[{HAN}A-Za-z（）()·/]{{1,12}} *\d+(?:\.\d+)?(?: +{_CHANGE}){{1,4}}")
_COLUMNS = re.compile(rf"[{HAN}/（）()]{{1,8}}(?: +[{HAN}/（）()]{{1,8}}){{1,5}}")
_NOTE = re.compile("(?:注|说明|备注|数据来源|资料来源|来源|单位|以上价格)[：:]")
# Rows of which even two, and three, are no headlines.
FEW, SEVERAL = 2, 3


def ends_table(lines: Sequence[Line], paragraph: Sequence[int]) -> bool:
    """Whether a paragraph ends with a row of the weather or of prices, or is a note to one: it goes on nowhere."""
    return is_row(lines[paragraph[-1]].flat) or (
        bool(_NOTE.match(lines[paragraph[0]].flat)) and len(paragraph) <= LONGEST_NOTE + 1
    )


def is_row(flat: str) -> bool:
    """Whether a line is a row of the weather or of prices."""
    if "℃" in flat or "°" in flat or "指数" in flat:
        return bool(_CELLS.fullmatch(flat))
    return flat[-1:] in _LAST and bool(_TELLING.search(flat)) and bool(_PRICES.fullmatch(flat))


def begins_table(lines: Sequence[Line], paragraph: Sequence[int]) -> bool:
    """Whether a paragraph begins with such a row, or with what the columns of one below are called."""
    rows_below = [is_row(lines[i].flat) for i in paragraph[:2]]
    return rows_below[0] or (
        len(rows_below) > 1 and rows_below[1] and bool(_COLUMNS.fullmatch(lines[paragraph[0]].flat))
    )


# What a row of prices ends with, a figure or how prices changed, and what it holds besides whole numbers.
_LAST, _TELLING = frozenset("0123456789%平稳涨跌"), re.compile(r"\d[.]\d|%|持平|平稳")


def rows(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Rows of figures right below text are text, each a paragraph, whether its cells stand on one line or each on one
    of its own; so are the weather of two days and more, scores in two rows and more, and prices in three, wherever they
    stand. What a table of prices is called is no text, what is noted below it is.
    """
    out = list(forms)
    flats = [line.flat for line in lines]
    page = "".join(flats)
    short = [i for i, flat in enumerate(flats) if len(flat) <= LONGEST_ROW] if "℃" in page or "°" in page else []
    parted = [i for i, flat in enumerate(flats) if " " in flat]
    figures = [i for i in parted if flats[i][-1:].isdigit()]
    for run in _runs(lines, forms, _CELLS, short):
        days = sum(bool(_BEGINS.match(lines[i].flat) and _TEMPERATURES.search(lines[i].flat)) for i in run)
        told = any(_TEMPERATURES.search(lines[i].flat) for i in run)
        if told and (days >= FEW or (run.start and forms[run.start - 1] in BODY)):
            for i in run:
                out[i] = START if i == run.start or _BEGINS.match(lines[i].flat) else ON
    for run in _runs(lines, forms, _SCORES, figures):
        if len(run) >= FEW and not any(forms[i] in BODY for i in run):
            out[run.start : run.stop] = [START] * len(run)
    for run in _runs(lines, forms, _PRICES, [i for i in parted if lines[i].flat[-1:] in _LAST]):
        if len(run) >= SEVERAL:
            _table(lines, out, run)
    return out


def _table(lines: Sequence[Line], forms: list[Form], run: range) -> None:
    """Make rows of prices text, with what their columns are called above them and what is noted below."""
    first = run.start
    if first and _COLUMNS.fullmatch(lines[first - 1].flat):
        first -= 1
    if not any(forms[i] in BODY for i in run):
        forms[first : run.stop] = [START] * (run.stop - first)
    elif first and forms[first] is ON and forms[first - 1] is START:
        # What it is called was read as its first line.
        called = len(lines[first - 1].flat) <= LONGEST_NAME and not _STOP.search(lines[first - 1].flat)
        if called and (first == 1 or forms[first - 2] not in BODY or ends_sentence(lines[first - 2].flat)):
            forms[first - 1], forms[first] = DISPLAY, START
    noted_below(lines, forms, run.stop)


def noted_below(lines: Sequence[Line], forms: list[Form], below: int) -> None:
    """Make what is noted right below a table text, of a few lines at most, if it was read as anything else."""
    if below < len(lines) and forms[below] in (DISPLAY, FURNITURE) and _NOTE.match(lines[below].flat):
        forms[below] = START
        rest = below + 1
        while rest < len(lines) and forms[rest] is DISPLAY and not lines[rest].gap and rest - below < LONGEST_NOTE:
            if lines[rest].width > lines[rest - 1].width or ends_sentence(lines[rest - 1].flat):
                break
            forms[rest] = ON
            rest += 1


_STOP = re.compile("[，。；：？！]")
# Characters of what a table is called, and lines of a note, at most.
LONGEST_NAME, LONGEST_NOTE = 16, 2


# Characters of a row of the weather, at most.
LONGEST_ROW = 30


def _runs(lines: Sequence[Line], forms: Sequence[Form], row: re.Pattern[str], some: Sequence[int]) -> Iterator[range]:
    """The lines that follow each other, of some lines, and have nothing but cells of such rows."""
    held = [i for i in some if forms[i] is not BYLINE and row.fullmatch(lines[i].flat)]
    for run in consecutive(held):
        yield range(run[0], run[-1] + 1)
