"""Whom to call where somebody who looks for a service cannot wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.catalog.records import Hotline
    from carelist.catalog.revision import Catalog


def find_urgent(catalog: Catalog) -> dict[str, tuple[Hotline, ...]]:
    """Give the numbers for each service of the latest revision that is about such a thing.

    The one to call first stands first.
    """
    hotlines = {hotline.number: hotline for hotline in catalog.hotlines}
    return {
        name: tuple(hotlines[number] for number in urgency.numbers)
        for urgency in reversed(catalog.urgent)  # of several, the first says whom to call
        for name in catalog.leads.follow_all(urgency.services)
    }
