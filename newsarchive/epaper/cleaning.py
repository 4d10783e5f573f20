"""The fields of an article of a site, cleaned by the same rules as a dump."""

from __future__ import annotations

from dataclasses import replace

from newsarchive.model import Article
from newsarchive.text.clean import clean_prose


def cleaned(article: Article) -> Article:
    """The article with every text field clean; addresses, kind and jump labels are no prose and stay."""

    def one(text: str) -> str:
        return clean_prose(text).text

    def many(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(filter(None, map(one, texts)))

    return replace(
        article,
        kicker=one(article.kicker),
        headline=one(article.headline),
        subtitle=one(article.subtitle),
        byline=one(article.byline),
        lead=one(article.lead),
        body=many(article.body),
        signature=one(article.signature),
        subheads=many(article.subheads),
        captions=many(article.captions),
        credits=many(article.credits),
    )
