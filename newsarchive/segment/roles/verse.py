"""Poems without marks, whose lines look like headlines: short, none with a stop, as ragged as a heap of heads.

They say 我 and 你, 像 and 还, 的 and 了 as no headlines do: of the heaps of pages without a poem at most three lines in
five have such a word, of poems three in four.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import DISPLAY, Form, begin, consecutive

# Words that headlines leave out.
_TOLD = re.compile("[我你他她它们的了着过像谁把被在里就也都还没不只很是又那这]|一[^、]")
# What ends or parts sentences, and what no poem begins a line with.
_MARK = re.compile("[，。；：、|｜/／]|^[—■□●○◎◆【（]")
# Ems of a line; lines of a poem, and of a part of it where the page has one; how many of them have such a word.
WIDEST, POEM, PART, SHARE = 12, 6, 3, 0.65


def is_verse(flats: Sequence[str]) -> bool:
    """Whether some lines are of a poem by their words."""
    told = sum(bool(_TOLD.search(flat)) for flat in flats)
    return len(flats) > 1 and not any(map(_MARK.search, flats)) and told >= SHARE * len(flats)


def is_stanza(held: Sequence[Line]) -> bool:
    """Whether text is a stanza: lines of a poem, and not the even ones of a column that a picture makes narrow."""
    widths = [line.width for line in (held if len(held) <= PART else held[:-1])]
    return max(widths) - min(widths) >= RAGGED and max(widths) <= WIDEST and is_verse([line.flat for line in held])


# Ems by which the lines of a stanza differ.
RAGGED = 1


def poems(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The lines of poems, read as display type, are text: every stanza is a paragraph. What stands alone between two
    blank lines stays what it is, the title of one of several poems.
    """
    out = list(forms)
    shown = [i for i in range(len(lines)) if forms[i] is DISPLAY and _is_short(lines[i])]
    runs = list(consecutive(shown))
    if not any(len(run) >= POEM and is_verse([lines[i].flat for i in run]) for run in runs):
        return out
    for run in runs:
        stanzas = _stanzas(run, lines)
        said = [is_verse([lines[i].flat for i in stanza]) for stanza in stanzas]
        told = any(is_told and len(stanza) >= PART for is_told, stanza in zip(said, stanzas, strict=True))
        for n, stanza in enumerate(stanzas):
            # The last line of a stanza may stand alone at the top of the next column.
            rest = 0 < n < len(stanzas) - 1 and len(stanza) == 1 and bool(_TOLD.search(lines[stanza[0]].flat))
            if told and (rest or said[n]):
                begin(out, stanza[0], stanza[-1])
    return out


def _is_short(line: Line) -> bool:
    """Whether a line may be one of a poem."""
    return 2 <= line.width <= WIDEST and not line.vertical and not _MARK.search(line.flat)


def _stanzas(run: Sequence[int], lines: Sequence[Line]) -> list[list[int]]:
    """The lines of a run that no blank line parts; at its ends those without such a word are of a head."""
    out: list[list[int]] = []
    for i in run:
        if out and not lines[i].gap:
            out[-1].append(i)
        else:
            out.append([i])
    if len(out) == 1:
        while out[0] and not _TOLD.search(lines[out[0][0]].flat):
            out[0].pop(0)
        while out[0] and not _TOLD.search(lines[out[0][-1]].flat):
            out[0].pop()
    return out
