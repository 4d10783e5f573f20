"""Organisations told by how they are written and what stands around them, whatever they are called.

Offices whose names hold 和, short names of offices (市人社局), companies with a title behind them (…CEO), in a list of
companies (…等企业) or of shares (…跟涨), newspapers and bodies in their marks (《…报》, 民间团体“…”), temples with
an abbot.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from newsarchive.text import words
from newsarchive.topics.lexicon import HAN, alternatives, section, table, unlike_words

# What stands between the names of a list, and around the list.
_AND, _ROUND = ("、", "和", "与", "及"), frozenset("和与及括有是为向给由被等的在将对从")
_LONGEST_LISTED = 5
_SIGNS = {"mission": ("驻",), "traded": ("涨停", "跌停", "封板", "跟涨", "跟跌", "领涨", "领跌"), "served": ("寺",)}
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}中")
_LATIN_START = re.compile(r"[A-Za-z]")
_LATIN = r"[A-Za-z][A-Za-z0-9&.\-]*"
# What rises and falls and is no company.
_NO_SHARES = (
    "股",
    "指",
    "指数",
    "概念",
    "板块",
    "资金",
    "期货",
    "期指",
    "行业",
    "价格",
    "债券",
    "汇率",
    "题材",
    "合约",
)


@cache
def endings() -> frozenset[str]:
    """What the names of organisations end with."""
    return (
        section("organisations.txt", "state")
        | section("organisations.txt", "own")
        | section("organisations.txt", "trade")
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    latin_titles = alternatives(*section("organisations.txt", "titles"))
    item = rf"[{HAN}A-Za-z0-9]{{2,10}}"
    return {
        "with and": re.compile(rf"(?:国家)?(?:{alternatives(*section('agencies.txt', ''))})(?:部|委员会|委|局|厅|署)"),
        "short": re.compile(rf"[省市县区州](?:{alternatives(*section('agencies.txt', 'short'))})[局厅委]"),
        "titled": re.compile(rf"(?<![A-Za-z0-9])(?P<name>{_LATIN})(?:{latin_titles})"),
        "company": re.compile(
            rf"(?:公司|企业|集团|机构|巨头|厂商)(?P<name>{_LATIN}|[{HAN}]{{2,6}}(?=[（(]))|(?P<before>{_LATIN})(?:公司|集团)"
        ),
        "list": re.compile(
            rf"(?<![A-Za-z0-9])(?P<items>{item}(?:、{item})+)等[{HAN}]{{0,4}}?"
            rf"(?:{alternatives(*section('organisations.txt', 'listed'))})"
        ),
        "mission": re.compile(
            rf"(?:[{HAN}]{{2,4}}?)?驻[{HAN}]{{2,12}}?(?:大使馆|总领事?馆|领事馆|使馆|使团|代表团|代表处)"
        ),
        "newspaper": re.compile(rf"《(?P<name>[{HAN}]{{2,8}}(?:报|周刊|杂志|新闻))》"),
        "quoted": re.compile(
            rf"(?:{alternatives(*section('organisations.txt', 'quoted'))})“(?P<name>[{HAN}A-Za-z0-9]{{3,12}})”"
        ),
        "traded": re.compile(
            rf"(?<![{HAN}A-Za-z0-9])(?P<items>[{HAN}A-Za-z]{{3,6}}?(?:、[{HAN}A-Za-z]{{3,6}}?)*)等?(?:股价)?"
            r"(?:集体|双双|纷纷|盘中|均)?(?:涨停|跌停|封板|[跟领][涨跌])"
        ),
        "served": re.compile(rf"[{HAN}]{{2,6}}寺(?=(?:住持|方丈|监院|都监|首座|当家))"),
    }


def written(text: str, areas: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the names told by how they are written, without a known ending or beside one."""
    starts = {edge: start for start, end in areas for edge in (end - 1, end)}
    for match in _patterns()["with and"].finditer(text):
        yield starts.get(match.start(), match.start()), match.end()
    for match in _patterns()["short"].finditer(text):
        yield starts.get(match.start(), match.start()), match.end()
    for match in _patterns()["titled"].finditer(text):
        yield match.span("name")
    for match in _patterns()["company"].finditer(text):
        name = match["name"] or match["before"]
        if name not in section("organisations.txt", "titles") and (name.isascii() or unlike_words(name)):
            yield match.span("name") if match["name"] else match.span("before")
    for match in _found("mission", text):
        yield match.span()
    for pattern in ("newspaper", "quoted"):
        for match in _patterns()[pattern].finditer(text):
            yield match.span("name")
    for match in _patterns()["list"].finditer(text):
        place = match.start("items")
        items = match["items"].split("、")
        # A list is of companies when one of its items can be nothing else; 学校、医院等单位 is none.
        # Where the first one begins is not told when a word stands before it.
        runs_in = re.match(rf"[{HAN}]", text[place - 1 : place]) is not None or len(items[0]) > 6
        if any(_surely_named(item) for item in items):
            for number, item in enumerate(items):
                if not (number == 0 and runs_in) and item not in endings():
                    yield place, place + len(item)
                place += len(item) + 1
    yield from _traded(text)
    yield from _served(text)


