"""Asking e-paper sites through Scrapy's downloader: politely, conditionally, and with every failure as an answer."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest, NotConfigured
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from newsarchive.epaper.answers import Answer
from newsarchive.epaper.entry import MAX_HOPS
from newsarchive.epaper.memory import Memory, Seen
from newsarchive.epaper.urls import absolute, canonical, date_in
from newsarchive.settings import EXTENSIONS

# Files are asked for by HEAD: their address and size are kept, not their bytes.
_FILES = frozenset({"pdf", "image"})
_FIRST_BYTES = 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Courier:
    """Asks for addresses of one site; every outcome is an Answer (see ``newsarchive.epaper.answers.Fetch``).

    What the archive holds with validators is asked for conditionally. Without validators, articles and files of issues
    older than ``recheck_days`` are not asked for again; pages and entries, which tell what is new, always are.
    """

    def __init__(
        self, crawler: Crawler, memory: Memory, entry: str, hosts: frozenset[str], recheck_days: int, today: dt.date
    ) -> None:
        self.crawler = crawler
        self.entry = entry
        self.memory = memory
        self.hosts = hosts
        self.recheck_days = recheck_days
        self.today = today
        self.turns = asyncio.Semaphore(max(1, crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN", 1)))

    async def __call__(self, url: str, what: str, date: str = "") -> Answer:
        """The answer to an address, redirects followed as far as they lead to the same thing on the paper's hosts."""
        url = asked = canonical(url)
        if urlsplit(url).scheme == "file":
            return await self._local(url, what)
        for _ in range(MAX_HOPS):
            if (urlsplit(url).hostname or "") not in self.hosts:
                detail = f"{urlsplit(url).hostname} is not this paper's; see hosts="
                return Answer(asked, url, 0, fault="off-site", detail=detail)
            answer, target = await self._one(url, what, date)
            if not target:
                # The validators of another address must not be sent to this one.
                return answer if url == asked else replace(answer, asked=asked, etag="", modified="")
            if date_in(target) != date_in(url):
                # A day or article that is not there is often answered with the front page.
                return Answer(asked, target, 404, detail=f"the {what} redirects to {target}")
            url = target
        return Answer(asked, url, 0, fault="redirect-loop", detail=f"more than {MAX_HOPS} redirects")

    async def _one(self, url: str, what: str, date: str) -> tuple[Answer, str]:
        """The answer to one address, and where it redirects to."""
        seen = self.memory.seen(url)
        if seen is not None and self._may_rest(seen, what, date):
            return _remembered(url, seen), ""
        return await self._ask(url, what, seen)

    def _may_rest(self, seen: Seen, what: str, date: str) -> bool:
        """Whether what is held is not asked for: files that were well once, and old articles without validators."""
        if what in _FILES and seen.status == "ok":
            return True
        old = bool(date) and (self.today - dt.date.fromisoformat(date)).days > self.recheck_days
        if what in _FILES:
            return old and not (seen.etag or seen.modified)
        whole = what in ("article", "document") and seen.status == "ok" and bool(seen.raw)
        return whole and old and not (seen.etag or seen.modified)

    async def _ask(self, url: str, what: str, seen: Seen | None) -> tuple[Answer, str]:
        method = "HEAD" if what in _FILES else "GET"
        headers = {}
        # What was only asked for by HEAD is not held, and must come whole.
        if seen is not None and (seen.raw or method == "HEAD"):
            headers = {"If-None-Match": seen.etag, "If-Modified-Since": seen.modified}
            headers = {name: value for name, value in headers.items() if value}
        # Redirects are followed here and not by Scrapy: each address has its own host, validators and place.
        meta = {"dont_redirect": True}
        request = Request(url, callback=NO_CALLBACK, method=method, headers=headers, meta=meta, dont_filter=True)
        engine = self.crawler.engine
        assert engine is not None
        try:
            async with self.turns:
                response = await engine.download_async(request)
                # A breath, in which the connection goes back to its pool: else each request opens one of its own.
                await asyncio.sleep(0)
        except IgnoreRequest as error:
            return Answer(url, url, 0, fault=_ignored(str(error)), detail=str(error)), ""
        except DownloadCancelledError as error:
            return Answer(url, url, 0, fault="too-large", detail=str(error)), ""
        except asyncio.CancelledError:
            raise
        except Exception as error:
            return Answer(url, url, 0, fault="unreachable", detail=f"{type(error).__name__}: {error}".strip(": ")), ""
        if response.status in _REDIRECTS and (target := absolute(url, _header(response, "Location"))):
            return Answer(url, url, response.status), canonical(target)
        return _answer(url, response, seen), ""

    async def _local(self, url: str, what: str) -> Answer:
        path = self._path(url)
        seen = self.memory.seen(url) if what not in _FILES else None
        try:
            if what in _FILES:
                with path.open("rb") as file:
                    return Answer(url, url, 200, file.read(_FIRST_BYTES), length=path.stat().st_size)
            body = await asyncio.to_thread(path.read_bytes)
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return Answer(url, url, 404)
        except OSError as error:
            return Answer(url, url, 0, fault="unreachable", detail=f"{path} cannot be read: {error.strerror}")
        if len(body) > self.crawler.settings.getint("DOWNLOAD_MAXSIZE"):
            return Answer(url, url, 0, fault="too-large", detail=f"{path} has {len(body)} bytes")
        return Answer(url, url, 200, body, held=_same(body, seen))

    def _path(self, url: str) -> Path:
        """The file of an address; one that is addressed from the root of its site is looked for above the entry.

        No address says where the root of a mirror is: the longest end of the path that leads to a file is taken, but
        never one that has lost the date.
        """
        path = Path(unquote(urlsplit(url).path))
        if path.exists():
            return path
        above = [folder for folder in Path(unquote(urlsplit(self.entry).path)).parents if folder != Path("/")]
        ends = [Path(*path.parts[n:]) for n in range(1, len(path.parts))]
        whole = [end for n, end in enumerate(ends) if not n or (date_in(url) and date_in(f"/{end}") == date_in(url))]
        below = (folder / end for end in whole for folder in above)
        return next((found for found in below if found.is_file()), path)


