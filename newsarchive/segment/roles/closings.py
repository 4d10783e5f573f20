"""How notices and letters close: 特此公告。, 此致 / 敬礼！, who issued or wrote them, and the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsarchive.segment.forms.facts import HAN, any_of, facts
from newsarchive.segment.lines.line import Line, ends_sentence
from newsarchive.segment.roles.contacts import is_contact, is_name, tells_whom
from newsarchive.segment.roles.form import BODY, BYLINE, DISPLAY, FURNITURE, ON, START, Form
from newsarchive.segment.roles.role import is_date


@cache
def _formula() -> re.Pattern[str]:
    table = facts()["closing"]
    wishes = rf"(?:{any_of(table['wishes'])})[{HAN}]{{1,6}}"
    # A correction goes on with how sorry the paper is, and to whom.
    sorry = rf"(?:[，、]?[并谨诚特]{{0,2}}(?:向[{HAN}、]{{2,12}})?(?:致歉|道歉|致以歉意|表示歉意|表示感谢|致谢))?"
    return re.compile(rf"[特谨专]此(?:{any_of(table['hereby'])}){sorry}|此致(?: ?敬礼)?|{wishes}")


@cache
def _begun() -> frozenset[str]:
    """The characters with which such words begin: hardly a line does."""
    return frozenset(["特", "谨", "专", "此", "敬", *(word[0] for word in facts()["closing"]["wishes"])])


def is_formula(flat: str, above: str = "") -> bool:
    """Whether the line is nothing but the words with which a notice or a letter closes, below the line ``above``; 敬礼
    alone may also be a headline.
    """
    if flat[:1] not in _begun():
        return False
    bare = flat.rstrip("。！!.")
    return bool(_formula().fullmatch(bare)) or (above.startswith("此致") and bare == "敬礼")


# A letter may be dated without its year; who issued a notice may stand on one line with its date.
_DAY = re.compile(
    r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿初]{1,3}日?)"
    "(?:[晨夜晚]|清晨|深夜|凌晨|灯下)?"
)
_ISSUED = re.compile(r"[^，。；：]{4,20}[ 　]+(?:\d{4}|[二〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日")

# Characters of a name or an office that signs, and how many of them may sign together.
SHORTEST, LONGEST, TOGETHER = 4, 20, 3


# The end of what an agency sent, and what is heard in an interview or a speech.
_ASIDE = re.compile("[（(](?:完|大?笑|掌声)[）)]")


def sign_offs(lines: list[Line], forms: list[Form]) -> list[Form]:
    """What closes a notice or a letter are its last paragraphs, not display type, furniture and a byline."""
    out = list(forms)
    formula, begun, offices = False, _begun(), _ends("offices")
    for i in range(1, len(lines)):
        # Below display type the closing of a notice painted apart tells nothing of the text it closes.
        if out[i - 1] not in BODY:
            formula = False
            continue
        flat, before = lines[i].flat, lines[i - 1].flat
        # The words may be the last sentence of a line.
        above = formula or ("此" in before and is_formula(_last_sentence(before)))
        formula = flat[0] in begun and is_formula(flat, before)
        if formula:
            out[i] = START
        if flat[0] in "（(" and _ASIDE.fullmatch(flat):
            out[i] = ON
        # Without such words before it what signs is a name or an office, in which no clause ends.
        if formula or not (above or _may_sign(flat, 2)):
            continue
        closed = above or ends_sentence(before) or tells_whom(lines, i - 1)
        last = _last(lines, forms, i, after_formula=above) if closed else None
        if last is None and flat[-1] in offices and forms[i] is not BYLINE and signs_below_contacts(lines, i):
            last = i
        if last is not None:
            out[i : last + 1] = [START] * (last + 1 - i)
            if last + 1 < len(lines) and out[last + 1] is ON:
                # Nothing goes on with the date.
                out[last + 1] = START
    return out


@cache
def _respects() -> re.Pattern[str]:
    words = any_of(facts()["closing"]["respects"])
    return re.compile(rf"[{HAN}·]{{1,10}}(?:[ 　、][{HAN}·]{{1,8}}){{0,4}}[ 　](?:{words})|[{HAN}·]{{2,8}}(?:{words})")


def pays_respects(flat: str) -> bool:
    """Whether a line is who signs a letter or a notice, with the word for that: 某某会 甲乙 谨启, 孝女 甲乙 泣告."""
    return flat[-1:] in _ends("respects") and len(flat) <= LONGEST and bool(_respects().fullmatch(flat))


@cache
def _ends(table: str) -> frozenset[str]:
    """The characters with which the words of a table end: hardly a line does."""
    return frozenset(word[-1] for word in facts()["closing"][table])


def paid_respects(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is who signs so, or the day right below him."""
    day = bool(_DAY.fullmatch(lines[index].flat)) and index > 0
    return pays_respects(lines[index - day].flat)


