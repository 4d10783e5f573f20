"""The families, one module each; a new module with a constant ``FAMILIES`` is found without being named anywhere."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from newsarchive.epaper.family import Family
from newsarchive.errors import ArgumentError


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order in which recognition prefers them when two fit equally well (by module name)."""
    found: list[Family] = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        found.extend(importlib.import_module(f"{__name__}.{module.name}").FAMILIES)
    return tuple(found)


def family_named(key: str) -> Family:
    """The family with this key. Raises ArgumentError for an unknown one, naming the known."""
    for family in families():
        if family.key == key.strip().lower():
            return family
    known = ", ".join(f"{f.key} ({f.name})" for f in families())
    raise ArgumentError(f"family={key} is not known; use one of: {known}")
