"""Bylines with a post at the paper: 本报记者 甲乙, ■通讯员 甲乙 文/图, 本报评论员; and what they tell of who signs.

Those without a post are in signers.py. Every function looks at one folded line (see ``lines.fold``); the words are in
marks.toml.
"""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.forms.facts import HAN, any_of, facts, simple
from newsarchive.segment.forms.imprint import is_staff
from newsarchive.segment.forms.kickers import is_named_rubric
from newsarchive.segment.forms.leads import lead_of
from newsarchive.segment.forms.signers import are_pen_names, is_signed
from newsarchive.text.surnames import all_surnames

# Behind a name, the places he wrote from: 商报记者｜甲乙 发自某地、某地, 本报记者 甲乙 某某某某报道.
_SENT_FROM = (
    rf"(?:发自|自)[{HAN}]{{2,8}}(?:[、 ][{HAN}]{{2,6}}){{0,2}}(?:报[道导])?"
    rf"|[ 　][{HAN}]{{2,8}}(?:[、·][{HAN}]{{2,6}})?报[道导]"
)
# Behind a name, where he wired from: 本报特派记者 甲乙 某地专电.
_WIRED = rf"[ 　][{HAN}]{{2,6}}专电"


@cache
def _byline() -> re.Pattern[str]:
    by = facts()["byline"]
    # 文 and 图 are posts only where the word ends: 文化惠民 is none.
    short = any_of(w for w in by["posts"] if len(w) == 1)
    common, rare, double, rarest = all_surnames()
    surname = f"(?:[{common}{rare}{rarest}]|{any_of(double)})"
    # A paper may call its reporters by whatever they do (值班记者, 跑口记者): then a name stands apart behind it, and
    # no number of them before it.
    apart = rf"[ :：]+{surname}(?:[{HAN}]{{1,2}}| [{HAN}])(?<![行团会])(?![{HAN}])"
    duty = rf"(?![{by['several']}])[{HAN}]{{2,4}}记者(?={apart})"
    post = f"(?:{any_of(w for w in by['posts'] if len(w) > 1)}|(?:{short})(?![{HAN}])|{duty})"
    named = f"[{HAN}]{{1,8}}(?:{any_of(by['media'])})[+＋]?"
    # With its desk on the net: 某某报·某某网记者.
    named = rf"{named}(?:[·•/／—-]{{1,2}}{named})?"
    paper = f"(?:{any_of(by['papers'])}|《?{named}》?|[{HAN}]{{1,6}}(?:省|市|县|区|州|镇|乡))"
    sent = f"(?:(?:驻|赴|特派)[{HAN}]{{1,6}}?)?{post}"
    bullet = f"(?:[{by['bullets']}] ?)?"
    # A two-character name may be set apart to the width of three.
    name = rf"(?:[{HAN}] [{HAN}](?![{HAN}])|[{HAN}·]{{2,4}}|[{HAN}]+·[{HAN}·]{{1,10}})"
    # Some extractors take out the blanks between names: 本报记者甲乙丙丁戊.
    run = rf"(?:{surname}[{HAN}]{{1,2}}){{2,4}}"
    gap = r"[ 　:：/／、|｜丨]"
    # Names follow each other with a blank or a mark between them, or behind the next post: 记者甲乙 通讯员丙丁.
    more = rf"(?:{gap}+(?:{bullet}(?:{paper})?{post}{gap}*)?{name}|{post}{gap}*(?:{name}|{run}))"
    tail = rf"(?:{gap}*[（(]?(?:{any_of(by['tails'])})[)）]?|{_SENT_FROM}|{_WIRED})?"
    return re.compile(
        rf"(?:{paper})?{sent}(?:{gap}*{name}{more}*)?{tail}|(?:{paper}){sent}{run}{more}*{tail}"
        rf"|(?:{name})(?:[ 　、]+{name}){{0,3}}[ 　]*/?[ 　]*(?:{any_of(by['tails'])})"
        rf"|(?:文|图|摄影|撰文|采写)[ 　]*[/:：|][ 　]*(?:{name})(?:[ 　、]+{name})*.{{0,12}}"
    )


