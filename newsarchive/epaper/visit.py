"""One issue of a site, from its first page to page items; what could not be had is a unit of its own."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncGenerator, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from newsarchive import ids
from newsarchive.epaper.answers import Answer, Fetch, Text, file_fault, read_text, text_of
from newsarchive.epaper.articles import read_article
from newsarchive.epaper.discover import Discovery, Front, original
from newsarchive.epaper.family import Family
from newsarchive.epaper.issue import assign
from newsarchive.epaper.labels import label_key
from newsarchive.epaper.memory import HeldPage, Memory, Seen
from newsarchive.epaper.pages import read_page
from newsarchive.epaper.pagetext import WholeText, whole_text
from newsarchive.epaper.records import ArticleLink, ArticleRead, PageLink, PageRead
from newsarchive.epaper.urls import canonical, date_in
from newsarchive.model import Article, Problem, Segmentation
from newsarchive.page import Original, Outcome, PageItem
from newsarchive.sources.names import PageKey, slug


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that was asked for: what it shows (empty where it could not be had), and its answer."""

    read: PageRead
    answer: Answer
    text: Text
    problem: Problem | None = None


@dataclass(slots=True)
class _Story:
    """An article that was asked for: what it shows, or what went wrong; ``held`` if the archive has these bytes."""

    link: ArticleLink
    read: ArticleRead | None = None
    original: Original | None = None
    problems: list[Problem] = field(default_factory=list)
    failed: PageItem | None = None
    withdrawn: Problem | None = None
    held: bool = False


# Answers that are kept although they are not what was asked for.
_INSTEAD = frozenset({"interstitial", "closed"})
_Files = tuple[list[Problem], list[Original]]


