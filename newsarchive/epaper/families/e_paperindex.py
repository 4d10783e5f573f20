"""Sites of the form ``PaperIndex.htm`` → ``YYYYMMDD/IssueIndex.htm`` → ``Page01BC.htm`` → ``Articel01002NR.htm``.

The two letters before ``.htm`` differ by paper. Some designs list the whole issue on every page: a heading per page,
without an address, and under it the page's articles, whose file names tell the page.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsarchive.epaper.family import Family
from newsarchive.epaper.labels import label_key, parse_label
from newsarchive.epaper.markup import parse, words
from newsarchive.epaper.pages import common_page
from newsarchive.epaper.records import PageLink, PageRead
from newsarchive.epaper.urls import canonical

_FILE = re.compile(r"/Page(\d+)([A-Z]*)\.html?$", re.I)


def read_page(family: Family, url: str, text: str) -> PageRead:
    """The common reading, and the directory from headings where the page names its fellows without linking them."""
    read = common_page(family, url, text)
    if len(read.pages) > 1:
        return read
    outline = _outline(url, text)
    if len(outline) < 2:
        return read
    own = next((p for p in outline if p.url == read.url), None)
    if own is None:
        return replace(read, pages=outline)
    return replace(read, pages=outline, label=own.label, section=own.section)


def _outline(url: str, text: str) -> tuple[PageLink, ...]:
    here = _FILE.search(canonical(url))
    if not here:
        return ()
    named: dict[str, tuple[str, str]] = {}
    for node in parse(text).css(".listdaohang h4, .listdaohang h3, .listdaohang .banci, .listdaohang dt"):
        found = next((f for a in node.css("a") if (f := parse_label(words(a.root)))), None) or parse_label(
            words(node.root)
        )
        if found and label_key(found[0]) not in named:
            named[label_key(found[0])] = found
    pages = []
    for number, (label, section) in enumerate(named.values(), 1):
        # Files are numbered like the pages; where labels have letters, by their place in the issue.
        order = int(label) if label.isdigit() else number
        name = f"/Page{order:0{len(here[1])}d}{here[2]}"
        address = re.sub(r"/Page\d+[A-Z]*(?=\.html?$)", name, canonical(url), flags=re.I)
        pages.append(PageLink(label, section, address))
    return tuple(pages)


FAMILIES = (
    Family(
        key="e",
        name="PaperIndex",
        page=re.compile(r"/\d{8}/Page(?P<label>\d{1,3})[A-Z]{0,3}\.html?$", re.I),
        article=re.compile(r"/\d{8}/Artice(?:l|le)(?P<page>\d{2})\d{3}[A-Z]{0,3}\.html?$", re.I),
        skins=("paperindex",),
        read_page=read_page,
    ),
)
