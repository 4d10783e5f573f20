"""Dumps that draw the page with blanks (``pdftotext -layout``): one line across all columns, runs of blanks for
the gutters.

Before anything else such lines are cut at their gutters (here), the pieces are put together to the columns of type that
they stand in (strips.py), and these are read in the order of the page (reading_order.py).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

# Places that the first line of a paragraph is indented, at most: a blank is narrower than a character.
INDENT = 5
# Two blanks part two columns; one may stand inside a line.
_GUTTER = re.compile(r"[ \t　]{2,}")
_PROSE = re.compile("[，。、；]")
_ENDS = "。！？…；：，、”’）)》」』】"


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two gutters in a row of the page: ``text[start:end]``, from place ``left`` to ``right``;
    ``prose`` says whether it has the marks of a sentence, ``ended`` whether a sentence or a clause ends with it.
    """

    start: int
    end: int
    row: int
    left: int
    right: int
    prose: bool = True
    ended: bool = True


Measure = Callable[[str], int]


def cells(text: str) -> int:
    """The width of a text in cells of a fixed-width font, two for a Han character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def pieces_of(line: str, start: int, row: int = 0, measure: Measure = cells) -> list[Piece]:
    """The pieces of one physical line, cut at its gutters."""
    out: list[Piece] = []
    at = place = 0
    for gap in [*_GUTTER.finditer(line), None]:
        end = gap.start() if gap else len(line.rstrip())
        shown = line[at:end]
        bare = shown.lstrip()
        if bare:
            indent = shown[: len(shown) - len(bare)]
            left = place + measure(indent)
            prose, ended = bool(_PROSE.search(bare)), bare[-1] in _ENDS
            out.append(Piece(start + at + len(indent), start + end, row, left, left + measure(bare), prose, ended))
        place += measure(shown)
        if gap:
            place += measure(gap.group(0))
            at = gap.end()
    return out


def rows_of(rows: Sequence[tuple[int, str]], drawn: Sequence[str] = ()) -> list[list[Piece]]:
    """The pieces of all rows of a page, which are given with where they begin in its text; ``drawn`` are the rows as
    they were before cleaning, which tell where the pieces stood.

    poppler and MuPDF count a place for every character, programs that draw with a fixed-width font two for a Han: that
    is taken by which more pieces begin right below others.
    """
    shown = [_as_drawn(line, drawn[n] if n < len(drawn) else line) for n, (_, line) in enumerate(rows)]
    by_cells, by_characters = (
        [pieces_of(line, 0, row, measure) for row, line in enumerate(shown)] for measure in (cells, len)
    )
    cellwise = _aligned(by_cells) > _aligned(by_characters)
    placed = by_cells if cellwise else _parted(by_characters, shown)
    return [_in_text(row, shown[n], *rows[n]) if row else [] for n, row in enumerate(placed)]


def _as_drawn(line: str, drawn: str) -> str:
    """A row as it was drawn, if cleaning changed nothing of it but blanks; else as it is."""
    return drawn if len("".join(drawn.split())) == len("".join(line.split())) else line


def _in_text(pieces: Sequence[Piece], drawn: str, begin: int, line: str) -> list[Piece]:
    """The pieces of a row as drawn, with where they are in the text: cleaning changed its blanks."""
    where = [at for at, char in enumerate(line) if not char.isspace()]
    count = list(itertools.accumulate((not char.isspace() for char in drawn), initial=0))
    out = []
    for piece in pieces:
        start, end = where[count[piece.start]], where[count[piece.end] - 1] + 1
        # Type that was set apart takes no more room than it has characters.
        shorter = (piece.right - piece.left) * (end - start) // (piece.end - piece.start)
        out.append(replace(piece, start=begin + start, end=begin + end, right=piece.left + shorter))
    return out


def _parted(placed: Sequence[Sequence[Piece]], rows: Sequence[str]) -> list[list[Piece]]:
    """The pieces cut where a single blank parts two: lines that take more places than their column has leave no more
    between them and the next one. It stands at one place in some rows near by.
    """
    begins = [
        {p.left + at for p in row for at in _begins(p, rows[n], _BETWEEN_HAN)} | {p.left for p in row}
        for n, row in enumerate(placed)
    ]
    out = []
    for n, row in enumerate(placed):
        near = Counter(left for other in begins[max(0, n - NEAR) : n + NEAR + 1] for left in other)
        out.append([part for piece in row for part in _cut(piece, _begins(piece, rows[n], _BLANK), near, rows[n])])
    return out


# Blanks; beside figures and words of Latin letters they stand everywhere.
_BLANK, _BETWEEN_HAN = re.compile(" "), re.compile("(?<![A-Za-z0-9]) (?![A-Za-z0-9])")


def _begins(piece: Piece, line: str, blank: re.Pattern[str]) -> list[int]:
    """Where in a piece something stands behind a blank; in letter-spaced type that is everywhere."""
    shown = line[piece.start : piece.end]
    spaced = 3 * shown.count(" ") > len(shown)
    return [] if spaced or len(shown) < 2 * SHORTEST else [found.end() for found in blank.finditer(shown)]


def _cut(piece: Piece, begins: Sequence[int], near: Mapping[int, int], line: str) -> Iterator[Piece]:
    """A piece cut at those places where others begin near by."""
    rest = piece
    for left in (piece.left + at for at in begins):
        if sum(near[left + off] for off in (-1, 0, 1)) > SOME and min(left - rest.left, piece.right - left) >= SHORTEST:
            at = rest.start + left - rest.left
            yield replace(rest, end=at - 1, right=left - 1, ended=line[at - 2] in _ENDS)
            rest = replace(rest, start=at, left=left)
    yield rest


# Rows above and below in which other lines of the same columns stand, and how many of them are enough to tell.
NEAR, SOME = 6, 3
# Characters of a line of a column, at least.
SHORTEST = 5


def _aligned(rows: Sequence[Sequence[Piece]]) -> int:
    """How many pieces begin right below another."""
    lefts = [{piece.left for piece in row} for row in rows if row]
    return sum(len(above & below) for above, below in itertools.pairwise(lefts))


def is_layout(lines: list[str]) -> bool:
    """Whether gutters run through the dump: a quarter of its lines hold pieces of prose on both sides of one."""
    filled = list(filter(None, map(str.strip, lines)))
    wide = [_GUTTER.split(x) for x in filled if _GUTTER.search(x)]
    parted = sum(sum(len(part) >= 4 for part in parts) >= 2 for parts in wide)
    # Fewer lines than this are a masthead or a table, not a page.
    page = len(filled) >= 8 and parted >= 0.25 * len(filled)
    return page and all(len(_GUTTER.findall(x)) < MOST for x in filled)


# Columns that stand beside each other on a page, at most: the widest have eight, and tables some twenty.
MOST = 40
