"""Translations that are missing or behind, with the source they were made from where it is known.

Files are read as they stand, so that a draft is listed long before all of it holds together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from carelist.catalog.files import find_revision_folders, read_bytes
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.problems import Position
from carelist.catalog.texts import find_digest
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from carelist.catalog.located_yaml import Document, Node
    from carelist.speech.locales import Locale, Locales

    Earlier = Callable[[Path], Iterator[bytes]]
    """Gives the earlier states of a file, the newest first."""

_SCALAR = re.compile(r"""^(?:"[^"]*"|'[^']*'|[^\s,}]*)""")


class Slot(NamedTuple):
    """Where a file has the digest of a translation, or where one is to be put."""

    line: int
    column: int
    key: str
    """Under which it is put into the mapping that begins there; empty where it stands there."""


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
    digest_at: Slot


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

    def find_slot(self, locale: Locale) -> Slot:
        """Give the place of the digest of one translation, or of that of all."""
        holder, key = self.text, "digest"
        found = holder.child(key)
        if found and isinstance(found.value, dict):
            holder, key = found, locale.tag
            found = holder.child(key)
        node = found or holder
        return Slot(node.line, node.column, "" if found else key)

    def find_digest(self, locale: Locale) -> str:
        digest = self.text.child("digest")
        by_tag = digest is not None and isinstance(digest.value, dict)
        return _read(digest, locale.tag) if digest and by_tag else _read(self.text, "digest")

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
            what = text.where, state, before, text.source, translated
            yield Translation(locale, at, *what, text.find_slot(locale))


def write_digests(text: str, translations: Iterable[Translation]) -> str:
    """Give a file with the digests of some of its texts as those of their present Chinese.

    It is somebody's word that the translations say the same. One that is missing is put first into
    its mapping, which may stand in braces.
    """
    lines = text.split("\n")
    written = {one.digest_at: f'"{find_digest(one.after)}"' for one in translations}
    for slot, digest in sorted(written.items(), reverse=True):
        line, start = lines[slot.line - 1], slot.column - 1
        before, behind = line[:start], line[start:]
        if not slot.key:
            behind = _SCALAR.sub(digest, behind, count=1)
        elif behind.startswith("{"):
            behind = f"{{{slot.key}: {digest}, {behind[1:].lstrip()}"
        else:
            behind = f"{slot.key}: {digest}\n{' ' * start}{behind}"
        lines[slot.line - 1] = before + behind
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
