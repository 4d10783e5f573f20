"""From an article to its tags."""

from __future__ import annotations

from newsarchive.model import Article, Tags
from newsarchive.text import words
from newsarchive.topics import terms
from newsarchive.topics.keywords import keywords
from newsarchive.topics.people import find_people
from newsarchive.topics.score import score_topics


def tag(article: Article, vocabulary: terms.Vocabulary | None = None) -> Tags:
    """Return the topics, people, places, organisations and key phrases of an article.

    ``vocabulary`` is what ``terms.load`` returns; without it the topics that come with newsarchive are used. The same
    article and vocabulary give the same tags. Nothing is downloaded; jieba's dictionary is loaded at the first call.
    """
    vocabulary = vocabulary or terms.load()
    subheads = set(article.subheads)
    paragraphs = [paragraph for paragraph in article.body if paragraph not in subheads]
    fields = {
        "headline": words.cut(article.headline),
        "kicker": words.cut(article.kicker),
        "subtitle": words.cut(article.subtitle),
        "subhead": [word for subhead in article.subheads for word in words.cut(subhead)],
        "body": words.cut("\n".join((*paragraphs, *article.captions))),
    }
    text = "\n".join((article.kicker, article.headline, article.subtitle, *article.body, *article.captions))
    tokens = [word for cut in fields.values() for word in cut]
    people = find_people(text, tokens, (article.byline, article.lead, article.signature))
    return Tags(
        topics=score_topics(fields, vocabulary),
        people=tuple(person.name for person in people),
        keywords=keywords(fields["headline"], fields["body"]),
    )


def version(vocabulary: terms.Vocabulary | None = None) -> str:
    """Return what decides the tags beside the article: the digest of the vocabulary and the dictionary's version."""
    vocabulary = vocabulary or terms.load()
    return f"topics-{vocabulary.digest}+{words.dictionary_version().replace(' ', '-')}"


def labels(vocabulary: terms.Vocabulary | None = None) -> dict[str, str]:
    """Return the display name of every topic by its code."""
    vocabulary = vocabulary or terms.load()
    return {code: topic.name for code, topic in vocabulary.topics.items()}
