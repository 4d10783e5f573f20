"""The stages of a page after its text is there, each on one item, in the order in which text flows through them.

Who makes a page, the pipelines of a crawl or ``newsarchive reprocess``, uses these and nothing else.
"""

from __future__ import annotations

from dataclasses import replace

from newsarchive.check import check_accounts, doubts
from newsarchive.epaper.cleaning import cleaned
from newsarchive.page import PageItem
from newsarchive.segment import segment, setting_of
from newsarchive.spans import spans
from newsarchive.text.clean import clean
from newsarchive.topics import tag


def clean_page(item: PageItem) -> None:
    """Write ``cleaned``; the fields of articles that came as such are cleaned one by one."""
    item.cleaned = clean(item.text)
    if item.segmentation is not None:
        item.segmentation = replace(item.segmentation, articles=tuple(map(cleaned, item.segmentation.articles)))


def segment_page(item: PageItem) -> None:
    """Write ``segmentation``; a page that came as articles is left as it is."""
    if item.segmentation is None and item.cleaned is not None:
        item.segmentation = segment(item.cleaned.text, setting_of(item.cleaned.raw))


def tag_page(item: PageItem) -> None:
    """Write ``tags``, one for each article."""
    if item.segmentation is not None:
        item.tags = tuple(tag(article) for article in item.segmentation.articles)


def check_page(item: PageItem) -> None:
    """Write ``spans`` and add the doubts to ``problems``; raises NewsArchiveError when the accounts do not add up."""
    if item.cleaned is not None and item.segmentation is not None:
        item.spans = spans(item.cleaned, item.segmentation)
        check_accounts(item.text, item.spans)
        item.problems.extend(doubts(item.unit, item.segmentation.articles, item.spans))


STAGES = (clean_page, segment_page, tag_page, check_page)
"""The stages in their order."""


def process(item: PageItem) -> PageItem:
    """The item with every stage done. Raises NewsArchiveError when its accounts do not add up."""
    for stage in STAGES:
        stage(item)
    return item
