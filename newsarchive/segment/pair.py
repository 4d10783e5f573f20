"""Which paragraphs make an article, and which headline is its own: one best reading of the page.

The paragraphs are read in order; each belongs to the article of the paragraph before, to an article that was begun earlier, or begins
a new one under a headline block that is still free (or under none). All readings are scored by what bodies and headlines share, by
what stands between the paragraphs and by the marks that open and close an article; a beam keeps the best. This joins the title-body
matching on a bipartite graph of Gao, Wang, Tang et al. (Applied Soft Computing 2013) with the cutting of a text into topics, because a
dump has no positions that would tell the blocks of an article apart beforehand.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsarchive.segment.vocabulary import Vocabulary
from newsarchive.segment.weights import PAIR as W

BEAM = 24


@dataclass(frozen=True, slots=True)
class Between:
    """What the page shows around the start of paragraph ``p``, between it and the paragraph before."""

    opens: bool  # a lead or 上接 opens the paragraph
    closed: bool  # a jump line or a signature closed the paragraph before
    torn: bool  # the paragraph begins, or the one before ends, inside a sentence
    blocks: tuple[int, ...]  # display blocks between them
    byline: bool  # a byline stands between them
    wider: bool  # the column's width changes
    bar: float  # how little the blocks between them look like subheads, 0 and more


@dataclass(frozen=True, slots=True)
class _Reading:
    score: float
    current: int
    used: frozenset[int]
    path: tuple[int, ...]


def read(
    paras: list[Counter[str]], heads: list[Counter[str]], between: list[Between], fitness: list[float], vocabulary: Vocabulary, rounds: int = 2
) -> list[int]:
    """The article of every paragraph: the index of its headline block, or a negative number for an article without one.

    ``fitness[h]`` says how much block ``h`` looks like a headline. The first round knows of an article only its headline; the next ones
    know the words of the paragraphs that the round before gave it.
    """
    count = len(paras)
    if not count:
        return []
    affinity = [[min(W["headline.cap"], vocabulary.shared(head, para)) for head in heads] for para in paras]
    likeness = _neighbours(paras, vocabulary)
    path: list[int] = []
    for turn in range(rounds):
        if turn:
            affinity = _learn(paras, heads, path, vocabulary)
        path = _beam(count, len(heads), affinity, likeness, between, fitness)
    return path


def _neighbours(paras: list[Counter[str]], vocabulary: Vocabulary) -> list[float]:
    """How like each paragraph is to the two before it, less what two paragraphs of the page usually share."""
    near = [0.0] * len(paras)
    for i in range(1, len(paras)):
        one = vocabulary.likeness(paras[i], paras[i - 1])
        two = vocabulary.likeness(paras[i], paras[i - 2]) if i > 1 else 0.0
        near[i] = max(one, two)
    return near


def _learn(paras: list[Counter[str]], heads: list[Counter[str]], path: list[int], vocabulary: Vocabulary) -> list[list[float]]:
    members: dict[int, list[int]] = {}
    for p, h in enumerate(path):
        members.setdefault(h, []).append(p)
    table = []
    for p, para in enumerate(paras):
        row = []
        for h, head in enumerate(heads):
            value = min(W["headline.cap"], vocabulary.shared(head, para))
            kin: Counter[str] = Counter()
            for m in members.get(h, ()):
                if m != p:
                    kin.update(paras[m].keys())
            if kin:
                value += min(W["body.cap"], W["body"] * vocabulary.shared(para, kin) / (vocabulary.norm(para) + 1.0))
            row.append(value)
        table.append(row)
    return table


def _beam(
    count: int, heads: int, affinity: list[list[float]], likeness: list[float], between: list[Between], fitness: list[float]
) -> list[int]:
    readings = [_Reading(0.0, 0, frozenset(), ())]
    for p in range(count):
        here = between[p]
        fresh: dict[tuple[int, frozenset[int]], _Reading] = {}

        def offer(reading: _Reading, state: int, score: float, fresh: dict[tuple[int, frozenset[int]], _Reading] = fresh) -> None:
            used = reading.used | {state}
            key = (state, used)
            if key not in fresh or fresh[key].score < score:
                fresh[key] = _Reading(score, state, used, (*reading.path, state))

        for reading in readings:
            current = reading.current
            if p:
                own = affinity[p][current] * W["headline"] if current >= 0 else 0.0
                offer(reading, current, reading.score + own + _stay(here, likeness[p], current))
                for state in reading.used:
                    if state != current and not here.opens:
                        own = affinity[p][state] * W["headline"] if state >= 0 else 0.0
                        offer(reading, state, reading.score + own + W["return"] + _leave(here, likeness[p]))
            leave = _leave(here, likeness[p]) if p else 0.0
            for state in range(heads):
                if state in reading.used:
                    continue
                own = affinity[p][state] * W["headline"] + fitness[state] + W["open"]
                if state in here.blocks:
                    own += W["open.adjacent"]
                elif here.blocks:
                    own += W["open.past_block"]
                offer(reading, state, reading.score + own + leave)
            nameless = -1 - sum(1 for s in reading.used if s < 0)
            offer(reading, nameless, reading.score + W["open.nameless"] + leave)
        readings = sorted(fresh.values(), key=lambda r: -r.score)[:BEAM]
    return list(readings[0].path)


def _stay(here: Between, like: float, current: int) -> float:
    score = W["stay.like"] * (like - W["stay.usual"])
    if here.opens:
        score += W["stay.opens"]
    if here.closed:
        score += W["stay.closed"]
    if here.torn:
        score += W["stay.torn"]
    if here.wider:
        score += W["stay.wider"]
    if here.byline:
        score += W["stay.byline"]
    if current in here.blocks:
        score += W["stay.own_block"]
    return score - here.bar


def _leave(here: Between, like: float) -> float:
    score = 0.0
    if here.torn:
        score += W["leave.torn"]
    if not here.opens and not here.closed and not here.blocks and not here.byline:
        score += W["leave.bare"]
    return score
