"""Places in a text: a gazetteer of countries, provinces and cities, administrative names, datelines.

A name with an administrative ending (…省, …市, …县, …镇, …村, …街道) is a place where its characters are likelier as
such a name than as plain words (超市, 全省, 小区 are none). 武汉 and 武汉市 in one text are one place, under its fuller
name. A place that stands only inside the name of an organisation is not named for itself.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from newsarchive.text import words
from newsarchive.topics import lexicon
from newsarchive.topics.lexicon import HAN, alternatives, spans_of, table, transliterated
from newsarchive.topics.situated import within

_ENDINGS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "街道",
    "省",
    "市",
    "县",
    "区",
    "镇",
    "乡",
    "村",
    "州",
    "盟",
    "旗",
)
_NATURE = (
    "江",
    "河",
    "湖",
    "岛",
    "山",
    "海",
    "湾",
    "洋",
    "沙漠",
    "高原",
    "盆地",
    "平原",
    "半岛",
    "海峡",
    "草原",
    "山脉",
    "三角洲",
)
# 北湖公园 is in no 北湖.
_SPOTS = (
    "公园",
    "广场",
    "路",
    "街",
    "大道",
    "桥",
    "站",
    "大厦",
    "小区",
    "高铁",
    "铁路",
    "高速",
    "山",
    "湖",
    "河",
    "寺",
    "庙",
    "村",
    "镇",
)
# Of these only the dictionary's are believed: 旗 and 盟 end many words.
_ONLY_KNOWN = frozenset({"旗", "盟"})
# Two characters before the ending are the rule in China's county and township names, three the exception; one name in
# a hundred words is a place that jieba's dictionary lacks.
_LENGTHS = {2: math.log(0.75 / 100), 3: math.log(0.2 / 100), 4: math.log(0.02 / 100)}
# A word that jieba's corpus of 60 million has more often is as likely 平原 the plain as 平原 the county.
_DAILY = 300
# Whoever writes 全省 or 我市 has said before which one.
_SAID_WHICH = re.compile(r"[全我本][省市县区镇村]")
# Counties of China have three such characters at most before their ending.
_SURELY_FOREIGN = 5
# 某某镇前进村: of what stands right behind the name of a place and ends like one, most is one.
_BEHIND = 8.0
# jieba cuts before most names, also unknown ones.
_AT_WORD = 2.0
# A character that no place of the dictionary has.
_UNSEEN = math.log(1e-5)
# What stands around an unknown name decides where it begins, and whether its ending is one; a few words suffice.
_LEFT, _RIGHT = 6, 3
# Characters that begin no place name: they stand before one.
_BEFORE = frozenset(
    "等在到从于由向自是的和与及对为该本我全各某此这那每几多省市县区镇乡个一二三四五六七八九十两把被让给据赴离过了着称因使经令受去往至回"
)
_STARTS_BEHIND = frozenset("那多全回一二三四五六七八九十")
# Those that begin none, though they stand in some (前进村).
_RUNS_INTO = frozenset("条跨进连")
_DATELINE = re.compile(
    rf"(?:新华社|中新社|本报|本社)(?:记者)?(?P<place>[{HAN}]{{2,8}}?)\d{{1,2}}月\d{{1,2}}日[电讯]|驻(?P<post>[{HAN}]{{2,6}})记者"
)
# The title of a book, a play or a law names no place for itself.
_TITLED = re.compile(r"《[^《》\n]{1,40}》")
# 敖德萨、新安等地: what stands in one list with a known place.
_AND_OTHERS = re.compile(
    rf"(?P<items>[{HAN}]{{2,6}}(?:、[{HAN}]{{2,6}})+)等(?:多)?(?:地|国|城市|省市)(?![{HAN}]?[级内外家方区])"
)
_LIST = re.compile(
    rf"[{HAN}]{{2}}(?P<more>(?:、[{HAN}]{{2,5}})+)等[\d一二三四五六七八九十多数几两]*个?(?:省份|省区|省|市|县|区|乡镇|镇|村|国家|国)(?![{HAN}]?[级内外家])"
)
_STANDS_AT = re.compile(
    rf"(?:齐聚|位于|来自|抵达|落户|落地|走进|定居|回到|来到|在|于)(?P<place>[{HAN}]{{2}})(?=[，。、；]|的|举行|开幕|召开|举办|闭幕|启动|成立|落成)"
)


@cache
def _known() -> frozenset[str]:
    """Names with an administrative ending that jieba's dictionary has as places, 大城市 and its like left out."""
    kinds = tuple(table("kinds.txt") - {"地区", "新区", "矿区", "林区"})
    # Of names that begin with a surname the dictionary takes many for people (昭觉县), of others some for any noun.
    named = (*words.words_of("ns", "nr", "nrt"), *(word for word in words.words_of("n") if word[-1] in "市县"))
    return frozenset(word for word in named if len(word) > 2 and word.endswith(_ENDINGS) and not word.endswith(kinds))


