"""What changed in a service that goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.revisions.changes.base import OfService
from carelist.revisions.content import insert, put, remove, shelve
from carelist.revisions.describing import Description
from carelist.revisions.kinds import ChangeKind
from carelist.revisions.substance import differ

if TYPE_CHECKING:
    from carelist.catalog.records import Audience, Group
    from carelist.revisions.content import Content
    from carelist.revisions.naming import Names


@dataclass(frozen=True)
class Renumbered(OfService):
    """Another number in the table."""

    service: str
    before: int
    after: int
    kind = ChangeKind.RENUMBERED

    def apply(self, content: Content) -> Content:
        """Set the number."""
        return put(content, (*self.path, "number"), self.after)

    def describe(self, names: Names) -> Description:
        """Both numbers."""
        del names
        return Description({"before": self.before, "after": self.after})


@dataclass(frozen=True)
class Moved(OfService):
    """Another pillar."""

    service: str
    before: str | None
    after: str | None
    kind = ChangeKind.MOVED

    def apply(self, content: Content) -> Content:
        """Set the pillar."""
        return put(content, (*self.path, "pillar"), self.after)

    def describe(self, names: Names) -> Description:
        """Both pillars."""
        return Description({"before": names.pillar(self.before), "after": names.pillar(self.after)})


@dataclass(frozen=True)
class Renamed(OfService):
    """Another official name; bookkeeping where only the id of the name is another."""

    service: str
    before: Group
    after: Group

    @property
    def kind(self) -> ChangeKind:
        """Whether readers see another name."""
        return (
            ChangeKind.BOOKKEEPING
            if self.before.name.source == self.after.name.source
            else ChangeKind.RENAMED
        )

    @property
    def is_major(self) -> bool:
        """Whether the name says something else."""
        return differ(self.before.name.source, self.after.name.source)

    def apply(self, content: Content) -> Content:
        """Set the name."""
        return put(shelve(content, "groups", self.after), (*self.path, "group"), self.after.id)

    def describe(self, names: Names) -> Description:
        """Both names."""
        before, after = self.before.name, self.after.name
        values = {"before": names.write(before), "after": names.write(after), "what": self.service}
        return Description(values, before, after)


@dataclass(frozen=True)
class AudienceChanged(OfService):
    """For other people; bookkeeping where only the id of the audience is another."""

    service: str
    before: Audience | None
    after: Audience | None
    """None where a list does not say for whom its services are."""

    @property
    def kind(self) -> ChangeKind:
        """Whether readers see another audience."""
        same = _read(self.before) == _read(self.after)
        return ChangeKind.BOOKKEEPING if same else ChangeKind.AUDIENCE_CHANGED

    @property
    def is_major(self) -> bool:
        """Whether the name says something else."""
        return differ(_read(self.before), _read(self.after))

    def apply(self, content: Content) -> Content:
        """Set the audience."""
        if self.after:
            content = shelve(content, "audiences", self.after)
        return put(content, (*self.path, "audience"), self.after.id if self.after else None)

    def describe(self, names: Names) -> Description:
        """Both names."""
        before, after = (side.name if side else None for side in (self.before, self.after))
        told = {
            side: names.write(name) if name else names.words.none
            for side, name in (("before", before), ("after", after))
        }
        return Description({**told, "what": self.service}, before, after)


def _read(audience: Audience | None) -> str:
    return audience.name.source if audience else ""


@dataclass(frozen=True)
class DepartmentAdded(OfService):
    """One more body to ask."""

    service: str
    department: str
    place: int
    is_supporting: bool = False
    kind = ChangeKind.DEPARTMENT_ADDED

    def apply(self, content: Content) -> Content:
        """Add the department."""
        return insert(content, (*self.path, "departments"), self.department, self.place)

    def describe(self, names: Names) -> Description:
        """The body, with its role."""
        role = names.words.role_supporting if self.is_supporting else ""
        return Description({"department": names.departments((self.department,)) + role})


@dataclass(frozen=True)
class DepartmentRemoved(OfService):
    """One body less to ask."""

    service: str
    department: str
    kind = ChangeKind.DEPARTMENT_REMOVED

    def apply(self, content: Content) -> Content:
        """Take the department out."""
        return remove(content, (*self.path, "departments"), self.department)

    def describe(self, names: Names) -> Description:
        """The body."""
        return Description({"department": names.departments((self.department,))})
