"""The full-text index ``articles_fts`` beside the table ``articles``: its schema, and what keeps it in step.

The index is a contentless FTS5 table: it stores no second copy of the text, so whoever changes or removes an article
hands it the old texts. It is tied to ``articles`` by the unique integer ``articles.number``, which must sort by date.
Reading needs nothing: any ``sqlite3`` answers ``articles_fts MATCH '"大模 模型 型"'``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from newsarchive.search.fold import table
from newsarchive.search.pairs import index_terms

# The column with most text comes first: FTS5 spends two bytes a posting on every column but the first.
FIELDS = ("body", "headline", "kicker", "subtitle")
# What the article is about stands in its headline; kicker and subtitle come next. In the order of FIELDS.
WEIGHTS = (1.0, 10.0, 4.0, 4.0)

# Datasette and sqlite-utils find the full-text index of a table by the text ``content="articles"``; in a comment it
# serves them, while the table itself stays contentless. The index of prefixes answers single characters at once (the
# terms that begin with 的 are thousands), and makes the whole two thirds larger. ``fold`` is for queries by SQL alone.
SCHEMA = f"""
CREATE VIRTUAL TABLE articles_fts USING fts5 /* content="articles" */ (
    {", ".join(FIELDS)},
    content='', tokenize="ascii tokenchars '_'", prefix='1'
);
CREATE TABLE fold (
    character TEXT PRIMARY KEY,
    folded TEXT NOT NULL
) WITHOUT ROWID;
"""

# The phrase for a word (letters, digits and Chinese characters, with blanks or without) by nothing but SQL, for those
# who have the archive and any sqlite3: SELECT … FROM articles_fts WHERE articles_fts MATCH (this, with :word bound).
PHRASE_SQL = """
WITH RECURSIVE typed (place, character) AS (
    SELECT 1, substr(:word, 1, 1)
    UNION ALL SELECT place + 1, substr(:word, place + 1, 1) FROM typed WHERE place < length(:word)
), folded (place, character) AS (
    SELECT place, coalesce((SELECT folded FROM fold f WHERE f.character = typed.character), lower(character))
    FROM typed
), runs (place, character, run) AS (
    SELECT place, character, character GLOB '[a-z0-9]' FROM folded WHERE trim(character) <> ''
), marked (place, text) AS (
    SELECT place, iif(run <> lag(run, 1, run) OVER (ORDER BY place), '_', '') || character FROM runs
), joined (text) AS (
    SELECT group_concat(text, '') FROM (SELECT text FROM marked ORDER BY place)
), pairs (place, term) AS (
    SELECT 1, substr(text, 1, 2) FROM joined
    UNION ALL SELECT place + 1, substr(text, place + 1, 2) FROM pairs, joined WHERE place + 1 < length(text)
)
SELECT '"' || group_concat(term, ' ') || '"' || iif((SELECT length(text) FROM joined) = 1, '*', '') FROM pairs
"""

# FTS5 writes its terms out when they fill this many bytes: its default for a page at a time, much for a load in bulk.
_HASH_SIZE = 1 << 20
_BULK_HASH_SIZE = 64 << 20

_COLUMNS = ", ".join(FIELDS)
_INSERT = f"INSERT INTO articles_fts (rowid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_DELETE = f"INSERT INTO articles_fts (articles_fts, rowid, {_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?)"


def create(conn: sqlite3.Connection) -> None:
    """Make the index and the table ``fold``, empty of articles. Leaves the transaction to the caller."""
    for statement in filter(str.strip, SCHEMA.split(";")):
        conn.execute(statement)
    weights = ", ".join(map(str, WEIGHTS))
    conn.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('rank', ?)", (f"bm25({weights})",))
    conn.executemany("INSERT INTO fold (character, folded) VALUES (?, ?)", table().items())


def add(conn: sqlite3.Connection, number: int, fields: Mapping[str, str]) -> None:
    """Put one article into the index; ``fields`` maps the names in ``FIELDS`` to texts, and one left out is empty."""
    conn.execute(_INSERT, (number, *_terms(fields)))


def remove(conn: sqlite3.Connection, number: int, old_fields: Mapping[str, str]) -> None:
    """Take one article out of the index; ``old_fields`` must be what it was added with, else the index gets wrong."""
    conn.execute(_DELETE, (number, *_terms(old_fields)))
    # SQLite 3.40 damages the index if an article is removed, the index read, and the same number added again before the
    # removal is written out. A savepoint writes it out.
    conn.execute("SAVEPOINT removed")
    conn.execute("RELEASE removed")


def replace(
    conn: sqlite3.Connection, number: int, old_fields: Mapping[str, str], new_fields: Mapping[str, str]
) -> None:
    """Give an article new texts; in one go. ``old_fields`` must be what it was added with."""
    conn.execute(_DELETE, (number, *_terms(old_fields)))
    conn.execute(_INSERT, (number, *_terms(new_fields)))


def rebuild(conn: sqlite3.Connection) -> int:
    """Empty the index and fill it from the table ``articles``; returns how many articles it holds now."""
    conn.execute("INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')")
    rows = conn.execute(f"SELECT number, {_COLUMNS} FROM articles ORDER BY number")
    with bulk(conn):
        return conn.executemany(
            _INSERT, ((number, *(index_terms(text or "") for text in texts)) for number, *texts in rows)
        ).rowcount


@contextmanager
def bulk(conn: sqlite3.Connection) -> Iterator[None]:
    """Load many articles in this block: several times faster, at the cost of memory. Optimizes the index at its end."""
    _set_hash_size(conn, _BULK_HASH_SIZE)
    try:
        yield
    finally:
        _set_hash_size(conn, _HASH_SIZE)
    optimize(conn)


def optimize(conn: sqlite3.Connection) -> None:
    """Merge the index into one piece, which makes queries fastest. Rewrites the whole index."""
    conn.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")


def check(conn: sqlite3.Connection) -> list[str]:
    """Compare the index with the table ``articles``, every term of every article; returns one line for each difference.

    An empty list means that the two are in step. Takes some two milliseconds an article, and writes nothing; where the
    connection may write, SQLite's own check of the index comes first.
    """
    if damage := _damage(conn):
        return [f"articles_fts is damaged ({damage}): rebuild it"]
    differences = []
    indexed = _fingerprints(conn)
    latest = ""
    for number, date, *texts in conn.execute(f"SELECT number, date, {_COLUMNS} FROM articles ORDER BY number"):
        if number not in indexed:
            differences.append(f"article number {number} is not in articles_fts")
        elif indexed.pop(number) != _fingerprint(texts):
            differences.append(f"article number {number} has another text in articles_fts")
        if date < latest:
            differences.append(
                f"article number {number} of {date} comes after one of {latest}: numbers must sort by date"
            )
        latest = max(latest, date)
    return differences + [f"articles_fts holds number {number}, which no article has" for number in sorted(indexed)]


def _terms(fields: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(index_terms(fields.get(name) or "") for name in FIELDS)


def _set_hash_size(conn: sqlite3.Connection, size: int) -> None:
    conn.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', ?)", (size,))


def _damage(conn: sqlite3.Connection) -> sqlite3.DatabaseError | None:
    try:
        conn.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        return None if error.sqlite_errorcode == sqlite3.SQLITE_READONLY else error
    return None


def _fingerprints(conn: sqlite3.Connection) -> dict[int, int]:
    """For each number in the index the sum of the hashes of all its terms, each with its column and place."""
    sums = {number: 0 for (number,) in conn.execute("SELECT id FROM articles_fts_docsize")}
    conn.execute("CREATE VIRTUAL TABLE temp.articles_fts_terms USING fts5vocab (main, articles_fts, instance)")
    try:
        for number, *instance in conn.execute('SELECT doc, col, "offset", term FROM articles_fts_terms'):
            sums[number] = sums.get(number, 0) + hash(tuple(instance))
    finally:
        conn.execute("DROP TABLE temp.articles_fts_terms")
    return sums


def _fingerprint(texts: list[str | None]) -> int:
    return sum(
        hash((column, place, term))
        for column, text in zip(FIELDS, texts, strict=True)
        for place, term in enumerate(index_terms(text or "").split())
    )
