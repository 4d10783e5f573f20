"""Articles as the exports see them, read from the archive in a given order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsarchive.store.plain import array, rows
from newsarchive.topics.bylines import read_byline

# So many articles are in memory at a time.
_BATCH = 200

# Columns in the order of the table, as JSONL and CSV have them; lists are JSON arrays there.
COLUMNS = (
    "id", "paper", "paper_name", "date", "page_label", "section", "position", "kind", "kicker", "headline", "subtitle",
    "byline", "body", "signature", "captions", "credits", "jump_to", "jump_from", "continues", "continued_by", "topics",
    "people", "places", "organisations", "keywords", "confidence", "url", "revision", "first_seen", "last_seen", "gone",
)  # fmt: skip
LISTS = ("captions", "credits", "topics", "people", "places", "organisations", "keywords")

# Articles with what their paper and their page say of them; conditions follow.
ARTICLES = (
    "SELECT articles.*, papers.name AS paper_name, pages.section, pages.pdf_url, pages.image_url FROM articles"
    " JOIN papers ON papers.id = articles.paper JOIN pages ON pages.id = articles.page"
)
_THESE = "number IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Record:
    """An article: ``columns`` as in COLUMNS with lists as lists, the authors that its byline names, topic labels."""

    columns: Mapping[str, Any]
    authors: tuple[str, ...]
    labels: Mapping[str, str]

    def __getitem__(self, name: str) -> Any:
        return self.columns[name]

    @property
    def title(self) -> str:
        """Headline with its subtitle, or the beginning of the text of an article without one."""
        headline, subtitle = one_line(self["headline"]), one_line(self["subtitle"])
        if not headline:
            return subtitle or one_line(self["body"])[:20] + "…"
        return f"{headline}：{subtitle}" if subtitle else headline


def record(row: Mapping[str, Any], labels: Mapping[str, str] | None = None) -> Record:
    """A row of ``articles``, with the columns ``paper_name`` and ``section``, as a record."""
    columns = {name: array(row[name]) if name in LISTS else row[name] for name in COLUMNS}
    authors = read_byline(str(row["byline"])) or read_byline(str(row["signature"]))
    return Record(columns, authors, labels or {})


def records(conn: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Record]:
    """The articles of these numbers, in that order; what is not held is left out."""
    labels = {str(code): str(label) for code, label in conn.execute("SELECT code, label FROM topics")}
    for start in range(0, len(numbers), _BATCH):
        batch = list(numbers[start : start + _BATCH])
        found = rows(conn, f"{ARTICLES} WHERE {_THESE}", [json.dumps(batch)])
        by_number = {row["number"]: row for row in found}
        yield from (record(by_number[number], labels) for number in batch if number in by_number)


def of_issue(conn: sqlite3.Connection, issue: str) -> list[int]:
    """The numbers of the articles of an issue, as printed; those that are gone left out."""
    query = (
        "SELECT number FROM articles JOIN pages ON pages.id = articles.page"
        " WHERE articles.issue = ? AND gone IS NULL ORDER BY pages.sequence, pages.label, position"
    )
    return [int(number) for (number,) in conn.execute(query, [issue])]


def held(conn: sqlite3.Connection, numbers: Sequence[int] | None = None) -> list[int]:
    """Of these numbers, or of all, those of articles that are still on their page; the newest first."""
    query = "SELECT number FROM articles WHERE gone IS NULL"
    if numbers is None:
        return [int(number) for (number,) in conn.execute(f"{query} ORDER BY number DESC")]
    cursor = conn.execute(f"{query} AND {_THESE} ORDER BY number DESC", [json.dumps(numbers)])
    return [int(number) for (number,) in cursor]


def of_article(conn: sqlite3.Connection, article: str) -> list[int]:
    """The number of an article by its id, gone or not; nothing for one that is not held."""
    return [int(number) for (number,) in conn.execute("SELECT number FROM articles WHERE id = ?", [article])]


def one_line(text: object) -> str:
    """The text in one line, so that no field of a format can begin another."""
    return " ".join(str(text).split())
