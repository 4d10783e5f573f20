"""Lists that are part of a text, a line each: names below what they are of, what everybody gave, the points of an
agenda.

Every line looks like a headline or a byline; what tells a list is that so many of one kind follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsarchive.segment.forms.facts import HAN, any_of
from newsarchive.segment.forms.marks import item_of
from newsarchive.segment.roles.form import consecutive
from newsarchive.text.surnames import all_surnames

# Lines of a list, and names in it, at least.
LINES, NAMES = 3, 6


def runs(flats: Sequence[str]) -> Iterator[range]:
    """The lists of a page."""
    yield from _names(flats)
    yield from _gifts(flats)
    yield from _points(flats)


def is_listed(flat: str) -> bool:
    """Whether a line by itself may be one of a list: names or what they are of, a gift, a point of an agenda."""
    return bool(names_in(flat) or _OF.fullmatch(flat) or _GIFT.fullmatch(flat) or item_of(flat))


@cache
def _name() -> re.Pattern[str]:
    common, rare, double, _ = all_surnames()
    # A two-character name may be set apart to the width of three; others hold a dot.
    own = rf"(?:[{common}{rare}]|{any_of(double)})(?:[{HAN}]{{1,2}}| [{HAN}])|[{HAN}]{{1,8}}·[{HAN}·]{{1,10}}"
    return re.compile(rf"(?:{own})(?=[ 、]|$)")


# What some names are of, with how many there are: 一分厂（6人）.
_OF = re.compile(rf"[{HAN}0-9·“”]{{2,16}} ?[（(](?:共)?[0-9一二三四五六七八九十]{{1,3}}[人名位户个家][）)][：:]?")


def names_in(flat: str) -> int:
    """How many names a line is made up of that stand side by side; 0 if there is anything else in it."""
    at = count = 0
    while at < len(flat):
        found = _name().match(flat, at)
        if not found:
            return 0
        count += 1
        at = found.end() + 1
    return count


def _names(flats: Sequence[str]) -> Iterator[range]:
    """The lines of names, ``NAMES`` of them in two lines and more, with what they are of, or below a colon; a single
    name is one of them only below others.
    """
    at = 0
    while at < len(flats):
        stop = at
        held: list[int] = []
        while stop < len(flats):
            flat = flats[stop]
            closed = flat[-1] in "）)：:"
            # Most lines stand by themselves, and have neither a blank nor what tells how many are named.
            if not (held or closed or " " in flat or "、" in flat):
                break
            count = names_in(flat) if len(flat) <= LONGEST else 0
            if not count and not (closed and _OF.fullmatch(flat)):
                break
            if count == 1 and (not held or held[-1] < SEVERAL):
                break
            held.append(count)
            stop += 1
        if held and sum(held) >= NAMES and sum(count >= SEVERAL for count in held) >= SEVERAL:
            told = 0 in held or (at > 0 and flats[at - 1].endswith(("：", ":")))
            if told:
                yield range(at, stop)
        at = stop if held else at + 1


# Names of a line of several; characters of a line of names, at most.
SEVERAL, LONGEST = 2, 40

# Who gave, and how much. What is counted in single figures may be the pages of a table of contents, and what has seven
# without a comma is a telephone number.
_GIFT = re.compile(
    rf"[{HAN}A-Za-z·“”（）() ]{{2,16}} [$￥¥]?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}})(?:\.\d{{1,2}})?"
    "[万美港澳加欧日]?[元圆块镑]?"
)


def _gifts(flats: Sequence[str]) -> Iterator[range]:
    gifts = [i for i, flat in enumerate(flats) if " " in flat and _GIFT.fullmatch(flat)]
    for held in consecutive(gifts):
        if len(held) >= LINES and sum(bool(_HUNDREDS.search(flats[i])) for i in held) > len(held) / 2:
            yield range(held[0], held[-1] + 1)


_HUNDREDS = re.compile(r"[1-9]\d{2}|\d,\d|\d\.\d|[元圆镑]$")


def _points(flats: Sequence[str]) -> Iterator[range]:
    """The points of an agenda, each in a line without a stop, below a line that announces them with a colon. Subheads
    that an extractor collected stand below none.
    """
    for above, flat in enumerate(flats[:-LINES]):
        first = item_of(flats[above + 1]) if flat.endswith(("：", ":")) else None
        if first is None or first[1] != 1:
            continue
        stop = above + 1
        while stop < len(flats) and not _STOP.search(flats[stop]) and item_of(flats[stop]) == (first[0], stop - above):
            stop += 1
        if stop - above > LINES:
            yield range(above + 1, stop)


_STOP = re.compile("[。，；：]")
