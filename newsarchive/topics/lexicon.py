"""What names are made of: the tables in ``names/``, read once, and how likely a string is as name or as plain words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources

from newsarchive.text import words
from newsarchive.text.surnames import all_surnames, blocks_of

HAN = "一-鿿"

# Share of the population that bears the surname of rank r: 7.2 % at the top, 0.6 % at rank 30, 0.16 % at rank 100
# (Ministry of Public Security, 2021); each surname beyond the hundred together with 600 others shares the last 15 %.
_TOP_SHARE, _FALL_TO_30, _FALL_TO_100, _RARE_SHARE = 0.072, 0.085, 0.018, 3e-4
# A surname of some ten or hundred thousand people, in a population of 1,400 million.
_RAREST_SHARE = 3e-5
# Of newspaper names three in four have two characters after the surname.
_SINGLE, _DOUBLE = math.log(0.25), math.log(0.75)
# A character never seen in a given name of jieba's dictionary.
_UNSEEN = 1e-5
# A string of Han characters is no plain words when it is less likely than this for each of its characters (logarithm):
# 英伟达 has -9.3, 做强 -7.7, 集聚的县 -6.
_UNKNOWN = -8.3
# Words of jieba's dictionary are seldom longer, and a name is decided by what stands next to it.
_LONGEST_WORD = 5


@cache
def _blocks(name: str) -> tuple[tuple[str, ...], ...]:
    return blocks_of((resources.files("newsarchive.topics") / "names" / name).read_text(encoding="utf-8"))


@cache
def table(name: str) -> frozenset[str]:
    """Return the entries of a table in ``names/``: words between white space, lines with # left out."""
    return frozenset(entry for block in _blocks(name) for entry in block)


@cache
def section(name: str, head: str) -> frozenset[str]:
    """Return the entries of one [section] of a table."""
    entries: dict[str, list[str]] = {}
    current = ""
    for entry in (entry for block in _blocks(name) for entry in block):
        if entry.startswith("["):
            current = entry.strip("[]")
        else:
            entries.setdefault(current, []).append(entry)
    return frozenset(entries[head])


@cache
def letters() -> frozenset[str]:
    """Return the characters that foreign names are written with."""
    return frozenset("".join(table("transliteration.txt")))


def transliterated(word: str) -> bool:
    """Whether ``word`` has no other characters than foreign names are written with."""
    return letters().issuperset(word)


@cache
def surnames() -> Mapping[str, float]:
    """Return each surname with the logarithm of its share of the population."""
    common, rare, double, rarest = all_surnames()
    shares = (
        dict.fromkeys(rarest, math.log(_RAREST_SHARE))
        | dict.fromkeys(rare, math.log(_RARE_SHARE))
        | dict.fromkeys(double, math.log(_RARE_SHARE))
    )
    for rank, surname in enumerate(common):
        fall = _FALL_TO_30 * min(rank, 30) + _FALL_TO_100 * max(rank - 30, 0)
        shares[surname] = math.log(_TOP_SHARE) - fall
    return shares


@cache
def _given() -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Given-name characters of the people in jieba's dictionary: alone, first of two, second of two (logarithms)."""
    alone, first, second = Counter[str](), Counter[str](), Counter[str]()
    for word in words.words_of("nr"):
        if word[0] in surnames():
            if len(word) == 2:
                alone[word[1]] += 1
            elif len(word) == 3:
                first[word[1]] += 1
                second[word[2]] += 1
    # The dictionary has few names of two characters; what ends one of three may stand alone too.
    ends = alone.total() / (2 * second.total() or 1)
    single = {character: alone[character] + ends * second[character] for character in alone.keys() | second.keys()}
    shares = []
    for counts in (single, first, second):
        # Exact, so that the order of the characters makes no difference.
        total = math.fsum(counts.values()) or 1
        shares.append({character: math.log(count / total) for character, count in counts.items()})
    return shares[0], shares[1], shares[2]


def name_likelihood(surname: str, given: str) -> float:
    """Return the logarithm of how likely a person bears this surname and this given name of one or two characters."""
    alone, first, second = _given()
    unseen = math.log(_UNSEEN)
    if len(given) == 1:
        return surnames()[surname] + _SINGLE + alone.get(given, unseen)
    return surnames()[surname] + _DOUBLE + first.get(given[0], unseen) + second.get(given[1], unseen)


@lru_cache(maxsize=8192)
def plain_likelihood(text: str) -> float:
    """Return the logarithm of how likely ``text`` is as plain words: jieba's best path, names of people left out."""
    best = [0.0] + [-math.inf] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            word = text[start:end]
            if len(word) > 1 and (not words.is_word(word) or words.part_of_speech(word).startswith("nr")):
                continue
            best[end] = max(best[end], best[start] + words.log_probability(word))
    return best[-1]


def spans_of(piece: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each place where ``piece`` stands in ``text``, from left to right, none inside another.

    A pattern would have to be made for each of an article's names.
    """
    start = text.find(piece)
    while piece and start >= 0:
        yield start, start + len(piece)
        start = text.find(piece, start + len(piece))


def unlike_words(text: str) -> bool:
    """Whether the characters of ``text`` are rare enough beside each other to be a name (英伟达, and not 做强)."""
    return not text.isdigit() and plain_likelihood(text) < _UNKNOWN * len(text)


@cache
def alternatives(*entries: str) -> str:
    """Return a regular expression that matches one of the entries, the longest first.

    Entries that begin alike share that beginning, so that not each of hundreds is tried at every place.
    """
    return _branch(sorted(set(entries)), 0)


def _branch(entries: Sequence[str], depth: int) -> str:
    """The expression for what entries that are the same up to ``depth`` have behind it."""
    branches: dict[str, list[str]] = {}
    for entry in entries:
        branches.setdefault(entry[depth : depth + 1], []).append(entry)
    ends = branches.pop("", None) is not None
    parts = [re.escape(first) + _branch(below, depth + 1) for first, below in branches.items()]
    if not parts:
        return ""
    if len(parts) == 1 and not ends:
        return parts[0]
    singles = [part for part in parts if len(part) == 1]
    longer = [part for part in parts if len(part) > 1]
    if len(singles) > 1:
        longer.append(f"[{''.join(singles)}]")
    else:
        longer.extend(singles)
    # A set needs no brackets around it.
    joined = longer[0] if len(longer) == 1 and len(singles) > 1 else f"(?:{'|'.join(longer)})"
    return f"{joined}?" if ends else joined


@cache
def nameless() -> re.Pattern[str]:
    """What follows a surname where a person stays without a name, or is called by a title (王女士, 李某, 陈局长)."""
    # 亚军 and 冠军 are given names too.
    titles = alternatives(*(entry for entry in table("titles.txt") if len(entry) > 1 and entry not in {"亚军", "冠军"}))
    return re.compile(
        "某|女士|先生|小姐|大[爷妈娘姐哥伯叔婶]|阿[婆公婶伯嫂哥姐]|老[汉伯师]|奶奶|爷爷|阿姨|叔|师傅|老师|同学|总$|老$|氏|"
        + titles
    )
