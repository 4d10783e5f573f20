"""Jump lines and signatures: to which article each belongs."""

from __future__ import annotations

from newsarchive.segment.draft import Draft
from newsarchive.segment.forms import marks
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import JUMP, SIGNATURE, Form


def _owners(drafts: list[Draft]) -> dict[int, int]:
    """The article of every body line."""
    return {i: a for a, draft in enumerate(drafts) for _, held in draft.body for i in held}


def give_jumps(lines: list[Line], forms: list[Form], drafts: list[Draft]) -> None:
    """上接 belongs to the text below it, 下转 to the text above it."""
    owners = _owners(drafts)
    for index, form in enumerate(forms):
        if form is not JUMP:
            continue
        if marks.JUMP_FROM.fullmatch(lines[index].flat):
            below = next((owners[i] for i in range(index + 1, len(lines)) if i in owners), None)
            if below is not None:
                drafts[below].jump_from.append(index)
        else:
            above = next((owners[i] for i in range(index - 1, -1, -1) if i in owners), None)
            if above is not None:
                drafts[above].jump_to.append(index)


def give_signatures(lines: list[Line], forms: list[Form], drafts: list[Draft]) -> None:
    """A name in brackets on a line of its own signs the text above it, unless that goes on and is signed at its end:
    then it is no writer's but said in the text (a place, a word explained).
    """
    owners = _owners(drafts)
    ends = {line.end: i for i, line in enumerate(lines)}
    for index, form in enumerate(forms):
        if form is not SIGNATURE:
            continue
        # Text may have been put before it that goes on elsewhere; what it was printed right below it signs.
        printed = ends.get(lines[index].start - 1, -1)
        read = next((i for i in range(index - 1, -1, -1) if i in owners), None)
        before = printed if printed in owners else read
        if before is None:
            continue
        draft = drafts[owners[before]]
        last = draft.body[-1][1][-1]
        if last < index or not marks.signature_of(lines[last].flat):
            draft.signature.append(index)
        else:
            draft.body = [(what, _put_behind(held, before, index)) for what, held in draft.body]


def _put_behind(held: tuple[int, ...], before: int, index: int) -> tuple[int, ...]:
    """The lines of a paragraph with a line put behind one of them, if that is one of them."""
    at = held.index(before) + 1 if before in held else len(held)
    return (*held[:at], *[index] * (before in held), *held[at:])
