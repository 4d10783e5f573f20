"""All surnames, for the rooms that tell names from words."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


def blocks_of(table: str) -> tuple[tuple[str, ...], ...]:
    """Split a table into its blocks, which empty lines part, and those into words; lines with # are left out."""
    lines = [line for line in table.split("\n") if not line.startswith("#")]
    return tuple(tuple(block.split()) for block in re.split(r"\n\s*\n", "\n".join(lines)) if block.strip())


@cache
def all_surnames() -> tuple[str, str, tuple[str, ...], str]:
    """Give the surnames of ``all_surnames.txt``: the hundred commonest, commonest first, those of one character that
    are rarer, those of two characters, and the rarest of one.
    """
    table = files("newsarchive.text").joinpath("all_surnames.txt").read_text(encoding="utf-8")
    common, rare, double, rarest = blocks_of(table)
    return "".join(common), "".join(rare), double, "".join(rarest)
