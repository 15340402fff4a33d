"""What catalog.json holds: its schema is made of this, and mypy holds the export against it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, WithJsonSchema
from typing_extensions import TypedDict  # pydantic wants it before Python 3.12

from carelist.catalog.records import Column, How, Means, ReadingKind
from carelist.catalog.texts import FACT, SLUG

ID = f"^{SLUG}$"
Id = Annotated[str, Field(pattern=ID)]
Words = Annotated[Any, WithJsonSchema({"$comment": "#/$defs/text"})]
"""A text by locale."""
Rule = Annotated[Any, WithJsonSchema({"$comment": "#/$defs/criterion"})]
"""A condition's id, `everyone`, or criteria joined."""


class Remark(TypedDict):
    """What this site says beside official words."""

    text: Words
    services: list[Id]


class Measure(TypedDict):
    """A paragraph of the notice."""

    id: Id
    heading: Words
    text: Words
    remark: Remark | None


class Notice(TypedDict):
    """The notice without its table."""

    number: Words | None
    title: Words | None
    printed_on: Annotated[str, WithJsonSchema({"type": "string", "format": "date"})] | None
    issuers: list[Id]
    addressees: Words | None
    opening: Words | None
    measures: list[Measure]
    table_title: Words | None
    disclosure: Words | None
    signatory: Words | None
    colophon: Words | None


class Pillar(TypedDict):
    """A heading of the list."""

    id: Id
    name: Words
    summary: Words | None
    colour: str
    icon: str


class Printed(TypedDict):
    """The names under which the notice prints a department."""

    table: str | None
    also: list[str]
    """Other names of it in the table or the letter."""
    addressees: str | None


class Department(TypedDict):
    """A body that answers for services."""

    id: Id
    name: Words
    name_source: str | None
    printed: Printed


class ServiceType(TypedDict):
    """What kind of help services are, where the list prints it."""

    id: Id
    name: Words


class FurtherColumn(TypedDict):
    """A column of the table beyond those that every list has."""

    id: Id
    heading: Words
    means: Means


class Option(TypedDict):
    """An answer to choose."""

    id: Id
    label: Words


class Question(TypedDict):
    """What is asked of a family."""

    id: Annotated[str, Field(pattern=f"^{FACT}$")]
    about: Literal["person", "family"]
    choose: Literal["one", "several"]
    asked: Literal["plainly", "with-care"]
    name: Words
    question: Words
    why: Words
    options: list[Option]


Condition = TypedDict(
    "Condition",
    {
        "id": Id,
        "fact": str | None,
        "is": list[Id],
        "set_by": list[Id],
        "quote": Words,
        "words": Words,
    },
)
"""What rules are made of; `is` is a word of Python, and no name of a field in a class."""


class Clause(TypedDict):
    """One promise of a service."""

    id: Id
    title: Words
    how: How
    condition: Words | None
    text: Words
    remark: Remark | None
    criterion: Rule | None


class Reading(TypedDict):
    """What was read otherwise than it is printed, as in some cells of a service."""

    id: Id
    kind: ReadingKind
    columns: list[Column]
    beside: list[str]
    printed: str | None
    read: str | None
    maybe: str | None
    sure: Annotated[int, Field(ge=1, le=100)] | None
    plain: Words
    why: Words


class Under(TypedDict):
    """A service on the list of a place above, which a service carries out."""

    place: Id
    service: Id


class Service(TypedDict):
    """One row of the table."""

    id: Id
    number: Annotated[int, Field(ge=1)]
    printed_number: str | None
    pillar: Id | None
    types: list[Id]
    group: Words
    title: Words
    summary: Words | None
    audience: Words | None
    audience_criterion: Rule | None
    task: Words
    quotation: str
    clauses: Annotated[list[Clause], Field(min_length=1)]
    departments: list[Id]
    supporting: list[Id]
    others: bool
    cells: dict[str, Words]
    readings: list[Reading]
    under: NotRequired[Annotated[list[Under], Field(min_length=1)]]


Change = TypedDict(
    "Change",
    {
        "kind": str,
        "major": bool,
        "services": list[Id],
        "sentence": Words,
        "was": Words | None,
        "is": Words | None,
        "gains": Words | None,
        "loses": Words | None,
    },
)
"""A difference between two lists; `is` is a word of Python, and no name of a field in a class."""


class Published(TypedDict):
    """One revision of a list."""

    revision: Annotated[str, Field(pattern="^[0-9]{4}$")]
    notice: Notice
    pillars: list[Pillar]
    departments: list[Department]
    types: list[ServiceType]
    columns: list[FurtherColumn]
    questions: list[Question]
    conditions: list[Condition]
    services: list[Service]
    readings: list[Reading]
    """Those that concern no cell of a service; each service has its own."""


Url = Annotated[
    str, Field(pattern="^https?://"), WithJsonSchema({"type": "string", "format": "uri"})
]
Day = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
Year = Annotated[str, Field(pattern="^[0-9]{4}$")]


class Document(TypedDict):
    """What every file of one thing says of itself."""

    self: Url
    alternate: dict[str, Url]
    """The pages about the same thing, by locale."""
    describedby: Url
    """Its schema."""
    revision: Year
    """The list that it is of."""


class ServiceDocument(Document):
    """A service."""

    service: Service


class DepartmentDocument(Document):
    """A department, and its services in the order of the list."""

    department: Department
    issues: bool
    services: list[Id]


class PillarDocument(Document):
    """A pillar, and its services in the order of the list."""

    pillar: Pillar
    services: list[Id]


class Correction(TypedDict):
    """What was mended in a list after it was published."""

    corrected_on: Day
    what: Words
    services: list[Id]


class RevisionDocument(Document):
    """A list as it was in a year, with all that was mended since."""

    published_on: Day | None
    corrections: list[Correction]
    content: Published


class ChangesDocument(Document):
    """What changed from one list to another."""

    before: Year
    after: Year
    changes: list[Change]


class IndexedRevision(TypedDict):
    """A list among all lists."""

    id: Year
    printed_on: Day | None
    published_on: Day | None
    url: Url


class IndexedChanges(TypedDict):
    """A comparison among all that there are."""

    before: Year
    after: Year
    url: Url


class Indexed(TypedDict):
    """A service, a department or a pillar among all of the list."""

    id: Id
    name: Words
    url: Url


class IndexDocument(Document):
    """All files of one thing."""

    revisions: list[IndexedRevision]
    changes: list[IndexedChanges]
    services: list[Indexed]
    departments: list[Indexed]
    pillars: list[Indexed]
