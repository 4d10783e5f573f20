"""The words of kickers 引题: what closes an introduction to a headline, and the names of columns 栏目; and those of a
subtitle 副题 that says what is read.

Every function looks at one folded line (see ``lines.fold``); the words are in marks.toml. Columns without a known word
are told by their place (rubrics.py).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsarchive.segment.forms.facts import HAN, any_of, facts
from newsarchive.text.words import cut, part_of_speech


@cache
def _kicker() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ends = facts()["kicker"]
    # A column name may count its instalments (某某观察③); what is longer than ten characters is a sentence.
    column = rf"[{HAN}·]{{0,8}}(?:{any_of(ends['columns'])})[①-⑳⑴-⑽0-9（）()]*[：:]?"
    # What counts its instalments is the name of a series, whatever its words (某某行⑤, 连载·某某（17）, 讲坛 第18期);
    # behind a circled number it may be a slogan with that name (“某某”进行时·某某行①). Orders and notices count theirs
    # too (公告 第3号), and are headlines.
    named = rf"(?:(?![了着过是在将])[{HAN}· ]){{2,12}}(?<![告令示知])(?<![告令示知] )"
    counted = rf"{named}第[0-9]{{1,3}}(?:{any_of(ends['instalments'])})"
    slogan = rf"[{HAN}0-9“”·—]{{4,16}}[·—][{HAN}·]{{2,12}}[①-⑳]"
    # 某某老物件之十二; 之一 is said of one of many, 百分之十 of a share.
    ordinal = rf"(?:(?![了着过是在将])[{HAN}]){{2,10}}(?<!分)之(?!一$)[一二三四五六七八九十百]{{1,4}}"
    series = rf"[{HAN}·]{{2,10}}(?:[①-⑳⑴-⑽]|[（(]\d{{1,3}}[)）])|{counted}|{ordinal}|{slogan}"
    return re.compile(f"{column}|{series}"), re.compile(series)


def is_kicker(flat: str) -> bool:
    """Whether display type closes like an introduction to a headline (… 强调) or is a column name (… 观察③)."""
    return introduces(flat) or is_rubric_name(flat)


def introduces(flat: str) -> bool:
    """Whether display type closes like an introduction to a headline (… 强调, … ——)."""
    if flat.endswith(DASH):
        return True
    said: tuple[str, ...] = facts()["kicker"]["says"]
    return flat.endswith(said) or (flat[-1:] in "：:" and flat[:-1].endswith(said))


# Behind it comes what the line announces.
DASH = "——"


def leads_over(flat: str) -> bool:
    """Whether a line with another below it is an introduction, whatever else speaks for a headline: it closes with who
    said something or with a dash, or takes up what the paper told before (追踪：…).
    """
    quotes: tuple[str, ...] = facts()["kicker"]["quotes"]
    return flat.endswith(DASH) or flat.endswith(quotes) or flat.startswith(_follows())


@cache
def _follows() -> tuple[str, ...]:
    """How a line begins that takes up what the paper told before."""
    return tuple([f"{word}：" for word in facts()["kicker"]["follows"]])


def only_introduces(flat: str) -> bool:
    """Whether a line is no headline by itself: an introduction, or what the paper says of itself (本报专访某人)."""
    return leads_over(flat) or flat.startswith(("本报", "本刊"))


def is_topic_line(flat: str) -> bool:
    """Whether a line is what the headline that it begins is about, before a colon (青石河村：)."""
    return flat[-1] == "：" and len(flat) <= LONGEST_TOPIC


# Characters before the colon of a headline, and the colon.
LONGEST_TOPIC = 8


# Of a display line many ask it.
@lru_cache(maxsize=512)
def is_rubric_name(flat: str) -> bool:
    """Whether display type is a column name by its words (… 观察③), or the name of a section."""
    bare = unmarked(flat)
    called = flat in _sections() or is_named_rubric(flat) or bool(_kicker()[0].fullmatch(bare))
    return called or _has_subject(bare.replace(" ", "")) or _is_of_two(bare)


def _has_subject(close: str) -> bool:
    """Whether words name a rubric and, behind a mark, its place or subject this time (某某日记·某地, 话题◎某某), or the
    subject stands first, before what a paper prints every week (平安某市·一周).
    """
    found = _PARTED.fullmatch(close)
    if not found:
        return False
    name, subject = found.groups()
    return subject in OF_EVERY_WEEK or _is_called(name)


def _is_of_two(bare: str) -> bool:
    """Whether words are two names of rubrics side by side (网络问政 回音壁)."""
    names = bare.split(" ")
    return len(names) == 2 and all(len(name) >= NAME_OF_TWO and _is_called(name) for name in names)


def _is_called(name: str) -> bool:
    """Whether a name, no part of a longer one, is that of a rubric by its words."""
    return name in _named() or any(words.fullmatch(name) for words in (_kicker()[0], _short()))


# A rubric, a mark such as parts it from its subject, and a subject: a few characters without another mark.
_PARTED = re.compile(rf"([{HAN}]{{2,8}})[·•◎○●◆■｜|]([{HAN}A-Za-z0-9]{{1,8}})")
OF_EVERY_WEEK = ("一周", "本周", "今日", "每周", "周刊", "周报", "一月", "本月", "本期", "副刊", "专版", "专栏")
# Characters of each of two names side by side.
NAME_OF_TWO = 3


@lru_cache(maxsize=512)
def may_be_rubric_name(flat: str) -> bool:
    """Whether display type above a headline is a column name by its words, also by those with which a headline may end:
    few do that have no more than a few characters before them.
    """
    return is_rubric_name(flat) or bool(_short().fullmatch(unmarked(flat).replace(" ", "")))


# What stands in a clause, and before the last word of a short name hardly: particles, prepositions, verbs.
CLAUSE = "的了着在把被将让从向对与和是有无进出开添成上下到入走送回办建看赏守护"


@cache
def _short() -> re.Pattern[str]:
    few = rf"(?:(?![{CLAUSE}])[{HAN}·])"
    table = facts()["kicker"]
    # Some are called by how they tell of their subject: 图说某城, 话说二十四节气.
    told = rf"(?:{any_of(table['tells'])}){few}{{2,6}}"
    return re.compile(rf"{few}{{0,4}}(?:{any_of(table['short'])})[①-⑳⑴-⑽0-9]*|{told}")


def is_series(flat: str) -> bool:
    """Whether display type counts the instalments of a series (某某行⑤, 连载·某某（17）)."""
    return bool(_kicker()[1].fullmatch(flat))


def is_named_rubric(flat: str) -> bool:
    """Whether a line is the name of a column that most papers use (小小说, 读者来信, ● 链接)."""
    return unmarked(flat).replace(" ", "") in _named()


def unmarked(flat: str) -> str:
    """A line without the mark before it or the brackets around it that set off the name of a column."""
    found = _MARKED.fullmatch(flat)
    return (found[1] or found[2]).strip() if found else flat


def is_label(flat: str) -> bool:
    """Whether a line stands in such brackets alone as say what is below: 【读者来信】."""
    return bool(_LABEL.fullmatch(flat))


_MARKED, _LABEL = re.compile("[■●◆▲★◎]([^■●◆▲★◎]+)|【([^【】]+)】"), re.compile("【[^【】]{2,8}】")


@cache
def _sections() -> frozenset[str]:
    return frozenset(facts()["furniture"]["sections"])


@cache
def _named() -> frozenset[str]:
    return frozenset(facts()["kicker"]["named"])


_OF_HAN, _ENDED = re.compile(f"[{HAN}·]+"), re.compile(f"[{HAN}”！？]$")
# Characters of the name of a column; of one so short that few headlines are so.
NAME, SHORT = range(3, 8), 5
# How many times as long the headline below is, at least, and that below a short name.
LONGER, LONGER_BELOW_SHORT = 2.0, 1.5
# Characters of a headline below a name.
HEADLINE = 5
# How many of its pairs of characters the texts of the page say where they speak of it, and of one that they do not: a
# particle (里的) is in every text.
SPOKEN_OF, HARDLY = 0.5, 0.25


def names_column(flat: str, below: str, said: float) -> bool:
    """Whether a line above another has the form of the name of a column (栏目) above a headline of its own, and not of
    the first line of one headline: a few characters that end with a noun and that no text says, far shorter than what
    stands below. ``said`` is the share of its pairs of characters that the texts of the page say.
    """
    name, headline = flat.replace(" ", ""), below.replace(" ", "")
    if len(name) not in NAME or len(headline) < HEADLINE or not _OF_HAN.fullmatch(name):
        return False
    short = len(name) <= SHORT and said <= HARDLY
    if said >= SPOKEN_OF or len(headline) < (LONGER_BELOW_SHORT if short else LONGER) * len(name):
        return False
    last = cut(name)[-1]
    return part_of_speech(last) in NOUNS or last in SEASONS


# The parts of speech with which a name ends; of an unknown word there is none. Of the words of time the dictionary has
# too many (下来).
NOUNS = ("n", "s", "f", "")
SEASONS = ("春", "夏", "秋", "冬", "夜", "夜晚", "清晨", "早晨", "黄昏")


def alone_said(above: str, flat: str, said: float) -> bool:
    """Whether a line begins anew below another of which no text of the page says anything, though it is longer than
    that and the texts say it: the one above is the name of a column, or the headline of a picture or an essay, which
    plays with words. ``said`` is the share of its pairs of characters that the texts say.
    """
    first, second = above.replace(" ", ""), flat.replace(" ", "")
    ended = bool(_ENDED.search(first))
    return ended and len(first) >= NAME.start and len(second) > LONGER_THAN_UNSAID * len(first) and said >= MOSTLY_SAID


# How many times as long as a line that no text says another is, and how much the texts say of it.
LONGER_THAN_UNSAID, MOSTLY_SAID = 1.25, 0.6


def begins_name(flat: str) -> bool:
    """Whether a line begins as the names of columns do that a headline above does not go on with: with no verb."""
    return part_of_speech(cut(flat)[0]) not in VERBS


# The parts of speech with which a headline goes on: verbs, prepositions, adverbs, conjunctions.
VERBS = ("v", "p", "d", "c")


def says_what_is_read(flat: str) -> bool:
    """Whether a line says what book or play a headline speaks of: it is a subtitle by itself (读《…》, 评《…》有感)."""
    return "《" in flat and bool(_READ.fullmatch(flat))


_READ = re.compile("(?:再|重)?[读评观看]《[^《》]+》(?:有感)?")
