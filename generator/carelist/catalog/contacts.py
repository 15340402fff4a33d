"""Whom families can ask besides a department by its name: people near home, and its offices."""

from __future__ import annotations

from carelist.catalog.telephones import Numbers, Telephone, read_telephones
from carelist.catalog.texts import Date, Id, Record, Text
from carelist.catalog.web_names import Link


class Contact(Record):
    """Somebody near families, or a place, to ask because a notice itself names them."""

    id: Id
    name: Text
    """As the words of `quote` name it."""
    quote: Text
    """Words of a measure of the notice, verbatim; years whose notice lacks them do not show it."""


class Office(Record):
    """How a department can be reached, by itself or in a district: editorial, not of the notice.

    It says at least one way: an address, a number, a page, hours, or what to bring.
    """

    district: Text | None = None
    """Where it is an office of one district; left out for the department's own."""
    name: Text | None = None
    """What stands at its door."""
    address: Text | None = None
    telephone: Numbers | None = None
    """As it is printed; several with `、` between them."""
    link: Link | None = None
    """A page of the department's own about it."""
    hours: Text | None = None
    """When it is open."""
    documents: Text | None = None
    """What to bring."""
    services: tuple[Id, ...] = ()
    """The services that this holds for, where it is not for all of the department's."""
    source: Text
    """Who published all this, and when."""
    checked: Date
    """The day on which it was last held against its source."""

    @property
    def telephones(self) -> tuple[Telephone, ...]:
        """Its numbers, each by itself."""
        return read_telephones(self.telephone or "")

    @property
    def is_empty(self) -> bool:
        """Whether it says no way in which the department can be reached."""
        ways = self.address, self.telephone, self.link, self.hours, self.documents
        return not any(ways)

    def is_for(self, service: str) -> bool:
        """Whether it holds for a service of its department."""
        return not self.services or service in self.services
