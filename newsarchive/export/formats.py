"""The formats of an export: what each is called, and how records become text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsarchive.export import citations, ninjs
from newsarchive.export.records import COLUMNS, LISTS, Record, one_line

# What Excel and LibreOffice take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What means something to Markdown anywhere, and what does so at the beginning of a line only.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&|~])")
_MARKDOWN_START = re.compile(r"^(\d{0,9})([#+=.)-])")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for people, the ending of its files, and the writer of pieces of text."""

    label: str
    extension: str
    media_type: str
    write: Callable[[Iterable[Record]], Iterator[str]]


def jsonl(articles: Iterable[Record]) -> Iterator[str]:
    """One JSON object a line, lists as arrays."""
    for article in articles:
        # Line separators of Unicode would break a line for some readers.
        text = json.dumps(dict(article.columns), ensure_ascii=False)
        yield text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def table(articles: Iterable[Record]) -> Iterator[str]:
    """CSV with a header, lists joined by semicolons; no cell can be a formula."""
    yield _row(COLUMNS)
    for article in articles:
        yield _row([_cell("；".join(article[n]) if n in LISTS else article[n]) for n in COLUMNS])


def markdown(articles: Iterable[Record]) -> Iterator[str]:
    """A document: a heading for each article, its byline and place, its paragraphs."""
    for article in articles:
        lines = [f"## {_escaped(one_line(article['headline']) or article.title)}"]
        if article["kicker"] or article["subtitle"]:
            lines.append(
                "**" + _escaped(" · ".join(one_line(article[n]) for n in ("kicker", "subtitle") if article[n])) + "**"
            )
        place = f"{article['paper_name']} {article['date']} 第{article['page_label']}版 {article['id']}"
        lines.append(_escaped(one_line(f"{article['byline']} {place}")))
        lines += [_escaped(paragraph.strip()) for paragraph in article["body"].split("\n") if paragraph.strip()]
        yield "\n\n".join(lines) + "\n\n"


def news_items(articles: Iterable[Record]) -> Iterator[str]:
    """A JSON array of ninjs 3.0 items."""
    yield "["
    for index, article in enumerate(articles):
        yield (",\n" if index else "\n") + json.dumps(ninjs.item(article), ensure_ascii=False)
    yield "\n]\n"


def _each(cite: Callable[[Record], str], end: str = "") -> Callable[[Iterable[Record]], Iterator[str]]:
    def write(articles: Iterable[Record]) -> Iterator[str]:
        return (cite(article) + end for article in articles)

    return write


FORMATS = {
    "jsonl": Format("JSONL", "jsonl", "application/x-ndjson", jsonl),
    "csv": Format("CSV", "csv", "text/csv", table),
    "markdown": Format("Markdown", "md", "text/markdown", markdown),
    "gbt": Format("GB/T 7714", "txt", "text/plain", _each(citations.gbt, "\n")),
    "ris": Format("RIS", "ris", "application/x-research-info-systems", _each(citations.ris)),
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex", _each(citations.bibtex)),
    "ninjs": Format("ninjs 3.0", "json", "application/json", news_items),
}


def _row(values: Iterable[object]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(values)
    return buffer.getvalue()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _escaped(text: str) -> str:
    return _MARKDOWN_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))
