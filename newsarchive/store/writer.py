"""Writing a page: the page with its articles, spans, tags and doubts in one transaction, or nothing at all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlite_utils import Database

from newsarchive import ids
from newsarchive.model import Tags
from newsarchive.page import Outcome, PageItem
from newsarchive.search import index
from newsarchive.store import fetches, ledger, rows
from newsarchive.store.rows import Row


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a page did; ``articles`` counts the articles that are new or changed."""

    outcome: Outcome
    articles: int = 0


def now() -> str:
    """The time for ``first_seen`` and its like: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def held(db: Database, item: PageItem, stages: str) -> bool:
    """Whether the archive holds this page from the same bytes, made by the same versions of all stages."""
    row = _get(db, "pages", rows.page_of(rows.key_of(item)))
    return row is not None and row["source"] == rows.source_id(item.raw) and row["stages"] == stages


def write_page(db: Database, item: PageItem, stages: str, run: int) -> Written:
    """Store the page and say what that changed; a page that is held unchanged is not written to at all.

    An article that changed keeps its earlier state in ``revisions``; one that is no longer on the page is marked
    ``gone``. Raises sqlite3.Error, and then nothing of the page is stored.
    """
    page = rows.page_row(item, stages)
    old_page = _get(db, "pages", page["id"])
    seen = now()
    if old_page == page and not _articles_differ(db, item):
        put_originals(db, item, seen)
        return Written(Outcome.UNCHANGED)
    with db.atomic():
        _put_source(db, item, seen)
        _put_issue(db, item)
        _replace(db, "pages", page, old_page)
        touched = _put_articles(db, item, seen, (old_page or page)["source"])
        for original in item.originals:
            fetches.put(db, original, seen)
        _put_spans(db, item)
        for problem in item.problems:
            ledger.record(db, run, problem)
        _count_issue(db, page["issue"])
    return Written(Outcome.STORED, touched)


def put_originals(db: Database, item: PageItem, seen: str) -> None:
    """Keep the answers that an item came with; those that are held are not written to."""
    if item.originals:
        with db.atomic():
            for original in item.originals:
                fetches.put(db, original, seen)


def put_topics(db: Database, labels: Mapping[str, str]) -> None:
    """Bring the table ``topics`` in step with the vocabulary; what is right already is not written to."""
    held_labels = {row["code"]: row["label"] for row in db.query("SELECT code, label FROM topics")}
    if new := {code: label for code, label in labels.items() if held_labels.get(code) != label}:
        with db.atomic():
            db.table("topics").upsert_all([{"code": code, "label": new[code]} for code in sorted(new)], pk="code")


def keep_source(db: Database, item: PageItem, status: str) -> None:
    """Keep the bytes of a unit that could not be made into a page, so that nothing is lost."""
    if item.raw:
        with db.atomic():
            _put_source(db, item, now(), status)
    put_originals(db, item, now())


def _get(db: Database, table: str, key: str) -> Row | None:
    return next(iter(db.query(f'SELECT * FROM "{table}" WHERE id = ?', [key])), None)


def _replace(db: Database, table: str, row: Row, old: Row | None) -> None:
    if old is None:
        db.table(table).insert(row)
    elif changes := {name: value for name, value in row.items() if old[name] != value}:
        db.table(table).update(row["id"], changes)


def _put_source(db: Database, item: PageItem, seen: str, status: str = "stored") -> None:
    source = rows.source_id(item.raw)
    old = _get(db, "sources", source)
    if old is not None:
        if old["status"] != status and status == "stored":
            db.table("sources").update(source, {"status": status, "encoding": item.encoding})
        return
    row = rows.source_row(item.unit, item.raw, item.encoding, item.encoding_evidence, seen, status)
    db.table("sources").insert(row)


def _put_issue(db: Database, item: PageItem) -> None:
    key = rows.key_of(item)
    paper = _get(db, "papers", key.paper)
    if paper is None:
        db.table("papers").insert({"id": key.paper, "name": key.paper_name})
    elif paper["name"] == paper["id"] != key.paper_name:
        # Until now only its short name was known.
        db.table("papers").update(key.paper, {"name": key.paper_name})
    issue = rows.issue_of(key)
    old = _get(db, "issues", issue)
    if old is None:
        db.table("issues").insert(
            {
                "id": issue,
                "paper": key.paper,
                "date": key.date.isoformat(),
                "edition": key.edition,
                "date_source": key.date_source,
                "pages": 0,
                "articles": 0,
                "status": "open",
            }
        )
    elif old["status"] != "open":
        db.table("issues").update(issue, {"status": "open"})


def _put_articles(db: Database, item: PageItem, seen: str, old_source: str) -> int:
    page = rows.page_of(rows.key_of(item))
    held_rows = {row["id"]: row for row in db.query("SELECT * FROM articles WHERE page = ?", [page])}
    touched = 0
    for row, tags in zip(rows.article_rows(item), rows.tags_of(item), strict=True):
        old = held_rows.pop(row["id"], None)
        if old is None:
            number = _free_number(db, ids.article_number(row["id"], rows.key_of(item).date))
            bookkeeping = {"number": number, "revision": 1, "first_seen": seen, "last_seen": seen}
            _insert(db, "articles", [row | bookkeeping])
            index.add(db.conn, number, row)
            touched += 1
        else:
            touched += _revise(db, old, row, seen, old_source)
        put_tag_rows(db, row["id"], tags)
    for article, old in held_rows.items():
        if old["gone"] is None:
            db.table("articles").update(article, {"gone": seen})
            touched += 1
    return touched


def _articles_differ(db: Database, item: PageItem) -> bool:
    """Whether an item's articles are not those that are held. Only a page made of several answers can differ here: what
    a single file gives is told by its bytes.
    """
    if not item.originals:
        return False
    page = rows.page_of(rows.key_of(item))
    held_rows = {row["id"]: row for row in db.query("SELECT * FROM articles WHERE page = ? AND gone IS NULL", [page])}
    new_rows = {row["id"]: row for row in rows.article_rows(item)}
    return held_rows.keys() != new_rows.keys() or any(rows.changed(held_rows[i], row) for i, row in new_rows.items())


def _revise(db: Database, old: Row, new: Row, seen: str, old_source: str) -> int:
    differences = rows.changed(old, new)
    # An article that was fetched on its own came from its own original, not from that of its page.
    old_source = fetches.source_of(db, old["url"]) or old_source
    updates = {name: value for name, value in new.items() if old[name] != value}
    if old["gone"] is not None:
        updates["gone"] = None
    if differences:
        db.table("revisions").insert(
            {
                "article": old["id"],
                "revision": old["revision"],
                "seen": old["last_seen"],
                "source": old_source,
                "changed": json.dumps(differences, ensure_ascii=False),
            }
        )
        updates |= {"revision": old["revision"] + 1, "last_seen": seen}
    if updates:
        db.table("articles").update(old["id"], updates)
    if not updates.keys().isdisjoint(index.FIELDS):
        index.replace(db.conn, old["number"], old, new)
    return int(bool(updates))


def _free_number(db: Database, number: int) -> int:
    while next(iter(db.query("SELECT 1 AS taken FROM articles WHERE number = ?", [number])), None):
        number = ids.next_number(number)
    return number


def put_tag_rows(db: Database, article: str, tags: Tags) -> None:
    """Bring the topics and names of an article, which stand in rows of their own, in step; right ones stay."""
    for table, new in (
        ("article_topics", rows.topic_rows(article, tags)),
        ("article_names", rows.name_rows(article, tags)),
    ):
        old = list(db.query(f"SELECT * FROM {table} WHERE article = ? ORDER BY rowid", [article]))
        if old != new:
            db.execute(f"DELETE FROM {table} WHERE article = ?", [article])
            _insert(db, table, new)


def _put_spans(db: Database, item: PageItem) -> None:
    db.execute("DELETE FROM spans WHERE page = ?", [rows.page_of(rows.key_of(item))])
    _insert(db, "spans", rows.span_rows(item))


def _insert(db: Database, table: str, new: Sequence[Row]) -> None:
    """Insert rows of the same columns. There are hundreds a page: in plain SQL they take a third of the time."""
    if new:
        columns = ", ".join(f'"{name}"' for name in new[0])
        values = ", ".join(f":{name}" for name in new[0])
        db.conn.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", new)


def _count_issue(db: Database, issue: str) -> None:
    db.execute(
        "UPDATE issues SET pages = (SELECT count(*) FROM pages WHERE issue = issues.id),"
        " articles = (SELECT count(*) FROM articles WHERE issue = issues.id AND gone IS NULL) WHERE id = ?",
        [issue],
    )
