"""People in a text: Chinese names by surname and context, transliterated and Latin names, with the roles beside them.

A Chinese name is where a surname with one or two characters is likelier than the same characters as plain words, at a
place where names stand: after a title, before a word of speech, after 叫, as the speaker of an interview, in a list of
names, in a byline. Reporters are people: a byline names them; the credits of pictures are not read. Names given short
later (爱因斯坦 for 阿尔伯特·爱因斯坦) and nameless people (王女士, 李某, 刘大爷) are nobody of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsarchive.text import words
from newsarchive.topics import lexicon
from newsarchive.topics.lexicon import HAN, alternatives, section, table

# How much a place speaks for a name, in logarithms of odds, set on the tuning half of the labelled set: between a title
# and a pause or a word of speech; after a title known only by its last character (…员, …师); before a word of speech;
# after 叫; as speaker in an interview; in a list with a known name; before a title of honour; in a list of names only.
_CLOSED, _GUESSED_TITLE, _SPEECH, _CALLED, _SPEAKER, _LISTED, _HONOURED, _ENUMERATED = (
    3.0,
    -2.0,
    2.0,
    6.0,
    4.0,
    -1.0,
    -2.0,
    -2.0,
)
# The characters that decide where a name ends: the longest name and one word behind it.
_WINDOW = 8


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text: the fullest name there, the title that stands before it (maybe none)."""

    name: str
    role: str = ""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    titles = [entry for entry in table("titles.txt") if len(entry) > 1]
    endings = "".join(sorted(entry for entry in table("titles.txt") if len(entry) == 1 and entry != "="))
    speech = table("speech.txt")
    certain = alternatives(*(word for word in speech if len(word) > 1 or word in "说称"))
    foreign = "".join(sorted("".join(table("transliteration.txt"))))
    first = "".join(sorted({surname[0] for surname in lexicon.surnames()}))
    title = rf"(?P<title>{alternatives(*titles)})"
    latin = r"[A-Z][a-z]+(?:[ ·](?:[A-Z]\.|[A-Z][a-z]+)){1,3}"
    named = rf"[{HAN}]{{2,4}}|[{HAN}]{{1,8}}·[{HAN}·]{{1,12}}"
    return {
        "title": re.compile(rf"(?:{title}|[{HAN}][{endings}])[”’》]?[ 　]*(?=[{first}])"),
        "speech": re.compile(alternatives(*speech)),
        "before speech": re.compile(rf"(?:^|(?<=[^{HAN}A-Za-z0-9]))(?=[{first}][{HAN}]{{1,3}}?(?:{certain}))", re.M),
        "called": re.compile(rf"(?:名叫|叫做|叫)(?P<name>[{HAN}]{{2,3}})(?=[，。、；]|$)", re.M),
        "speaker": re.compile(rf"^(?P<name>[{HAN}]{{2,4}})：", re.M),
        "dotted": re.compile(rf"{title}?[”’》]?(?P<name>[{foreign}]{{1,7}}(?:·[{foreign}]{{1,8}})+)"),
        "foreign": re.compile(rf"{title}[”’》]?(?P<name>[{foreign}]{{2,6}})(?=(?:{certain}|[^{HAN}]))"),
        "latin": re.compile(
            rf"{title}[”’》]?\s?(?P<name>{latin})|(?P<other>{latin})\s?(?=(?:{alternatives(*speech)}))"
        ),
        "foreign run": re.compile(rf"[{foreign}]{{1,8}}"),
        "honoured": re.compile(
            rf"(?=[{first}][{HAN}]{{1,2}}?(?:教授|研究员|院士|博士|同志|总书记|主席|总理|委员长|烈士))"
        ),
        "enumerated": re.compile(rf"(?<![{HAN}])(?P<names>[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}})+)(?:等|$)", re.M),
        "nameless": re.compile(
            r"某|女士|先生|小姐|大[爷妈娘姐哥伯叔婶]|阿[婆公婶伯嫂哥姐]|老[汉伯师]|奶奶|爷爷|阿姨|叔|师傅|老师|同学|总$|老$|氏|"
            + alternatives(*titles)
        ),
        "byline": re.compile(
            r"(?:记者|通讯员|实习生|评论员|读者|编译|作者|撰稿|报道员|特派员)"
            rf"((?:[ 　、，,和]*(?:{named})(?![{HAN}]))+)"
        ),
        "reported": re.compile(rf"(?:记者|通讯员)[ 　]*([{HAN}]{{2,4}}?)[ 　]*(?:报道|电|文|摄|/)"),
        "named": re.compile(named),
    }


