"""Chinese names as jieba's words show them: one word that no dictionary has (贺长河), or a surname and the word behind.

jieba sets unknown names apart well, so that of a text's words few are left to judge: those that begin with a surname
and are no ordinary words. Each is weighed as name against plain words, and by what stands before and behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from newsarchive.text import words
from newsarchive.topics import lexicon
from newsarchive.topics.lexicon import HAN, nameless, section, table, transliterated

# Logarithms of odds, set on articles written for tuning. A word of news is a person's name once in some hundred words;
# a name of two characters looks like a word more often than one of three.
_SELDOM, _SHORT = -7.5, -3.0
# What stands before: a title, one known only by its last character, a list, a pause, a quotation mark.
_TITLE, _GUESSED, _LISTED, _PAUSE, _QUOTED = 6.5, 4.0, 1.5, 0.5, -8.0
# What stands behind: a word of speech, a word that often follows names, a title of honour, a pause.
_SPEECH, _ACT, _HONOUR = 5.0, 2.5, 4.0
#: 贺长也: what ends in a word that often follows names has it glued on.
GLUED = -7.0
# 沈雨 睿: how much less likely a name is to end before a character that names end with.
_CUT = 5.0
# A noun of the dictionary is a name only between a title and a word of speech (演员时光说).
_PLAIN_NOUN = 2.0
#: Words that end like a place or a body are not the name of a person in it.
NEVER_LAST = frozenset("省市县区镇乡村街站寺庙楼队厂店局部院校会馆所党社族菜科")
SELDOM_LAST = frozenset("州旗路江河湖海山岛洋湾港桥林宫国军报")
_GLUES = frozenset("也未则却就还都又再已曾将是与及以被让给到在从向对把不没的了获赴率笑称说")
_PAUSES = re.compile(rf"[^{HAN}A-Za-z0-9·•“《]")
_HAN_RUN = re.compile(rf"[{HAN}]+")


@cache
def _tables() -> dict[str, frozenset[str]]:
    speech, titles = table("speech.txt"), table("titles.txt")
    return {
        "first": frozenset(surname[0] for surname in lexicon.surnames()),
        "speech": frozenset(word for word in speech if len(word) > 1 or word in "说称"),
        "act": frozenset(word for word in speech if len(word) == 1 and word not in "说称"),
        "titles": frozenset(title for title in titles if len(title) > 1),
        "ends of titles": frozenset(title for title in titles if len(title) == 1 and title != "="),
        "none": table("eponyms.txt")
        | table("known_organisations.txt")
        | table("places.txt")
        | section("companies.txt", "sure"),
        "sites": section("situated.txt", "sites"),
        "endings": section("organisations.txt", "own") | section("organisations.txt", "trade"),
    }


@lru_cache(maxsize=4096)
def _may_end_name(character: str) -> bool:
    """Whether jieba knows the character best from names (睿), so that it is likely the end of the one before it."""
    part = words.part_of_speech(character)
    return bool(_HAN_RUN.fullmatch(character)) and (part.startswith("nr") or not part)


def acts() -> frozenset[str]:
    """The words of one character that stand behind a name and hardly ever end one: 在, 也, 则."""
    return _GLUES


@lru_cache(maxsize=16384)
def name_odds(name: str) -> float:
    """Return the logarithm of the odds of ``name`` as the name of a person against the same characters as words."""
    likeliest = max(
        (
            lexicon.name_likelihood(name[:length], name[length:])
            for length in (1, 2)
            if name[:length] in lexicon.surnames() and 0 < len(name) - length < 3
        ),
        default=float("-inf"),
    )
    return likeliest - lexicon.plain_likelihood(name)


@lru_cache(maxsize=16384)
def title_before(word: str) -> str:
    """Return the title that ``word`` ends with (副主任 of 分局副主任), or nothing."""
    titles = _tables()["titles"]
    return next((word[start:] for start in range(len(word) - 1) if word[start:] in titles), "")


@lru_cache(maxsize=16384)
def _is_ordinary(word: str) -> bool:
    return words.is_word(word) and not words.part_of_speech(word).startswith("nr")


def spot_names(tokens: Sequence[str]) -> Iterator[tuple[str, float, str]]:
    """Yield (name, logarithm of the odds, title before it) for each place where a name can stand.

    Odds above 0 speak for one. ``tokens`` are the text's words as jieba cuts them.
    """
    first, none = _tables()["first"], _tables()["none"]
    count = len(tokens)
    for number, token in enumerate(tokens):
        if token in none or _of_a_foreign_name(tokens, number):
            continue
        if token[0] not in first:
            if number and (title := title_before(tokens[number - 1])) and (name := _introduced(tokens, number)):
                yield name, _PAUSE, title
            continue
        best, odds = "", float("-inf")
        left = None
        for name, end, behind in _candidates(tokens, number):
            weight = name_odds(name)
            if weight < _SELDOM or name[-1] in NEVER_LAST or nameless().match(name, 1):
                continue
            if len(name) == 2 and end < count and len(tokens[end]) == 1 and _may_end_name(tokens[end]):
                weight -= _CUT
            right = _right(behind or (tokens[end] if end < count else "\n"))
            if right is None:
                continue
            if left is None:
                left, title = _left(tokens, number)
            if name[-1] in SELDOM_LAST and right < _HONOUR and left < _GUESSED:
                continue
            if name[-1] in _GLUES and len(name) > 2:
                right += GLUED
            if weight + right > odds:
                best, odds = name, weight + right
        if not best or left is None or (number and _inside_a_place(tokens[number - 1], token)):
            continue
        total = odds + left + _SELDOM + (_SHORT if len(best) == 2 and left < _GUESSED else 0.0)
        yield best, total, title


def _of_a_foreign_name(tokens: Sequence[str], number: int) -> bool:
    """Whether the word of this number is but the beginning of a longer foreign name (阿尔图 尔基)."""
    behind = tokens[number + 1] if number + 1 < len(tokens) else ""
    return (
        len(tokens[number]) > 2
        and len(behind) > 1
        and transliterated(tokens[number] + behind)
        and not words.is_word(behind)
        and behind[0] not in _tables()["first"]
    )


def _inside_a_place(before: str, token: str) -> bool:
    """Whether the two words only look so because a place is cut in two (德 国候任, 哈萨克 斯坦副)."""
    return any(
        before[-left:] + token[:right] in table("places.txt")
        for left in range(1, min(len(before), 3) + 1)
        for right in range(1, min(len(token), 2) + 1)
    )


def _candidates(tokens: Sequence[str], number: int) -> Iterator[tuple[str, int, str]]:
    """Yield (name, number of the word behind it, that word where it is but the end of a word) of what may be a name."""
    token = tokens[number]
    size = len(token)
    if size > 4 or not _HAN_RUN.fullmatch(token):
        return
    after = tokens[number + 1] if number + 1 < len(tokens) else "\n"
    behind = tokens[number + 2] if number + 2 < len(tokens) else "\n"
    surname = token in lexicon.surnames()
    if size > 1 and not _is_ordinary(token):
        yield token, number + 1, ""
        if size > 2 and token[-1] in _tables()["act"] | _tables()["speech"]:
            yield token[:-1], number + 1, token[-1]  # 贺长河说
    if surname and len(after) < 4 and _HAN_RUN.fullmatch(after) and after not in _tables()["speech"]:
        if len(after) < 3:
            yield token + after, number + 2, ""
        if len(after) == 1 and len(behind) == 1 and _HAN_RUN.fullmatch(behind):
            yield token + after + behind, number + 3, ""
        if len(after) > 1 and after[-1] in _tables()["act"] | _tables()["speech"] and not _is_ordinary(after):
            yield token + after[:-1], number + 2, after[-1]
    elif size == 2 and token[0] in lexicon.surnames() and len(after) == 1 and _HAN_RUN.fullmatch(after):
        yield token + after, number + 2, ""  # 沈雨 桐
    if size > 1 and _is_ordinary(token) and size < 4 and words.part_of_speech(token)[:1] in {"n", "t", "s"}:
        title = number and title_before(tokens[number - 1])
        if title and after in _tables()["speech"]:
            yield token, number + 1, ""


def _introduced(tokens: Sequence[str], number: int) -> str:
    """The word of this number, behind a title, where it can be nothing but a name, whatever the surname: unknown, and
    before a word of speech.
    """
    token = tokens[number]
    if not 1 < len(token) < 5 or words.is_word(token) or number + 1 == len(tokens):
        return ""
    if not _HAN_RUN.fullmatch(token) or token[-1] in NEVER_LAST:
        return ""
    if tokens[number + 1] in _tables()["speech"]:
        return token
    return token[:-1] if len(token) > 2 and token[-1] in "说称" else ""


def _right(behind: str) -> float | None:
    """How much the word behind speaks for a name; None where it shows that there is none."""
    tables = _tables()
    if behind in tables["speech"]:
        return _SPEECH
    if behind in tables["titles"]:
        return _HONOUR
    if behind in tables["act"]:
        return _ACT
    if behind[0] in "·•":
        return None
    if behind in tables["endings"] or behind in tables["sites"] or behind[0] in NEVER_LAST | SELDOM_LAST:
        return None
    return _PAUSE if _PAUSES.match(behind) else 0.0


def _left(tokens: Sequence[str], number: int) -> tuple[float, str]:
    """How much the word before speaks for a name, and the title that it is or ends with."""
    before = tokens[number - 1] if number else "\n"
    if before in "”’》 　" and number > 1:
        before = tokens[number - 2]
    if title := title_before(before):
        return _TITLE, title
    if (
        len(before) > 1
        and before[-1] in _tables()["ends of titles"]
        and (words.is_word(before) or before[-1] in "员师")
    ):
        # 巡护员 is surely what someone is; 国家 before a name is not.
        return _GUESSED, before if len(before) > 2 and before[-1] in "员师" else ""
    if before == "、":
        return _LISTED, ""
    if before[-1] in "“‘《·•":
        return _QUOTED, ""
    return (_PAUSE if _PAUSES.match(before[-1]) else 0.0), ""
