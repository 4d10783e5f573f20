"""Foreign people in a text: names with a dot, transliterated ones after a title, Japanese and Latin ones.

Names of China's peoples that are written with a dot (洛桑·达瓦) are read here too. Where a name begins and ends is
told by jieba's words, by the characters of transliteration, and by the titles and words of speech around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from newsarchive.text import words
from newsarchive.topics import lexicon
from newsarchive.topics.lexicon import HAN, alternatives, nameless, section, spans_of, table, transliterated
from newsarchive.topics.spotting import name_odds, title_before

_DOTS = "·•・‧∙"
_DOT_SIGNS = frozenset(_DOTS)
# 埃马努埃莱·迪奥马耶: the longest part has some eight characters.
_LONGEST_PART = 8
# 首席 … with a quotation mark and a blank behind it.
_LONGEST_TITLE = 12
# Above these odds (logarithm) three characters are a Chinese name.
_CHINESE = 3.0
_SMALL = frozenset("因次于所能可都")
# Words that are written with letters of names and stand behind one.
_TAIL = re.compile(r"(?<=.{2})(?:次日|当日|今日|同日|次年)$")
_FUNCTION = ("v", "d", "p", "c", "u", "r")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    speech = table("speech.txt")
    latin = r"[A-Z][a-z]+(?:[ ·](?:[A-Z]\.|[A-Z][a-z]+)){1,3}"
    letters = "".join(sorted(lexicon.letters()))
    return {
        "head": re.compile(rf"[{letters}]*"),
        "end": re.compile(rf"[{letters}]+$"),
        "in a list": re.compile(rf"[{letters}]{{3,8}}(?=[、，。；等）]|和|$)"),
        "latin": re.compile(latin),
        "title": re.compile(rf"{_title()}[”’》]?\s?$"),
        "speech": re.compile(rf"\s?(?:{alternatives(*speech)})"),
    }


@cache
def _japanese() -> re.Pattern[str]:
    """A Japanese name; of all patterns the costliest to make, and few articles are on Japan."""
    given = "".join(sorted("".join(section("japanese.txt", "given"))))
    return re.compile(
        rf"(?:{_title()}[”’》]?|^|[^{HAN}A-Za-z0-9]|[的和与同由])"
        rf"(?P<name>(?:{alternatives(*section('japanese.txt', 'surnames'))})[{given}]{{1,3}}?)"
        rf"(?={alternatives(*table('speech.txt'))}|[^{HAN}]|$)",
        re.M,
    )


def _title() -> str:
    return rf"(?P<title>{alternatives(*(entry for entry in table('titles.txt') if len(entry) > 1))})"


@cache
def _institutions() -> frozenset[str]:
    return (
        section("organisations.txt", "own")
        | section("organisations.txt", "state")
        | section("organisations.txt", "trade")
        | section("organisations.txt", "titles")
        | frozenset("奖杯法案")
    )


def foreign_names(text: str, tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (name, title) of foreign names; the title is empty where none stands before the name.

    A name has a dot, stands beside a title or a word of speech, or is known to jieba. ``tokens`` are the text's words.
    """
    if not _DOT_SIGNS.isdisjoint(text):
        yield from _dotted(tokens)
    for match in _patterns()["latin"].finditer(text):
        before = _patterns()["title"].search(text, max(0, match.start() - _LONGEST_TITLE), match.start())
        if (before or _patterns()["speech"].match(text, match.end())) and not words.is_word(match.group()):
            yield match.group(), before["title"] if before else ""
    if any(sign in text for sign in ("日本", "日方", "东京", "日军")):
        for found in _japanese().finditer(text):
            if found["title"] or not words.is_word(found["name"]):
                yield found["name"], found["title"] or ""
    yield from _titled(tokens)
    yield from _met(tokens)
    yield from _in_dictionary(text, tokens)


