"""Headlines read as text where what stands there cannot be text: it neither begins nor ends as a paragraph does.

A headline that asks (…怎么办？), has a comma or fills a column is like a line of text by itself. Every mend takes the
forms of all lines and gives them back with a few changed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsarchive.segment import marks
from newsarchive.segment.broken import goes_on
from newsarchive.segment.items import bullet_of
from newsarchive.segment.lines import SENTENCE_END, Line
from newsarchive.segment.roles import BODY, FULL, INDENT, Form, Look, is_date

# Lines of headlines in one place that may be taken for a paragraph: those of three or four articles.
HEAP = 6
# What stands above and below headlines where they are painted in one place.
ABOVE = (Form.DISPLAY, Form.DUPLICATE, Form.FURNITURE, Form.CREDIT)
BELOW = (Form.DISPLAY, Form.DUPLICATE, Form.FURNITURE, Form.BYLINE)
# Marks that are in no headline, or not at its end; a telephone number stands in a notice.
_TEXT = re.compile("[。；]|[0-9]{5}")
_OPEN = re.compile("[，、：]$")


def without_text(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Headlines between display type, bylines and what is no article, read as a paragraph: a few lines without a full
    stop, above which every sentence has ended, and what text comes next begins anew. A paragraph would end there, and
    its first line would have an indent, its words run on from line to line.
    """
    out = list(forms)
    at = 0
    open_above = False
    while at < len(forms):
        stop = at + 1
        if out[at] not in BODY:
            at = stop
            continue
        while stop < len(forms) and out[stop] in BODY:
            stop += 1
        if _bounded(out, at, stop) and not _is_text(lines, seen, range(at, stop)):
            asks = lines[stop - 1].flat[-1] in "？！"
            over_byline = stop < len(forms) and out[stop] is Form.BYLINE
            indented = abs(seen[at].short - INDENT) <= INDENT / 4
            if (asks or over_byline or not indented) and (asks or not open_above):
                out[at:stop] = [Form.DISPLAY] * (stop - at)
                at = stop
                continue
        open_above = not SENTENCE_END.search(lines[stop - 1].flat)
        at = stop
    return out


def _bounded(forms: Sequence[Form], at: int, stop: int) -> bool:
    """Whether a run of text stands where headlines do, and the text behind it does not go on with it."""
    following = next((form for form in forms[stop:] if form in BODY), Form.START)
    above = not at or forms[at - 1] in ABOVE
    # The last line of a page is part of its imprint or an advertisement.
    below = stop < len(forms) and forms[stop] in BELOW
    return stop - at <= HEAP and above and below and following is Form.START


def _is_text(lines: Sequence[Line], seen: Sequence[Look], run: range) -> bool:
    """Whether some lines have what only text has."""
    held = [lines[i].flat for i in run]
    own = any(
        seen[i].lead or is_date(lines[i]) or marks.speaker(flat) or bullet_of(flat) or _TEXT.search(flat)
        for i, flat in zip(run, held, strict=True)
    )
    across = any(goes_on(above, below) for above, below in itertools.pairwise(held))
    # The lines of a text fill their column; those of three headlines do not.
    even = len(run) > TWO and all(abs(seen[i].short) <= FULL for i in run[:-1])
    return own or across or even or bool(_OPEN.search(held[-1]))


# Lines that many a headline has.
TWO = 2
