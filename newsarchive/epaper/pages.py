"""The common reader of a page: directory of the issue, hot areas, article links, page picture and PDF."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote

from parsel import Selector

from newsarchive.epaper.family import Family
from newsarchive.epaper.labels import date_of, dates_of, flat, is_navigation, label_key, parse_label
from newsarchive.epaper.markup import Anchor, anchors, parse, words
from newsarchive.epaper.properties import Properties, properties
from newsarchive.epaper.records import ArticleLink, Claim, PageLink, PageRead
from newsarchive.epaper.urls import absolute, canonical, date_in, issue_in, path

# Where pages of the known skins print their own name and date, best first.
_HEADINGS = (
    "span#layout, #currentBM, .l_t, td.bm01, p.ban, .ban, .banci-current, .bm-title, .layout-title, #pageTitle, "
    "h1, h2, h3, td, div, p, span"
)
_DATES = "#paperdate, .paperdate, #riqi_, .rq, .newstime, #pubdate, .pubdate, .date, .today, .riqi, .shijian, .time"
_BOX = re.compile(r"recommend|related|hot|rank|tuijian|remen|paihang|more|推荐|热点|排行|相关", re.I)
_PDF = re.compile(r"\.pdf$", re.I)
# A heading is short; the first 40 signs hold any label with its section name.
_HEADING_LENGTH = 40


def read_page(family: Family, url: str, text: str) -> PageRead:
    """A page of an issue out of its decoded answer; never raises for mark-up, however broken.

    Membership: an article in a hot area is the page's own, one in the list beside them is claimed, one in any other
    box is merely mentioned; which page gets it is decided over the whole issue (``issue.assign``).
    """
    if family.read_page is not None:
        return family.read_page(family, url, text)
    return common_page(family, url, text)


def common_page(family: Family, url: str, text: str) -> PageRead:
    """The reader that all families share which serve HTML."""
    document = parse(text)
    links = anchors(document, url)
    said = properties(text)
    date = date_in(url)
    issue = issue_in(url)
    pages = directory(family, links, issue)
    label, section = _own_name(family, url, document, said, pages)
    if label and not any(p.url == canonical(url) or label_key(p.label) == label_key(label) for p in pages):
        pages = (PageLink(label, section, canonical(url)), *pages)
    return PageRead(
        url=canonical(url),
        date=date,
        stated_date=_stated_date(document, said, date),
        label=label,
        section=section,
        paper=said.paper,
        pdf_url=_pdf(url, document, links, family, label),
        image_url=_image(url, document, said),
        pages=pages,
        articles=article_links(family, links, issue, label, _picture_size(document)),
        neighbours=_neighbours(family, links, issue),
    )


def directory(family: Family, links: list[Anchor], issue: str) -> tuple[PageLink, ...]:
    """The pages that links name, in the order of the directory.

    Of several issues (links to those before and after) only ``issue`` counts, its date or week as addresses carry it,
    or the commonest where it is "".
    One page may be named by two links, its number and its section; links that only lead on name nothing.
    """
    named: dict[str, tuple[str, str]] = {}
    for link in links:
        url = canonical(link.url)
        found = family.page.search(path(url))
        if link.is_area or not found or is_navigation(link.text):
            continue
        label, section = parse_label(link.text) or ("", "" if not link.text else flat(link.text))
        old_label, old_section = named.get(url, ("", ""))
        if old_label and old_section and not label:
            continue
        named[url] = (old_label or label, old_section or section)
    if not issue and named:
        issue = Counter(issue_in(u) for u in named).most_common(1)[0][0]
    pages = []
    for url, (label, section) in named.items():
        label = label or _label_in(family, url)
        if label and issue_in(url) == issue:
            pages.append(PageLink(label, section, url))
    return tuple(pages)


def _neighbours(family: Family, links: list[Anchor], issue: str) -> tuple[str, ...]:
    urls = (canonical(link.url) for link in links if not link.is_area)
    return tuple(dict.fromkeys(u for u in urls if family.page.search(path(u)) and issue_in(u) not in ("", issue)))


def _label_in(family: Family, url: str) -> str:
    found = family.page.search(path(url))
    return (found.groupdict().get("label") or "").upper() if found else ""


def _own_name(
    family: Family, url: str, document: Selector, said: Properties, pages: tuple[PageLink, ...]
) -> tuple[str, str]:
    for page in pages:
        if page.url == canonical(url) and page.section:
            return page.label, page.section
    named = next((p.label for p in pages if p.url == canonical(url)), "") or _label_in(family, url)
    for node in document.css(_HEADINGS):
        line = words(node.root)
        if len(line) <= _HEADING_LENGTH and "版" in line and (found := parse_label(line)):
            return (named or found[0]), found[1]
    return named or said.label, ""


def _stated_date(document: Selector, said: Properties, date: str) -> str:
    """The date that a page states of itself: ``date`` where it prints that anywhere, else the first that it prints.

    Sites show today's date beside the issue's, so one other date alone is no contradiction.
    """
    stated = [date_of(words(node.root)) for node in document.css(_DATES)]
    stated += [said.date, date_of(document.css('meta[name="publishdate"]::attr(content)').get(""))]
    if date and (date in stated or date in dates_of(words(document.root))):
        return date
    return next(filter(None, stated), "")


@dataclass(slots=True)
class _Found:
    title: str = ""
    claim: Claim = Claim.ELSEWHERE
    area: tuple[tuple[float, float], ...] = ()
    order: int = -1


def article_links(
    family: Family, links: list[Anchor], issue: str, label: str, size: tuple[float, float] | None
) -> tuple[ArticleLink, ...]:
    """The articles that a page links, each once: those of its list in list order, then the others.

    ``size`` is width and height of the page picture in the unit of the hot areas, None when unknown.
    """
    own = [(link, url) for link in links if (url := canonical(link.url)) and _is_article(family, url, issue)]
    areas = {url for link, url in own if link.is_area}
    main = _main_trail([(link, url) for link, url in own if not link.is_area], areas)
    found: dict[str, _Found] = {}
    listed: list[str] = []
    for link, url in own:
        entry = found.setdefault(url, _Found())
        if link.is_area:
            entry.claim = Claim.AREA
            entry.area = entry.area or _outline(link, size)
            entry.title = entry.title or flat(link.text)
            continue
        if is_navigation(link.text):
            continue
        if link.trail == main:
            entry.claim = max(entry.claim, Claim.LISTED)
            if url not in listed:
                listed.append(url)
        entry.title = flat(link.text) or entry.title
    outline = _outline_of(family, links, issue)
    for url, entry in found.items():
        if entry.claim < Claim.AREA and (page := _page_in(family, url) or outline.get(url)):
            entry.claim = Claim.LISTED if label_key(page) == label_key(label) else Claim.ELSEWHERE
    ordered = listed + [url for url in found if url not in listed]
    return tuple(
        ArticleLink(url, found[url].title, found[url].claim, found[url].area)
        for url in ordered
        if url in listed or found[url].title or found[url].claim is Claim.AREA
    )


def _is_article(family: Family, url: str, issue: str) -> bool:
    if not family.article.search(path(url)) or family.page.search(path(url)):
        return False
    return not issue or issue_in(url) in {issue, ""}


def _page_in(family: Family, url: str) -> str:
    found = family.article.search(path(url))
    return (found.groupdict().get("page") or "") if found else ""


def _outline_of(family: Family, links: list[Anchor], issue: str) -> dict[str, str]:
    """Article → label of its page, where a page lists the whole issue: each page's link, then its articles.

    Empty for every other page. In those, at most the last page of the directory and the page itself have links to
    articles behind them; an outline has them behind at least half of its pages.
    """
    owners: dict[str, str] = {}
    here, directory_labels = "", set()
    for link in links:
        url = canonical(link.url)
        if link.is_area or issue_in(url) != issue or is_navigation(link.text):
            continue
        if family.page.search(path(url)):
            if found := parse_label(link.text):
                here = found[0]
                directory_labels.add(label_key(here))
        elif here and family.article.search(path(url)):
            owners.setdefault(url, here)
    filled = {label_key(label) for label in owners.values()}
    return owners if len(filled) >= 2 and len(filled) * 2 >= len(directory_labels) else {}


def _main_trail(own: list[tuple[Anchor, str]], areas: set[str]) -> tuple[str, ...] | None:
    """The container trail of the page's own list: the one with most of the hot areas' articles, else most links."""
    votes: Counter[tuple[str, ...]] = Counter()
    for link, url in own:
        if not any(_BOX.search(step) for step in link.trail) and not is_navigation(link.text):
            votes[link.trail] += 1000 if url in areas else 1  # hot areas outvote any number of other links
    return votes.most_common(1)[0][0] if votes else None


def _outline(link: Anchor, size: tuple[float, float] | None) -> tuple[tuple[float, float], ...]:
    if size is None:
        return ()
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", link.node.get("coords") or "")]
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    if len(points) == 2:  # a rectangle is given by two corners
        (left, top), (right, bottom) = points
        points = [(left, top), (right, top), (right, bottom), (left, bottom)]
    width, height = size
    return tuple((round(x / width, 4), round(y / height, 4)) for x, y in points)


def _picture_size(document: Selector) -> tuple[float, float] | None:
    for image in document.css("img[usemap]"):
        try:
            width, height = float(image.attrib["width"]), float(image.attrib["height"])
        except (KeyError, ValueError):
            continue
        if width > 0 and height > 0:
            return width, height
    return None


def _image(url: str, document: Selector, said: Properties) -> str:
    for image in document.css("img[usemap], #pageimg img, img#pageimg, .main-map img, .bmimg img"):
        source = image.attrib.get("src") or image.attrib.get("_src") or image.attrib.get("data-src") or ""
        if found := absolute(url, source):
            return canonical(found)
    return canonical(absolute(url, said.image)) if said.image.startswith((".", "/", "http")) else ""


def _pdf(url: str, document: Selector, links: list[Anchor], family: Family, label: str) -> str:
    """The page's own PDF: beside its name in the directory, else named after its label, else the first offered."""
    hidden = flat(document.css("#pdfUrl").xpath("string()").get("") or document.css("#pdfUrl::attr(value)").get(""))
    if hidden and (found := absolute(url, hidden)):
        return canonical(found)
    offered = [i for i, link in enumerate(links) if _PDF.search(unquote(path(link.url)))]
    if not offered:
        return ""
    own = [
        i
        for i, link in enumerate(links)
        if canonical(link.url) == canonical(url) and family.page.search(path(link.url)) and parse_label(link.text)
    ]
    if own and (beside := _beside(links, own[-1], offered, family)) is not None:
        return canonical(links[beside].url)
    named = [i for i in offered if label and re.search(rf"{re.escape(label)}\.pdf$", path(links[i].url), re.I)]
    return canonical(links[(named or offered)[0]].url)


def _beside(links: list[Anchor], own: int, offered: list[int], family: Family) -> int | None:
    """Of the PDFs offered, the one in the innermost element that holds the page's own link too.

    Of several there (a list without an element for each page), the one that follows the link before the next page's.
    """
    around = list(links[own].node.iterancestors())
    shared = {i: next(n for n, step in enumerate(around) if step in links[i].node.iterancestors()) for i in offered}
    nearest = [i for i in offered if shared[i] == min(shared.values())]
    if len(nearest) == 1:
        return nearest[0]
    for i in range(own + 1, len(links)):
        if i in nearest:
            return i
        if family.page.search(path(links[i].url)) and canonical(links[i].url) != canonical(links[own].url):
            break
    return None
