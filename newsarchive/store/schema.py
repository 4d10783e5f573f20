"""The tables of the archive, made by ordered migrations. The only place that creates or alters a table."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from newsarchive.errors import ArchiveError
from newsarchive.search import index

migrations = Migrations("newsarchive")

_TABLES = """
CREATE TABLE papers (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE issues (
    id TEXT PRIMARY KEY NOT NULL,
    paper TEXT NOT NULL REFERENCES papers (id),
    date TEXT NOT NULL,
    edition INTEGER NOT NULL,
    date_source TEXT NOT NULL,
    pages INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    status TEXT NOT NULL
) STRICT;
CREATE INDEX issues_by_date ON issues (date, paper);

CREATE TABLE sources (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    encoding TEXT NOT NULL,
    evidence TEXT NOT NULL,
    fetched TEXT NOT NULL,
    status TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE pages (
    id TEXT PRIMARY KEY NOT NULL,
    issue TEXT NOT NULL REFERENCES issues (id),
    label TEXT NOT NULL,
    label_source TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    section TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sources (id),
    url TEXT NOT NULL,
    pdf_url TEXT NOT NULL,
    image_url TEXT NOT NULL,
    characters INTEGER NOT NULL,
    placed INTEGER NOT NULL,
    stages TEXT NOT NULL
) STRICT;
CREATE INDEX pages_by_issue ON pages (issue, sequence);
CREATE INDEX pages_by_source ON pages (source);

CREATE TABLE articles (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    issue TEXT NOT NULL REFERENCES issues (id),
    page TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    kicker TEXT NOT NULL,
    headline TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    byline TEXT NOT NULL,
    lead TEXT NOT NULL,
    body TEXT NOT NULL,
    signature TEXT NOT NULL,
    subheads TEXT NOT NULL,
    captions TEXT NOT NULL,
    credits TEXT NOT NULL,
    jump_to TEXT NOT NULL,
    jump_from TEXT NOT NULL,
    continues TEXT REFERENCES articles (id),
    continued_by TEXT REFERENCES articles (id),
    paper TEXT NOT NULL REFERENCES papers (id),
    date TEXT NOT NULL,
    page_label TEXT NOT NULL,
    topics TEXT NOT NULL,
    people TEXT NOT NULL,
    places TEXT NOT NULL,
    organisations TEXT NOT NULL,
    keywords TEXT NOT NULL,
    confidence REAL NOT NULL,
    url TEXT NOT NULL,
    revision INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    gone TEXT
) STRICT;
CREATE INDEX articles_by_page ON articles (page, position);
CREATE INDEX articles_by_issue ON articles (issue);
CREATE INDEX articles_by_date ON articles (date, paper);

CREATE TABLE spans (
    page TEXT NOT NULL REFERENCES pages (id),
    sequence INTEGER NOT NULL,
    line INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    role TEXT NOT NULL,
    article TEXT REFERENCES articles (id),
    reason TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (page, sequence)
) STRICT;
CREATE INDEX spans_by_article ON spans (article);

CREATE TABLE revisions (
    article TEXT NOT NULL REFERENCES articles (id),
    revision INTEGER NOT NULL,
    seen TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sources (id),
    changed TEXT NOT NULL,
    PRIMARY KEY (article, revision)
) STRICT;

CREATE TABLE topics (
    code TEXT PRIMARY KEY NOT NULL,
    label TEXT NOT NULL
) STRICT;

CREATE TABLE article_topics (
    article TEXT NOT NULL REFERENCES articles (id),
    topic TEXT NOT NULL REFERENCES topics (code),
    score REAL NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (article, topic)
) STRICT;
CREATE INDEX article_topics_by_topic ON article_topics (topic, score);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    spider TEXT NOT NULL,
    arguments TEXT NOT NULL,
    version TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    found INTEGER NOT NULL DEFAULT 0,
    stored INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    set_aside INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    exit_status INTEGER,
    reason TEXT NOT NULL DEFAULT 'running'
) STRICT;

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (id),
    code TEXT NOT NULL,
    unit TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX problems_by_run ON problems (run);
"""


@migrations()
def m001_archive(db: Database) -> None:
    """Every table of the first version, and the full-text index."""
    _create(db, _TABLES)
    index.create(db.conn)


_FETCHES = """
CREATE TABLE fetches (
    url TEXT PRIMARY KEY NOT NULL,
    source TEXT REFERENCES sources (id),
    status TEXT NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    fetched TEXT NOT NULL
) STRICT
"""


@migrations()
def m002_fetches(db: Database) -> None:
    """What sites answered, so that they can be asked again without being asked for everything."""
    _create(db, _FETCHES)


_NAMES = """
CREATE TABLE article_names (
    article TEXT NOT NULL REFERENCES articles (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (article, kind, name)
) STRICT;
CREATE INDEX article_names_by_name ON article_names (kind, name)
"""


@migrations()
def m003_names(db: Database) -> None:
    """The people, organisations and places of articles with what they rest on; `newsarchive retag` fills it."""
    _create(db, _NAMES)


_REPRINTS = """
CREATE TABLE reprint_links (
    article TEXT NOT NULL REFERENCES articles (id),
    other TEXT NOT NULL REFERENCES articles (id),
    likeness REAL NOT NULL,
    PRIMARY KEY (article, other)
) STRICT;
CREATE INDEX reprint_links_by_other ON reprint_links (other);
CREATE TABLE reprints (
    article TEXT PRIMARY KEY NOT NULL REFERENCES articles (id),
    story TEXT NOT NULL REFERENCES articles (id),
    first INTEGER NOT NULL,
    likeness REAL NOT NULL
) STRICT;
CREATE INDEX reprints_by_story ON reprints (story)
"""


@migrations()
def m004_reprints(db: Database) -> None:
    """Which articles print the same story; `newsarchive reprints` fills it."""
    _create(db, _REPRINTS)


_BACKGROUND = """
CREATE TABLE background (
    word TEXT PRIMARY KEY NOT NULL,
    articles INTEGER NOT NULL
) STRICT
"""


@migrations()
def m005_background(db: Database) -> None:
    """In how many articles each word stands, for key phrases; `newsarchive retag` fills it."""
    _create(db, _BACKGROUND)


def _create(db: Database, tables: str) -> None:
    """Run statements one by one: SQLite's own way to run several would end the transaction of the migration."""
    for statement in filter(str.strip, tables.split(";")):
        db.execute(statement)


def known() -> frozenset[str]:
    """The names of all migrations that this version of newsarchive has."""
    return frozenset(migration.name for migration in migrations._migrations)


def migrate(db: Database) -> None:
    """Bring the archive to this version's schema; an up-to-date archive is not written to.

    Raises ArchiveError (``newer-schema``) for an archive that a newer newsarchive has written.
    """
    strangers = sorted({applied.name for applied in migrations.applied(db)} - known())
    if strangers:
        raise ArchiveError(
            f"the archive was written by a newer newsarchive (migration {strangers[-1]}); update newsarchive",
            code="newer-schema",
        )
    if migrations.pending(db):
        migrations.apply(db)
