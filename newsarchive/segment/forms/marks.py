"""The fixed forms of newspaper make-up: bylines, leads, credits, jump lines, signatures, furniture.

Every function looks at one folded line (see ``lines.fold``) and knows nothing of the page around it. The words are
in marks.toml.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsarchive.model import Kind
from newsarchive.segment.forms import corrections
from newsarchive.segment.forms.bylines import is_byline as is_byline
from newsarchive.segment.forms.bylines import is_commentators as is_commentators
from newsarchive.segment.forms.bylines import is_readers as is_readers
from newsarchive.segment.forms.bylines import names_of as names_of
from newsarchive.segment.forms.bylines import posted_to as posted_to
from newsarchive.segment.forms.facts import HAN, any_of, facts
from newsarchive.segment.forms.imprint import is_furniture as is_furniture
from newsarchive.segment.forms.imprint import is_section as is_section
from newsarchive.segment.forms.imprint import is_sheet as is_sheet
from newsarchive.segment.forms.kickers import is_rubric_name
from newsarchive.segment.forms.leads import lead_of as lead_of
from newsarchive.segment.forms.signers import ABOUT_AUTHOR, SHARED, SOURCE, is_signed, is_source
from newsarchive.text.surnames import all_surnames
from newsarchive.text.words import frequency


def opinion(text: str) -> float:
    """How many words of opinion (应当, 不妨, 岂 …) a text has in a hundred characters."""
    return 100.0 * sum(map(text.count, facts()["opinion"]["words"])) / max(1, len(text))


# Every byline of a page asks it of the same few texts.
@lru_cache(maxsize=64)
def reasoning(text: str) -> float:
    """How far a text argues and does not report: its words of opinion beyond its figures, in a hundred characters, and
    one more.
    """
    return opinion(text) - 100.0 * len(re.findall(r"[0-9.]+", text)) / max(1, len(text)) + 1.0


_OPEN, _SHUT = r"[（(【［\[]?[ 　]*", r"[ 　]*[）)】］\]]?"
_PAGE = r"[ 　]*第?[ 　]*([A-Za-z]?[ 　]*[0-9０-９一二三四五六七八九十]{1,3})[ 　]*版"
JUMP_TO = re.compile(
    rf"{_OPEN}[▶►→>＞]{{0,3}}[ 　]*(?:下[转轉]|[紧緊]?[转轉]){_PAGE}[ 　]?[①-⑩]?{_SHUT}[ 　]?[▶►→>＞]{{0,3}}$"
)
JUMP_FROM = re.compile(
    rf"{_OPEN}[◀◄←<＜]{{0,3}}[ 　]*(?:上接|[紧緊]接|(?<=[（(【［\[])接){_PAGE}[^）)】］\]]{{0,30}}{_SHUT}"
)
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def page_label(shown: str) -> str:
    """``第四版`` → ``4``, ``A 04`` → ``A04``: the page a jump line names, in digits."""
    bare = re.sub(r"\s", "", shown)
    if all(c in "一二三四五六七八九十" for c in bare):
        tens, _, ones = bare.partition("十")
        value = _DIGITS.get(bare, 0) if "十" not in bare else _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
        return str(value)
    return str(int(bare)) if bare.isdigit() else bare.upper()


_DONE = rf"[{HAN}]{{2,3}}(?:编译|整理|供稿|译)"
_POSTED = r"(?:本报)?(?:记者|通讯员|作者|实习生|整理|综合|据|编译)"
SIGNATURE = re.compile(
    rf"[（(][ 　]*((?:{_POSTED}[:：]?[ 　]*)?[{HAN}](?:[ 　、]*[{HAN}]){{1,24}}"
    rf"|{SHARED}|{SOURCE}|{ABOUT_AUTHOR}|{_DONE})[ 　]*[）)]$"
)
# Behind the last sentence one character of a name; not what closes a telegram, tells of a picture, counts or is said
# of somebody.
_SAID = "完图表略终续待讯电摄注附转上中下左右前后一二三四五六七八九十甲乙丙丁男女日美英法德俄韩笑"
_INITIAL = re.compile(rf"(?<=[。！？”])[（(](?![{_SAID}])([{HAN}])[）)]$")
_NOT_SIGNED = re.compile(r"(?:省|市|县|区|州|版|年|月|日|讯|图|完|上|下|略)$|摄|下转|上接|简称|以下")


@cache
def _sent_by() -> re.Pattern[str]:
    """Who signs with what his paper calls him, or with who helped him, no blank between them (值班记者甲乙)."""
    common, rare, double, rarest = all_surnames()
    surname = f"(?:[{common}{rare}{rarest}]|{any_of(double)})"
    return re.compile(rf"[{HAN}]{{2,4}}(?:记者|通讯员|实习生) ?{surname}[{HAN} 、]{{1,11}}")


def signature_of(flat: str) -> re.Match[str] | None:
    """The bracketed name that ends an article, （甲 乙） or （记者 甲乙）, with the name as group 1."""
    found = (SIGNATURE.search(flat) or _INITIAL.search(flat)) if flat[-1:] in "）)" else None
    if not found:
        return None
    inner = found.group(1)
    if len(inner) == 1:
        return found
    names = re.sub(r"[ 　、]", "", inner)
    posted = re.match(_POSTED, inner) or re.fullmatch(f"{SHARED}|{SOURCE}|{ABOUT_AUTHOR}|{_DONE}", inner)
    posted = posted or _sent_by().fullmatch(inner)
    if inner.endswith("摄") or is_aside(found.group()):
        return None
    # 某里读者 甲乙年: where who signs is told, his name may end like a place or a date.
    if _NOT_SIGNED.search(inner) and not posted and not is_signed(inner, bulleted=False):
        return None
    if not posted and (len(names) > 4 and " " not in inner):
        return None
    return found


def is_posted(flat: str) -> bool:
    """Whether a line is nothing but brackets with who signs and his post at the paper: （记者 甲乙）."""
    return flat[:1] in "（(" and flat[-1:] in "）)" and bool(_REPORTER.search(flat)) and is_byline(flat[1:-1])


_REPORTER = re.compile("记者|通讯员|实习生|评论员")


def is_aside(flat: str) -> bool:
    """Whether a line is nothing but brackets with who gave the news to the paper (线索提供：甲女士 酬金80元), or with
    what is to be known of the names in a text: it closes that and signs nothing.
    """
    return flat[:1] in "（(" and flat[-1:] in "）)" and bool(_aside().fullmatch(flat[1:-1].strip()))


@cache
def _aside() -> re.Pattern[str]:
    table = facts()["aside"]
    return re.compile(
        rf"(?:本文|文中|文内|以上|新闻)?(?:(?:{any_of(table['tips'])})[：:人者 　].{{1,24}}"
        rf"|[{HAN}、]{{0,12}}(?:{any_of(table['names'])}))"
    )


def torn_signature(above: str, below: str) -> str:
    """Who signs in brackets of which two lines hold one half each, or the empty string: where he works, what he is or
    writes for is told with his name. The end of a line may have taken the place of a blank.
    """
    if above[:1] not in "（(" or below[-1:] not in "）)" or _BRACKETS.search(above[1:] + below[:-1]):
        return ""
    for inner in (f"{above[1:]} {below[:-1]}", above[1:] + below[:-1]):
        if is_signed(inner, bulleted=False) or is_byline(inner):
            return inner
    # What the author is and where a text is from is told in one piece.
    close = above[1:] + below[:-1]
    return close if is_source(close) else ""


_BRACKETS = re.compile("[（）()]")


def unsigned(flat: str) -> str:
    """A line without the jump line and the signature at its end."""
    bare = JUMP_TO.sub("", flat).rstrip() if "转" in flat else flat
    return SIGNATURE.sub("", bare).rstrip() if bare[-1:] in "）)" else bare


_DATED = re.compile(r"(?:\d{4}[ ]?年)?[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日")


@cache
def _says() -> re.Pattern[str]:
    """Somebody known by the bare name goes on speaking (方小禾说。): a story introduces who it lets speak."""
    return re.compile(rf"[{HAN}]{{2,4}}(?:{any_of(facts()['first_words']['says'])})[。，：]")


def first_words(flat: str) -> str:
    """``continuing`` for a paragraph that takes up something said before, ``fresh`` for one that begins a story,
    else nothing.
    """
    table = facts()["first_words"]
    bare = flat.lstrip("“‘")
    if bare.startswith(tuple(table["continuing"])) or _says().match(bare):
        return "continuing"
    if bare.startswith(tuple(table["fresh"])) or _DATED.match(bare):
        return "fresh"
    return ""


def closes_notice(flat: str) -> bool:
    """Whether a paragraph turns to the reader as the last one of a notice does (有意者请于…, 特此公告)."""
    return flat.startswith(facts()["first_words"]["closing"])


# What every notice of a loss ends with.
VOID = re.compile("声明作废|^作废")


def tells_of_loss(flat: str) -> bool:
    """Whether a line begins a notice of a loss: somebody (the words before 遗失) lost something."""
    return flat.find("遗失") > 0


# Questions may be numbered: ①问：…, Q1：…; two characters may be set apart to the width of three: 晚 报：….
_SPEAKER = re.compile(rf"(?:[①-⑳]|\d{{1,2}}[.、．])?(?:([{HAN}·]{{1,6}}|[{HAN}] [{HAN}])|([QA])\d{{0,2}})[：:]")


def speaker(flat: str) -> str:
    """Who speaks in the paragraph of an interview or a dialogue (记者：…, 甲乙丙：…), or the empty string."""
    found = _SPEAKER.match(flat) if "：" in flat or ":" in flat else None
    return (found.group(1) or found.group(2)).replace(" ", "") if found else ""


def is_salutation(flat: str) -> bool:
    """Whether the line is how a reader's letter begins: 编辑同志："""
    return flat[-1:] in "：:" and bool(_SALUTATION.fullmatch(flat))


