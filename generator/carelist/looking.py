"""Answers whoever looks at a site while an editor works on it: edits are seen at once.

MkDocs' server answers for files; what is made of the list is made when it is asked for. Files are
watched by what the system tells of them, and not looked through twice a second. Texts that are
written by hand are converted again where something of them differs.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
)
from watchdog.observers import Observer

from carelist.closed import are_inside
from carelist.site.making import INDEX
from carelist.site.unchanged import sign_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from watchdog.events import FileSystemEventHandler
    from watchdog.observers.api import ObservedWatch

    from carelist.site.on_demand import OnDemand

SNIPPET = "--8<--"
"""Stands where a text takes in a file, which may change while the text stays."""
SETTLED = 0.03
"""Seconds without another event after which a file is taken to be saved."""
HTML = (".html", "/")
EDITS: list[type[FileSystemEvent]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirModifiedEvent, DirMovedEvent),
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]
"""Events by which a site changes."""


class Edits:
    """An observer of folders that tells of what is saved, moved or removed, and not of reading."""

    def __init__(self) -> None:
        """Observe nothing yet."""
        self._observer = Observer()
        self.start, self.stop, self.join = (
            self._observer.start,
            self._observer.stop,
            self._observer.join,
        )
        self.unschedule = self._observer.unschedule

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool
    ) -> ObservedWatch:
        """Tell a handler of what is edited below a path."""
        return self._observer.schedule(handler, path, recursive=recursive, event_filter=EDITS)


class Looking:
    """The answers of a server of MkDocs."""

    def __init__(self, server: LiveReloadServer, find: Callable[[], OnDemand | None]) -> None:
        """Answer in place of a server; `find` gives what was built last."""
        self._server, self._find = server, find
        _watch_by_events(server)
        server.set_app(self.answer)

    def answer(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request for what is made of the list, or let the server answer."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        on_demand, mount = self._find(), self._server.mount_path
        if not on_demand or not path.startswith(mount):
            return self._server.serve_request(environ, start)
        address = posixpath.normpath(f"/{path.removeprefix(mount)}").lstrip("/")
        is_folder = path.endswith("/")
        content = on_demand.find(posixpath.join(address, INDEX) if is_folder else address)
        if content is None and not is_folder and on_demand.is_page(f"{address}/{INDEX}"):
            start("302 Found", [("Location", f"{quote(path)}/")])
            return []
        if content is None:
            return self._server.serve_request(environ, start)
        if path.endswith(HTML):
            epoch = self._server._visible_epoch  # noqa: SLF001  # what its script asks for
            content = self._server._inject_js_into_html(content, epoch)  # noqa: SLF001  # as it does
        kind = self._server._guess_type(INDEX if is_folder else path)  # noqa: SLF001  # as it does
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]


def _watch_by_events(server: LiveReloadServer) -> None:
    """Watch by what the system tells of files, and build as soon as one is saved."""
    watched = [*server._watched_paths]  # noqa: SLF001  # it has no other way to tell
    for path in watched:
        server.unwatch(path)
    server.observer = Edits()  # type: ignore[assignment]  # as much of one as the server asks for
    server.build_delay = SETTLED
    for path in watched:
        server.watch(path)


class Converted:
    """What became of each text while somebody edits a site, by the name of its file."""

    def __init__(self) -> None:
        """Know no text yet."""
        self._asked: dict[str, object] = {}
        self._known: dict[str, tuple[object, str]] = {}

    def shorten(self, name: str, text: str, files: Files, config: MkDocsConfig) -> str:
        """Give a text as it is to be converted; nothing of one whose HTML is known."""
        self._asked[name] = basis = _find_basis(text, files, config)
        known = self._known.get(name)
        return "" if basis and known and known[0] == basis else text

    def give(self, name: str, html: str) -> str:
        """Give the HTML of a text, which `html` is where it was not known."""
        basis, known = self._asked.get(name), self._known.get(name)
        if basis and known and known[0] == basis:
            return known[1]
        self._known[name] = basis, html
        return html


def _find_basis(text: str, files: Files, config: MkDocsConfig) -> object:
    """Give all that the HTML of a text hangs on; None where it takes in what nobody watches.

    What a text links to leads elsewhere where other files are there.
    """
    there = hash(tuple(file.src_uri for file in files))
    if SNIPPET not in text:
        return text, there
    docs = Path(config.docs_dir)
    return (text, there, sign_files([str(docs)], ())) if are_inside(config, docs) else None
