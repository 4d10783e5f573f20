"""A page item as rows: pure functions that decide what the archive should hold. Nothing here touches a database."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from newsarchive import ids
from newsarchive.model import Article, Evidence, Tags
from newsarchive.page import PageItem
from newsarchive.sources.names import PageKey
from newsarchive.spans import characters, placed

Row = dict[str, Any]

# Columns that say when and how often a row was seen; they take no part in the question whether an article changed.
BOOKKEEPING = frozenset(
    {"number", "revision", "first_seen", "last_seen", "gone", "continues", "continued_by", "confidence"}
)


def source_id(raw: bytes) -> str:
    """The id of an original: the SHA-256 of its bytes, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def source_row(name: str, raw: bytes, encoding: str, evidence: str, seen: str, status: str) -> Row:
    """The row of ``sources``: an original whole, how it was read, and ``stored`` or why it is not what it should be."""
    return {
        "id": source_id(raw),
        "name": name,
        "bytes": len(raw),
        "encoding": encoding,
        "evidence": evidence,
        "fetched": seen,
        "status": status,
        "content": zlib.compress(raw),
    }


def key_of(item: PageItem) -> PageKey:
    """The key of an identified item."""
    if item.key is None:
        raise ValueError(f"{item.unit} was not identified before it was stored")
    return item.key


def issue_of(key: PageKey) -> str:
    """The id of the issue that the page belongs to."""
    return ids.issue_id(key.paper, key.date, key.edition)


def page_of(key: PageKey) -> str:
    """The id of the page."""
    return ids.page_id(issue_of(key), key.label)


def page_row(item: PageItem, stages: str) -> Row:
    """The row of ``pages``; ``stages`` says which version of every stage made it."""
    key = key_of(item)
    return {
        "id": page_of(key),
        "issue": issue_of(key),
        "label": key.label,
        "label_source": key.label_source,
        "sequence": item.sequence,
        "section": item.section,
        "source": source_id(item.raw),
        "url": item.url,
        "pdf_url": item.pdf_url,
        "image_url": item.image_url,
        "characters": characters(item.spans),
        "placed": placed(item.spans),
        "stages": stages,
    }


def article_rows(item: PageItem) -> list[Row]:
    """The rows of ``articles`` without their bookkeeping, in the order of the page."""
    key = key_of(item)
    articles = item.segmentation.articles if item.segmentation else ()
    places = positions(item)
    return [_article_row(key, *parts) for parts in zip(places, articles, tags_of(item), strict=True)]


def tags_of(item: PageItem) -> tuple[Tags, ...]:
    """The tags of each article of the page; those of a page that was not tagged are empty."""
    return item.tags or (Tags(),) * (len(item.segmentation.articles) if item.segmentation else 0)


def positions(item: PageItem) -> tuple[int, ...]:
    """Where each article of the page stands: as the item says, else counted from 1."""
    count = len(item.segmentation.articles) if item.segmentation else 0
    return item.positions or tuple(range(1, count + 1))


def _article_row(key: PageKey, position: int, article: Article, tags: Tags) -> Row:
    page = page_of(key)
    return {
        "id": ids.article_id(page, position),
        "issue": issue_of(key),
        "page": page,
        "position": position,
        "kind": str(article.kind),
        "kicker": article.kicker,
        "headline": article.headline,
        "subtitle": article.subtitle,
        "byline": article.byline,
        "lead": article.lead,
        "body": "\n".join(article.body),
        "signature": article.signature,
        "subheads": array(article.subheads),
        "captions": array(article.captions),
        "credits": array(article.credits),
        "jump_to": article.jump_to,
        "jump_from": article.jump_from,
        "paper": key.paper,
        "date": key.date.isoformat(),
        "page_label": key.label,
        **tag_columns(tags),
        "confidence": round(article.confidence, 4),
        "url": article.url,
    }


def tag_columns(tags: Tags) -> Row:
    """The tags as the JSON arrays of the article's own row."""
    return {
        "topics": array(tuple(code for code, _, _ in tags.topics)),
        "people": array(tags.people),
        "places": array(tags.places),
        "organisations": array(tags.organisations),
        "keywords": array(tags.keywords),
    }


def topic_rows(article: str, tags: Tags) -> list[Row]:
    """The rows of ``article_topics``, with the words that each topic rests on."""
    return [
        {
            "article": article,
            "topic": code,
            "score": round(score, 4),
            "evidence": _told(evidence),
        }
        for code, score, evidence in tags.topics
    ]


def name_rows(article: str, tags: Tags) -> list[Row]:
    """The rows of ``article_names``: each person, organisation and place with its role and where it stands."""
    return [
        {
            "article": article,
            "kind": mention.kind,
            "name": mention.name,
            "role": mention.role,
            "evidence": _told(mention.evidence),
        }
        for mention in tags.mentions
    ]


def _told(evidence: Iterable[Evidence]) -> str:
    return json.dumps([[e.term, e.count, e.where] for e in evidence], ensure_ascii=False)


def span_rows(item: PageItem) -> list[Row]:
    """The rows of ``spans``, counted from 1."""
    page = page_of(key_of(item))
    return [
        {
            "page": page,
            "sequence": sequence,
            "line": span.line,
            "start": span.start,
            "end": span.end,
            "role": str(span.role),
            "article": None if span.article is None else ids.article_id(page, span.article + 1),
            "reason": span.reason,
            "text": span.text,
        }
        for sequence, span in enumerate(item.spans, 1)
    ]


def array(values: tuple[str, ...]) -> str:
    """A JSON array as Datasette facets it: readable Chinese, no escapes."""
    return json.dumps(list(values), ensure_ascii=False)


def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Row:
    """The columns of the old row that the new one has otherwise, bookkeeping aside; empty when nothing changed."""
    return {name: old[name] for name, value in new.items() if name not in BOOKKEEPING and old[name] != value}