@dataclass(slots=True)
class Visitor:
    """Visits issues of one paper. ``files`` says whether PDFs and pictures are asked for (by HEAD)."""

    paper: str
    fetch: Fetch
    memory: Memory
    stages: str
    files: bool = True

    async def items(self, discovery: Discovery, front: Front) -> AsyncGenerator[PageItem, None]:
        """The pages of an issue, in the order of its directory, each as soon as all of it is there.

        Yields nothing, and notes it in the discovery, when the day has no issue. A page or article that could not be
        had is a failed item; what the archive holds of it stays as it is. An issue that rests is not asked for.
        """
        if front.rests and (settled := self._at_rest(front)):
            discovery.found.add(front.date)
            for item in settled:
                yield item
            return
        family = discovery.family
        first = await self._first(discovery, front)
        if first is None or family is None:
            return
        if first.problem is not None:
            yield self._failed_page(first)
            return
        discovery.found.add(front.date)
        pages = await self._pages(family, first, front.date, discovery.pages)
        discovery.pages |= {page.read.url for page in pages}
        owned = zip(pages, assign([p.read for p in pages]), strict=True)
        # All articles are asked for at once, in order; how many at a time is the downloader's to decide. So the next
        # ones are on their way while a page goes through the pipelines.
        tasks = [asyncio.ensure_future(self._stories(family, page, links, front.date)) for page, links in owned]
        try:
            for number, (page, task) in enumerate(zip(pages, tasks, strict=True), 1):
                for item in await self._page_items(page, await task, number, front, discovery):
                    yield item
        finally:
            for task in tasks:
                task.cancel()

    def _at_rest(self, front: Front) -> list[PageItem]:
        """The pages of an issue that is not asked for again, as units that are there unchanged."""
        day = dt.date.fromisoformat(front.date)
        issue = ids.issue_id(slug(self.paper), day, front.edition)
        return [
            PageItem(
                page.url,
                url=page.url,
                key=PageKey(slug(self.paper), page.paper, "given", day, "name", page.label, "name", front.edition),
                outcome=Outcome.UNCHANGED,
            )
            for page in self.memory.settled(issue)
        ]

    async def _first(self, discovery: Discovery, front: Front) -> _Page | None:
        known = discovery.first
        if known is not None and known.url == canonical(front.url):
            answer = replace(known, asked=known.url)
        elif front.url in discovery.fronts_read:
            answer = discovery.fronts_read.pop(front.url)
        else:
            answer = await self.fetch(front.url, "page", front.date)
        text, problem = text_of(answer, "page")
        if problem is not None and problem.code == "page-missing":
            discovery.no_issue(front, answer.detail or f"its page answers {answer.status}")
            return None
        if problem is not None:
            return _Page(_empty(canonical(front.url), front.date), answer, text, problem)
        if discovery.family is None:
            return None
        read = read_page(discovery.family, answer.url, text.text)
        if date_in(answer.url) not in (front.date, "") or (not date_in(answer.url) and answer.url != answer.asked):
            discovery.no_issue(front, f"its address leads to {answer.url}")
            return None
        if read.stated_date not in ("", front.date) and read.stated_date in discovery.listed:
            discovery.no_issue(front, f"its page shows the issue of {read.stated_date}")
            return None
        if len(read.pages) < 2 and not read.articles and not read.image_url and not read.pdf_url:
            discovery.no_issue(front, "its page shows neither pages nor articles")
            return None
        return _Page(read, answer, text)

    async def _pages(self, family: Family, first: _Page, date: str, others: Set[str]) -> list[_Page]:
        """The pages of the issue, those included that only another page's directory names.

        ``others`` are pages of other issues: those of the day's first edition, which the second may link.
        """
        known: dict[str, _Page] = {first.read.url: first} | _siblings(family, first)
        own = PageLink(first.read.label, first.read.section, first.read.url)
        order = [link for link in first.read.pages if link.url not in others] or [own]
        while missing := [link for link in order if link.url not in known]:
            for page in await asyncio.gather(*(self._page(family, link, date) for link in missing)):
                known[page.read.url] = page
                for link in page.read.pages:
                    if link.url not in others and not any(
                        link.url == o.url or label_key(link.label) == label_key(o.label) for o in order
                    ):
                        order.append(link)
        return [_named(known[link.url], link) for link in order]

    async def _page(self, family: Family, link: PageLink, date: str) -> _Page:
        answer = await self.fetch(link.url, "page", date)
        text, problem = text_of(answer, "page")
        if problem is not None:
            return _Page(_empty(link.url, date, link.label, link.section), answer, text, problem)
        # A page is known by the address in the directory, wherever the site redirects.
        return _Page(replace(read_page(family, answer.url, text.text), url=link.url), answer, text)

    async def _stories(self, family: Family, page: _Page, links: Sequence[ArticleLink], date: str) -> list[_Story]:
        contained = {read.url: read for read in page.read.read}
        stories = [_Story(link, contained.get(link.url), held=True) for link in links]
        wanted = [story for story in stories if story.read is None]
        await asyncio.gather(*(self._story(family, page, story, date) for story in wanted))
        return stories

    async def _story(self, family: Family, page: _Page, story: _Story, date: str) -> None:
        answer = await self.fetch(story.link.url, "article", date)
        text, problem = text_of(answer, "article")
        if problem is not None:
            self._fail(family, page, story, answer, problem)
            return
        story.read = read_article(family, story.link.url, text.text, story.link.title, page.read.section)
        story.original = original(answer, text.encoding, text.evidence)
        story.held = answer.held
        story.problems += [*story.read.problems, *([text.problem] if text.problem else [])]

    def _fail(self, family: Family, page: _Page, story: _Story, answer: Answer, problem: Problem) -> None:
        """An article that could not be had. What the archive holds of it stays, unless it is gone from the site."""
        seen = self.memory.seen(story.link.url)
        gone = problem.code == "article-missing"
        had = seen is not None and seen.status == "ok" and bool(seen.raw)
        if gone and had:
            story.withdrawn = Problem("withdrawn", story.link.url, f"{problem.detail}; it is kept and marked gone")
            return
        name = f"{problem.detail} ({story.link.title or 'no title'}, page {page.read.label})"
        story.failed = _failed(story.link.url, answer, replace(problem, detail=name), seen)
        if had and not gone and seen is not None:
            text = read_text(Answer(story.link.url, story.link.url, 200, seen.raw))
            story.read = read_article(family, story.link.url, text.text, story.link.title, page.read.section)
            story.held = True

    def _failed_page(self, page: _Page) -> PageItem:
        assert page.problem is not None
        problem = replace(page.problem, detail=f"{page.problem.detail} (page {page.read.label})")
        return _failed(page.read.url, page.answer, problem, self.memory.seen(page.read.url))

    async def _page_items(
        self, page: _Page, stories: list[_Story], number: int, front: Front, discovery: Discovery
    ) -> list[PageItem]:
        items = [story.failed for story in stories if story.failed is not None]
        names = [page.read.paper, *(story.read.paper for story in stories if story.read is not None)]
        said = next(filter(None, names), "")
        key = self._key(page.read, front, said)
        page_id = ids.page_id(ids.issue_id(key.paper, key.date, key.edition), key.label)
        held = self.memory.page(page_id)
        positions = placed([s.link.url for s in stories], held.positions if held else {})
        had = [(story, positions[story.link.url]) for story in stories if story.read is not None]
        if page.problem is not None:
            items.append(self._failed_page(page))
            if held is not None:
                return items
        discovery.remarks += [
            story.withdrawn for story in stories if story.withdrawn and held and story.link.url in held.present
        ]
        whole = WholeText()
        if page.problem is None and not stories:
            whole = await whole_text(self.fetch, page.read, page.text.text, front.date)
        faults, answers = await self._file_faults(page, stories, front.date, whole)
        discovery.remarks += faults
        discovery.answers += answers
        # What stands in for a page is kept with its failure; the page itself is on record as one without articles.
        shown = [original(page.answer, page.text.encoding, page.text.evidence)] if page.problem is None else []
        if whole.pdf is not None:
            shown.append(original(whole.pdf, status=whole.problem.code if whole.problem else "ok"))
        # Articles that were made of a page's text have no address.
        there = frozenset([""] if whole.text else [story.link.url for story, _ in had])
        same = held is not None and held == HeldPage(number, page.read.section, self.stages, held.positions, there)
        answers_held = [page.answer.held, whole.pdf is None or whole.pdf.held, *(story.held for story, _ in had)]
        unchanged = same and all(answers_held)
        items.append(
            PageItem(
                page.read.url,
                page.answer.body if page.problem is None else b"",
                sequence=number,
                section=page.read.section,
                url=page.read.url,
                pdf_url=page.read.pdf_url,
                image_url=page.read.image_url,
                encoding=page.text.encoding,
                encoding_evidence=page.text.evidence,
                key=key,
                text=whole.text,
                segmentation=None if whole.text else Segmentation(tuple(_article(story) for story, _ in had), ()),
                positions=tuple(position for _, position in had),
                originals=(*shown, *_originals(story for story, _ in had)),
                problems=[p for story, _ in had for p in story.problems]
                + ([page.text.problem] if page.text.problem else []),
                outcome=Outcome.UNCHANGED if unchanged else None,
            )
        )
        return items

    def _key(self, read: PageRead, front: Front, said: str) -> PageKey:
        # Where the paper is given by a short Latin name and the page says the Chinese one, that is its full name.
        full = said if self.paper.isascii() and said and not said.isascii() else self.paper
        day = dt.date.fromisoformat(front.date or read.stated_date)
        return PageKey(slug(self.paper), full, "given", day, "name", read.label, "name", front.edition)

    async def _file_faults(self, page: _Page, stories: list[_Story], date: str, whole: WholeText) -> _Files:
        """What is wrong with the page's PDF and picture and with the articles' pictures, and what was answered."""
        known = [whole.problem] if whole.problem else []
        if not self.files:
            return known, []
        wanted = {page.read.pdf_url: "pdf", page.read.image_url: "image"}
        if whole.pdf is not None:
            del wanted[page.read.pdf_url]  # it was asked for, to be read
        for story in stories:
            if story.read is not None:
                wanted |= {picture.url: "image" for picture in story.read.pictures if picture.url not in wanted}
        wanted.pop("", None)
        answers = await asyncio.gather(*(self.fetch(url, what, date) for url, what in wanted.items()))
        faults = [(answer, file_fault(answer, what)) for answer, what in zip(answers, wanted.values(), strict=True)]
        kept = [
            original(replace(answer, body=b""), status=fault.code if fault else "ok")
            for answer, fault in faults
            if not answer.held
        ]
        return known + [fault for _, fault in faults if fault], kept


