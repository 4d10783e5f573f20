"""What a display block looks like, by its own type and what stands beside it: a headline, a subhead, a kicker, a scrap.

The names of what is found are weighed in the division (weights.PAIR) and elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.model import Kind
from newsarchive.segment.display.blocks import Block, adjoins
from newsarchive.segment.forms import marks
from newsarchive.segment.forms.facts import HAN
from newsarchive.segment.forms.imprint import is_folio, tells_day
from newsarchive.segment.forms.kickers import introduces, is_kicker, is_label, may_be_rubric_name
from newsarchive.segment.forms.offices import is_authority, is_office
from newsarchive.segment.lines.line import Line
from newsarchive.segment.roles.contacts import is_contact
from newsarchive.segment.roles.form import BODY, BYLINE, Form
from newsarchive.segment.roles.look import Look
from newsarchive.segment.roles.role import FULL, slack


def barred(block: Block, seen: Sequence[Look], *, squeezed: bool = False) -> float:
    """How little a block looks like a subhead: it is wider than a column, set apart, upright, of many lines, what a
    notice says of itself (… 通告), or what short news are called together (简讯). ``squeezed`` measures it with its
    marks squeezed to half.
    """
    bar = 0.3
    if is_notice(block) or marks.is_roundup(block.flat):
        bar += 4.0
    if _wide(block, seen, slack(block.flat) if squeezed else 0.0):
        bar += 4.0
    if block.spaced:
        bar += 2.0
    if block.vertical:
        bar += 5.0
    if len(block.lines) > 2:
        bar += 1.5
    return bar


# That a block is no headline if it is left over.
REST = "fit:rest"
_BRACKETED = re.compile("（[^（）]*）|【[^【】]*】")
_NUMBER_TO_CALL = re.compile(r"\d{3,4}-\d{7,8}|1[3-9]\d{9}")


def is_scrap(flat: str, *, over_text: bool) -> bool:
    """Whether display type that nobody took is a piece of something else: a single character, half of what stood in
    brackets or quotation marks or no more than brackets, figures of a table, what has a full stop inside, a form of
    address above a text, whom to ask and where, the number of the page, a date.
    """
    close = "".join(flat.split())
    half = any(close.count(opened) != close.count(closed) for opened, closed in ("（）", "“”"))
    bare = len(close) == 1 or bool(_BRACKETED.fullmatch(close))
    address = over_text and close[-1] in "：:" and not introduces(close)
    call = is_contact(flat) or bool(_NUMBER_TO_CALL.search(close))
    cells = _FIGURES.findall(close)
    figures = len(cells) >= CELLS and sum(map(len, cells)) >= MOSTLY * len(close)
    return half or bare or address or call or figures or "。" in close[:-1] or is_folio(flat) or tells_day(flat)


def is_none(flat: str) -> bool:
    """Whether display type is no headline wherever it stands: it says nothing in Chinese (CITY LIFE), holds an address
    in the net, or ends with the page where one reads on.
    """
    return not _HAN.search(flat) or bool(_NET.search(flat) or _ELSEWHERE.search(flat))


_HAN, _NET = re.compile(f"[{HAN}]"), re.compile(r"@[A-Za-z0-9]|www\.|https?:")
_ELSEWHERE = re.compile("(?:[▶►→>》／/…·]|详?见) ?(?:第?[A-Z]?[0-9]{1,2}|第?[一二三四五六七八九十]{1,3})版$")


# What the cells of a table hold, prices and temperatures: so many at least, and two of three characters. A line of a
# headline may be a single figure (1280亿元).
_FIGURES = re.compile("[-+−]?[0-9]+(?:[.．][0-9]+)?(?:[%％℃]|元)?")
CELLS, MOSTLY = 2, 2 / 3


def is_notice(block: Block) -> bool:
    """Whether a block says that what it heads is a notice or an advertisement."""
    return marks.kind_of(block.flat) is Kind.NOTICE or marks.is_own_notice(block.flat)


def _wide(block: Block, seen: Sequence[Look], squeezed: float = 0.0) -> bool:
    """Whether a block is wider than the column it stands in, ``squeezed`` by so many ems."""
    column = max((seen[i].column for i in block.lines), default=0.0)
    return bool(column) and block.width - squeezed > column + FULL


def _signs(n: int, shown: list[Block], lines: list[Line], *, over_text: bool, inside: bool) -> bool:
    """Whether a block is who issued the notice above it, and no headline: every line is an office or a firm, and it
    stands above no text, or they are some, or whom to ask stands right above, or it is an authority with a text
    above (``inside``). Above what a notice is called its issuer begins the headline.
    """
    block = shown[n]
    if not all(is_office(lines[i].flat) for i in block.lines):
        return False
    if n + 1 < len(shown) and adjoins(block, shown[n + 1]) and is_notice(shown[n + 1]):
        return False
    above = shown[n - 1].flat if n and adjoins(shown[n - 1], block) else ""
    if not over_text or len(block.lines) > 1 or bool(above and is_scrap(above, over_text=False)):
        return True
    # What a house or a firm is called may head a text about it, or its advertisement.
    return inside and is_authority(block.flat)


def fitness_of(n: int, shown: list[Block], lines: list[Line], forms: list[Form], seen: list[Look]) -> tuple[str, ...]:
    """What about a block, by its own type and what stands beside it, tells a headline from a subhead or a kicker."""
    block = shown[n]
    out = []
    first, after = block.lines[0] - 1, block.lines[-1] + 1
    if after < len(lines) and forms[after] is BYLINE:
        out.append("fit:byline")
    if block.spaced:
        out.append("fit:spaced")
    if block.vertical:
        out.append("fit:vertical")
    if _wide(block, seen):
        out.append("fit:wide")
    if marks.is_pen_name(block.flat):
        out.append("fit:name")
    elif len(block.flat) <= 4:
        out.append("fit:tiny")
    if len(block.lines) > 1:
        out.append("fit:lines")
    if first >= 0 and after < len(lines) and forms[first] in BODY and forms[after] in BODY and not seen[after].lead:
        out.append("fit:inside")
    elif (n and shown[n - 1].lines[-1] == first) or (n + 1 < len(shown) and shown[n + 1].lines[0] == after):
        out.append("fit:stack")
    if block.flat[0] == "—":
        out.append("fit:dash")
    over = n + 1 < len(shown) and shown[n + 1].lines[0] == after
    label = over and is_label(block.flat)
    if is_kicker(block.flat) or (over and may_be_rubric_name(block.flat)) or label:
        out.append("fit:kicker")
    over_text = after < len(lines) and forms[after] in BODY
    inside = over_text and first >= 0 and forms[first] in BODY
    if not label and (
        is_scrap(block.flat, over_text=over_text) or _signs(n, shown, lines, over_text=over_text, inside=inside)
    ):
        out.append(REST)
    if block.flat.endswith(("。", "，", "、", "；")):
        out.append("fit:stop")
    barred_from = []
    kind = marks.kind_of(block.flat)
    if marks.is_reply(block.flat):
        # Who answered stands over the answer and never over the letter.
        barred_from = ["letter"]
    elif marks.is_own_notice(block.flat):
        barred_from = ["news", "letter"]
    if kind is Kind.ARTICLE:
        barred_from.append("advertisement")
    elif kind is Kind.ADVERTISEMENT:
        out.append("fit:for advertisement")
    out.extend(f"fit:no {genre}" for genre in barred_from)
    return tuple(out)
