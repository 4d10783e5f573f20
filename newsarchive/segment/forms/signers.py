"""Bylines that name no post of a paper: a calling or an organisation with a name, a role with a name, a name behind
a bullet.

What may also be a headline is no such byline: the name must be set apart by a blank, a bar, a colon or brackets, and
begin with a surname. The words are in marks.toml.
"""

from __future__ import annotations

import re
from functools import cache

from newsarchive.segment.forms.facts import HAN, any_of, facts
from newsarchive.text.surnames import all_surnames
from newsarchive.text.words import frequency

# A word that stands so often in the texts of jieba's frequencies is no given name: 质量 has 8,000, given names that are
# words too (建华, 建国) some hundreds to three thousand.
EVERYDAY = 5000

NUMBER = "[一二三四五六七八九十]"

# What somebody may be called: a common surname with one or two characters, two set apart to the width of three.
PERSON = rf"[{all_surnames()[0]}](?:[{HAN}]{{1,2}}| [{HAN}])(?![{HAN}])"

# What names in other tongues are: 热合曼·阿西木, 让·方丹.
DOTTED = rf"[{HAN}]{{1,6}}·[{HAN}·]{{1,10}}"

# Who wrote and who took the pictures may share the brackets: （文/甲乙 图/丙丁）, （甲乙 文/图）.
SHARED = (
    rf"(?:文字?|撰文|采写)[/／|｜:：][{HAN} 　、]+(?:[/／|｜:：][{HAN} 　、]+){{0,2}}"
    rf"|[{HAN} 　、]{{2,24}} (?:文/?图|图/?文|文[/并]?摄)"
)
# What is told with a colon of who stood by the writer, and what was taken from elsewhere.
_HELPED, _KEPT = facts()["signed"]["helped"], facts()["signed"]["kept"]
# Where a text is from, or which desk of the paper made it, said in the brackets at its end: （据《某某日报》报道）.
SOURCE = (
    rf"(?:据|[转摘选]自|原载|来源[:：])[ 　]?《?[{HAN}]{{2,12}}》?(?:、《?[{HAN}]{{2,12}}》?){{0,3}}[{HAN}]{{0,4}}"
    rf"|本[报刊][{HAN}]{{1,6}}[组部]|(?:综合)?新华社[{HAN}]{{0,6}}"
    # An office that made it known or sent it in, with the hour: （市气象台昨日17时发布）.
    rf"|[{HAN}]{{2,14}}(?:[{HAN}0-9]{{2,8}}[日时])?(?:发布|供稿)"
    # The paper put together what others wrote.
    rf"|(?:本[报刊网](?:记者)?|编辑部|晚报|日报|晨报|记者)?综合(?:整理|报[道导]|消息|编辑)?|综合[{HAN}、]{{2,20}}(?:报[道导]|消息|电)"
    # Who taught the pupil that wrote, who answers, who counted: （指导老师 甲乙）, （答复单位：某某局）.
    rf"|(?:指导|辅导)(?:老师|教师|教练)[:： ]{{0,2}}[{HAN} 、]{{2,16}}"
    rf"|(?:本期|本版|本栏)?(?:{any_of(_HELPED)})(?:单位|部门|机构|人|专家)?[:：][{HAN}·、 ]{{2,28}}"
    rf"|(?:{any_of(_KEPT)})(?:来源|提供|支持)?[:：][{HAN}A-Za-z0-9《》·、 ]{{2,28}}"
    # What closes an instalment of a serial names nobody either.
    r"|未完待续|待续|本章完|全[文书]完|连载完"
)
# What an author does or where, behind 作者.
_BY_TRADE = "(?:单位[:：]?|[系为是]|现[任为居]|曾任|[供任就]职[于在]?|来自|毕业于|工作单位[:：])"
# Who the author is, without his name: （作者单位：某某大学）, （本文作者系某某局局长）.
ABOUT_AUTHOR = (
    rf"(?:本文|本版|本期)?作者{_BY_TRADE}[{HAN}0-9、，《》“”· ]{{2,36}}"
    rf"|(?:本文)?作者[:： ]?[{HAN}]{{2,4}}[，、 ]+{_BY_TRADE}[{HAN}0-9、，《》 ]{{2,36}}"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The bylines without a bullet, and the names that a bullet makes a byline."""
    of = {key: f"(?:{any_of(words)})" for key, words in facts()["signed"].items()}
    lands = facts()["signed"]["lands"]
    common, rare, double, rarest = all_surnames()
    # A two-character name may be set apart to the width of three.
    name = rf"(?:(?:[{common}{rare}{rarest}]|{any_of(double)})(?:[{HAN}]{{1,2}}| [{HAN}])(?![{HAN}]))"
    names = rf"{name}(?: {name})*"
    # Behind his part or his post what has a point inside needs no surname: 口述：热合曼·阿西木.
    told = rf"(?:{name}|{DOTTED})(?: (?:{name}|{DOTTED}))*"
    # Where someone works or what he does: 临水中学教师, 市第一医院, 78岁读者, 临水一中高一（3）班.
    place = rf"{of['callings']}|[{HAN}]{{2}}{of['organisations']}|[（(]?\d{{1,2}}[）)]?班"
    # A class, the year in which students came, a numbered branch of a company.
    place += (
        rf"|{NUMBER}{{1,2}}年级[（(]?(?:\d{{1,2}}|{NUMBER}{{1,2}})[）)]?班|(?:学院|系|大学) ?\d{{2,4}}级[{HAN}]{{0,4}}"
    )
    place += rf"|{NUMBER}{{1,2}}分?(?:公司|厂|队|院)"
    post = rf"(?:\d{{1,3}}岁)?[{HAN}、]{{0,16}}(?:{place})|(?:\d{{2,3}}|{NUMBER}{{1,3}})岁"
    # A soldier with his rank and his unit; what has no rank is not asked for one.
    # The class may stand apart from the school: 临水一中 高二（3）班.
    post += rf"|[{HAN}]{{2,12}} [{HAN}]{{0,5}}[（(]?\d{{1,2}}[）)]?班"
    post += rf"|(?=[{HAN} ]*{of['ranks']} )(?:[{HAN}]{{1,12}}{of['units']} ?)?(?:[一二三四]级)?{of['ranks']}"
    post = f"(?:{post})"
    bracket = rf"(?:[（(][{HAN}0-9 ]{{2,24}}[）)])"
    sent = rf"[{HAN}]{{0,8}}{of['posts']}"
    # The paper, who sent him or where he works: 执笔：本报记者 甲乙.
    # Behind the mark stands any post or trade: 口述：护边员 甲乙, 主持／商报副总编辑 甲乙.
    whose = rf"(?:(?:{sent}|{post}) ?|[{HAN}、]{{1,15}}(?:{of['ends']}) )?"
    done = rf"(?:专题)?{of['roles']}(?:[、/／·及和]{of['roles']})?"
    role = rf"(?:本版|本期|本组|本专题|本组稿件)?{done} ?[:：｜|丨/／] ?{whose}{told}{bracket}?"
    # What tells for how much it holds needs no mark: 本版撰文 本报记者 甲乙.
    role += rf"|(?:本版|本期|本组|本专题|本组稿件){done} {sent} ?{told}"
    role = f"(?:{role})"
    taught = rf"指导(?:老师|教师) ?[:：]? ?{told}"
    # Without a mark only where each of two has done his part: 口述 甲乙 整理 丙丁, 甲乙口述 丙丁整理.
    parts = rf"{of['roles']} {whose}{told}(?: {of['roles']} {whose}{told})+"
    short = rf"(?:[{common}{rare}{rarest}]|{any_of(double)})[{HAN}]{{1,2}}"
    parts += rf"|{short} ?{of['behind']}(?: {short} ?{of['behind']})+|{whose}{told} 文 {whose}{told} (?:图|摄|摄影)"
    # Where a writer is from, and who made his book speak Chinese.
    abroad = rf"[\[［〔（(【][{lands}][\]］〕）)】] ?[{HAN}·]{{2,12}}(?: ?著)?(?: {short}(?: ?[/／])? ?译)?"
    parts += rf"|[{HAN}]{{1,6}}·[{HAN}·]{{1,10}} ?著(?: {short} ?译)?"
    desk = rf"本[报刊](?:[{HAN}]{{1,6}})?{of['groups']}|[{HAN}]{{0,8}}{of['joint']}(?:采访|报道)组"
    signed = re.compile(
        rf"(?P<posted>{post} {names}{bracket}?)(?: (?:{role}|{taught}))?|{name} ?{bracket}"
        rf"|(?:{of['genres']} )?{role}(?: {role})*"
        rf"|(?:{post} )?{name}(?: ?[/／] ?| ){of['behind']}|{parts}|{desk}"
        rf"|(?:本[报刊版])?{of['leading']} {names}|{abroad}"
        rf"|[{HAN}]{{2,14}}{of['organisations']} ?供稿|供稿[:：/／] ?[{HAN}]{{2,14}}{of['organisations']}"
        rf"|{names} ?[/／](?:文|图) {names} ?[/／](?:摄|图)|[（(][{HAN}]{{1,8}}(?:读者|作者) {name}[）)]"
    )
    # Who helps a reporter may stand before him: ■甲乙 特约记者 丙丁.
    return signed, re.compile(rf"{names} ?{bracket}?(?: {sent} ?{names})*")


def is_signed(bare: str, *, bulleted: bool) -> bool:
    """Whether a line without its bullet is nothing but such a byline."""
    signed, behind_bullet = _patterns()
    if bulleted and behind_bullet.fullmatch(bare):
        first = re.match(f"[{HAN}]{{2,4}}", bare)
        if not first or _is_pen_name(first.group()):
            return True
    found = signed.fullmatch(bare) if _signing().search(bare) else None
    if found is None or not found["posted"]:
        return found is not None
    # 新建小学 高质量: what would be the given name is an everyday word; 农艺师 支招: what would be the name is a deed;
    # 对话某厂厂长 甲乙: who is met is not who writes.
    if found["posted"].startswith(facts()["signed"]["met"]):
        return False
    name = re.sub(r"[（(].*", "", found["posted"]).split(" ")[-1]
    return frequency(found["posted"][-2:]) < EVERYDAY and name not in facts()["signed"]["deeds"]


@cache
def _signing() -> re.Pattern[str]:
    """What no such byline lacks: a blank or a mark beside a name, or what an office or a desk that signs is called."""
    return re.compile(rf"[ :：｜|丨/／（(\[［〔【·]|(?:{any_of(facts()['signed']['groups'])}|供稿)$")


def are_pen_names(flat: str) -> bool:
    """Whether what stands behind a bullet are names, or the pen names that words may be too, and not the name of a part
    of an article (■现场, ■专家提醒).
    """
    return bool(re.fullmatch(rf"[{HAN}]{{2,4}}(?: [{HAN}]{{2,4}}){{0,3}}", flat)) and all(
        map(_is_pen_name, flat.split())
    )


def _is_pen_name(word: str) -> bool:
    common, rare, double, _ = all_surnames()
    if word in facts()["signed"]["parts"] or frequency(word) >= LABEL:
        return False
    if len(word) == 2 or word.startswith(double):
        return True
    # 王建国: what is a word too may be a given name.
    given = word[0] in common + rare and len(word) == 3 and frequency(word[1:]) < EVERYDAY
    return given or max(frequency(word[:2]), frequency(word[-2:]), frequency(word)) < LABEL


# What parts of an article are called stands at least so often in the texts of jieba's frequencies (亮点 353, 释疑 is
# in the list); few pen names are such words.
LABEL = 350


def is_source(flat: str) -> bool:
    """Whether brackets at the end of a text name where it is from, a desk or what the author is, but nobody."""
    return re.fullmatch(f"{SOURCE}|{ABOUT_AUTHOR}", flat) is not None


def is_person(flat: str) -> bool:
    """Whether display type is what hardly anything but somebody is called: a surname and two characters that together
    are no word, or two pen names side by side of which one begins with a surname.
    """
    common, rare, _, _ = all_surnames()
    words = [flat] if re.fullmatch(rf"[{HAN}] [{HAN}]", flat) else flat.split(" ")
    names = [re.fullmatch(rf"[{HAN}]{{2,3}}|[{HAN}] [{HAN}]", w) and not frequency(w) for w in words]
    surname = any(len(w) == 3 and w[0] in common + rare and frequency(w[1:]) < EVERYDAY for w in words)
    return len(words) <= 2 and all(names) and surname
