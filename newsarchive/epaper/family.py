"""What a family of e-paper sites is: a small declarative description, plus the few functions in which it differs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsarchive.epaper.records import ArticleRead, Entry, PageRead

PageReader = Callable[["Family", str, str], PageRead]
ArticleReader = Callable[["Family", str, str], ArticleRead]
EntryReader = Callable[["Family", str, str], Entry | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One family. Patterns are searched in the path of resolved addresses.

    ``page`` and ``article`` find addresses of pages and articles; a group ``label`` in ``page`` is the printed label
    where the directory prints none, a group ``page`` in ``article`` the page the article stands on. ``calendars`` are
    addresses of the month's calendar, relative to a page. ``skins`` names files of ``skins/`` to try in order.
    ``read_*`` replace the common reader where a family differs; ``read_entry`` answers None for what is not its own.
    """

    key: str
    name: str
    page: re.Pattern[str]
    article: re.Pattern[str]
    calendars: tuple[str, ...] = ()
    skins: tuple[str, ...] = ()
    read_entry: EntryReader | None = None
    read_page: PageReader | None = None
    read_article: ArticleReader | None = None
