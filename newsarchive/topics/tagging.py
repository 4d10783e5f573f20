"""From an article to its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from newsarchive import files
from newsarchive.model import Article, Evidence, Mention, Tags
from newsarchive.text import words
from newsarchive.topics import terms
from newsarchive.topics.background import Background
from newsarchive.topics.cutting import mend
from newsarchive.topics.keywords import keywords
from newsarchive.topics.lexicon import HAN, spans_of, table
from newsarchive.topics.organisations import find_organisations, name_organisations
from newsarchive.topics.people import Person, find_people
from newsarchive.topics.places import administrative, find_places, listed
from newsarchive.topics.score import score_topics
from newsarchive.topics.situated import posts, situated
from newsarchive.topics.spotting import title_before

# 某某学校的教师 says where she teaches, and is no title.
_TITLES = re.compile(rf"(?!.*的)[{HAN}]+")
# 网络安全和信息化委员会办公室副主任、总工程师: what stands between an organisation and a name.
_LONGEST_ROLE = 24

_own_topics: Path | None = None
_background: Background | None = None


def use_topics(path: Path | None) -> None:
    """Add the topics of a file of one's own to those that come with newsarchive, from now on; None takes them away.

    Raises ArgumentError, in one line that names file and key, for a file that cannot be read or understood.
    """
    global _own_topics
    terms.load(path)
    _own_topics = path
    version.cache_clear()


def use_background(background: Background | None) -> None:
    """Weigh key phrases against what is common in an archive, from now on; None for Chinese at large alone."""
    global _background
    _background = background
    version.cache_clear()


def tag(article: Article) -> Tags:
    """Return the topics, people, places, organisations and key phrases of an article, with what they rest on.

    The same article and vocabulary give the same tags. Nothing is downloaded; jieba's dictionary is loaded at the
    first call. Reporters are among the people; whoever took a picture is not.
    """
    lines = list(_lines(article))
    cut = [(field, [*mend(words.cut(line)), "\n"]) for field, line in lines]
    tokens = [token for _, line in cut for token in line]
    text = "".join(tokens)

    signed = (article.byline, article.lead, article.signature)
    areas = tuple(administrative(text, tokens))
    around = tuple(situated(text, tokens))
    people = find_people(text, tokens, signed, (*areas, *listed(text), *around))
    names = tuple(person.name for person in people)
    named = tuple(span for name in names for span in spans_of(name, text))
    organised = find_organisations(text, tokens, areas, named)
    organisations = name_organisations(text, organised)
    places = find_places(text, tokens, areas, (*organised, *named), around)
    places = tuple(dict.fromkeys((*places, *posts("\n".join(signed)))))
    general = [(start, end) for start, end in organised if not _speaks(text[start:end])]
    lines.append(("byline", "\n".join(signed)))
    mentioned = (
        *((person.name, "people", _role(person, text, organised)) for person in people),
        *((name, "places", "") for name in places),
        *((name, "organisations", "") for name in organisations),
    )
    return Tags(
        topics=score_topics(_outside(cut, (*general, *areas, *around)), terms.load(_own_topics)),
        people=names,
        places=places,
        organisations=organisations,
        keywords=keywords(
            _of(cut, "headline"),
            _of(cut, "body"),
            names,
            (*organisations, *places),
            rarity=_background.rarity if _background else words.rarity,
        ),
        mentions=tuple(Mention(name, kind, role, _evidence(name, lines)) for name, kind, role in mentioned),
    )


def _lines(article: Article) -> Iterator[tuple[str, str]]:
    """Yield (field, text) of everything that is read for tags, in the order of the page."""
    subheads = set(article.subheads)
    yield "kicker", article.kicker
    yield "headline", article.headline
    yield "subtitle", article.subtitle
    for paragraph in article.body:
        yield ("subhead" if paragraph in subheads else "body"), paragraph
    for caption in article.captions:
        # The caption of a picture story is its body.
        if caption not in article.body:
            yield "body", caption


def _speaks(organisation: str) -> bool:
    """Whether naming an organisation says what an article is about: the bodies of state and world do (欧盟, 国务院)."""
    return organisation in table("known_organisations.txt")


def _of(cut: Sequence[tuple[str, list[str]]], field: str) -> list[str]:
    return [token for one, line in cut if one == field for token in line]


def _outside(cut: Sequence[tuple[str, list[str]]], spans: Sequence[tuple[int, int]]) -> dict[str, list[str]]:
    """Return the words of each field, those in the names of organisations and places blanked.

    A professor of 某某大学 who builds a tunnel makes no article on education, nor a fire in 某某经济开发区 one on the
    economy.
    """
    named = {place for start, end in spans for place in range(start, end)}
    fields: dict[str, list[str]] = {}
    place = 0
    for field, line in cut:
        words_of_field = fields.setdefault(field, [])
        for token in line:
            words_of_field.append("\n" if place in named else token)
            place += len(token)
    return fields


def _role(person: Person, text: str, organised: Sequence[tuple[int, int]]) -> str:
    """The titles before a person's name, with the organisation they are held in when that stands right before them.

    工业和信息化部党组书记、部长金壮龙 is the one, 某某局办公室副主任 with what lies between as well.
    """
    place = text.find(person.role + person.name) if person.role else -1
    if place < 0:
        return person.role
    end = place + len(person.role)
    start, office = max((span for span in organised if span[1] <= place), default=(0, 0))
    between = text[office:end].split("、")
    held = end - office <= _LONGEST_ROLE and all(_TITLES.fullmatch(each) and title_before(each) for each in between)
    return text[start:end] if office and held else person.role


def _evidence(name: str, lines: Sequence[tuple[str, str]]) -> tuple[Evidence, ...]:
    counts: dict[str, int] = {}
    for field, line in lines:
        if count := line.count(name):
            counts[field] = counts.get(field, 0) + count
    return tuple(Evidence(name, count, field) for field, count in counts.items())


@cache
def version() -> str:
    """Return what decides the tags beside the article: this code and its tables, own topics, background, dictionary."""
    own = f"+{terms.load(_own_topics).digest}" if _own_topics else ""
    background = f"+background-{_background.digest()}" if _background else ""
    dictionary = words.dictionary_version().replace(" ", "-")
    return f"topics-{files.digest('newsarchive.topics')}{own}{background}+{dictionary}"


def labels() -> dict[str, str]:
    """Return the display name of every topic by its code."""
    return {code: topic.name for code, topic in terms.load(_own_topics).topics.items()}
