"""Organisations in a text: names that end like one (…大学, …委员会, …有限公司) or need no explaining (国务院).

A name is read leftwards from its ending over words that can stand in a name and begins with what makes it a name of
its own: a place, a word no dictionary knows, 国家, or a bare 省, 市, 县 (省人民医院). Companies without an ending are
known by the title behind them (…CEO) or the list they stand in (…等企业), newspapers by 《…报》. Of an office inside a
larger one the whole is given; a shorter form of a name in the same text is the same organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from newsarchive.text import words
from newsarchive.topics.lexicon import HAN, alternatives, section, table, unlike_words
from newsarchive.topics.written import beside, endings, schools, written

# The longest official names have a dozen words, the shortest three characters.
_LONGEST, _SHORTEST = 12, 3
# Parts of speech that stand in names. Of verbs only those do that organisations.txt lists as inside (管理, 发展 …).
_INSIDE = frozenset(
    {"n", "ns", "nr", "nt", "nz", "nrt", "nrfg", "j", "b", "a", "vn", "an", "s", "g", "ng", "z", "zg", "x", ""}
)
# Parts of speech that make a name of a general word.
_PROPER = frozenset({"ns", "nt", "nr", "nz", "nrt", "nrfg", ""})
_GENERAL = re.compile(r"(?:公司|企业|集团|机构)$")
# Shorter known names may be the end of a word and the beginning of another.
_LONG_KNOWN = 3
# Words of more characters are seldom but names.
_LONG_WORD = 5
# Who heads an office; 成长 and 增长 are nobody.
_HEADS = re.compile(r"(?:总统|总理|首相|主席|书记|大臣|[^成增特专延]长)$")
# A part of a city, between its name and that of a court (首尔西部地方法院).
_QUARTERS = frozenset({"东部", "西部", "南部", "北部", "中部", "中央"})
# What a company is, behind its own name.
_COMPANIES = ("公司", "集团", "集团公司", "有限公司", "股份有限公司", "股份", "控股", "银行")
# Parts of speech of short names that stand before another word that makes the name.
_SHORT_NAMES = frozenset({"nz", "nt"})
# Offices of which every company has one: the dictionary's 人力资源部 is no name of its own.
_OFFICES = frozenset("部局处厅委室队会科司")
_LEVELS = frozenset("省市县区镇乡村州")
_AUTONOMOUS = frozenset({"自治区", "自治州", "自治县", "兵团", "新区"})
# Small words that jieba glues to an unknown name: 据省, 从省.
_BEFORE = frozenset("已将正曾还也都就不据从在到由于向对为是与和被把让给")
# What is made and traded everywhere: with a place alone before it, it is no company.
_GOODS = frozenset({"汽车", "能源", "软件", "电子", "通信", "半导体", "物流"})
# Every township and village has one.
_EVERYWHERE = frozenset({"党委", "党支部", "党总支", "村委会", "居委会"})
_BRANCHES = ("分公司", "支行", "分行", "分院", "支公司", "营业部", "研究院")
# Words that say from how far, not of which.
_SCOPES = frozenset({"全国", "世界", "国际", "亚洲", "欧洲", "非洲", "中央", "人民"})
_PATTERN_LATIN = re.compile(r"[A-Za-z]")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(alternatives(*endings()))


@cache
def _apposed() -> re.Pattern[str]:
    """What a company is, before its name: 芯片公司某某（…）."""
    return re.compile(rf"(?:公司|企业|集团|机构)(?=[{HAN}]{{2,6}}[（(]|[A-Za-z“])")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(alternatives(*(name for names in _known().values() for name in names)))


def _split(tokens: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """Return (start, word) of the words; they are cut at the edges of places and people, and joined within."""
    heads = section("organisations.txt", "heads")
    ends = dict(sorted(spans))
    edges = sorted({edge for span in spans for edge in span})
    text = "".join(tokens)
    pieces: list[tuple[int, str]] = []
    place = number = skip = 0
    for token in tokens:
        size = len(token)
        end = place + size
        cuts = [place]
        if number < len(edges) and edges[number] < end:
            while number < len(edges) and edges[number] < end:
                if edges[number] > place:
                    cuts.append(edges[number])
                number += 1
        elif size > 1 and token[0] in _BEFORE and not words.is_word(token):
            cuts.append(place + 1)
        if size > 1:
            if token[-1] == "副" and cuts[-1] < end - 1:
                cuts.append(end - 1)  # 教育部副 部长
            elif size > 3 and token[-2:] in heads and cuts[-1] < end - 2:
                cuts.append(end - 2)  # 市委书记, 医院院长
        for one, two in pairwise((*cuts, end)) if len(cuts) > 1 else ((place, end),):
            if one >= skip:
                if one in ends:
                    skip = two = ends[one]
                pieces.append((one, text[one:two]))
        place = end
    return _joined(text, pieces)


def _joined(text: str, pieces: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the pieces with those that make a known name together put together: 生态环境 部 华南 …."""
    known, borders = _known(), {start for start, _ in pieces}
    joined: list[tuple[int, str]] = []
    skip = 0
    for start, piece in pieces:
        if start < skip:
            continue
        for name in known.get(text[start : start + 2], ()) if len(piece) > 1 else ():
            end = start + len(name)
            if len(name) > max(len(piece), _LONG_KNOWN) and end in borders and text.startswith(name, start):
                piece, skip = name, end
                break
        joined.append((start, piece))
    return joined


