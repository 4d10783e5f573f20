"""The fitted weights of article reconstruction: the tables of weights.toml, which says what each is.

They were learned on the pages dev_000 … dev_019 of the bench and on pages made up from their articles
(tests/quality/typeset.py); dev_020 … dev_039 were kept out of it. To learn them again:

    python -m tests.quality.fit NAME        NAME is a table of weights.toml; the table is written anew
"""

from __future__ import annotations

import tomllib
from importlib.resources import files

_TABLES: dict[str, dict[str, float]] = tomllib.loads(
    files("newsarchive.segment").joinpath("weights.toml").read_text("utf-8")
)

LINE = _TABLES["line"]
LINK = _TABLES["link"]
PAIR = _TABLES["pair"]
TAKE = _TABLES["take"]
TITLE = _TABLES["title"]
CONFIDENCE = _TABLES["confidence"]
