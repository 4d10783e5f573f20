"""Pages that name no article and give their text whole: on the page itself, or in its PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from newsarchive.epaper.answers import Answer, Fetch, file_fault
from newsarchive.epaper.articles import densest, kind_of
from newsarchive.epaper.labels import date_of, is_label, is_navigation
from newsarchive.epaper.markup import paragraphs, parse
from newsarchive.epaper.records import PageRead
from newsarchive.errors import InputError
from newsarchive.model import Kind, Problem
from newsarchive.text.han import count_han
from newsarchive.text.pdf import NO_READER, can_read_pdf, pdf_text

# A page of news has thousands of characters; titles, dates and legal notices of a page that shows a picture have fewer.
_SHORTEST = 200
# The legal notices and addresses at the foot of pages, some of them long.
_NOTICE = re.compile(
    r"版权|转载|许可|授权|镜像|免责|备案|ICP|许可证|国内统一刊号|邮发代号|新闻热线|广告热线|发行热线|邮政编码|技术支持"
)
_TAG = re.compile(r"<\s*(?:html|body|div|p|a|td|br)\b", re.I)


@dataclass(frozen=True, slots=True)
class WholeText:
    """The text of a page, "" for none; ``pdf`` is the answer it came from, if it came from one."""

    text: str = field(default="", repr=False)
    pdf: Answer | None = None
    problem: Problem | None = None


async def whole_text(fetch: Fetch, read: PageRead, shown: str, date: str) -> WholeText:
    """The text of a page that names no article: what it shows itself, else that of its PDF.

    Pages of advertisements have none, whatever is printed on them. The PDF is asked for only where one is offered and
    can be read; where it cannot, and where it fails, that is the problem.
    """
    if kind_of("", (), False, read.section) is Kind.ADVERTISEMENT:
        return WholeText()
    if text := inline_text(shown):
        return WholeText(text)
    if not read.pdf_url:
        return WholeText()
    if not can_read_pdf():
        return WholeText(problem=_problem(read, NO_READER))
    answer = await fetch(read.pdf_url, "document", date)
    if problem := file_fault(replace(answer, length=len(answer.body)), "pdf"):
        return WholeText("", answer, problem)
    try:
        text = pdf_text(answer.body)
    except InputError as error:
        return WholeText("", answer, _problem(read, error))
    return WholeText(text if _is_news(text) else "", answer)


def _problem(read: PageRead, error: InputError) -> Problem:
    detail = f"page {read.label} names no articles: {error}"
    return Problem(error.code, read.url, detail)


def inline_text(text: str) -> str:
    """The running text that stands on a page itself, a line for a line; "" where it is none."""
    if not _TAG.search(text):
        return text if _is_news(text) else ""
    document = parse(text)
    if verbatim := document.css("pre"):
        found = "".join(verbatim[0].root.itertext())
    else:
        box = densest(document)
        lines = [p.text for p in paragraphs(box)] if box is not None else []
        found = "\n".join(line for line in lines if not _is_furniture(line))
    return found.strip("\n") if _is_news(found) else ""


def _is_furniture(line: str) -> bool:
    dated = len(line) < 40 and bool(date_of(line))
    return dated or is_navigation(line) or is_label(line) or bool(_NOTICE.search(line))


def _is_news(text: str) -> bool:
    return count_han(text) >= _SHORTEST
