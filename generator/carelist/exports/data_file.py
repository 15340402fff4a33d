"""A file of the whole list, with what is said of it: what it weighs, its digest, its standard."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from carelist.speech.locales import Locale

MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ttl": "text/turtle",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""By the end of a file's name."""


def find_media_type(path: str) -> str:
    """Give the media type of a file, as IANA registers it."""
    return MEDIA_TYPES[path.rpartition(".")[2]]


class FileTold(NamedTuple):
    """What is told of a file of the whole list."""

    path: str
    """Below `data/`."""
    key: str
    """What words call it by."""
    size: int
    """In bytes."""
    sha256: str

    def tell(self, locale: Locale) -> str:
        """Say what it is."""
        return locale.words("data")[f"file_{self.key}"]


class Stated(NamedTuple):
    """A file of the whole list without its content."""

    told: FileTold
    standard: str | None
    """The address of what it conforms to."""

    @property
    def media_type(self) -> str:
        """As IANA registers it."""
        return find_media_type(self.told.path)


@dataclass(frozen=True)
class DataFile:
    """A file of the whole list."""

    path: str
    """Below `data/`."""
    key: str
    """What words call it by."""
    content: bytes
    standard: str | None = None
    """The address of what it conforms to."""

    @property
    def media_type(self) -> str:
        """As IANA registers it."""
        return find_media_type(self.path)

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content)

    @property
    def sha256(self) -> str:
        """The digest of its content, in hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()

    def tell(self, locale: Locale) -> str:
        """Say what it is."""
        return locale.words("data")[f"file_{self.key}"]

    @property
    def told(self) -> FileTold:
        """What is told of it, without its content."""
        return FileTold(self.path, self.key, self.size, self.sha256)
