"""Lines that open a letter, a notice or an answer in the paper's own voice: 亲爱的读者：, 各会员单位：, 编辑回复："""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsarchive.segment.forms.facts import HAN, any_of, facts
from newsarchive.segment.forms.marks import is_salutation
from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles.form import BODY, BYLINE, DISPLAY, START, Form


@cache
def _opening() -> re.Pattern[str]:
    table = facts()["letter"]
    dear = f"(?:{any_of(table['dear'])})"
    # Whom without 各 or 亲爱的 before it: little stands before the word, or it may be what a headline is about.
    whom = rf"(?:{dear}[{HAN}]{{1,8}}|(?:有关|相关|[{HAN}]{{0,2}})(?:{any_of(table['addressed'])}))"
    return re.compile(rf"(?:{whom}(?:[、，及和]{whom})*|{any_of(table['answers'])})[：:]")


def opens_letter(flat: str) -> bool:
    """Whether the line is nothing but whom a text turns to, or who answers in it, before a colon."""
    return len(flat) <= LONGEST and bool(_opening().fullmatch(flat))


def answers(flat: str) -> bool:
    """Whether a paragraph begins as the paper's answer to a letter does: 编辑回复：…."""
    return flat.startswith(facts()["letter"]["answers"])


@cache
def _note() -> re.Pattern[str]:
    words = f"(?:{any_of(facts()['letter']['notes'])})"
    return re.compile(rf"[【〔（(]{words}[】〕）)]|{words}(?:[：:　 ]|$)")


def is_note(flat: str) -> bool:
    """Whether a paragraph begins as what an editor says before an article: 编者按：, 【编者的话】."""
    return bool(_note().match(flat))


def is_label(flat: str) -> bool:
    """Whether a line is nothing but 编者按 or 【编者的话】."""
    return len(flat) <= LABEL and is_note(flat)


# Paragraphs of what an editor says first, the label and what stands below it.
NOTE = 2
# Characters of 【编者的话】.
LABEL = 6
# Characters of such a line; a longer one is a sentence.
LONGEST = 24


def addressed(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Such a line, read as display type, is the first paragraph of the text below it, and so is 编者按 alone
    right below a headline.
    """
    out = list(forms)
    for i in range(len(lines) - 1):
        if forms[i] is not DISPLAY or forms[i + 1] not in BODY:
            continue
        label = i > 0 and forms[i - 1] in (DISPLAY, BYLINE) and is_label(lines[i].flat)
        if label or opens_letter(lines[i].flat):
            out[i] = out[i + 1] = START
    return out


@cache
def _answer() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(facts()['letter']['answers'])}|{any_of(facts()['letter']['inquiries'])})[：:]")


def writers_named(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Who wrote a letter, read as display type or as a byline between his letter and the answer to it, is a paragraph
    of the text: what he wrote has come to an end above, and an answer begins below (编辑回复：…).
    """
    out = list(forms)
    for i in range(1, len(lines) - 1):
        if forms[i] not in (DISPLAY, BYLINE) or forms[i - 1] not in BODY or forms[i + 1] not in BODY:
            continue
        named = len(lines[i].flat) <= LONGEST_NAME and not _STOP.search(lines[i].flat)
        if named and ends_sentence(lines[i - 1].flat) and _answer().match(lines[i + 1].flat):
            out[i] = out[i + 1] = START
    return out


def writers_below(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Who wrote a letter, named with where he lives or works right below its last sentence, is its last paragraph: the
    text began with whom it turns to.
    """
    out = list(forms)
    for i in range(1, len(lines)):
        if forms[i] is not DISPLAY or forms[i - 1] not in BODY or not _PLACED.fullmatch(lines[i].flat):
            continue
        if ends_sentence(lines[i - 1].flat) and _in_letter(lines, forms, i - 1):
            out[i] = START
    return out


def _in_letter(lines: Sequence[Line], forms: Sequence[Form], last: int) -> bool:
    """Whether the text that ends with a line began with whom it turns to."""
    for i in range(last, max(-1, last - LETTER), -1):
        flat = lines[i].flat
        if forms[i] is START and (opens_letter(flat) or is_salutation(flat)):
            return True
        if forms[i] not in BODY:
            break
    return False


# Lines of a letter, at most; where somebody lives, and his name.
LETTER = 60
_PLACED = re.compile(f"[{HAN}]{{2,12}} [{HAN}]{{2,4}}")


# Characters of a name with where its bearer lives or works.
LONGEST_NAME = 16
_STOP = re.compile("[，。；：？！、“”]")
