"""How the lines of a raw dump were set, where cleaning closes what shows it: letter-spaced type, figures an em wide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsarchive.segment.lines.layout import is_layout
from newsarchive.text.han import BLANK

# What ends a line of a dump.
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
# Lines that tell how a dump is set: a few may well be a headline, a byline and paragraphs of one line.
ENOUGH = 20
# The share of a page's lines that a typesetter may have set apart.
MOST_APART = 0.6


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of a dump by their numbers, from 0: ``apart`` are those whose characters were set apart, ``wide`` holds for
    every other one that has figures or Latin letters a full em wide their share of all that it has. ``drawn`` are the
    lines themselves where blanks draw the page (layout.py): cleaning moves what stands behind letter-spaced type.
    """

    apart: frozenset[int] = frozenset()
    wide: Mapping[int, float] = field(default_factory=dict)
    drawn: Sequence[str] = ()

    def behind(self, before: int) -> Setting:
        """The same for the part of a text that begins behind so many lines."""
        wide = {n - before: share for n, share in self.wide.items()}
        return Setting(frozenset(n - before for n in self.apart), wide, self.drawn[before:])


# Where nothing is known: the lines are as they were set.
AS_IT_IS = Setting()


def setting_of(raw: str) -> Setting:
    """How the lines of a raw dump were set."""
    rows = _BREAK.split(raw)
    apart = frozenset(n for n, row in enumerate(rows) if set_apart(row))
    found = ((n, row, len(_WIDE.findall(row))) for n, row in enumerate(rows) if n not in apart)
    wide = {n: count / (count + len(LATIN.findall(row))) for n, row, count in found if count}
    # An extractor that sets all characters apart tells nothing.
    shown = sum(1 for row in rows if row.strip())
    told = shown < ENOUGH or len(apart) <= MOST_APART * shown
    return Setting(apart if told else frozenset(), wide, rows if is_layout(rows) else ())


def set_apart(shown: str) -> bool:
    """Whether the characters of a line are set apart, by blanks of any kind."""
    return bool(_BLANKS.search(shown)) and is_spaced(_BLANKS.sub(" ", shown.strip()))


def is_spaced(text: str) -> bool:
    """Whether nearly every character is set apart by one blank, as headlines and stretched lines are."""
    if text.count(" ") < 3:
        return False
    tokens = text.split(" ")
    single = sum(1 for t in tokens if len(t) == 1 or _WORD.fullmatch(t))
    return single >= 0.7 * len(tokens) and len(tokens) * 1.0 >= 0.45 * len(text.replace(" ", ""))


_WORD = re.compile(r"[A-Za-z0-9.%+\-]+")
_BLANKS = re.compile(rf"[ \t{BLANK}]+")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]|(?<=[０-９])．(?=[０-９])")
# What may be set half an em or a full em wide, after cleaning.
LATIN = re.compile("[0-9A-Za-z.]")
