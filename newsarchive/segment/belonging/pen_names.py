"""Two or three characters of display type that are the name of a writer: the byline of a comment or an essay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.segment.display.blocks import Block
from newsarchive.segment.forms import marks
from newsarchive.segment.forms.facts import facts
from newsarchive.segment.forms.imprint import is_running_head
from newsarchive.segment.forms.kickers import may_be_rubric_name
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.form import BODY, BYLINE, DISPLAY, DUPLICATE, FURNITURE, Form
from newsarchive.text.surnames import all_surnames

# Characters of the longest name that is_pen_name knows.
THREE = 3


def below_heads(
    stacks: Sequence[tuple[int, ...]],
    shown: Sequence[Block],
    forms: Sequence[Form],
    lines: Sequence[Line],
    texts: Sequence[str],
) -> list[int]:
    """The blocks that stand last in a head and are the name of a writer, of this text or of a neighbour.

    A title of two or three characters (the name of a dish, of a feast) is said in its text, or has its byline below.
    """
    out = []
    for stack, text in zip(stacks, texts, strict=True):
        last = shown[stack[-1]] if stack else None
        if last is None or not is_writer(last, forms, lines) or last.flat.replace(" ", "") in text:
            continue
        below = last.lines[-1] + 1
        if below >= len(forms) or forms[below] is not BYLINE:
            out.append(stack[-1])
    return out


def is_writer(block: Block, forms: Sequence[Form], lines: Sequence[Line]) -> bool:
    """Whether display type is no more than the name of a writer; above a headline and with none but the rarest
    surnames it is that of a column (栏目) where it begins what is shown, or has three characters: pen names of three
    begin with a surname. Beside figures it is a word of a table, and without a surname right between the name of a
    column and a text it is the headline.
    """
    if not marks.is_pen_name(block.flat) or block.vertical:
        return False
    above, below = block.lines[0] - 1, block.lines[-1] + 1
    begins = above < 0 or forms[above] not in (DISPLAY, BYLINE, DUPLICATE)
    surname = any(block.flat[0] in some for some in all_surnames()[:2])
    follows = below < len(forms) and forms[below] in (DISPLAY, BYLINE)
    column = (begins or len(block.flat) == THREE) and follows and not surname
    if column or _in_table(above, below, lines):
        return False
    return surname or not (_headed(above, below, forms, lines) or _names_page(above, below, forms, lines))


def _in_table(above: int, below: int, lines: Sequence[Line]) -> bool:
    """Whether one of the lines beside a word holds figures as a row of a table does."""
    return any(0 <= i < len(lines) and _is_row(lines[i].flat) for i in (above, below))


def _is_row(flat: str) -> bool:
    """Whether a line is nothing but figures with their signs and units; a day is none."""
    return all(map(_FIGURE.fullmatch, flat.split()))


_FIGURE = re.compile(
    r"[-+−±]?\d[\d.,]*(?:[-~—～至][\d.,]+)?(?:%|‰|元|分|℃|倍|万|亿|吨|公斤|千克|克|毫升|个月|周|天|年|岁|mg|kg|ml|g)?"
    r"(?:以[上下内])?"
)


def _headed(above: int, below: int, forms: Sequence[Form], lines: Sequence[Line]) -> bool:
    """Whether the name of a column stands right above, a text right below."""
    if above < 0 or below >= len(forms) or forms[above] is not DISPLAY or forms[below] not in BODY:
        return False
    name = lines[above].flat
    return may_be_rubric_name(name) or name in facts()["signed"]["parts"]


def _names_page(above: int, below: int, forms: Sequence[Form], lines: Sequence[Line]) -> bool:
    """Whether the name of the paper, the date of issue or the number of the page stands right beside."""
    return any(0 <= i < len(lines) and forms[i] is FURNITURE and is_running_head(lines[i].flat) for i in (above, below))
