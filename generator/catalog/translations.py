"""English that is missing or behind, with the Chinese it was made from where that is known.

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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.catalog.located_yaml import Document, Node

    Earlier = Callable[[Path], Iterator[bytes]]
    """Gives the earlier states of a file, the newest first."""

_SCALAR = re.compile(r"""^(?:"[^"]*"|'[^']*'|[^\s,}]*)""")


@dataclass(frozen=True)
class Translation:
    """A text whose English is not that of its present Chinese."""

    at: Position
    where: str
    """What leads to it: keys, and the ids of what they hold."""
    state: Literal["stale", "missing"]
    before: str
    """The Chinese that the English was made from; empty where no file ever had it."""
    after: str
    english: str
    digest_at: Position | None
    """Where the digest of that Chinese stands; None where it has none."""


@dataclass(frozen=True)
class _Found:
    """A text as it stands in a file."""

    node: Node
    where: str
    zh: str
    en: str
    digest: str
    digest_node: Node | None

    @property
    def is_fresh(self) -> bool:
        return bool(self.en) and self.digest == find_digest(self.zh)


def read_documents(folder: Path) -> list[tuple[Path, Document]]:
    """Read every file of the folder that holds texts, drafts among them."""
    paths = [*folder.glob("*.yml")]
    for year in find_revision_folders(folder):
        paths += year.glob("*.yml")
    read = ((path, read_bytes(path, folder)) for path in sorted(paths))
    return [(path, parse_yaml(path.as_posix(), found.content)) for path, found in read]


def find_translations(
    documents: Iterable[tuple[Path, Document]], earlier: Earlier
) -> Iterator[Translation]:
    """Yield every text whose English is missing or stale, file by file.

    Args:
        documents: The files, each with its path.
        earlier: Gives for a file its earlier states, in which the Chinese that the English was
            made from is looked for.
    """
    listed = [
        (path, list(_list_texts(document.root)) if document.root else [])
        for path, document in documents
    ]
    known = {find_digest(text.zh): text.zh for _, texts in listed for text in texts}
    for path, texts in listed:
        behind = [text for text in texts if not text.is_fresh]
        wanted = {text.digest for text in behind if text.en} - {*known, ""}
        known |= _look_back(wanted, earlier(path)) if wanted else {}
        for text in behind:
            at = Position(path.as_posix(), text.node.line, text.node.column)
            before = known.get(text.digest, "") if text.en else ""
            state: Literal["stale", "missing"] = "stale" if text.en else "missing"
            mark = text.digest_node
            digest_at = Position(path.as_posix(), mark.line, mark.column) if mark else None
            yield Translation(at, text.where, state, before, text.zh, text.en, digest_at)


def write_digests(text: str, translations: Iterable[Translation]) -> str:
    """Give a file with the digests of some of its texts as those of their present Chinese.

    It is somebody's word that the English says the same. A digest that is missing gets a line of
    its own below the Chinese, which stands on one line.
    """
    lines = text.split("\n")
    for one in sorted(translations, key=lambda one: one.at, reverse=True):
        written = f'"{find_digest(one.after)}"'
        if one.digest_at:
            place, start = one.digest_at.line - 1, one.digest_at.column - 1
            line = lines[place]
            lines[place] = line[:start] + _SCALAR.sub(written, line[start:], count=1)
        else:
            indent = " " * (one.at.column - 1 - len("zh: "))
            lines.insert(one.at.line, f"{indent}digest: {written}")
    return "\n".join(lines)


def _look_back(wanted: set[str], states: Iterator[bytes]) -> dict[str, str]:
    """Give the wordings of some digests, from as few earlier states as have them."""
    found: dict[str, str] = {}
    for content in states:
        root = parse_yaml("", content).root
        for text in _list_texts(root) if root else ():
            if (digest := find_digest(text.zh)) in wanted:
                found.setdefault(digest, text.zh)
        if wanted <= found.keys():
            break
    return found


def _list_texts(node: Node, where: str = "") -> Iterator[_Found]:
    """Yield every text below a node: what has a Chinese wording of its own."""
    if isinstance(node.value, list):
        for place, entry in enumerate(node.value):
            yield from _list_texts(entry, _join(where, _read(entry, "id") or str(place)))
    elif isinstance(node.value, dict):
        chinese = node.value.get("zh")
        if chinese and isinstance(chinese.value, str):
            words = chinese.value, _read(node, "en"), _read(node, "digest")
            yield _Found(chinese, where, *words, node.child("digest"))
        for key, below in node.value.items():
            yield from _list_texts(below, _join(where, key))


def _read(node: Node, key: str) -> str:
    below = node.child(key)
    return below.value if below and isinstance(below.value, str) else ""


def _join(where: str, step: str) -> str:
    return f"{where}.{step}" if where else step