@cache
def _short() -> frozenset[str]:
    """Counties and cities of jieba's dictionary without their ending, those left out that are words of daily use."""
    whole, kinds = set(words.words_of("ns")), tuple(table("kinds.txt"))
    return frozenset(
        word
        for word in whole
        if 2 <= len(word) <= 3
        and words.frequency(word) < _DAILY
        and any(word + ending in whole for ending in ("市", "县", "区"))
        and not word.endswith(kinds)
        and not word.startswith("城")  # 城东, 城关
    )


@lru_cache(maxsize=32768)
def _kind(word: str) -> str:
    """How ``word`` is known as a place: named, short (a county without its ending), or not at all."""
    if len(word) < 2:
        return ""
    if word in table("places.txt") or word in _known() or _natural(word) or _abroad(word):
        return "named"
    return "short" if word in _short() else ""


def _abroad(word: str) -> bool:
    """Whether the dictionary has ``word`` as a place that is written as foreign ones are (阿雷格里港)."""
    return len(word) > 3 and words.part_of_speech(word) == "ns" and transliterated(word.rstrip("港州市岛城邦县"))


def _natural(word: str) -> bool:
    """Whether ``word`` is a river, a lake, an island …: known as a place, or unknown and not like plain words."""
    if len(word) < 3 or not word.endswith(_NATURE) or word.endswith(tuple(table("kinds.txt"))):
        return False
    if words.is_word(word):
        return words.part_of_speech(word) == "ns"
    return word[-1] in "河湖江岛" or word.endswith(("沙漠", "海峡", "草原", "山脉"))


@cache
def _characters() -> dict[str, float]:
    """The characters of place names in jieba's dictionary, as logarithms of their shares."""
    counts = Counter(character for name in _known() for character in base(name))
    total = counts.total()
    return {character: math.log(count / total) for character, count in counts.items()}


def _begins(text: str, start: int, end: int, before: int, borders: frozenset[int]) -> int | None:
    """Return where the name begins whose ending is ``text[start:end]``, or None when plain words are likelier.

    ``before`` is where the name before it ends; right behind one another is the likeliest.
    """
    for length in range(10, 0, -1):  # 黔东南苗族侗族(自治州) is the longest
        if start - length >= 0 and text[start - length : end] in _known():
            return start - length
    if before and 1 < start - before < 3 and re.fullmatch(rf"[{HAN}]+", text[before:start]) and text[start:end] == "村":
        return before  # 某某镇苏山村 is no 山村
    if text[start:end] in _ONLY_KNOWN or text[:end].endswith(tuple(table("kinds.txt"))):
        return None
    if special := _foreign_or_ethnic(text, start, end, borders):
        return special
    stem = re.search(rf"[{HAN}]*$", text[max(0, start - _LEFT) : start])
    right = re.match(rf"[{HAN}]*", text[end : end + _RIGHT])
    left, after = stem.group() if stem else "", right.group() if right else ""
    best, begins = lexicon.plain_likelihood(left + text[start:end] + after), None
    for length, likelihood in _LENGTHS.items():
        behind = bool(before) and start - length == before
        if length > len(left) or left[-length] in _RUNS_INTO:
            continue
        # Right behind a place a name may begin with what elsewhere stands before one (那坡镇, 野三关镇).
        if not (_BEFORE - _STARTS_BEHIND if behind else _BEFORE).isdisjoint(left[-length:]):
            continue
        likelihood += sum(_characters().get(character, _UNSEEN) for character in left[-length:])
        likelihood += _BEHIND if behind else 0.0
        likelihood += _AT_WORD if start - length in borders else 0.0
        likelihood += lexicon.plain_likelihood(left[:-length]) + lexicon.plain_likelihood(after)
        if likelihood > best:
            best, begins = likelihood, start - length
    return begins


