"""Addresses of e-paper sites: the date they carry, the canonical form, and the same address on another day."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

# The forms that dates take in addresses, longest first, so that 202311/21 is not read out of 2023-11/21.
# Each is a pattern with year, month, day; the separators between them are kept when a date is exchanged.
_DATES = (
    re.compile(r"(?<!\d)(\d{4})(-)(\d{2})(-)(\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})(-)(\d{2})(/)(\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})(/)(\d{2})(/)(\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})()(\d{2})(/)(\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})()(\d{2})()(\d{2})(?!\d)"),
)

# 学习时报 and other weeklies: a folder for the ISO week. The day stands on the page only.
_WEEK = re.compile(r"(?<=/)(\d{4}-W\d{2})(?=/)")

# Parameters that only steer the display of an answer (hot-area mode, cache buster), not what it is.
_DISPLAY = {"div", "v", "t", "_", "rand", "r", "from", "isappinstalled", "timestamp"}

_STATIC = re.compile(r"\.(?:s?html?|xml|json|jpe?g(?:\.\d)?|png|gif|pdf)$", re.I)


def date_in(url: str) -> str:
    """The issue date that an address carries, as YYYY-MM-DD, or "" when it carries none that exists."""
    path = urlsplit(url)
    text = path.path + ("?" + path.query if path.query else "")
    for pattern in _DATES:
        for found in pattern.finditer(text):
            year, month, day = int(found[1]), int(found[3]), int(found[5])
            try:
                # No site holds issues from before electronic typesetting; the bounds keep ids from passing as dates.
                if 1990 <= year <= 2100:
                    return dt.date(year, month, day).isoformat()
            except ValueError:
                continue
    return ""


def issue_in(url: str) -> str:
    """What an address says of its issue: its ISO week (2023-W47) where it has a folder for that, else its date."""
    found = _WEEK.search(urlsplit(url).path)
    return found[1] if found else date_in(url)


def week_of(date: str) -> str:
    """The ISO week of a date, as addresses write it: 2023-W47."""
    year, week, _ = dt.date.fromisoformat(date).isocalendar()
    return f"{year}-W{week:02d}"


def with_week(url: str, week: str) -> str:
    """The same address in another ISO week; "" when the address has no folder for the week."""
    return _WEEK.sub(week, url) if _WEEK.search(urlsplit(url).path) else ""


def with_date(url: str, date: str) -> str:
    """The same address on another day: every date in its path is exchanged, in the form it stands there.

    Raises ValueError when the address carries no date.
    """
    old = date_in(url)
    if not old:
        raise ValueError(f"the address {url} carries no date, so it cannot be moved to {date}")
    year, month, day = old.split("-")
    new_year, new_month, new_day = date.split("-")
    parts = urlsplit(url)
    moved = [parts.path, parts.query]
    for index, text in enumerate(moved):
        for sep1, sep2 in (("-", "-"), ("-", "/"), ("/", "/"), ("", "/"), ("", "")):
            form = re.compile(rf"(?<!\d){year}{sep1}{month}{sep2}{day}(?!\d)")
            text = form.sub(f"{new_year}{sep1}{new_month}{sep2}{new_day}", text)
        moved[index] = text
    return urlunsplit((parts.scheme, parts.netloc, moved[0], moved[1], ""))


def canonical(url: str) -> str:
    """One address for one thing: no fragment, and no query behind a static file; elsewhere only display switches go."""
    parts = urlsplit(url)
    query = parts.query
    if query and _STATIC.search(parts.path) and not _identifying(query):
        query = ""
    elif query:
        query = urlencode([(k, v) for k, v in parse_qsl(query, keep_blank_values=True) if k.lower() not in _DISPLAY])
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


def _identifying(query: str) -> bool:
    return any(k.lower() in {"id", "articleid", "page", "code"} for k, _ in parse_qsl(query))


def absolute(base: str, link: str) -> str:
    """``link`` resolved on ``base``, or "" for what is no address (script, mail, a bare anchor, broken brackets)."""
    link = link.strip()
    if not link or link.startswith("#") or re.match(r"(?i)(?:javascript|mailto|tel|data|about):", link):
        return ""
    if base.startswith("file:") and link.startswith("/") and not link.startswith("//"):
        link = _below_mirror(base, link)
    try:
        url = urljoin(base, link)
        urlsplit(url).port  # noqa: B018 - a malformed port raises only when read
    except ValueError:
        return ""
    return url if urlsplit(url).scheme in {"http", "https", "file"} else ""


def _below_mirror(base: str, link: str) -> str:
    """A link from the root of a site, for a mirror on disk, whose root is some folder above ``base``.

    It is the folder from which the first part of the link leads towards ``base``; a link with another first part stays.
    """
    folders, first = urlsplit(base).path.split("/"), link.split("/")[1]
    if first not in folders[1:-1]:
        return link
    at = len(folders) - 1 - folders[::-1].index(first, 1)
    return "/".join(folders[:at]) + link


def same_place(url: str, other: str) -> bool:
    """True when both live on the same host (http and https count as one), or both are local files."""
    one, two = urlsplit(url), urlsplit(other)
    return one.netloc.lower() == two.netloc.lower() and (one.scheme == "file") == (two.scheme == "file")


def path(url: str) -> str:
    """The path of an address, which is what the patterns of a family are matched against."""
    return urlsplit(url).path