def _last_sentence(flat: str) -> str:
    """The last sentence of a line that ends with one, if it may hold such words."""
    return flat[flat.rfind("。", 0, -1) + 1 :] if "此" in flat and flat.endswith("。") else ""


def _last(lines: list[Line], forms: list[Form], at: int, *, after_formula: bool) -> int | None:
    """The last line of what signs a notice from ``at`` on, or nothing if that signs none."""
    signed = _signed(lines, at)
    if signed is not None:
        return signed
    if not after_formula:
        # Without such words before them, one issuer with the whole date below it tells enough, or several offices, and
        # below a letter a name with the day.
        if _signs_letter(lines, at):
            return at + 1
        if is_name(lines[at].flat) and is_contact("".join(line.flat for line in lines[at + 1 : at + 2])):
            return at
        issuer = forms[at] in (DISPLAY, START, ON) and _may_sign(lines[at].flat, SHORTEST)
        if issuer and not is_date(lines[at]):
            day = next((i for i in range(at + 1, min(at + TOGETHER + 1, len(lines))) if is_date(lines[i])), None)
            offices = day is not None and all(_is_office(lines[i].flat) for i in range(at + 1, day))
            if offices and closes(lines, at):
                return day
        return at if forms[at] in (DISPLAY, FURNITURE) and signs_alone(lines, at) else None
    for i in range(at, min(at + TOGETHER + 1, len(lines))):
        flat = lines[i].flat
        if is_date(lines[i]) or _DAY.fullmatch(flat) or _ISSUED.fullmatch(flat):
            # The date may stand above who signs.
            return i + 1 if i == at and i + 1 < len(lines) and _is_office(lines[i + 1].flat) else i
        if not _may_sign(flat, 2):
            break
    return at if _is_office(lines[at].flat) else None


def _signed(lines: Sequence[Line], at: int) -> int | None:
    """The last of those who sign together from ``at`` on, the last of them with such a word, and the day below."""
    for i in range(at, min(at + TOGETHER, len(lines))):
        if pays_respects(lines[i].flat):
            return i + 1 if i + 1 < len(lines) and (_DAY.fullmatch(lines[i + 1].flat) or is_date(lines[i + 1])) else i
        if not _may_sign(lines[i].flat, 2):
            return None
    return None


