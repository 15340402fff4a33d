"""A revision of the list and the whole catalog: what every upper floor is built from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from carelist.catalog.columns import list_columns
from carelist.catalog.leads import Leads
from carelist.catalog.reads import kept_property
from carelist.catalog.rules import FREE, join_criteria

if TYPE_CHECKING:
    from carelist.catalog.contacts import Contact
    from carelist.catalog.publication import Published
    from carelist.catalog.records import (
        Audience,
        Column,
        Department,
        Group,
        Hotline,
        Notice,
        Pillar,
        Reading,
        Readings,
        Service,
        Services,
        ServiceType,
        Urgency,
    )
    from carelist.catalog.rules import Condition, Criterion, Questions, Situation
    from carelist.catalog.site import Site
    from carelist.catalog.source import Source
    from carelist.catalog.texts import Place, Text
    from carelist.catalog.vocabulary import Vocabulary
    from carelist.speech.locales import Locales

State = Literal["printed", "merged", "shifted", "inferred"]
Soundness = Literal["sound", "mended", "damaged"]
"""Of a copy: nothing is read otherwise, something is, or its table is declared to be damaged."""


@dataclass(frozen=True)
class Origin:
    """Where one cell of the list comes from in the source copy."""

    row: int
    column: Column
    state: State
    reading: Reading | None
    """Why it is not simply the cell printed in its row; None where it is."""
    repairs: tuple[Reading, ...]
    """Character repairs inside the cell."""
    notes: tuple[Reading, ...]
    """Doubts about its words that change nothing."""
    place: Place | None
    """Where it is printed; None where it is inferred."""
    printed: str
    """The words as the copy prints them."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All that was read in this cell, the gravest first."""
        return (*((self.reading,) if self.reading else ()), *self.repairs, *self.notes)


@dataclass(frozen=True)
class Fidelity:
    """The proof of a revision against its source copy, cell by cell."""

    origins: dict[tuple[int, Column], Origin]
    """By the number of the row and the column."""
    users: dict[tuple[int, int], tuple[tuple[int, Column], ...]]
    """By source line and cell index: the cells of the list that are read from it."""
    lines: dict[Place, int]
    """By place in the table: the number of its line in the source copy."""
    columns: tuple[tuple[str, ...], ...]
    """The column that stands in each cell, page by page."""
    paragraphs: int
    """Paragraphs of the body in use."""

    def count(self, state: State) -> int:
        """How many cells of the list are in this state."""
        return sum(origin.state == state for origin in self.origins.values())


UNPROVED = Fidelity({}, {}, {}, (), 0)
"""Of a list that was not held against its copy, or is not what that says."""


@dataclass(frozen=True)
class Revision:
    """One year's list, whole, and proved."""

    id: str
    notice: Notice
    rows: Services
    how_read: Readings
    source: Source
    fidelity: Fidelity
    published: Published | None = None
    """When it was published and what was corrected since; None where it is not yet frozen."""

    @property
    def services(self) -> tuple[Service, ...]:
        """The services in the order of their numbers."""
        return self.rows.services

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every declared departure from the source copy."""
        return self.how_read.readings

    @kept_property
    def soundness(self) -> Soundness:
        """How sound its copy is: as it declares, and by what is read otherwise than printed."""
        if self.notice.copy_ == "damaged":
            return "damaged"
        otherwise = (reading for reading in self.readings if reading.kind != "stray")
        return "mended" if any(map(self.is_told, otherwise)) else "sound"

    def is_told(self, reading: Reading) -> bool:
        """Whether readers are told of a reading.

        A merged cell is printed for all its rows; only in a damaged copy is it left in the first.
        """
        return reading.kind != "merged" or self.notice.copy_ == "damaged"

    @kept_property
    def by_id(self) -> dict[str, Service]:
        """The services by id, in the order of their numbers."""
        return {service.id: service for service in self.services}

    @kept_property
    def rules(self) -> dict[str, tuple[Criterion, ...]]:
        """By service, the whole rule of each clause: to be of the audience, and to meet its own."""
        return {
            service.id: tuple(
                join_criteria(self.criterion_of(service), clause.criterion)
                for clause in service.clauses
            )
            for service in self.services
        }

    @kept_property
    def audiences(self) -> dict[str, Audience]:
        """The audiences by id, in the order of the list."""
        return {audience.id: audience for audience in self.rows.audiences}

    @kept_property
    def groups(self) -> dict[str, Group]:
        """The service groups by id, in the order of the list."""
        return {group.id: group for group in self.rows.groups}

    @kept_property
    def types(self) -> dict[str, ServiceType]:
        """The service types by id, in the order of the list."""
        return {one.id: one for one in self.rows.types}

    @kept_property
    def conditions(self) -> dict[str, Condition]:
        """The conditions that rules are made of, by id."""
        return self.rows.named_conditions

    def audience_of(self, service: Service) -> Audience | None:
        """For whom a service is; None where the list does not say."""
        return self.audiences[service.audience] if service.audience else None

    def criterion_of(self, service: Service) -> Criterion:
        """Who belongs to those that a service is for: everyone where the list does not say."""
        audience = self.audience_of(service)
        return audience.criterion if audience else FREE

    def people_of(self, service: Service) -> Text | None:
        """What those are called that a service is for; None where the list does not say."""
        audience = self.audience_of(service)
        return audience.name if audience else None

    @kept_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that the list has, as every service has a cell of each; see `Fidelity`."""
        return list_columns(self.rows, self.how_read.table)

    @kept_property
    def headings(self) -> dict[Column, Text]:
        """The printed headings of the further columns, by column."""
        return {column.id: column.heading for column in self.rows.columns}

    @property
    def day(self) -> str:
        """The day that files are dated with: that of the notice, else the first of its year."""
        return self.notice.printed_on or f"{self.id}-01-01"

    @property
    def name(self) -> Text | None:
        """What the list is called: by its table, else its letter; None where neither says it."""
        return self.notice.table_title or self.notice.title

    def list_bodies(self, service: Service) -> tuple[str, ...]:
        """List the ids in the cell of departments: all, but for those that have a cell apart."""
        return service.leading if "supporting" in self.columns else service.departments

    @kept_property
    def prints_numbers(self) -> bool:
        """Whether its table has a column of numbers; else services are counted as they stand."""
        return any("number" in names for names in self.how_read.table)

    @kept_property
    def tells_roles(self) -> bool:
        """Whether it says which departments support the others; the others lead then."""
        return any(service.supporting for service in self.services)

    def title_of(self, service: Service) -> Text:
        """The name to show: the editorial title where there is one, else the official name."""
        return service.title or self.groups[service.group].name


