"""Sites whose pages are built by a script out of JSON: 解放日报 (``navi.json``, ``getJournalPage.do``), 解放军报
(``index.json``), 新京报 (``data.json``). One reader; the papers differ in the names of the fields.

Sources of the names: alisen39/whatshot (2026) and saved readers of jfdaily.com (2024).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from newsarchive.epaper.articles import common_article, compose
from newsarchive.epaper.family import Family
from newsarchive.epaper.labels import date_of, flat
from newsarchive.epaper.markup import paragraphs, parse, plain
from newsarchive.epaper.pictures import body_pictures, caption_lines, captioned, merged
from newsarchive.epaper.records import ArticleLink, ArticleRead, Claim, Entry, PageLink, PageRead, Picture
from newsarchive.epaper.urls import absolute, canonical, date_in

_FETCHED = re.compile(
    r"[\"']([^\"'\s<>]*(?:(?:navi|index|data)\.json|list\.do|getJournalPage\.do)(?:\?[^\"'\s<>]*)?)[\"']"
)
# A page that links anything of the issue itself is no shell.
_LINKED = re.compile(r"<area\b|<a\b[^>]*href\s*=\s*[\"']?[^#\s>]*\d{2}", re.I)
_PAGES = ("pages", "pagelist", "pageList", "paperInfo", "editionList")
_LABEL = ("pnumber", "paperNumber", "pageNo", "pageNumber", "number")
_SECTION = ("pname", "paperBk", "pageName", "name")
_ARTICLES = ("articleList", "articlelist", "xyList", "onePageArticleList", "articles", "list")
_ID = ("id", "articleid", "articleId")
_LINK = ("url", "href", "link", "articleHref", "jsonUrl")
_DATE = ("jdate", "paperDate", "issueDate", "date", "paperData", "publishDate")
_PDF = ("pdf", "pdfUrl", "ppdf", "pdfPath", "paperPdf")
_IMAGE = ("image", "pic", "picUrl", "picurl", "ppic", "paperImg", "pageImg")
# The papers of 81.cn and the folders of their issues.
_ARMY = {"解放军报": "jfjb", "中国国防报": "zggfb"}
_FIELDS = {
    "headline": ("title", "mainTitle", "headline"),
    "kicker": ("introtitle", "introTitle", "pretitle", "preTitle", "yinti", "shoulderTitle", "kicker"),
    "subtitle": ("subtitle", "subTitle", "futi", "viceTitle"),
    "byline": ("author", "articleAuthor", "byline"),
}
_BODY = ("content", "body", "text", "articleContent")
_PICTURES = ("pictures", "pics", "images", "imgs", "attachments", "picList", "imageList")
_CAPTION = ("caption", "desc", "description", "picDesc", "title", "text", "note")
_CREDIT = ("credit", "author", "photographer")


def read_entry(family: Family, url: str, text: str) -> Entry | None:
    """The issue that a JSON answer describes, or the hop to the newest; None for what is not JSON of these shapes."""
    data = _load(text)
    if data is None:
        # A shell whose script fetches the issue: the address of the file stands in the script.
        found = _FETCHED.search(text) if "<" in text[:200] else None
        return Entry(hop=absolute(url, found[1])) if found and not _LINKED.search(text) else None
    if hop := _newest(url, data):
        return Entry(hop=hop)
    reads = _pages(url, data)
    if not reads:
        return None
    pages = reads[0].pages
    return Entry(date=reads[0].date, pages=pages, reads=tuple(r for r in reads if r.articles or len(reads) > 1))


def read_page(family: Family, url: str, text: str) -> PageRead:
    """The page that an address of its own describes; an empty page for what cannot be read."""
    reads = _pages(url, _load(text))
    for read in reads:
        if read.url == canonical(url):
            return read
    return PageRead(canonical(url), date_in(url), "", "", "", "", "", "", (), ())


def read_article(family: Family, url: str, text: str) -> ArticleRead:
    """An article given as JSON, or as HTML where the page list was JSON but the article is a page."""
    data = _load(text)
    if data is None:
        return common_article(family, url, text)
    return _article(url, _inside(data, ("object", "data", "article")))


def _load(text: str) -> Any:
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return None
    try:
        return json.loads(text.lstrip("\ufeff"))
    except ValueError:
        return None


def _inside(data: Any, keys: Iterable[str]) -> Any:
    """The innermost object behind wrapping keys (``{"object": {"article": …}}``)."""
    for key in keys:
        if isinstance(data, dict) and isinstance(data.get(key), dict):
            data = data[key]
    return data


def _first(record: Any, keys: Iterable[str]) -> Any:
    if isinstance(record, dict):
        for key in keys:
            if record.get(key) not in (None, "", [], {}):
                return record[key]
    return None


def _word(record: Any, keys: Iterable[str]) -> str:
    value = _first(record, keys)
    return plain(str(value)) if isinstance(value, str | int | float) else ""


def _newest(url: str, data: Any) -> str:
    """The hop from a list of papers with their newest dates; ``code=`` in the address says which, else the first."""
    inner = _inside(data, ("object", "data"))
    if hop := _newest_of_army(url, inner):
        return hop
    papers = _first(inner, ("departList", "paperList"))
    if not isinstance(papers, list):
        return ""
    wanted = _query(url).get("code")
    for paper in papers:
        if isinstance(paper, dict) and paper.get("jdate") and wanted in (None, paper.get("code")):
            query = urlencode({"page": paper.get("pnumber") or "01", "code": paper.get("code") or ""})
            return urljoin(url, f"{paper['jdate']}/getJournalPage.do?{query}")
    return ""


def _newest_of_army(url: str, data: Any) -> str:
    """The hop from ``newestPaper`` of 81.cn, whose issues lie on another host: allow it with ``hosts=www.81.cn``."""
    papers = _first(data, ("data",)) if isinstance(data, dict) else None
    for name, code in _ARMY.items():
        for paper in papers if isinstance(papers, list) else []:
            date = date_of(_word(paper, _DATE)) if _word(paper, ("paperName",)) == name else ""
            if date:
                here = urlsplit(url)
                host = here.netloc.replace("rmt-zuul.", "www.")
                return here._replace(netloc=host, path=f"/_szb/{code}/{date.replace('-', '/')}/index.json").geturl()
    return ""


def _pages(url: str, data: Any) -> list[PageRead]:
    inner = _inside(data, ("object", "data"))
    records = inner if isinstance(inner, list) else _first(inner, _PAGES)
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        return []
    date = date_in(url) or date_of(_word(inner, _DATE))
    # 解放日报 serves one page per answer, with the directory and the page's articles side by side, shown from the end.
    single = isinstance(inner, dict) and isinstance(inner.get("page"), dict)
    named = [(_word(r, _LABEL), _word(r, _SECTION), r) for r in records]
    links = tuple(PageLink(label, section, _page_url(url, label)) for label, section, _ in named if label)
    if single:
        own = _word(inner["page"], _LABEL)
        entries = list(reversed(_first(inner, _ARTICLES) or []))
        return [_page(url, date, own, _word(inner["page"], _SECTION), inner["page"], entries, links)]
    return [
        _page(_page_url(url, label), date, label, section, record, _first(record, _ARTICLES) or [], links)
        for label, section, record in named
        if label
    ]


def _page_url(url: str, label: str) -> str:
    return canonical(urlsplit(url)._replace(query=urlencode({**_query(url), "page": label})).geturl())


def _query(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))


def _page(
    url: str, date: str, label: str, section: str, record: dict[str, Any], entries: Any, pages: tuple[PageLink, ...]
) -> PageRead:
    links, read = [], []
    for entry in entries if isinstance(entries, list) else []:
        if not isinstance(entry, dict):
            continue
        address = _article_url(url, label, date, entry)
        if not address:
            continue
        said = {name: _word(entry, keys) for name, keys in _FIELDS.items()}
        parts = said["kicker"], said["subtitle"], said["byline"]
        links.append(ArticleLink(address, said["headline"], Claim.AREA, (), *parts))
        if _first(entry, _BODY):
            read.append(_article(address, entry))
    return PageRead(
        url=canonical(url),
        date=date,
        stated_date=date,
        label=label.upper(),
        section=section,
        paper="",
        pdf_url=canonical(absolute(url, _word(record, _PDF))) if _first(record, _PDF) else "",
        image_url=canonical(absolute(url, _word(record, _IMAGE))) if _first(record, _IMAGE) else "",
        pages=pages,
        articles=tuple(links),
        read=tuple(read),
    )


def _article_url(url: str, label: str, date: str, entry: dict[str, Any]) -> str:
    """Where an entry's article is: named by the entry, or built as the site's own script builds it."""
    link, number = _word(entry, _LINK), _word(entry, _ID)
    if link:
        # 新京报 names the file only; its folder is date and page.
        if "/" not in link and date and link.startswith(date.replace("-", "")):
            link = f"{date.replace('-', '')}_{label}/{link}"
        return canonical(absolute(url, link))
    if not number:
        return ""
    if urlsplit(url).path.endswith("getJournalPage.do"):
        return canonical(urljoin(url, f"../getJournalPageArticle.do?id={number}"))
    if urlsplit(url).path.endswith("navi.json"):
        return canonical(urljoin(url, f"{label}/article/{number}.json"))
    return canonical(urljoin(url, f"{number}.json"))


def _article(url: str, record: Any) -> ArticleRead:
    fields = {name: _word(record, keys) for name, keys in _FIELDS.items()}
    content = _first(record, _BODY)
    body = parse(f"<div>{content}</div>").root if isinstance(content, str) else None
    lines, loose = caption_lines(paragraphs(body)) if body is not None else ([], [])
    pictures = _pictures(url, _first(record, _PICTURES)) + (body_pictures(body, [], url) if body is not None else [])
    return compose(
        url, fields, lines, merged(pictures, loose), date=date_of(_word(record, _DATE)), label=_word(record, _LABEL)
    )


def _pictures(url: str, records: Any) -> list[Picture]:
    pictures = []
    for record in records if isinstance(records, list) else []:
        source = record if isinstance(record, str) else _word(record, ("url", "src", "path", "picUrl", "href"))
        caption, credit = captioned(_word(record, _CAPTION))
        said = flat(_word(record, _CREDIT))
        if said and said not in caption:
            caption, credit = flat(f"{caption} {said}"), said
        if address := absolute(url, source):
            pictures.append(Picture(canonical(address), caption, credit))
    return pictures


FAMILIES = (
    Family(
        key="j",
        name="JSON",
        page=re.compile(r"/(?:navi|index|data)\.json$|/getJournalPage\.do$", re.I),
        article=re.compile(r"\.json$|/getJournalPageArticle\.do$", re.I),
        skins=("founder-table", "founder-headings", "zones"),
        read_entry=read_entry,
        read_page=read_page,
        read_article=read_article,
    ),
)
