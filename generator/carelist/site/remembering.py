"""What the pages and files of a site were made of, kept for the next build of the same site.

An edit of a list concerns what read one of the records that differ since; all else is taken over
from the site as it stands. Whatever else a page is made of, such as templates, words, settings and
the program, is in one key: where that differs, nothing is taken over.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.traces import Trace, find_touched, list_used, move
from carelist.exports.data_file import FileTold
from carelist.site.files import FORMER
from carelist.site.making import Made, Product
from carelist.site.unchanged import PROGRAM, VARIABLES, find_record, sign_files
from carelist.speech.locales import FOLDER
from carelist.store import find_cache

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from jinja2 import Environment

    from carelist.catalog.traces import Traces
    from carelist.site.rendering import Renderer
    from carelist.site.settings import Settings

ENDING = ".made.json"
"""Of the name of the file."""


class Before(NamedTuple):
    """A site as it stands, and what it was made of."""

    digests: dict[str, str]
    """Of the records of the list, by their places."""
    products: dict[str, Product]
    traces: Traces
    """Of what the products were made of."""

    def keep(self, digests: Mapping[str, str]) -> Before:
        """Give what need not be made again of a list, as read from that one."""
        changed = [
            number
            for number, (place, digest) in enumerate(self.digests.items())
            if digests.get(place) != digest
        ]
        touched = find_touched(self.traces, changed)
        kept = {name: one for name, one in self.products.items() if one.reads not in touched}
        traces = {name: one for name, one in self.traces.items() if name not in touched}
        if [*digests] != [*self.digests]:
            numbers = {place: number for number, place in enumerate(digests)}
            moved = [numbers.get(place, 0) for place in self.digests]
            traces, names = move(traces, moved)
            kept = {name: one._replace(reads=names[one.reads]) for name, one in kept.items()}
        return Before({**digests}, kept, traces)


class Memory:
    """Where a site is, and where it is kept what it was made of."""

    def __init__(
        self, project: Path, configuration: Path, place: Path, *, is_kept: bool = False
    ) -> None:
        """Find the file for a site in its place.

        Args:
            project: The folder of the project.
            configuration: The file of its settings.
            place: The folder of the site.
            is_kept: Whether all that it is made of is known, so that some can be taken over.
        """
        self.project, self.configuration = project, configuration
        self.place, self.is_kept = place, is_kept
        self.former = find_cache(project) / FORMER
        """Where the last site waits that gave its place away."""
        self.env: Environment | None = None
        """The templates, where this process has read them for a build before."""
        self.signature = ""
        """Of the site in its place when somebody last looked."""
        self._file = find_record(project, configuration, place).with_suffix(ENDING)

    def look(self) -> None:
        """Look at the site as it stands: once nobody else builds there, and once it is built."""
        self.signature = sign_files([str(self.place.resolve())], ())

    def find(self, key: str) -> Before | None:
        """Give the site as it stood when somebody looked.

        None where it was made of something else, or was touched since.
        """
        try:
            told = json.loads(self._file.read_bytes())
            if told["key"] != key or told["site"] != self.signature:
                return None
            names: list[bytes] = []
            traces: Traces = {}
            for packed, below in told["traces"]:
                trace = Trace(base64.b64decode(packed), tuple(names[at] for at in below))
                names.append(trace.name)
                traces[trace.name] = trace
            if _digest(names) != told["named"]:
                return None
            products = {
                name: Product(
                    name,
                    tuple(files),
                    tuple(Made(*one) for one in pages),
                    tuple(FileTold(*one) for one in data),
                    names[at],
                )
                for name, (files, pages, data, at) in told["products"].items()
            }
            return Before(told["digests"], products, traces)
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None

    def keep(self, key: str, made: Before) -> None:
        """Keep what a site was made of, once it is in its place."""
        traces = list_used(made.traces, {one.reads for one in made.products.values()})
        places = {name: at for at, name in enumerate(traces)}
        told = {
            "key": key,
            "site": self.signature,
            "digests": made.digests,
            "traces": [
                (base64.b64encode(one.packed).decode(), [places[name] for name in one.below])
                for one in traces.values()
            ],
            "named": _digest(traces),
            "products": {
                name: (one.files, one.pages, one.data, places[one.reads])
                for name, one in made.products.items()
            },
        }
        self._file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._file.with_suffix(f".{os.getpid()}")
        unfinished.write_text(json.dumps(told), encoding="utf-8")
        unfinished.replace(self._file)


def find_key(settings: Settings, renderer: Renderer) -> str:
    """Give the key of all that pages are made of besides the records of the list."""
    site = renderer.site
    roots = (*settings.own_themes, PROGRAM, settings.catalog / FOLDER)
    signature = sign_files([str(root.absolute()) for root in roots], VARIABLES)
    values = (
        (site.place, site.is_measured, site.catalog.written_in),
        (renderer.problems, renderer.remarks, renderer.left, renderer.offline),
        sorted(renderer.phrases.words),
    )
    return hashlib.sha256(f"{signature}\n{values!r}".encode("utf-8", "surrogateescape")).hexdigest()


def _digest(names: Iterable[bytes]) -> str:
    """Give a digest of the names of traces, which hang on all that these say."""
    return hashlib.sha256(b"".join(names)).hexdigest()
