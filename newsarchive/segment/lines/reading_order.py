"""The order in which the strips of a page are read: the page is cut from side to side above headlines, else from top to
bottom between columns, and so on in each part (recursive XY cut; Nagy and Seth, 1984).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsarchive.segment.lines.layout import INDENT, Piece
from newsarchive.segment.lines.strips import MOST, Strip, reaches


@dataclass(frozen=True, slots=True)
class _Box:
    """A strip with the room that it takes: display type is larger than its characters tell, and reaches to the next
    strip on its right.
    """

    strip: Strip
    left: int
    right: int

    @property
    def top(self) -> int:
        return self.strip.top

    @property
    def bottom(self) -> int:
        return self.strip.bottom


def in_order(strips: Sequence[Strip], rows: Sequence[Sequence[Piece]]) -> list[Strip]:
    """The strips of a page with these rows in the order of reading; more than any page has, in that of their tops."""
    if len(strips) > MOST:
        return sorted(strips, key=lambda s: (s.top, s.left))
    out: list[Strip] = []
    stack = [sorted(_boxes(strips, rows), key=_by_top)]
    while stack:
        part = stack.pop()
        if len(part) == 1:
            out.append(part[0].strip)
        elif part:
            stack.extend(reversed(_parts(part)))
    return out


def is_under(strip: Strip, above: Strip) -> bool:
    """Whether a strip that is read right behind another one stands below display type: text some rows below it, more
    display type in the next row.
    """
    beside = max(above.left - strip.right, strip.left - above.right)
    rows = BELOW if strip.is_text else 1
    return not above.is_text and 0 < strip.top - above.bottom <= rows and beside < INDENT


# Rows from a headline or a byline to its text, at most.
BELOW = 6


def _boxes(strips: Sequence[Strip], rows: Sequence[Sequence[Piece]]) -> list[_Box]:
    """The strips with their room. A line of many figures may reach into the next column."""
    text = sorted((s for s in strips if s.is_text), key=lambda s: s.left)
    shown = [s for s in strips if not s.is_text]
    ends = {id(s): end for s, end in zip(shown, reaches(shown, text, rows), strict=True)}
    out = []
    for strip in strips:
        if strip.is_text:
            beside = [
                s.left for s in text if s.left > strip.left + INDENT and s.top <= strip.bottom and strip.top <= s.bottom
            ]
            out.append(_Box(strip, strip.left, min([strip.right, *beside])))
        else:
            out.append(_Box(strip, strip.left, max(strip.left + 1, ends[id(strip)])))
    return out


def _parts(boxes: list[_Box]) -> list[list[_Box]]:
    """Some boxes in the order of their tops cut into parts, which are read one after the other."""
    across = _cut(boxes, lambda b: (b.top, b.bottom + 1))
    stories = _stories(across)
    if len(stories) > 1:
        return stories
    if len(across) > 1 and not _side_by_side(across[0]):
        return across
    down = _cut(boxes, lambda b: (b.left, b.right))
    if len(down) > 1 and not (len(across) > 1 and _share_head(down)):
        grouped = _grouped(down)
        return grouped if len(grouped) > 1 else down
    return across if len(across) > 1 else [boxes[:1], boxes[1:]]


def _side_by_side(boxes: Sequence[_Box]) -> bool:
    """Whether the first of some boxes stand beside each other, as the headlines of two stories do, or the columns of
    one.
    """
    return any(a.top <= b.bottom and b.top <= a.bottom for a, b in itertools.combinations(boxes[:FIRST], 2))


# Boxes at the top that are looked at.
FIRST = 8


def _grouped(parts: Sequence[list[_Box]]) -> list[list[_Box]]:
    """Parts that stand beside each other, those together in whose lower halves the columns of one story stand: a text
    that has no display type above it in its own column begins below a gap that goes through the column on its left,
    where display type stands below that.
    """
    out = [list(parts[0])]
    for part in parts[1:]:
        both = sorted(out[-1] + part, key=_by_top)
        if any(_is_below(band, part, out[-1]) for band in _stories(_cut(both, lambda b: (b.top, b.bottom + 1)))[1:]):
            out[-1] = both
        else:
            out.append(list(part))
    return out


def _is_below(band: Sequence[_Box], right: Sequence[_Box], left: Sequence[_Box]) -> bool:
    """Whether a band begins with display type on the left and with text on the right."""
    first = [next((box for box in side if box in band), None) for side in (left, right)]
    return bool(first[0] and first[1] and not first[0].strip.is_text and first[1].strip.is_text)


def _share_head(parts: Sequence[Sequence[_Box]]) -> bool:
    """Whether first columns of a story stand beside its headline, which is set in the middle and begins right of them:
    the text of one begins level with that on its right that has display type above, and with none farther left that
    has.
    """
    tops = [next(((box.top, _is_headed(box, part)) for box in part if box.strip.is_text), None) for part in parts]
    headed = [(n, top[0]) for n, top in enumerate(tops) if top and top[1]]
    before = -1
    for n, first in headed:
        level = [k for k, top in enumerate(tops[:n]) if top and abs(top[0] - first) <= 1]
        if level and level[-1] > before and before not in level:
            return True
        before = n
    return False


def _is_headed(text: _Box, part: Sequence[_Box]) -> bool:
    return any(0 < text.top - box.bottom <= FAR for box in part if not box.strip.is_text)


def _cut(boxes: Sequence[_Box], extent: Callable[[_Box], tuple[int, int]]) -> list[list[_Box]]:
    """Boxes parted where none of them lies, by their extent in one direction; each part in the order of tops."""
    out: list[list[_Box]] = []
    end = 0
    for box in sorted(boxes, key=extent):
        first, last = extent(box)
        if not out or first >= end:
            out.append([])
        out[-1].append(box)
        end = max(end, last)
    return [sorted(part, key=_by_top) for part in out]


def _stories(parts: Sequence[list[_Box]]) -> list[list[_Box]]:
    """Parts that lie one below the other put together, but for those that begin with display type below text, or far
    below it.
    """
    out: list[list[_Box]] = []
    for part in parts:
        if out:
            under_text = any(box.strip.is_text for box in out[-1])
            far = part[0].top - max(box.bottom for box in out[-1]) > FAR
        headed = any(not box.strip.is_text for box in part if box.top - part[0].top <= FAR)
        if not out or far or (under_text and headed):
            out.append([])
        out[-1].extend(part)
    return out


# Rows in which nothing stands, above another story: it has room for a headline.
FAR = 3


def _by_top(box: _Box) -> tuple[int, int]:
    return box.top, box.left
