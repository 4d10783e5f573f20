"""Items of short news, each behind the bullet that all of them have (▲ ● ○), or behind the place it is from."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsarchive.segment.forms.facts import HAN, facts
from newsarchive.segment.forms.marks import is_roundup, item_of, signature_of, speaker
from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles.form import BODY, DISPLAY, FURNITURE, ON, START, Form, going_on


def bullet_of(flat: str) -> str:
    """The bullet that begins an item of short news, or the empty string."""
    return flat[0] if flat[0] in facts()["byline"]["bullets"] else ""


# Characters of such a label.
LABELLED = 10
# 【入选条件】…, 06:50 …, 女0417 …, 某某镇 …: how items begin that belong to one list though no number tells which.
_BEGUN = re.compile(
    rf"(?P<label>[【〔][^【】〔〕]{{1,{LABELLED}}}[】〕])"
    r"|(?P<hour>\d{1,2}[:：]\d{2}(?!\d))"
    rf"|(?P<code>[{HAN}]{{1,2}}\d{{3,}}[ 　，,：:])"
    # A place set apart from what is told of it.
    rf"|(?P<place>[{HAN}]{{1,6}}(?:街道|社区|农场|林场|[镇乡村区县市州旗团]) (?=[{HAN}“]{{3}}))"
)


def begun_as(flat: str) -> str:
    """In which form a paragraph begins as an item of a list without numbers: behind a label in brackets, an hour, a
    code or a place; else the empty string.
    """
    found = _BEGUN.match(flat)
    return found.lastgroup or "" if found else ""


# 【临水讯】; papers, and what kind of news it is, are no places.
_PLACED = re.compile(rf"[【〔](?!本报|[{HAN}]*[报社网专特快简短])[{HAN}]{{2,4}}讯[】〕]")
# Paragraphs from one place each that are short news together: of two, each may be an article.
PLACES = 3


def placed(paragraphs: Sequence[str], headed: Sequence[bool]) -> set[int]:
    """The paragraphs that are items of short news behind another one: each of ``PLACES`` or more in a row begins with
    the place it is from, and nothing stands between them. ``headed`` tells above which something stands.
    """
    out: set[int] = set()
    begun = [bool(_PLACED.match(text)) for text in paragraphs]
    for is_placed, run in itertools.groupby(range(len(begun)), key=begun.__getitem__):
        held = list(run)
        while is_placed and held:
            held.pop(0)
            rest = list(itertools.takewhile(lambda k: not headed[k], held))
            out.update(rest if len(rest) + 1 >= PLACES else ())
            held = held[len(rest) :]
    return out


def behind_signed_items(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Text right below the name in brackets that ends an item of short news begins a paragraph."""
    out = list(forms)
    signed = [i for i in going_on(forms) if signature_of(lines[i - 1].flat) and _SIGNED_END.search(lines[i - 1].flat)]
    if signed and any(form in BODY and bullet_of(line.flat) for line, form in zip(lines, forms, strict=True)):
        for i in signed:
            out[i] = START
    return out


_SIGNED_END = re.compile("[。！？”][（(][^（）()]*[）)]$")


def items_begun(lines: list[Line], forms: list[Form]) -> list[Form]:
    """The first line of an item, read as display type for the room it leaves, is text: a comma stands inside, as in no
    subhead behind a bullet, text goes on below, and other text of the page begins with the same bullet.
    """
    out = list(forms)
    for i in range(len(lines) - 1):
        flat = lines[i].flat
        if forms[i] is not DISPLAY or forms[i + 1] not in BODY or "，" not in flat:
            continue
        used = {line.flat[0] for line, form in zip(lines, forms, strict=True) if form in BODY}
        if bullet_of(flat) and bullet_of(flat) in used:
            out[i], out[i + 1] = START, ON
    return out


