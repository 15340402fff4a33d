"""What a list no longer says that the list before it said: promises, audiences, departments.

None of it is wrong: a clerk looks whether the notice means it, or the draft has lost it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from carelist.catalog.differences import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carelist.catalog.binding import Sheet
    from carelist.catalog.problems import Position
    from carelist.catalog.records import Services
    from carelist.speech.locales import Locale

LossKind = Literal[
    "service", "replaced", "clause", "moved", "audience", "departments", "department"
]


class ServiceState(NamedTuple):
    """A service as it is compared."""

    audience: str
    """Its name in Chinese."""
    departments: tuple[str, ...]
    clauses: Mapping[str, str]
    """The Chinese text of each clause, by its id."""
    replaces: tuple[str, ...] = ()


class Loss(NamedTuple):
    """Something that the earlier list has and the later one has not."""

    kind: LossKind
    service: str
    """Of the earlier list; empty for what concerns none alone."""
    values: Mapping[str, str]

    def tell(self, language: Locale) -> str:
        """Say what was lost."""
        words = language.words("commands")
        return words.fill(f"loss_{self.kind}", service=self.service, **self.values)


def read_rows(rows: Services) -> dict[str, ServiceState]:
    """Give the services of a list as they are compared, by their ids."""
    names = {audience.id: audience.name.source for audience in rows.audiences}
    return {
        service.id: ServiceState(
            names.get(service.audience or "", ""),
            service.departments,
            {clause.id: clause.text.source for clause in service.clauses},
            service.replaces,
        )
        for service in rows.services
    }


def find_losses(
    before: Mapping[str, ServiceState], after: Mapping[str, ServiceState]
) -> Iterator[Loss]:
    """Yield what the later list has no more, service by service, then departments as a whole."""
    heirs = {name: [heir for heir, row in after.items() if name in row.replaces] for name in before}
    places = {
        text: f"{name}/{clause}"
        for name, row in after.items()
        for clause, text in row.clauses.items()
    }
    for name, row in before.items():
        if name in after:
            yield from _find_losses_of(name, row, after[name], places)
        elif heirs[name]:
            yield Loss("replaced", name, {"heirs": ", ".join(heirs[name])})
        else:
            yield Loss("service", name, {})
    left = {body for row in after.values() for body in row.departments}
    for body in dict.fromkeys(body for row in before.values() for body in row.departments):
        if body not in left:
            yield Loss("department", "", {"name": body})


def _find_losses_of(
    name: str, before: ServiceState, after: ServiceState, places: Mapping[str, str]
) -> Iterator[Loss]:
    for clause, text in before.clauses.items():
        if clause in after.clauses:
            continue
        if now := places.get(text):
            yield Loss("moved", name, {"clause": clause, "now": now})
        else:
            yield Loss("clause", name, {"clause": clause, "text": shorten(text)})
    if after.audience and before.audience != after.audience:
        yield Loss("audience", name, {"before": before.audience, "after": after.audience})
    if lost := [body for body in before.departments if body not in after.departments]:
        yield Loss("departments", name, {"names": ", ".join(lost)})


def find_losses_of_draft(
    before: Services, draft: Sheet[Services]
) -> Iterator[tuple[Position, Loss]]:
    """Yield what a draft has no more, with the place in it where it would be.

    Services that cannot be read are not said to be withdrawn.
    """
    broken = draft.broken_ids
    known = {name: row for name, row in read_rows(before).items() if name not in broken}
    places = {service.id: index for index, service in enumerate(draft.record.services)}
    for loss in find_losses(known, read_rows(draft.record)):
        if broken and loss.kind == "department":
            continue
        at = ("services", places[loss.service]) if loss.service in places else ("services",)
        yield draft.at(*at, key=len(at) == 1), loss
