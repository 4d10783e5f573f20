"""What the pages show, read from an archive by plain SQL. Nothing here knows of Datasette or HTML.

Every function takes a connection that may only read, and returns None for an id that the archive does not have.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from newsarchive.browse.changes import changes
from newsarchive.export.records import ARTICLES
from newsarchive.store.plain import Row, array, rows

# Tables that make a SQLite file an archive; others of the same Datasette are none of our business.
TABLES = frozenset({"papers", "issues", "pages", "articles", "spans", "topics", "article_topics", "articles_fts"})

# Newest issues on the home page: two weeks of a daily that rests on Sundays, and full rows of two or three cards.
NEWEST_ISSUES = 12
# Headlines that stand for an issue in a list: as many as a front page has big ones.
_HEADLINES = 3


def is_archive(conn: sqlite3.Connection) -> bool:
    """Whether the database has the tables of an archive."""
    names = {name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return names >= TABLES


@dataclass(frozen=True, slots=True)
class Home:
    """Papers with their holdings, the newest issues with some headlines, and the days of one paper and year."""

    papers: list[Row]
    newest: list[Row]
    paper: str
    year: int
    years: list[int]
    issues: dict[str, Row]


def home(conn: sqlite3.Connection, paper: str = "", year: int | None = None) -> Home:
    """The home page; the calendar shows the paper and year asked for, or the newest held."""
    papers = rows(
        conn,
        "SELECT papers.id, papers.name, count(issues.id) AS issues, min(date) AS first, max(date) AS last,"
        " coalesce(sum(articles), 0) AS articles FROM papers LEFT JOIN issues ON issues.paper = papers.id"
        " GROUP BY papers.id ORDER BY last DESC, papers.id",
    )
    newest = rows(
        conn,
        "SELECT issues.*, papers.name FROM issues JOIN papers ON papers.id = issues.paper"
        " ORDER BY date DESC, issues.id LIMIT ?",
        [NEWEST_ISSUES],
    )
    for issue in newest:
        issue["headlines"] = rows(
            conn,
            "SELECT articles.id, headline FROM articles JOIN pages ON pages.id = articles.page"
            " WHERE articles.issue = ? AND gone IS NULL AND headline <> '' AND kind = 'article'"
            " ORDER BY pages.sequence, position LIMIT ?",
            [issue["id"], _HEADLINES],
        )
    chosen = paper if any(row["id"] == paper for row in papers) else papers[0]["id"] if papers else ""
    found = conn.execute("SELECT DISTINCT substr(date, 1, 4) FROM issues WHERE paper = ? ORDER BY 1", [chosen])
    years = [int(value) for (value,) in found if value.isdecimal()]
    shown = year if year in years else years[-1] if years else 0
    issues: dict[str, Row] = {}
    for row in rows(conn, "SELECT id, date, status FROM issues WHERE paper = ? ORDER BY edition DESC", [chosen]):
        issues[row["date"]] = row
    return Home(papers, newest, chosen, shown, years, issues)


def paper_names(conn: sqlite3.Connection) -> dict[str, str]:
    """Id → name of every paper."""
    return {str(key): str(name) for key, name in conn.execute("SELECT id, name FROM papers")}


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue with its pages, each with its articles as printed, and the neighbours in time."""

    row: Row
    pages: list[Row]
    before: Row | None
    after: Row | None


def issue(conn: sqlite3.Connection, name: str) -> Issue | None:
    """An issue by its id."""
    row = _one(
        conn,
        "SELECT issues.*, papers.name FROM issues JOIN papers ON papers.id = issues.paper WHERE issues.id = ?",
        [name],
    )
    if row is None:
        return None
    pages = rows(
        conn,
        "SELECT id, label, section, url, pdf_url, image_url, characters, placed FROM pages"
        " WHERE issue = ? ORDER BY sequence, label",
        [name],
    )
    articles = rows(
        conn,
        "SELECT id, page, kind, kicker, headline, subtitle, byline, substr(body, 1, 60) AS opening"
        " FROM articles WHERE issue = ? AND gone IS NULL ORDER BY page, position",
        [name],
    )
    by_page = {page: list(group) for page, group in groupby(articles, key=lambda article: article["page"])}
    for page in pages:
        page["articles"] = by_page.get(page["id"], [])
    where = "SELECT id, date FROM issues WHERE paper = ? AND (date, edition) {0} (?, ?) ORDER BY date {1}, edition {1}"
    key = [row["paper"], row["date"], row["edition"]]
    before = _one(conn, where.format("<", "DESC") + " LIMIT 1", key)
    after = _one(conn, where.format(">", "ASC") + " LIMIT 1", key)
    return Issue(row, pages, before, after)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a body, or a subhead standing at its place."""

    text: str
    subhead: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article with all that belongs to it. ``lines`` is the first and last line of its page that went to it."""

    row: Row
    paragraphs: list[Paragraph]
    topics: list[Row]
    continues: Row | None
    continued_by: Row | None
    # The pages that the jump lines name, where they are held.
    page_from: Row | None
    page_to: Row | None
    before: Row | None
    after: Row | None
    revisions: list[Row]
    lines: tuple[int, int] | None
    lists: dict[str, list[str]] = field(default_factory=dict)


