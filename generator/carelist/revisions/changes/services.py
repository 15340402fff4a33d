"""Services that come and go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.texts import Text
from carelist.revisions.changes.base import Change
from carelist.revisions.content import insert, remove, shelve
from carelist.revisions.describing import Description
from carelist.revisions.kinds import ChangeKind

if TYPE_CHECKING:
    from carelist.catalog.records import Audience, Group, Service
    from carelist.revisions.content import Content
    from carelist.revisions.naming import Names


@dataclass(frozen=True)
class NamedService:
    """A service with the names it stands under."""

    service: Service
    audience: Audience | None
    group: Group

    def name_people(self, names: Names) -> str:
        """Name those whom it is for; empty where the list does not say."""
        return names.write(self.audience.name) if self.audience else ""

    def add(self, content: Content) -> Content:
        """Give the content with the row in it."""
        if self.audience:
            content = shelve(content, "audiences", self.audience)
        content = shelve(content, "groups", self.group)
        return insert(content, ("rows", "services"), self.service, len(content.rows.services))


def join_tasks(names: Names, *rows: NamedService) -> Text:
    """Join the tasks of services to one text, translated where all of it is fresh."""
    texts = [clause.text for row in rows for clause in row.service.clauses]
    return Text.join(texts, names.locales)


@dataclass(frozen=True)
class ServiceAdded(Change):
    """A service that replaces none."""

    row: NamedService
    kind = ChangeKind.SERVICE_ADDED

    @property
    def concerns(self) -> tuple[str, ...]:
        """The new service."""
        return (self.row.service.id,)

    def apply(self, content: Content) -> Content:
        """Add the service."""
        return self.row.add(content)

    def describe(self, names: Names) -> Description:
        """The service, its audience, whom to ask, and its task."""
        audience, service = self.row.name_people(names), self.row.service
        departments = names.bodies(service)
        values = {
            "after_name": names.item(names.after, service),
            "audience": audience if departments else "",
            "audience_alone": "" if departments else audience,
            "departments": departments,
        }
        return Description(values, None, join_tasks(names, self.row), gains=audience)


@dataclass(frozen=True)
class ServiceWithdrawn(Change):
    """A service that none replaces."""

    row: NamedService
    kind = ChangeKind.SERVICE_WITHDRAWN

    @property
    def concerns(self) -> tuple[str, ...]:
        """The service that is gone."""
        return (self.row.service.id,)

    def apply(self, content: Content) -> Content:
        """Take the service out."""
        return remove(content, ("rows", "services"), self.row.service.id)

    def describe(self, names: Names) -> Description:
        """The service, its audience, and its task."""
        values = {"before_name": names.item(names.before, self.row.service)}
        people = self.row.name_people(names)
        return Description(values, join_tasks(names, self.row), None, loses=people)


@dataclass(frozen=True)
class Succession(Change):
    """Services that declare which ones they replace; one that goes on stands on both sides."""

    before: tuple[NamedService, ...]
    after: tuple[NamedService, ...]

    @property
    def kind(self) -> ChangeKind:
        """A split of one, a merger into one, or another replacement."""
        if len(self.before) == 1 and len(self.after) > 1:
            return ChangeKind.SERVICE_SPLIT
        if len(self.before) > 1 and len(self.after) == 1:
            return ChangeKind.SERVICES_MERGED
        return ChangeKind.SERVICES_REPLACED

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

    def describe(self, names: Names) -> Description:
        """The services of both sides, and their tasks."""
        before = (names.item(names.before, row.service) for row in self.before)
        after = (names.item(names.after, row.service) for row in self.after)
        values = {"before_names": names.join(before), "after_names": names.join(after)}
        return Description(values, join_tasks(names, *self.before), join_tasks(names, *self.after))
