"""The way in: which family a site is, where its entry page leads, what its calendar lists."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

from newsarchive.epaper.families import families
from newsarchive.epaper.family import Family
from newsarchive.epaper.markup import anchors, parse
from newsarchive.epaper.pages import directory, read_page
from newsarchive.epaper.records import Entry, PageLink, Period
from newsarchive.epaper.urls import absolute, canonical, date_in, path, same_place, with_date

MAX_HOPS = 6
"""Hops from an entry page before it counts as endless; the longest chain seen (PaperIndex → page) has two."""

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_META = re.compile(r"<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh\b[^>]*>", re.I)
_META_URL = re.compile(r"url\s*=\s*[\"']?\s*([^\"'>\s;]+)", re.I)
_SCRIPT = re.compile(
    r"(?<!//)(?<!// )\blocation(?:\.href)?\s*(?:=\s*|\.(?:replace|assign)\s*\(\s*)[\"']([^\"']+)[\"']", re.I
)
_FRAME = re.compile(r"<i?frame\b[^>]*\bsrc\s*=\s*[\"']?([^\"'>\s]+)", re.I)
_PERIOD = re.compile(r"<period\b[^>]*>(.*?)</period>", re.S | re.I)
_PERIOD_DATE = re.compile(r"<period_date>\s*(\d{4}-\d{2}-\d{2})\s*</period_date>", re.I)
_FRONT = re.compile(r"<front_page>\s*([^<]+?)\s*</front_page>", re.I)


def read_entry(url: str, text: str, family: Family | None = None) -> tuple[Family | None, Entry]:
    """What an entry answer is: the family it shows (``family`` overrides), and either the issue or the next hop.

    A page that names pages of an issue is an entry even when it also redirects. An Entry without hop and without pages
    says that the answer leads nowhere.
    """
    for known in (family,) if family else families():
        if known.read_entry is not None and (entry := known.read_entry(known, url, text)) is not None:
            return known, entry
    found = family or recognise(url, text)
    if found is not None:
        if found.page.search(path(url)):
            read = read_page(found, url, text)
            if read.articles or len(read.pages) > 1 or not next_hop(url, text):
                pages = read.pages or (PageLink(read.label, read.section, read.url),)
                return found, Entry(date=read.date or read.stated_date, pages=pages, reads=(read,))
        elif pages := directory(found, anchors(parse(text), url), ""):
            return found, Entry(date=date_in(pages[0].url), pages=pages)
    return found, Entry(hop=next_hop(url, text))


def recognise(url: str, text: str) -> Family | None:
    """The family whose addresses an answer uses most; None when it uses none of any."""
    here = path(url)
    links = [path(a.url) for a in anchors(parse(text), url)]
    hop = next_hop(url, text)
    if hop:
        links.append(path(hop))
    best: tuple[int, Family] | None = None
    for family in families():
        # The answer's own address says more than any link on it.
        score = 10 * bool(family.page.search(here)) + sum(bool(family.page.search(p)) for p in links)
        if score and (best is None or score > best[0]):
            best = (score, family)
    return best[1] if best else None


def next_hop(url: str, text: str) -> str:
    """Where an answer sends the reader on: meta refresh, a script's location, a frame; "" for nowhere or itself.

    Only addresses on the same host count (or, for a local file, local files).
    """
    bare = _COMMENT.sub("", text)
    targets = [t[1] for m in _META.finditer(bare) if (t := _META_URL.search(html.unescape(m[0])))]
    targets += [m[1] for m in _SCRIPT.finditer(bare)]
    targets += [m[1] for m in _FRAME.finditer(bare)]
    for target in targets:
        found = absolute(url, html.unescape(target))
        if found and same_place(found, url) and canonical(found) != canonical(url):
            return found
    return ""


def foreign_hop(url: str, text: str) -> str:
    """Where an answer sends the reader on if that is another host, for telling the user; else ""."""
    bare = _COMMENT.sub("", text)
    for target in [t[1] for m in _META.finditer(bare) if (t := _META_URL.search(m[0]))] + _SCRIPT.findall(bare):
        found = absolute(url, target)
        if found and not same_place(found, url):
            return found
    return ""


def calendar_url(family: Family, front: str, month: str) -> str:
    """The address of a month's calendar (YYYY-MM), given any dated page of the site; "" when the family has none."""
    if not family.calendars or not date_in(front):
        return ""
    return urljoin(with_date(front, f"{month}-01"), family.calendars[0])


def read_calendar(url: str, text: str) -> tuple[Period, ...]:
    """The issues that a ``period.xml`` lists, in date order, second editions of a day behind the first.

    Anything that is not such a list gives an empty tuple.
    """
    periods: dict[Period, None] = {}
    for record in _PERIOD.findall(text):
        date, front = _PERIOD_DATE.search(record), _FRONT.search(record)
        if date and front:
            page = urljoin(url, html.unescape(front[1]))
            if date_in(page) != date[1]:
                page = urljoin(url, f"{date[1][-2:]}/{front[1].rsplit('/', 1)[-1]}")
            periods[Period(date[1], canonical(page))] = None
    return tuple(sorted(periods, key=lambda period: period.date))
