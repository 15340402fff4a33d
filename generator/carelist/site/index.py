"""The services of a revision by what readers look for: made once, used by every page."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from carelist.catalog.criteria import read_profile
from carelist.catalog.reads import Kept, kept_property
from carelist.catalog.urgent import find_urgent
from carelist.eligibility.outlook import Outlooks, is_private
from carelist.publicity.phrases import Phrases
from carelist.search.facts import find_facts, list_answers
from carelist.site.ours import Ours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelist.catalog.records import Hotline, Reading, Service
    from carelist.catalog.revision import Catalog
    from carelist.search.facts import Facts

T = TypeVar("T")
Shelf = dict[str, tuple["Service", ...]]


@dataclass(frozen=True)
class Index:
    """Services in the order of the list, by the id of what they share; each shelf filled once."""

    catalog: Catalog

    @property
    def by_id(self) -> dict[str, Service]:
        """All of them, by their own."""
        return self.catalog.latest.by_id

    @kept_property
    def by_number(self) -> dict[int, Service]:
        """All of them, by their numbers."""
        return {service.number: service for service in self._services}

    @kept_property
    def by_pillar(self) -> Shelf:
        """Those of each pillar."""
        return _shelve(self._services, lambda service: filter(None, (service.pillar,)))

    @kept_property
    def by_department(self) -> Shelf:
        """Those of each department."""
        return _shelve(self._services, lambda service: service.departments)

    @kept_property
    def by_audience(self) -> Shelf:
        """Those for each audience."""
        return _shelve(self._services, lambda service: filter(None, (service.audience,)))

    @kept_property
    def hotlines_by_department(self) -> dict[str, tuple[Hotline, ...]]:
        """The numbers of each department."""
        return _shelve(self.catalog.hotlines, lambda hotline: hotline.departments)

    @kept_property
    def hotlines_by_service(self) -> dict[str, tuple[Hotline, ...]]:
        """The numbers that help with each service."""
        leads = self.catalog.leads
        return _shelve(self.catalog.hotlines, lambda hotline: leads.follow_all(hotline.services))

    @kept_property
    def urgent_by_service(self) -> dict[str, tuple[Hotline, ...]]:
        """Whom to call where somebody who looks for a service cannot wait."""
        return find_urgent(self.catalog)

    @kept_property
    def facts(self) -> Kept[str, Facts]:
        """What the search asks of each service, by its id."""
        answers = list_answers(self.catalog.questions)
        return Kept(lambda name: find_facts(self.catalog, self.by_id[name], answers))

    @kept_property
    def outlooks(self) -> Outlooks:
        """What each situation can expect."""
        return Outlooks(self.catalog)

    @kept_property
    def private(self) -> frozenset[tuple[str, str]]:
        """Services and situations, by kind and id, whose pages tell of a personal question."""
        catalog, sensitive = self.catalog, self.catalog.questions.sensitive
        return frozenset(
            {("service", one.id) for one in self._services if is_private(catalog, one.id)}
            | {
                ("situation", one.id)
                for one in catalog.situations
                if not sensitive.isdisjoint(read_profile(one.profile))
            }
        )

    @kept_property
    def shared_titles(self) -> frozenset[str]:
        """Chinese titles that several clauses have."""
        clauses = (clause for service in self._services for clause in service.clauses)
        titles = Counter(clause.title.source for clause in clauses)
        return frozenset(title for title, count in titles.items() if count > 1)

    @kept_property
    def phrases(self) -> Phrases:
        """Where lines of Chinese titles may end."""
        return Phrases.of(self.catalog)

    @kept_property
    def ours(self) -> Ours:
        """What somebody has written for this site."""
        return Ours.of(self.catalog.latest)

    @kept_property
    def letter_readings(self) -> tuple[Reading, ...]:
        """What was read in the letter, outside all cells of the table."""
        revision = self.catalog.latest
        in_cells = {r.id for origin in revision.fidelity.origins.values() for r in origin.readings}
        return tuple(r for r in revision.readings if r.id not in in_cells and not r.beside)

    @kept_property
    def letter(self) -> str:
        """The letter as it is printed."""
        return "".join(paragraph.text for paragraph in self.catalog.latest.source.paragraphs)

    @kept_property
    def lines(self) -> dict[int, int]:
        """The place of each line of the printed table among all, by its number."""
        pages = (page.rows for page in self.catalog.latest.source.pages)
        return {row.line: place for place, row in enumerate(chain.from_iterable(pages))}

    @property
    def _services(self) -> tuple[Service, ...]:
        return self.catalog.latest.services


def _shelve(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, tuple[T, ...]]:
    shelf: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            shelf[key].append(item)
    return {key: tuple(found) for key, found in shelf.items()}
