"""What the files of the catalog hold, as records: the city's own files, then a revision's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

from pydantic import AfterValidator, Field

from carelist.catalog.contacts import Contact, Office  # pydantic reads them
from carelist.catalog.former import FormerName, find_former
from carelist.catalog.kinds import Kind
from carelist.catalog.rules import Condition, Criterion, Examples
from carelist.catalog.telephones import OneNumber, read_telephones
from carelist.catalog.texts import (
    ByLocale,
    ColumnName,
    Date,
    FileName,
    Icon,
    Id,
    Line,
    Number,
    Open,
    Percentage,
    Places,
    PrintedText,
    Record,
    Rows,
    Switch,
    Text,
    fits,
    schema,
)
from carelist.catalog.unwritten import list_unwritten, name_rule, spread, take_summary, take_title

if TYPE_CHECKING:
    from carelist.speech.locales import Locale

FixedColumn = Literal["pillar", "audience", "group", "task", "departments", "supporting", "types"]
"""The columns that have fields of their own in a service."""
Column = ColumnName
"""A fixed column, or the id of a further one that `columns` in services.yml declares."""
PrintedColumn = ColumnName
"""A column, or `number`."""
Colour = Literal["coral", "blue", "green", "amber", "rose", "violet", "teal", "slate"]
How = Literal["apply", "attend", "public", "ask"]
Means = Literal[
    "standard", "how", "where", "documents", "telephone", "link", "funding", "remark", "other"
]
CopyState = Literal["sound", "damaged"]
ReadingKind = Literal["merged", "shifted", "inferred", "repaired", "stray", "lost", "note"]

_SHA256 = r"[0-9a-f]{64}"
Sha256 = Annotated[Line, fits(Kind.NOT_A_DIGEST, _SHA256), schema(_SHA256)]

OPEN = "符合条件"
"""What the notice writes where it leaves to a department who is meant."""


class Pillar(Record):
    """One of the headings under which the list orders its services."""

    id: Id
    name: Text
    name_source: Line | None = None
    """What the English name rests on, where there is one."""
    colour: Colour = "slate"
    """Where none is given, the one that its place among the pillars has."""
    icon: Icon = "tag-outline"
    """Name of a Material Design icon, such as `baby-carriage`."""
    summary: Text | None = None
    """What it is about; editorial. Where there is none, pages name the services that it holds."""
    formerly: tuple[FormerName, ...] = ()
    """Its names in earlier lists, the oldest first."""

    def as_of(self, year: str) -> Pillar:
        """Give the pillar under the name that the list of a year has for it."""
        former = find_former(self.formerly, year)
        return self.model_copy(update={"name": former.name}) if former else self


class Printed(Record):
    """The names under which the notice prints a department."""

    table: Line | None = None
    """As in the cells of the table that name bodies; left out where no row names it."""
    also: tuple[Line, ...] = ()
    """Other names of it in the table or the letter, where the notice has several."""
    addressees: Line | None = None
    """As in the line of addressees; left out where it names another body, or none."""


class FormerBody(FormerName):
    """A name under which earlier lists have a department."""

    printed: Printed


class Department(Record):
    """A responsible body."""

    id: Id
    name: Text
    name_source: Line | None = None
    """`customary`, or the source of the English name, where there is one."""
    printed: Printed = Printed()
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

    number: OneNumber
    for_: Text = Field(alias="for")
    """What the number is for."""
    source: Text
    """Who published it, and when."""
    departments: tuple[Id, ...] = ()
    """Whose number it is; empty for a number of all departments."""
    services: tuple[Id, ...] = ()
    """Services that it helps with besides those of its departments."""

    @property
    def dialled(self) -> str:
        """What a telephone dials for it."""
        return read_telephones(self.number)[0].dialled

    @property
    def is_general(self) -> bool:
        """Whether it is for every question, and no department's own."""
        return not (self.departments or self.services)


class Urgency(ByLocale):
    """A need that cannot wait: the search and pages of services name the numbers before all else.

    Its words, of each locale, are told in what somebody types, wherever they stand.
    """

    holds = tuple[Line, ...]
    __pydantic_extra__: dict[str, tuple[Line, ...]] = Field(init=False)

    numbers: tuple[OneNumber, ...] = Field(min_length=1)
    """Whom to call, the first to call first; each is one of `hotlines`."""
    services: tuple[Id, ...] = ()
    """Services for which somebody in such need may look: their pages open with the numbers."""
    found: tuple[Id, ...] = ()
    """Services which only those in such need find first; else words alone tell."""
    waits: bool = False
    """Whether it can wait: who asks for a number, or for what no list has, is told whom to ask."""

    def list(self, locale: Locale) -> tuple[str, ...]:
        """List the words of a locale."""
        return self.get(locale) or ()


