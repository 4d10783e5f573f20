"""Topics of an article: weighted terms over its words, saturating, made comparable for length, headline first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from newsarchive.model import Evidence
from newsarchive.topics.terms import Vocabulary

#: How much more a term counts in a field that the editor wrote to say what the article is about.
FIELD_WEIGHT = {"headline": 3.0, "kicker": 2.0, "subtitle": 2.0, "subhead": 1.5, "lead": 1.5, "body": 1.0}

# A term of the vocabulary has at most this many of jieba's words (5G 工业 互联网 has three).
_LONGEST = 5
# BM25's saturation and length normalisation (Robertson and Zaragoza 2009, section 3), by the mean length of the
# labelled articles: one of _TYPICAL words is neither helped nor hindered.
_SATURATION = 1.2
_LENGTH = 0.6
_TYPICAL = 350
# The sum of weights that gives a score of 1 - 1/e. A short article has room for few terms and needs fewer, at least
# half as many. Then what a topic must have to be given: alone, as a share of the best top topic's score, and a narrower
# one as a share of its top topic's. Set on the tuning half of the labelled set.
_SCALE, _SHORTEST = 7.0, 0.5
_ENOUGH, _SHARE, _NARROWER = 0.45, 0.75, 0.65
# A topic of few terms cannot reach more than their weights: with one strong term, the headline or a few mentions are
# enough.
_FEW = 1.8


# What share of its weight a topic keeps that rests on one word, and what each further one adds.
_BREADTH = (0.4, 0.15)
_WRITTEN_TO_SAY = frozenset({"headline", "kicker", "subtitle"})


def find_terms(words: Sequence[str], vocabulary: Vocabulary) -> Iterable[str]:
    """Yield the vocabulary's terms in a text cut into words, the longest at each place, none inside another.

    A term begins and ends where words do, so 大学 is not found in 北京大学生.
    """
    index, heads = vocabulary.index, vocabulary.heads
    place, count = 0, len(words)
    while place < count:
        # Most words begin no term.
        longest = heads.get(words[place][:2], 0)
        if longest:
            for length in range(min(_LONGEST, count - place), 0, -1):
                term = "".join(words[place : place + length])
                if len(term) <= longest and term in index:
                    yield term
                    place += length
                    break
            else:
                place += 1
        else:
            place += 1


def score_topics(
    fields: Mapping[str, Sequence[str]], vocabulary: Vocabulary
) -> tuple[tuple[str, float, tuple[Evidence, ...]], ...]:
    """Return (code, score, evidence) of the topics an article is about, the highest score first; maybe none.

    ``fields`` holds the words of each field (the keys of FIELD_WEIGHT). Scores lie between 0 and 1 and can be compared
    between articles: a term counts less the more often it is repeated and the longer the article is (BM25), and more
    in a headline. A narrower topic is given only together with the topic above it.
    """
    counts: dict[str, dict[str, int]] = {}
    for field, words in fields.items():
        for term in find_terms(words, vocabulary):
            where = counts.setdefault(term, {})
            where[field] = where.get(field, 0) + 1
    length = sum(len(words) for words in fields.values())
    slack = _SATURATION * (1 - _LENGTH + _LENGTH * length / _TYPICAL)
    sums: dict[str, float] = {}
    reasons: dict[str, list[tuple[float, Evidence]]] = {}
    for term, where in counts.items():
        frequency = sum(FIELD_WEIGHT[field] * count for field, count in where.items())
        strength = frequency * (_SATURATION + 1) / (frequency + slack)
        for code, weight in vocabulary.index[term]:
            sums[code] = sums.get(code, 0.0) + weight * strength
            reasons.setdefault(code, []).extend(
                (weight * FIELD_WEIGHT[field] * count, Evidence(term, count, field)) for field, count in where.items()
            )
    scale = _SCALE * min(1.0, max(_SHORTEST, math.sqrt(length / _TYPICAL)))
    # One or two words of a topic may stand there by the way, unless the headline has one.
    breadth = {
        code: 1.0
        if any(evidence.where in _WRITTEN_TO_SAY for _, evidence in reasons[code])
        else min(1.0, _BREADTH[0] + _BREADTH[1] * len({evidence.term for _, evidence in reasons[code]}))
        for code in sums
    }
    scores = {
        code: 1 - math.exp(-total * breadth[code] / min(scale, _FEW * sum(vocabulary.topics[code].terms.values())))
        for code, total in sums.items()
    }
    official = (code for code in scores if vocabulary.topics[code].top == code and not code.startswith("own:"))
    best = max((scores[code] for code in official), default=0.0)
    given = set()
    for code, score in scores.items():
        top = vocabulary.topics[code].top
        # Topics of one's own are asked for, however much else an article is about; narrower ones stand under their top.
        least = 0.0 if code.startswith("own:") else _SHARE * best if code == top else _NARROWER * scores[top]
        if score >= max(_ENOUGH, least):
            given.add(code)
    given = {code for code in given if vocabulary.topics[code].top in given}
    return tuple(
        (code, round(scores[code], 3), tuple(one for _, one in sorted(reasons[code], key=lambda each: -each[0])))
        for code in sorted(given, key=lambda code: (-scores[code], code))
    )
