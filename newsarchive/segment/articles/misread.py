"""Headlines that were read as text: one that asks or calls out and stands alone ends as a short paragraph does.

It stands between two texts of one article, or above one, and that says nothing of it; another article of the page
does (kinship.py). And those that were read as the first line of the text below, which begins with a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsarchive.segment.articles.takeup import Group
from newsarchive.segment.forms.marks import speaker
from newsarchive.segment.kin.kinship import Kinship
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.contacts import is_contact
from newsarchive.segment.roles.look import Look
from newsarchive.segment.sequence.flow import Para, text_of

# Characters of such a headline, and its lines.
LENGTH, LINES = range(5, 25), 2
# Log odds by which another article speaks more of it than its own, and than all others; and those that it does, at
# least.
FAR, RATHER, LEAST = 3.5, 1.5, -1.5
# A signature, a date and an address have none of these inside: a headline of two parts, a question or a quotation has.
_PARTS = re.compile("[^，？！“”][，？！“”]|^“")
# Ems that the last line stays below its column.
SHORT = 1.0


def headlines(
    groups: Sequence[Group], paras: Sequence[Para], lines: Sequence[Line], seen: Sequence[Look], kinship: Kinship
) -> list[int]:
    """The lines of text that are headlines of other articles than those that they were read in."""
    members = [group.members for group in groups]
    out = list(_over_dates(paras, lines, seen))
    for a, held in enumerate(members):
        for k in _alone(sorted(held), paras, lines, seen):
            flat = text_of(paras[k], lines)
            told = sorted((kinship.headed(flat, some) for b, some in enumerate(members) if b != a), reverse=True)
            own = kinship.headed(flat, held, frozenset((k,)), -1)
            if told and told[0] >= max(LEAST, own + FAR, *(x + RATHER for x in told[1:2])):
                out.extend(paras[k].lines)
    return out


def _over_dates(paras: Sequence[Para], lines: Sequence[Line], seen: Sequence[Look]) -> Iterator[int]:
    """The first lines of paragraphs that stay far below their column and end as no line inside a text does, while the
    line below begins with a date as the texts of pictures and reports do: 11月25日，….
    """
    for para in paras:
        first, *rest = para.lines
        if para.open_start or not rest or seen[first].short < FAR_SHORT or not begins_with_date(lines[rest[0]].flat):
            continue
        flat = lines[first].flat
        if len(flat) in LENGTH and _ENDED.search(flat) and not speaker(flat) and not is_contact(flat):
            yield first


def begins_with_date(text: str) -> bool:
    """Whether a text begins as those of pictures and reports do: 11月25日，…."""
    return bool(_DATE.match(text))


# Ems that such a line stays below its column: more than an indent and the blanks at a figure.
FAR_SHORT = 3.5
_DATE = re.compile("(?:[0-9]{4} ?年 ?)?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日[^，。]{0,8}，")
_ENDED = re.compile("[一-鿿”？！]$")


def _alone(held: Sequence[int], paras: Sequence[Para], lines: Sequence[Line], seen: Sequence[Look]) -> Iterator[int]:
    """Those of some paragraphs that are no longer than a headline and have the form of one."""
    for k in held:
        own = paras[k].lines
        if len(own) > LINES or paras[k].open_start or paras[k].open_end or len(held) == 1:
            continue
        flat = text_of(paras[k], lines)
        formed = len(flat) in LENGTH and flat[-1] not in "。，、；：…" and _PARTS.search(flat)
        if formed and seen[own[-1]].short >= SHORT and not speaker(flat) and not is_contact(flat):
            yield k
