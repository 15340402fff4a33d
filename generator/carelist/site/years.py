"""The catalog as of one year: what the pages of that year's list are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from carelist.site.index import Index

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog, Revision


@dataclass(frozen=True)
class Year:
    """A catalog whose latest revision is that of a year, with the pillars and names that it has.

    Departments that no list names are left out, unless a public number is theirs: a draft may name
    them.
    """

    catalog: Catalog
    index: Index

    @classmethod
    def of(cls, catalog: Catalog, revision: Revision) -> Year:
        """Turn the catalog back to a revision."""
        used = {service.pillar for service in revision.services}
        others = frozenset().union(*map(list_bodies, catalog.revisions))
        called = {name for hotline in catalog.hotlines for name in hotline.departments}
        bodies = list_bodies(revision) | (called - others)
        pillars = {
            name: pillar.as_of(revision.id)
            for name, pillar in catalog.pillars.items()
            if name in used
        }
        departments = {
            name: department.as_of(revision.id)
            for name, department in catalog.departments.items()
            if name in bodies
        }
        revisions = catalog.revisions[: catalog.revisions.index(revision) + 1]
        then = replace(catalog, pillars=pillars, departments=departments, revisions=revisions)
        return cls(then, Index(then))


def list_bodies(revision: Revision) -> frozenset[str]:
    """List the ids of all departments that a revision names."""
    answer = (name for service in revision.services for name in service.departments)
    decide = (name for one in revision.conditions.values() for name in one.set_by)
    return frozenset((*revision.notice.issuers, *answer, *decide))


class Listed(NamedTuple):
    """A service as it stood in a list."""

    revision: Revision
    service: Service


def list_ever(catalog: Catalog) -> list[Listed]:
    """Give every service that was ever on the list, as it stood last."""
    last = {s.id: Listed(revision, s) for revision in catalog.revisions for s in revision.services}
    return list(last.values())
