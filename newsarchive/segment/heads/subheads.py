"""Which free display blocks are subheads, and where in its article each stands."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Collection, Sequence

from newsarchive.segment.articles.fitness import barred
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.draft import Draft
from newsarchive.segment.forms.facts import facts
from newsarchive.segment.forms.kickers import is_label
from newsarchive.segment.forms.marks import item_of
from newsarchive.segment.roles.form import CREDIT, DISPLAY, DUPLICATE, FURNITURE, Form
from newsarchive.segment.roles.look import Look

# What may stand between a subhead and the text that it belongs to.
BETWEEN = (DISPLAY, FURNITURE, CREDIT, DUPLICATE)


def give_subheads(
    free: list[int],
    shown: list[Block],
    drafts: list[Draft],
    forms: list[Form],
    seen: list[Look],
    rests: Collection[int],
) -> list[int]:
    """Put the subheads among the free blocks into their articles; the others are given back. ``rests`` are the lines
    with which text begins inside a sentence.

    A free block right before a paragraph that is not its article's first is a subhead, and so is a label (【读者来信】)
    before any, and what the first part of a text is called (案情, 1.早起) where another subhead parts it; two in a row
    are one of two lines, unless they are surely two. Where the text below goes on with a sentence, the extractor
    went over to another column between the subhead and its text: then the subhead stands behind the paragraph that
    ended above it.
    """
    starts = sorted((held[0], a) for a, draft in enumerate(drafts) for _, held in draft.body)
    ends = {held[-1]: a for a, draft in enumerate(drafts) for _, held in draft.body[:-1]}
    heading = [shown[m].lines[0] for m in sorted(set(range(len(shown))).difference(free))]
    left = []
    # By article, the first line of the paragraph before which they stand or the last of that behind which, and which.
    placed: dict[tuple[int, int, bool], list[int]] = {}
    opening: list[tuple[int, int, int]] = []
    for n in free:
        here, below = shown[n].lines[-1], _text(shown[n].lines[-1], 1, forms)
        above = _text(shown[n].lines[0], -1, forms)
        alone = len(shown[n].flat) == 1 and shown[n].flat not in NUMBERS
        if alone or barred(shown[n], seen, squeezed=True) > MOST_BARRED or _between(heading, here, below):
            left.append(n)
        elif below in rests and above in ends and not _between(heading, above, here):
            placed.setdefault((ends[above], above, True), []).append(n)
        else:
            at = bisect.bisect_left(starts, (below, 0))
            article = starts[at][1] if at < len(starts) and starts[at][0] == below else -1
            label = is_label(shown[n].flat)
            first = article >= 0 and drafts[article].body[0][1][0] == below
            if first and (shown[n].flat in facts()["subhead"]["first"] or item_of(shown[n].flat)):
                opening.append((n, article, below))
            elif article < 0 or (first and not label):
                left.append(n)
            else:
                placed.setdefault((article, below, False), []).append(n)
    parts: dict[int, set[tuple[str, int] | None]] = {}
    for (article, _, _), members in placed.items():
        parts.setdefault(article, set()).update(item_of(shown[n].flat) for n in members)
    for n, article, below in opening:
        item = item_of(shown[n].flat)
        # The first of some that are numbered, or another part beside it.
        if article in parts and (item is None or (item[0], item[1] + 1) in parts[article]):
            placed.setdefault((article, below, False), []).append(n)
        else:
            left.append(n)
    for (article, line, behind), members in placed.items():
        body = drafts[article].body
        place = next(i for i, (_, held) in enumerate(body) if held[-1 if behind else 0] == line)
        body[place + behind : place + behind] = _subheads(members, shown)
    return left


def give_left_over(
    free: Sequence[int],
    shown: Sequence[Block],
    drafts: Sequence[Draft],
    forms: Sequence[Form],
    seen: Sequence[Look],
    odds: Callable[[int, int], float],
) -> None:
    """Put what is of no head behind the paragraph that it stands below, as a subhead: that paragraph is not the last of
    its article, and below stands either the next one, and it is only a little too wide for a subhead, or the beginning
    of another article, which says hardly more of it (the extractor went over to another column). ``odds`` tells how
    surely a block heads an article. What stands so in a heap are cells of a table.
    """
    heading = sorted(i for draft in drafts for i in (*draft.kicker, *draft.headline, *draft.subtitle))
    starts = {draft.body[0][1][0]: a for a, draft in enumerate(drafts) if draft.body}
    # What ends with a line and is not the last paragraph: the article, and the place behind it.
    ends = {held[-1]: (a, at) for a, d in enumerate(drafts) for at, (_, held) in enumerate(d.body[:-1], 1)}
    placed: dict[tuple[int, int], list[int]] = {}
    for n in free:
        block, bar = shown[n], barred(shown[n], seen, squeezed=True)
        above, below = _text(block.lines[0], -1, forms), _text(block.lines[-1], 1, forms)
        label = len(block.flat) < SHORT or is_label(block.flat)
        if label or above not in ends or _between(heading, above, block.lines[-1]):
            continue
        a, at = ends[above]
        goes_on = drafts[a].body[at][1][0] == below
        wide = MOST_BARRED < bar <= A_LITTLE_WIDE and len(block.flat) >= SHORT_AND_WIDE
        other = starts.get(below, a)
        if (goes_on and wide) or (bar <= MOST_BARRED and other != a and odds(n, a) + ABOVE >= odds(n, other)):
            placed.setdefault((a, at), []).append(n)
    for (a, at), members in sorted(placed.items(), reverse=True):
        if len(members) <= LINES:
            drafts[a].body[at:at] = _subheads(members, shown)


# What it counts to stand right below the text of an article, in log odds.
ABOVE = 2.0
# Characters of a subhead, at least, and of one that is wide: what is shorter may be the label of a column. How little a
# block may look like a subhead that is only wider than its column (fitness.barred).
SHORT, SHORT_AND_WIDE, A_LITTLE_WIDE = 4, 6, 4.5
# What parts the chapters of an essay.
NUMBERS = "一二三四五六七八九十123456789"
# How little a block may look like a subhead (evidence.py) to be one.
MOST_BARRED = 3


def _text(line: int, step: int, forms: Sequence[Form]) -> int:
    """The next line of text above or below a line, over what may stand beside a subhead; -1 if it is something else."""
    line += step
    while 0 <= line < len(forms) and forms[line] in BETWEEN:
        line += step
    return line if 0 <= line < len(forms) else -1


def _between(heading: list[int], first: int, last: int) -> bool:
    """Whether the head of an article begins between two lines."""
    return bisect.bisect_left(heading, last) > bisect.bisect_right(heading, first)


def _subheads(members: list[int], shown: Sequence[Block]) -> list[tuple[str, tuple[int, ...]]]:
    """The blocks before one paragraph as one subhead, or each as one of its own: each has the lines of one, or the
    first has and the others are surely of no head with what stands right above them.
    """
    lines = [shown[n].lines for n in members]
    each = min(map(len, lines)) >= LINES
    apart = len(lines[0]) >= LINES and all(shown[n].tie < APART for n in members[1:])
    return [("subhead", held) for held in (lines if each or apart else [tuple(itertools.chain.from_iterable(lines))])]


# Lines of a subhead that has more than one.
LINES = 2
# Log odds of being of one head (display/ties.py): twenty to one against it.
APART = -3.0
