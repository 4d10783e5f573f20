"""The errors that newsarchive raises on purpose. Each message says what is wrong, with which value, and what to do."""

from __future__ import annotations


class NewsArchiveError(Exception):
    """Base of all; ``code`` is the stable reason that the table ``problems`` records (see DATA_FORMAT.md)."""

    code = "failed"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class ArgumentError(NewsArchiveError):
    """Raised for a command line or spider argument that cannot be understood; the message names the argument."""

    code = "bad-argument"


class InputError(NewsArchiveError):
    """Raised for one unit of input that cannot be read or understood; the run goes on with the next unit."""

    code = "bad-input"


class ArchiveError(NewsArchiveError):
    """Raised when the archive file itself cannot be used: unreadable, of a newer schema, or out of disk."""

    code = "archive-unusable"


class ArchiveBusyError(ArchiveError):
    """Raised when another process writes the archive; the same run may succeed later."""

    code = "archive-busy"
