"""The records that several page kinds show: tags, cards, cell notes, readings, hotlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from carelist.catalog.records import Colour, How, ReadingKind
    from carelist.catalog.telephones import Telephone
    from carelist.site.speaking import Said


class Link(NamedTuple):
    """A link with its label."""

    label: str | Said
    """Words of the interface, or a text of the list."""
    href: str
    current: bool = False


class Entry(NamedTuple):
    """What a menu leads to, wherever the menu stands."""

    label: str | Said
    path: str
    """Without the locale."""


class PillarTag(NamedTuple):
    """A pillar's name with its colour and icon."""

    id: str
    name: Said
    colour: Colour
    icon: str
    href: str
    inferred: bool
    """Whether the name is printed nowhere in the source copy."""


class DepartmentTag(NamedTuple):
    """A department's name, in Chinese too, as it is needed at a counter."""

    id: str
    name: Said
    source: str
    href: str
    """Empty where no list names departments for its services: then they have no pages."""


class Bodies(NamedTuple):
    """Departments that a service has in one role."""

    label: str
    """The role, in words."""
    tags: tuple[DepartmentTag, ...]
    others: bool
    """Whether the list goes on with further departments, without their names."""


class FurtherCell(NamedTuple):
    """A cell of a further column of the list, in its own words."""

    heading: Said
    """As the head of the table prints it."""
    text: Said
    mark: CellMark | None


class Background(NamedTuple):
    """Who counts as one of those that the list is for; no condition of the notice."""

    text: Said
    source: Said


class MarkedText(NamedTuple):
    """A text of the letter, with a mark for each place in it that was repaired."""

    said: Said
    marks: tuple[CellMark, ...]


class Around(NamedTuple):
    """A text in three: its condition, and what stands on both sides of it."""

    before: str
    condition: str
    after: str


class PromiseText(NamedTuple):
    """What a clause says, with the condition where it stands in it: no word is said twice."""

    text: Said
    around: Around | None
    """None where its condition does not stand in it, or it has none."""
    condition: Said | None
    """A condition that cannot be shown in the text, as where it is translated otherwise."""


class HowTag(NamedTuple):
    """How one gets something."""

    how: How
    label: str
    icon: str


class TypeTag(NamedTuple):
    """What kind of help something is, as the list prints it."""

    id: str
    name: Said


class RemarkPart(NamedTuple):
    """What this site says beside official words, with the services it refers to."""

    text: Said
    services: tuple[Link, ...]


class ServiceCard(NamedTuple):
    """A service in a list."""

    id: str
    number: int
    href: str
    title: Said
    summary: Said
    audience: Said | None
    pillar: PillarTag | None
    colour: str
    """That of its pillar; of a list without pillars, the site's own."""
    bodies: tuple[Bodies, ...]
    """By role; none where the list names nobody."""
    types: tuple[TypeTag, ...]
    hows: tuple[HowTag, ...]

    @property
    def departments(self) -> tuple[DepartmentTag, ...]:
        """Every department that it names, whatever its role."""
        return tuple(tag for group in self.bodies for tag in group.tags)


class CellForm(NamedTuple):
    """A cell that was read: as printed, and as read."""

    column: str
    place: str
    """Where it is printed, in words; empty where it is printed nowhere."""
    printed: str
    """Empty where the words are those that are read."""
    read: str
    translated: tuple[Said, ...] = ()
    """What is read in the locale of a page that is translated; nothing of a task, which the page
    has elsewhere."""


class ReadingNote(NamedTuple):
    """A reading, told to a reader, with the printed form to hand."""

    id: str
    kind: ReadingKind
    label: str
    sure: str
    plain: Said
    why: Said
    href: str
    """Its place on the page of all readings."""
    printed: str
    read: str
    maybe: str
    cells: tuple[CellForm, ...]
    services: tuple[Link, ...]
    """The services whose cells it concerns."""


class CellMark(NamedTuple):
    """The mark on a cell that is not simply as printed."""

    label: str
    place: str
    """The item and the column, for who hears the label away from its cell."""
    href: str
    inferred: bool


class OfficeItem(NamedTuple):
    """How a department can be reached, which is not part of the notice."""

    district: Said | None
    name: Said | None
    address: Said | None
    telephones: tuple[Telephone, ...]
    link: str
    """Empty where no page is known."""
    hours: Said | None
    documents: Said | None
    services: tuple[Link, ...]
    """What it is for, where it is not for all."""
    source: Said
    checked: str
    """A day, as the locale writes it."""


class ContactItem(NamedTuple):
    """Somebody near families, or a place, whom the notice itself names."""

    name: Said
    href: str
    """The words of the notice."""


class HotlineItem(NamedTuple):
    """A public telephone number, which is not part of the notice."""

    number: str
    dialled: str
    purpose: Said
    source: Said
