"""The services of a revision by what readers look for: made once, used by every page."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from carelist.eligibility.outlook import Outlooks
from carelist.publicity.phrases import Phrases
from carelist.site.ours import Ours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelist.catalog.records import Hotline, Service
    from carelist.catalog.revision import Catalog

T = TypeVar("T")
Shelf = dict[str, tuple["Service", ...]]


@dataclass(frozen=True)
class Index:
    """Services in the order of the list, by the id of what they share."""

    by_id: dict[str, Service]
    by_number: dict[int, Service]
    by_pillar: Shelf
    by_department: Shelf
    by_audience: Shelf
    hotlines_by_department: dict[str, tuple[Hotline, ...]]
    hotlines_by_service: dict[str, tuple[Hotline, ...]]
    urgent_by_service: dict[str, tuple[Hotline, ...]]
    """Whom to call where somebody who looks for a service cannot wait."""
    outlooks: Outlooks
    shared_titles: frozenset[str]
    """Chinese titles that several clauses have."""
    phrases: Phrases
    """Where lines of Chinese titles may end."""
    ours: Ours
    lines: dict[int, int]
    """The place of each line of the printed table among all, by its number."""


def build_index(catalog: Catalog) -> Index:
    """Sort the latest revision's services and the hotlines onto their shelves."""
    services = catalog.latest.services
    pages = (page.rows for page in catalog.latest.source.pages)
    titles = Counter(clause.title.source for service in services for clause in service.clauses)
    return Index(
        catalog.latest.by_id,
        {service.number: service for service in services},
        _shelve(services, lambda service: filter(None, (service.pillar,))),
        _shelve(services, lambda service: service.departments),
        _shelve(services, lambda service: filter(None, (service.audience,))),
        _shelve(catalog.hotlines, lambda hotline: hotline.departments),
        _shelve(catalog.hotlines, lambda hotline: catalog.leads.follow_all(hotline.services)),
        _shelve_urgent(catalog),
        Outlooks(catalog),
        frozenset(title for title, count in titles.items() if count > 1),
        Phrases.of(catalog),
        Ours.of(catalog.latest),
        {row.line: place for place, row in enumerate(chain.from_iterable(pages))},
    )


def _shelve_urgent(catalog: Catalog) -> dict[str, tuple[Hotline, ...]]:
    hotlines = {hotline.number: hotline for hotline in catalog.hotlines}
    return {
        name: tuple(hotlines[number] for number in urgency.numbers)
        for urgency in reversed(catalog.urgent)  # of several, the first says whom to call
        for name in catalog.leads.follow_all(urgency.services)
    }


def _shelve(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, tuple[T, ...]]:
    shelf: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            shelf[key].append(item)
    return {key: tuple(found) for key, found in shelf.items()}