def _answer(url: str, response: Response, seen: Seen | None) -> Answer:
    etag, modified = _header(response, "ETag"), _header(response, "Last-Modified")
    if response.status == 304 and seen is not None:
        return _remembered(url, seen)
    length = _header(response, "Content-Length")
    charset = _header(response, "Content-Type").partition("charset=")[2].strip(" \"';")
    return Answer(
        asked=url,
        url=canonical(response.url),
        status=response.status,
        body=response.body,
        charset=charset,
        etag=etag,
        modified=modified,
        length=int(length) if length.isdigit() else None,
        held=_same(response.body, seen),
    )


def _remembered(url: str, seen: Seen) -> Answer:
    return Answer(url, url, 200, seen.raw, etag=seen.etag, modified=seen.modified, held=True)


def _same(body: bytes, seen: Seen | None) -> bool:
    return seen is not None and seen.status == "ok" and seen.raw == body


def _header(response: Response, name: str) -> str:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else ""


def _ignored(reason: str) -> str:
    """The reason code behind a request that a middleware refused; they only tell by their words."""
    reason = reason.lower()
    if "robots.txt" in reason:
        return "robots"
    if "exceed" in reason or "larger" in reason:
        return "too-large"
    return "unreachable"


class PoliteThrottle(AutoThrottle):
    """AutoThrottle for which "not modified" is as good an answer as the page: else a quiet second run stays slow."""

    def _adjust_delay(self, slot: Any, latency: float, response: Response) -> None:
        super()._adjust_delay(slot, latency, response.replace(status=200) if response.status == 304 else response)


class RetryAfterMiddleware:
    """Honours ``Retry-After``: after a 429 or 503 that names a time, nothing more is asked of that host before it."""

    def __init__(self, longest_wait: float) -> None:
        self.longest_wait = longest_wait
        self.resting: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RetryAfterMiddleware:
        """Raises NotConfigured where ``RETRY_AFTER_LONGEST`` is 0."""
        longest = crawler.settings.getfloat("RETRY_AFTER_LONGEST", 300.0)
        if not longest:
            raise NotConfigured
        return cls(longest)

    async def process_request(self, request: Request) -> None:
        """Wait until the host may be asked again."""
        while (wait := self.resting.get(urlsplit(request.url).netloc, 0.0) - time.monotonic()) > 0:
            await asyncio.sleep(wait)

    async def process_response(self, request: Request, response: Response) -> Response:
        """Take note of the time; a host that asks for more than the longest wait is left alone by failing as it is."""
        if response.status in (429, 503):
            seconds = _seconds(_header(response, "Retry-After"))
            if seconds is not None and 0 < seconds <= self.longest_wait:
                self.resting[urlsplit(request.url).netloc] = time.monotonic() + seconds
        return response


def _seconds(value: str) -> float | None:
    if value.strip().isdigit():
        return float(value)
    try:
        return parsedate_to_datetime(value).timestamp() - time.time()
    except (TypeError, ValueError):
        return None


def open_hosts(url: str, more: str = "") -> frozenset[str]:
    """The hosts of a paper: that of its entry and those listed, without ports."""
    return frozenset(filter(None, [urlsplit(url).hostname, *(h.strip().lower() for h in more.split(","))]))


Settings = dict[str, Any]
EPAPER_SETTINGS: Settings = {
    # Default: 5 seconds before the first answer tells how fast the site is; one is enough for one request at a time.
    "AUTOTHROTTLE_START_DELAY": 1.0,
    # Default: 1 GiB, ours 64 MiB for dumps. The largest article page seen has some 300 kB; 16 MiB stops a runaway.
    "DOWNLOAD_MAXSIZE": 16 * 1024 * 1024,
    # Default: ERROR. What could not be had is a unit of ours, told once, with what it is.
    "RETRY_GIVE_UP_LOG_LEVEL": "INFO",
    "EXTENSIONS": {
        **EXTENSIONS,
        "scrapy.extensions.throttle.AutoThrottle": None,
        "newsarchive.crawl.mirror.PoliteThrottle": 0,
    },
    "DOWNLOADER_MIDDLEWARES": {
        # Outside of RetryMiddleware (550), so that the time is noted before the request is tried again.
        "newsarchive.crawl.mirror.RetryAfterMiddleware": 540,
    },
}
"""What the spider ``epaper`` sets otherwise than Scrapy and the project."""
