"""Spider arguments: names, types and meaning in one place; what is unknown or malformed is refused in one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from newsarchive.errors import ArgumentError


@dataclass(frozen=True, slots=True)
class Argument:
    """One ``-a name=value``: how it is read, what it means, and whether a crawl needs it."""

    name: str
    read: Callable[[str], Any]
    meaning: str
    required: bool = False


def parse(spider: str, arguments: tuple[Argument, ...], given: Mapping[str, str]) -> dict[str, Any]:
    """The values of the given arguments, read; those not given are left out.

    Raises ArgumentError, in one line that names the argument, for an unknown name, an empty or malformed value, or a
    required argument that is missing.
    """
    known = {argument.name: argument for argument in arguments}
    for name in given:
        if name not in known:
            raise ArgumentError(f"spider argument {name!r}: {spider} does not know it; it knows {', '.join(known)}")
    values: dict[str, Any] = {}
    for argument in arguments:
        text = given.get(argument.name)
        if text is None:
            if argument.required:
                raise ArgumentError(f"spider argument {argument.name!r} is missing: {argument.meaning}")
            continue
        try:
            values[argument.name] = argument.read(text.strip())
        except ValueError as error:
            raise ArgumentError(f"spider argument {argument.name!r}: {text!r} {error}; {argument.meaning}") from None
    return values


def words(text: str) -> str:
    """Any text but an empty one."""
    if not text:
        raise ValueError("is empty")
    return text


def day(text: str) -> date:
    """A date as YYYY-MM-DD."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError("is no date of the form YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("is a day that does not exist") from None


def page_label(text: str) -> str:
    """A printed page label: 1, 01, A01, T1 …; numbers get two digits."""
    match = re.fullmatch(r"([A-Za-z]{0,3})(\d{1,4})", text)
    if not match:
        raise ValueError("is no page label such as 01, A01 or T1")
    letters, digits = match.groups()
    return letters.upper() + digits if letters else digits.zfill(2)
