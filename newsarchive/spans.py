"""Page accounting: every character of a page's source text in exactly one span, with one role."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from newsarchive.model import Cleaned, Role, Segmentation, Span, Stretch
from newsarchive.text.clean import origins

# The rule of the clean stage whose deletions are text printed twice; only these keep a role of their own.
DOUBLING_RULE = "doubled-text"

_NOT_BLANK = re.compile(r"\S")


def spans(cleaned: Cleaned, segmentation: Segmentation) -> tuple[Span, ...]:
    """The spans of a page, in order; joined, their texts are ``cleaned.raw`` exactly.

    A span never crosses a line end (which belongs to the line before it). What cleaning removed goes with the stretch
    before it, except text printed twice, which becomes a span of role ``duplicate`` in the same article. A span
    without a printing character is ``blank`` and belongs to no article.
    """
    raw = cleaned.raw
    cuts = _line_starts(raw)
    made: list[Span] = []
    for start, end, stretch in _with_duplicates(_raw_stretches(cleaned, segmentation.stretches), cleaned):
        for piece_start, piece_end in _split(start, end, cuts):
            made.append(_span(raw, piece_start, piece_end, stretch, bisect_right(cuts, piece_start)))
    return tuple(made)


def characters(page_spans: Iterable[Span]) -> int:
    """The printing characters of a page."""
    return sum(_printing(span.text) for span in page_spans)


def placed(page_spans: Iterable[Span]) -> int:
    """The printing characters that went to an article or to the furniture; the rest is doubled or unplaced."""
    return sum(
        _printing(span.text) for span in page_spans if span.role not in (Role.DUPLICATE, Role.UNPLACED, Role.BLANK)
    )


def _printing(text: str) -> int:
    return sum(map(len, text.split()))


def _line_starts(raw: str) -> list[int]:
    starts = [0]
    position = 0
    for line in raw.splitlines(keepends=True):
        position += len(line)
        starts.append(position)
    return starts


def _raw_stretches(cleaned: Cleaned, stretches: Sequence[Stretch]) -> list[tuple[int, int, Stretch]]:
    back = origins(cleaned)
    made = []
    for index, stretch in enumerate(stretches):
        # What was removed before the first clean character belongs to the first stretch, so that nothing is left over.
        start = 0 if index == 0 else back[stretch.start]
        made.append((start, back[stretch.end] if index + 1 < len(stretches) else len(cleaned.raw), stretch))
    if not made and cleaned.raw:
        made.append((0, len(cleaned.raw), Stretch(0, 0, Role.BLANK, None, "nothing is printed here")))
    return made


def _with_duplicates(stretches: list[tuple[int, int, Stretch]], cleaned: Cleaned) -> Iterable[tuple[int, int, Stretch]]:
    doubled = [edit for edit in cleaned.edits if edit.rule == DOUBLING_RULE and not edit.replacement]
    next_edit = 0
    for start, end, stretch in stretches:
        position = start
        while next_edit < len(doubled) and doubled[next_edit].start < end:
            edit = doubled[next_edit]
            stop = min(edit.end, end)
            if edit.start > position:
                yield position, edit.start, stretch
            if stop > max(position, edit.start):
                twice = Stretch(0, 0, Role.DUPLICATE, stretch.article, "printed twice (fake bold)")
                yield max(position, edit.start), stop, twice
            position = max(position, stop)
            if edit.end > end:
                break
            next_edit += 1
        if position < end:
            yield position, end, stretch


def _split(start: int, end: int, cuts: list[int]) -> Iterable[tuple[int, int]]:
    position = start
    while position < end:
        following = bisect_right(cuts, position)
        stop = min(end, cuts[following]) if following < len(cuts) else end
        yield position, stop
        position = stop


def _span(raw: str, start: int, end: int, stretch: Stretch, line: int) -> Span:
    text = raw[start:end]
    if _NOT_BLANK.search(text):
        return Span(line, start, end, stretch.role, stretch.article, text, stretch.reason)
    return Span(line, start, end, Role.BLANK, None, text, "nothing is printed here")
