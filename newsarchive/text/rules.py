"""The cleaning rules that look at single characters, and the shape that every rule has.

A rule is a name and a pure function over one line. The function gives its changes in order and without overlap, in
offsets of the line it was given. A change deletes a stretch (``replacement`` is empty) or replaces one character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsarchive.text.han import BLANK, COMPATIBILITY, CONTROL, INVISIBLE, MARK_FORMS, PRIVATE_USE


class Change(NamedTuple):
    """``line[start:end]`` becomes ``replacement``; either that is empty or ``end == start + 1``."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule: ``find(line)`` gives the changes it wants, none if the line is as it should be."""

    name: str
    find: Callable[[str], Sequence[Change]]


def deletions(pattern: re.Pattern[str]) -> Callable[[str], Sequence[Change]]:
    """Make a rule function that deletes every match of ``pattern``."""
    return lambda line: [Change(m.start(), m.end(), "") for m in pattern.finditer(line)]


def replacements(pattern: re.Pattern[str], new: Callable[[str], str]) -> Callable[[str], Sequence[Change]]:
    """Make a rule function that replaces every one-character match of ``pattern`` by what ``new`` makes of it; what
    ``new`` leaves as it is, is no change.
    """
    return lambda line: [
        Change(m.start(), m.end(), made) for m in pattern.finditer(line) if (made := new(m[0])) != m[0]
    ]


def _plain(character: str) -> str:
    """Give the form that Unicode declares equivalent: ＡＢ１２％ become AB12%, ⼀ becomes 一."""
    return unicodedata.normalize("NFKC", character)


def _blank(character: str) -> str:
    """Give one blank for a wide one, two for a tab: it separates columns or indents a paragraph."""
    return "  " if character == "\t" else " "


def _mark(character: str) -> str:
    """Give the wide mark of which ``character`` is another form: ︵ becomes （, ｡ becomes 。."""
    return MARK_FORMS[character]


_MARK_FORM = "".join(MARK_FORMS)
_DIGIT = "0-9０-９"
_ALNUM = f"{_DIGIT}A-Za-zＡ-Ｚａ-ｚ"
# Digits and Latin letters; and the three marks that belong to a number: per cent after it, point and slash inside it.
# All other wide marks are Chinese punctuation and stay.
_WIDE = re.compile(
    f"[０-９Ａ-Ｚａ-ｚ]|(?<=[{_DIGIT}])％|(?<=[{_ALNUM}])．(?=[{_ALNUM}])|(?<=[{_DIGIT}])／(?=[{_DIGIT}])"
)

CHARACTER_RULES: tuple[Rule, ...] = (
    Rule("invisible", deletions(re.compile(f"[{INVISIBLE}]+"))),
    Rule("control", deletions(re.compile(f"[{CONTROL}]+"))),
    Rule("private-use", deletions(re.compile(f"[{PRIVATE_USE}]+"))),
    Rule("blank", replacements(re.compile(f"[{BLANK}\t]"), _blank)),
    Rule("half-width", replacements(_WIDE, _plain)),
    Rule("mark-form", replacements(re.compile(f"[{_MARK_FORM}]"), _mark)),
    Rule("compatibility", replacements(re.compile(f"[{COMPATIBILITY}]"), _plain)),
)

# Most lines hold nothing that a character rule could change; one search settles it.
_ODD = re.compile(f"[{INVISIBLE}{CONTROL}{PRIVATE_USE}{BLANK}{COMPATIBILITY}{_MARK_FORM}\t０-９Ａ-Ｚａ-ｚ％．／]")


def is_odd(text: str) -> bool:
    """Tell whether some character rule may have something to do in ``text``."""
    return _ODD.search(text) is not None


def spans_to_changes(spans: Iterable[tuple[int, int]]) -> list[Change]:
    """Make deletions of ordered spans, touching ones joined."""
    changes: list[Change] = []
    for start, end in spans:
        if changes and changes[-1].end == start:
            changes[-1] = Change(changes[-1].start, end, "")
        else:
            changes.append(Change(start, end, ""))
    return changes
