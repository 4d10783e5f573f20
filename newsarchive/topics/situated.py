"""Places told by what stands around them, whatever their names end with: where something lies, and what it lies in.

在匈牙利德布勒森 is a place of that country, 港口城市某某 says what it is, 某镇东门岛 lies in the township, and of
四川仪陇 the dictionary knows the county. Names of people stand behind a country too, so it takes a word of place
before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from newsarchive.text import words
from newsarchive.topics.lexicon import HAN, alternatives, section, table, transliterated

# Longer than any foreign place in print; 圣克里斯托瓦尔 has seven characters.
_LONGEST = 8
_ZONES = re.compile("开发区|高新区|产业园|工业园|保税区")
# What is no place by itself and stands in names of those that are.
_NATURE = ("岛", "湾", "湖", "河", "江", "山", "岭", "峰", "滩", "礁", "洲", "水库", "草原", "林场", "农场", "牧场")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "called": re.compile(
            rf"(?:{alternatives(*section('situated.txt', 'called'))})(?:名?叫做?|名为|唤作)“?(?P<name>[{HAN}]{{2,4}})"
            rf"(?=[”，。、；]|的|$)",
            re.M,
        ),
        # 葛店开发区; where its name is a place of the gazetteer, that place is named.
        "zone": re.compile(
            rf"(?P<name>[{HAN}]{{2}})(?:经济|技术|高新|产业|工业|综合)*(?:开发区|高新区|产业园区?|工业园区?|保税区)"
        ),
        "post": re.compile(rf"驻(?P<name>[{HAN}]{{2,6}}?)(?:特约|特派)?记者"),
    }


def situated(text: str, tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the places that ``text`` says where to look for, or what they are.

    ``tokens`` are the text's words as jieba cuts them.
    """
    yield from _abroad(tokens)
    for match in _patterns()["called"].finditer(text):
        yield match.span("name")
    borders = frozenset((0, *accumulate(map(len, tokens))))
    for match in _patterns()["zone"].finditer(text) if _ZONES.search(text) else ():
        known = words.is_word(match["name"]) or match["name"] in table("places.txt")
        if match.start() in borders and match.end("name") in borders and not known:
            yield match.span()
    if "韩国" in text or "首尔" in text:
        for match in re.finditer(rf"[{HAN}]{{2}}洞", text):
            if {match.start(), match.end()} <= borders:
                yield match.span()


def posts(text: str) -> Iterator[str]:
    """Yield the places that a byline says its reporters are posted to: 驻首尔记者."""
    for match in _patterns()["post"].finditer(text):
        yield match["name"]


def _abroad(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the transliterated places behind a country or a word for a kind of place."""
    at, kinds = section("situated.txt", "at"), section("situated.txt", "kinds")
    begins = (0, *accumulate(map(len, tokens)))
    for number, token in enumerate(tokens[:-1]):
        in_country = number and tokens[number - 1] in at and token in table("places.txt")
        if not (in_country or token in kinds):
            continue
        end = number + 1
        while end < len(tokens) and _of_a_name(tokens[end]):
            end += 1
        size = begins[end] - begins[number + 1]
        # Two characters are a name where no word is meant.
        if (
            1 < size <= _LONGEST
            and (size > 2 or not words.is_word(tokens[number + 1]))
            and tokens[end : end + 1] != ["·"]
        ):
            yield begins[number + 1], begins[end]


def _of_a_name(token: str) -> bool:
    """Whether ``token`` may be a piece of a foreign name: transliterated, and no word of daily use."""
    if not transliterated(token) or token in table("speech.txt") or token in table("titles.txt"):
        return False
    return not words.is_word(token) or words.part_of_speech(token)[:2] in {"nr", "ns", "nz"}


def within(
    text: str, tokens: Sequence[str], areas: Sequence[tuple[int, int]], is_county: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the islands, hills and counties named right behind the place that they are in.

    ``areas`` are the administrative names of the text; ``is_county`` tells whether a word is the name of one without
    its ending.
    """
    borders = frozenset((0, *accumulate(map(len, tokens))))
    # 和 begins what is said of another place.
    natural = re.compile(rf"(?![和与及至到往向从在对的])[{HAN}]{{1,3}}?(?:{alternatives(*_NATURE)})")
    for _, end in areas:
        match = natural.match(text, end)
        if match and match.end() in borders:
            yield match.span()
    place = 0
    for token, behind in pairwise(tokens):
        place += len(token)
        if len(behind) == 2 and token in table("places.txt") and is_county(behind):
            yield place, place + len(behind)
