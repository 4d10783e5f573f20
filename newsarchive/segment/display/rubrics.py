"""Rubrics 栏目: the names under which a paper prints articles of a kind (某某笔记, 身边非遗), right above a headline.

Words tell some of them (``[kicker]`` of marks.toml). The others are told by where they stand, what they are not (a
sentence, a clause) and what is left when the headlines are given out: no text says them, and nobody needs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from newsarchive.segment.display.blocks import Block, adjoins
from newsarchive.segment.forms.kickers import introduces, is_rubric_name, is_series, may_be_rubric_name, unmarked
from newsarchive.segment.forms.marks import is_roundup
from newsarchive.segment.kin.vocabulary import BY_CHANCE

# Characters of a rubric, with the number of an issue behind: most have four to six.
_RUBRIC = re.compile(r"[^，。：；？！、—…《》“”（）()\s]{2,10}[①-⑳]?")


# Two characters or three are not called set apart by themselves (setting.py): 现 场.
_SET_APART = re.compile(r"\S(?: \S)+")


def is_rubric(block: Block) -> bool:
    """Whether display type has the form of a rubric: a few characters without any mark, set on one line."""
    flat = unmarked(block.flat)
    flat = flat.replace(" ", "") if block.spaced or _SET_APART.fullmatch(flat) else flat
    return len(block.lines) == 1 and not block.vertical and bool(_RUBRIC.fullmatch(flat))


def over_heads(
    stacks: Sequence[tuple[int, ...]],
    free: Collection[int],
    shown: Sequence[Block],
    affinities: Callable[[int], Sequence[float]],
) -> list[int]:
    """Those of some blocks that nobody took which are rubrics: by their words, or right above the first block of a
    head, unless an article without a headline speaks most of them. ``affinities`` says how much a block shares with
    every text.
    """
    firsts = {min(stack) for stack in stacks if stack}
    return [n for n in free if is_rubric_name(shown[n].flat) or _over(n, firsts, shown, stacks, affinities(n))]


def _over(
    n: int, firsts: Collection[int], shown: Sequence[Block], stacks: Sequence[tuple[int, ...]], said: Sequence[float]
) -> bool:
    """Whether a block has the form and the place of a rubric, and no article without a headline speaks most of it."""
    long = len(shown[n].flat.replace(" ", "")) > MOST
    if long or n + 1 not in firsts or not adjoins(shown[n], shown[n + 1]) or not is_rubric(shown[n]):
        return False
    bare = max((x for x, stack in zip(said, stacks, strict=False) if not stack), default=0.0)
    return not bare or bare < max(said)


# Characters of most rubrics; what has more may be the headline of an article that lacks one.
MOST = 6


def over_their_heads(stacks: Sequence[tuple[int, ...]], shown: Sequence[Block]) -> list[tuple[int, ...]]:
    """The heads, each rubric that words tell with the display type right below it, which is its headline: where nobody
    took that, it completes a head of rubrics alone, and no other head ends with a rubric that stands above something
    else. What heads short news (简讯) has no headline below.
    """
    out = list(stacks)
    owners = {n: a for a, stack in enumerate(out) for n in stack}
    for n, a in sorted(owners.items()):
        if n + 1 == len(shown) or not adjoins(shown[n], shown[n + 1]) or not _opens_head(shown[n], shown[n + 1]):
            continue
        below = owners.get(n + 1)
        if _rubrics_alone(out[a], shown):
            out[a] = out[a] if below is not None else (*out[a], n + 1)
        elif below != a and n == max(out[a]):
            out[a] = tuple(m for m in out[a] if m != n)
            if below is not None:
                out[below] = tuple(sorted((*out[below], n)))
    return out


def _rubrics_alone(stack: Sequence[int], shown: Sequence[Block]) -> bool:
    """Whether a head is nothing but rubrics by their words."""
    return all(may_be_rubric_name(shown[m].flat) for m in stack)


def _opens_head(block: Block, below: Block) -> bool:
    """Whether a block is a rubric by its words, above something that is none."""
    rubric = len(block.lines) == 1 and may_be_rubric_name(block.flat) and not introduces(block.flat)
    return rubric and not is_roundup(block.flat) and not may_be_rubric_name(below.flat)


def give_rubrics(
    stacks: Sequence[tuple[int, ...]],
    free: Collection[int],
    shown: Sequence[Block],
    said: Callable[[int, int], float],
) -> tuple[list[tuple[int, ...]], dict[int, int]]:
    """The heads, and the rubric of each article that has one: display type in the form of one right above the first
    block of a head, which either nobody took, or which is the last block of another head whose text hardly says it, or
    by its words a rubric. What nobody took is none above a rubric by its words, nor is the last block of another head
    right below one there. ``said`` tells how much a block and the text of an article share.
    """
    owners = {n: a for a, stack in enumerate(stacks) for n in stack}
    out = [tuple(n for n in stack if not _is_over_another(n, a, owners, shown)) for a, stack in enumerate(stacks)]
    spare = {*free, *owners}.difference(*out)
    firsts = {min(stack): a for a, stack in enumerate(out) if stack}
    rubrics: dict[int, int] = {}
    for n in range(len(shown) - 1):
        below = firsts.get(n + 1)
        if below is None or not adjoins(shown[n], shown[n + 1]) or not is_rubric(shown[n]):
            continue
        if n in spare:
            # Above a rubric stands what the page is called.
            if not is_rubric_name(shown[n + 1].flat):
                rubrics[below] = n
            continue
        owner = owners.get(n)
        if owner is None or owner == below:
            continue
        last = len(out[owner]) > 1 and n == max(out[owner])
        # Below a rubric it is the headline, which plays with words.
        headline = n - 1 in out[owner] and is_rubric_name(shown[n - 1].flat)
        if last and not headline and said(n, owner) < BY_CHANCE:
            out[owner] = tuple(b for b in out[owner] if b != n)
            rubrics[below] = n
    return out, rubrics


def _is_over_another(n: int, a: int, owners: Mapping[int, int], shown: Sequence[Block]) -> bool:
    """Whether a block of an article's head is a rubric by its words right above a block of another head."""
    below = n + 1
    return owners.get(below, a) != a and adjoins(shown[n], shown[below]) and _opens_head(shown[n], shown[below])


def series_elsewhere(
    free: Collection[int], shown: Sequence[Block], open_to: Collection[int], odds: Callable[[int, int], float]
) -> dict[int, int]:
    """The articles whose label of a series (连载·某某（17）) stands elsewhere on the page: such a label is that of one
    article, the one of some that rather speaks of it than not, and more than all others. ``odds`` tells how surely a
    block heads an article.
    """
    out: dict[int, int] = {}
    for n in sorted(n for n in free if is_series(shown[n].flat)):
        told = sorted(((odds(n, a), a) for a in open_to if a not in out), reverse=True)
        rest = told[1][0] if len(told) > 1 else -RATHER
        if told and told[0][0] >= max(0.0, rest + RATHER):
            out[told[0][1]] = n
    return out


# Log odds by which one article speaks more of a label than all others.
RATHER = 1.5
