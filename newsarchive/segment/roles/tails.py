"""The last characters of a text alone on their line, which look like display type: 生 below … 电话：5550100 秦先, and
警） below （龚.
"""

from __future__ import annotations

import re

from newsarchive.segment.forms.facts import HAN, facts
from newsarchive.segment.forms.marks import is_aside, torn_signature
from newsarchive.segment.forms.signers import is_source
from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles.form import BODY, CREDIT, DISPLAY, FURNITURE, ON, SIGNATURE, START, UNTOLD, Form, begin
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import FULL, breaks_off
from newsarchive.text.words import is_word

# Ems of the end of a word that found no room on the line above.
END = 2.0
# Characters of what stands in brackets at the end of a text, on two lines: a post and names, or an office and a time.
IN_BRACKETS = 16
# What the author is or does, told of him below his text.
_AUTHOR = re.compile("[（(](?:本文|文章)?作者")
_OPENED = re.compile(rf"[（(][^（）()]{{1,{IN_BRACKETS}}}$")
_CLOSED = re.compile(rf"[^（）()]{{1,{IN_BRACKETS}}}[)）]")


def words_ended(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """A character or two right below a full line in which no sentence ends are text, but for a word, which may be the
    name of a column, and upright type, which has one below the other.
    """
    out = list(forms)
    for i in range(1, len(lines)):
        line = lines[i]
        if forms[i] is not DISPLAY or forms[i - 1] not in BODY or line.gap or line.width > END:
            continue
        upright = i + 1 < len(lines) and lines[i + 1].width <= END
        full = bool(seen[i - 1].column) and seen[i - 1].short <= FULL
        label = len(line.flat) > 1 and is_word(line.flat)
        if full and not (upright or label or line.vertical) and not ends_sentence(lines[i - 1].flat):
            out[i] = ON
    return out


def said_of_givers(lines: list[Line], forms: list[Form], seen: list[Look]) -> list[Form]:
    """Who gave what, read as whose a picture is (县工信局提供), is text where the line below goes on with it (的数据
    显示), or where text breaks off above it and it fills its column as no credit need.
    """
    out = list(forms)
    for i in range(1, len(lines) - 1):
        if forms[i] is not CREDIT or forms[i - 1] not in BODY or forms[i + 1] not in BODY:
            continue
        if lines[i].gap or lines[i + 1].gap or not _GAVE.fullmatch(lines[i].flat):
            continue
        open_above = breaks_off(lines, forms, i - 1)
        fills = open_above and bool(seen[i].column) and seen[i].short <= FULL
        if fills or lines[i + 1].flat[0] in facts()["grammar"]["leading"]:
            begin(out, i, i + 1, goes_on=open_above)
    return out


# Nothing parts who gave it from that.
_GAVE = re.compile(rf"[{HAN}]+(?:提供|供图)")


def asides(lines: list[Line], forms: list[Form]) -> list[Form]:
    """What is said in brackets of who gave the news (线索提供：…) is the last paragraph of the text right above it."""
    out = list(forms)
    for i in range(1, len(lines)):
        loose = forms[i] in (DISPLAY, FURNITURE) and forms[i - 1] in BODY
        if loose and is_aside(lines[i].flat):
            out[i] = START
    return out


def brackets_closed(lines: list[Line], forms: list[Form]) -> list[Form]:
    """What closes the bracket that the line of text above opened at its end goes on with it, and is no display type.
    What opens and closes one on two lines right below a text signs it, or is its last paragraph.
    """
    out = list(forms)
    for i in range(1, len(lines)):
        if forms[i] is not DISPLAY or out[i] in BODY:
            continue
        flat, above = lines[i].flat, lines[i - 1].flat
        if not _CLOSED.fullmatch(flat) or not _OPENED.search(above):
            continue
        if out[i - 1] in BODY:
            out[i] = ON
        elif forms[i - 1] is DISPLAY and i > 1 and out[i - 2] in BODY and _OPENED.fullmatch(above):
            signed = ends_sentence(lines[i - 2].flat) and (torn_signature(above, flat) or _AUTHOR.match(above))
            out[i - 1], out[i] = (SIGNATURE, SIGNATURE) if signed else (START, ON)
    return out


def authors_told(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Brackets on two lines of text that tell what the author does, who answers or where a text is from sign what ends
    above them.
    """
    out = list(forms)
    for i in range(1, len(lines) - 1):
        flat, below = lines[i].flat, lines[i + 1].flat
        if (
            flat[:1] not in _BRACKET
            or out[i] not in UNTOLD
            or out[i + 1] not in UNTOLD
            or not ends_sentence(lines[i - 1].flat)
        ):
            continue
        if _OPENED.fullmatch(flat) and _CLOSED.fullmatch(below) and is_source(flat[1:] + below[:-1]):
            out[i] = out[i + 1] = SIGNATURE
    return out


_BRACKET = ("（", "(")
