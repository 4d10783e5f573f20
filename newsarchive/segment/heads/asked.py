"""Subheads that ask: a text that explains something is parted by the questions that it answers (钱从哪里来？)."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.segment.draft import Draft
from newsarchive.segment.forms.marks import speaker
from newsarchive.segment.lines.line import Line

# Characters of such a question; and how many a text has at least: a single one may be a paragraph of an essay.
LENGTH, SOME = range(5, 25), 2


def questions_part(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """Paragraphs of one line that ask, each above a paragraph that does not, are subheads where a text has some. So are
    those that nobody speaks in an interview, each above what the same one says who asks.
    """
    for draft in drafts:
        body = draft.body
        asked = [n for n in range(1, len(body) - 1) if _asks(body[n], lines)]
        above = {n: _speaker(body[n + 1], lines) for n in asked}
        told = [n for n in asked if not above[n] and _tells(body[n + 1], lines)]
        said = [n for n in asked if above[n]]
        speakers = set(map(above.get, said))
        # Who answers a question on a line of its own is the only one who speaks.
        others = any(_speaker(part, lines) and _speaker(part, lines) not in speakers for part in body)
        for parts in (told, said if len(speakers) == 1 and others else []):
            if len(parts) >= SOME:
                for n in parts:
                    body[n] = ("subhead", body[n][1])


def _asks(part: tuple[str, tuple[int, ...]], lines: Sequence[Line]) -> bool:
    """Whether a part of a body is a question on a line of its own."""
    kind, held = part
    flat = lines[held[0]].flat
    return kind == "para" and len(held) == 1 and flat[-1] == "？" and len(flat) in LENGTH and not speaker(flat)


def _tells(part: tuple[str, tuple[int, ...]], lines: Sequence[Line]) -> bool:
    """Whether a part of a body is a paragraph and no question."""
    return part[0] == "para" and not _asks(part, lines)


def _speaker(part: tuple[str, tuple[int, ...]], lines: Sequence[Line]) -> str:
    """Who speaks a part of a body, or the empty string."""
    return speaker(lines[part[1][0]].flat)