_LISTS = ("captions", "credits", "people", "places", "organisations", "keywords", "subheads")


def article(conn: sqlite3.Connection, name: str) -> Article | None:
    """An article by its id, gone ones too."""
    row = _one(conn, f"{ARTICLES} WHERE articles.id = ?", [name])
    if row is None:
        return None
    lists = {column: array(row[column]) for column in _LISTS}
    topics = rows(
        conn,
        "SELECT topic AS code, label, score, evidence FROM article_topics JOIN topics ON topics.code = topic"
        " WHERE article = ? ORDER BY score DESC, code",
        [name],
    )
    for topic in topics:
        topic["words"] = _words(topic["evidence"])
    neighbour = (
        "SELECT id, headline FROM articles WHERE page = ? AND gone IS NULL AND position {} ? ORDER BY position {}"
    )
    key = [row["page"], row["position"]]
    revisions = rows(
        conn, "SELECT revision, seen, changed FROM revisions WHERE article = ? ORDER BY revision DESC", [name]
    )
    state = dict(row)
    for revision in revisions:
        then = _object(revision["changed"])
        revision["changes"] = {name: changes(_text(value), _text(state.get(name))) for name, value in then.items()}
        state |= then
    lines = conn.execute("SELECT min(line), max(line) FROM spans WHERE article = ?", [name]).fetchone()
    return Article(
        row,
        paragraphs(row["body"], lists["subheads"]),
        topics,
        _half(conn, row["continues"]),
        _half(conn, row["continued_by"]),
        _page_of(conn, row["issue"], row["jump_from"]),
        _page_of(conn, row["issue"], row["jump_to"]),
        _one(conn, neighbour.format("<", "DESC") + " LIMIT 1", key),
        _one(conn, neighbour.format(">", "ASC") + " LIMIT 1", key),
        revisions,
        (lines[0], lines[1]) if lines[0] is not None else None,
        lists,
    )


def paragraphs(body: str, subheads: Sequence[str]) -> list[Paragraph]:
    """The paragraphs of a body; each subhead is known once, where its turn comes."""
    waiting = list(subheads)
    made = []
    for text in filter(str.strip, body.split("\n")):
        subhead = text in waiting
        if subhead:
            del waiting[: waiting.index(text) + 1]
        made.append(Paragraph(text, subhead))
    return made


@dataclass(frozen=True, slots=True)
class Source:
    """A page as its source text: lines of spans, and its articles numbered by the colour they are shown in."""

    row: Row
    articles: list[Row]
    lines: list[tuple[int, list[Row]]]
    roles: dict[str, int]


def source(conn: sqlite3.Connection, name: str) -> Source | None:
    """A page by its id, with every character of its text."""
    row = _one(
        conn,
        "SELECT pages.*, issues.date, issues.paper, papers.name, sources.name AS source_name, sources.encoding,"
        " sources.bytes FROM pages JOIN issues ON issues.id = pages.issue JOIN papers ON papers.id = issues.paper"
        " JOIN sources ON sources.id = pages.source WHERE pages.id = ?",
        [name],
    )
    if row is None:
        return None
    articles = rows(
        conn,
        "SELECT id, headline, position, kind, confidence, gone FROM articles WHERE page = ? ORDER BY position",
        [name],
    )
    spans = rows(conn, "SELECT * FROM spans WHERE page = ? ORDER BY sequence", [name])
    lines = [(number, list(group)) for number, group in groupby(spans, key=lambda span: int(span["line"]))]
    roles: dict[str, int] = {}
    for span in spans:
        if span["role"] != "blank":
            roles[span["role"]] = roles.get(span["role"], 0) + len(span["text"].strip())
    return Source(row, articles, lines, roles)


def _half(conn: sqlite3.Connection, name: str | None) -> Row | None:
    if name is None:
        return None
    return _one(conn, "SELECT id, headline, page_label FROM articles WHERE id = ?", [name])


def _page_of(conn: sqlite3.Connection, issue: str, label: str | None) -> Row | None:
    """The page of an issue that a jump line names: 第4版 is the page printed as 04."""
    wanted = (label or "").lstrip("0")
    if not wanted:
        return None
    pages = rows(conn, "SELECT id, label FROM pages WHERE issue = ? ORDER BY sequence", [issue])
    return next((page for page in pages if page["label"].lstrip("0") == wanted), None)


def _one(conn: sqlite3.Connection, query: str, values: Sequence[Any]) -> Row | None:
    return next(iter(rows(conn, query, values)), None)


def _words(evidence: str) -> list[str]:
    """The terms that a topic rests on, the most frequent first."""
    try:
        return [str(term) for term, *_ in sorted(json.loads(evidence), key=lambda each: -each[1])]
    except (TypeError, ValueError, IndexError):
        return []


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _object(text: str) -> Row:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