def read_name(text: str, start: int) -> tuple[str, float]:
    """Return the likeliest Chinese name that begins at ``start``, and the logarithm of the odds that it is a name.

    The odds compare the characters as a name and what follows with the same characters as plain words; nothing of the
    place is weighed yet. The name is empty where no name can begin.
    """
    match = re.compile(rf"[{HAN}]{{2,{_WINDOW}}}").match(text, start)
    if match is None:
        return "", 0.0
    window = match.group()
    best, name = float("-inf"), ""
    for length in (2, 1):
        surname = window[:length]
        if surname not in lexicon.surnames() or _patterns()["nameless"].match(window, length):
            continue
        for given in {window[length : length + 2], window[length : length + 1]} - {""}:
            rest = window[length + len(given) :]
            likelihood = lexicon.name_likelihood(surname, given) + lexicon.plain_likelihood(rest)
            if _patterns()["speech"].match(rest):
                likelihood += _SPEECH
            if likelihood > best:
                best, name = likelihood, surname + given
    return (name, best - lexicon.plain_likelihood(window)) if name else ("", 0.0)


def _in_context(text: str) -> Iterator[tuple[str, float, str]]:
    """Yield (name, odds, role) for every place in ``text`` where a Chinese name may stand."""
    for match in _patterns()["title"].finditer(text):
        name, odds = read_name(text, match.end())
        if name and not (match["title"] is None and _known_across(text, match.end())):
            end = match.end() + len(name)
            closed = not re.match(rf"[{HAN}A-Za-z0-9]", text[end:]) or _patterns()["speech"].match(text, end)
            odds += 0.0 if match["title"] else _GUESSED_TITLE
            yield name, odds + (_CLOSED if closed else 0.0), match["title"] or ""
    for match in _patterns()["before speech"].finditer(text):
        name, odds = read_name(text, match.start())
        if name and _patterns()["speech"].match(text, match.start() + len(name)):
            yield name, odds, ""
    for match in _patterns()["honoured"].finditer(text):
        name, odds = read_name(text, match.start())
        if name and text.startswith(tuple(table("titles.txt")), match.start() + len(name)):
            yield name, odds + _HONOURED, ""
    for match in _patterns()["enumerated"].finditer(text):
        listed = match["names"].split("、")
        read = [read_name(name, 0) for name in listed]
        if [name for name, _ in read] == listed:
            # Names in a list vouch for each other.
            together = sum(odds for _, odds in read) / len(read)
            yield from ((name, max(odds, together) + _ENUMERATED, "") for name, odds in read)
    for match in _patterns()["called"].finditer(text):
        # Who is introduced by name may bear any surname; what the dictionary knows as a word is no name.
        if not words.is_word(match["name"]) or match["name"][0] in lexicon.surnames():
            yield match["name"], _CALLED, ""
    for match in _patterns()["speaker"].finditer(text):
        name, odds = read_name(text, match.start())
        if name == match["name"]:
            yield name, odds + _SPEAKER, ""


def _known_across(text: str, place: int) -> bool:
    """Whether a word of the dictionary runs over ``place``: 工程师 in 企业工|程师, so that 工 is no title there."""
    return any(words.is_word(text[place - 1 : end]) for end in (place + 1, place + 2))


