"""A small web server for one e-paper site on this machine, with the bad manners that a test asks for."""

from __future__ import annotations

import hashlib
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class Manner:
    """What one address does instead of giving its file; ``times`` counts how often, -1 for always.

    With ``megabytes`` the body is as long as that and comes without a length, until the client hangs up.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    reset: bool = False
    times: int = -1
    megabytes: int = 0


@dataclass
class Site:
    """A folder that is served, the manners of its addresses, the log of (method, path, status), the connections."""

    root: Path
    manners: dict[str, Manner] = field(default_factory=dict)
    validators: bool = True
    charset: str = ""
    log: list[tuple[str, str, int]] = field(default_factory=list)
    connections: int = 0
    url: str = ""

    def full(self) -> list[str]:
        """The paths that were given in full, by GET."""
        return [path for method, path, status in self.log if method == "GET" and status == 200]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # One write for head and body: two would wait for each other (Nagle) and measure nothing but that.
    wbufsize = 1 << 16
    site: Site

    def log_message(self, *_: object) -> None:
        """Silent."""

    def do_HEAD(self) -> None:
        """As GET, without the body."""
        self.do_GET()

    def setup(self) -> None:
        """Count the connection."""
        super().setup()
        self.site.connections += 1

    def do_GET(self) -> None:
        """The manner of the address, else its file, else 404."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        manner = self.site.manners.get(path)
        if manner is not None and manner.times != 0:
            manner.times -= 1
            if manner.reset:
                self.site.log.append((self.command, path, 0))
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            if manner.megabytes:
                self._pour(path, manner.megabytes)
                return
            self._answer(path, manner.status, manner.body, manner.headers)
            return
        query = urlsplit(self.path).query
        # An address that a query makes another has a file of that name, query and all.
        file = self.site.root / (f"{path}?{query}" if (self.site.root / f"{path}?{query}").is_file() else path)
        if not file.is_file():
            self._answer(path, 404, b"<html><h1>404 Not Found</h1></html>", {})
            return
        body = file.read_bytes()
        headers = {"Content-Type": "text/html" + (f"; charset={self.site.charset}" if self.site.charset else "")}
        if self.site.validators:
            headers["ETag"] = f'"{hashlib.sha1(body).hexdigest()[:12]}"'
            if self.headers.get("If-None-Match") == headers["ETag"]:
                self._answer(path, 304, b"", headers)
                return
        self._answer(path, 200, body, headers)

    def _pour(self, path: str, megabytes: int) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        given = 0
        try:
            for given in range(1, megabytes + 1):  # noqa: B007 - how far it came is what the log tells
                self.wfile.write(b"<p>long</p>\n" * (1 << 20 >> 4) + b" " * (1 << 18))
        except OSError:
            pass
        self.site.log.append((self.command, path, given))

    def _answer(self, path: str, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.site.log.append((self.command, path, status))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and status != 304:
            self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # The default of 5 lets a client that opens many connections wait a second for some of them.
    request_queue_size = 128


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """The site on a free port of this machine, until the end of the block."""
    handler = type("Handler", (_Handler,), {"site": site})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
