"""How surely a piece of text belongs to an article: by all that their texts have in common.

Four measures that err in different places are weighed together (weights.BELONG): the likeness of the piece's
paragraphs to those of the article (likeness.py); how much of what others of the page share with the piece the article
has; how much likelier the piece's signs are in a text that speaks of what the article speaks of than in the language;
and whether those who speak in the piece, as in an interview, speak in the article. Of the articles of a page, the first
three together name the one that one to three paragraphs were taken from four
times in five, the likeness alone three times in four.
"""

from __future__ import annotations

import math
import operator
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from newsarchive.segment.forms.marks import speaker
from newsarchive.segment.kin.likeness import alike, signs
from newsarchive.segment.kin.vocabulary import Vocabulary, rare
from newsarchive.segment.weights import BELONG, Features, weighed
from newsarchive.text.words import frequency

# What has more paragraphs is no printed page (the fullest of the bench and of the press pages has 89): nothing of it is
# asked, so that time does not grow with the square.
MOST_PARAGRAPHS = 200
# Characters of a paragraph beyond which it tells no more of what an article speaks of.
LONG = 150
# Characters that an article and a piece are taken to have beside their own when it is asked how well their likeness is
# known: two paragraphs, and one. A piece is taken to share as many words with nobody in particular beside its own.
OF_ARTICLE, OF_PIECE, STRAY = 100.0, 60.0, 3.0
# Makes of likeness what is of the order of the other two measures.
ALIKE = 10.0
# A text is taken to speak of what the article speaks of, and of anything else in so many characters.
MIXED = 30.0
# jieba's dictionary stands on 60 million words, of some 1.6 characters; one that it does not know, or seldom uses as a
# word, is taken to come once in 5,000.
_ALL, _LEAST = 60e6 / 1.6, 2e-4
# Log odds beyond which there is no doubt any more that a piece belongs to an article, or to another one; and how surely
# anything belongs to an article of which nothing is left, or that is not there: as surely as to some other by chance.
LEAST, MOST, NOBODY = -10.0, 4.0, -5.0


