"""The archive's background for key phrases: when it is due, and keeping it."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from newsarchive.errors import ArchiveError
from newsarchive.store.archive import reading
from newsarchive.topics.background import FEWEST, Background

# The row that holds how many articles were counted.
_ALL = ""
_TEXT = "SELECT headline || char(10) || body AS text FROM articles WHERE gone IS NULL ORDER BY number"


def held(db: Database) -> Background | None:
    """Return the background that the archive keeps; None for a small archive, or one of an older schema."""
    if not db.table("background").exists():
        return None
    # Every crawl of a large archive reads its hundred thousand words: plain rows take half the time.
    counts: dict[str, int] = dict(db.execute("SELECT word, articles FROM background"))
    total = counts.pop(_ALL, 0)
    return Background(total, counts) if total else None


def of(path: Path) -> Background | None:
    """Return the background of the archive at ``path``; None where there is none. What is wrong with an archive is said
    by whoever opens it to write.
    """
    try:
        with reading(path) as db:
            return held(db)
    except ArchiveError:
        return None


def due(db: Database) -> bool:
    """Whether to count anew: there are enough articles, and twice as many as last time. So what is tagged stays valid
    while an archive grows day by day.
    """
    kept = next(iter(db.query("SELECT articles FROM background WHERE word = ?", [_ALL])), {"articles": 0})
    now = next(iter(db.query("SELECT count(*) AS articles FROM articles WHERE gone IS NULL")))["articles"]
    return bool(now >= max(FEWEST, 2 * kept["articles"]))


def texts(db: Database) -> list[str]:
    """Return headline and body of every article."""
    return [row["text"] for row in db.query(_TEXT)]


def put(db: Database, background: Background) -> None:
    """Keep a background in place of the earlier one, in one transaction."""
    with db.atomic():
        db.table("background").delete_where()
        kept = {_ALL: background.articles} | dict(sorted(background.counts.items()))
        db.table("background").insert_all({"word": word, "articles": number} for word, number in kept.items())