def bullets_begin(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Text that begins with the bullet of other text of the page goes on with nothing where no text stands above it, or
    where a sentence ends there.
    """
    out = list(forms)
    for i, form in enumerate(forms):
        if form is not ON or (i and forms[i - 1] in BODY and not ends_sentence(lines[i - 1].flat)):
            continue
        bullet = bullet_of(lines[i].flat)
        if bullet and [line.flat[0] for line, own in zip(lines, forms, strict=True) if own in BODY].count(bullet) > 1:
            out[i] = START
    return out


def numbered_begin(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Text that begins with a number (一、采编人员…) goes on with nothing where the line above ends a sentence or
    announces it, and the number before or after it begins other text near by. 第一，…第二，… may be one paragraph.
    """
    out = list(forms)
    for i in range(1, len(lines)):
        if forms[i] is not ON:
            continue
        above = lines[i - 1].flat
        item = item_of(lines[i].flat) if above[-1] in "：；" or ends_sentence(above) else None
        if item is None or item[0] in WITHIN:
            continue
        around = range(max(0, i - NEAR), min(len(lines), i + NEAR + 1))
        near = [item_of(lines[k].flat) for k in around if forms[k] in BODY]
        if any((item[0], item[1] + step) in near for step in (-1, 1)):
            out[i] = START
    return out


def numbered_shown(lines: list[Line], forms: list[Form]) -> list[Form]:
    """An item of a list (三、…) read as display type, with a stop inside as no subhead has it: the item before it is
    text right above. It goes on below if it fills its column.
    """
    out = list(forms)
    for i in range(1, len(lines)):
        if forms[i] is not DISPLAY or out[i - 1] not in BODY:
            continue
        flat = lines[i].flat
        item = item_of(flat) if "。" in flat[:-1] else None
        near = range(max(0, i - NEAR), i)
        if item is None or (item[0], item[1] - 1) not in (item_of(lines[k].flat) for k in near if out[k] in BODY):
            continue
        out[i] = START
        full = lines[i].width > max(lines[k].width for k in near if out[k] in BODY) - 1
        if full and i + 1 < len(lines) and forms[i + 1] is DISPLAY and not (lines[i + 1].gap or ends_sentence(flat)):
            out[i + 1] = ON
    return out


# The forms of numbers (marks.item_of) that are said within a paragraph too: 第一，其一，一是.
WITHIN = "def"
# Lines of an item, at most, that stand between its number and the next.
NEAR = 15


def _named(flat: str) -> str:
    """What an item is about that begins with it before a colon (某国：…), or with what somebody looks for a partner is
    (男，35岁, 女0417); the empty string if it begins otherwise or tells what somebody says.
    """
    if flat[0] in "男女" and _PARTNER.match(flat):
        return "partner"
    who = speaker(flat)
    # Who asks and who answers is told elsewhere.
    return "" if len(who) < SHORTEST or who.endswith(_SAYS) or _QUOTES.match(flat, len(who)) else "named"


_PARTNER = re.compile(r"[男女](?:[，,：:、 ]|[0-9]{2,6})")
_SAYS = ("说", "道", "问", "答", "称", "写", "喊", "是", "示", "为", "叹", "想", "如下")
_QUOTES = re.compile("[：:][“‘《]")
# Characters of what an item is about.
SHORTEST = 2


def named_begin(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Text that begins as other paragraphs near by do, with what it is about (某国：…, 男，35岁，…), goes on with
    nothing where the line above ends a sentence.
    """
    out = list(forms)
    for i in going_on(forms):
        if not ends_sentence(lines[i - 1].flat):
            continue
        begun = _named(lines[i].flat)
        near = range(max(0, i - NEAR), min(len(lines), i + NEAR + 1))
        if begun and sum(forms[k] is START and _named(lines[k].flat) == begun for k in near) >= OTHERS:
            out[i] = START
    return out


# Paragraphs that begin so near by: what stands at the head of two more than one line is no chance.
OTHERS = 2


def over_items(lines: Sequence[Line], forms: Sequence[Form]) -> list[Form]:
    """The label of short news may be what papers are called too (某某快报): right above the first item it is display
    type and no name of the paper.
    """
    out = list(forms)
    for i in range(len(lines) - 1):
        if forms[i] is not FURNITURE or forms[i + 1] not in BODY:
            continue
        if heads_items(lines[i].flat) and bullet_of(lines[i + 1].flat):
            out[i] = DISPLAY
    return out


def heads_items(flat: str) -> bool:
    """Whether display type is the label of short news."""
    return is_roundup(flat) and len(flat.replace(" ", "")) <= LABEL


# Characters of the label of short news, at most: what is longer says what one of the items is about.
LABEL = 6
