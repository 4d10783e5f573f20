"""Whose picture it is: the credit beside a picture (甲乙 摄, 漫画/甲乙), alone or at the end of a caption."""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.forms import marks
from newsarchive.segment.forms.facts import HAN, any_of, facts, simple
from newsarchive.segment.forms.signers import PERSON


@cache
def _credit() -> re.Pattern[str]:
    by = facts()["byline"]
    post = any_of([p for p in by["posts"] if len(p) > 1])
    paper = f"{any_of(by['papers'])}|[{HAN}]{{0,6}}(?:{any_of(facts()['lead']['kinds'])})"
    name = rf"[{HAN}·](?:[ 　]*[{HAN}·]){{1,3}}"
    drawn = any_of(facts()["credit"]["drawn"])
    # Who helped may stand right behind the name, an extractor having taken out the blank: 本报记者甲乙通讯员丙丁摄.
    more = f"(?:[ 　、/]+{name}|(?:记者|通讯员|实习生){name})"
    core = rf"(?:(?:{paper})?(?:{post})?[ 　/:：]*{name}{more}{{0,3}})"
    return re.compile(
        rf"[（(]?(?:{core}[ 　/]*(?:摄影报道|图文报道|摄影|摄|供图|提供|制图|绘图|绘|(?<=[/／])图)"
        rf"|(?:摄影|供图|制图|绘图|图片来源)[ 　]*[/:：][ 　]*{core}|(?:{drawn})[/:：|｜] ?{core}"
        rf"|(?:本[文版报])?(?:图片|照片|配图)(?:除署名外)?(?:均?由|均?为|系|[：: ])?[ 　]?{name}[ 　]?(?:提供|供图|摄)"
        rf"|本版(?:图片|照片|摄影)[：: ] ?{name}(?:[ 、]{name})*|图据{name}|[A-Za-z]{{2,8}}供图|资料图"
        rf"|(?:{paper})发?[（(](?:记者 ?)?{name} ?摄[）)]|{PERSON}[ /／]+[画书]"
        rf"|(?:{paper})(?:记者|发)?[ 　]*{name}?[ 　]*[摄发]|[{HAN}] 摄"
        # The rest of one that the end of a line tore.
        r"|(?:摄?影|图文)报道)[）)]?"
    )


def is_credit(flat: str) -> bool:
    """Whether the line is nothing but whose picture it is: 甲乙 摄, 本报记者 甲乙 摄, 摄影/甲乙."""
    bare = simple(flat.strip())
    return len(bare) <= 30 and bool(_taken().search(bare) and _credit().fullmatch(bare)) and not _wrote(bare)


@cache
def _taken() -> re.Pattern[str]:
    """What no credit lacks."""
    return re.compile(f"[摄影图绘发]|[ /／][画书]|提供|{any_of(facts()['credit']['drawn'])}")


def _wrote(flat: str) -> bool:
    """Whether a line says who wrote the text beside who took the picture (文/甲乙 图/丙丁, 甲乙 文/摄)."""
    return bool(re.search("[/／|｜]文|文字?[:：/／|｜并]| 文 ", flat))


def credit_at_end(flat: str) -> int:
    """Where the credit that ends a caption begins, or -1; it stands after a full stop or a gap."""
    artist = _titled().match(flat) if "）" in flat or ")" in flat else None
    if artist and by_artist(flat[artist.end() :].strip()):
        return artist.end()
    # In most lines nothing stands behind a stop or a blank.
    if not _BEHIND.search(flat) or not _taken().search(simple(flat)) or not _LAST_PHRASE.search(flat):
        return -1
    # Who drew and who took the pictures may be told with who wrote (采写/甲乙 插图/丙丁).
    if is_credit(flat) or marks.is_byline(flat):
        return -1
    at = -1
    while found := _LAST_PHRASE.search(flat, at + 1):
        at = found.end()
        if is_credit(flat[at:].strip()):
            return at
    return -1


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(
        rf"(?:《[^《》]{{1,16}}》|[{HAN}·]{{2,12}})[（(](?:{any_of(facts()['credit']['techniques'])})[)）]"
    )


def is_titled(flat: str) -> bool:
    """Whether a line is nothing but what a work of art is called, with its technique: 《芦荡》（水彩）."""
    return flat.endswith(("）", ")")) and bool(_titled().fullmatch(flat))


def by_artist(flat: str) -> bool:
    """Whether a line is nothing but who made a work of art: 作者：甲乙, 甲乙 作."""
    return bool(_ARTIST.fullmatch(flat))


_ARTIST = re.compile(
    rf"(?:作者[:：/／ ]? ?)?{PERSON}(?: ?[作绘刻书画])?|(?:作者[:：/／ ] ?)[{HAN}]{{2,4}}|[{HAN}]{{2,4}} [作绘]"
)
_BEHIND = re.compile("[。！？”』」 　].")
_LAST_PHRASE = re.compile(r"(?:(?<=[。！？”』」])|[ 　]+)[ 　]*(?=[^。！？]{2,26}$)")
