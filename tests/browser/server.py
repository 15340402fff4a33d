"""A small web server that answers as GitHub Pages does: folders, and one page for the rest."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Handler(SimpleHTTPRequestHandler):
    """Answers for one folder."""

    extensions_map = {  # noqa: RUF012  # as the class above declares it
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
    }

    def __init__(self, *arguments: object, base: str, directory: str) -> None:
        self._base = base
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file of an address below the base path; one that is not there for others."""
        below = urlsplit(path).path
        if not below.startswith(self._base):
            return super().translate_path("/nothing/outside")
        return super().translate_path("/" + below.removeprefix(self._base))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where there is nothing."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        with open(f"{self.directory}/404.html", "rb") as file:  # noqa: PTH123  # a path as the server keeps it
            content = file.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep what a server's log would hold of a request."""
        del code, size
        server = cast("SiteServer", self.server)
        server.heard.append(f"{self.requestline} {self.headers.get('Referer', '')}")

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


class SiteServer(ThreadingHTTPServer):
    """The server of one folder, below a path."""

    daemon_threads = True

    def __init__(self, folder: Path, base: str) -> None:
        handler = partial(Handler, base=base, directory=str(folder))
        super().__init__(("127.0.0.1", 0), handler)
        self.heard: list[str] = []
        """The request line of each request, and the page that it says it comes from."""
        self.url = f"http://127.0.0.1:{self.server_port}{base}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that has left; tell of anything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serve_folder(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve a folder, which may be filled later, and give its address."""
    with run_server(folder, base) as server:
        yield server.url


@contextmanager
def run_server(folder: Path, base: str = "/") -> Iterator[SiteServer]:
    """Serve a folder, and give its server."""
    with SiteServer(folder, base) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
