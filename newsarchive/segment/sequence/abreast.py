"""Headlines and subheads that stand side by side on a page, printed row by row.

An extractor that goes by where the type stands prints the first lines of two headlines side by side, then the second
lines of both, often with a blank between them. They are put behind each other if the lines so made each speak of one
text of the page, where the rows as printed speak of two. Of subheads at one height in neighbouring columns it prints
all before the texts under them; each is put over its own.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from newsarchive.segment.display.merged import behind_blanks, between_words
from newsarchive.segment.display.ties import openings
from newsarchive.segment.kin.vocabulary import Vocabulary, tokens
from newsarchive.segment.lines.line import Line, boxes, gap_style, make
from newsarchive.segment.roles.form import DISPLAY, START, Form
from newsarchive.segment.roles.look import Look

# Lines of headlines beside each other, and headlines in one place; lines that are cut where no blank shows it too, and
# ways to read a block, at most.
MOST_ROWS, MOST_COLUMNS, FEW_ROWS, MOST_WAYS = 5, 3, 3, 3000
# How much more the columns must say in one text each than the rows do, in words said there alone (.2 to 1.5 on pages
# set so, nothing on others), and what is taken off for a column more than the widest row has parts, for a blank left
# inside a part, and for a cut without one.
GAIN, MORE_COLUMNS, KEPT_BLANK, NO_BLANK = 0.15, 0.6, 0.3, 0.3
# Characters of a part that no blank shows.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a row, ``text[start:end]``, and the column it stands in."""

    column: int
    start: int
    end: int


class Stories:
    """The texts of a page, parted where an article surely begins, and which of them says the words of a headline."""

    def __init__(self, lines: list[Line], forms: list[Form]) -> None:
        held, opening = openings(lines, forms)
        self._texts = [Counter[str]()]
        opens = set(opening)
        for n, i in enumerate(held):
            if n in opens:
                self._texts.append(Counter())
            self._texts[-1].update(tokens(lines[i].flat))
        self._vocabulary = Vocabulary([tokens(lines[i].flat) for i in held])
        # The rows of a block can be cut in many ways, which have most of their columns in common.
        self.one = cache(self._one)
        self._said = cache(self._weights)

    def _one(self, parts: tuple[str, ...]) -> float:
        """How much of what some parts of a headline say is said in the one text that says most of it."""
        return max(map(sum, zip(*map(self._said, parts), strict=True)), default=0.0)

    def _weights(self, part: str) -> list[float]:
        """The weight of the words of a part in every text."""
        out = [0.0] * len(self._texts)
        for token in tokens(part):
            counts = [text[token] for text in self._texts]
            if total := sum(counts):
                weight = self._vocabulary.weight(token) / total
                out = [x + weight * count for x, count in zip(out, counts, strict=True)]
        return out


def told_apart(lines: list[Line], forms: list[Form], text: str) -> list[Line]:
    """The lines of a page, headlines that were printed row by row behind each other."""
    if gap_style(lines) != "any":
        # Only who prints by place parts with blank lines what is not beside each other.
        return lines
    out: list[Line] = []
    stories: Stories | None = None
    for block in _blocks(lines, forms):
        rows = [lines[i] for i in block]
        if len(rows) > 1 and any(_blanks(row, text) for row in rows):
            stories = stories or Stories(lines, forms)
            rows = _in_columns(rows, text, stories)
        out.extend(rows)
    return out


def over_texts(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Line] | None:
    """The lines of a page, subheads that stand at one height in columns side by side, and were printed before the texts
    under them, each over its own; None if there are none.

    They follow each other as their texts do. Every one is a piece between blank lines, and so is every text. What has
    a lead is no part of an article but one of its own: headlines find their texts by what they say.
    """
    if gap_style(lines) != "any":
        return None
    pieces = boxes(lines)
    shown = [all(forms[i] is DISPLAY and not lines[i].vertical for i in piece) for piece in pieces]
    order: list[int] = []
    while len(order) < len(pieces):
        at = len(order)
        heads = list(itertools.takewhile(lambda n: shown[n], range(at, len(pieces))))
        texts = [n + len(heads) for n in heads]
        begin = texts and texts[-1] < len(pieces) and all(_begins(pieces[n][0], forms, seen) for n in texts)
        if len(heads) > 1 and begin:
            order.extend(n for pair in zip(heads, texts, strict=True) for n in pair)
        else:
            order.extend(heads or [at])
    if order == sorted(order):
        return None
    return [lines[i] for n in order for i in pieces[n]]