@cache
def _posting() -> re.Pattern[str]:
    """What no such byline lacks: a post or what somebody did. Most headlines have neither."""
    by = facts()["byline"]
    return re.compile(any_of([*by["posts"], *by["tails"], "记者", "文", "图", "摄影", "撰文", "采写"]))


def is_byline(flat: str) -> bool:
    """Whether the line is nothing but who wrote the article: 本报记者 甲乙, ■通讯员 甲乙 文/图, 本报评论员."""
    by = facts()["byline"]
    # What a lead tells may have a line of its own below the headline: 本报某地今晨电 特派记者 甲乙.
    flat = simple(flat).replace("／", "/")
    flat = flat[1:-1] if flat.startswith(("【", "〔")) and flat.endswith(("】", "〕")) else flat
    stamp = lead_of(flat)
    if not stamp and _SENTENCE.search(flat):
        return False
    bare = flat.strip().removeprefix(stamp).strip().lstrip(by["bullets"]).strip()
    if stamp and not re.match("(?:[特见实首][派习席])?(?:记者|通讯员) (?![从昨今近日前])", bare):
        return False
    bulleted = bare != flat.strip()
    if not 1 < len(bare) <= 40 or _SENTENCE.search(bare) or is_staff(bare):
        return False
    # A name stands apart from what readers are called, or it is of what is for them (读者接待室).
    if (bare.endswith(tuple(by["never"])) and not re.search(f"{_WIRED}$", bare)) or _FOR_READERS.search(bare):
        return False
    if (bulleted and is_named_rubric(bare)) or _TELLS.match(bare):
        return False
    if bulleted and are_pen_names(bare):
        return True
    # An extractor may set blanks around a bar: 文 /图.
    bare = re.sub("(?<=[文图摄]) ?/ ?(?=[文图摄])", "/", bare) if "/" in bare else bare
    return bool(_posting().search(bare) and _byline().fullmatch(bare)) or is_signed(bare, bulleted=bulleted)


# What a reader told the paper: 读者甲女士：….
_TELLS = re.compile(
    rf"(?:读者|市民|网友|居民|村民)[{HAN}]{{1,3}}(?:女士|先生|小姐|阿姨|大妈|大爷|大伯|师傅|同学|老师|奶奶|爷爷|老人)[：:]"
)
_SENTENCE, _FOR_READERS = re.compile("[，。；！？,;!?“”]"), re.compile(f"(?:读者|网友)[{HAN}]+$")


def posted_to(byline: str) -> list[str]:
    """The places where the correspondents of a byline are: 本报驻柏林记者."""
    return re.findall(rf"驻([{HAN}]{{2,6}}?)(?:特派|首席)?(?:记者|站)", byline)


@cache
def _beside_names() -> re.Pattern[str]:
    by = facts()["byline"]
    kinds = f"[{HAN}]{{0,6}}(?:{any_of(facts()['lead']['kinds'])})(?=[{HAN}]{{0,4}}(?:记者|通讯员|评论员))"
    return re.compile(f"{kinds}|{any_of([*by['papers'], *by['posts'], *by['tails']])}")


def names_of(byline: str) -> list[str]:
    """The names that a byline holds, blanks within a name taken out before: 本报记者 甲乙 通讯员 丙丁."""
    bare = _beside_names().sub(" ", byline)
    return re.findall(rf"(?<![{HAN}·])[{HAN}·]{{2,4}}(?![{HAN}·])", bare)


def is_readers(byline: str) -> bool:
    """Whether a reader signs: 某市读者 甲乙, 某里居民 丙丁."""
    return bool(re.search(r"读者|网友|居民|村民|市民|业主", byline))


def is_commentators(byline: str) -> bool:
    """Whether the paper's commentator signs: 本报评论员, 特约评论员 甲乙."""
    return "评论员" in byline
