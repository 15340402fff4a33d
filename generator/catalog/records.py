"""What the files of the catalog hold, as records: the city's own files, then a revision's."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.catalog.contacts import Contact, Office  # pydantic reads them
from generator.catalog.former import FormerName, find_former
from generator.catalog.rules import Condition, Criterion, Examples
from generator.catalog.texts import (
    Date,
    FileName,
    Icon,
    Id,
    Line,
    Number,
    Percentage,
    PhoneNumber,
    Places,
    Record,
    Rows,
    Sha256,
    Text,
)

Column = Literal["pillar", "audience", "group", "task", "departments"]
PrintedColumn = Literal["pillar", "number", "audience", "group", "task", "departments"]
Colour = Literal["coral", "blue", "green", "amber", "rose", "violet", "teal", "slate"]
How = Literal["apply", "attend", "public", "ask"]
ReadingKind = Literal["merged", "shifted", "inferred", "repaired", "stray", "lost", "note"]

OPEN = "符合条件"
"""What the notice writes where it leaves to a department who is meant."""


class Pillar(Record):
    """One of the headings under which the list orders its services."""

    id: Id
    name: Text
    name_source: Line
    """What the English name rests on."""
    colour: Colour
    icon: Icon
    """Name of a Material Design icon, such as `baby-carriage`."""
    summary: Text
    formerly: tuple[FormerName, ...] = ()
    """Its names in earlier lists, the oldest first."""

    def as_of(self, year: str) -> Pillar:
        """Give the pillar under the name that the list of a year has for it."""
        former = find_former(self.formerly, year)
        return self.model_copy(update={"name": former.name}) if former else self


class Printed(Record):
    """The names under which the notice prints a department."""

    table: Line | None = None
    """As in the last column of the table; left out where no row names it."""
    addressees: Line
    """As in the line of addressees."""


class FormerBody(FormerName):
    """A name under which earlier lists have a department."""

    printed: Printed


class Department(Record):
    """A responsible body."""

    id: Id
    name: Text
    name_source: Line
    """`customary`, or the source of the English name."""
    printed: Printed
    formerly: tuple[FormerBody, ...] = ()
    """Its names in earlier lists, the oldest first."""
    offices: tuple[Office, ...] = ()
    """Its offices in the districts, as far as there is a sound source for them."""

    def as_of(self, year: str) -> Department:
        """Give the department under the name that the list of a year has for it."""
        former = find_former(self.formerly, year)
        if former is None:
            return self
        return self.model_copy(update={"name": former.name, "printed": former.printed})


class Hotline(Record):
    """A public telephone number: editorial, not part of the notice."""

    number: PhoneNumber
    for_: Text = Field(alias="for")
    """What the number is for."""
    source: Text
    """Who published it, and when."""
    departments: tuple[Id, ...] = ()
    """Whose number it is; empty for a number of all departments."""
    services: tuple[Id, ...] = ()
    """Services that it helps with besides those of its departments."""

    @property
    def is_general(self) -> bool:
        """Whether it is for every question, and no department's own."""
        return not (self.departments or self.services)


class Pillars(Record):
    """pillars.yml."""

    pillars: tuple[Pillar, ...] = Field(min_length=1)


class Departments(Record):
    """departments.yml, in the order of the line of addressees."""

    departments: tuple[Department, ...] = Field(min_length=1)


class Hotlines(Record):
    """hotlines.yml: whom to ask besides the departments, the most general number first."""

    contacts: tuple[Contact, ...] = ()
    hotlines: tuple[Hotline, ...] = ()


class Remark(Record):
    """What this site says beside official words: a doubt, or what words mean; editorial."""

    text: Text
    services: tuple[Id, ...] = ()
    """Services of the same list that it refers to."""


class Measure(Record):
    """One numbered paragraph of the notice's body."""

    id: Id
    heading: Text
    """The words of the paragraph that name it."""
    text: Text
    remark: Remark | None = None
    """What this site says beside its words."""


class Ask(Record):
    """What the notice asks of people outside government: an editorial choice of its words."""

    id: Id
    who: Text
    measure: Id
    quote: Text
    """Words of the measure, verbatim."""
    plain: Text
    """How such a reader may understand them; editorial."""
    services: tuple[Id, ...] = ()


