"""Archives to browse: the provided issue through the library's own stages, and one whose every field is hostile."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

from newsarchive import topics
from newsarchive.check import check_accounts
from newsarchive.model import Article, Cleaned, Evidence, Kind, Role, Segmentation, Span, Tags
from newsarchive.page import PageItem
from newsarchive.segment import segment, setting_of
from newsarchive.sources.intake import items
from newsarchive.sources.names import Names, PageKey, identify
from newsarchive.spans import spans
from newsarchive.store import archive, issues, ledger, writer
from newsarchive.text.clean import clean
from newsarchive.text.decode import decode
from tests.conftest import ISSUE

STAGES = "{}"
ISSUE_ID = "cena-2023-11-21"

# Breaks out of an attribute, a tag, a comment, a script and a style; turns the direction of writing; ends with nothing.
POISON = (
    "'\"><script>document.title='PWNED'</script><img src=x onerror=\"document.title='PWNED'\">"
    "--></style>{{7*7}}\u202e\x1b[31m"
)
LINK = "javascript:document.title='PWNED'//"


def issue_archive(path: Path) -> Path:
    """The provided issue, decoded, cleaned, segmented, tagged, checked and stored without Scrapy."""
    with archive.writing(path) as db:
        writer.put_topics(db, topics.labels())
        run = ledger.start(db, "issue", {}, writer.now())
        for item in items(ISSUE, Names(paper="中国电子报"), 1 << 24):
            decoded = decode(item.raw, item.hint)
            item.text, item.encoding, item.encoding_evidence = decoded.text, decoded.encoding, decoded.evidence
            item.key = identify(item.names, item.given, item.text, item.sequence)
            item.cleaned = clean(item.text)
            item.segmentation = segment(item.cleaned.text, setting_of(item.cleaned.raw))
            item.tags = tuple(topics.tag(article) for article in item.segmentation.articles)
            item.spans = spans(item.cleaned, item.segmentation)
            check_accounts(item.text, item.spans)
            writer.write_page(db, item, STAGES, run)
        issues.close_open(db, run, judge_size=False)
    return path


def hostile_archive(path: Path) -> Path:
    """Two articles of an issue that wants to run a script, the second with a headline of a megabyte; one revised."""
    bad = Article(
        kind=Kind.ARTICLE,
        kicker=POISON,
        headline=POISON,
        subtitle=POISON,
        byline=POISON,
        lead=POISON,
        body=(f"恶意{POISON}", POISON),
        signature=POISON,
        subheads=(POISON,),
        captions=(POISON,),
        credits=(POISON,),
        jump_to=POISON,
        jump_from=POISON,
        confidence=0.1,
        url=LINK,
    )
    evidence = (Evidence(POISON, 1, POISON),)
    tags = Tags(((POISON, 0.9, evidence),), (POISON,), (POISON,), (POISON,), (POISON,))
    text = POISON * 2
    item = PageItem(
        unit=POISON,
        raw=text.encode(),
        section=POISON,
        url=LINK,
        pdf_url=LINK,
        image_url=LINK,
        text=text,
        encoding="utf-8",
        encoding_evidence=POISON,
        key=PageKey("evil", POISON, "given", date(2024, 3, 1), "given", "01", "given"),
        cleaned=Cleaned(text, text, ()),
        segmentation=Segmentation((bad, replace(bad, headline="大" * (1 << 20))), ()),
        tags=(tags, tags),
        spans=(
            Span(1, 0, len(POISON), Role.BODY, 0, POISON, POISON),
            Span(1, len(POISON), len(text), Role.FURNITURE, None, POISON, POISON),
        ),
    )
    with archive.writing(path) as db:
        writer.put_topics(db, {POISON: POISON})
        run = ledger.start(db, "issue", {POISON: POISON}, writer.now())
        writer.write_page(db, item, STAGES, run)
        item.segmentation = Segmentation((replace(bad, body=(f"恶意二{POISON}",)), item.segmentation.articles[1]), ())
        writer.write_page(db, item, '{"later": 1}', run)
        issues.close_open(db, run, judge_size=False)
        # What no stage writes, but a later version or another program might.
        db.execute("UPDATE articles SET kind = ?", [POISON])
        db.execute("UPDATE spans SET role = ?", [POISON])
        db.execute("UPDATE issues SET status = ?, date_source = ?", [POISON, POISON])
        db.conn.commit()
    return path


def other_database(path: Path) -> Path:
    """A database that is no archive, with a full-text table as people make them."""
    conn = sqlite3.connect(path)
    conn.executescript(
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT);"
        "CREATE VIRTUAL TABLE notes_fts USING fts5 (text, content=[notes], content_rowid=[id]);"
        "INSERT INTO notes VALUES (1, 'dog walks');"
        "INSERT INTO notes_fts (rowid, text) VALUES (1, 'dog walks');"
    )
    conn.close()
    return path
