"""What stands for a pillar that nobody has summed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.unwritten import take_names

if TYPE_CHECKING:
    from carelist.catalog.records import Pillar
    from carelist.catalog.revision import Catalog
    from carelist.catalog.texts import Text


def sum_up_pillar(catalog: Catalog, pillar: Pillar) -> Text:
    """Give what is said of a pillar; where nobody has, the names of what it holds now."""
    if pillar.summary:
        return pillar.summary
    latest = catalog.latest
    held = [service.group for service in latest.services if service.pillar == pillar.id]
    groups = [latest.groups[name].name for name in dict.fromkeys(held)]
    return take_names(groups, catalog.locales) if groups else pillar.name