# Behind whom a letter turns to it may go on; 记者： is who asks in an interview.
_TO_EDITORS = re.compile("(?:尊敬的|敬爱的)?(?:编辑|编者|记者|主编|总编)(?:同志|部|先生|老师|朋友)[：:]")
# What a reader tells the paper may stand below what he did: 市民甲女士来电：….
_CALLED = re.compile(rf"(?:市民|读者|居民|村民|网友)[{HAN}]{{1,6}}来[电信函][：:]")
_SALUTATION = re.compile(
    rf"(?:尊敬的|敬爱的)?(?:(?:[{HAN}]{{0,4}}[报刊])?(?:编辑|编者|记者|主编|总编)(?:同志|部|先生|老师|朋友)?们?|本报)[：:]"
)
# So a letter begins to whomever it turns, and an answer that turns to who wrote: 某大夫：您好！…. Who asks greets in an
# interview, and a sentence tells who said it.
_GREETING = re.compile(rf"(?!记者|主持人)[{HAN}·]{{1,9}}[^说道问称喊][：:](?:您|你)们?好[！!。，,]")


def greets(flat: str) -> bool:
    """Whether a line begins as a letter to somebody does, or as its answer: 某大夫：您好！…."""
    return ("：" in flat or ":" in flat) and bool(_GREETING.match(flat))


