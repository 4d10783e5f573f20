"""Subheads that ask: a text that explains something is parted by the questions that it answers (钱从哪里来？)."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.segment.draft import Draft
from newsarchive.segment.forms.marks import speaker
from newsarchive.segment.lines.line import Line

# Characters of such a question; and how many a text has at least: a single one may be a paragraph of an essay.
LENGTH, SOME = range(5, 25), 2


def questions_part(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """Paragraphs of one line that ask, each above a paragraph that does not, are subheads where a text has some, unless
    a speaker asks or answers, as in an interview.
    """
    for draft in drafts:
        body = draft.body
        asked = [n for n in range(1, len(body) - 1) if _asks(body[n], lines) and _tells(body[n + 1], lines)]
        if len(asked) >= SOME:
            for n in asked:
                body[n] = ("subhead", body[n][1])


def _asks(part: tuple[str, tuple[int, ...]], lines: Sequence[Line]) -> bool:
    """Whether a part of a body is a question on a line of its own."""
    kind, held = part
    flat = lines[held[0]].flat
    return kind == "para" and len(held) == 1 and flat[-1] == "？" and len(flat) in LENGTH and not speaker(flat)


def _tells(part: tuple[str, tuple[int, ...]], lines: Sequence[Line]) -> bool:
    """Whether a part of a body is a paragraph that nobody speaks, and no question."""
    return part[0] == "para" and not speaker(lines[part[1][0]].flat) and not _asks(part, lines)
