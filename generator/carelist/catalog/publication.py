"""What is recorded of a revision when it is published, and the log of what was mended since."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import Field

from carelist.catalog.texts import Date, Id, Line, Record, Text, find_digest
from carelist.catalog.web_names import Tag
from carelist.catalog.yaml_writing import write_file
from carelist.speech.comments import write_comment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Notice, Readings, Service, Services

SITE_RULES = {"criterion", "examples", "conditions"}
"""Fields of the rows that are this site's reading of the conditions, and not the list's words."""
LEFT_OUT = SITE_RULES | {"copy_", "under"}
"""Fields that no correction need tell of: those, what state the kept file is in, and what of the
list of a place above a service carries out."""


class FrozenService(Record):
    """A service as it was published."""

    id: Id
    official: Line
    """Digest of its official words."""
    clauses: tuple[Id, ...] = Field(min_length=1)
    """The ids of its clauses, to which links lead."""


class Correction(Record):
    """One line of the log that readers see."""

    corrected_on: Date
    what: Text
    content: Line
    """Digest of all that the revision says, once it was corrected."""
    services: tuple[FrozenService, ...] = ()
    """Services whose official words are read otherwise since."""
    concerns: tuple[Id, ...] = ()
    """Services of which something else was mended, such as a translation."""

    @property
    def touched(self) -> frozenset[str]:
        """The ids of all services that it says it touches."""
        return frozenset((*self.concerns, *(service.id for service in self.services)))


class Origin(NamedTuple):
    """What a record of publication belongs to."""

    revision: str
    tag: str


class Published(Record):
    """published.yml: a revision is frozen once it has this file."""

    revision: Line | None = None
    """The year of the list that it records."""
    tag: Tag | None = None
    """That of the site when the list was published."""
    published_on: Date
    source: Line
    """Digest of the verbatim copy."""
    content: Line
    """Digest of all that the revision says, as it was published."""
    seal: Line
    """Digest of the rest of the record, its log apart."""
    services: tuple[FrozenService, ...] = Field(min_length=1)
    corrections: tuple[Correction, ...] = ()
    """The oldest first."""

    @property
    def last_content(self) -> str:
        """The digest of all that the revision says since the last correction."""
        return self.corrections[-1].content if self.corrections else self.content

    @property
    def is_sealed(self) -> bool:
        """Whether the record is as it was written when the revision was published."""
        return self.seal == self.find_seal(self.origin)

    @property
    def origin(self) -> Origin | None:
        """What it belongs to; None for a record of before this was written down."""
        return Origin(self.revision, self.tag) if self.revision and self.tag else None

    def find_seal(self, origin: Origin | None) -> str:
        """Give the seal of the record where it says to belong there."""
        head = (self.published_on, self.source, self.content)
        return find_seal((*(origin or ()), *head), self.services)

    @property
    def named_corrections(self) -> dict[str, Correction]:
        """The log by names that last: the day, and behind it which of the day, from the second."""
        days: Counter[str] = Counter()
        named = {}
        for correction in self.corrections:
            day = correction.corrected_on
            days[day] += 1
            named[day if days[day] == 1 else f"{day}-{days[day]}"] = correction
        return named

    @property
    def frozen(self) -> dict[str, FrozenService]:
        """Every service as it was last recorded, by id."""
        listed = (*self.services, *(s for c in self.corrections for s in c.services))
        return {service.id: service for service in listed}


def find_seal(head: tuple[str, ...], services: tuple[FrozenService, ...]) -> str:
    """Give the digest of a record of publication, which tells whether somebody edited it."""
    listed = (f"{s.id} {s.official} {' '.join(s.clauses)}" for s in services)
    return find_digest("\n".join((*head, *listed)))


def freeze_services(rows: Services) -> tuple[FrozenService, ...]:
    """Give the services as a record of publication holds them."""
    audiences = {audience.id: audience.name.source for audience in rows.audiences}
    groups = {group.id: group.name.source for group in rows.groups}
    frozen = []
    for service in rows.services:
        words = (
            str(service.number),
            service.pillar or "",
            audiences.get(service.audience or "", ""),
            groups.get(service.group, ""),
            " ".join(service.departments),
            service.task,
            *_list_further(service),
        )
        clauses = tuple(clause.id for clause in service.clauses)
        digest = find_digest("\n".join(words))
        frozen.append(FrozenService(id=service.id, official=digest, clauses=clauses))
    return tuple(frozen)


def _list_further(service: Service) -> Iterator[str]:
    """Yield the official words that not every list has; none for a list of before they came."""
    if service.printed_number:
        yield f"number: {service.printed_number}"
    if service.types:
        yield f"types: {' '.join(service.types)}"
    if service.supporting:
        yield f"supporting: {' '.join(service.supporting)}"
    if service.others:
        yield "others"
    for column, text in service.cells.by_column.items():
        yield f"{column}: {text.source}"


def find_content_digest(notice: Notice, rows: Services, how_read: Readings) -> str:
    """Give the digest of all that a revision says, but for the site's own rules."""
    parts = [
        _leave_out_rules(r.model_dump(mode="json", exclude_unset=True))
        for r in (notice, rows, how_read)
    ]
    return find_digest(json.dumps(parts, ensure_ascii=False, sort_keys=True))


def _leave_out_rules(value: Any) -> Any:  # noqa: ANN401  # JSON is of many types
    """Leave out rules, and fields that hold nothing: a new kind of field changes no digest."""
    if isinstance(value, dict):
        kept = {k: _leave_out_rules(v) for k, v in value.items() if k not in LEFT_OUT}
        return {k: v for k, v in kept.items() if v not in (None, False, [], {})}
    return [_leave_out_rules(entry) for entry in value] if isinstance(value, list) else value


def write_publication(
    origin: Origin,
    published_on: str,
    source: str,
    content: str,
    services: tuple[FrozenService, ...],
) -> str:
    """Write the file of a revision that is published now.

    Args:
        origin: The list and the site that the record belongs to.
        published_on: The day, as 2026-01-31.
        source: Digest of the copy.
        content: Digest of all that the revision says.
        services: The services as they are frozen.
    """
    head = {"published_on": published_on, "source": source, "content": content}
    record = {
        **origin._asdict(),
        **head,
        "seal": find_seal((*origin, *head.values()), services),
        "corrections": [],
        "services": [service.model_dump() for service in services],
    }
    return write_file("published", record, write_comment("published"))