class Kinship:
    """The paragraphs of a page, asked which of some articles they belong to.

    ``vocabulary`` is that of their words, counted. Of more than MOST_PARAGRAPHS all belong to NOBODY.
    """

    def __init__(self, texts: Sequence[str], vocabulary: Vocabulary) -> None:
        self.sizes = [len(text) for text in texts]
        # Of articles that took up a piece the paragraphs before it, and the piece.
        self._grown: dict[frozenset[int], tuple[frozenset[int], frozenset[int]]] = {}
        if len(texts) > MOST_PARAGRAPHS:
            return
        self._signs = [signs(text) for text in texts]
        self._counts = [Counter(own) for own in self._signs]
        kin = alike(self._counts)
        self._often = _Often()
        self.weights = [math.sqrt(min(size, LONG)) for size in self.sizes]
        # How like every two paragraphs are, as often as they count.
        self.pull = [
            [weight * x * other for x, other in zip(row, self.weights, strict=True)]
            for weight, row in zip(self.weights, kin, strict=True)
        ]
        # Which paragraphs have each word that more than one has, as the bits of a number: it is often asked how many of
        # them are an article's.
        self._holders = {word: _bits(where) for word, where in vocabulary.holders.items()}
        self._words = [list(filter(self._holders.__contains__, own)) for own in vocabulary.texts]
        # Who speaks in each paragraph of an interview, and in which others.
        self._speakers = list(map(speaker, texts))
        self._spoken_by: dict[str, int] = {}
        for k, name in enumerate(self._speakers):
            if name:
                self._spoken_by[name] = self._spoken_by.get(name, 0) | 1 << k
        self._spoken: dict[frozenset[int], _Spoken] = {}
        self._asked: dict[tuple[Sequence[int], int], _Asked] = {}
        self._said: dict[tuple[str, frozenset[int]], _Said] = {}
        self._headed: dict[tuple[str, frozenset[int], frozenset[int], int], float] = {}
        self._found: dict[tuple[Sequence[int], int, frozenset[int]], float] = {}

    def like(self, piece: Sequence[int], members: Collection[int]) -> float:
        """How like the paragraphs of a piece are to those of an article, on average; 0 if it has no others."""
        rest = [k for k in members if k not in piece]
        if not rest:
            return 0.0
        total = sum([sum(map(self.pull[k].__getitem__, rest)) for k in piece])
        return total / (sum(map(self.weights.__getitem__, rest)) * sum(map(self.weights.__getitem__, piece)))

    def belongs(self, piece: Sequence[int], members: frozenset[int], before: int) -> float:
        """How surely a piece belongs to an article: log odds against belonging to another one, but for what is alike
        for all, from LEAST to MOST. What of the piece is given as the article's is not counted; of the page only the
        paragraphs before number ``before`` are known.
        """
        if len(self.sizes) > MOST_PARAGRAPHS:
            return NOBODY
        key = piece, before, members
        if key not in self._found:
            told = self.measures(piece, members, before)
            self._found[key] = max(LEAST, min(MOST, weighed(BELONG, told))) if told else NOBODY
        return self._found[key]

    def headed(self, title: str, members: frozenset[int], piece: frozenset[int] = frozenset(), times: int = 0) -> float:
        """How surely a headline is that of an article: log odds against another one's, LEAST at least; with ``times`` 1
        as if the article had the piece besides, with -1 as if it had it not.
        """
        if len(self.sizes) > MOST_PARAGRAPHS:
            return NOBODY
        key = title, members, piece, times
        found = self._headed.get(key)
        if found is None:
            said = self._said_of(title, members)
            total, told = said.total, said.told
            if times:
                besides, often, log = self._said_of(title, piece), _distinct(title), math.log1p
                total += times * besides.total
                for sign, more in besides.counts.items():
                    n, once = said.counts.get(sign, 0), often[sign]
                    told += log((n + times * more) / once) - log(n / once)
            found = self._headed[key] = _odds(title, told, total)
        return found

    def _said_of(self, title: str, members: frozenset[int]) -> _Said:
        """What an article has of a headline."""
        key = title, members
        found = self._said.get(key)
        if found is None:
            spoken = self._spoken_of(members)
            found = self._said[key] = _said(title, spoken.counts, spoken.total)
        return found

    def measures(self, piece: Sequence[int], members: frozenset[int], before: int) -> Features:
        """The four measures; none for an article that has nothing beside the piece."""
        asked, spoken = self._asked_for(piece, before), self._spoken_of(members)
        within = piece[0] in members
        total = spoken.total - asked.total if within else spoken.total
        if total <= 0:
            return []
        told = self._told_besides(asked, spoken) if within else self._told(piece, spoken)
        held = sum([share * (spoken.bits & others).bit_count() for share, others in asked.words])
        like = self.like(piece, members) * asked.known * total / (total + OF_ARTICLE)
        return [
            ("like", ALIKE * like),
            ("words", held / asked.wordy),
            ("signs", (told - len(asked.signs) * math.log1p(total / MIXED)) / asked.root),
            ("speakers", _shared(spoken.bits, asked.speeches)),
        ]

    def _asked_for(self, piece: Sequence[int], before: int) -> _Asked:
        """What is known of a piece, whatever article it is asked of."""
        if (piece, before) not in self._asked:
            words, known = [], ((1 << before) - 1) & ~_bits(piece)
            for word in dict.fromkeys(chain.from_iterable(map(self._words.__getitem__, piece))):
                others = self._holders[word] & known
                if others:
                    words.append((rare(word) / others.bit_count(), others))
            every = list(chain.from_iterable(map(self._counts.__getitem__, piece)))
            own = self._spoken_of(frozenset(piece))
            size = sum(map(self.sizes.__getitem__, piece))
            names = {self._speakers[k] for k in piece if self._speakers[k]}
            speeches = [bits for name in names if (bits := self._spoken_by[name] & known)]
            self._asked[piece, before] = _Asked(
                counts=own.counts,
                total=own.total,
                signs=every,
                words=words,
                speeches=speeches,
                wordy=STRAY + sum([share * others.bit_count() for share, others in words]),
                known=size / (size + OF_PIECE),
                root=math.sqrt(size),
            )
        return self._asked[piece, before]

    def grown(self, members: frozenset[int], piece: frozenset[int]) -> frozenset[int]:
        """The paragraphs of an article that takes up a piece: its signs are those that are known, and those of that."""
        out = members | piece
        self._grown[out] = members, piece
        return out

    def _spoken_of(self, members: frozenset[int]) -> _Spoken:
        found = self._spoken.get(members)
        if found is None:
            if len(members) == 1:
                (every,) = map(self._counts.__getitem__, members)
            elif members in self._grown:
                taken_up, piece = self._grown[members]
                before = self._spoken_of(taken_up)
                every = Counter(before.counts)
                every.update(chain.from_iterable(map(self._signs.__getitem__, piece)))
            else:
                every = Counter(chain.from_iterable(map(self._signs.__getitem__, members)))
            total = sum([len(self._signs[k]) for k in members])
            found = self._spoken[members] = _Spoken(every, total, _bits(members))
        return found

    def _told(self, piece: Sequence[int], spoken: _Spoken) -> float:
        """How much likelier the signs of a piece are in a text like an article than in the language, in nats."""
        for k in piece:
            if k not in spoken.told:
                common = self._counts[k].keys() & spoken.counts.keys()
                likelier = map(operator.truediv, map(spoken.counts.get, common), map(self._often.__getitem__, common))
                spoken.told[k] = math.fsum(map(math.log1p, likelier))
        return sum(map(spoken.told.__getitem__, piece))

    def _told_besides(self, asked: _Asked, spoken: _Spoken) -> float:
        """The same for a piece of the article, which is not counted there."""
        left = {sign: spoken.counts[sign] - n for sign, n in asked.counts.items()}
        return math.fsum([math.log1p(left[sign] / self._often[sign]) for sign in asked.signs if left[sign] > 0])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is known of a piece: its signs, counted and as many times as paragraphs have them; its words that others
    have, with what each counts for one of these and which they are, and what all count; the other paragraphs of those
    who speak in it; how well it is known.
    """

    counts: Counter[str]
    total: int
    signs: Sequence[str]
    words: Sequence[tuple[float, int]]
    speeches: Sequence[int]
    wordy: float
    known: float
    root: float


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What an article speaks of: its signs, how many there are, which paragraphs it has, what it tells of each of those
    asked for so far.
    """

    counts: Counter[str]
    total: int
    bits: int
    told: dict[int, float] = field(default_factory=dict)


