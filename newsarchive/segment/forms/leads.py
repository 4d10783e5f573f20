"""The leads with which news begins: 本报讯 （记者 甲乙）, 新华社某地某月某日电, 【记者甲乙／某地报道】.

Every function looks at one folded line (see ``lines.fold``), as those of marks.py do; the words are in marks.toml.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsarchive.segment.forms.facts import HAN, any_of, facts, simple
from newsarchive.segment.forms.signers import PERSON
from newsarchive.text.surnames import all_surnames

_SURNAME = f"[{all_surnames()[0]}]"
# Who sent it, before his name; and names behind it that a blank, a mark or nothing parts.
_POSTED = r"(?:本报|特派|特约|见习|首席|全媒体)?(?:记者|通讯员|实习生)"
_NAMES = rf"{PERSON}(?:[ 　、]+{PERSON}){{0,3}}"
# 通讯, 快讯, 简讯 and the like are no lead.
_NO_LEAD = "(?<![通快短简喜音])"
_NAMED = rf"{_SURNAME}[{HAN}]{{1,2}}"
_DAY = r"(?:\d{1,4}年)?[ 　]?(?:\d{1,2}[ 　]?月[ 　]?)?(?:\d{1,2}[ 　]?日)?[ 　]?"


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:【?(?:{_stamp()})】?[ 　:：]{{0,3}}(?:{_teller()})?|{_alone()})[ 　]{{0,2}}")


def _stamp() -> str:
    """What says whose news it is, from where and of which day: 本报某地4月2日电."""
    lead = facts()["lead"]
    papers, words = any_of(lead["papers"]), any_of(lead["words"])
    place = rf"(?!记者|通讯员|评论员|特派|驻)[{HAN}·、]{{0,10}}?[ 　]?"
    # A paper may name itself by what it is (晚报讯): a sentence may name another one so, hence a blank or who wrote it
    # must follow.
    called = rf"(?!据)[{HAN}]{{0,6}}?(?:{any_of([*lead['kinds'], *lead['trades']])})"
    own = rf"{called}{place}{_DAY}{_NO_LEAD}(?:专?[讯电])(?={_POSTED}|[ 　（(]|$)"
    own += rf"|(?!据)[{HAN}]{{2,8}}(?:融媒|融媒体|融媒体中心|网|发布|台)讯(?={_POSTED}|[ 　（(])"
    # Any place may stand for the paper where it is told at once who wrote it.
    local = rf"(?!据)[{HAN}]{{2,6}}{_NO_LEAD}讯[ 　]?(?=[（(][{HAN}]{{0,6}}(?:记者|通讯员)|记者[{HAN}]{{2,3}}报[道导])"
    # With the day no more than who wrote it needs to follow: 临水6月11日讯（记者 甲乙）.
    local += rf"|(?!据)[{HAN}]{{2,6}}\d{{1,2}}月\d{{1,2}}日(?:专?[讯电])[ 　]?(?=[（(][{HAN}]{{0,8}}(?:记者|通讯员))"
    land = rf"(?:[（(][{HAN}]{{2,8}}[）)])?"
    # The day may stand before the place: 本报4月2日某地讯.
    dated = rf"(?:{papers})(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日[ 　]?(?![刊发登报])"
    dated += rf"[{HAN}]{{2,6}}?{_NO_LEAD}(?:专?电|讯)(?!员|息|线)"
    # Telegrams of agencies that sentences too are told of: these have their day (某社某地6日电), in figures or not.
    figure = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    wired = rf"据?(?:{any_of(lead['agencies'])})[／/]?[{HAN}·]{{0,8}}?(?:{figure}月)?{figure}日(?:专?电|讯)"
    # What a paper put together from others says so before a blank.
    gathered = rf"(?:本报)?综合(?:(?:{papers}|{any_of(lead['agencies'])})、?){{1,3}}(?:{words}|报[道导])(?=[ 　]|$)"
    gathered += r"|本报综合报[道导](?=[ 　])"
    return rf"(?:{papers}){place}{land}{_DAY}(?:{words})(?!员|息|线)|{dated}|{own}|{local}|{wired}|{gathered}"


def _teller() -> str:
    """Who wrote it, behind the stamp: （记者 甲乙）, 记者甲乙报道：."""
    # Behind 本报讯 brackets with nothing but names tell enough, with where they work before them.
    named = rf"[（(](?:[{HAN}]{{2,14}}[ 　])?{_NAMES}[）)]"
    told = rf"(?:{_POSTED}[ 　]?[{HAN} 　、]{{2,30}}?(?:报[道导]|电|讯(?!员))[:：]?)"
    bare = rf"(?:{_SURNAME}[{HAN}]{{1,2}}(?:[ 　、]+{_SURNAME}[{HAN}]{{1,2}}){{0,3}}[ 　]?报[道导][:：]?)"
    # Who helps a reporter may stand before him, by the name alone: 甲乙、特约记者丙丁报道：.
    common, rare, double, _ = all_surnames()
    named_so = rf"(?:(?:{'|'.join(double)})|[{common}{rare}])[{HAN}]{{1,2}}"
    helped = rf"(?:(?:{named_so}[ 　、，和]{{1,2}}){{1,3}}{_POSTED}[ 　]?{named_so}[ 　]?报[道导][:：]?)"
    # Behind the day a reporter may begin his first sentence: 本报4月2日讯 记者甲乙从市水务局获悉.
    after = "(?=[从昨在]|今日|近日|日前|获悉)"
    begun = rf"(?:{_POSTED}[ 　]?(?![从昨今近日前在获])[{HAN}]{{2,3}}{after})"
    # Or a blank parts his name from it.
    apart = rf"(?:{_POSTED}[ 　]?(?!于[昨今近日前]){_NAMES}(?=[ 　]))"
    return f"{_bracketed()}|{named}|{told}|{bare}|{helped}|{begun}|{apart}"


def _alone() -> str:
    """Who wrote it where nothing else is told: in brackets, before a colon."""
    alone = rf"(?:本报)?记者[ 　]?[{HAN} 　]{{2,24}}?报道[:：]"
    # Where no colon is set, names set apart and a blank tell it.
    alone += rf"|(?:本报)?{_POSTED}[ 　]?{_NAMES}(?:[ 　]{_POSTED}[ 　]?{_NAMES})?[ 　]报[道导](?=[ 　])"
    alone += rf"|{_NAMED}(?:[、 　]{_NAMED}){{1,3}}[ 　]?报[道导][:：]"
    # Papers outside the mainland have it in brackets: 【记者甲乙／某地报道】, 【甲乙／综合报道】, 【某报讯】.
    framed = rf"[【〔](?:[{HAN}]{{0,6}}{_POSTED})[{HAN} 　、/／]{{2,24}}(?:报[道导]|电|讯)[】〕]"
    place = rf"[【〔][{HAN} 　、]{{2,14}}[/／][{HAN}]{{2,6}}(?:报[道导]|电|讯)[】〕]"
    stamped = rf"[【〔](?:[{HAN}]{{1,7}}|[{HAN}]{{0,4}}[专特]){_NO_LEAD}(?:专?[讯电])[】〕](?=.)"
    # Or his name alone, with his paper: 【某报记者 甲乙】.
    framed += rf"|[【〔][{HAN}]{{0,10}}?{_POSTED}[ 　]?{_NAMES}(?:[ 　]{_POSTED}[ 　]?{_NAMES})?[】〕](?=.)"
    gathered = rf"[【〔][{HAN}]{{0,6}}综合(?:外电)?(?:报[道导]|消息)[】〕](?=.)"
    agencies = any_of(facts()["lead"]["agencies"])
    day = r"[\d一二三四五六七八九十]{1,3}日"
    wired = rf"[（(【〔](?:{agencies})[{HAN}·／/]{{0,8}}?{day}[{HAN}]{{0,6}}(?:电|报[道导])[)）】〕]"
    told = rf"{_POSTED}[ 　]?[{HAN} 　、]{{2,24}}?报[道导][:：]?"
    boxed = rf"(?:{framed}|{place}|{stamped}|{gathered}|{wired})[ 　]?(?:{_bracketed()}|{told})?"
    return f"{_bracketed()}|{alone}|{boxed}"


def _bracketed() -> str:
    post = "(?:记者|通讯员|实习生|评论员|作者(?![系为是单]))"
    who = rf"[（(][^（）()]{{0,24}}?{post}[^（）()]{{2,40}}[）)]"
    return rf"(?:{who}|[\[［][^\[\]［］]{{0,24}}?{post}[^\[\]［］]{{2,40}}[\]］])"


@lru_cache(maxsize=2048)
def lead_of(flat: str) -> str:
    """The opening 本报讯 …, 新华社某地某月某日电（记者 …） of a paragraph, or the empty string."""
    plain = simple(flat)
    found = _lead().match(plain) if flat[:1] in _BRACKETS or _TELLING.search(plain) else None
    return flat[: found.end()].strip() if found else ""


# A lead begins with a bracket, or says that it is news (讯, 电, 消息, 报道).
_BRACKETS, _TELLING = "（([［【〔", re.compile("[讯电息道导]")


def tells_writer(lead: str) -> bool:
    """Whether a lead says who wrote it: by his post, or by his name in brackets, before a bar or before 报道."""
    return bool(_WRITER.search(simple(lead)))


_WRITER = re.compile(
    rf"记者|通讯员|实习生|评论员|[（(](?:[{HAN}]{{2,14}}[ 　])?{PERSON}"
    rf"|[【〔](?:编译)?{_NAMED}[ 　、/／]|(?:^{_NAMED}[、 　].*|[ 　]){_NAMED}[ 　]?报[道导]"
)
