"""A small local server that serves a built site as a good host does: compressed, with headers."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, NamedTuple, Self, cast
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg+xml")
LEVEL = 9
"""Of gzip: files of a static site are compressed once."""
CACHE = {"text/html; charset=utf-8": "max-age=0, must-revalidate"}
CACHE_OTHERS = "max-age=3600"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".webmanifest": "application/json",
}


class Transfer(NamedTuple):
    """One answer: the address asked for, and all bytes of the answer, headers included."""

    path: str
    size: int


@lru_cache(maxsize=4096)
def compress(path: Path) -> bytes:
    """The content of a file, compressed."""
    return gzip.compress(path.read_bytes(), LEVEL, mtime=0)


class SiteServer(ThreadingHTTPServer):
    """Serves one built site on a free port of this machine, and notes what it sends."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.transfers: list[Transfer] = []
        self._thread = threading.Thread(target=self.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """The address of the site's home page."""
        return f"http://127.0.0.1:{self.server_port}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.shutdown()
        self.server_close()

    def find_file(self, address: str) -> Path | None:
        """Find the file that answers an address; None where there is none."""
        path = self.folder / unquote(urlsplit(address).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        inside = path.resolve().is_relative_to(self.folder.resolve())
        return path if inside and path.is_file() else None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = cast("SiteServer", self.server)
        path = server.find_file(self.path)
        status = HTTPStatus.OK if path else HTTPStatus.NOT_FOUND
        answer = self._make_answer(path or server.find_file("404.html"), status)
        server.transfers.append(Transfer(self.path, len(answer)))
        self.wfile.write(answer)

    def _make_answer(self, path: Path | None, status: HTTPStatus) -> bytes:
        kind = find_type(path) if path else _TYPES[".txt"]
        headers = {
            "Date": self.date_time_string(),
            "Content-Type": kind,
            "Cache-Control": CACHE.get(kind, CACHE_OTHERS),
            "X-Content-Type-Options": "nosniff",
            "Vary": "Accept-Encoding",
        }
        body = path.read_bytes() if path else status.phrase.encode()
        if path and kind.startswith(COMPRESSED):
            body = compress(path)
            headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(body))
        lines = [f"HTTP/1.1 {status.value} {status.phrase}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return "\r\n".join([*lines, "", ""]).encode() + body

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def find_type(path: Path) -> str:
    """Name the media type of a file."""
    guess = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return _TYPES.get(path.suffix, guess)
