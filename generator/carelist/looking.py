"""Answers whoever looks at a site while an editor works on it: edits are seen at once.

MkDocs' server answers for files; what is made of the list is made when it is asked for. Files are
watched by what the system tells of them, and not looked through twice a second. Texts that are
written by hand are converted again where something of them differs.
"""

from __future__ import annotations

import os
import posixpath
from enum import Enum, auto
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

from carelist.closed import are_inside
from carelist.edits import EDITS, SETTLED
from carelist.site.making import INDEX
from carelist.site.unchanged import sign_files
from carelist.speech.locales import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import ObservedWatch

    from carelist.site.on_demand import OnDemand

SNIPPET = "--8<--"
"""Stands where a text takes in a file, which may change while the text stays."""
HTML = (".html", "/")
TOLD = "livereload/"
"""Begins the addresses by which a browser asks to be told of the next build."""
STANDING = (".css", ".ico", ".jpg", ".mjs", ".pdf", ".png", ".svg", ".webp", ".woff2")
"""What files end with that nothing but the kit is made of."""


class Edits:
    """An observer of folders that tells of what is saved, moved or removed, and not of reading."""

    def __init__(self) -> None:
        """Observe nothing yet."""
        self._observer = Observer()
        self._edited: set[str] = set()
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
        noting = _Noting(self._edited.add, handler)
        return self._observer.schedule(noting, path, recursive=recursive, event_filter=EDITS)

    def take(self) -> set[str]:
        """Give the paths that were edited since somebody asked."""
        edited = {*self._edited}
        self._edited -= edited
        return edited


class _Noting(FileSystemEventHandler):
    """Notes what was edited before it tells another handler."""

    def __init__(self, note: Callable[[str], None], handler: FileSystemEventHandler) -> None:
        self._note, self._handler = note, handler

    def dispatch(self, event: FileSystemEvent) -> None:
        """Note the paths of an event, and pass it on."""
        for path in (event.src_path, event.dest_path):
            if path:
                self._note(os.fsdecode(path))
        self._handler.dispatch(event)


class Turned(Enum):
    """How much of a site that is looked at could be made of another list without MkDocs."""

    NOT = auto()
    BUT_FOR_KIT = auto()
    WHOLLY = auto()


class Looking:
    """The answers of a server of MkDocs, and what it does after an edit."""

    def __init__(
        self,
        server: LiveReloadServer,
        find: Callable[[], OnDemand | None],
        catalog: Path,
        turn: Callable[[], Turned],
    ) -> None:
        """Answer in place of a server.

        Args:
            server: Of MkDocs.
            find: Gives what was built last.
            catalog: The folder of the list.
            turn: Makes the site of the list as it is now, and tells how much of it.
        """
        self._server, self._find = server, find
        self._catalog, self._turn = catalog.resolve(), turn
        self._edits, self._is_behind = _watch_by_events(server), False
        self._build, server.builder = server.builder, self.build
        self._tell_error, server.error_handler = server.error_handler, self.tell_error
        server.set_app(self.answer)

    def _is_standing(self, address: str) -> bool:
        """Whether an image, a script or the like stands in a file: nothing is made to find it."""
        return address.endswith(STANDING) and Path(self._server.root, address).is_file()

    def build(self) -> None:
        """Build what was edited: all of it, unless the list alone was."""
        is_listed = all(map(self._is_listed, self._edits.take()))
        turned = self._turn() if is_listed and not self._is_behind else Turned.NOT
        if turned is Turned.WHOLLY:
            return
        if turned is Turned.BUT_FOR_KIT:
            self._show()
        self._is_behind = True  # until all that was edited is built
        self._build()
        self._is_behind = False

    def _show(self) -> None:
        """Let browsers fetch pages now, while posters are made; the server tells them once."""
        server = self._server
        with server._epoch_cond:  # noqa: SLF001  # as it does itself
            server._visible_epoch = server._wanted_epoch  # noqa: SLF001
            server._epoch_cond.notify_all()  # noqa: SLF001

    def tell_error(self, code: int) -> bytes | None:
        """Give the page of an error."""
        on_demand = self._find()
        if on_demand and code == HTTPStatus.NOT_FOUND:
            return on_demand.make_not_found()
        return self._tell_error(code)

    def _is_listed(self, path: str) -> bool:
        """Whether a file or folder is of the list, and holds no words of its own."""
        edited = Path(path).resolve()
        is_word = edited.is_relative_to(self._catalog / FOLDER)
        return edited.is_relative_to(self._catalog) and not is_word

    def answer(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a request for what is made of the list, or let the server answer."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        on_demand, mount = self._find(), self._server.mount_path
        if not on_demand or not path.startswith(mount):
            return self._server.serve_request(environ, start)
        address = posixpath.normpath(f"/{path.removeprefix(mount)}").lstrip("/")
        is_folder = path.endswith("/")
        if address.startswith(TOLD) or self._is_standing(address):
            return self._server.serve_request(environ, start)
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


def _watch_by_events(server: LiveReloadServer) -> Edits:
    """Watch by what the system tells of files, and build as soon as one is saved."""
    watched = [*server._watched_paths]  # noqa: SLF001  # it has no other way to tell
    for path in watched:
        server.unwatch(path)
    server.observer = edits = Edits()  # type: ignore[assignment]  # as much of one as the server asks for
    server.build_delay = SETTLED
    for path in watched:
        server.watch(path)
    return edits


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
