"""The words of marks.toml, and how patterns are built of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

# Inside brackets: a character of a name or of the words around it.
HAN = r"\u4e00-\u9fff"


@cache
def facts() -> dict[str, Any]:
    """The tables of marks.toml, words as tuples: so they are asked for as beginnings and ends."""
    fixed: dict[str, Any] = _fixed(
        tomllib.loads(files("newsarchive.segment.forms").joinpath("marks.toml").read_text("utf-8"))
    )
    return fixed


def _fixed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _fixed(own) for name, own in value.items()}
    return tuple(map(_fixed, value)) if isinstance(value, list) else value


def any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, the longest first; the choice is not in brackets."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True))


@cache
def _simple() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in facts()["traditional"]["characters"]}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _simple()))}]")


def simple(flat: str) -> str:
    """A line in which the words of make-up stand in simple characters, each in the place of its traditional one."""
    return flat.translate(_simple()) if _traditional().search(flat) else flat
