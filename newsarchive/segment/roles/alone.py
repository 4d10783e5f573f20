"""What a line by itself says of its form: named features; weights.LINE says how much each speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import DISPLAY, ON, START, Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.weights import LINE

# What the mark at the end of a line says of display type.
_AT_END = {
    **dict.fromkeys("。；", "stop at end"),
    **dict.fromkeys("，、", "comma at end"),
    **dict.fromkeys("！？”：", "mark at end"),
}
_MARK = re.compile("[，。、；：！？“”]")
_CLAUSES = re.compile("[，。、；]")

# What is seen in a line, each by the name that it has in the features, or nothing: of its marks, of how it is set and
# stands, of the column that it fills and of its indent.
Seen = tuple[bool, str, bool, str, str, bool, bool, bool, bool, bool, str, str]


def features(line: Line, look: Look, after: Line | None, style: str) -> dict[Form, list[str]]:
    """The features of a line by itself, for each state."""
    return _named(_seen(line, look, after, style))


def scores(line: Line, look: Look, after: Line | None, style: str) -> tuple[float, float, float]:
    """What these weigh, for the beginning of a paragraph, its going on, and display type."""
    return _weighed(_seen(line, look, after, style))


# The lines of all pages show the same few hundred things.
@lru_cache(maxsize=4096)
def _weighed(seen: Seen) -> tuple[float, float, float]:
    named = _named(seen)
    return score(named[START]), score(named[ON]), score(named[DISPLAY])


def score(names: Iterable[str]) -> float:
    """The sum of the weights of some features."""
    return sum([LINE.get(name, 0.0) for name in names])


def forget_scores() -> None:
    """To be called when the weights were changed: scores are kept."""
    _weighed.cache_clear()


def _seen(line: Line, look: Look, after: Line | None, style: str) -> Seen:
    flat = line.flat
    within = flat[:-1]
    stop, comma, at_end = "。" in within or "；" in within, "，" in within, _AT_END.get(flat[-1:], "")
    return (
        stop,
        at_end,
        comma,
        "" if stop or comma or at_end or _MARK.search(flat) else "no mark",
        ("spaced, marks" if _CLAUSES.search(flat) else "spaced") if line.spaced else "",
        line.vertical,
        look.lead,
        style != "none" and line.gap and (after is None or after.gap),
        flat[:1].isascii() and flat[:1].isalnum(),
        look.open_quote,
        _filled(look) if look.column else "no column",
        _indented(look) if look.column else "no column",
    )


def _filled(look: Look) -> str:
    """How a line fills its column."""
    if look.short < -1.0:
        return "wider"
    if look.short <= 0.6:
        return "full"
    if look.short <= 1.6:
        return "nearly full"
    return "short, stop" if look.stop else "short"


def _indented(look: Look) -> str:
    """What the room that a line leaves free says of the indent of a paragraph."""
    indent = look.indent
    if abs(indent) <= 0.6:
        return "no indent"
    if 0.6 < indent <= 1.4:
        return "indent 1"
    if 1.4 < indent <= 2.6:
        return "indent 2"
    if indent > 2.6 and not look.lead:
        return "short, stop" if look.stop else "short, colon" if look.colon else "short"
    return ""


def _named(seen: Seen) -> dict[Form, list[str]]:
    stop, at_end, comma, no_mark, spaced, vertical, lead, by_itself, latin, open_quote, filled, indented = seen
    start, on, display = ["start"], ["on"], ["display"]
    if stop:
        display.append("display:stop inside")
    if at_end:
        display.append(f"display:{at_end}")
    if comma:
        display.append("display:comma inside")
        start.append("body:comma inside")
        on.append("body:comma inside")
    if no_mark:
        display.append("display:no mark")
    if spaced:
        display.append(f"display:{spaced}")
        on.append("on:spaced")
        start.append("start:spaced")
    if vertical:
        display.append("display:vertical")
    if lead:
        display.append("display:lead")
        start.append("start:lead")
        on.append("on:lead")
    if by_itself:
        display.append("display:alone")
    if latin:
        display.append("display:latin first")
    if open_quote:
        on.append("on:open quote")
    if filled == "no column":
        start.append("start:no column")
        display.append("display:no column")
        return {START: start, ON: on, DISPLAY: display}
    if filled == "wider":
        display.append("display:wider")
        on.append("body:wider")
        start.append("body:wider")
    else:
        display.append("display:short" if filled.startswith("short") else f"display:{filled}")
        on.append(f"on:{filled}")
    if indented:
        start.append(f"start:{indented}")
    return {START: start, ON: on, DISPLAY: display}
