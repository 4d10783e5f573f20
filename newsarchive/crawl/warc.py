"""A WARC file of everything that a crawl of a site fetched, for other archives' tools; the extra ``warc`` writes it."""

from __future__ import annotations

import datetime as dt
import io
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from newsarchive.errors import ArgumentError

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Headers, Response

# The body is stored as it came, but out of its chunks, and its length is written anew.
_OF_THE_TRANSFER = frozenset({"transfer-encoding", "content-length", "connection"})


def target(settings: BaseSettings, paper: str) -> Path | None:
    """The file that the setting ``EPAPER_WARC`` means: itself, or in a folder a new one named by paper and time.

    None where the setting is empty. Raises ArgumentError, in one line, where the extra is not installed, the file is
    there already, or its folder is not.
    """
    given = settings.get("EPAPER_WARC")
    if not given:
        return None
    if find_spec("warcio") is None:
        raise ArgumentError("setting EPAPER_WARC: WARC files need warcio; pip install 'newsarchive[warc]'")
    path = Path(given)
    if path.is_dir():
        path = path / f"{paper}-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}.warc.gz"
    if path.exists():
        raise ArgumentError(f"setting EPAPER_WARC: {path} is there already; name a new file, or a folder")
    if not path.parent.is_dir():
        raise ArgumentError(f"setting EPAPER_WARC: there is no folder {path.parent}")
    return path


class WarcExport:
    """Writes every exchange with a server, retried and failed ones and robots.txt too, as a request and a response.

    Records are written one by one, each in a single call, so that a killed run leaves a file that reads to its last
    whole record. What is read from ``file://`` is no exchange.
    """

    def __init__(self, crawler: Crawler, path: Path) -> None:
        from warcio.warcwriter import WARCWriter

        self.agent = str(crawler.settings["USER_AGENT"])
        self.file = path.open("xb", buffering=0)
        self.buffer = io.BytesIO()
        self.writer = WARCWriter(self.buffer, gzip=True)
        crawler.signals.connect(self.downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(self.close, signal=signals.engine_stopped)
        about = {"software": self.agent, "format": "WARC File Format 1.0", "robots": _robots(crawler.settings)}
        self._write(self.writer.create_warcinfo_record(path.name, about))

    def downloaded(self, response: Response, request: Request) -> None:
        """Write an exchange over http or https."""
        if urlsplit(request.url).scheme not in ("http", "https"):
            return
        from warcio.statusandheaders import StatusAndHeaders

        parts = urlsplit(request.url)
        place = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        asked = StatusAndHeaders(f"{request.method} {place} HTTP/1.1", _fields(request.headers), is_http_request=True)
        asked.headers.insert(0, ("Host", parts.netloc))
        told = [(n, v) for n, v in _fields(response.headers) if n.lower() not in _OF_THE_TRANSFER]
        told.append(("Content-Length", str(len(response.body))))
        status = StatusAndHeaders(str(response.status), told, protocol=response.protocol or "HTTP/1.1")
        answer = self.writer.create_warc_record(
            request.url, "response", payload=io.BytesIO(response.body), http_headers=status
        )
        question = self.writer.create_warc_record(request.url, "request", http_headers=asked)
        self._write(answer, question)

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    def _write(self, *records: Any) -> None:
        if len(records) == 2:
            answer, question = records
            self.writer.write_request_response_pair(question, answer)
        else:
            self.writer.write_record(records[0])
        self.file.write(self.buffer.getvalue())
        self.buffer.seek(0)
        self.buffer.truncate()


def _fields(headers: Headers) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), v.decode("latin-1")) for name, values in headers.items() for v in values]


def _robots(settings: BaseSettings) -> str:
    return "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore"
