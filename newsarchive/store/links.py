"""Continued stories of one issue: the two halves tied together in the rows, both ways."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from newsarchive.epaper.labels import bare, label_key
from newsarchive.model import Article, Kind, Problem
from newsarchive.segment.continuation import Placed, tie


def link_issue(db: Database, issue: str) -> tuple[Problem, ...]:
    """Set ``continues`` and ``continued_by`` of the issue's articles; what is right already is not written to.

    Returns a problem for each 下转 or 上接 whose other half is not held.
    """
    rows = list(db.query("SELECT * FROM articles WHERE issue = ? AND gone IS NULL ORDER BY page, position", [issue]))
    tied = tie(_both_ends([Placed(row["id"], row["page_label"], article_of(row)) for row in rows]))
    before = {second: first for first, second in tied.pairs}
    after = dict(tied.pairs)
    for row in rows:
        links = {"continues": before.get(row["id"]), "continued_by": after.get(row["id"])}
        if any(row[name] != value for name, value in links.items()):
            db.table("articles").update(row["id"], links)
    return tied.problems


def _both_ends(placed: list[Placed]) -> list[Placed]:
    """The articles, with the jump filled in that one half leaves out: sites mark it on the other half only at times.

    The other half stands on the page that the jump names and has the very same headline.
    """
    by_name: dict[tuple[str, str], list[Placed]] = {}
    for p in placed:
        by_name.setdefault((label_key(p.page), bare(p.article.headline)), []).append(p)
    filled: dict[str, Article] = {}
    for p in placed:
        name = bare(p.article.headline)
        for place in filter(None, (p.article.jump_to, p.article.jump_from)):
            others = by_name.get((label_key(place), name), []) if name else []
            if len(others) != 1 or others[0].id == p.id:
                continue
            other = filled.get(others[0].id, others[0].article)
            if place == p.article.jump_to and not other.jump_from:
                filled[others[0].id] = replace(other, jump_from=p.page)
            elif place == p.article.jump_from and not other.jump_to:
                filled[others[0].id] = replace(other, jump_to=p.page)
    return [replace(p, article=filled.get(p.id, p.article)) for p in placed]


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row of ``articles``."""
    return Article(
        kind=Kind(row["kind"]),
        kicker=row["kicker"],
        headline=row["headline"],
        subtitle=row["subtitle"],
        byline=row["byline"],
        lead=row["lead"],
        body=tuple(row["body"].split("\n")) if row["body"] else (),
        signature=row["signature"],
        subheads=tuple(json.loads(row["subheads"])),
        captions=tuple(json.loads(row["captions"])),
        credits=tuple(json.loads(row["credits"])),
        jump_to=row["jump_to"],
        jump_from=row["jump_from"],
        confidence=row["confidence"],
        url=row["url"],
    )
