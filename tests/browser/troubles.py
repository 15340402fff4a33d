"""A server in trouble: it hangs, drips, fails, or answers as somebody else; or publishes anew."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.browser.server import Handler, SiteServer
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

DRIP = 0.1
TOLD = {
    "": r"没能从网上打开这一页。这是 \d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d 存在这台设备上的，"
    r"可能不是最新的。",
    "en/": r"The network did not bring this page\. This copy was saved on "
    r"\d{1,2} [A-Z][a-z]+ \d{4} at \d\d:\d\d and may be out of date\.",
}
"""By the beginning of an address: what the line above a copy says."""
PORTAL = (
    b"<!doctype html><html lang=zh><title>Free WiFi</title><h1>Welcome to Free WiFi</h1></html>"
)


class Trouble(Enum):
    """What becomes of a request."""

    HANGS = auto()
    """It is answered once the server is released, and not before."""
    DRIPS = auto()
    """Headers come, then a byte at a time until the server is released."""
    PORTAL_PAGE = auto()
    """A page of another kind, with status 200."""
    PORTAL_REDIRECT = auto()
    """The browser is led to another host."""
    BREAKS_OFF = auto()
    """Half of the page comes."""
    STATUS_404 = 404
    STATUS_410 = 410
    STATUS_500 = 500
    STATUS_502 = 502
    STATUS_503 = 503
    STATUS_504 = 504


@dataclass
class Publication:
    """A site that is published below some paths of one host, and what troubles there are."""

    url: str = ""
    """Of the host, with a slash at the end."""
    find_trouble: Callable[[str], Trouble | None] = lambda _: None
    """By the path that is asked for."""
    released: Event = field(default_factory=Event)
    patience: int = 1000
    """Milliseconds that workers give the network here; those of readers give it more."""
    asked: list[str] = field(default_factory=list)
    """Every path that was asked for."""

    def trouble_all(self, trouble: Trouble | None, *but: str) -> None:
        """Let all requests come to a trouble, but those of paths with some ends."""
        self.released = Event()
        self.find_trouble = lambda path: None if but and path.endswith(but) else trouble

    def recover(self) -> None:
        """Answer all that hangs or drips, and all that comes."""
        self.find_trouble = lambda _: None
        self.released.set()


class _Handler(Handler):
    def __init__(
        self, *arguments: object, publication: Publication, mounts: Mapping[str, Path]
    ) -> None:
        self._publication, self._mounts = publication, mounts
        super().__init__(*arguments, base="/", directory="/nothing")

    def do_GET(self) -> None:  # noqa: N802  # as http.server calls it
        """Answer, or not."""
        path = urlsplit(self.path).path
        base = max((one for one in self._mounts if path.startswith(one)), key=len, default=None)
        if base is None:
            self._send(404, "text/plain", b"")
            return
        self._base, self.directory = base, str(self._mounts[base])
        self._publication.asked.append(path)
        trouble, released = self._publication.find_trouble(path), self._publication.released
        if trouble is Trouble.HANGS:
            released.wait(60)
        if trouble in {None, Trouble.HANGS}:
            self._give(path)
        elif trouble is Trouble.PORTAL_REDIRECT:
            self.send_response(302)
            self.send_header("Location", self._publication.url.replace("127.0.0.1", "localhost"))
            self.end_headers()
        elif trouble is Trouble.PORTAL_PAGE:
            self._send(200, "text/html", PORTAL)
        elif trouble in {Trouble.DRIPS, Trouble.BREAKS_OFF}:
            self._drip(path, released if trouble is Trouble.DRIPS else None)
        elif trouble:
            self._send(trouble.value, "text/html", b"<html><h1>Trouble</h1></html>")

    def end_headers(self) -> None:
        """Let browsers ask anew each time: what they keep by themselves is not what is tried."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def _give(self, path: str) -> None:
        if not path.endswith("/service-worker.js"):
            super().do_GET()
            return
        with open(self.translate_path(self.path), encoding="utf-8") as file:  # noqa: PTH123  # as above
            script = file.read()
        quick = re.sub(r'"patience":\d+', f'"patience":{self._publication.patience}', script)
        self._send(200, "text/javascript", quick.encode())

    def _drip(self, path: str, released: Event | None) -> None:
        """Send the headers and half of a page; the rest a byte at a time, or never."""
        file = self.translate_path(path)
        with open(f"{file}/index.html" if path.endswith("/") else file, "rb") as page:  # noqa: PTH123
            content = page.read()
        half = len(content) // 2
        self._send(
            200,
            self.guess_type("x.html" if path.endswith("/") else path),
            content[:half],
            size=len(content),
        )
        if released is None:
            self.wfile.flush()
            self.close_connection = True
            return
        rest = content[half:]
        while rest and not released.is_set():
            self.wfile.write(rest[:1])
            rest = rest[1:]
            time.sleep(DRIP)
        self.wfile.write(rest)

    def _send(self, status: int, kind: str, content: bytes, size: int | None = None) -> None:
        self.send_response(status)
        self.send_header(
            "Content-Type", f"{kind}; charset=utf-8" if "/" in kind and ";" not in kind else kind
        )
        self.send_header("Content-Length", str(len(content) if size is None else size))
        self.end_headers()
        self.wfile.write(content)


class _Server(SiteServer):
    def __init__(self, handler: Callable[..., Handler]) -> None:
        ThreadingHTTPServer.__init__(self, ("127.0.0.1", 0), handler)
        self.heard = []


@contextmanager
def publish(mounts: Mapping[str, Path]) -> Iterator[Publication]:
    """Publish sites, each below a path of one host."""
    publication = Publication()
    with _Server(partial(_Handler, publication=publication, mounts=mounts)) as server:
        publication.url = f"http://127.0.0.1:{server.server_port}/"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield publication
        finally:
            publication.recover()
            server.shutdown()
            thread.join()


def copy_site(built: Path, folder: Path) -> Path:
    """A copy of a built site that can be published anew, without what is printed."""
    return shutil.copytree(built, folder, ignore=shutil.ignore_patterns("*.png", "*.pdf", "*.zip"))


def publish_anew(site: Path, before: str, after: str, *, with_worker: bool = True) -> None:
    """Change words on all pages, and all that the build derives from their content.

    Without a worker of its own, the one of readers stays at work: a browser sets a newer one in its
    place when it likes, and in tests a visit of that very moment was not answered for minutes.
    """
    for page in site.rglob("index.html"):
        page.write_text(page.read_text("utf-8").replace(before, after), "utf-8")
    version = f"2025-{hashlib.sha256(after.encode()).hexdigest()[:12]}"
    for locale in LOCALES:
        file = site / f"scripts/whole.{locale}.json"
        whole = json.loads(file.read_text("utf-8"))
        for address in whole["pages"]:
            content = (site / address / "index.html").read_bytes()
            whole["pages"][address] = hashlib.sha256(content).hexdigest()[:12]
        file.write_text(json.dumps(whole | {"version": version}), "utf-8")
    if not with_worker:
        return
    worker = site / "service-worker.js"
    worker.write_text(
        re.sub(r'"version":"[^"]*"', f'"version":"{version}"', worker.read_text("utf-8")), "utf-8"
    )