@cache
def _special() -> tuple[re.Pattern[str], re.Pattern[str]]:
    letters = "".join(sorted(lexicon.letters()))
    return (
        re.compile(rf"[{HAN}]{{2}}(?:{alternatives(*table('peoples.txt'))})+$"),
        re.compile(rf"[东南西北上下中]?[{letters}]{{3,8}}$"),
    )


def _foreign_or_ethnic(text: str, start: int, end: int, borders: frozenset[int]) -> int | None:
    """Where the name begins of a township of one of China's peoples (匹河怒族乡), or of a state (北达尔富尔州)."""
    ethnic, foreign = _special()
    if text[start - 1 : start] == "族" and (match := ethnic.search(text, max(0, start - 12), start)):
        return match.start()
    if text[start:end] in {"州", "省", "县", "市", "郡"} and (match := foreign.search(text, max(0, start - 9), start)):
        # 哈萨克斯坦阿特劳州: the country is a place of its own.
        begins = [place for place in range(match.start(), start - 1) if place in borders]
        if text[start:end] not in {"州", "省"} and start - match.start() < _SURELY_FOREIGN:
            return None
        inner = (place for place in begins if text[match.start() : place] in table("places.txt"))
        return next(inner, next((place for place in begins if place < start - 2), None))
    return None


