"""The blanks inside assembled fields: wrapped lines joined again, letter-spacing closed, Han without blanks, Latin
with the right ones.
"""

from __future__ import annotations

import itertools
import re

from newsarchive.segment.lines.line import CLOSE, fold

CJK = r"\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—·"
# Begun with the blank, which is soon looked for.
_BESIDE_CJK = re.compile(rf" (?:(?=[{CJK}])|(?<=[{CJK}] ))")
_BLANKS = re.compile(r"[\s　]+")
# The last character of a line and the first of the next one, with a blank between them: words, a word and a number.
_PARTED = re.compile("[A-Za-z.,;:!?][A-Za-z]|[A-Za-z][0-9(]")
_LATIN_END = re.compile(r"[A-Za-z0-9.,;:%)\]]$")
_LATIN_START = re.compile(r"[A-Za-z0-9(\[]")


def prose(lines: list[str]) -> str:
    """Lines of one paragraph as one string.

    Between Han no blank; beside Han and Latin none either (Chinese house style); between two Latin words one. A
    number or a word cut
    by the line end is joined without a blank unless both sides are words of letters.
    """
    out = ""
    for line in lines:
        flat = _flat(line)
        parted = out[-1:].isascii() and _PARTED.fullmatch(out[-1:] + flat[:1])
        out += (" " if parted else "") + flat
    return _BESIDE_CJK.sub("", out) if " " in out else out


def display(lines: list[str]) -> str:
    """A headline set in several lines; one blank that the editor set between two phrases stays."""
    out = ""
    for part in map(_tight, map(_flat, lines)):
        glue = " " if out and re.search(r"[A-Za-z0-9]$", out) and re.match(r"[A-Za-z]", part) else ""
        out += glue + part
    return out


def _flat(line: str) -> str:
    """A line with single blanks inside and none around it."""
    # In most lines there is nothing to be folded.
    return line if CLOSE.fullmatch(line) else _BLANKS.sub(" ", fold(line)).strip()


def _tight(flat: str) -> str:
    """Take out blanks beside Latin and marks, keep those between two Han phrases of two characters and more."""
    words = flat.split(" ")
    out = words[0]
    for before, word in itertools.pairwise(words):
        latin = re.search(r"[A-Za-z0-9.)]$", before) and re.match(r"[A-Za-z0-9(]", word)
        phrases = re.search(rf"[{CJK}]$", before) and re.match(rf"[{CJK}]", word) and len(before) > 1 and len(word) > 1
        out += (" " if latin or phrases else "") + word
    return out


def byline(flat: str) -> str:
    """A byline with spaced two-character names closed and one blank between the words: 本报记者 甲乙 丙丁."""
    text = _BLANKS.sub(" ", flat.strip()).strip("■□●○◆◇▲△★☆▪▶►◎⊙ ")
    return _PARTED_NAME.sub(r"\1", _BRACKETED.sub(r"\1", text))


_BRACKETED = re.compile(r"^[（(]([^（()）]*)[）)]$")
# A name of two characters that is set apart to the width of three.
_PARTED_NAME = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))")
