"""Services that come and go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.revisions.changes.base import Change
from generator.revisions.content import insert, remove, shelve
from generator.revisions.kinds import Kind

if TYPE_CHECKING:
    from generator.catalog.records import Audience, Group, Service
    from generator.revisions.content import Content


@dataclass(frozen=True)
class Row:
    """A service with the names it stands under."""

    service: Service
    audience: Audience
    group: Group

    def add(self, content: Content) -> Content:
        """Give the content with the row in it."""
        content = shelve(content, "audiences", self.audience)
        content = shelve(content, "groups", self.group)
        return insert(content, ("rows", "services"), self.service, len(content.rows.services))


@dataclass(frozen=True)
class ServiceAdded(Change):
    """A service that replaces none."""

    row: Row
    kind = Kind.SERVICE_ADDED

    @property
    def concerns(self) -> tuple[str, ...]:
        """The new service."""
        return (self.row.service.id,)

    def apply(self, content: Content) -> Content:
        """Add the service."""
        return self.row.add(content)


@dataclass(frozen=True)
class ServiceWithdrawn(Change):
    """A service that none replaces."""

    row: Row
    kind = Kind.SERVICE_WITHDRAWN

    @property
    def concerns(self) -> tuple[str, ...]:
        """The service that is gone."""
        return (self.row.service.id,)

    def apply(self, content: Content) -> Content:
        """Take the service out."""
        return remove(content, ("rows", "services"), self.row.service.id)


@dataclass(frozen=True)
class Succession(Change):
    """Services that declare which ones they replace; one that goes on stands on both sides."""

    before: tuple[Row, ...]
    after: tuple[Row, ...]

    @property
    def kind(self) -> Kind:
        """A split of one, a merger into one, or another replacement."""
        if len(self.before) == 1 and len(self.after) > 1:
            return Kind.SERVICE_SPLIT
        if len(self.before) > 1 and len(self.after) == 1:
            return Kind.SERVICES_MERGED
        return Kind.SERVICES_REPLACED

    @property
    def concerns(self) -> tuple[str, ...]:
        """Those that stand now, then those that stood before."""
        rows = (*self.after, *self.before)
        return tuple(dict.fromkeys(row.service.id for row in rows))

    def apply(self, content: Content) -> Content:
        """Take out those that ended, and add those that are new."""
        old = {row.service.id for row in self.before}
        new = {row.service.id for row in self.after}
        for name in sorted(old - new):
            content = remove(content, ("rows", "services"), name)
        for row in self.after:
            if row.service.id not in old:
                content = row.add(content)
        return content
