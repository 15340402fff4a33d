"""What of this site's own words follows which official words of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.binding import OURS
from carelist.catalog.confirmed import Follower
from carelist.catalog.criteria import read_profile
from carelist.catalog.proposed_ids import find_named, find_proposed
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.problems import Position
    from carelist.catalog.records import Clause, Departments, Notice, Pillars, Service, Services
    from carelist.catalog.rules import Criterion, Situations
    from carelist.catalog.vocabulary import Vocabulary


class Sources(NamedTuple):
    """The files that hold words of ours, as far as they can be read."""

    services: Sheet[Services]
    notice: Sheet[Notice] | None = None
    pillars: Sheet[Pillars] | None = None
    situations: Sheet[Situations] | None = None
    vocabulary: Sheet[Vocabulary] | None = None
    departments: Sheet[Departments] | None = None
    year: str = ""
    """Of the list that they follow; words that ended with an earlier one follow it no more."""


def list_followers(sources: Sources) -> Iterator[Follower]:
    """Yield all words of ours; those of the city's files follow the list too."""
    lister = _Lister(sources)
    yield from lister.list_rows()
    yield from lister.list_ids(sources.pillars, sources.departments)
    if sources.notice:
        yield from lister.list_asks(sources.notice)
    if sources.pillars:
        yield from lister.list_pillars(sources.pillars)
    if sources.situations:
        yield from lister.list_situations(sources.situations)
    if sources.vocabulary:
        yield from lister.list_words(sources.vocabulary)


class _Lister:
    """Lists for one revision; official words are found once."""

    def __init__(self, sources: Sources) -> None:
        self.sheet, self.year = sources.services, sources.year
        self.rows = sources.services.record
        self.audiences = {audience.id: audience for audience in self.rows.audiences}
        self.conditions = self.rows.named_conditions

    def list_rows(self) -> Iterator[Follower]:
        """Yield what services.yml says of its own official words."""
        for index, audience in enumerate(self.rows.audiences):
            path = ("audiences", index)
            at, cause = self.sheet.at(*path, "criterion"), self.sheet.at(*path, "name", SOURCE.tag)
            places = (at,) if audience.model_fields_set & OURS else ()
            yield Follower("audience", audience.id, (audience.name.source,), places, cause)
        for index, service in enumerate(self.rows.services):
            at = self.sheet.at("services", index, "summary", SOURCE.tag)
            places = (at,) if service.model_fields_set & OURS else ()
            yield Follower("summary", service.id, self._read_service(service), places)
            for place, clause in enumerate(service.clauses):
                below = ("services", index, "clauses", place)
                at, cause = (
                    self.sheet.at(*below, "title", SOURCE.tag),
                    self.sheet.at(*below, "text", SOURCE.tag),
                )
                official = self._read_clause(service, clause)
                places = (at,) if clause.model_fields_set & OURS else ()
                yield Follower("clause", f"{service.id}/{clause.id}", official, places, cause)

    def list_ids(
        self, pillars: Sheet[Pillars] | None, departments: Sheet[Departments] | None
    ) -> Iterator[Follower]:
        """Yield the ids that the program proposed and nobody chose, as one thing to look at."""
        found = [(self.sheet.at(*one.path), one.id) for one in find_proposed(self.rows)]
        for shelf, sheet in (("pillars", pillars), ("departments", departments)):
            if sheet:
                named = find_named(shelf, getattr(sheet.record, shelf))
                found += [(sheet.at(*one.path), one.id) for one in named]
        if found:
            official = tuple(id_ for _, id_ in found)
            yield Follower("ids", "services", official, (found[0][0],))

    def list_asks(self, sheet: Sheet[Notice]) -> Iterator[Follower]:
        """Yield what is said of the notice to people outside government."""
        measures = {measure.id: measure.text.source for measure in sheet.record.measures}
        for index, ask in enumerate(sheet.record.asks):
            at = sheet.at("asks", index, "plain", SOURCE.tag)
            yield Follower("ask", ask.id, (measures.get(ask.measure, ""),), (at,))

    def list_pillars(self, sheet: Sheet[Pillars]) -> Iterator[Follower]:
        """Yield the summaries of pillars that hold services."""
        for index, pillar in enumerate(sheet.record.pillars):
            held = [service for service in self.rows.services if service.pillar == pillar.id]
            at = sheet.at("pillars", index, "summary", SOURCE.tag)
            if held and pillar.summary:
                yield Follower("pillar", pillar.id, self._read_services(held), (at,))

    def list_situations(self, sheet: Sheet[Situations]) -> Iterator[Follower]:
        """Yield the situations, each with the clauses whose rules speak of its answers."""
        for index, situation in enumerate(sheet.record.situations):
            profile = read_profile(situation.profile)
            official = [
                word
                for service in self.rows.services
                for clause in service.clauses
                if self._speaks_of(profile, self._list_rules(service, clause))
                for word in self._read_clause(service, clause)
            ]
            at = sheet.at("situations", index, "title", SOURCE.tag)
            yield Follower("situation", situation.id, tuple(official), (at,))

    def list_words(self, sheet: Sheet[Vocabulary]) -> Iterator[Follower]:
        """Yield the words that lead to each service and each clause, also where none does yet."""
        official = {service.id: self._read_service(service) for service in self.rows.services}
        for service in self.rows.services:
            for clause in service.clauses:
                official[f"{service.id}/{clause.id}"] = self._read_clause(service, clause)
        places: dict[str, list[Position]] = {}
        for index, entry in enumerate(sheet.record.terms):
            if entry.until and entry.until < self.year:
                continue
            for place, target in enumerate(entry.to):
                places.setdefault(target, []).append(sheet.at("terms", index, "to", place))
        for target in dict.fromkeys((*official, *places)):
            found = tuple(places.get(target, ()))
            yield Follower("words", target, official.get(target, ()), found)

    def _read_services(self, services: Iterable[Service]) -> tuple[str, ...]:
        return tuple(word for service in services for word in self._read_service(service))

    def _read_service(self, service: Service) -> tuple[str, ...]:
        """Give the official words of a service: for whom, by whom, and each clause."""
        clauses = (word for clause in service.clauses for word in self._read_promise(clause))
        return (*self._read_head(service), *clauses)

    def _read_clause(self, service: Service, clause: Clause) -> tuple[str, ...]:
        return (*self._read_head(service), *self._read_promise(clause))

    def _read_head(self, service: Service) -> tuple[str, ...]:
        audience = self.audiences.get(service.audience or "")
        return (audience.name.source if audience else "", *service.departments)

    def _read_promise(self, clause: Clause) -> tuple[str, str]:
        return (clause.condition.source if clause.condition else "", clause.text.source)

    def _list_rules(self, service: Service, clause: Clause) -> list[Criterion]:
        audience = self.audiences.get(service.audience or "")
        return [*([audience.criterion] if audience else ()), clause.criterion]

    def _speaks_of(self, profile: dict[str, tuple[str, ...]], rules: Iterable[Criterion]) -> bool:
        """Tell whether a condition of some rules is of an answer that was given."""
        names = {name for rule in rules for name in rule.list_conditions()}
        conditions = [self.conditions[name] for name in names if name in self.conditions]
        return any(not set(c.is_).isdisjoint(profile.get(c.fact or "", ())) for c in conditions)
