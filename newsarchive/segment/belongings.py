"""Jump lines and signatures: to which article each belongs."""

from __future__ import annotations

from newsarchive.segment import marks
from newsarchive.segment.draft import Draft
from newsarchive.segment.lines import Line
from newsarchive.segment.roles import Form


def _owners(drafts: list[Draft]) -> dict[int, int]:
    """The article of every body line."""
    return {i: a for a, draft in enumerate(drafts) for _, held in draft.body for i in held}


def give_jumps(lines: list[Line], forms: list[Form], drafts: list[Draft]) -> None:
    """上接 belongs to the text below it, 下转 to the text above it."""
    owners = _owners(drafts)
    for index, form in enumerate(forms):
        if form is not Form.JUMP:
            continue
        if marks.JUMP_FROM.fullmatch(lines[index].flat):
            below = next((owners[i] for i in range(index + 1, len(lines)) if i in owners), None)
            if below is not None:
                drafts[below].jump_from.append(index)
        else:
            above = next((owners[i] for i in range(index - 1, -1, -1) if i in owners), None)
            if above is not None:
                drafts[above].jump_to.append(index)


def give_signatures(forms: list[Form], drafts: list[Draft]) -> None:
    """A name in brackets on a line of its own signs the text above it."""
    owners = _owners(drafts)
    for index, form in enumerate(forms):
        if form is Form.SIGNATURE:
            above = next((owners[i] for i in range(index - 1, -1, -1) if i in owners), None)
            if above is not None:
                drafts[above].signature.append(index)
