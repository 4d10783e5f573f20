"""Key phrases of an article: what a reader would underline, not single words of a dictionary.

A phrase is a run of words. It is weighed by how often it stands there, how rare its words are in Chinese at large
(jieba's inverse document frequencies), how much its words keep together (cohesion) and how freely it stands between
others (boundary freedom); a phrase that always stands in a longer one gives way to it. After Frantzi, Ananiadou and
Mima (2000) for nested terms, and the cohesion and freedom of unsupervised Chinese word discovery.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsarchive.text import words
from newsarchive.topics.lexicon import HAN, section

#: As many as a reader takes in at a glance.
HOW_MANY = 10

# 金砖 国家 新 工业革命 伙伴关系 has five words and twelve characters.
_MOST_WORDS, _MOST_CHARACTERS = 6, 16
# The headline is written to hold what matters.
_HEADLINE = 3
# Rare words mark a text out more than their logarithm says, and of phrases that stand equally often the longer says
# more. Where a phrase stands inside a longer one it counts a fifth.
_RARITY, _LENGTH, _NESTED = 1.5, 0.8, 0.8
# Parts of speech that stand in no phrase, and those that do not begin or end one.
_NEVER = ("v", "p", "c", "u", "r", "d", "m", "q", "t", "y", "f", "e", "o")
_NOT_AT_START = ("a", "z", "i", "l", "k")
_NOT_AT_END = ("a", "b", "z", "i", "l", "h")
_JOINT = frozenset("+＋-·&/")
_WORDLIKE = re.compile(rf"[{HAN}A-Za-z0-9.]*[{HAN}A-Za-z][{HAN}A-Za-z0-9.]*")


@lru_cache(maxsize=32768)
def _can_stand(word: str) -> bool:
    if not _WORDLIKE.fullmatch(word):
        return False
    part = words.part_of_speech(word)
    # 转移, 发展, 管理 are verbs that phrases are made with.
    return part in {"mq", "vn", "ng"} or word in section("organisations.txt", "inside") or not part.startswith(_NEVER)


def _runs(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the runs of words that can stand in a phrase."""
    start = None
    for place, token in enumerate((*tokens, "\n")):
        inside = _can_stand(token) or (token in _JOINT and start is not None)
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            yield start, place
            start = None


@lru_cache(maxsize=32768)
def _alone(word: str) -> bool:
    """Whether a word is a phrase by itself."""
    part = words.part_of_speech(word)
    return len(word) > 1 and (part == "vn" or not part.startswith(("v", "a", "i", "l", "z", "b", "s")))


def _bounded(phrase: Sequence[str]) -> bool:
    first, last = words.part_of_speech(phrase[0]), words.part_of_speech(phrase[-1])
    if phrase[0] in _JOINT or phrase[-1] in _JOINT:
        return False
    if len(phrase) == 1:
        return _alone(phrase[0])
    if first.startswith(_NOT_AT_START) and not (first == "vn" or (len(phrase[0]) == 1 and first == "a")):
        return False
    return last == "vn" or not last.startswith(_NOT_AT_END)


def _said_by(text: str, other: str) -> bool:
    """Whether ``text`` adds nothing to ``other``: a part of it, or the same with a little more around."""
    return text in other or (other in text and len(text) < 2 * len(other))


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a phrase stands in a text: how often, weighted by field, how freely, and how often its rarest word does."""

    count: int
    weight: int
    freedom: float
    rarest: int


def _count(headline: Sequence[str], body: Sequence[str]) -> dict[tuple[str, ...], _Standing]:
    """Return the phrases of a text.

    Once is enough for a word of the dictionary; what else stands once may be but a fragment that jieba put together.
    """
    runs = [
        (tokens, weight, start, end)
        for tokens, weight in ((headline, _HEADLINE), (body, 1))
        for start, end in _runs(tokens)
    ]
    often = Counter(token for tokens, _, start, end in runs for token in tokens[start:end])
    found: dict[tuple[str, ...], _Standing] = {}
    places: dict[tuple[str, ...], list[tuple[int, str, str]]] = {}
    for tokens, weight, start, end in runs:
        for first in range(start, end):
            token = tokens[first]
            if often[token] == 1:
                if _alone(token) and words.is_word(token):
                    found[(token,)] = _Standing(1, weight, 1.0, 1)
                continue
            # A pause is a boundary each time anew.
            before = tokens[first - 1] if first > start else f"|{first}"
            size = 0
            for last in range(first + 1, min(end, first + _MOST_WORDS) + 1):
                size += len(tokens[last - 1])
                # A phrase stands no more often than each of its words.
                if size > _MOST_CHARACTERS or often[tokens[last - 1]] == 1:
                    break
                after = tokens[last] if last < end else f"|{last}"
                places.setdefault(tuple(tokens[first:last]), []).append((weight, before, after))
    for phrase, stands in places.items():
        count = len(stands)
        if count > 1 and _bounded(phrase):
            freedom = (
                min(len({before for _, before, _ in stands}), len({after for _, _, after in stands}), count) / count
            )
            rarest = min(often[word] for word in phrase if word not in _JOINT)
            found[phrase] = _Standing(count, sum(weight for weight, _, _ in stands), freedom, rarest)
    return found


def keywords(
    headline: Sequence[str],
    body: Sequence[str],
    leave_out: Collection[str] = (),
    whole: Collection[str] = (),
    how_many: int = HOW_MANY,
    rarity: Callable[[str], float] = words.rarity,
) -> tuple[str, ...]:
    """Return up to ``how_many`` key phrases, the best first.

    ``headline`` and ``body`` are words as jieba cuts them, blanks and marks included. Phrases with one of the names in
    ``leave_out`` are not given (people have a column of their own); names in ``whole`` are given whole or not at all.
    ``rarity`` gives the inverse document frequency of a word, from Chinese at large or from the archive itself.
    """
    found = _count(headline, body)
    longer: dict[tuple[str, ...], int] = {}
    for phrase in found:
        for size in range(1, len(phrase)):
            for first in range(len(phrase) - size + 1):
                part = phrase[first : first + size]
                longer[part] = max(longer.get(part, 0), found[phrase].weight)
    scores: dict[str, float] = {}
    for phrase, standing in found.items():
        content = [word for word in phrase if word not in _JOINT]
        rare = sum(map(rarity, content)) / len(content)
        cohesion = standing.count / standing.rarest
        alone = standing.weight - _NESTED * longer.get(phrase, 0)
        scores["".join(phrase)] = (
            alone * max(rare, 0.0) ** _RARITY * len(content) ** _LENGTH * (cohesion * standing.freedom) ** 0.5
        )
    chosen: list[str] = []
    for text in sorted(scores, key=lambda text: (-scores[text], text)):
        named = any(name in text or text in name for name in leave_out)
        cut = any(name in text and name != text for name in whole)
        if not named and not cut and not any(_said_by(text, other) for other in chosen):
            chosen.append(text)
        if len(chosen) == how_many:
            break
    return tuple(chosen)
