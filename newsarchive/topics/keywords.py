"""Key phrases of an article: what a reader would underline, not single words of a dictionary.

A phrase is a run of words. It is weighed by how often it stands there, how rare its words are in Chinese at large
(jieba's inverse document frequencies), how much its words keep together (cohesion) and how freely it stands between
others (boundary freedom); a phrase that always stands in a longer one gives way to it. After Frantzi, Ananiadou and
Mima (2000) for nested terms, and the cohesion and freedom of unsupervised Chinese word discovery.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

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


def _bounded(phrase: Sequence[str]) -> bool:
    first, last = words.part_of_speech(phrase[0]), words.part_of_speech(phrase[-1])
    if phrase[0] in _JOINT or phrase[-1] in _JOINT:
        return False
    if len(phrase) == 1:
        return len(phrase[0]) > 1 and (first == "vn" or not first.startswith(("v", "a", "i", "l", "z", "b", "s")))
    if first.startswith(_NOT_AT_START) and not (first == "vn" or (len(phrase[0]) == 1 and first == "a")):
        return False
    return last == "vn" or not last.startswith(_NOT_AT_END)


def _said_by(text: str, other: str) -> bool:
    """Whether ``text`` adds nothing to ``other``: a part of it, or the same with a little more around."""
    return text in other or (other in text and len(text) < 2 * len(other))


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
    counts: Counter[tuple[str, ...]] = Counter()
    weights: Counter[tuple[str, ...]] = Counter()
    neighbours: dict[tuple[str, ...], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    runs = [
        (tokens, weight, start, end)
        for tokens, weight in ((headline, _HEADLINE), (body, 1))
        for start, end in _runs(tokens)
    ]
    standing = Counter(token for tokens, _, start, end in runs for token in tokens[start:end])
    for tokens, weight, start, end in runs:
        for first in range(start, end):
            for last in range(first + 1, min(end, first + _MOST_WORDS) + 1):
                # A phrase stands no more often than each of its words.
                if last > first + 1 and (standing[tokens[last - 1]] == 1 or standing[tokens[first]] == 1):
                    break
                phrase = tuple(tokens[first:last])
                if sum(map(len, phrase)) > _MOST_CHARACTERS:
                    break
                counts[phrase] += 1
                weights[phrase] += weight
                before, after = neighbours[phrase]
                # A pause is a boundary each time anew.
                before.add(tokens[first - 1] if first > start else f"|{first}")
                after.add(tokens[last] if last < end else f"|{last}")
    # Once is enough for a word of the dictionary; what jieba put together itself may be but a fragment.
    phrases = {
        phrase: "".join(phrase)
        for phrase, count in counts.items()
        if (count > 1 or (len(phrase) == 1 and words.is_word(phrase[0]))) and _bounded(phrase)
    }
    longer: Counter[tuple[str, ...]] = Counter()
    for phrase in phrases:
        for first in range(len(phrase)):
            for last in range(first + 1, len(phrase) + 1):
                if last - first < len(phrase):
                    longer[phrase[first:last]] = max(longer[phrase[first:last]], weights[phrase])
    scores: dict[str, float] = {}
    for phrase, text in phrases.items():
        if any(name in text or text in name for name in leave_out) or any(
            name in text and name != text for name in whole
        ):
            continue
        content = [word for word in phrase if word not in _JOINT]
        rare = sum(map(rarity, content)) / len(content)
        cohesion = counts[phrase] / min(counts[(word,)] for word in content)
        before, after = neighbours[phrase]
        freedom = min(len(before), len(after), counts[phrase]) / counts[phrase]
        alone = weights[phrase] - _NESTED * longer[phrase]
        scores[text] = alone * max(rare, 0.0) ** _RARITY * len(content) ** _LENGTH * (cohesion * freedom) ** 0.5
    chosen: list[str] = []
    for text in sorted(scores, key=lambda text: (-scores[text], text)):
        if not any(_said_by(text, other) for other in chosen):
            chosen.append(text)
        if len(chosen) == how_many:
            break
    return tuple(chosen)
