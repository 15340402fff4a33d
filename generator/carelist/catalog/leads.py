"""Where a reference to a service leads in the list of a year: to it, to what replaces it, nowhere.

Words and telephone numbers outlast the list that they were written for.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem, find_nearest
from carelist.catalog.reads import kept_property

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carelist.catalog.problems import Position
    from carelist.catalog.records import Services


@dataclass(frozen=True)
class Leads:
    """Follows references to services, or to clauses as `service/clause`, into one list."""

    year: str
    """Of the list that they are to lead into."""
    before: str
    """The year of the list before it; its own where there is none."""
    lists: tuple[Services, ...]
    """That list, behind all that were before it; the oldest first."""
    broken: frozenset[str] = frozenset()
    """The ids of services that could not be read: whatever refers to them may be right."""

    def follow(self, target: str) -> tuple[str, ...]:
        """Give where a reference leads: itself, or what took a withdrawn service's place.

        Nothing where it leads nowhere: a clause that its service has no more is not replaced.
        """
        name, _, clause = target.partition("/")
        if name in self._clauses:
            return (target,) if not clause or clause in self._clauses[name] else ()
        kept = (heir for heir in self._list_heirs(name) if heir in self._clauses)
        return tuple(f"{heir}/{clause}" if clause in self._clauses[heir] else heir for heir in kept)

    def follow_all(self, targets: Iterable[str]) -> tuple[str, ...]:
        """Give where several references lead together, each place once."""
        return tuple(dict.fromkeys(place for one in targets for place in self.follow(one)))

    def is_for(self, until: str | None) -> bool:
        """Whether what is said until the list of a year, or without end, is said of this one."""
        return until is None or until >= self.year

    def follow_until(self, until: str | None, targets: Iterable[str]) -> tuple[str, ...]:
        """Give where references lead that are for the lists until that of a year, or for all."""
        return self.follow_all(targets) if self.is_for(until) else ()

    def knows(self, target: str) -> bool:
        """Whether one of the lists has what a reference names."""
        name, _, clause = target.partition("/")
        known = self._ever.get(name)
        return known is not None and (not clause or clause in known)

    def list_near(self, target: str) -> dict[str, str]:
        """Give `{"near": …}` where a service, or a clause of it, has a name close to the one given.

        Of a clause, without the service before it.
        """
        name, _, clause = target.partition("/")
        known = self._ever.get(name, ()) if clause else {*self._ever, *self.broken}
        return find_nearest(clause or name, known)

    def _list_heirs(self, name: str) -> list[str]:
        """List what took the place of a service, in this list or on the way to it."""
        heirs = [name]
        for one in heirs:
            heirs += [heir for heir in self._heirs[one] if heir not in heirs]
        return heirs[1:]

    @kept_property
    def _clauses(self) -> dict[str, frozenset[str]]:
        """The clauses of each service of the list."""
        return _list_clauses(self.lists[-1:])

    @kept_property
    def _ever(self) -> dict[str, frozenset[str]]:
        """The clauses that each service has, or ever had."""
        return _list_clauses(self.lists)

    @kept_property
    def _heirs(self) -> dict[str, list[str]]:
        """What each service was replaced by, in the order of the lists."""
        heirs: defaultdict[str, list[str]] = defaultdict(list)
        for rows in self.lists:
            for service in rows.services:
                for replaced in service.replaces:
                    heirs[replaced].append(service.id)
        return heirs


def _list_clauses(lists: Sequence[Services]) -> dict[str, frozenset[str]]:
    clauses: dict[str, frozenset[str]] = {}
    for rows in lists:
        for service in rows.services:
            own = frozenset(clause.id for clause in service.clauses)
            clauses[service.id] = clauses.get(service.id, frozenset()) | own
    return clauses


@dataclass(frozen=True)
class Reference:
    """A place of a file that names a service, or a clause of one."""

    at: Position
    target: str
    until: str | None = None
    """The year of the last list that it is for; None where it is for those to come too."""


def check_leads(
    references: Iterable[Reference], leads: Leads, drafts: Sequence[Leads] = ()
) -> Iterator[Problem]:
    """What is referred to is in the list, or something took its place.

    What only a draft has is waited for.
    """
    for one in references:
        name = one.target.partition("/")[0]
        if not leads.is_for(one.until) or name in leads.broken or leads.follow(one.target):
            continue
        if leads.knows(one.target):
            values = {"value": one.target, "year": leads.year, "before": leads.before}
            yield Problem(one.at, Kind.LEADS_NOWHERE, values)
        elif any(draft.knows(one.target) or name in draft.broken for draft in drafts):
            continue
        elif leads.knows(name):
            near = leads.list_near(one.target)
            values = {"value": one.target, "service": name, **near}
            yield Problem(one.at, Kind.UNKNOWN_CLAUSE, values)
        else:
            values = {"value": name, **leads.list_near(name)}
            yield Problem(one.at, Kind.UNKNOWN_SERVICE, values)