def signs_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is who signs what is above without a date: somebody with a word for that, or the office that is
    spoken of there (本院, 我局) or asks something of the reader at its end.
    """
    if not at or not ends_sentence(lines[at - 1].flat):
        return False
    if pays_respects(lines[at].flat):
        return True
    if not _is_office(lines[at].flat):
        return False
    text = "".join(line.flat for line in lines[max(0, at - SPOKEN) : at])
    return bool(_ITSELF.search(text) or _ASKED.search(text))


# Lines of the last paragraph of a notice; what the office that issues it calls itself, and how it ends.
SPOKEN = 6
_ITSELF = re.compile("[本我](?:[院局会校所行社刊司处站办]|公司|中心|单位|集团)")
_ASKED = re.compile(
    "(?:^|[，。；])(?:敬请|恳请|望广大|逾期|特此|谨此|请(?:提前|相互|互相|广大|各|注意|做好|勿|妥善|绕|自觉|务必|予以|及时))[^，。；]*。$"
)

_STOP = re.compile("[，。；：]")


def _may_sign(flat: str, shortest: int) -> bool:
    # Most lines have a comma.
    return shortest <= len(flat) <= LONGEST and "，" not in flat and not _STOP.search(flat)


def _is_office(flat: str) -> bool:
    """Whether a line is what an office or a firm is called, as one that signs without a date."""
    if flat[-1:] not in _ends("offices") or not _may_sign(flat, SHORTEST) or " " in flat:
        return False
    return flat.endswith(facts()["closing"]["offices"])


# How a notice begins that is closed so: 因供水管道检修，定于…, 根据…规定，现将….
_BEGINS = re.compile(
    r"(?:因|为|由于|根据|按照|经|应).{2,60}?(?:定于|决定(?:于|自|对|在|将)?|拟于|拟对|现将|现就|将于\d|自\d{1,4}[年月日])"
)


def opens_notice(texts: Sequence[str]) -> bool:
    """Whether the first of some paragraphs begins as a notice does, and it or one below closes as one does."""
    if not _BEGINS.match(texts[0]):
        return False
    return any(is_formula(_last_sentence(text)) or is_formula(text) for text in texts)


def is_notice(texts: Sequence[str]) -> bool:
    """Whether some paragraphs are a notice: they begin and close as one does, or ask at their end to be excused or
    called.
    """
    return opens_notice(texts) or bool(_BEGINS.match(texts[0]) and _ASKS.search(texts[-1]))


_ASKS = re.compile("敬请(?:谅解|周知|知悉|配合|支持|关注)|(?:咨询|联系|监督|举报|报名|服务)电话[：:]")


def signs_off(lines: list[Line], paragraph: Sequence[int]) -> bool:
    """Whether a paragraph without a full stop is whole as what closes a notice is (the words for that, who signs, or
    the date), or because such words stand right below it.
    """
    last = paragraph[-1]
    if last + 1 < len(lines):
        told = is_contact(lines[last].flat) and closes(lines, last + 1)
        if told or is_formula(lines[last + 1].flat, lines[last].flat):
            return True
    return closes(lines, last) or signs_below(lines, paragraph)


def closes(lines: list[Line], index: int) -> bool:
    """Whether a line is words that close a notice, its date, or who issued it above that date."""
    if is_date(lines[index]) or is_formula(lines[index].flat, lines[index - 1].flat if index else ""):
        return True
    flat = lines[index].flat
    if len(flat) > LONGEST:
        return False
    if _may_sign(flat, 2) and _may_close(lines, index):
        return True
    below = index + 1
    while below < min(index + TOGETHER, len(lines)) and _is_office(flat) and _is_office(lines[below].flat):
        below += 1
    return below < len(lines) and is_date(lines[below])


def _may_close(lines: list[Line], index: int) -> bool:
    """Whether a line is who signs, by what stands right above or below."""
    if _signs_letter(lines, index) or (index and _signs_letter(lines, index - 1)):
        return True
    if signs_alone(lines, index) or signs_below_contacts(lines, index):
        return True
    if index and _is_office(lines[index].flat) and is_formula(_last_sentence(lines[index - 1].flat)):
        return True
    # Those who sign with him stand above who does so, the day below.
    return any(pays_respects(line.flat) for line in lines[max(0, index - 1) : index + TOGETHER])


def signs_below_contacts(lines: list[Line], index: int) -> bool:
    """Whether a line is one of the offices that sign a notice right below whom to ask, though without a date."""
    above = index
    while above > max(0, index - TOGETHER) and _is_office(lines[above].flat):
        above -= 1
    return above < index and tells_whom(lines, above)


def _signs_letter(lines: list[Line], index: int) -> bool:
    """Whether a line is the name of who wrote a letter: what was written has come to an end above it, and it stands
    above the day.
    """
    if not 0 < index < len(lines) - 1 or not is_name(lines[index].flat):
        return False
    return bool(_DAY.fullmatch(lines[index + 1].flat)) and ends_sentence(lines[index - 1].flat)


def signs_below(lines: list[Line], paragraph: Sequence[int]) -> bool:
    """Whether a paragraph is who signs, or the date, right below words that close a notice."""
    first = paragraph[0]
    flat = lines[first].flat
    if len(paragraph) > 1 or not (_may_sign(flat, 2) or _ISSUED.fullmatch(flat)):
        return False
    for i in range(first - 1, max(0, first - TOGETHER - 2), -1):
        if is_formula(lines[i].flat, lines[i - 1].flat):
            return True
        if not _may_sign(lines[i].flat, 2) or (is_date(lines[i]) and not _is_office(flat)):
            # Hardly anybody signs below the date.
            break
    return False