def is_letter(flat: str) -> bool:
    """Whether a line begins what a reader wrote or said: 编辑同志：, 某大夫：您好！…, 市民甲女士来电：…."""
    # Every form of it has a colon, and few paragraphs begin with a line that has one.
    return ("：" in flat or ":" in flat) and (is_salutation(flat) or greets(flat) or bool(_CALLED.match(flat)))


def is_reply(headline: str) -> bool:
    """Whether a headline says who answered: 某局回复：…; it heads the answer and not the letter."""
    return any(word in headline for word in facts()["kind"]["reply"])


# Of a page two rooms ask it for every line.
@lru_cache(maxsize=2048)
def opens_article(flat: str) -> bool:
    """Whether the line begins as nothing but an article does: 本报讯 …, 上接第几版, 编辑同志：, 因业务发展需要，现 …"""
    return bool(lead_of(flat) or (flat[:1] in _BEGINNINGS and _opening().match(flat)))


@cache
def _opening() -> re.Pattern[str]:
    begun = (JUMP_FROM, _NEEDED, _TO_EDITORS, corrections.BEGINS, _CALLED)
    return re.compile("|".join([*(form.pattern for form in begun), rf"{_SALUTATION.pattern}\Z"]))


# The first characters of all these.
_BEGINNINGS = frozenset("（(【［[ 　◀◄←上紧緊因尊敬编记主总本市读居村网昨前")


# How an advertisement for staff and the like begins.
_NEEDED = re.compile(rf"因[{HAN}]{{2,8}}需要，[{HAN}]{{0,8}}[现特拟诚]")


def genre(flat: str) -> str:
    """What kind of text a line opens, where its words tell: an advertisement for staff, a letter, or news."""
    if _NEEDED.match(flat):
        return "advertisement"
    if is_letter(flat):
        return "letter"
    return "news" if opens_article(flat) else ""


