"""What stands in the margin of a page beside the running head: the names of the paper and of the page."""

from __future__ import annotations

import itertools
import re

from newsarchive.segment.forms.facts import HAN, facts
from newsarchive.segment.forms.imprint import is_latin, is_page_name, is_paper, is_running_head
from newsarchive.segment.forms.kickers import is_rubric_name
from newsarchive.segment.forms.marks import is_pen_name
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import BODY, BYLINE, DISPLAY, FURNITURE, UNTOLD, Form
from newsarchive.text.surnames import all_surnames
from newsarchive.text.words import frequency

# A name of a page has two to four characters, most have two, which are set apart (烟 火).
_LABEL = re.compile(rf"[{HAN}](?:[ 　]*[{HAN}]){{1,3}}")


def beside_running_heads(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The name of the paper (某某周刊) next to the date of issue, and that of a page (案件) between that, the number of
    the page or the editors' line and what is furniture too or the end of the dump: neither headlines nor text. Two
    characters set apart are known below the running head alone, when a headline follows them.
    """
    out = list(forms)
    running = {i for i, form in enumerate(forms) if form is FURNITURE and is_running_head(lines[i].flat)}
    # Below the name of the paper alone a column may begin.
    dated = {i for i in running if not is_paper(lines[i].flat)}
    for i, form in enumerate(forms):
        if form is DISPLAY and not running.isdisjoint((i - 1, i + 1)) and is_latin(lines[i].flat):
            out[i] = FURNITURE
            running.add(i)
    beside = sorted({k for i in running for k in (i - 1, i + 1) if 0 <= k < len(lines)} - running)
    for i in [*beside, *reversed(beside)]:
        if forms[i] not in UNTOLD or out[i] is FURNITURE:
            continue
        sides = [k for k in (i - 1, i + 1) if 0 <= k < len(lines)]
        enclosed = all(out[k] is FURNITURE for k in sides)
        flat = lines[i].flat
        below = i - 1 in dated and i + 1 < len(lines) and forms[i + 1] is DISPLAY
        label = bool(_LABEL.fullmatch(flat)) and (
            enclosed or (below and len(flat) > len("".join(flat.split())) == PAIR)
        )
        if label or is_paper(flat):
            out[i] = FURNITURE
    return out


PAIR = 2


def labels_at_edges(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The name of the page (汀花, 练 兵 场) next to furniture with which the dump begins or ends, which would be taken
    for a writer's: two or three characters that are a word or that no name begins with, no usual column, said in no
    text.
    """
    out = list(forms)
    count = len(lines)
    for order in (range(count), range(count - 1, -1, -1)):
        edge = list(itertools.takewhile(lambda i: forms[i] is FURNITURE, order))
        if not edge or len(edge) == count or any(map(is_page_name, _pieces(lines, edge))):
            continue
        i = order[len(edge)]
        close = "".join(lines[i].flat.split())
        called = close[:1] in "".join(all_surnames()[:2]) and (len(close) == PAIR or not frequency(close))
        named = called or is_rubric_name(close)
        label = forms[i] is DISPLAY and _SHORT_LABEL.fullmatch(close) and not named and is_pen_name(close)
        if label and not any(close in line.flat for line, form in zip(lines, forms, strict=True) if form in BODY):
            out[i] = FURNITURE
    return out


def _pieces(lines: list[Line], some: list[int]) -> list[str]:
    """What stands between blanks in some lines."""
    return [piece for i in some for piece in lines[i].flat.split()]


_SHORT_LABEL = re.compile(rf"[{HAN}]{{2,3}}")


def boxed(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The heading of a box of the paper's own (本报法律顾问), and whose name stands below it, which is no byline."""
    headings = facts()["furniture"]["boxes"]
    out = list(forms)
    for i, line in enumerate(lines):
        if line.flat in headings:
            out[i] = FURNITURE
            if i + 1 < len(lines) and forms[i + 1] in (BYLINE, DISPLAY) and lines[i + 1].width <= NAME:
                out[i + 1] = FURNITURE
    return out


# Ems of a lawyer's name behind that of his firm.
NAME = 20