def _in_dictionary(text: str, tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the foreign names that jieba's dictionary has."""
    candidates = {token for token in set(tokens) if len(token) > 2 and known_foreigner(token)}
    if not candidates:
        return
    seen = set()
    for before, token, after in zip(("\n", *tokens), tokens, (*tokens[1:], "\n"), strict=False):
        if token in candidates and token not in seen:
            # Of those that begin with a surname many are words (胡杨林); of the others hardly any.
            paused = words.part_of_speech(token) == "nrt" and not re.match(rf"[{HAN}]", before)
            acts = after in table("speech.txt") or paused or title_before(before)
            known = words.part_of_speech(token) == "nrt" and token[0] not in lexicon.surnames()
            if (acts or known) and not _names_company(token, text):
                seen.add(token)
                yield token, ""


def _met(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield long transliterated names behind a word that people stand behind: 击败 瓦西列夫, 会见 卡里莫夫."""
    meeting = table("meeting.txt")
    for number, token in enumerate(tokens[:-1]):
        if token in meeting:
            part, end = _part_behind(tokens, number + 1)
            followed = tokens[end] if end < len(tokens) else "\n"
            foreign = len(part) > 3 and transliterated(part) and part.endswith(tokens[end - 1])
            # 让 苏武 蜜瓜: letters, and words all the same.
            foreign = foreign and not any(map(_is_ordinary, tokens[number + 1 : end]))
            other = part in table("places.txt") or words.is_word(part) or followed in _institutions()
            if foreign and not other and followed not in _DOTS:
                yield part, ""


def _dotted(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    number, count = 0, len(tokens)
    while number < count:
        if tokens[number] not in _DOTS or not number or number + 1 == count:
            number += 1
            continue
        first, title = _part_before(tokens, number)
        name, place = first, number
        while name and place + 1 < count and tokens[place] in _DOTS:
            part, place_after = _part_behind(tokens, place + 1)
            if not part:
                break
            name += tokens[place] + part
            place = place_after
            if not part.endswith(tokens[place - 1]):
                break  # the word goes on behind the name
        name = _TAIL.sub("", name)
        followed = tokens[place] if place < count else "\n"
        if (
            name != first
            and followed not in _institutions()
            and "".join(tokens[place : place + 2]) not in _institutions()
        ):
            yield name, title
        number = max(place, number + 1)


def _part_before(tokens: Sequence[str], dot: int) -> tuple[str, str]:
    """Return what stands before the dot, and the title before that."""
    start = dot
    size = 0
    while start and transliterated(tokens[start - 1]) and size + len(tokens[start - 1]) <= _LONGEST_PART:
        if title_before(tokens[start - 1]) == tokens[start - 1]:
            break
        start -= 1
        size += len(tokens[start])
    title = title_before(tokens[start - 1]) if start else ""
    if start == dot:
        word = tokens[dot - 1]
        if words.is_word(word) and not words.part_of_speech(word).startswith("n"):
            return "", ""
        end = _patterns()["end"].search(word)
        whole = bool(re.fullmatch(rf"[{HAN}]{{2,4}}", word)) and not words.is_word(word)
        title = title_before(tokens[dot - 2]) if dot > 1 else ""
        if whole and dot > 2 and not title and transliterated(tokens[dot - 2]) and title_before(tokens[dot - 3]):
            return tokens[dot - 2] + word, title_before(tokens[dot - 3])  # 主席 赛 宋坎·西里蓬
        return (word if whole else end.group() if end else ""), title
    if not title:
        # 巴西 安东尼奥·费尔南德斯: a country or another word of the dictionary is no piece of the name.
        while start < dot - 1 and _is_ordinary(tokens[start]):
            start += 1
    return "".join(tokens[start:dot]), title


@lru_cache(maxsize=8192)
def _is_ordinary(word: str) -> bool:
    if word in table("speech.txt") or word in table("places.txt"):
        return True
    return len(word) > 1 and words.is_word(word) and not words.part_of_speech(word).startswith("nr")


def _part_behind(tokens: Sequence[str], start: int) -> tuple[str, int]:
    """Return what stands behind the dot, and the number of the first word that is not all of it."""
    part, place = "", start
    while place < len(tokens) and len(part) < _LONGEST_PART:
        token = tokens[place]
        function = (token in table("speech.txt") and token not in "文图摄") or (
            len(token) > 1 and words.part_of_speech(token).startswith(_FUNCTION)
        )
        if part and (function or title_before(token)):
            break
        dotted = start and tokens[start - 1] in _DOT_SIGNS
        if dotted and not part and len(token) == 1 and token in lexicon.surnames() and not transliterated(token):
            return token, place + 1  # 加里·余
        if len(token) == 2 and token[1] in "说称" and transliterated(token[0]):
            return part + token[0], place + 1  # 萨 胡说
        if transliterated(token):
            part += token
            place += 1
            continue
        if not words.is_word(token) and not (part and not transliterated(token[0])):
            # 费尔南德 斯也: what the word begins with may still be of the name.
            start_of = _patterns()["head"].match(token)
            head = start_of.group() if start_of else ""
            if part and head in _SMALL:
                break  # 洛夫 因肩伤
            if not head and not part and re.fullmatch(rf"[{HAN}]{{2,4}}", token):
                head = token
            if head:
                part += head
                place += 1
        break
    return part, place


def _titled(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the transliterated names right behind a title: 总统 瓦西里耶维奇, 主席 卡马, broken up or whole."""
    for number, token in enumerate(tokens[:-1]):
        title = title_before(token)
        if not title or title in {"先生", "女士", "小姐"}:
            continue
        start = number + 1
        if tokens[start] in "”’》" and start + 1 < len(tokens):
            start += 1
        part, end = _part_behind(tokens, start)
        if not part or not transliterated(part) or len(part) < 2 or nameless().match(part, 1):
            continue
        followed = tokens[end] if end < len(tokens) else "\n"
        cut = not part.endswith(tokens[end - 1])
        if followed in _DOTS or (followed in _institutions() and not cut):
            continue
        if known_foreigner(part) or (not words.is_word(part) and len(part) > 3):
            yield part, title
        elif not words.is_word(part) and part not in table("places.txt"):
            # Short ones that begin with a surname are Chinese names, read by their own rule.
            closed = cut or followed in table("speech.txt") or not re.match(rf"[{HAN}A-Za-z0-9]", followed)
            closed = closed or words.part_of_speech(followed).startswith(_FUNCTION)
            if closed and (part[0] not in lexicon.surnames() or len(part) == 2 or name_odds(part) < _CHINESE):
                yield part, title


def foreign_run(text: str, start: int) -> str:
    """Return the transliterated name that begins at ``start`` and ends at a pause, in a list of names; or nothing."""
    match = _patterns()["in a list"].match(text, start)
    if match is None or match.group() in table("places.txt") or words.is_word(match.group()):
        return ""
    return match.group()


def _names_company(name: str, text: str) -> bool:
    """Whether ``name`` names a company or an institution somewhere in the text (阿里巴巴集团, 卡文迪什实验室)."""
    # A piece of a dotted name is no name either.
    return name in table("known_organisations.txt") or any(
        text.startswith(("·", *_institutions()), end) or text[start - 1 : start] == "·"
        for start, end in spans_of(name, text)
    )


@cache
def known_foreigner(word: str) -> bool:
    """Whether jieba's dictionary has ``word`` as a person, and it is written as foreign names are."""
    return (
        words.part_of_speech(word) in {"nr", "nrt"}
        and transliterated(word)
        and not nameless().match(word, 1)
        and word not in table("places.txt")
        and word not in table("known_organisations.txt")
        and word not in table("eponyms.txt")
    )
