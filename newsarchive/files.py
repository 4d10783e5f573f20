"""Naming code by what it is: a digest of the files of a package, so that no version number can be forgotten."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

# Long enough that two versions never share a name, short enough to read.
_DIGITS = 12
_CONTENT = (".py", ".toml", ".txt", ".tsv", ".json")


@cache
def digest(package: str) -> str:
    """Return twelve hexadecimal digits that change with any of the package's code or tables, bytecode left out."""
    total = hashlib.sha256()
    for name, content in sorted(_files(resources.files(package), "")):
        total.update(name.encode() + b"\0" + content + b"\0")
    return total.hexdigest()[:_DIGITS]


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_CONTENT):
            yield prefix + entry.name, entry.read_bytes()