@dataclass(frozen=True)
class Catalog:
    """Everything the site is made from; frozen once it is loaded."""

    site: Site
    pillars: dict[str, Pillar]
    departments: dict[str, Department]
    hotlines: tuple[Hotline, ...]
    contacts: tuple[Contact, ...]
    """Whom the latest notice names near families."""
    urgent: tuple[Urgency, ...]
    vocabulary: Vocabulary
    """Words that people use and the list does not."""
    ready: Questions
    """All questions of the city; see `questions`."""
    situations: tuple[Situation, ...]
    revisions: tuple[Revision, ...]
    """The oldest first."""
    written_in: Locales
    """The locales that the city names; see `locales`."""

    @property
    def latest(self) -> Revision:
        """The revision that is in force."""
        return self.revisions[-1]

    @kept_property
    def locales(self) -> Locales:
        """What the site is written in, as it speaks of the list that is in force."""
        has_letter = not self.revisions or self.latest.notice.is_letter
        return self.written_in if has_letter else self.written_in.without_letter()

    @kept_property
    def questions(self) -> Questions:
        """The questions that are asked: those that some rule turns on.

        A ready set can so be there before the rules are.
        """
        used = {one.fact for list_ in self.revisions for one in list_.conditions.values()}
        return self.ready.model_copy(
            update={"facts": tuple(fact for fact in self.ready.facts if fact.id in used)}
        )

    @kept_property
    def names_departments(self) -> bool:
        """Whether some list names departments for its services: only then has each its page."""
        return any(service.departments for one in self.revisions for service in one.services)

    @property
    def general_hotlines(self) -> tuple[Hotline, ...]:
        """The numbers for every question; the first is the one to name where one is named."""
        return tuple(hotline for hotline in self.hotlines if hotline.is_general)

    @kept_property
    def leads(self) -> Leads:
        """Where references lead in the list that is in force."""
        names = [revision.id for revision in self.revisions]
        return Leads(names[-1], names[-2:][0], tuple(one.rows for one in self.revisions))

    @kept_property
    def spoken(self) -> Vocabulary:
        """The vocabulary of the list that is in force: what leads into it, where it leads now."""
        terms = tuple(
            entry.model_copy(update={"to": to})
            for entry in self.vocabulary.terms
            if (to := self.leads.follow_until(entry.until, entry.to))
        )
        return self.vocabulary.model_copy(update={"terms": terms})

    @property
    def list_name(self) -> Text:
        """What the list in force is called; the name of the site where it prints none."""
        return self.latest.name or self.site.name

    def pillar_of(self, service: Service) -> Pillar | None:
        """The pillar of a service; None where the list has none."""
        return self.pillars[service.pillar] if service.pillar else None

    def with_revision(self, revision: Revision) -> Catalog:
        """Give the catalog with one revision more, among the others by its year."""
        revisions = sorted([*self.revisions, revision], key=lambda one: one.id)
        return replace(self, revisions=tuple(revisions))
