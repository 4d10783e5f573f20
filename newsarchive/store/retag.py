"""Tagging what the archive holds already: which pages are out of date, their articles, and writing the new tags."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from newsarchive.model import Article, Tags
from newsarchive.store import rows, writer
from newsarchive.store.links import article_of


def outdated(db: Database, version: str) -> list[str]:
    """Return the ids of the pages whose articles another version has tagged, in the order of the archive."""
    query = "SELECT id FROM pages WHERE json_extract(stages, '$.tag') IS NOT ? ORDER BY issue, sequence, id"
    return [row["id"] for row in db.query(query, [version])]


def held_articles(db: Database, page: str) -> list[tuple[str, Article]]:
    """Return (id, article) of everything that stands, or once stood, on a page."""
    return [
        (row["id"], article_of(row))
        for row in db.query("SELECT * FROM articles WHERE page = ? ORDER BY position", [page])
    ]


def put_tags(db: Database, page: str, tagged: Sequence[tuple[str, Tags]], version: str) -> None:
    """Write the tags of a page's articles, on the article and as rows, and who made them, in one transaction."""
    with db.atomic():
        for article, tags in tagged:
            db.table("articles").update(article, rows.tag_columns(tags))
            writer.put_tag_rows(db, article, tags)
        db.execute("UPDATE pages SET stages = json_set(stages, '$.tag', ?) WHERE id = ?", [version, page])