class Pillars(Record):
    """pillars.yml."""

    pillars: Annotated[
        tuple[Pillar, ...], AfterValidator(lambda pillars: spread(get_args(Colour), pillars))
    ]
    """Empty for a list that is not ordered by pillars."""


class Departments(Record):
    """departments.yml, in the order of the line of addressees."""

    departments: tuple[Department, ...]
    """Empty for a list that names no body."""


class Hotlines(Record):
    """hotlines.yml: whom to ask besides the departments, the most general number first."""

    contacts: tuple[Contact, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    urgent: tuple[Urgency, ...] = ()
    """Needs that cannot wait, and whom to call then."""


class Remark(Record):
    """What this site says beside official words: a doubt, or what words mean; editorial."""

    text: Text
    services: tuple[Id, ...] = ()
    """Services of the same list that it refers to."""


class Measure(Record):
    """One numbered paragraph of the notice's body."""

    id: Id
    heading: PrintedText
    """The words of the paragraph that name it."""
    text: PrintedText
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
    """notice.yml: the published document without its table; a letter need not have every part."""

    source: FileName
    """The file that holds the verbatim copy."""
    original: Original | None = None
    """The file that the copy was made of, where that is not a text."""
    copy_: CopyState = Field(default="sound", alias="copy")
    """Whether the table of the copy is damaged, as that of a scan may be; merged cells are none."""
    number: PrintedText | None = None
    title: PrintedText | None = None
    printed_on: Date | None = None
    issuers: tuple[Id, ...] = ()
    """The bodies that issued it together, in printed order, as far as the letter names them."""
    addressees: PrintedText | None = None
    opening: PrintedText | None = None
    measures: tuple[Measure, ...] = ()
    table_title: PrintedText | None = None
    disclosure: PrintedText | None = None
    signatory: PrintedText | None = None
    colophon: PrintedText | None = None
    asks: tuple[Ask, ...] = ()

    @property
    def is_letter(self) -> bool:
        """Whether there is more than the name of the list: some part of a letter around it."""
        return bool(self.number or self.title or self.addressees or self.opening or self.measures)

    def find_quoted(self, quote: Text) -> str:
        """Give the id of the measure that has some words; empty where none does."""
        found = (one.id for one in self.measures if quote.source in one.text.source)
        return next(found, "")


class Audience(Record):
    """For whom services are, as printed (服务对象)."""

    id: Id
    name: PrintedText
    criterion: Criterion = Field(default_factory=lambda fields: name_rule(fields["name"]))
    """Who belongs to it, as far as its words say; always open where nobody has written it yet."""
    examples: Examples = Examples()


class Group(Record):
    """The official name of one or more services (服务项目)."""

    id: Id
    name: PrintedText


class ServiceType(Record):
    """What kind of help services are, where the list prints that besides the pillar (服务类型)."""

    id: Id
    """By which services name it."""
    name: PrintedText
    """As the list prints it."""


class FurtherColumn(Record):
    """A column of the printed table beyond the fixed ones, shown verbatim under its heading."""

    id: ColumnName
    """By which `cells` and readings name it."""
    heading: PrintedText
    """As the head of the table prints it."""
    means: Means
    """What its cells say.

    `standard`: which amount, or how much. `how`, `where`: how and where one applies. `documents`:
    what one brings. `telephone`, `link`: whom to call, which address to open. `funding`: who pays.
    `remark`: notes. `other`: anything else.
    """


class Cells(Open):
    """The words of a service in the further columns, by the column's id."""

    __pydantic_extra__: dict[str, PrintedText] = Field(init=False)
    holds: ClassVar[object] = PrintedText

    @property
    def by_column(self) -> dict[str, PrintedText]:
        """The words of each cell that is not empty, by column."""
        return dict(self.model_extra or {})


class Clause(Record):
    """One promise inside a service's task, the unit that has conditions of its own."""

    id: Id
    """Stable for ever: the fragment that others link to."""
    text: PrintedText
    """A span of the official task; joined, the clauses are the task."""
    title: Text = Field(default_factory=take_title)
    """What the promise is, in a few words; editorial. Its own first words where it has none."""
    how: How = "ask"
    """How one gets it, as far as its words say; editorial.

    `apply`: they speak of applying. `attend`: of an activity, a talk or a course. `public`: of work
    that departments do for no family in particular. `ask`: they do not say how.
    """
    condition: Text | None = None
    """The words of the clause that say for whom, or on which condition."""
    remark: Remark | None = None
    """What this site says beside its words; editorial, and no part of their translation."""
    criterion: Criterion = Field(default_factory=lambda fields: name_rule(fields["text"]))
    """What it asks for besides belonging to the audience; `everyone` where it asks nothing, and
    always open where nobody has written it yet."""
    examples: Examples = Examples()
    """Profiles by the verdict of audience and clause together."""

    @property
    def is_titled(self) -> bool:
        """Whether somebody has written what it is called."""
        return "title" in self.model_fields_set

    @property
    def leaves_condition_open(self) -> bool:
        """Whether it speaks of those "who meet the conditions" and says no more of them."""
        return OPEN in self.text.source


class Under(Record):
    """A service on the list of a place above, as the list of a province is above that of a city."""

    place: Id
    """The place above, by its id in `places.yml` of their portal."""
    service: Id
    """The service, by its id on the list of that place."""


class Service(Record):
    """One row of the table."""

    id: Id
    """Stable for ever: outlives renumbering, renaming and moving."""
    number: Number
    """Its place in the list, counted from 1: the address of the item."""
    printed_number: Line | None = None
    """What the list prints in its place, such as `1.1`, where that is another thing."""
    pillar: Id | None = None
    """Absent where the list has no pillars."""
    audience: Id | None = None
    """Absent where the list does not say for whom its services are."""
    group: Id
    title: Text | None = None
    """A short name that tells it from others of its group; editorial."""
    types: tuple[Id, ...] = ()
    """What kind of help it is, in printed order, where the list says so."""
    departments: tuple[Id, ...] = ()
    """Every body that the row names, in printed order; those that lead and those that support."""
    supporting: tuple[Id, ...] = ()
    """Those of them that the list prints as supporting."""
    others: Switch = False
    """Whether the list names further departments without their names (等部门)."""
    cells: Cells = Cells()
    """Its words in the further columns of the table."""
    replaces: tuple[Id, ...] = ()
    """Services of the revision before whose place it takes: declared, never guessed."""
    under: tuple[Under, ...] = ()
    """Services on lists of places above that it carries out: declared, never guessed."""
    clauses: tuple[Clause, ...] = Field(min_length=1)
    summary: Text = Field(default_factory=take_summary)
    """What this is, in everyday words; editorial. Where there is none, pages show the first of
    the official words, and say that nobody has summed it up."""

    @property
    def is_summed_up(self) -> bool:
        """Whether somebody has written what this is in plain words."""
        return "summary" in self.model_fields_set

    @property
    def task(self) -> str:
        """The official task in Chinese: its clauses, joined."""
        return "".join(clause.text.source for clause in self.clauses)

    @property
    def leading(self) -> tuple[Id, ...]:
        """The bodies that it names and does not print as supporting."""
        return tuple(name for name in self.departments if name not in self.supporting)


class Services(Record):
    """services.yml: the rows of the table, with the names that rows share."""

    audiences: tuple[Audience, ...] = ()
    """None where the list does not say for whom its services are."""
    types: tuple[ServiceType, ...] = ()
    """None where no column prints them."""
    columns: tuple[FurtherColumn, ...] = ()
    """The further columns of the table, in printed order."""
    groups: tuple[Group, ...] = Field(min_length=1)
    conditions: tuple[Condition, ...] = ()
    """The conditions that criteria are made of, each worded once."""
    services: tuple[Service, ...] = Field(min_length=1)

    @property
    def named_conditions(self) -> dict[str, Condition]:
        """Every condition by its id; those too that stand for rules nobody has written yet."""
        rules = [
            *((audience.criterion, audience.name) for audience in self.audiences),
            *((one.criterion, one.text) for service in self.services for one in service.clauses),
        ]
        return {c.id: c for c in self.conditions} | list_unwritten(rules)


class Reading(Record):
    """One declared departure from the source copy: where, printed, read as, how sure, why."""

    id: Id
    kind: ReadingKind
    rows: Rows = ()
    """Numbers of the services whose cells are read."""
    columns: tuple[Column, ...] = ()
    """The columns that are read."""
    beside: Places = ()
    """The number beside which the cells stand: one for all rows, or one for each.

    Where the numbers that are printed do not serve, services are counted as they stand.
    """
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
    """What was done, in everyday words."""
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
