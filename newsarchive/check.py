"""The last look before the store: do the accounts of a page add up, and what should an archivist look at?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsarchive.errors import NewsArchiveError
from newsarchive.model import Article, Problem, Role, Span

# Below this a reader meets articles that are wrong more often than right; the archivist should look at the page.
DOUBTFUL = 0.5


def check_accounts(text: str, page_spans: Sequence[Span]) -> None:
    """Raise NewsArchiveError (``accounts``) unless the spans, joined, are the text of the page, each at its offsets."""
    position = 0
    for span in page_spans:
        if span.start != position or span.end <= span.start or span.text != text[span.start : span.end]:
            raise NewsArchiveError(f"the spans of the page do not add up at character {position}", code="accounts")
        position = span.end
    if position != len(text):
        raise NewsArchiveError(f"the spans of the page stop at character {position} of {len(text)}", code="accounts")


def doubts(unit: str, articles: Sequence[Article], page_spans: Sequence[Span]) -> Iterator[Problem]:
    """What is stored but should be looked at; none of it keeps a page from being stored."""
    for position, article in enumerate(articles, 1):
        name = article.headline or (article.body[0][:20] if article.body else "")
        if article.confidence < DOUBTFUL:
            yield Problem(
                "doubtful-article", unit, f"article {position} ({name}) has confidence {article.confidence:.2f}"
            )
    unplaced = sum(len(span.text) for span in page_spans if span.role is Role.UNPLACED)
    if unplaced:
        yield Problem("unplaced-text", unit, f"{unplaced} characters belong to no article and to no furniture")
