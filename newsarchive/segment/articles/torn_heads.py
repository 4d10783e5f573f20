"""Heads that the division tore: a kicker, a headline and a subtitle of two lines each are more blocks than it takes for
one head, and what is left of them may head the rest of the same text.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.segment.articles.pair import Piece, Tables


def mended(pieces: Sequence[Piece], cuts: Sequence[float], tables: Tables) -> list[Piece]:
    """The pieces of a page, those joined that follow each other under two parts of one head, with nothing between them
    that tells of an end or a beginning. ``cuts`` says for every paragraph how much speaks for its beginning an article.
    """
    out: list[Piece] = []
    for piece in pieces:
        if out and _torn(out[-1], piece, cuts, tables):
            before = out.pop()
            out.append(Piece(before.first, piece.last, _both(before.head, piece.head, tables)))
        else:
            out.append(piece)
    return out


def _torn(before: Piece, piece: Piece, cuts: Sequence[float], tables: Tables) -> bool:
    """Whether two pieces that follow each other are one text: the head of the second stands right below that of the
    first and is rather of one with it than not, or may be and the text speaks of both.
    """
    page, here = tables.page, tables.page.between[piece.first]
    if min(before.head, piece.head) < 0 or cuts[piece.first] > NO_CUT:
        return False
    if here.blocks or here.opens or here.closed or here.byline or here.before_open:
        return False
    above, below = page.stacks[before.head][-1], page.stacks[piece.head][0]
    if below != above + 1 or (above, below) not in page.stacks:
        return False
    tie = page.ties[below]
    both = tie > MAY_BE and tables.kinship.headed(page.titles[before.head], frozenset(piece.paras)) > 0
    return tie > 0 or both


def _both(above: int, below: int, tables: Tables) -> int:
    """The head of the blocks of both, or as much of it from the first block on as may head a text."""
    stacks = tables.page.stacks
    whole = (*stacks[above], *stacks[below])
    return max((n for n, stack in enumerate(stacks) if stack == whole[: len(stack)]), key=lambda n: len(stacks[n]))


# What a place scores where nothing is seen of an article's beginning and the texts share no word, or less: there the
# head alone parts them.
NO_CUT = -1.0
# Log odds of being of one head that a pair of blocks has at least which may be: about two to three.
MAY_BE = -0.5
