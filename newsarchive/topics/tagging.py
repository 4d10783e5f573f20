"""From an article to its tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.model import Article, Tags
from newsarchive.text import words
from newsarchive.topics import terms
from newsarchive.topics.keywords import keywords
from newsarchive.topics.organisations import find_organisations, name_organisations
from newsarchive.topics.people import find_people
from newsarchive.topics.places import administrative, find_places
from newsarchive.topics.score import score_topics


def tag(article: Article, vocabulary: terms.Vocabulary | None = None) -> Tags:
    """Return the topics, people, places, organisations and key phrases of an article.

    ``vocabulary`` is what ``terms.load`` returns; without it the topics that come with newsarchive are used. The same
    article and vocabulary give the same tags. Nothing is downloaded; jieba's dictionary is loaded at the first call.
    """
    vocabulary = vocabulary or terms.load()
    subheads = set(article.subheads)
    lines = [
        ("kicker", article.kicker),
        ("headline", article.headline),
        ("subtitle", article.subtitle),
        *(("subhead" if paragraph in subheads else "body", paragraph) for paragraph in article.body),
        *(("body", caption) for caption in article.captions if caption not in article.body),
    ]
    fields: dict[str, list[str]] = {}
    tokens: list[str] = []
    for field, line in lines:
        cut = words.cut(line)
        fields.setdefault(field, []).extend(cut)
        tokens.extend((*cut, "\n"))
    text = "".join(tokens)

    people = [person.name for person in find_people(text, tokens, (article.byline, article.lead, article.signature))]
    named = _stretches(text, people)
    areas = tuple(administrative(text))
    organised = find_organisations(text, tokens, areas, named)
    organisations = name_organisations(text, organised)
    places = find_places(text, tokens, areas, (*organised, *named))
    return Tags(
        topics=score_topics(fields, vocabulary),
        people=tuple(people),
        places=places,
        organisations=organisations,
        keywords=keywords(fields["headline"], fields.get("body", ()), people, (*organisations, *places)),
    )


def _stretches(text: str, names: Sequence[str]) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for name in names for match in re.finditer(re.escape(name), text))


def version(vocabulary: terms.Vocabulary | None = None) -> str:
    """Return what decides the tags beside the article: the digest of the vocabulary and the dictionary's version."""
    vocabulary = vocabulary or terms.load()
    return f"topics-{vocabulary.digest}+{words.dictionary_version().replace(' ', '-')}"


def labels(vocabulary: terms.Vocabulary | None = None) -> dict[str, str]:
    """Return the display name of every topic by its code."""
    vocabulary = vocabulary or terms.load()
    return {code: topic.name for code, topic in vocabulary.topics.items()}
