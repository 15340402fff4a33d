"""English that is missing or behind, with the Chinese it was made from where that is known.

Files are read as they stand, so that a draft is listed long before all of it holds together.
"""

from __future__ import annotations

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


@dataclass(frozen=True)
class _Found:
    """A text as it stands in a file."""

    node: Node
    where: str
    zh: str
    en: str
    digest: str

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
    """Yield every text whose English is missing or stale, file by file."""
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
            yield Translation(at, text.where, state, before, text.zh, text.en)


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
            yield _Found(chinese, where, *words)
        for key, below in node.value.items():
            yield from _list_texts(below, _join(where, key))


def _read(node: Node, key: str) -> str:
    below = node.child(key)
    return below.value if below and isinstance(below.value, str) else ""


def _join(where: str, step: str) -> str:
    return f"{where}.{step}" if where else step
