"""Continued stories of one issue: the two halves tied together in the rows, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from newsarchive.model import Problem

_NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九", start=1)}


@dataclass(frozen=True, slots=True)
class Half:
    """An article as far as its continuation goes: where it stands, and which pages it says it goes to or comes from."""

    id: str
    label: str
    headline: str
    jump_to: str
    jump_from: str


def link_issue(db: Database, issue: str) -> Iterable[Problem]:
    """Set ``continues`` and ``continued_by`` of the issue's articles; what is right already is not written to.

    Returns a problem for each 下转 or 上接 whose other half is not held.
    """
    query = (
        "SELECT id, page_label, headline, jump_to, jump_from, continues, continued_by FROM articles"
        " WHERE issue = ? AND gone IS NULL ORDER BY id"
    )
    rows = list(db.query(query, [issue]))
    halves = [Half(r["id"], r["page_label"], r["headline"], r["jump_to"], r["jump_from"]) for r in rows]
    linked = pairs(halves)
    onward, back = dict(linked), {to: start for start, to in linked}
    for row in rows:
        links = {"continues": back.get(row["id"]), "continued_by": onward.get(row["id"])}
        if any(row[name] != value for name, value in links.items()):
            db.table("articles").update(row["id"], links)
    return [problem for half in halves for problem in _open(half, onward, back)]


def pairs(halves: Sequence[Half]) -> list[tuple[str, str]]:
    """The ids of first and second halves that belong together, each half in at most one pair.

    Marks on both sides that name each other's page tie first, of several those with the most alike headlines; then one
    mark and the same headline on the page it names.
    """
    found: list[tuple[str, str]] = []
    for both in (True, False):
        offers = sorted(
            (-_alike(first.headline, second.headline), first.id, second.id)
            for first in halves
            for second in halves
            if first.id != second.id and _fit(first, second, both=both)
        )
        for _, first_id, second_id in offers:
            if all(first_id != start and second_id != to for start, to in found):
                found.append((first_id, second_id))
    return found


def _fit(first: Half, second: Half, *, both: bool) -> bool:
    goes = _names(first.jump_to, second.label, first.label)
    comes = _names(second.jump_from, first.label, second.label)
    if both:
        return goes and comes
    contradicted = (bool(first.jump_to) and not goes) or (bool(second.jump_from) and not comes)
    same = _bare(first.headline) == _bare(second.headline) != ""
    return (goes or comes) and not contradicted and same


def _names(jump: str, label: str, own: str) -> bool:
    """Whether a mark on page ``own`` names the page ``label``; 下转第2版 on A1 is A2, the second of its own section."""
    if not jump:
        return False
    section = re.match("[A-Z]*", own.upper())
    prefix = section[0] if section else ""
    return page_key(label) in {page_key(jump), prefix + page_key(jump)}


def page_key(label: str) -> str:
    """A page label for comparing: 04, 4 and 四 are one page, and so are A04 and a4."""
    numeral = re.fullmatch("([一二三四五六七八九])?(十)?([一二三四五六七八九])?", label)
    if label and numeral:
        tens = _NUMERALS.get(numeral[1] or "", 1) if numeral[2] else 0
        ones = _NUMERALS[numeral[3]] if numeral[3] else 0
        return str(tens * 10 + ones if numeral[2] else _NUMERALS[label[0]])
    return re.sub(r"(?<!\d)0+(?=\d)", "", label.upper())


def _alike(one: str, other: str) -> float:
    """The share of the characters that two headlines have in common, 1 for the same."""
    left, right = set(_bare(one)), set(_bare(other))
    return len(left & right) / len(left | right) if left | right else 0.0


def _bare(headline: str) -> str:
    return re.sub(r"\W", "", headline)


def _open(half: Half, onward: dict[str, str], back: dict[str, str]) -> Iterable[Problem]:
    if half.jump_to and half.id not in onward:
        yield Problem("jump-open", half.id, f"goes on on page {half.jump_to}, where its other half is not held")
    if half.jump_from and half.id not in back:
        yield Problem("jump-open", half.id, f"comes from page {half.jump_from}, where its other half is not held")
