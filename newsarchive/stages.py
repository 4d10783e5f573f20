"""Which version of every stage made a page: the stamp that tells whether a page must be made again."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from newsarchive import topics

# Long enough that two versions never share a stamp, short enough to read.
_DIGITS = 12


@cache
def stamp() -> str:
    """A JSON object with the version of each stage.

    The version of a stage is a digest of the code and the tables it consists of, so it cannot be forgotten.
    """
    versions = {
        "clean": _digest("newsarchive.text"),
        "segment": _digest("newsarchive.segment"),
        "tag": topics.version(),
    }
    return json.dumps(versions)


@cache
def mirror_stamp() -> str:
    """The same for a page of an e-paper site, whose articles are read; only a text without articles is segmented."""
    return json.dumps({"read": _digest("newsarchive.epaper"), **json.loads(stamp())})


def _digest(package: str) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(_files(resources.files(package), "")):
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:_DIGITS]


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name != "__pycache__":
                found += _files(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
