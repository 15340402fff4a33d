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
import zlib
from typing import TYPE_CHECKING, NamedTuple

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

    from carelist.site.rendering import Renderer
    from carelist.site.settings import Settings

ENDING = ".made.json"
"""Of the name of the file."""


class Before(NamedTuple):
    """A site as it stands, and what it was made of."""

    digests: dict[str, str]
    """Of the records of the list, by their places."""
    products: dict[str, Product]

    def keep(self, digests: Mapping[str, str]) -> dict[str, Product]:
        """Give what need not be made again of a list, by name, as read from that one."""
        changed = sum(
            1 << number
            for number, (place, digest) in enumerate(self.digests.items())
            if digests.get(place) != digest
        )
        kept = {name: one for name, one in self.products.items() if not one.reads & changed}
        if [*digests] == [*self.digests]:
            return kept
        numbers = {place: number for number, place in enumerate(digests)}
        moved = [numbers.get(place, 0) for place in self.digests]
        turned = {reads: _move(reads, moved) for reads in {one.reads for one in kept.values()}}
        return {name: one._replace(reads=turned[one.reads]) for name, one in kept.items()}


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
            reads = [_unpack(one) for one in told["reads"]]
            products = {
                name: Product(
                    name,
                    tuple(files),
                    tuple(Made(*one) for one in pages),
                    tuple(FileTold(*one) for one in data),
                    reads[at],
                )
                for name, (files, pages, data, at) in told["products"].items()
            }
            return Before(told["digests"], products)
        except (OSError, ValueError, KeyError, TypeError, IndexError, zlib.error):
            return None

    def keep(self, key: str, digests: Mapping[str, str], products: Iterable[Product]) -> None:
        """Keep what a site was made of, once it is in its place."""
        made = [*products]
        places = {reads: at for at, reads in enumerate(dict.fromkeys(one.reads for one in made))}
        told = {
            "key": key,
            "site": self.signature,
            "digests": digests,
            "reads": [_pack(one) for one in places],
            "products": {
                one.name: (one.files, one.pages, one.data, places[one.reads]) for one in made
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


def _pack(reads: int) -> str:
    written = reads.to_bytes(reads.bit_length() // 8 + 1, "little")
    return base64.b64encode(zlib.compress(written, 1)).decode()


def _unpack(told: str) -> int:
    return int.from_bytes(zlib.decompress(base64.b64decode(told)), "little")


def _move(reads: int, moved: list[int]) -> int:
    """Give the numbers of records by their places in another list."""
    marks = bytearray(max(moved, default=0) // 8 + 1)
    for old, digit in enumerate(reversed(f"{reads:b}")):
        if digit == "1":
            marks[moved[old] >> 3] |= 1 << (moved[old] & 7)
    return int.from_bytes(marks, "little")
