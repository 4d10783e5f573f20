"""What the archive knows of a site already, as the readers ask for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Seen:
    """What an address gave last time: its bytes, a status (``ok`` or a reason code), and the validators with it.

    ``encoding`` is the one in which the bytes were read.
    """

    status: str
    etag: str = ""
    modified: str = ""
    encoding: str = ""
    raw: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A page that is held: its place and name, the stages that made it, and its articles by address.

    ``positions`` has every article that ever stood on it, ``present`` those that are not gone.
    """

    sequence: int
    section: str
    stages: str
    positions: dict[str, int]
    present: frozenset[str]


class Memory(Protocol):
    """The archive as a crawl sees it."""

    def seen(self, url: str) -> Seen | None:
        """What the address gave when it was last asked for."""
        ...

    def page(self, page: str) -> HeldPage | None:
        """The page of this id, if it is held."""
        ...

    def dates(self, paper: str) -> frozenset[str]:
        """The dates of the issues that are held of a paper."""
        ...


class Blank:
    """The memory of an archive that does not exist yet."""

    def seen(self, url: str) -> Seen | None:
        """Nothing."""
        return None

    def page(self, page: str) -> HeldPage | None:
        """Nothing."""
        return None

    def dates(self, paper: str) -> frozenset[str]:
        """None."""
        return frozenset()
