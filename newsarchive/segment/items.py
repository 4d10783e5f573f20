"""Items of short news, each behind the bullet that all of them have (▲ ● ○)."""

from __future__ import annotations

from newsarchive.segment.facts import facts
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import BODY, Form


def bullet_of(flat: str) -> str:
    """The bullet that begins an item of short news, or the empty string."""
    return flat[0] if flat[0] in facts()["byline"]["bullets"] else ""


def items_begun(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The first line of an item, read as display type for the room it leaves, is text: a comma stands inside, as in no
    subhead behind a bullet, text goes on below, and other text of the page begins with the same bullet.
    """
    out = list(forms)
    for i in range(len(lines) - 1):
        flat = lines[i].flat
        if forms[i] is not Form.DISPLAY or forms[i + 1] not in BODY or "，" not in flat:
            continue
        used = {line.flat[0] for line, form in zip(lines, forms, strict=True) if form in BODY}
        if bullet_of(flat) and bullet_of(flat) in used:
            out[i], out[i + 1] = Form.START, Form.ON
    return out
