"""The words and selectors that the readers go by, loaded once from the files beside the code."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newsarchive.model import Kind


@dataclass(frozen=True, slots=True)
class Skin:
    """Where one design of article pages keeps each field: selectors to try in order, CSS or (from "/") XPath."""

    name: str
    kicker: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


@cache
def skin(name: str) -> Skin:
    """The skin in ``skins/<name>.toml``. Raises FileNotFoundError for a name without a file."""
    text = files("newsarchive.epaper").joinpath("skins", f"{name}.toml").read_text(encoding="utf-8")
    return Skin(name=name, **{key: tuple(value) for key, value in tomllib.loads(text).items()})


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("newsarchive.epaper").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def kind_patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """What headlines of entries look like that are no articles, in the order in which to ask."""
    return tuple(
        (Kind(name), re.compile("|".join(f"(?:{p})" for p in found))) for name, found in _words()["kind"].items()
    )


@cache
def refusal_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What answers say that stand in for a page: (code, pattern)."""
    codes = {"blocked": "interstitial", "paid": "closed"}
    return tuple((codes[name], _union(found)) for name, found in _words()["refusal"].items())


@cache
def credit_endings() -> tuple[str, str]:
    """The endings of photo credits, strong and weak, each as one alternation with the longest first."""
    strong, weak = (sorted(_words()["credit"][name], key=len, reverse=True) for name in ("strong", "weak"))
    return "|".join(map(re.escape, strong)), "|".join(map(re.escape, weak))


def _union(patterns: list[str]) -> re.Pattern[str]:
    ignore_case = any(p.startswith("(?i)") for p in patterns)
    joined = "|".join(f"(?:{p.removeprefix('(?i)')})" for p in patterns)
    return re.compile(joined, re.I if ignore_case else 0)
