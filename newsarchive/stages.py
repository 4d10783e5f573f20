"""Which version of every stage made a page: the stamp that tells whether a page must be made again."""

from __future__ import annotations

import json

from newsarchive import topics
from newsarchive.files import digest


def stamp() -> str:
    """A JSON object with the version of each stage.

    The version of a stage is a digest of the code and the tables it consists of, so it cannot be forgotten.
    """
    versions = {
        "clean": digest("newsarchive.text"),
        "segment": digest("newsarchive.segment"),
        "tag": topics.version(),
    }
    return json.dumps(versions)


def mirror_stamp() -> str:
    """The same for a page of an e-paper site, whose articles are read; only a text without articles is segmented."""
    return json.dumps({"read": digest("newsarchive.epaper"), **json.loads(stamp())})
