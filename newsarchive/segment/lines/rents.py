"""Lines of a column that a page drawn with blanks shows in two pieces: where marks are squeezed or a word is set apart,
an extractor leaves as many blanks as for a gutter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsarchive.segment.lines.layout import INDENT, NEAR, Piece

# Places that a line is longer for the blanks in it, at most.
LONGER = 5
# Other lines near by: so many of the column tell how far it reaches, and so many tell that one begins at a place.
LINES, BEGUN = 3, 2
# Characters of a column, at least.
NARROWEST = 7


def healed(rows: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The same rows with the pieces of one line put together: the second stands within the column of the first one, and
    no column begins there. Pieces of a row stand on one line of the text.
    """
    out: list[list[Piece]] = []
    for n, row in enumerate(rows):
        near = [p for other in rows[max(0, n - NEAR) : n + NEAR + 1] if other is not row for p in other]
        line: list[Piece] = []
        for piece in row:
            if line and _goes_on(line[-1], piece, near):
                prose = line[-1].prose or piece.prose
                line[-1] = replace(line[-1], end=piece.end, right=piece.right, prose=prose, ended=piece.ended)
            else:
                line.append(piece)
        out.append(line)
    return out


def _goes_on(piece: Piece, rest: Piece, near: Sequence[Piece]) -> bool:
    """Whether the rest of a line stands behind its first piece, given the pieces of the rows near by."""
    rights = sorted(p.right for p in near if abs(p.left - piece.left) <= INDENT)
    # The longest may be a line that was drawn together with one of the next column.
    if len(rights) < LINES or rest.right > rights[-2] + LONGER:
        return False
    # So near to its left nothing but indented lines of the same column begins.
    narrow = rest.left - piece.left < NARROWEST
    return narrow or sum(abs(p.left - rest.left) <= 1 for p in near) < BEGUN