def _found(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds, where a text has what few texts have; trying it everywhere would cost too much."""
    return _patterns()[pattern].finditer(text) if any(sign in text for sign in _SIGNS[pattern]) else iter(())


def _traded(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the companies whose shares rise or fall: 汇川技术、绿的谐波跟涨."""
    for match in _found("traded", text):
        place = match.start("items")
        for item in match["items"].split("、"):
            if not item.endswith(_NO_SHARES) and not words.is_word(item):
                yield place, place + len(item)
            place += len(item) + 1


def _served(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the temples that have an abbot or a supervisor: there they are no sights."""
    for match in _found("served", text):
        tokens = words.cut(match.group())
        # Of a run of words the name is what begins behind the last small one.
        yield match.end() - len(tokens[-1]) if len(tokens[-1]) > 2 else match.start(), match.end()


def _surely_named(item: str) -> bool:
    return (
        _LATIN_START.match(item) is not None
        or item in table("known_organisations.txt")
        or item in section("companies.txt", "sure")
        or item in section("companies.txt", "listed")
        or words.part_of_speech(item) == "nz"
        or (not words.is_word(item) and unlike_words(item))
    )


def beside(text: str, spans: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the companies whose names are words too (联想), in a list with a known one."""
    waiting, seen = sorted(spans), set(spans)
    while waiting:
        start, end = waiting.pop()
        found = [(end + 1, after) for after in _ends(text, end + 1)] if text[end : end + 1] in _AND else []
        if start and text[start - 1] in _AND:
            found.extend((before, start - 1) for before in _starts(text, start - 1))
        for span in found:
            if span not in seen:
                yield span
                waiting.append(span)
                seen.add(span)


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield where a company ends that begins at ``start`` and has a boundary behind it."""
    for end in range(start + 2, start + _LONGEST_LISTED + 1):
        boundary = not text[end : end + 1].isalnum() or text[end] in _ROUND
        if boundary and text[start:end] in section("companies.txt", "listed"):
            yield end


def _starts(text: str, end: int) -> Iterator[int]:
    """Yield where a company begins that ends at ``end`` and has a boundary before it."""
    for start in range(max(0, end - _LONGEST_LISTED), end - 1):
        boundary = not start or not text[start - 1].isalnum() or text[start - 1] in _ROUND
        if boundary and text[start:end] in section("companies.txt", "listed"):
            yield start


def schools(pieces: Sequence[tuple[int, str]], places: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the schools that have a number only: 贵阳一中."""
    for (start, word), (begin, number) in pairwise(pieces):
        if _NUMBERED.fullmatch(number) and (start in places or word in table("places.txt")):
            yield start, begin + len(number)
