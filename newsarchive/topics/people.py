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
from newsarchive.topics.bylines import read_byline
from newsarchive.topics.foreign import foreign_names, foreign_run
from newsarchive.topics.lexicon import HAN, alternatives, nameless, section, spans_of, table
from newsarchive.topics.spotting import GLUED, NEVER_LAST, SELDOM_LAST, acts, spot_names

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
# Who reports stands in brackets in the first or the last paragraph, or behind the day.
_SIGNED = re.compile(r"（[^（）\n]{0,12}(?:记者|通讯员|实习生)[^（）\n]{2,60}）")
# Surnames that are small words too: 向雷诺供货 is to a company.
_TO = frozenset("向和与从于对由同让")
_ORDERS = re.compile("和尚|法师|禅师|长老|上人|师太")
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
    first = "".join(sorted({surname[0] for surname in lexicon.surnames()}))
    title = rf"(?P<title>{alternatives(*titles)})"
    return {
        "title": re.compile(rf"(?:{title}|[{HAN}][{endings}])[”’》]?[ 　]*(?=[{first}])"),
        "speech": re.compile(alternatives(*speech)),
        "certain": re.compile(certain),
        "before speech": re.compile(rf"(?:^|(?<=[^{HAN}A-Za-z0-9]))(?=[{first}][{HAN}]{{1,3}}?(?:{certain}))", re.M),
        "appointed": re.compile(rf"(?:选举|聘任|聘请|任命|推选|提名|推举|增补|选聘)(?=[{first}])"),
        "called": re.compile(rf"(?:名叫|叫做|叫)(?P<name>[{HAN}]{{2,3}})(?=[，。、；]|$)", re.M),
        # Monks and nuns go by two characters of their own: 住持某某和尚.
        "ordained": re.compile(
            rf"(?:{title}|(?<=[、，。：；（“\n]))(?P<name>[{HAN}]{{2}})(?=(?:大?和尚|法师|禅师|长老|上人|师太))"
        ),
        "speaker": re.compile(rf"^(?P<name>[{HAN}]{{2,4}})：", re.M),
        "honoured": re.compile(
            rf"(?=[{first}][{HAN}]{{1,2}}?(?:教授|研究员|院士|博士|同志|总书记|主席|总理|委员长|烈士))"
        ),
        "enumerated": re.compile(rf"(?<![{HAN}])(?P<names>[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}})+)(?:等|$)", re.M),
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
        if surname not in lexicon.surnames() or nameless().match(window, length):
            continue
        for given in {window[length : length + 2], window[length : length + 1]} - {""}:
            if _runs_over(window, length + len(given)):
                continue
            rest = window[length + len(given) :]
            likelihood = lexicon.name_likelihood(surname, given) + lexicon.plain_likelihood(rest)
            if _patterns()["speech"].match(rest):
                likelihood += _SPEECH
            if len(given) == 2 and given[-1] in acts():
                likelihood += GLUED
            if likelihood > best:
                best, name = likelihood, surname + given
    return (name, best - lexicon.plain_likelihood(window)) if name else ("", 0.0)


def _runs_over(window: str, end: int) -> bool:
    """Whether an idiom of four characters runs over the place where a name would end: 伊沃|梅开二度."""
    starts = range(max(end - 3, 1), min(end, len(window) - 3))
    return any(words.is_word(window[start : start + 4]) for start in starts)


def _in_context(text: str) -> Iterator[tuple[str, float, str]]:
    """Yield (name, odds, role) for every place in ``text`` where a Chinese name may stand."""
    for match in _patterns()["title"].finditer(text):
        name, odds = read_name(text, match.end())
        if name and (match["title"] or _guessed(text, match.start(), match.end())):
            end = match.end() + len(name)
            closed = not re.match(rf"[{HAN}A-Za-z0-9]", text[end:]) or _patterns()["speech"].match(text, end)
            if words.is_word(name) and not words.part_of_speech(name).startswith("nr"):
                closed = _patterns()["certain"].match(text, end)  # 游客 高空被困
            odds += 0.0 if match["title"] else _GUESSED_TITLE
            yield name, odds + (_CLOSED if closed else 0.0), match["title"] or ""
    for match in _patterns()["before speech"].finditer(text):
        name, odds = read_name(text, match.start())
        if name and _patterns()["speech"].match(text, match.start() + len(name)):
            yield name, odds, ""
    for match in _patterns()["honoured"].finditer(text):
        start = match.start()
        if any(
            text[start - back : start + more] in table("places.txt")
            for back in range(1, min(start, 3) + 1)
            for more in (1, 2)
        ):
            continue  # 德 国候任总理, 哈萨克 斯坦副总理
        name, odds = read_name(text, start)
        if name and text.startswith(tuple(table("titles.txt")), start + len(name)):
            yield name, odds + _HONOURED, ""
    for match in _patterns()["enumerated"].finditer(text):
        listed = match["names"].split("、")
        read = [read_name(name, 0) for name in listed]
        if [name for name, _ in read] == listed:
            # Names in a list vouch for each other.
            together = sum(odds for _, odds in read) / len(read)
            yield from ((name, max(odds, together) + _ENUMERATED, "") for name, odds in read)
    for match in _patterns()["appointed"].finditer(text):
        name, odds = read_name(text, match.end())
        if name and text.startswith(("为", "任", "担任"), match.end() + len(name)):
            yield name, odds + _CLOSED, ""
    for match in _patterns()["called"].finditer(text):
        # Who is introduced by name may bear any surname; what the dictionary knows as a word is no name.
        place = match["name"][-1] in NEVER_LAST | SELDOM_LAST
        if not place and (not words.is_word(match["name"]) or match["name"][0] in lexicon.surnames()):
            yield match["name"], _CALLED, ""
    for match in _patterns()["ordained"].finditer(text) if _ORDERS.search(text) else ():
        if match["title"] or not words.is_word(match["name"]):
            yield match["name"], _CALLED, match["title"] or ""
    for match in _patterns()["speaker"].finditer(text):
        name, odds = read_name(text, match.start())
        if name == match["name"]:
            yield name, odds + _SPEAKER, ""


def _guessed(text: str, start: int, end: int) -> bool:
    """Whether the two characters at ``start`` end a title that no table has (操作员, 农机手).

    It must be a word of the dictionary, and no word may run over its end: 工程师 in 企业工|程师.
    """
    title = text[start : start + 2]
    known = words.is_word(title) or words.is_word(text[max(0, start - 1) : start + 2])
    return known and not any(words.is_word(text[end - 1 : after]) for after in (end + 1, end + 2))


def _known_with_title(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the names of jieba's dictionary before a title (…总书记), or between a pause and a word of speech."""
    for before, token, after in zip(("\n", *tokens), tokens, tokens[1:], strict=False):
        known = len(token) == 3 and token[0] in lexicon.surnames() and words.part_of_speech(token).startswith("nr")
        paused = not before[-1:].isalnum()
        if known and (after in table("titles.txt") or (paused and after in table("speech.txt"))):
            yield token


def find_people(
    text: str, tokens: Sequence[str], bylines: Sequence[str] = (), areas: Sequence[tuple[int, int]] = ()
) -> tuple[Person, ...]:
    """Return the people that ``text`` and its bylines name, those of the bylines first, each once.

    ``text`` holds headlines and paragraphs on lines of their own; ``tokens`` are its words as jieba cuts them, and
    ``areas`` the stretches known as names of places.
    """
    named_places = {text[start:end] for start, end in areas}
    none = named_places | table("eponyms.txt") | table("known_organisations.txt")
    none |= section("companies.txt", "sure")
    odds: dict[str, float] = {}
    roles: dict[str, str] = {}
    for name, chance, role in (*_in_context(text), *spot_names(tokens)):
        odds[name] = max(chance, odds.get(name, float("-inf")))
        roles[name] = roles.get(name) or role
    names = {name for name, chance in odds.items() if chance > 0}
    names.update(_known_with_title(tokens))
    names |= _in_lists(text, names)
    names = {name for name in names if not _cut_wrong(name, names, text)}
    signed = (match.group() for match in _SIGNED.finditer(text))
    written = list(dict.fromkeys(name for byline in (*bylines, *signed) for name in read_byline(byline)))
    people = {name: Person(name) for name in written}
    for person in (
        *(Person(name, roles.get(name, "")) for name in names),
        *(Person(*named) for named in foreign_names(text, tokens)),
    ):
        if person.role or person.name not in people:
            people[person.name] = person
    people = {
        name: person
        for name, person in people.items()
        if name not in none
        and not (len(name) > 2 and name in table("titles.txt"))
        and not (name[0] in _TO and name[1:] in none)
        and (name in written or name[-1] not in NEVER_LAST)
        and not _in_a_place(name, text)
        and not any(name in place and text.count(name) == text.count(place) for place in named_places)
        and not any(name != other and name in other for other in people)
    }
    return tuple(sorted(people.values(), key=lambda person: _place(person.name, written, text)))


def _in_a_place(name: str, text: str) -> bool:
    """Whether ``name`` is a place or a piece of one that the text names (阿图 in 瓦努阿图)."""
    return any(place in text for place in _places_with().get(name, ()))


@cache
def _places_with() -> dict[str, list[str]]:
    """The places of the gazetteer by each piece of two or more characters."""
    pieces: dict[str, list[str]] = {}
    for place in table("places.txt"):
        for start in range(len(place) - 1):
            for end in range(start + 2, len(place) + 1):
                pieces.setdefault(place[start:end], []).append(place)
    return pieces


def _place(name: str, written: Sequence[str], text: str) -> tuple[int, int]:
    return (0, written.index(name)) if name in written else (1, text.find(name))


def _in_lists(text: str, names: set[str]) -> set[str]:
    """Names that stand in one list (甲、乙、丙) with a name already known."""
    listed: set[str] = set()
    # Pairs of players are written with a stroke between them.
    for place in (end for known in sorted(names) for sign in "、/／" for _, end in spans_of(known + sign, text)):
        while True:
            name, odds = read_name(text, place)
            foreign = foreign_run(text, place)
            if len(foreign) > len(name):
                name = foreign
            elif not name or odds + _LISTED <= 0:
                break
            paired = text[place - 1] in "/／"
            place += len(name)
            if not paired and not re.match(r"[、，。；等和/／]|$", text[place:]):
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
