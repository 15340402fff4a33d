"""The catalog as of one year: what the pages of that year's list are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.site.index import build_index

if TYPE_CHECKING:
    from generator.catalog.revision import Catalog, Revision
    from generator.site.index import Index


@dataclass(frozen=True)
class Year:
    """A catalog whose latest revision is that of a year, with the pillars that it has."""

    catalog: Catalog
    index: Index

    @classmethod
    def of(cls, catalog: Catalog, revision: Revision) -> Year:
        """Turn the catalog back to a revision."""
        used = {service.pillar for service in revision.services}
        pillars = {name: pillar for name, pillar in catalog.pillars.items() if name in used}
        place = catalog.revisions.index(revision)
        then = replace(catalog, pillars=pillars, revisions=catalog.revisions[: place + 1])
        return cls(then, build_index(then))