def _known_with_title(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the names of jieba's dictionary before a title (…总书记), or between a pause and a word of speech."""
    for before, token, after in zip(("\n", *tokens), tokens, tokens[1:], strict=False):
        known = len(token) == 3 and token[0] in lexicon.surnames() and words.part_of_speech(token).startswith("nr")
        paused = not before[-1:].isalnum()
        if known and (after in table("titles.txt") or (paused and after in table("speech.txt"))):
            yield token


def _foreign(text: str, tokens: Sequence[str]) -> Iterator[Person]:
    """Yield transliterated and Latin names: dotted, beside a title or a word of speech, or known to jieba."""
    for kind in ("dotted", "foreign", "latin"):
        for match in _patterns()[kind].finditer(text):
            name = match["name"] or match["other"]
            if kind != "foreign" or not words.is_word(name) or _known_foreigner(name):
                yield Person(name, match["title"] or "")
    for number, token in enumerate(tokens):
        if token in table("titles.txt"):
            name = _foreign_run(tokens[number + 1 : number + 7])
            if name:
                yield Person(name, token)
        elif len(token) > 2 and _known_foreigner(token) and not _names_company(token, text):
            yield Person(token)


def _names_company(name: str, text: str) -> bool:
    """Whether ``name`` names a company or an institution somewhere in the text (阿里巴巴集团, 卡文迪什实验室)."""
    followers = (
        section("organisations.txt", "own")
        | section("organisations.txt", "trade")
        | section("organisations.txt", "titles")
    )
    return any(text.startswith(tuple(followers), match.end()) for match in re.finditer(re.escape(name), text))


def _foreign_run(tokens: Sequence[str]) -> str:
    """The transliterated name that ``tokens`` begin with: jieba breaks unknown ones up (扎 哈罗 娃)."""
    name = ""
    for token in tokens:
        if not _patterns()["foreign run"].fullmatch(token) or (
            len(token) > 1 and words.is_word(token) and not _known_foreigner(token)
        ):
            break
        name += token
    whole = name == tokens[0] and _known_foreigner(name) if name else False
    # Short runs that begin with a surname are Chinese names, read by their own rule.
    return name if whole or len(name) > 3 or (len(name) == 3 and name[0] not in lexicon.surnames()) else ""


@cache
def _known_foreigner(word: str) -> bool:
    return (
        words.part_of_speech(word) in {"nr", "nrt"}
        and _patterns()["foreign run"].fullmatch(word) is not None
        and word not in table("places.txt")
    )


def read_byline(text: str) -> tuple[str, ...]:
    """Return the names in a byline, lead or signature: after 记者, 通讯员 …, or all of it when it is but names."""
    # Names of two characters are often set apart with a blank.
    text = re.sub(rf"(?<![{HAN}])([{HAN}])[ 　]([{HAN}])(?![{HAN}])", r"\1\2", text.strip("（）() 　"))
    names = []
    for pattern in ("byline", "reported"):
        for match in _patterns()[pattern].finditer(text):
            names.extend(_patterns()["named"].findall(match[1]))
    if not names and re.fullmatch(rf"[{HAN}·]{{2,}}(?:[ 　、]+[{HAN}·]{{2,}})*", text):
        names = [name for name in re.split(r"[ 　、]+", text) if len(name) <= 4 or "·" in name]
    return tuple(dict.fromkeys(name for name in names if not _stock(name)))


def _stock(name: str) -> bool:
    """Whether a piece of a byline is a stock phrase (本报讯, 综合报道) and no name."""
    return (
        name in table("titles.txt")
        or name.startswith(("本报", "本刊", "新华", "综合", "据", "特约"))
        or name.endswith(("报道", "记者", "员", "讯", "社"))
    )


def find_people(text: str, tokens: Sequence[str], bylines: Sequence[str] = ()) -> tuple[Person, ...]:
    """Return the people that ``text`` and its bylines name, those of the bylines first, each once.

    ``text`` holds headlines and paragraphs on lines of their own; ``tokens`` are its words as jieba cuts them.
    """
    odds: dict[str, float] = {}
    roles: dict[str, str] = {}
    for name, chance, role in _in_context(text):
        odds[name] = max(chance, odds.get(name, float("-inf")))
        roles[name] = roles.get(name) or role
    names = {name for name, chance in odds.items() if chance > 0}
    names.update(_known_with_title(tokens))
    names |= _in_lists(text, names)
    names = {name for name in names if not _cut_wrong(name, names, text)}
    written = [name for byline in bylines for name in read_byline(byline)]
    people = {name: Person(name) for name in written}
    for person in (*(Person(name, roles.get(name, "")) for name in names), *_foreign(text, tokens)):
        if person.role or person.name not in people:
            people[person.name] = person
    people = {
        name: person
        for name, person in people.items()
        if not _in_a_place(name, text) and not any(name != other and name in other for other in people)
    }
    return tuple(sorted(people.values(), key=lambda person: _place(person.name, written, text)))


def _in_a_place(name: str, text: str) -> bool:
    """Whether ``name`` is a place or a piece of one that the text names (阿图 in 瓦努阿图)."""
    return any(name in place and place in text for place in table("places.txt"))


def _place(name: str, written: Sequence[str], text: str) -> tuple[int, int]:
    return (0, written.index(name)) if name in written else (1, text.find(name))


def _in_lists(text: str, names: set[str]) -> set[str]:
    """Names that stand in one list (甲、乙、丙) with a name already known."""
    listed: set[str] = set()
    for match in re.finditer(rf"(?:{alternatives(*names)})、" if names else r"(?!)", text):
        place = match.end()
        while True:
            name, odds = read_name(text, place)
            if not name or odds + _LISTED <= 0:
                break
            place += len(name)
            if not re.match(r"[、，。；等和]|$", text[place:]):
                break
            listed.add(name)
            if text[place : place + 1] != "、":
                break
            place += 1
    return listed


def _cut_wrong(name: str, names: set[str], text: str) -> bool:
    """Whether ``name`` is another found name cut too short or too long: the form that occurs alone wins."""
    for other in names:
        if other != name and (other.startswith(name) or name.startswith(other)):
            short, long = sorted((name, other), key=len)
            right = short if text.count(short) > text.count(long) else long
            if right != name:
                return True
    return False
