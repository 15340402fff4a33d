"""Translations that are missing or behind, with the source they were made from where it is known.

Files are read as they stand, so that a draft is listed long before all of it holds together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.catalog.files import find_revision_folders, read_bytes
from generator.catalog.located_yaml import parse_yaml
from generator.catalog.problems import Position
from generator.catalog.texts import find_digest
from generator.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.catalog.located_yaml import Document, Node
    from generator.speech.locales import Locale, Locales

    Earlier = Callable[[Path], Iterator[bytes]]
    """Gives the earlier states of a file, the newest first."""

_SCALAR = re.compile(r"""^(?:"[^"]*"|'[^']*'|[^\s,}]*)""")


@dataclass(frozen=True)
class Translation:
    """A text of which a translation is not that of its present source."""

    locale: Locale
    at: Position
    where: str
    """What leads to it: keys, and the ids of what they hold."""
    state: Literal["stale", "missing"]
    before: str
    """The source that the translation was made from; empty where no file ever had it."""
    after: str
    translated: str
    digest_at: Position | None
    """Where the digest of that source stands; None where it has none."""


@dataclass(frozen=True)
class _Found:
    """A text as it stands in a file."""

    node: Node
    """Of the source."""
    text: Node
    where: str
    source: str

    def find(self, locale: Locale) -> str:
        return _read(self.text, locale.tag)

    def find_digest_node(self, locale: Locale) -> Node | None:
        """Give the digest of one translation, or that of all."""
        digest = self.text.child("digest")
        return digest.child(locale.tag) if digest and isinstance(digest.value, dict) else digest

    def find_digest(self, locale: Locale) -> str:
        node = self.find_digest_node(locale)
        return node.value if node and isinstance(node.value, str) else ""

    def is_fresh(self, locale: Locale) -> bool:
        return bool(self.find(locale)) and self.find_digest(locale) == find_digest(self.source)


def read_documents(folder: Path) -> list[tuple[Path, Document]]:
    """Read every file of the folder that holds texts, drafts among them."""
    paths = [*folder.glob("*.yml")]
    for year in find_revision_folders(folder):
        paths += year.glob("*.yml")
    read = ((path, read_bytes(path, folder)) for path in sorted(paths))
    return [(path, parse_yaml(path.as_posix(), found.content)) for path, found in read]


def find_translations(
    documents: Iterable[tuple[Path, Document]], locales: Locales, earlier: Earlier
) -> Iterator[Translation]:
    """Yield every text of which a translation is missing or stale, file by file.

    Args:
        documents: The files, each with its path.
        locales: Those of the catalog.
        earlier: Gives for a file its earlier states, in which the source that a translation was
            made from is looked for.
    """
    listed = [
        (path, list(_list_texts(document.root)) if document.root else [])
        for path, document in documents
    ]
    known = {find_digest(text.source): text.source for _, texts in listed for text in texts}
    for path, texts in listed:
        behind = [
            (text, locale)
            for text in texts
            for locale in locales.translations
            if not text.is_fresh(locale)
        ]
        wanted = {text.find_digest(one) for text, one in behind if text.find(one)} - {*known, ""}
        known |= _look_back(wanted, earlier(path)) if wanted else {}
        for text, locale in behind:
            at = Position(path.as_posix(), text.node.line, text.node.column)
            translated = text.find(locale)
            before = known.get(text.find_digest(locale), "") if translated else ""
            state: Literal["stale", "missing"] = "stale" if translated else "missing"
            mark = text.find_digest_node(locale)
            digest_at = Position(path.as_posix(), mark.line, mark.column) if mark else None
            what = text.where, state, before, text.source, translated
            yield Translation(locale, at, *what, digest_at)


def write_digests(text: str, translations: Iterable[Translation]) -> str:
    """Give a file with the digests of some of its texts as those of their present Chinese.

    It is somebody's word that the translations say the same. A digest that is missing gets a line
    of its own below the source, which stands on one line.
    """
    lines = text.split("\n")
    places = {one.digest_at or one.at: one for one in translations}
    for _, one in sorted(places.items(), reverse=True):
        written = f'"{find_digest(one.after)}"'
        if one.digest_at:
            place, start = one.digest_at.line - 1, one.digest_at.column - 1
            line = lines[place]
            lines[place] = line[:start] + _SCALAR.sub(written, line[start:], count=1)
        else:
            indent = " " * (one.at.column - 1 - len(f"{SOURCE.tag}: "))
            lines.insert(one.at.line, f"{indent}digest: {written}")
    return "\n".join(lines)


def _look_back(wanted: set[str], states: Iterator[bytes]) -> dict[str, str]:
    """Give the wordings of some digests, from as few earlier states as have them."""
    found: dict[str, str] = {}
    for content in states:
        root = parse_yaml("", content).root
        for text in _list_texts(root) if root else ():
            if (digest := find_digest(text.source)) in wanted:
                found.setdefault(digest, text.source)
        if wanted <= found.keys():
            break
    return found


def _list_texts(node: Node, where: str = "") -> Iterator[_Found]:
    """Yield every text below a node: what has a wording in the language of the source."""
    if isinstance(node.value, list):
        for place, entry in enumerate(node.value):
            yield from _list_texts(entry, _join(where, _read(entry, "id") or str(place)))
    elif isinstance(node.value, dict):
        source = node.value.get(SOURCE.tag)
        if source and isinstance(source.value, str):
            yield _Found(source, node, where, source.value)
        for key, below in node.value.items():
            yield from _list_texts(below, _join(where, key))


def _read(node: Node, key: str) -> str:
    below = node.child(key)
    return below.value if below and isinstance(below.value, str) else ""


def _join(where: str, step: str) -> str:
    return f"{where}.{step}" if where else step
