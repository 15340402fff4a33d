"""Changes of any part: what has no class of its own is still told, and lost never."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalog.texts import Text
from generator.revisions.changes.base import Change
from generator.revisions.content import insert, order, put, remove
from generator.revisions.kinds import MAJOR, Kind
from generator.revisions.substance import differ

if TYPE_CHECKING:
    from generator.revisions.content import Content, Path


class OfPart(Change):
    """A change at a path."""

    path: Path
    told_as: Kind

    @property
    def kind(self) -> Kind:
        """What it was found to be: the path alone does not say."""
        return self.told_as

    @property
    def concerns(self) -> tuple[str, ...]:
        """The service that the part is of."""
        return self.path[2:3] if self.path[:2] == ("rows", "services") else ()


@dataclass(frozen=True)
class PartChanged(OfPart):
    """A part with another value."""

    path: Path
    before: object
    after: object
    told_as: Kind

    @property
    def is_major(self) -> bool:
        """Whether official words say something else."""
        if not (isinstance(self.before, Text) and isinstance(self.after, Text)):
            return super().is_major
        return self.told_as in MAJOR and differ(self.before.zh, self.after.zh)

    def apply(self, content: Content) -> Content:
        """Set the value."""
        return put(content, self.path, self.after)


@dataclass(frozen=True)
class EntryAdded(OfPart):
    """One more entry of a list."""

    path: Path
    """Of the list."""
    entry: object
    place: int
    told_as: Kind

    def apply(self, content: Content) -> Content:
        """Add the entry."""
        return insert(content, self.path, self.entry, self.place)


@dataclass(frozen=True)
class EntryRemoved(OfPart):
    """One entry less of a list."""

    path: Path
    """Of the list."""
    key: str
    entry: object
    told_as: Kind

    def apply(self, content: Content) -> Content:
        """Take the entry out."""
        return remove(content, self.path, self.key)


@dataclass(frozen=True)
class Reordered(OfPart):
    """The same entries in another order."""

    path: Path
    before: tuple[str, ...]
    after: tuple[str, ...]
    told_as: Kind

    def apply(self, content: Content) -> Content:
        """Put the entries into the order."""
        return order(content, self.path, self.after)


@dataclass(frozen=True)
class Reread(Change):
    """A change of official words that comes from reading the same copy otherwise."""

    change: Change
    kind = Kind.READING_CORRECTED

    @property
    def is_major(self) -> bool:
        """Whether what it changes is."""
        return self.change.is_major

    @property
    def concerns(self) -> tuple[str, ...]:
        """What its change concerns."""
        return self.change.concerns

    def apply(self, content: Content) -> Content:
        """Make the change."""
        return self.change.apply(content)


def unwrap(change: Change) -> Change:
    """Give what a corrected reading changes; any other change is that itself."""
    return change.change if isinstance(change, Reread) else change