def administrative(text: str, tokens: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the administrative names in ``text`` from left to right: 北京市, 朝阳区 …

    ``tokens``, the text's words as jieba cuts them, help to tell where an unknown name begins.
    """
    borders = frozenset(accumulate(map(len, tokens)))
    begun = 0
    for match in re.finditer(alternatives(*_ENDINGS), text):
        if match.start() < begun:
            continue
        if match.group() == "区" and match.start() in borders and match.end() not in borders:
            continue  # 科长 区雪
        begins = _begins(text, match.start(), match.end(), begun, borders)
        if begins is not None and begins >= begun:
            yield begins, match.end()
            begun = match.end()


@cache
def _long_names() -> dict[str, tuple[str, ...]]:
    """The gazetteer's names of three or more characters by their first two, the longest first."""
    heads: dict[str, list[str]] = {}
    for name in sorted(table("places.txt"), key=lambda name: (-len(name), name)):
        if len(name) > 2:
            heads.setdefault(name[:2], []).append(name)
    return {head: tuple(names) for head, names in heads.items()}


def _in_gazetteer(text: str, borders: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of long names of the gazetteer that jieba cuts up (法 希尔), where words begin and end."""
    heads = _long_names()
    for place in borders:
        for name in heads.get(text[place : place + 2], ()):
            if text.startswith(name, place) and place + len(name) in borders:
                yield place, place + len(name)
                break


def _pairs(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the two places that the dictionary has as one word (英国伦敦)."""
    gazetteer = table("places.txt")
    place = 0
    for token in tokens:
        if len(token) > 3 and token not in gazetteer and words.part_of_speech(token) == "ns":
            for cut in range(2, len(token) - 1):
                if token[:cut] in gazetteer and token[cut:] in gazetteer:
                    yield place, place + cut
                    yield place + cut, place + len(token)
                    break
        place += len(token)


def _may_be_listed(item: str) -> bool:
    """Whether ``item`` is a place where places are listed: also what is a word as well (三门 for 三门县)."""
    return bool(_kind(item)) or any(item + ending in _known() for ending in ("县", "市", "区"))


def listed(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the places in lists that say what they are (荔波、环江、都安等县).

    The first is left out: where it begins, only its words tell.
    """
    gazetteer = table("places.txt")
    for match in _AND_OTHERS.finditer(text):
        items = match["items"].split("、")
        # 导弹击中敖德萨: where the first begins is told where the gazetteer has it.
        first = next((items[0][cut:] for cut in range(len(items[0]) - 1) if items[0][cut:] in gazetteer), items[0])
        place = match.start("items") + len(items[0]) - len(first)
        runs_in = first not in gazetteer and re.match(rf"[{HAN}]", text[place - 1 : place])
        items = [first, *items[1:]]
        if runs_in:
            place += len(items.pop(0)) + 1
        if any(map(_may_be_listed, items)):
            for item in items:
                if _may_be_listed(item) or not (words.is_word(item) or item.startswith(tuple(gazetteer))):
                    yield place, place + len(item)
                place += len(item) + 1
    for match in _LIST.finditer(text):
        place = match.start("more")
        for item in match["more"].split("、")[1:]:
            place += 1
            yield place, place + len(item)
            place += len(item)


def base(name: str) -> str:
    """Return a place name without its administrative ending: 武汉 for 武汉市; names of one character keep it (沙县)."""
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name[: -len(ending)]
    return name


def _is_county(stem: str) -> bool:
    """Whether ``stem`` is a county, a city or a town without its ending, and no word of daily use (南部)."""
    return words.frequency(stem) < _DAILY and any(stem + ending in _known() for ending in ("县", "市", "区", "镇"))


def find_places(
    text: str,
    tokens: Sequence[str],
    spans: Sequence[tuple[int, int]],
    taken: Sequence[tuple[int, int]],
    around: Sequence[tuple[int, int]] = (),
) -> tuple[str, ...]:
    """Return the places that ``text`` names, each once, in order of appearance.

    ``tokens`` are the text's words as jieba cuts them, ``spans`` its administrative names, ``taken`` the stretches
    that belong to names of organisations and people, and ``around`` the places told by what stands around them.
    """
    starts = dict(zip(accumulate(map(len, tokens)), tokens, strict=True))
    found: dict[int, str] = {start: text[start:end] for start, end in spans}
    inside = {covered for start, end in spans for covered in range(start, end)}
    titled = {covered for match in _TITLED.finditer(text) for covered in range(*match.span())}
    for start, end in (*_in_gazetteer(text, starts.keys() | {0}), *around):
        if start not in inside:
            found.setdefault(start, text[start:end])
            inside.update(range(start, end))
    place, before = 0, ""
    for token, after in zip(tokens, (*tokens[1:], ""), strict=True):
        kind = _kind(token)
        if kind and place not in inside | titled and (kind == "named" or not after.startswith(_SPOTS)):
            if len(before) == 1 < len(token) == 2 and before + token[0] in table("places.txt"):
                found.setdefault(place - 1, before + token[0])  # 舟 山东 偏南
            elif len(before) == 1 and _natural(token) and transliterated(before + token[:-1]):
                found.setdefault(place - 1, before + token)  # 瓜 伊巴河
            else:
                found.setdefault(place, token)
        place += len(token)
        before = token
    for start, end in _pairs(tokens):
        found.setdefault(start, text[start:end])
    for start, end in within(text, tokens, spans, _is_county):
        if not text.startswith(_SPOTS, end):
            found.setdefault(start, text[start:end])
    for match in _DATELINE.finditer(text):
        name = "place" if match["place"] else "post"
        found.setdefault(match.start(name), match[name])
    for start, end in listed(text):
        found.setdefault(start, text[start:end])
        first = starts.get(start - 1, "")
        if text[start - 1 : start] == "、" and 1 < len(first) < 6:
            found.setdefault(start - 1 - len(first), first)
    for match in _STANDS_AT.finditer(text):
        if match.start("place") in starts and not words.is_word(match["place"]) and text.count(match["place"]) > 1:
            found.setdefault(match.start("place"), match["place"])
    # 青栀秋粮丰收: an unknown word opens an article on 全省.
    opening = re.search(rf"^[{HAN}]{{2}}", text, re.M)
    if opening and not spans and _SAID_WHICH.search(text) and opening.group() in tokens:
        name = opening.group()
        if words.part_of_speech(name) == "nr" or not words.is_word(name):
            found.setdefault(opening.start(), name)
    hidden = {covered for start, end in taken for covered in range(start, end)}
    fuller = {base(text[start:end]): text[start:end] for start, end in reversed(spans) if start not in hidden}
    for stem in dict.fromkeys(base(text[start:end]) for start, end in spans):
        for start, _ in spans_of(stem, text):
            found.setdefault(start, stem)
    places = dict.fromkeys(
        fuller.get(name, name)
        for start, name in sorted(found.items())
        if not hidden.issuperset(range(start, start + len(name)))
    )
    return tuple(name for name in places if len(name) > 1)