def _begins(first: int, forms: list[Form], seen: list[Look]) -> bool:
    """Whether a paragraph begins with a line that is no lead."""
    return forms[first] is START and not seen[first].lead


def _blocks(lines: Sequence[Line], forms: Sequence[Form]) -> Iterator[list[int]]:
    """The lines of a page; display lines with no blank line between them are together."""
    run: list[int] = []
    for i, line in enumerate(lines):
        shown = forms[i] is DISPLAY and not line.vertical
        if run and (line.gap or not shown):
            yield run
            run = []
        if shown:
            run.append(i)
        else:
            yield [i]
    if run:
        yield run


def _in_columns(rows: list[Line], text: str, stories: Stories) -> list[Line]:
    """The rows of a block as the headlines that stand side by side in it, or as they are."""
    widest = 1 + max(len(_blanks(row, text)) for row in rows)
    best: tuple[Part, ...] = ()
    value = sum(stories.one((row.flat,)) for row in rows) + GAIN
    for count in range(2, MOST_COLUMNS + 1):
        ways = [list(_ways(row, text, count, few=len(rows) <= FEW_ROWS)) for row in rows]
        if len(rows) > MOST_ROWS or math.prod(map(len, ways)) > MOST_WAYS:
            continue
        more = MORE_COLUMNS * max(0, count - widest)
        # What each way adds at most: each of its parts is said in the text that says most of it.
        most = [[_said_apart(parts, text, stories) - paid for parts, paid in of_row] for of_row in ways]
        for chosen, added in zip(itertools.product(*ways), itertools.product(*most), strict=True):
            if sum(added) - more + ROUNDING <= value:
                continue
            parts = [part for row, _ in chosen for part in row]
            columns = [tuple([text[p.start : p.end] for p in parts if p.column == c]) for c in range(count)]
            if not all(columns) or all(len(column) == 1 for column in columns):
                continue
            cost = sum(paid for _, paid in chosen) + more
            found = sum(map(stories.one, columns)) - cost
            if found > value:
                best, value = tuple(sorted(parts, key=lambda p: p.column)), found
    return _drawn(best, rows, text) if best else rows


# A sum of a few dozen weights is known much better than this.
ROUNDING = 1e-6


def _said_apart(parts: Sequence[Part], text: str, stories: Stories) -> float:
    """How much of what some parts say is said in one text for each."""
    return sum([stories.one((text[part.start : part.end],)) for part in parts])


def _ways(row: Line, text: str, count: int, *, few: bool) -> Iterator[tuple[tuple[Part, ...], float]]:
    """The ways in which a row may hold parts of ``count`` columns, and what each costs."""
    blanks = _blanks(row, text)
    cuts = [places for n in range(count) for places in itertools.combinations(blanks, n)]
    if not blanks and few:
        cuts += [(at,) for at in _between_words(row, text)]
    for places in cuts:
        cost = KEPT_BLANK * (len(blanks) - len(places)) if blanks else NO_BLANK * len(places)
        edges = (row.start, *places, row.end)
        for columns in itertools.combinations(range(count), len(edges) - 1):
            pairs = zip(columns, itertools.pairwise(edges), strict=True)
            yield tuple(Part(column, *edge) for column, edge in pairs), cost


def _blanks(row: Line, text: str) -> list[int]:
    """Where a row could be cut behind a blank."""
    return [row.start + at for at in behind_blanks(_shown(row, text))]


def _between_words(row: Line, text: str) -> list[int]:
    """Where a row could be cut between words, but not within a quotation."""
    return [row.start + at for at in between_words(_shown(row, text), SHORTEST)]


def _shown(row: Line, text: str) -> str:
    """A row as the text has it; nothing of one that cannot be cut."""
    shown = text[row.start : row.end]
    return "" if row.part or row.spaced or "\n" in shown else shown


def _drawn(parts: Sequence[Part], rows: Sequence[Line], text: str) -> list[Line]:
    """The parts as lines, in the order given; every column stands apart from the one before."""
    out: list[Line] = []
    column = parts[0].column
    for part in parts:
        row = next(row for row in rows if row.start <= part.start < row.end)
        shown = text[part.start : part.end].rstrip()
        other = part.column != column
        line = make(shown, part.start, part.start + len(shown), other if out else rows[0].gap, other)
        out.append(replace(line, apart=row.apart, under=bool(out) and not other))
        column = part.column
    return out
