"""Which articles print the same story: the links between them, and the stories that the links make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from newsarchive.topics.reprints import Link, stories

_COMPARED = """
SELECT id, date, headline, body FROM articles
WHERE gone IS NULL AND date >= ? AND date <= ? AND kind != 'advertisement'
"""
_DATES = """
SELECT id, date FROM articles
WHERE gone IS NULL AND id IN (SELECT article FROM reprint_links UNION SELECT other FROM reprint_links)
"""
_WITHIN = "SELECT id FROM articles WHERE date >= ? AND date <= ?"


def compared(db: Database, since: str, until: str) -> dict[str, dict[str, Any]]:
    """Return id, date, headline and body of the articles of these dates, by id; advertisements are left out."""
    return {row["id"]: row for row in db.query(_COMPARED, [since, until])}


def put_links(db: Database, links: Iterable[Link], since: str, until: str) -> None:
    """Store the links found among the articles of these dates in place of the earlier ones among them.

    Links that lead out of these dates stay. The stories of the whole archive are told anew from all links, in the same
    transaction. Articles that are gone from their page are in no story.
    """
    with db.atomic():
        both = f"article IN ({_WITHIN}) AND other IN ({_WITHIN})"
        db.table("reprint_links").delete_where(both, [since, until, since, until])
        db.table("reprint_links").insert_all(
            {"article": link.article, "other": link.other, "likeness": link.likeness} for link in links
        )
        held = [Link(**row) for row in db.query("SELECT article, other, likeness FROM reprint_links")]
        dates = {row["id"]: row["date"] for row in db.query(_DATES)}
        db.table("reprints").delete_where()
        db.table("reprints").insert_all(
            {
                "article": article,
                "story": story.articles[0],
                "first": int(article in story.first),
                "likeness": story.likeness[article],
            }
            for story in stories(held, dates)
            for article in story.articles
        )