def placed(urls: Sequence[str], held: dict[str, int]) -> dict[str, int]:
    """The position of each article of a page, given those that the archive holds.

    An article keeps its position for ever. A new one stands where the list has it, or behind all others where that
    place is taken; one that cannot be had keeps its place free.
    """
    positions = {url: held[url] for url in urls if url in held}
    taken = set(held.values())
    for place, url in enumerate(urls, 1):
        if url not in positions:
            positions[url] = place if place not in taken else max(taken | {len(urls)}) + 1
            taken.add(positions[url])
    return positions


def _named(page: _Page, link: PageLink) -> _Page:
    """The page under the directory's name, which is the printed one; its own heading fills what that leaves out."""
    label, section = link.label or page.read.label, link.section or page.read.section
    return replace(page, read=replace(page.read, label=label, section=section))


def _siblings(family: Family, first: _Page) -> dict[str, _Page]:
    """The other pages that the same answer describes, where one file holds the whole issue."""
    entry = family.read_entry(family, first.answer.url, first.text.text) if family.read_entry is not None else None
    return {read.url: replace(first, read=read) for read in entry.reads} if entry is not None else {}


def _empty(url: str, date: str, label: str = "", section: str = "") -> PageRead:
    return PageRead(url, date, "", label, section, "", "", "", (), ())


def _failed(url: str, answer: Answer, problem: Problem, seen: Seen | None) -> PageItem:
    """The unit of a page or article that could not be had; ``seen`` is what its address gave last."""
    return PageItem(
        url,
        answer.body if problem.code in _INSTEAD else b"",
        problems=[problem],
        outcome=Outcome.FAILED,
        originals=(original(answer, status=problem.code),),
        known=seen is not None and seen.status == problem.code,
    )


def _article(story: _Story) -> Article:
    """The article under the address of its link, with what only the list says of it."""
    assert story.read is not None
    article, link = story.read.article, story.link
    return replace(
        article,
        url=canonical(link.url),
        kicker=article.kicker or link.kicker,
        headline=article.headline or link.title,
        subtitle=article.subtitle or link.subtitle,
        byline=article.byline or link.byline,
    )


def _originals(stories: Iterable[_Story]) -> list[Original]:
    return [story.original for story in stories if story.original is not None]