def _shared(held: int, speeches: Sequence[int]) -> float:
    """The part of the other paragraphs of each speaker that an article has, on average."""
    if not speeches:
        return 0.0
    return sum([(held & others).bit_count() / others.bit_count() for others in speeches]) / len(speeches)


class _Said(NamedTuple):
    """What a text of ``total`` signs has of a headline: how often each of its signs, those that it has not left out,
    and how much likelier they are in such a text than in the language, in nats, but for its length.
    """

    total: int
    counts: Mapping[str, int]
    told: float


def headed_by(title: str, text: str) -> float:
    """How surely a headline is that of a text which is none of the page's paragraphs (the caption of a picture)."""
    counts = Counter(signs(text))
    said = _said(title, counts, counts.total())
    return _odds(title, said.told, said.total)


def _said(title: str, counts: Mapping[str, int], total: int) -> _Said:
    """What a text, given by its signs, has of a headline."""
    held, told, log, count = {}, 0.0, math.log1p, counts.get
    for sign, once in _distinct(title).items():
        if n := count(sign):
            held[sign] = n
            told += log(n / once)
    return _Said(total, held, told)


def _odds(title: str, told: float, total: int) -> float:
    """How much likelier the signs of a headline are in a text of ``total`` signs, which tells so many nats of them,
    than in the language.
    """
    if not total:
        return LEAST
    size = len(_distinct(title))
    return max(LEAST, (told - size * math.log1p(total / MIXED)) / math.sqrt(max(1, size)))


@lru_cache(maxsize=256)
def _distinct(title: str) -> dict[str, float]:
    """The signs of a headline, with how often each comes in the language."""
    return {sign: _often(sign) for sign in signs(title)}


def _bits(paragraphs: Iterable[int]) -> int:
    """Some paragraphs as the bits of a number."""
    return sum([1 << k for k in paragraphs])


class _Often(dict[str, float]):
    """How often each sign comes in the language, of those asked for: what one paragraph alone has is asked of none."""

    def __missing__(self, sign: str) -> float:
        found = self[sign] = _often(sign)
        return found


@lru_cache(maxsize=1 << 13)
def _often(sign: str) -> float:
    """How often a sign comes among MIXED characters of the language: where it does so often more, it is likelier by
    the logarithm of one and what it comes more times that.
    """
    return MIXED * ((1 + frequency(sign)) / _ALL + _LEAST)
