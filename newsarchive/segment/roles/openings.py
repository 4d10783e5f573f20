"""Lines that open a paragraph, read as going on with the one above: their words say so, whatever the line above left
of its room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable

from newsarchive.segment.forms.marks import is_salutation, speaker
from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles.form import BODY, ON, START, Form, going_on
from newsarchive.segment.roles.items import bullet_of
from newsarchive.segment.roles.letters import opens_letter


def begun_by_words(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Right below a sentence's end, what begins with a speaker of the interview or the bullet of short news, as other
    paragraphs of the page do; and the line below the salutation of a letter.
    """
    out = list(forms)
    below = going_on(forms)
    fresh = [i for i in below if ends_sentence(lines[i - 1].flat)]
    signed = [i for i in fresh if speaker(lines[i].flat) or bullet_of(lines[i].flat)]
    if signed:
        speakers, bullets = _opened(speaker, lines, forms), _opened(bullet_of, lines, forms)
        for i in signed:
            flat = lines[i].flat
            if speakers[speaker(flat)] >= SPEECHES or bullets[bullet_of(flat)] > 0:
                out[i] = START
    for i in below:
        above = lines[i - 1].flat
        if above[-1:] in "：:" and (is_salutation(above) or opens_letter(above)):
            out[i] = START
    return out


def below_wide(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Below the end of an introduction set over several columns a paragraph begins, or a subhead: no text stands above
    it, all its lines but the last are as wide, and those that follow have no more than half its width.
    """
    out = list(forms)
    first = 0
    for i in range(1, len(lines)):
        if forms[i] is not ON:
            first = i if forms[i] is START else len(lines)
            continue
        if not first < i or not ends_sentence(lines[i - 1].flat) or (first and forms[first - 1] in BODY):
            continue
        wide = min(line.width for line in lines[first : max(first + 1, i - 1)])
        narrow = lines[i : i + COLUMN]
        if wide > WIDE and len(narrow) == COLUMN and wide >= 2 * max(line.width for line in narrow):
            out[i] = START
            first = len(lines)
    return out


# Ems that no column of text is wider than, and lines that show how wide the one below is.
WIDE, COLUMN = 26, 4


# Paragraphs that begin with one speaker where it is an interview.
SPEECHES = 2


def _opened(sign: Callable[[str], Hashable], lines: list[Line], forms: list[Form]) -> Counter[Hashable]:
    """How many paragraphs begin with each sign."""
    found = [sign(line.flat) for line, form in zip(lines, forms, strict=True) if form is START]
    return Counter(filter(None, found))
