"""Headlines of two articles that were read as one of two lines, because nothing but their sense parts them: they stood
side by side, or an extractor painted them one after the other.

The first lines speak surely of one article of the page and not of another, the last lines of that other and not of the
first (kinship.py). A picture whose caption tells a story is an article too.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.belonging.pictures import is_story
from newsarchive.segment.display.blocks import UNFINISHED, Block, adjoins
from newsarchive.segment.display.merged import behind_blanks
from newsarchive.segment.kin.kinship import NOBODY, Kinship
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import Line, cut_at, inked
from newsarchive.segment.roles.captions import Picture

# Characters of the shortest headline that tells what it speaks of.
SHORTEST = 4
# Log odds by which the lines speak of their article, at least; by how much more than of all others; and than of that of
# the other lines. Halves of one headline do so by chance where one of them plays with words: they miss one of these.
LEAST, RATHER, FAR = 1.5, 1.0, 3.0
# The log odds that count where a caption is spoken of: it has so few words that a headline shares one by chance.
OF_CAPTION = 3.0


@dataclass(frozen=True)
class Told:
    """What a page tells: its articles, by their paragraphs, and the captions that are stories of their own."""

    articles: Sequence[frozenset[int]]
    paras: Kinship
    stories: Kinship

    def odds(self, headline: str) -> list[float]:
        """How surely a headline speaks of each article and of each story."""
        stories = (self.stories.headed(headline, frozenset([k])) for k in range(len(self.stories.sizes)))
        return [
            *(self.paras.headed(headline, article) for article in self.articles),
            *(odds if odds >= OF_CAPTION else NOBODY for odds in stories),
        ]


def told(groups: Sequence[Group], pictures: Sequence[Picture], lines: Sequence[Line], paras: Kinship) -> Told:
    """What a page tells by its paragraphs, whose kinship is given, and by its pictures."""
    captions = ["".join(lines[i].flat for i in picture.caption) for picture in pictures]
    stories = list(filter(is_story, captions))
    return Told([group.members for group in groups], paras, Kinship(stories, Vocabulary(map(tokens, stories))))


def beginnings(told: Told, shown: Sequence[Block], lines: Sequence[Line]) -> list[int]:
    """The lines inside display blocks with which the headline of another article begins."""
    out = []
    for block in shown:
        flats = [lines[i].flat for i in block.lines]
        odds = {n: _of_two("".join(flats[:n]), "".join(flats[n:]), told) for n in range(1, len(flats))}
        best = max(odds, key=odds.__getitem__, default=0)
        if best and odds[best] > 0:
            out.append(block.lines[best])
    return out


def halves(told: Told, shown: Sequence[Block], lines: Sequence[Line]) -> dict[int, int]:
    """The display lines that hold one headline and the beginning of another, which goes on in the line below, each with
    how many of its characters are the first, blanks not counted: the second half speaks surely of another article, and
    with the line below more. A headline of two clauses may do so by its second clause alone, but never more with what
    stands below.
    """
    out = {}
    for block, below in itertools.pairwise(shown):
        line = lines[block.lines[-1]]
        if not adjoins(block, below) or line.spaced or line.vertical or line.part:
            continue
        for at in behind_blanks(line.flat):
            left, right = line.flat[:at].rstrip(), line.flat[at:]
            alone = _of_two(left, right, told)
            if 0 < alone < _of_two(left, right + below.flat, told):
                out[block.lines[-1]] = len(left.replace(" ", ""))
                break
    return out


def halved(lines: Sequence[Line], halves: Mapping[int, int], text: str) -> list[Line]:
    """The lines, some of them cut in two behind so many characters, blanks not counted."""
    return [part for i, line in enumerate(lines) for part in (_cut(line, halves[i], text) if i in halves else [line])]


def _cut(line: Line, count: int, text: str) -> list[Line]:
    """A line cut in two behind so many characters of its text."""
    held = inked(line, text)
    return cut_at(line, held[count], text) if len(held) == len(line.flat.replace(" ", "")) else [line]


def _of_two(left: str, right: str, told: Told) -> float:
    """How surely two parts of a block are the headlines of two articles: their log odds, 0 if there is doubt."""
    if min(len(left), len(right)) < SHORTEST or left[-1] in UNFINISHED + "：":
        return 0.0
    first, second = told.odds(left), told.odds(right)
    if len(first) < 2:
        return 0.0
    a, b = (max(range(len(odds)), key=odds.__getitem__) for odds in (first, second))
    return first[a] + second[b] if a != b and _sure(first, a, b) and _sure(second, b, a) else 0.0


def _sure(odds: Sequence[float], own: int, other: int) -> bool:
    """Whether a headline speaks surely of its own article, given what it says of all."""
    rest = max(x for k, x in enumerate(odds) if k != own)
    return odds[own] >= max(LEAST, rest + RATHER, odds[other] + FAR)
