"""Clean a page of Chinese text by named rules, with a receipt for every change.

The rules know Chinese typography and look at one line at a time; the number of lines never changes, and leading blanks,
gutters (two blanks and more) and the blank between two headlines stay, because segmentation reads them. The rules of a
line are applied until none of them finds anything, so a clean text is clean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newsarchive.model import Cleaned, Edit
from newsarchive.text.doubling import find_doubled
from newsarchive.text.han import CLOSING, HAN, LINE_END, MARKS
from newsarchive.text.markup import MARKUP_RULES, is_marked_up
from newsarchive.text.rules import CHARACTER_RULES, Change, Rule, is_odd, spans_to_changes
from newsarchive.text.spacing import SPACING_RULES

_LINE_END = re.compile(f"\r\n|[\n{LINE_END}]")
_DOUBLED = Rule("doubled-text", find_doubled)
# In this order: characters first, so that the others see plain blanks and digits.
LINE_RULES: tuple[Rule, ...] = (*MARKUP_RULES, *CHARACTER_RULES, _DOUBLED, *SPACING_RULES)


class Explanation(NamedTuple):
    """A line that cleaning changed: its number from 1, raw and clean, and the rules that changed it, in order."""

    line: int
    raw: str
    clean: str
    rules: tuple[str, ...]


def clean(raw: str) -> Cleaned:
    """Clean a page, keeping its lines. Linear; ``clean(clean(raw).text)`` changes nothing more."""
    edits: list[Edit] = []
    lines: list[str] = []
    for start, end, line_end in _lines(raw):
        line, line_edits = _clean_line(raw[start:end], start, LINE_RULES)
        lines.append(line)
        edits.extend(line_edits)
        if line_end == "\r\n":
            edits.append(Edit(end, end + 1, "", "line-end"))
        elif line_end not in ("", "\n"):
            edits.append(Edit(end, end + 1, "\n", "line-end"))
    return Cleaned(raw=raw, text="\n".join(lines), edits=tuple(edits))


def clean_prose(raw: str) -> Cleaned:
    """Clean one paragraph or field of a web page: its line ends and runs of blanks mean nothing and go.

    One blank stays where a reader needs it: between words, between the two parts of a headline, in a name set apart.
    """
    text, edits = _clean_line(raw, 0, PROSE_RULES)
    return Cleaned(raw=raw, text=text, edits=tuple(edits))


def apply(raw: str, edits: Sequence[Edit]) -> str:
    """Apply ``edits`` to ``raw``: ``apply(c.raw, c.edits) == c.text`` for every Cleaned ``c``."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (raw[at : edit.start], edit.replacement)
        at = edit.end
    parts.append(raw[at:])
    return "".join(parts)


def origins(cleaned: Cleaned) -> Sequence[int]:
    """Give for each offset of the clean text, its end included, the offset in ``raw`` where that character came from.

    ``len(cleaned.text) + 1`` numbers, never falling; the last is ``len(cleaned.raw)``. What was deleted before a
    character lies between its origin and that of the character before it.
    """
    places: list[int] = []
    at = 0
    for edit in cleaned.edits:
        places.extend(range(at, edit.start))
        last = edit.end - 1
        places.extend(min(edit.start + k, last) for k in range(len(edit.replacement)))
        at = edit.end
    places.extend(range(at, len(cleaned.raw)))
    places.append(len(cleaned.raw))
    return places


def explain(cleaned: Cleaned) -> Iterator[Explanation]:
    """Give the lines that cleaning changed, in order. Works for pages; the lines of prose are not kept."""
    clean_lines = cleaned.text.split("\n")
    edits = iter(cleaned.edits)
    edit = next(edits, None)
    for number, (start, end, line_end) in enumerate(_lines(cleaned.raw), start=1):
        rules: list[str] = []
        while edit is not None and edit.start < end + len(line_end):
            if edit.rule not in rules:
                rules.append(edit.rule)
            edit = next(edits, None)
        if rules:
            yield Explanation(number, cleaned.raw[start:end], clean_lines[number - 1], tuple(rules))


def _lines(raw: str) -> Iterator[tuple[int, int, str]]:
    """Give start, end and line end of each line; the last one has none."""
    start = 0
    for match in _LINE_END.finditer(raw):
        yield start, match.start(), match[0]
        start = match.end()
    yield start, len(raw), ""


def _clean_line(line: str, base: int, rules: Sequence[Rule]) -> tuple[str, list[Edit]]:
    """Apply ``rules`` in order, again and again until none finds anything. Every rule only deletes or moves towards
    plain characters, so this ends; mostly after the first round.

    Returns the clean line and its edits in offsets of the page, in which the line starts at ``base``.
    """
    if not (is_odd(line) or " " in line or is_marked_up(line) or rules is not LINE_RULES):
        rules = (_DOUBLED,)  # all that can happen to a line of plain characters without a blank
    text = line
    origin: list[int] = []
    # The rule that changed a character of the line last: it decided what stands there now.
    changed_by: dict[int, str] = {}
    busy = True
    while busy:
        busy = False
        for rule in rules:
            if changes := rule.find(text):
                busy = True
                origin = origin or list(range(len(line)))
                for change in changes:
                    changed_by.update(dict.fromkeys(origin[change.start : change.end], rule.name))
                text, origin = _change(text, origin, changes)
    return (text, _receipts(text, origin, changed_by, base)) if changed_by else (line, [])


def _change(text: str, origin: list[int], changes: Sequence[Change]) -> tuple[str, list[int]]:
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, replacement in changes:
        parts += (text[at:start], replacement)
        places += origin[at:start]
        places += [origin[start]] * len(replacement)
        at = end
    parts.append(text[at:])
    places += origin[at:]
    return "".join(parts), places


def _receipts(text: str, origin: list[int], changed_by: dict[int, str], base: int) -> list[Edit]:
    """Make the edits of a line: what stands now for each changed character, neighbours of one rule joined."""
    now: dict[int, str] = dict.fromkeys(changed_by, "")
    for character, place in zip(text, origin, strict=True):
        if place in now:
            now[place] += character
    edits: list[Edit] = []
    # Groups of neighbours by one rule: within a group the place minus its rank does not change.
    ranked = enumerate(sorted(changed_by))
    for (rule, _), group in groupby(ranked, key=lambda item: (changed_by[item[1]], item[1] - item[0])):
        places = [place for _, place in group]
        replacement = "".join(now[place] for place in places)
        edits.append(Edit(base + places[0], base + places[-1] + 1, replacement, rule))
    return edits


# A line end between two Chinese characters is where the line was full; between words it stands for a blank.
_WRAP = re.compile(f"[\n{LINE_END}]")
_WIDE = re.compile(f"[{HAN}{MARKS}{CLOSING}]")


def _find_wraps(text: str) -> Sequence[Change]:
    return [Change(m.start(), m.end(), " ") for m in _WRAP.finditer(text)]


def _find_blank_runs(text: str) -> Sequence[Change]:
    spans = [
        (m.start() if m.start() == 0 or m.end() == len(text) else m.start() + 1, m.end())
        for m in re.finditer("^ +| {2,}| +$", text)
    ]
    return spans_to_changes(spans)


PROSE_RULES: tuple[Rule, ...] = (
    Rule("line-end", _find_wraps),
    *CHARACTER_RULES,
    _DOUBLED,
    Rule("blank-run", _find_blank_runs),
    *SPACING_RULES,
)
