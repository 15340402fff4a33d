"""Whom families can ask besides a department by its name: people near home, and its offices."""

from __future__ import annotations

from generator.catalog.texts import Date, Id, Record, Telephone, Text


class Contact(Record):
    """Somebody near families, or a place, to ask because a notice itself names them."""

    id: Id
    name: Text
    """As the words of `quote` name it."""
    quote: Text
    """Words of a measure of the notice, verbatim; years whose notice lacks them do not show it."""


class Office(Record):
    """Where a department can be asked in one district: editorial, not part of the notice."""

    district: Text
    name: Text
    """What stands at its door."""
    address: Text
    telephone: Telephone
    source: Text
    """Who published all this, and when."""
    checked: Date
    """The day on which it was last held against its source."""
