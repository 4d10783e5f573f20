"""Reads a fixture site from its entry to its last article with the library alone, as a crawl would."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsarchive.epaper.articles import read_article
from newsarchive.epaper.entry import MAX_HOPS, read_entry
from newsarchive.epaper.issue import assign
from newsarchive.epaper.pages import read_page
from newsarchive.epaper.records import ArticleRead, Entry, PageRead
from newsarchive.text.decode import decode
from tests.conftest import ROOT

SITES = ROOT / "fixtures" / "epaper"
BASE = "http://paper.example/"


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk found: the family's key, the entry, and every page with its articles."""

    family: str
    entry: Entry
    pages: list[tuple[PageRead, list[ArticleRead]]]


def truth(site: str) -> dict[str, Any]:
    """What is on a fixture site, written by hand of its stories and not by any reader."""
    return dict(json.loads((SITES / site / "truth.json").read_text(encoding="utf-8")))


def text_of(root: Path, url: str) -> str:
    """The decoded answer of a fixture site to an address."""
    return decode((root / url.removeprefix(BASE).split("?")[0]).read_bytes()).text


def walk(site: str) -> Walked:
    """The whole of a fixture site."""
    root = SITES / site
    url = BASE + truth(site)["entry"]
    family, entry = None, Entry()
    for _ in range(MAX_HOPS):
        family, entry = read_entry(url, text_of(root, url), family)
        if entry.pages:
            break
        url = entry.hop
    assert family is not None
    known = {read.url: read for read in entry.reads}
    reads = [known.get(p.url) or read_page(family, p.url, text_of(root, p.url)) for p in entry.pages]
    pages = []
    for read, links in zip(reads, assign(reads), strict=True):
        articles = [read_article(family, a.url, text_of(root, a.url), a.title, read.section) for a in links]
        pages.append((read, articles))
    return Walked(family.key, entry, pages)