def _inside(word: str) -> bool:
    if not re.fullmatch(rf"[{HAN}A-Za-z0-9]+", word):
        return False
    if word in section("organisations.txt", "outside"):
        return False
    if word in table("places.txt"):
        return True
    if word[0] in _BEFORE and len(word) < 4 and not words.is_word(word):
        return False
    return words.part_of_speech(word) in _INSIDE or word in section("organisations.txt", "inside")


def _makes_a_name(word: str, is_place: bool) -> int:
    """How well ``word`` makes a name of the general words behind it: 2 surely, 1 if nothing better is there, 0 not."""
    if word in section("organisations.txt", "outside"):
        return 0
    if is_place or word in section("organisations.txt", "first") or word in table("places.txt"):
        return 2
    if word in table("kinds.txt"):
        return 0  # 山区小学
    if len(word) == 1:
        return 2 if word in _LEVELS else 0
    if word in _AUTONOMOUS or word in table("known_organisations.txt") or re.match(r"[省市县区州](?:委|中心$)", word):
        return 2
    if len(word) > _LONG_WORD and word.startswith(tuple(table("known_organisations.txt"))):
        return 2  # the dictionary has 教育部考试中心 as one word
    if word in section("companies.txt", "sure") or word.startswith(("省立", "市立", "国立", "县立")):
        return 2
    part = words.part_of_speech(word)
    if part == "nt" and word[-1] in _OFFICES:
        return 2 if word.startswith(_proper_starts()) else 0
    if part in {"ns", "nt"} or (not part and (_PATTERN_LATIN.match(word) or unlike_words(word))):
        return 2
    return 1 if part in _PROPER - {""} else 0


@cache
def _proper_starts() -> tuple[str, ...]:
    return tuple(table("places.txt") | section("organisations.txt", "first") | table("known_organisations.txt"))