_NAME = re.compile(rf"[{HAN}]{{2,3}}|[{HAN}] [{HAN}]|[{HAN}]{{2,8}}(?:读者|网友) ?[{HAN}]{{2,4}}")


def is_name(flat: str) -> bool:
    """Whether display type is no more than what a name may be: two or three characters, or a reader's name with
    his place.
    """
    return bool(_NAME.fullmatch(flat))


# Many steps ask it of the same display type.
@lru_cache(maxsize=512)
def is_pen_name(flat: str) -> bool:
    """Whether display type is a name and no label or torn phrase: the dictionary hardly knows it as a word, nor holds
    it a common one or one of grammar.
    """
    if not is_name(flat):
        return False
    close = flat.replace(" ", "")
    # In jieba's 60 million words 50 are what a reader of news meets; pen names may be rare words. A common one (经济,
    # 欢迎) has thousands.
    common = max(frequency(word) for word in (close[:2], close[-2:]))
    label = is_section(flat) or is_roundup(close) or is_rubric_name(close) or close in _called()
    word = label or frequency(close) >= 50 or common >= 1000
    return not word and not re.search("[的了着是]|^在|在$|摄$", close)


@lru_cache(maxsize=512)
def kind_of(headline: str) -> Kind:
    """Notice, advertisement or article, by the words that such headlines are made of."""
    table = facts()["kind"]
    if any(w in headline for w in table["advertisement"]):
        return Kind.ADVERTISEMENT
    return Kind.NOTICE if headline.endswith(tuple(table["notice"])) else Kind.ARTICLE


# Of a display line many ask it.
@lru_cache(maxsize=512)
def is_own_notice(phrase: str) -> bool:
    """Whether display type is what a notice or an advertisement says of itself, and no clause of a news headline."""
    close = "".join(phrase.split())
    return any(w in close for w in facts()["kind"]["of_itself"])


def is_roundup(phrase: str) -> bool:
    """Whether display type is the headline over short news that have none of their own: 简讯, 要闻速览, 短讯三则."""
    flat = "".join(phrase.split())
    return len(flat) <= 8 and _COUNTED.sub("", flat).endswith(facts()["kind"]["roundup"])


def counts_items(phrase: str) -> bool:
    """Whether the headline over short news says how many they are: 短讯三则."""
    return bool(_COUNTED.search("".join(phrase.split())))


# How many items such a headline counts.
_COUNTED = re.compile(r"[（(]?[一二两三四五六七八九十0-9]{1,2}[则条篇][）)]?$")


def is_called_alone(phrase: str) -> bool:
    """Whether a phrase is no more than what a notice or a correction is called alone on a line: 更正, 失物招领."""
    return "".join(phrase.split()) in facts()["kind"]["whole"] or corrections.is_correction_name(phrase)


def ends_notice(phrase: str) -> bool:
    """Whether a phrase is the whole headline of a notice: what it is called stands last (遗失声明, … 招聘启事) or alone
    (更正), or it says whom somebody seeks.
    """
    table = facts()["kind"]
    flat = "".join(phrase.split())
    if is_called_alone(flat):
        return True
    called = next((flat.removesuffix(w) for w in table["last"] if flat.endswith(w)), "")
    named = bool(called) and not called.endswith(tuple(table["issued"]))
    return named or (is_own_notice(flat) and not flat.endswith(("诚聘", "诚招")))


@cache
def _called() -> frozenset[str]:
    """What notices and advertisements are called, and nobody."""
    table = facts()["kind"]
    return frozenset((*table["notice"], *table["advertisement"], *table["last"], *table["alone"]))


_NUMBERS = "一二三四五六七八九十"
_ITEM = re.compile(
    rf"(?:(?P<a>[{_NUMBERS}])、|[（(](?P<b>[{_NUMBERS}])[）)]|(?P<c>[1-9])[.、．](?![0-9])|第(?P<d>[{_NUMBERS}])[，、：是]"
    rf"|其(?P<e>[{_NUMBERS}])[，、：是]|(?P<f>[{_NUMBERS}])是|[（(](?P<g>[1-9])[）)])"
)


def item_of(flat: str) -> tuple[str, int] | None:
    """How a paragraph is numbered as an item of a list (三、, （三）, 3., 第三，, 三是): the form and the number."""
    found = _ITEM.match(flat)
    if not found:
        return None
    form, number = next((form, number) for form, number in found.groupdict().items() if number)
    return form, int(number) if number.isdigit() else _NUMBERS.index(number) + 1
