"""What changed in the cells that not every list has: roles, types, further columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.records import Cells
from carelist.revisions.changes.base import OfService
from carelist.revisions.content import put, take
from carelist.revisions.describing import Description
from carelist.revisions.kinds import ChangeKind
from carelist.revisions.substance import differ

if TYPE_CHECKING:
    from carelist.catalog.records import FurtherColumn, ServiceType
    from carelist.catalog.texts import Text
    from carelist.revisions.content import Content
    from carelist.revisions.naming import Names


@dataclass(frozen=True)
class CellChanged(OfService):
    """Other words in a further column; None where its cell is empty."""

    service: str
    column: FurtherColumn
    before: Text | None
    after: Text | None
    kind = ChangeKind.CELL_CHANGED

    @property
    def is_major(self) -> bool:
        """Whether it says something else."""
        return differ(*(text.source if text else "" for text in (self.before, self.after)))

    def apply(self, content: Content) -> Content:
        """Set the words."""
        path = (*self.path, "cells")
        cells: dict[str, Text | None] = take(content, path).by_column | {self.column.id: self.after}
        kept = {name: text for name, text in cells.items() if text}
        return put(content, path, Cells.model_validate(kept))

    def describe(self, names: Names) -> Description:
        """The heading of the column, and both wordings."""
        column = names.write(self.column.heading)
        return Description({"column": column}, self.before, self.after)


@dataclass(frozen=True)
class TypesChanged(OfService):
    """Other kinds of help; bookkeeping where only the ids of their names are others."""

    service: str
    before: tuple[ServiceType, ...]
    after: tuple[ServiceType, ...]

    @property
    def kind(self) -> ChangeKind:
        """Whether readers see other types."""
        was, now = ([one.name.source for one in side] for side in (self.before, self.after))
        return ChangeKind.BOOKKEEPING if was == now else ChangeKind.TYPES_CHANGED

    def apply(self, content: Content) -> Content:
        """Set the types."""
        return put(content, (*self.path, "types"), tuple(one.id for one in self.after))

    def describe(self, names: Names) -> Description:
        """Those of both sides."""
        sides = {"before": self.before, "after": self.after}
        told = {
            side: names.join(names.write(one.name) for one in types) or names.words.none
            for side, types in sides.items()
        }
        return Description({**told, "what": self.service})


@dataclass(frozen=True)
class RolesChanged(OfService):
    """Other departments support the others; bookkeeping where those came or went as a whole."""

    service: str
    before: tuple[str, ...]
    """Those that supported."""
    after: tuple[str, ...]
    stay: tuple[str, ...]
    """The departments that both lists name for it."""

    @property
    def turned(self) -> tuple[str, ...]:
        """Those that lead now and supported, or the other way round."""
        return tuple(name for name in self.stay if (name in self.before) != (name in self.after))

    @property
    def kind(self) -> ChangeKind:
        """Whether a department that stays has another role."""
        return ChangeKind.ROLE_CHANGED if self.turned else ChangeKind.BOOKKEEPING

    def apply(self, content: Content) -> Content:
        """Set who supports."""
        return put(content, (*self.path, "supporting"), self.after)

    def describe(self, names: Names) -> Description:
        """Each department with its role now."""
        told = (
            names.say(
                "role_supports" if name in self.after else "role_leads",
                department=names.departments((name,)),
            )
            for name in self.turned
        )
        return Description({"roles": names.words.semicolon.join(told), "what": self.service})


@dataclass(frozen=True)
class OthersChanged(OfService):
    """Further departments, without their names, are said to answer for it; or no longer."""

    service: str
    after: bool
    kind = ChangeKind.OTHERS_CHANGED

    def apply(self, content: Content) -> Content:
        """Set whether there are others."""
        return put(content, (*self.path, "others"), self.after)

    def describe(self, names: Names) -> Description:
        """What the list says now."""
        return Description({"after": names.words["others_too" if self.after else "others_no_more"]})


@dataclass(frozen=True)
class PrintedNumberChanged(OfService):
    """Another number is printed, whatever its place in the list."""

    service: str
    before: str | None
    after: str | None
    kind = ChangeKind.RENUMBERED

    def apply(self, content: Content) -> Content:
        """Set what is printed."""
        return put(content, (*self.path, "printed_number"), self.after)

    def describe(self, names: Names) -> Description:
        """Both numbers."""
        sides = {"before": self.before, "after": self.after}
        return Description({side: number or names.words.none for side, number in sides.items()})