def _by_ending(
    text: str, pieces: Sequence[tuple[int, str]], places: frozenset[int], people: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the names that end like an organisation's."""
    ends = {start + len(word): number for number, (start, word) in enumerate(pieces)}
    for match in _ending().finditer(text):
        if match.end() not in ends or _apposed().match(text, match.start()):
            continue  # the ending is none, or (美国芯片公司 X) only says what X is
        last = ends[match.end()]
        start, word = pieces[last]
        if start < match.start() and (len(word) == 2 or words.part_of_speech(word) == "f"):
            continue  # 干部, 团队, 入局: the ending is part of another word
        if text[start : match.start()] in section("organisations.txt", "outside"):
            continue  # 一流大学: any of them
        while last > 0 and start > match.start():
            last -= 1
            start, word = pieces[last]
        low = last
        while low > 0 and last - low < _LONGEST:
            if not (
                _inside(pieces[low - 1][1])
                or _joins(pieces, low - 1, match.group(), places)
                or _quarter(pieces, low - 1, places)
            ):
                break
            if low < last and pieces[low - 1][1].endswith(match.group()):
                break  # 中国队 | 力克日本队: each its own
            if low < last and _HEADS.search(pieces[low - 1][1]):
                break  # 总理某某办公室: the office of a person; 总理办公室 is one of its own
            if _general(pieces, low - 1, places) and _makes_a_name(pieces[low][1], pieces[low][0] in places):
                break  # 上市公司 某某: what it is, then its name
            low -= 1
        marks = [
            # 台中地 检署: of the word that the ending begins in, a place that stands before it counts.
            (2 if text[begin : match.start()] in table("places.txt") else _makes_a_name(piece, begin in places), begin)
            for begin, piece in pieces[low : last + 1]
            if begin < match.start() and begin not in people
        ]
        if match.group() in _COMPANIES:
            marks = list(_brands(pieces[low : last + 1], match.start(), marks))
        surest = max((mark for mark, _ in marks), default=0)
        place = next((number for number, (mark, _) in enumerate(marks) if mark == surest), 0)
        while (
            place
            and match.group() != "队"
            and words.part_of_speech(text[marks[place - 1][1] : marks[place][1]]) in _SHORT_NAMES
        ):
            place -= 1  # 中信 建投证券: a short name of the dictionary right before
        begin = marks[place][1] if marks else match.start()
        if re.match(r"[省市县区镇乡村州](?:[省市县区镇乡村]|[一二三四两几多各]|直|级|内|外|属)", text[begin:]):
            continue  # 省市三级医院, 市直部门: any of them
        if match.end() - begin < _SHORTEST or (text[begin : match.start()] in _LEVELS and match.group() in _EVERYWHERE):
            continue  # 省委, 市局, 乡党委: of one place or another
        if text[begin : match.start()] in _SCOPES and match.end() - match.start() < 5:
            continue  # 全国法院, 国际组织: any of them
        known = next((name for name in _ends_known(text, match.end()) if begin < match.end() - len(name)), "")
        if match.group() in _BRANCHES or text.endswith(_BRANCHES, begin, match.end()):
            # 中储粮 江西分公司: whose branch it is stands before the place.
            owners = section("companies.txt", "sure")
            begin -= next((back for back in range(min(begin, 8), 1, -1) if text[begin - back : begin] in owners), 0)
        if known[:2] not in {"", "国家", "中央"} and text[begin : match.end() - len(known)] in table("places.txt"):
            begin = match.end() - len(known)  # 英国剑桥大学: the country only says where
        if match.group() in section("organisations.txt", "trade") - {"中心"} and _of_the_state(
            text[begin : match.start()]
        ):
            continue  # 中国科学院某某科技(专项): an office is no firm
        if match.group() == "中心" and surest and not _of_a_place(text[begin : match.start()], begin in places):
            continue  # 集控中心: every works has one
        if surest and not _place_and_trade(text[begin : match.start()], match.group(), begin in places):
            yield begin, match.end()


def _brands(pieces: Sequence[tuple[int, str]], end: int, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the marks of a company's words anew: an unknown word before a trade is a brand (中启 建设 集团), and so are
    two single characters that are rarely beside each other (金 沐 化工 有限公司).
    """
    held = dict(pieces)
    for number, (mark, begin) in enumerate(marks):
        word = held[begin]
        behind = held[marks[number + 1][1]] if number + 1 < len(marks) else ""
        single = len(word) == 1 == len(behind) and unlike_words(word + behind)
        unknown = len(word) > 1 and behind and not words.is_word(word) and begin + len(word) < end
        yield (max(mark, 2) if single or unknown else mark), begin


def _ends_known(text: str, end: int) -> Iterator[str]:
    """Yield the known names that end at ``end``."""
    for length in range(4, 13):
        name = text[max(0, end - length) : end]
        if name in table("known_organisations.txt"):
            yield name


def _of_the_state(front: str) -> bool:
    """Whether a known office is the first word of ``front``."""
    return any(
        front[:size] in table("known_organisations.txt") and front[size - 1] in "院部委局署会" for size in range(3, 9)
    )


def _of_a_place(front: str, is_place: bool) -> bool:
    return is_place or front[0] in _LEVELS or front.startswith(_proper_starts())


def _general(pieces: Sequence[tuple[int, str]], number: int, places: frozenset[int]) -> bool:
    """Whether the word of this number is 公司, 企业 …, and not the end of a name (三峡 集团)."""
    if not _GENERAL.search(pieces[number][1]) or pieces[number][1] in section("companies.txt", "sure"):
        return False
    whole = _GENERAL.fullmatch(pieces[number][1]) is not None
    return not (whole and number and _makes_a_name(pieces[number - 1][1], pieces[number - 1][0] in places) == 2)


def _joins(pieces: Sequence[tuple[int, str]], number: int, ending: str, places: frozenset[int]) -> bool:
    """Whether the word of this number is a 和 inside the name of an office (贸易和工业部), not between two names."""
    if (
        pieces[number][1] not in {"和", "与", "及"}
        or number == 0
        or ending not in section("organisations.txt", "joined")
    ):
        return False
    begin, before = pieces[number - 1]
    endings = list(_ending().finditer(before))
    return _makes_a_name(before, begin in places) == 0 and not (endings and endings[-1].end() == len(before))


def _quarter(pieces: Sequence[tuple[int, str]], number: int, places: frozenset[int]) -> bool:
    """Whether the word of this number is the part of a city that is named before it."""
    begin, before = pieces[number - 1] if number else (0, "")
    return pieces[number][1] in _QUARTERS and (begin in places or before in table("places.txt"))


def _place_and_trade(front: str, ending: str, is_place: bool) -> bool:
    """Whether a name would be but a place and a trade or a spot in it (德国汽车, 北京市中心)."""
    general = section("organisations.txt", "first")
    whole = (
        front in general
        or front in table("places.txt")
        or words.part_of_speech(front) == "ns"
        or (is_place and front[-1] in _LEVELS)
    )
    if ending in _GOODS and front.startswith(_proper_starts()):
        return True  # 欧洲纯电动汽车
    return whole and ending in section("organisations.txt", "trade")


def _by_title(pieces: Sequence[tuple[int, str]], titles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the companies known by the title of theirs that follows (…CEO, …董事会)."""
    for (start, word), (_, title) in pairwise(pieces):
        if title not in titles:
            continue
        general = words.part_of_speech(word) not in _PROPER and not (
            title.isascii() and words.part_of_speech(word) == "n"
        )
        general = general or word in table("places.txt") or word in section("organisations.txt", "outside")
        if 1 < len(word) < 6 and word[-1] not in _LEVELS and not general and not _ending().fullmatch(word):
            yield start, start + len(word)


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """The organisations that need no explaining by their first two characters, the longest first."""
    names = table("known_organisations.txt") | section("companies.txt", "sure")
    heads: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        heads.setdefault(name[:2], []).append(name)
    return {head: tuple(longest) for head, longest in heads.items()}


def _by_knowledge(text: str, borders: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the known names; short ones begin and end where words do (华为 is not in 中华为此)."""
    known, anywhere = _known(), _anywhere()
    place = 0
    while match := anywhere.search(text, place):
        place = match.start() + 1
        for name in known[match.group()[:2]]:
            start, end = match.start(), match.start() + len(name)
            bordered = len(name) > 3 or (start in borders and end in borders)
            runs_on = name.isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum()
            if bordered and not runs_on and text.startswith(name, start):
                yield start, end
                place = end
                break


def find_organisations(
    text: str, tokens: Sequence[str], places: Sequence[tuple[int, int]], people: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each organisation's name in ``text`` from left to right, none inside another.

    ``tokens`` are the text's words as jieba cuts them; ``places`` and ``people`` are stretches known as such.
    """
    pieces = _split(tokens, sorted((*places, *people)))
    taken = frozenset(start for start, _ in people)
    spans = {
        span
        for span in (
            *_by_ending(text, pieces, frozenset(start for start, _ in places), taken),
            *_by_title(pieces, section("organisations.txt", "titles")),
            *_by_knowledge(text, frozenset(edge for start, word in pieces for edge in (start, start + len(word)))),
            *written(text, places),
            *schools(pieces, frozenset(start for start, _ in places)),
        )
        if span[0] not in taken
    }
    spans.update(list(beside(text, [span for span in spans if text[slice(*span)] in section("companies.txt", "sure")])))
    kept: list[tuple[int, int]] = []
    covered: set[int] = set()
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if covered.isdisjoint(range(start, end)):
            kept.append((start, end))
            covered.update(range(start, end))
    return tuple(sorted(kept))


def _shortened(short: str, full: str) -> bool:
    """Whether ``short`` is ``full`` with characters left out, both with the same last one (县医院, …县人民医院), or a
    company without what companies are called (某某, 某某公司).
    """
    if full.endswith(tuple(short + kind for kind in _COMPANIES)):
        return True
    if full.startswith(short):
        return False  # 立法会 and a committee of it
    rest = iter(full)
    return short[-1] == full[-1] and all(character in rest for character in short)


def name_organisations(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return the names at ``spans``, each once under its fullest form, in order of appearance."""
    names = list(dict.fromkeys(text[start:end] for start, end in spans))
    full = dict(pair.split("=") for pair in table("short_forms.txt"))
    return tuple(
        name
        for name in names
        if full.get(name) not in names
        and not any(len(other) > len(name) and _shortened(name, other) for other in names)
    )