class Original(Record):
    """The file in which a notice came, such as a Word document; it is not kept beside the list."""

    file: Line
    """Its name, without a folder."""
    sha256: Sha256
    """The SHA-256 of its bytes, by which it can be told from any other."""


class Notice(Record):
    """notice.yml: the published document without its table."""

    source: FileName
    """The file that holds the verbatim copy."""
    original: Original | None = None
    """The file that the copy was made of, where that is not a text."""
    number: Text
    title: Text
    printed_on: Date
    issuers: tuple[Id, ...] = Field(min_length=1)
    """The bodies that issued it together, in printed order."""
    addressees: Text
    opening: Text
    measures: tuple[Measure, ...] = Field(min_length=1)
    table_title: Text
    disclosure: Text
    signatory: Text
    colophon: Text
    asks: tuple[Ask, ...] = ()


class Audience(Record):
    """For whom services are, as printed (服务对象)."""

    id: Id
    name: Text
    criterion: Criterion
    """Who belongs to it, as far as its words say."""
    examples: Examples = Examples()


class Group(Record):
    """The official name of one or more services (服务项目)."""

    id: Id
    name: Text


class Clause(Record):
    """One promise inside a service's task, the unit that has conditions of its own."""

    id: Id
    """Stable for ever: the fragment that others link to."""
    title: Text
    """What the promise is, in a few words; editorial."""
    how: How
    """How one gets it, as far as its words say; editorial.

    `apply`: they speak of applying. `attend`: of an activity, a talk or a course. `public`: of work
    that departments do for no family in particular. `ask`: they do not say how.
    """
    condition: Text | None = None
    """The words of the clause that say for whom, or on which condition."""
    text: Text
    """A span of the official task; joined, the clauses are the task."""
    remark: Remark | None = None
    """What this site says beside its words; editorial, and no part of their translation."""
    criterion: Criterion
    """What it asks for besides belonging to the audience; `everyone` where it asks nothing."""
    examples: Examples = Examples()
    """Profiles by the verdict of audience and clause together."""

    @property
    def leaves_condition_open(self) -> bool:
        """Whether it speaks of those "who meet the conditions" and says no more of them."""
        return OPEN in self.text.source


class Service(Record):
    """One row of the table."""

    id: Id
    """Stable for ever: outlives renumbering, renaming and moving."""
    number: Number
    pillar: Id
    audience: Id
    group: Id
    title: Text | None = None
    """A short name that tells it from others of its group; editorial."""
    departments: tuple[Id, ...] = Field(min_length=1)
    replaces: tuple[Id, ...] = ()
    """Services of the revision before whose place it takes: declared, never guessed."""
    summary: Text
    """What this is, in a parent's words; editorial."""
    clauses: tuple[Clause, ...] = Field(min_length=1)

    @property
    def task(self) -> str:
        """The official task in Chinese: its clauses, joined."""
        return "".join(clause.text.source for clause in self.clauses)


class Services(Record):
    """services.yml: the rows of the table, with the names that rows share."""

    audiences: tuple[Audience, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = Field(min_length=1)
    conditions: tuple[Condition, ...] = ()
    """The conditions that criteria are made of, each worded once."""
    services: tuple[Service, ...] = Field(min_length=1)


class Reading(Record):
    """One declared departure from the source copy: where, printed, read as, how sure, why."""

    id: Id
    kind: ReadingKind
    rows: Rows = ()
    """Numbers of the services whose cells are read."""
    columns: tuple[Column, ...] = ()
    """The columns that are read."""
    beside: Places = ()
    """The printed number beside which the cells stand: one for all rows, or one for each."""
    from_: PrintedColumn | None = Field(default=None, alias="from")
    """The column they are printed in, where it is another one."""
    printed: Line | None = None
    """The words exactly as printed."""
    read: Line | None = None
    """What they are read as."""
    maybe: Line | None = None
    """How a note's words might be read; changes nothing."""
    sure: Percentage | None = None
    plain: Text
    """What was done, in a parent's words."""
    why: Text
    """The evidence."""


class Unstated(Record):
    """Something that readers look for and the notice does not state."""

    id: Id
    text: Text


class Readings(Record):
    """readings.yml: how the source copy was read."""

    table: tuple[tuple[PrintedColumn, ...], ...] = Field(min_length=1)
    """Which column stands in which cell, page by page of the printed table."""
    readings: tuple[Reading, ...] = ()
    not_stated: tuple[Unstated, ...] = ()
