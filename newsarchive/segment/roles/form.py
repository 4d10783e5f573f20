"""The forms of lines: what a line is, before it is known to which article it belongs."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum


class Form(StrEnum):
    """What a line is, before it is known to which article it belongs."""

    START = "start"
    ON = "on"
    DISPLAY = "display"
    BYLINE = "byline"
    CREDIT = "credit"
    JUMP = "jump"
    SIGNATURE = "signature"
    FURNITURE = "furniture"
    DUPLICATE = "duplicate"


# Some sixty mends ask for the form of every line: a name of a module is found in a third of the time that a member of
# an enumeration takes.
START, ON, DISPLAY = Form.START, Form.ON, Form.DISPLAY
BYLINE, CREDIT, JUMP, SIGNATURE = Form.BYLINE, Form.CREDIT, Form.JUMP, Form.SIGNATURE
FURNITURE, DUPLICATE = Form.FURNITURE, Form.DUPLICATE

BODY = (START, ON)
# What a line may be that its words alone do not tell.
UNTOLD = (*BODY, DISPLAY)


def texts(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """The first line of every run of text, and the line behind its last."""
    at = None
    for i, form in enumerate(forms):
        if form in BODY:
            at = i if at is None else at
        elif at is not None:
            yield at, i
            at = None
    if at is not None:
        yield at, len(forms)


def going_on(forms: Sequence[Form]) -> list[int]:
    """The lines that go on with text right above."""
    return [i for i, (above, form) in enumerate(itertools.pairwise(forms), 1) if form is ON and above in BODY]


def consecutive(some: Iterable[int]) -> Iterator[list[int]]:
    """The runs of lines that follow each other, of some lines in order."""
    run: list[int] = []
    for i in some:
        if run and i != run[-1] + 1:
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def begin(forms: list[Form], first: int, last: int, *, goes_on: bool = False) -> None:
    """Make lines ``first`` to ``last`` the first ones of a paragraph, or those with which it ``goes_on``."""
    forms[first] = ON if goes_on else START
    forms[first + 1 : last + 1] = [ON] * (last - first)
