"""Two or three characters of display type that are the name of a writer: the byline of a comment or an essay."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.segment.display.blocks import Block
from newsarchive.segment.forms import marks
from newsarchive.segment.roles.role import Form
from newsarchive.text.surnames import all_surnames

# Characters of the longest name that is_pen_name knows.
THREE = 3


def below_heads(
    stacks: Sequence[tuple[int, ...]], shown: Sequence[Block], forms: Sequence[Form], texts: Sequence[str]
) -> list[int]:
    """The blocks that stand last in a head and are the name of a writer, of this text or of a neighbour.

    A title of two or three characters (the name of a dish, of a feast) is said in its text, or has its byline below.
    """
    out = []
    for stack, text in zip(stacks, texts, strict=True):
        last = shown[stack[-1]] if stack else None
        if last is None or not is_writer(last, forms) or last.flat.replace(" ", "") in text:
            continue
        below = last.lines[-1] + 1
        if below >= len(forms) or forms[below] is not Form.BYLINE:
            out.append(stack[-1])
    return out


def is_writer(block: Block, forms: Sequence[Form]) -> bool:
    """Whether display type is no more than the name of a writer; above a headline and with none but the rarest
    surnames it is that of a column (栏目) where it begins what is shown, or has three characters: pen names of three
    begin with a surname.
    """
    above, below = block.lines[0] - 1, block.lines[-1] + 1
    begins = above < 0 or forms[above] not in (Form.DISPLAY, Form.BYLINE, Form.DUPLICATE)
    surname = any(block.flat[0] in some for some in all_surnames()[:2])
    column = (
        (begins or len(block.flat) == THREE) and below < len(forms) and forms[below] is Form.DISPLAY and not surname
    )
    return marks.is_pen_name(block.flat) and not block.vertical and not column
