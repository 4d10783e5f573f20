"""Opening the archive file: one writer at a time, any number of readers."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from newsarchive.errors import ArchiveBusyError, ArchiveError
from newsarchive.store import schema

# How long to wait for a reader's or another program's short lock before giving up: longer than any page takes to write.
BUSY_SECONDS = 5


def out_of_room(error: sqlite3.Error) -> bool:
    """Whether SQLite could not write for want of disk: full, over quota, or an input/output error."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)


def locked(error: sqlite3.Error) -> bool:
    """Whether another program held the database locked for longer than BUSY_SECONDS."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """The archive at ``path``, made if need be and brought to the newest schema, for this process alone to write.

    Write-ahead log and foreign keys are on. The lock is the kernel's on ``<path>.lock``: it ends with the process,
    however that ends. Raises ArchiveBusyError when another process holds it or the database, and ArchiveError for a
    file that is no archive, that a newer newsarchive wrote, or that may not be written.
    """
    with _only_writer(path), _opened(path, "rwc") as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA journal_mode = WAL")
        # A killed process loses nothing in WAL mode; only a power cut may lose the last pages, which the next run reads
        # again.
        db.execute("PRAGMA synchronous = NORMAL")
        schema.migrate(db)
        yield db


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    """The archive at ``path`` for reading only. Raises ArchiveError when there is none or it is of another schema."""
    if not path.is_file():
        raise ArchiveError(f"no archive at {path}; `scrapy crawl issue -a path=…` makes one", code="no-archive")
    with _opened(path, "ro") as db:
        if not db.table("articles").exists():
            raise ArchiveError(f"{path} is no newsarchive database", code="no-archive")
        yield db


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[Database]:
    """The database, closed at the end; ``mode`` is SQLite's own (ro, rwc). Its errors are raised as ours."""
    try:
        db = Database(sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS))
        try:
            yield db
        finally:
            db.close()
    except sqlite3.Error as error:
        raise explained(path, error) from error


@contextmanager
def updating(path: Path) -> Iterator[Database]:
    """As ``writing``, but of an archive that is there; raises ArchiveError, and makes nothing, where there is none."""
    with reading(path):
        pass
    with writing(path) as db:
        yield db


@contextmanager
def _only_writer(path: Path) -> Iterator[None]:
    lock = path.with_name(path.name + ".lock")
    try:
        handle = lock.open("a")
    except OSError as error:
        raise ArchiveError(
            f"cannot write beside the archive {path}: {error.strerror}; choose another place with -s ARCHIVE=…",
            code="archive-unusable",
        ) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ArchiveBusyError(f"another run is writing {path}; try again when it has ended") from None
        yield


def explained(path: Path, error: sqlite3.Error) -> ArchiveError:
    """The error of SQLite as ours, which says what to do."""
    if locked(error):
        return ArchiveBusyError(f"another program holds {path} locked; try again when it has ended")
    if out_of_room(error):
        return ArchiveError(f"cannot write {path}: {error}; make room on the disk and run again", code="disk-full")
    return ArchiveError(f"cannot use {path} as an archive: {error}", code="archive-unusable")
