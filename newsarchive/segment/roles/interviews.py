"""Lines of interviews that begin with one who speaks (记者：…), read as anything else."""

from __future__ import annotations

from collections import Counter

from newsarchive.segment.forms import marks
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import BODY, BYLINE, DISPLAY, ON, START, Form, begin


def questions(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A line of an interview that begins as its other questions do (记者：…) is neither byline nor headline, short as a
    picture beside it may have made it: a paragraph begins there and goes on below.
    """
    speaking = [
        i for i, form in enumerate(forms) if (form is DISPLAY or form is BYLINE) and marks.speaker(lines[i].flat)
    ]
    asked = asked_by(lines, forms) if speaking else Counter()
    out = list(forms)
    for i in speaking:
        if not asks(lines[i], asked):
            continue
        below = i + 1
        while below < min(i + QUESTION, len(forms)) and forms[below] is DISPLAY:
            below += 1
        if below < len(forms) and forms[below] in BODY:
            begin(out, i, below)
    return out


# Lines of a question that a picture beside it may have made short.
QUESTION = 3


# Paragraphs that begin with one speaker where it is an interview.
QUESTIONS = 2


def asked_by(lines: list[Line], forms: list[Form]) -> Counter[str]:
    """How many paragraphs everyone who speaks begins."""
    return Counter([marks.speaker(line.flat) for line, form in zip(lines, forms, strict=True) if form is START])


def asks(line: Line, asked: Counter[str]) -> bool:
    """Whether a line begins with one who begins other paragraphs, too."""
    by = marks.speaker(line.flat)
    return bool(by) and asked[by] >= QUESTIONS


def speeches(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A line of an interview that begins as its other questions do goes on with nothing."""
    speaking = [i for i, form in enumerate(forms) if form is ON and marks.speaker(lines[i].flat)]
    asked = asked_by(lines, forms) if speaking else Counter()
    out = list(forms)
    for i in speaking:
        if asks(lines[i], asked):
            out[i] = START
    return out
