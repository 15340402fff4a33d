"""What changed in the notice around the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.texts import Text
from carelist.revisions.changes.base import Change
from carelist.revisions.content import insert, put, remove
from carelist.revisions.describing import Description
from carelist.revisions.kinds import ChangeKind
from carelist.revisions.substance import differ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Measure, Notice, Readings
    from carelist.revisions.content import Content, Copy
    from carelist.revisions.naming import Names

HEAD = ("number", "title", "printed_on", "colophon")
"""What names one document and no other."""


@dataclass(frozen=True)
class MeasureAdded(Change):
    """A new paragraph of the notice."""

    measure: Measure
    place: int
    kind = ChangeKind.MEASURE_ADDED

    def apply(self, content: Content) -> Content:
        """Add the paragraph."""
        return insert(content, ("notice", "measures"), self.measure, self.place)

    def describe(self, names: Names) -> Description:
        """Its heading, and its words."""
        return Description({"measure": names.write(self.measure.heading)}, None, self.measure.text)


@dataclass(frozen=True)
class MeasureWithdrawn(Change):
    """A paragraph that the notice no longer has."""

    measure: Measure
    kind = ChangeKind.MEASURE_WITHDRAWN

    def apply(self, content: Content) -> Content:
        """Take the paragraph out."""
        return remove(content, ("notice", "measures"), self.measure.id)

    def describe(self, names: Names) -> Description:
        """Its heading, and its words."""
        return Description({"measure": names.write(self.measure.heading)}, self.measure.text, None)


@dataclass(frozen=True)
class IssuerAdded(Change):
    """One more body that issues the list."""

    department: str
    place: int
    kind = ChangeKind.ISSUER_ADDED

    def apply(self, content: Content) -> Content:
        """Add the body."""
        return insert(content, ("notice", "issuers"), self.department, self.place)

    def describe(self, names: Names) -> Description:
        """The body."""
        return Description({"department": names.departments((self.department,))})


@dataclass(frozen=True)
class IssuerRemoved(Change):
    """One body less that issues the list."""

    department: str
    kind = ChangeKind.ISSUER_REMOVED

    def apply(self, content: Content) -> Content:
        """Take the body out."""
        return remove(content, ("notice", "issuers"), self.department)

    def describe(self, names: Names) -> Description:
        """The body."""
        return Description({"department": names.departments((self.department,))})


@dataclass(frozen=True)
class NoticeIssued(Change):
    """Another document: its number, title, dates, and the names it goes by."""

    before: Notice
    after: Notice
    kind = ChangeKind.NOTICE_ISSUED

    @property
    def is_major(self) -> bool:
        """Whether what names it says something else."""
        return any(differ(*pair) for pair in self.list_names())

    def list_names(self) -> Iterator[tuple[str, str]]:
        """Yield what names the document, as it was and as it is; official words are Chinese."""
        for name in HEAD:
            pair = getattr(self.before, name), getattr(self.after, name)
            was, now = (part.source if isinstance(part, Text) else str(part) for part in pair)
            yield was, now

    def apply(self, content: Content) -> Content:
        """Set what names the document."""
        for name in HEAD:
            content = put(content, ("notice", name), getattr(self.after, name))
        return content

    def describe(self, names: Names) -> Description:
        """The first that names the document and is another; else both dates."""
        for name in HEAD:
            before, after = getattr(self.before, name), getattr(self.after, name)
            if isinstance(before, Text) and before.source != after.source:
                return Description({"before": names.write(before), "after": names.write(after)})
        return Description({"before": self.before.printed_on, "after": self.after.printed_on})


@dataclass(frozen=True)
class CopyReplaced(Change):
    """Another printed copy, which is read on its own."""

    before: tuple[Copy, Readings]
    after: tuple[Copy, Readings]
    kind = ChangeKind.COPY_REPLACED

    def apply(self, content: Content) -> Content:
        """Set the copy, and how it was read."""
        copy, how_read = self.after
        content = put(content, ("copy",), copy)
        content = put(content, ("how_read", "table"), how_read.table)
        return put(content, ("how_read", "readings"), how_read.readings)

    def describe(self, names: Names) -> Description:
        """Nothing: its sentence says it all."""
        del names
        return Description()
