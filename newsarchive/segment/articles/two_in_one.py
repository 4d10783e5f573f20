"""Two articles in one piece of text, which a second look at the headlines tells apart.

Where an extractor goes over from the end of one article to the beginning of another with nothing between them, the
division takes both for one piece and gives it the headline of the larger. If that piece then turns out to go on with
an article begun elsewhere, its headline would be left without a text.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.segment.articles.pair import Page, Piece, Tables


def told_apart(stories: Sequence[Sequence[Piece]], heads: Sequence[int], tables: Tables) -> list[list[Piece]]:
    """The articles, as their pieces, with those begun in a piece of another one set apart: its own headline, with a
    byline below, is nobody's, and at some paragraph the words go over from the one headline to the other. ``heads``
    are the heads of the articles.
    """
    page = tables.page
    taken = {b for d in heads if d >= 0 for b in page.stacks[d]}
    out = [list(story) for story in stories]
    for story, head in zip(list(out), heads, strict=True):
        for n, piece in enumerate(story[1:], 1):
            own = piece.head
            if min(head, own) < 0 or not taken.isdisjoint(page.stacks[own]) or not _signed(own, page):
                continue
            at = _goes_over(piece, head, own, tables)
            if at:
                story[n] = Piece(piece.first, at - 1, -1)
                out.append([Piece(at, piece.last, own)])
                taken.update(page.stacks[own])
    return out


def _signed(head: int, page: Page) -> bool:
    """Whether a byline stands right below a head, or below what may stand under it as a part of the same head."""
    first = page.stacks[head]
    return any("fit:byline" in page.fitness[stack[-1]] for stack in page.stacks if stack[: len(first)] == first)


def _goes_over(piece: Piece, head: int, own: int, tables: Tables) -> int:
    """The paragraph of a piece from which on its text speaks of its own headline, and before of that of the article it
    goes on with; 0 where none parts the two so clearly.
    """
    page = tables.page
    lean = [tables.related[head][k] - tables.related[own][k] for k in piece.paras]
    whole = max(sum(lean), -sum(lean))
    starts = [k for k in range(piece.first + 1, piece.last + 1) if not page.between[k].open_start]
    parting = {k: sum(lean[: k - piece.first]) - sum(lean[k - piece.first :]) for k in starts}
    at = max(starts, key=lambda k: parting[k], default=0)
    return at if at and parting[at] > whole + CLEARLY else 0


# By how much the words must tell more of two articles than of one: as two paragraphs do that each have half of the
# words of their headline.
CLEARLY = 2.0
