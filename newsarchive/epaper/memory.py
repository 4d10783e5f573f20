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


@dataclass(frozen=True, slots=True)
class Settled:
    """A page of an issue at which nothing is left to do: its address, its label, and the name of its paper."""

    url: str
    label: str
    paper: str


class Memory(Protocol):
    """The archive as a crawl sees it."""

    def seen(self, url: str) -> Seen | None:
        """What the address gave when it was last asked for."""
        ...

    def page(self, page: str) -> HeldPage | None:
        """The page of this id, if it is held."""
        ...

    def fronts(self, paper: str) -> dict[str, str]:
        """The issues that are held of a paper: date → address of the front page ("" for one from dumps)."""
        ...

    def settled(self, issue: str) -> tuple[Settled, ...]:
        """The pages of an issue that was closed and misses nothing that may still come; else none."""
        ...


class Blank:
    """The memory of an archive that does not exist yet."""

    def seen(self, url: str) -> Seen | None:
        """Nothing."""
        return None

    def page(self, page: str) -> HeldPage | None:
        """Nothing."""
        return None

    def fronts(self, paper: str) -> dict[str, str]:
        """None."""
        return {}

    def settled(self, issue: str) -> tuple[Settled, ...]:
        """None."""
        return ()
