"""Where to go and whom to ask: the last lines of a notice or an advertisement (地址：…, 咨询热线：…), no imprint."""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.forms.facts import HAN, any_of, facts
from newsarchive.segment.lines.line import SENTENCE_END, Line
from newsarchive.segment.roles.form import BODY, DISPLAY, FURNITURE, ON, START, Form
from newsarchive.segment.roles.role import INDENT


@cache
def _contact(*lists: str) -> re.Pattern[str]:
    table = facts()["contact"]
    own = f"(?!{any_of(table['own'])})"
    what = rf"{own}[{HAN}]{{0,4}}(?:{any_of([word for name in lists for word in table[name]])})"
    return re.compile(rf"(?:{what}[：:]|【{what}】[：:]?).{{0,40}}")


def is_contact(flat: str) -> bool:
    """Whether a line says where to go or whom to ask, and not for the paper itself."""
    return ("：" in flat or ":" in flat or "】" in flat) and bool(_contact("words").fullmatch(flat))


def _says(flat: str) -> bool:
    """Whether a line may say where to go or whom to ask, or when and for how much, if such a line stands beside it."""
    return ("：" in flat or "】" in flat) and bool(_contact("words", "besides").fullmatch(flat))


def tells_whom(lines: list[Line], at: int) -> bool:
    """Whether whom to ask stands on a line or ends with it, as a telephone number does, also one to which more is added
    in brackets.
    """
    if at and lines[at].flat[-1] == "）" and _ADDED.fullmatch(lines[at].flat):
        at -= 1
    flat = lines[at].flat
    # Most lines have none of these.
    marked = "：" in flat or ":" in flat or "】" in flat
    if not marked and not flat[-1].isdigit() and flat[-1] not in "）)":
        return False
    return is_contact(flat) or bool(_NUMBER.search(flat) or _POSTCODE.fullmatch(flat)) or (at > 0 and _says(flat))


# The postcode behind an address; alone it is of an imprint.
_POSTCODE = re.compile(r"(?:邮编|邮政编码)[：: ] ?\d{6}")


# A telephone number, which the words in brackets behind it may tell more of.
_NUMBER = re.compile(r"\d{7,8}(?:[（(][^（）()]*[）)])?$")


def numbers_alone(lines: list[Line], forms: list[Form]) -> list[Form]:
    """A telephone number alone below text that leads up to it (电话：) is the end of its paragraph."""
    out = list(forms)
    for i in range(1, len(lines)):
        if forms[i] not in READ_APART or out[i - 1] not in BODY or lines[i].gap:
            continue
        above = lines[i - 1].flat
        if (above[-1] in "：:" or _CODE.search(above)) and _ALONE.fullmatch(lines[i].flat):
            out[i] = ON
    return out


# What a telephone number alone is read as.
READ_APART = (FURNITURE, DISPLAY, START)
# The code of a city, behind which its number did not fit in.
_CODE = re.compile(r"[：:][（(]0\d{2,3}[）)]$")
_ALONE = re.compile(r"[（(]?\d{3,5}[）)—–-]?\d{4,8}(?:[（(、，转][^。]*)?[。；]?")


def below_texts(lines: list[Line], forms: list[Form]) -> list[Form]:
    """Lines that say where and whom, read as furniture or display type right below the last sentence of a text, are
    the paragraphs that close it; one that fills its column or stops at the colon goes on below.
    """
    out = list(forms)
    for i in range(1, len(lines)):
        if forms[i] not in NO_TEXT or not _says(lines[i].flat):
            continue
        if not is_contact(lines[i].flat) and not (i + 1 < len(lines) and _says(lines[i + 1].flat)):
            continue
        above = lines[i - 1].flat
        below = SENTENCE_END.search(above) or _says(above) or _ALONE.fullmatch(above) or is_name(above)
        if out[i] in BODY or out[i - 1] not in BODY or not below:
            continue
        column = max(lines[k].width for k in range(max(0, i - NEAR), i) if out[k] in BODY)
        at = i
        while at < len(lines) and forms[at] in NO_TEXT and _says_more(lines[at].flat):
            out[at] = START
            room = column - INDENT - lines[at].width
            at += 1
            while _goes_on(lines, forms, at, room):
                out[at] = ON
                room = column - lines[at].width
                at += 1
    return out


# What lines that say where and whom are read as.
NO_TEXT = (FURNITURE, DISPLAY)


def is_name(flat: str) -> bool:
    """Whether a line may be somebody with what he is, as one who signs is named: 侄孙 甲乙."""
    return bool(_NAME.fullmatch(flat))


_NAME = re.compile(f"(?:[^，。；：]{{1,8}} )?[{HAN}]{{2,4}}")


def _says_more(flat: str) -> bool:
    return _says(flat) or bool(_POSTCODE.fullmatch(flat))


def _goes_on(lines: list[Line], forms: list[Form], at: int, room: float) -> bool:
    """Whether the line at ``at`` goes on with one that leaves so much ``room``: a word or number did not fit in, or
    what stands in brackets is added to it.
    """
    if at == len(lines) or lines[at].gap or _says_more(lines[at].flat):
        return False
    if forms[at] in NO_TEXT and _ADDED.fullmatch(lines[at].flat):
        return True
    if forms[at] is not DISPLAY:
        return False
    return room <= ROOM or lines[at - 1].flat[-1] in "：:"


_ADDED = re.compile("（[^（）]*）")
# Lines that show how wide a column is; ems that a word or a number may leave free at its end.
NEAR, ROOM = 5, 1.6
