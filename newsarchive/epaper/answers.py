"""What comes back when an address is asked for, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import Protocol

from newsarchive.epaper.refusals import pdf_fault, refusal
from newsarchive.errors import InputError
from newsarchive.model import Problem
from newsarchive.text.decode import decode

CODES = {
    "entry-missing": "the entry address answers 404 or 410",
    "page-missing": "a page of an issue answers 404 or 410",
    "article-missing": "an article that a page lists answers 404 or 410",
    "pdf-missing": "a page's PDF answers 404 or 410",
    "image-missing": "a picture answers 404 or 410",
    "calendar-missing": "a calendar answers 404 or 410",
    "http-error": "the site answers with an error, also after retries",
    "unreachable": "no answer: no connection, a reset, or none in time, also after retries",
    "robots": "the site's robots.txt forbids to ask",
    "off-site": "the address leads to a host that is not the paper's",
    "redirect-loop": "the site redirects without end",
    "too-large": "the answer is larger than a page can be",
    "interstitial": "the site wants proof of a human reader (安全验证); it is not worked around",
    "closed": "the site gives the text to subscribers only",
    "pdf-empty": "a page's PDF has no or hardly any bytes",
    "pdf-broken": "a page's PDF is no PDF",
}
"""The reason codes of what can be wrong with an answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave. ``url`` is where the answer came from, after redirects; ``status`` is 0 without an answer.

    ``held`` says that the body is what the archive holds already: the site said so, it has the same bytes, or it was
    not asked again. ``fault`` is a reason code where the way to the answer failed, ``length`` the size a HEAD tells.
    """

    asked: str
    url: str
    status: int
    body: bytes = field(default=b"", repr=False)
    charset: str = ""
    etag: str = ""
    modified: str = ""
    length: int | None = None
    held: bool = False
    fault: str = ""
    detail: str = ""


class Fetch(Protocol):
    """Asks for an address. ``what`` is entry, calendar, page, article, pdf, image, or document for a PDF to be read;
    pdf and image are asked for by HEAD.

    ``date`` is the issue's, by which it is decided whether what the archive holds is asked for again.
    """

    def __call__(self, url: str, what: str, date: str = "") -> Awaitable[Answer]:
        """The answer; never raises for what a site does."""
        ...


def wrong(answer: Answer, what: str) -> Problem | None:
    """What is wrong with getting an answer at all, as a problem of its address; None when there is a body to read."""
    if answer.fault:
        return Problem(answer.fault, answer.asked, f"{what}: {answer.detail or CODES[answer.fault]}")
    if answer.status in (404, 410):
        how = answer.detail or f"the {what} answers {answer.status}"
        return Problem(f"{what}-missing", answer.asked, f"{how}; it may come later")
    if answer.status != 200:
        return Problem("http-error", answer.asked, f"the {what} answers {answer.status}; ask again later")
    return None


def file_fault(answer: Answer, what: str) -> Problem | None:
    """What is wrong with a PDF or picture, by what a HEAD or the file says; None also for what is known already."""
    # 405 and 501: the site does not answer HEAD, which says nothing of the file.
    if answer.held or answer.status in (405, 501):
        return None
    if problem := wrong(answer, what):
        return problem
    if what == "pdf" and (code := pdf_fault(answer.length, answer.body or None)):
        return Problem(code, answer.asked, f"the PDF has {answer.length} bytes; it may come later")
    return None


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an answer, how it was decoded, and the problem if characters were lost in that."""

    text: str = field(repr=False)
    encoding: str
    evidence: str
    problem: Problem | None = None


_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


def read_text(answer: Answer) -> Text:
    """The decoded body: strict reading with evidence, the header's charset as a hint; the page's own claim comes last.

    A body that no encoding fits whole is read with U+FFFD in the places that are lost, and says so as ``damaged-text``.
    """
    claimed = _META.search(answer.body[:4096])
    meta = claimed[1].decode("ascii", "replace") if claimed else ""
    try:
        decoded = decode(answer.body, answer.charset or meta or None)
        return Text(decoded.text, decoded.encoding, decoded.evidence)
    except InputError as error:
        if not answer.body.strip():
            return Text("", "", "empty")
        encoding = _closest(answer.body, (answer.charset, "utf-8", "gb18030", meta))
        problem = Problem("damaged-text", answer.asked, f"{error}; read as {encoding} with gaps")
        return Text(
            answer.body.decode(encoding, "replace"), encoding, "damaged; the encoding that loses least", problem
        )


def _closest(body: bytes, names: tuple[str, ...]) -> str:
    """The encoding that loses the fewest characters; of equals the first."""
    losses: list[tuple[int, int, str]] = []
    for order, name in enumerate(names):
        try:
            losses.append((body.decode(name or "ascii", "replace").count("\ufffd"), order, name or "ascii"))
        except LookupError:
            continue
    return min(losses)[2]


def text_of(answer: Answer, what: str) -> tuple[Text, Problem | None]:
    """The text of an answer, and what keeps it from being what was asked for; the text is empty without a body."""
    if problem := wrong(answer, what):
        return Text("", "", ""), problem
    text = read_text(answer)
    return text, refused(answer, text.text, what)


def refused(answer: Answer, text: str, what: str) -> Problem | None:
    """The problem of an answer that stands in for the page that was asked for."""
    code = refusal(text)
    return Problem(code, answer.asked, f"{what}: {CODES[code]}") if code else None
