"""The pieces of one article in the order in which they are to be read.

Within an article the order of the dump holds, but for six things: the piece under the headline or with the lead is the
first, unless an editor says something before it, or else that which says who is the person the other begins with; a
piece that goes on with an unfinished sentence follows it; none begins with the end of a sentence; what a jump line
closes comes last; and where an extractor went over to the next column too early, the lower half of the first one comes
before it. An article is set as a rectangle, so that what stands side by side has as many lines.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from newsarchive.segment.articles.falsely_torn import without_false
from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.forms.introduced import introduces
from newsarchive.segment.forms.marks import item_of, speaker
from newsarchive.segment.lines.line import OPENING, ends_sentence
from newsarchive.segment.roles.closings import is_formula
from newsarchive.segment.roles.items import bullet_of
from newsarchive.segment.roles.letters import is_label, is_note
from newsarchive.segment.roles.role import FULL
from newsarchive.segment.sequence.flow import Torn


@dataclass(frozen=True, slots=True)
class Ordered:
    """The paragraphs of an article in order, as indices; ``joined`` are those that go on with the one before."""

    paras: tuple[int, ...]
    joined: frozenset[int]


def ordered(group: Group, torn: Torn, heads: frozenset[int], jumps: frozenset[int] = frozenset()) -> Ordered:
    """Put the pieces of an article in order; ``torn`` has the paragraphs of the page, ``heads`` are the lines of the
    article's headline and byline, ``jumps`` the paragraphs behind which an article goes on on another page.
    """
    if len(group.paras) == 1:
        return Ordered(group.paras, frozenset())
    given = torn
    torn = _with_fitting(group, _with_rest(group, without_false(group, torn), heads), heads)
    paras = torn.paras

    begins = dict(zip(group.paras, group.begins, strict=True))

    def opens(k: int) -> bool:
        return _opens(k, torn, heads) and (torn.seen[paras[k].lines[0]].lead or not _under_subhead(k, begins))

    runs = _turned(_runs(group, torn, opens), group, torn, opens)
    after = _goes_on(runs, torn)
    followers = set(after.values())
    # Something must come first, even where the links go round.
    free = [r for r in range(len(runs)) if r not in followers] or [0]
    beginning = torn.texts[runs[free[0]][0]]
    introducing = {r for r in free[1:] if introduces("".join(torn.texts[k] for k in runs[r]), beginning)}
    noted = {r for r in free if is_note(torn.texts[runs[r][0]])}
    closed = {r for r, run in enumerate(runs) if run[-1] in jumps}
    # The last column may stand right below the headline.
    late = {r for r in closed if paras[runs[r][0]].full_start and not torn.seen[paras[runs[r][0]].lines[0]].lead}
    first = min(
        free,
        key=lambda r: (
            r not in noted,
            r in late,
            not opens(runs[r][0]),
            r in closed,
            r not in introducing,
            paras[runs[r][0]].open_start,
            r,
        ),
    )
    order: list[int] = []
    for r in [first, *sorted((r for r in free if r != first), key=closed.__contains__)]:
        step: int | None = r
        while step is not None and step not in order:
            order.append(step)
            step = after.get(step)
    order.extend(r for r in range(len(runs)) if r not in order)
    joined = {runs[b][0] for a, b in after.items() if order.index(b) == order.index(a) + 1}
    read = tuple(k for r in order for k in runs[r])
    for before, k in itertools.pairwise(read):
        # What nothing was left open for may go on behind a full stop.
        if (k == before + 1 and given.flush(before, k)) or _goes_straight_on(before, k, torn):
            joined.add(k)
    return Ordered(read, frozenset(joined))


def _goes_straight_on(before: int, k: int, torn: Torn) -> bool:
    """Whether a piece goes on with a sentence that is left open before it, though it looks like a paragraph: a word
    runs on, or no blank line and no display type stand between, and it begins as no question or item does. What begins
    with a mark goes on with a comma only, and nothing with a bracket or a label (编者按).
    """
    last, first = torn.paras[before].lines[-1], torn.paras[k].lines[0]
    if torn.seen[first].lead or not torn.paras[before].open_end:
        return False
    if torn.words_across(before, k) > FITS:
        return True
    if first != last + 1 or torn.lines[first].gap:
        return False
    above, text = torn.texts[before], torn.texts[k]
    joins = above[-1] in "，、" or (above[-1] not in "）)" and text[0] not in OPENING and not is_label(above))
    return joins and not speaker(text) and not bullet_of(text)


def _opens(k: int, torn: Torn, heads: frozenset[int]) -> bool:
    """Whether a piece has a lead, or stands under the headline."""
    line = torn.paras[k].lines[0]
    return torn.seen[line].lead or line - 1 in heads


def _under_subhead(k: int, begins: Mapping[int, float]) -> bool:
    """Whether the headline above a piece was one of its subheads: the piece is printed right behind another one of the
    article, and looks less like the beginning of an article than the first one does.
    """
    return k - 1 in begins and begins[k] < begins[min(begins)] - EVEN


# Log odds of a border within which two places look alike.
EVEN = 0.5


def _runs(group: Group, torn: Torn, opens: Callable[[int], bool]) -> list[list[int]]:
    """The pieces that follow each other with nothing torn between them."""
    paras = torn.paras
    runs: list[list[int]] = []
    for k in group.paras:
        straight = bool(runs) and runs[-1][-1] == k - 1
        if straight and not (paras[k].open_start or paras[k - 1].open_end or opens(k)):
            runs[-1].append(k)
        else:
            runs.append([k])
    return runs


def _with_rest(group: Group, torn: Torn, heads: frozenset[int]) -> Torn:
    """The pieces with the rest of a torn paragraph read as such though nothing but its missing indent tells of it: a
    single paragraph of the article is set so, a blank line parts it from one that has surely ended, and behind it a
    single sentence is left open, or a paragraph that fills its last line. Such is the order where an extractor took
    the next column for the lower half of this one.
    """
    paras = torn.paras
    rests = []
    for k in group.paras:
        first = torn.lines[paras[k].lines[0]]
        ended = k and not paras[k - 1].open_end and torn.seen[paras[k - 1].lines[-1]].short > ROOM
        unread = paras[k].full_start and not paras[k].open_start and not _opens(k, torn, heads)
        if unread and ended and first.gap and not item_of(first.flat):
            rests.append(k)
    if len(rests) != 1:
        return torn
    runs = _runs(group, torn, lambda k: _opens(k, torn, heads))
    after = _goes_on(runs, torn)
    left = [run[-1] for r, run in enumerate(runs) if paras[run[-1]].open_end and r not in after]
    # A run that begins inside a sentence, and nothing goes on with it, takes up what is left open.
    unled = any(paras[run[0]].open_start and r not in after.values() for r, run in enumerate(runs))
    if len(left) > 1 or (left and unled):
        return torn
    rest = rests[0]
    if not left:
        left = _filled(rest, next(run for run in runs if rest in run), group, torn)
    if len(left) != 1 or left[0] <= rest:
        return torn
    if rest == group.paras[0] and left[0] != group.paras[-1]:
        # Painted from its middle, an article ends in print with what is left open.
        return torn
    read = list(paras)
    read[rest] = replace(read[rest], open_start=True)
    read[left[0]] = replace(read[left[0]], open_end=True)
    return torn.read_as(read)


def _with_fitting(group: Group, torn: Torn, heads: frozenset[int]) -> Torn:
    """The pieces with the rest of the only sentence that is left open read as such, though it was read as a paragraph:
    it has no indent, or is a single line, which shows none; and it stands right behind that sentence, or a word runs
    across.
    """
    paras = torn.paras
    if not any(paras[k].open_end for k in group.paras):
        return torn
    runs = _runs(group, torn, lambda k: _opens(k, torn, heads))
    after = _goes_on(runs, torn)
    left = [run[-1] for r, run in enumerate(runs) if paras[run[-1]].open_end and r not in after]
    if len(left) != 1 or any(paras[run[0]].open_start and r not in after.values() for r, run in enumerate(runs)):
        return torn
    end = left[0]
    fits = {k: torn.words_across(end, k) for k in group.paras if k != end and _may_be_rest(k, torn, heads)}
    fits = {k: fit for k, fit in fits.items() if k == end + 1 or fit > FITS or _is_scrap(k, torn)}
    if not fits:
        return torn
    rest = max(fits, key=lambda k: (fits[k], k == end + 1))
    read = list(paras)
    read[rest] = replace(read[rest], open_start=True)
    return torn.read_as(read)


def _may_be_rest(k: int, torn: Torn, heads: frozenset[int]) -> bool:
    """Whether a piece read as a paragraph of its own may be the rest of one."""
    para = torn.paras[k]
    first = torn.lines[para.lines[0]]
    lone = len(para.lines) == 1 and first.gap and not para.open_end and first.flat[-1] not in "：:"
    return (
        (lone or para.full_start) and not para.open_start and first.flat[0] not in "“‘" and not _opens(k, torn, heads)
    )


def _is_scrap(k: int, torn: Torn) -> bool:
    """Whether a piece is hardly more than the end of a sentence; no paragraph is so short but sayings and formulas."""
    text = torn.texts[k]
    return len(text) <= SCRAP and ends_sentence(text) and text[0] not in "“‘" and not is_formula(text)


# Characters of such an end.
SCRAP = 6
# Log odds that a word across two pieces gives; two that meet by chance seldom have half of it.
FITS = 1.5


def _filled(rest: int, run: list[int], group: Group, torn: Torn) -> list[int]:
    """The pieces of a run that fill their last line, behind as many pieces from ``rest`` on as stand exactly beside the
    article's beginning.
    """
    at = run.index(rest)
    if not at or run[0] != group.paras[0]:
        return []
    return [
        run[n]
        for n in range(at + 1, len(run) - 1)
        if torn.seen[torn.paras[run[n]].lines[-1]].short <= FULL and _level(run[:at], run[at : n + 1], torn, off=0)
    ]


# Ems that the last line of a paragraph leaves free where the paragraph has surely ended.
ROOM = 1.6


def _turned(runs: list[list[int]], group: Group, torn: Torn, opens: Callable[[int], bool]) -> list[list[int]]:
    """Cut the run that begins inside a sentence where the article begins in it: its beginning goes on with its own end,
    or with that of a run behind it, and no other run can be the first.

    The cut is made where the page looks most like the beginning of an article, at a blank line if there is any.

    A run inside the article that goes on with its own end, as a word tells, was printed in boxes: what stands in the
    last of them comes first.
    """
    begins = dict(zip(group.paras, group.begins, strict=True))
    after = _goes_on(runs, torn)
    behind = {b for a, b in after.items() if a > b}
    out = []
    for r, run in enumerate(runs):
        others = [other[0] for other in runs if other is not run]
        ring = torn.paras[run[-1]].open_end and r not in after
        late = r in behind and all(torn.paras[k].open_start for k in others)
        at = 0
        if len(run) > 1 and torn.paras[run[0]].open_start:
            if ring and r and runs[r - 1][-1] == run[0] - 1:
                at = _level(runs[r - 1], run, torn)
            if not at and ring and r and torn.words_across(run[-1], run[0]) > FITS:
                at = max((n for n in range(1, len(run)) if all(_parted(run[n], torn, inner=True))), default=0)
            if not at and (late or (ring and not any(map(opens, others)))):
                at = max(range(1, len(run)), key=lambda n: (*_parted(run[n], torn, inner=r > 0), begins[run[n]]))
        out.extend([run[at:], run[:at]] if at else [run])
    return out


def _parted(k: int, torn: Torn, *, inner: bool) -> tuple[bool, bool]:
    """Whether a blank line stands before a piece, and, ``inner`` of an article, something else."""
    first = torn.paras[k].lines[0]
    return torn.lines[first].gap, inner and torn.paras[k - 1].lines[-1] < first - 1


def _level(upper: list[int], run: list[int], torn: Torn, off: int = 1) -> int:
    """How many pieces of a run stand beside the run before it, in the next column: as many as are of its height, or
    ``off`` by so many lines (a line more or less is a subhead's room); 0 if no number is.
    """
    height = _height(upper, torn)
    at = min(range(1, len(run)), key=lambda n: abs(_height(run[:n], torn) - height), default=0)
    return at if at and abs(_height(run[:at], torn) - height) <= off else 0


def _height(run: list[int], torn: Torn) -> int:
    """The lines of a run with the display type inside it."""
    return torn.paras[run[-1]].lines[-1] - torn.paras[run[0]].lines[0] + 1


def _goes_on(runs: list[list[int]], torn: Torn) -> dict[int, int]:
    """Which run goes on with the sentence that a run was left in: the best way for all together, as a run that fits
    two may be the only one that fits one of them. A run may also go on with its own end, where the article begins in
    it; such are left out of what is given back. Of many, the best match first.
    """
    paras = torn.paras
    ends = [a for a, run in enumerate(runs) if paras[run[-1]].open_end]
    starts = [b for b, run in enumerate(runs) if paras[run[0]].open_start]
    links = {
        (a, b): torn.link(runs[a][-1], runs[b][0]) + NEXT * (b == a + 1)
        for a in ends
        for b in starts
        if a != b or len(runs[a]) > 1
    }
    if max(len(ends), len(starts)) <= FEW:
        best = max(_ways(ends, starts, links), key=lambda way: (len(way), sum(links[pair] for pair in way.items())))
        return {a: b for a, b in best.items() if a != b}
    after: dict[int, int] = {}
    for a, b in sorted(links, key=lambda pair: (-links[pair], pair)):
        if a != b and a not in after and b not in after.values() and not _rings(a, b, after):
            after[a] = b
    return after


# Log odds by which the next run is likelier to go on with one than a run farther away.
NEXT = 1.0
# Torn places of one article up to which all ways to join them are looked at: there are 1,546 with five.
FEW = 5


def _ways(ends: list[int], starts: list[int], links: Mapping[tuple[int, int], float]) -> Iterator[dict[int, int]]:
    """All ways in which runs may go on with each other."""
    if not ends:
        yield {}
        return
    a, *rest = ends
    yield from _ways(rest, starts, links)
    for b in starts:
        if (a, b) in links:
            for way in _ways(rest, [x for x in starts if x != b], links):
                if a == b or not _rings(a, b, way):
                    yield {a: b, **way}


def _rings(a: int, b: int, after: Mapping[int, int]) -> bool:
    """Whether run ``a`` would go on with what comes before itself."""
    while b in after and after[b] != b:
        b = after[b]
    return a == b
