"""How many articles of a page lack a byline, against how many bylines it has.

Who wrote an article is told by a byline, a lead (本报讯 记者…报道), or a signature at its end; nobody signs a notice.
So where more articles lack one than the page has bylines, some are no articles but pieces of others, under a subhead.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from newsarchive.model import Kind
from newsarchive.segment.belonging.bylines import beside, going_on
from newsarchive.segment.belonging.pen_names import is_writer
from newsarchive.segment.display.blocks import Block
from newsarchive.segment.forms import marks
from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles.classified import called
from newsarchive.segment.roles.contacts import is_contact
from newsarchive.segment.roles.form import BYLINE, CREDIT, DUPLICATE, SIGNATURE, Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import is_date
from newsarchive.segment.sequence.flow import Para


@dataclass(frozen=True, slots=True)
class Bylines:
    """The bylines of a page that stand on lines of their own, the paragraphs that a single one stands right above, the
    blocks that one stands right below, the paragraphs that tell themselves who wrote their article, and the blocks
    under which nobody signs.
    """

    count: int = 0
    above: frozenset[int] = frozenset()
    below: frozenset[int] = frozenset()
    signed: frozenset[int] = frozenset()
    notices: frozenset[int] = frozenset()

    def lacks(self, paras: Collection[int], head: Collection[int]) -> bool:
        """Whether an article of some paragraphs under some blocks needs a byline."""
        return self.signed.isdisjoint(paras) and self.notices.isdisjoint(head)


NO_BYLINES = Bylines()


def bylines_of(
    lines: Sequence[Line], forms: Sequence[Form], seen: Sequence[Look], paras: Sequence[Para], shown: Sequence[Block]
) -> Bylines:
    """The bylines of a page."""
    torn = going_on(lines, forms)
    own = [DUPLICATE if i in torn else form for i, form in enumerate(forms)]
    found = {i for i, form in enumerate(own) if form is BYLINE}
    found.update(block.lines[-1] for block in shown if is_writer(block, forms, lines))
    single = found - {i for i in found if beside(i, -1, own) in found or beside(i, 1, own) in found}
    above = frozenset(k for k, para in enumerate(paras) if beside(para.lines[0], -1, own) in single)
    below = frozenset(n for n, block in enumerate(shown) if beside(block.lines[-1], 1, own) in single)
    signed = frozenset(k for k, para in enumerate(paras) if _is_signed(para, lines, forms, seen))
    notices = frozenset(
        n
        for n, block in enumerate(shown)
        if marks.kind_of(block.flat) is not Kind.ARTICLE
        or marks.is_own_notice(block.flat)
        or marks.is_roundup(block.flat)
    )
    return Bylines(len(found), above, below, signed, notices)


def _is_signed(para: Para, lines: Sequence[Line], forms: Sequence[Form], seen: Sequence[Look]) -> bool:
    """Whether a paragraph begins with a lead or with what says where it goes on from, stands below who took the
    pictures and told of them (甲乙 摄影报道), or is nothing but who wrote a letter, or a signature, or the date of a
    notice, stands at its end.
    """
    first, last = para.lines[0], para.lines[-1]
    if seen[first].lead and not marks.is_letter(lines[first].flat):
        return True
    if first and marks.JUMP_FROM.fullmatch(lines[first - 1].flat):
        return True
    if first and forms[first - 1] is CREDIT and lines[first - 1].flat.endswith(("报道", "报导")):
        return True
    below = last + 1 < len(lines) and forms[last + 1] is SIGNATURE
    named = first == last and not ends_sentence(lines[first].flat) and marks.is_byline(lines[first].flat)
    return (
        below
        or named
        or bool(marks.signature_of(lines[last].flat))
        or is_date(lines[last])
        or _is_no_report(lines[first].flat)
    )


def _is_no_report(flat: str) -> bool:
    """Whether a line says whom to ask, or begins a small advertisement."""
    return is_contact(flat) or called(flat)
