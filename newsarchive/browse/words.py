"""The words of the pages in Chinese and English, and which of the two a browser asks for."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources

LANGUAGES = ("zh", "en")


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def language(accepted: str) -> str:
    """``zh`` or ``en`` for an Accept-Language header: the one that is liked better, Chinese when none is named."""
    best, most = "zh", -1.0
    named = False
    for part in filter(str.strip, accepted.split(",")):
        name, _, quality = part.partition(";")
        name = name.strip().lower()[:2]
        named = named or name.isalpha()
        try:
            weight = float(quality.strip().removeprefix("q=")) if quality else 1.0
        except ValueError:
            continue
        if name in LANGUAGES and weight > most:
            best, most = name, weight
    # Readers of a third language are more likely to know English than Chinese.
    return "en" if named and most < 0 else best


def translator(chosen: str) -> Callable[..., str]:
    """``t(key, **values)``: the words for a key. Raises KeyError for a key that words.toml does not have."""
    column = LANGUAGES.index(chosen)

    def translate(key: str, **values: object) -> str:
        one, _, many = _table()[key][column].partition("|")
        text = many if many and values.get("n") != 1 else one
        return text.format(**values) if values else text

    return translate


def label(kind: str, value: str, chosen: str) -> str:
    """What a stored value of some kind (``kind``, ``role``) is called; one that is not known is called as it is."""
    key = f"{kind}_{value}"
    return translator(chosen)(key) if key in _table() else value


def full_date(iso: str, chosen: str) -> str:
    """``2023年11月21日 星期二`` or ``Tuesday, 21 November 2023``; what is no date stays as it is."""
    try:
        date = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    translate = translator(chosen)
    weekday = translate("days").split()[date.weekday()]
    if chosen == "zh":
        return f"{date.year}年{date.month}月{date.day}日 {weekday}"
    return f"{weekday}, {date.day} {translate('months').split()[date.month - 1]} {date.year}"
