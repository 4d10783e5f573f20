"""The same story elsewhere: near-duplicates and reprints, found by the character n-grams they share.

Nothing is ever dropped for being a reprint; groups only say which articles are one story and who printed it first.
Texts are compared without blanks and punctuation, so that another paper's typography does not matter. Sampling by the
value of a hash keeps candidates few (Broder 1997); the likeness of candidates is then counted on all their n-grams.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

# Two stories of one event share names and figures, hardly ever runs of seven characters.
_GRAM = 7
# One n-gram in four is a candidate's mark; an article of 60 characters still has a dozen.
_SAMPLE = 4
# An n-gram in more articles than this is a set phrase of officialdom and finds no candidates.
_COMMON = 50
# Shorter texts (captions, notices of a line) are alike by chance.
_SHORTEST = 40
# As much of the shorter text must be in the longer one: papers shorten agency stories, change headlines and figures.
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles, the smaller id first, and how much of the shorter text stands in the longer one (0 to 1)."""

    article: str
    other: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Story:
    """One story and the articles that print it.

    ``articles`` are ids in order of date, then id; ``first`` those of the earliest date; ``likeness`` gives for each
    article how much of the shorter of the two texts it shares with the article that is most like it (0 to 1).
    """

    articles: tuple[str, ...]
    first: tuple[str, ...]
    likeness: Mapping[str, float]


def grams(text: str) -> frozenset[str]:
    """Return the runs of characters by which texts are compared; blanks and punctuation are left out."""
    bare = "".join(character for character in text if character.isalnum())
    return frozenset(bare[place : place + _GRAM] for place in range(len(bare) - _GRAM + 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the shorter text's n-grams that the longer one has too, from 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def group_reprints(articles: Iterable[tuple[str, str, str]]) -> tuple[Story, ...]:
    """Return the stories that more than one of ``articles`` prints; articles are (id, ISO date, text).

    Every article is in at most one story. The order of the input does not matter; stories come in order of their first
    article. Texts of fewer than forty characters are never grouped.
    """
    held = list(articles)
    return stories(find_links((article, text) for article, _, text in held), {one: date for one, date, _ in held})


def find_links(articles: Iterable[tuple[str, str]]) -> Iterator[Link]:
    """Yield the pairs of articles that print the same story; articles are (id, text), in any order."""
    marks: dict[str, list[int]] = {}
    texts: dict[str, str] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    for article, text in sorted(articles):
        found = grams(text)
        if len(found) < _SHORTEST - _GRAM + 1:
            continue
        texts[article] = text
        hashes = (zlib.crc32(gram.encode()) for gram in found)
        marks[article] = [value for value in hashes if value % _SAMPLE == 0]
        for mark in marks[article]:
            holders[mark].append(article)

    # The n-grams of all texts would fill the memory; those of candidates are made again when they are needed.
    kept = lru_cache(maxsize=1024)(grams)
    for article, own in marks.items():
        shared: dict[str, int] = defaultdict(int)
        for mark in own:
            if len(holders[mark]) <= _COMMON:
                for other in holders[mark]:
                    if other > article:
                        shared[other] += 1
        for other, count in sorted(shared.items()):
            # The sample errs; half of what is asked for is enough to look closer.
            if count >= _SHARED / 2 * min(len(own), len(marks[other])):
                alike = likeness(kept(texts[article]), kept(texts[other]))
                if alike >= _SHARED:
                    yield Link(article, other, round(alike, 3))


def stories(links: Iterable[Link], dates: Mapping[str, str]) -> tuple[Story, ...]:
    """Return the stories that ``links`` tie together, in order of their first article.

    ``dates`` holds the ISO date of each article; links of articles that it lacks are left out.
    """
    leader: dict[str, str] = {}
    best: dict[str, float] = defaultdict(float)

    def lead(article: str) -> str:
        leader.setdefault(article, article)
        while leader[article] != article:
            leader[article] = leader[leader[article]]
            article = leader[article]
        return article

    for link in links:
        if link.article in dates and link.other in dates:
            leader[lead(link.other)] = lead(link.article)
            for article in (link.article, link.other):
                best[article] = max(best[article], link.likeness)

    members: dict[str, list[str]] = defaultdict(list)
    for article in best:
        members[lead(article)].append(article)
    told = []
    for together in members.values():
        ordered = sorted(together, key=lambda article: (dates[article], article))
        first = tuple(article for article in ordered if dates[article] == dates[ordered[0]])
        told.append(Story(tuple(ordered), first, {article: best[article] for article in ordered}))
    return tuple(sorted(told, key=lambda story: (dates[story.articles[0]], story.articles)))
