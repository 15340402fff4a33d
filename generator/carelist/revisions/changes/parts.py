"""Changes of any part: what has no class of its own is still told, and lost never."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.texts import Text
from carelist.revisions.changes.base import Change
from carelist.revisions.content import find_key, insert, order, put, remove
from carelist.revisions.describing import Description
from carelist.revisions.kinds import ChangeKind
from carelist.revisions.substance import differ

if TYPE_CHECKING:
    from carelist.revisions.content import Content, Path
    from carelist.revisions.naming import Names


class OfPart(Change):
    """A change at a path."""

    path: Path
    told_as: ChangeKind

    @property
    def kind(self) -> ChangeKind:
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
    told_as: ChangeKind

    @property
    def is_major(self) -> bool:
        """Whether official words say something else."""
        if not (isinstance(self.before, Text) and isinstance(self.after, Text)):
            return super().is_major
        return self.told_as.is_major and differ(self.before.source, self.after.source)

    def apply(self, content: Content) -> Content:
        """Set the value."""
        return put(content, self.path, self.after)

    def describe(self, names: Names) -> Description:
        """The part, and both wordings where it is a text."""
        before = self.before if isinstance(self.before, Text) else None
        after = self.after if isinstance(self.after, Text) else None
        return Description({**name_part(self, names)}, before, after)


@dataclass(frozen=True)
class EntryAdded(OfPart):
    """One more entry of a list."""

    path: Path
    """Of the list."""
    entry: object
    place: int
    told_as: ChangeKind

    def apply(self, content: Content) -> Content:
        """Add the entry."""
        return insert(content, self.path, self.entry, self.place)

    def describe(self, names: Names) -> Description:
        """The list; of what readers do not see, the entry too."""
        return Description(_name_entry(self, names))


@dataclass(frozen=True)
class EntryRemoved(OfPart):
    """One entry less of a list."""

    path: Path
    """Of the list."""
    key: str
    entry: object
    told_as: ChangeKind

    def apply(self, content: Content) -> Content:
        """Take the entry out."""
        return remove(content, self.path, self.key)

    def describe(self, names: Names) -> Description:
        """The list; of what readers do not see, the entry too."""
        return Description(_name_entry(self, names))


@dataclass(frozen=True)
class Reordered(OfPart):
    """The same entries in another order."""

    path: Path
    before: tuple[str, ...]
    after: tuple[str, ...]
    told_as: ChangeKind

    def apply(self, content: Content) -> Content:
        """Put the entries into the order."""
        return order(content, self.path, self.after)

    def describe(self, names: Names) -> Description:
        """The list."""
        return Description({**name_part(self, names)})


@dataclass(frozen=True)
class Reread(Change):
    """A change of official words that comes from reading the same copy otherwise."""

    change: Change
    kind = ChangeKind.READING_CORRECTED

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

    def describe(self, names: Names) -> Description:
        """What its change gives."""
        return self.change.describe(names)


def unwrap(change: Change) -> Change:
    """Give what a corrected reading changes; any other change is that itself."""
    return change.change if isinstance(change, Reread) else change


def _name_entry(change: EntryAdded | EntryRemoved, names: Names) -> dict[str, str]:
    values = name_part(change, names)
    if change.kind == ChangeKind.BOOKKEEPING:
        return {"what": f"{values['what']}/{find_key(change.entry)}"}
    return values


def name_part(change: OfPart, names: Names) -> dict[str, str]:
    """Name a part by the last step of its path that has a name, behind the clause it is of."""
    path = change.path
    if change.kind == ChangeKind.BOOKKEEPING:
        return {"what": "/".join(path)}
    if path[:2] == ("notice", "measures") and len(path) > 2:  # noqa: PLR2004  # an entry's path
        measures = names.after.revision.notice.measures
        measure = names.write(next(m.heading for m in measures if m.id == path[2]))
        what = names.say(f"part_{path[-1]}")
        return {"measure": measure, "what": names.say("answer", fact=measure, options=what)}
    if path == ("how_read", "readings") and isinstance(change, Reordered):
        return {"what": names.words.part_order_of_readings}
    if path[:2] == ("how_read", "readings"):
        return {"what": _name_reading(change, names)}
    known = [part for step in path if (part := names.words.get(f"part_{step}"))]
    what = known[-1] if known else names.words.other_part
    if f"part_{path[0]}" in names.words and len(known) > 1:
        what = names.say("answer", fact=known[0], options=what)
    if path[3:4] == ("clauses",) and path[4:]:
        what = names.say("answer", fact=names.clause(path[2], path[4]), options=what)
    return {"what": what}


def _name_reading(change: OfPart, names: Names) -> str:
    """Name a reading by what it says to a reader."""
    entry = getattr(change, "entry", None)
    key = find_key(entry) if entry else change.path[-2]
    listed = (*names.after.revision.readings, *names.before.revision.readings)
    return names.write(next(reading.plain for reading in listed if reading.id == key))
