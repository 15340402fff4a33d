"""The history of every service: its revisions, its changes, and since when each clause stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.reads import Kept, kept_property
from carelist.revisions.finding import compare_revisions
from carelist.revisions.substance import differ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Clause, Service
    from carelist.catalog.revision import Catalog
    from carelist.revisions.changes.base import Change


@dataclass(frozen=True)
class Standing:
    """A clause, and the revisions in which it stands."""

    clause: Clause
    """As it was last."""
    since: str
    """The revision since which it has stood without a break."""
    worded_since: str
    """The revision since which its words have said the same."""
    until: str
    """The last revision that has it."""


@dataclass(frozen=True)
class Step:
    """What one revision changed in a service."""

    before: str
    after: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class History:
    """What became of one service."""

    service: Service
    """As it was last."""
    first: str
    last: str
    """The last revision that has it."""
    steps: tuple[Step, ...]
    """The oldest first; only where readers see a change."""
    clauses: tuple[Standing, ...]
    """In the order in which they came."""
    successors: tuple[str, ...]
    """Services that declare to take its place after its last revision."""


class Chronicle:
    """The histories of all services that there ever were."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._years = [revision.id for revision in catalog.revisions]
        self._compared = Kept[tuple[str, str], "tuple[Change, ...]"](
            lambda pair: compare_revisions(catalog, *pair)
        )

    @kept_property
    def _services(self) -> dict[str, dict[str, Service]]:
        """By id and by revision."""
        services: defaultdict[str, dict[str, Service]] = defaultdict(dict)
        for revision in self._catalog.revisions:
            for service in revision.services:
                services[service.id][revision.id] = service
        return dict(services)

    @kept_property
    def _successors(self) -> dict[str, list[tuple[str, str]]]:
        """By the id of what they replace: the revision and the id of each."""
        successors: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for revision in self._catalog.revisions:
            for service in revision.services:
                for replaced in service.replaces:
                    successors[replaced].append((revision.id, service.id))
        return dict(successors)

    @kept_property
    def _changes(self) -> dict[str, dict[str, list[Change]]]:
        """By the id of a service and by the later revision: what readers see."""
        changes: defaultdict[str, dict[str, list[Change]]] = defaultdict(dict)
        for before, after in zip(self._years, self._years[1:], strict=False):
            for change in self.compare(before, after):
                for name in change.concerns if change.kind.is_seen else ():
                    changes[name].setdefault(after, []).append(change)
        return dict(changes)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all services, in the order in which they came."""
        return tuple(self._services)

    def compare(self, before: str, after: str) -> tuple[Change, ...]:
        """Give the changes between two revisions, which are found once."""
        return self._compared[before, after]

    def tell(self, name: str) -> History:
        """Tell the history of one service."""
        stood = self._services[name]
        first, last = min(stood), max(stood)
        successors = (new for year, new in self._successors.get(name, ()) if year > last)
        return History(
            stood[last],
            first,
            last,
            tuple(self._list_steps(name)),
            tuple(self._list_clauses(name)),
            tuple(dict.fromkeys(successors)),
        )

    def number(self, name: str, year: str) -> int:
        """Give the number that a service had in a year."""
        return self._services[name][year].number

    def _list_steps(self, name: str) -> Iterator[Step]:
        for after, changes in self._changes.get(name, {}).items():
            before = self._years[self._years.index(after) - 1]
            yield Step(before, after, tuple(changes))

    def _list_clauses(self, name: str) -> Iterator[Standing]:
        standings: dict[str, Standing] = {}
        previous = dict(zip(self._years[1:], self._years, strict=False))
        for year, service in self._services[name].items():
            for clause in service.clauses:
                was = standings.get(clause.id)
                since = worded = year
                if was and was.until == previous[year]:
                    since = was.since
                    same = not differ(was.clause.text.source, clause.text.source)
                    worded = was.worded_since if same else year
                standings[clause.id] = Standing(clause, since, worded, year)
        yield from standings.values()
