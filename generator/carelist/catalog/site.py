"""What site.yml holds, as a record: the site itself, and for whom it speaks."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carelist.catalog.texts import Line, Record, Text
from carelist.catalog.web_names import Tag, WebAddress
from carelist.speech.people import ASKED, Asked, PeopleKind

Licence = Literal["cc-by", "cc0", "none"]


class Background(Record):
    """What is known from elsewhere; never a condition of the notice."""

    text: Text
    source: Text
    """Who said so, where and when."""


class People(Record):
    """For whom the list is, so that the site speaks of them and to them."""

    kind: PeopleKind | None = None
    """Whose words the site says; where none is named, those that hold for anyone."""
    asked: tuple[Asked, ...] = ()
    """About whom the questionnaire asks; of several the reader chooses one before it begins."""
    called: Text | None = None
    """What the list calls them, as `elders in need`; else what the kind is called."""
    one: Text | None = None
    """One of them, as `an elder in need`; else one of the kind."""
    list_: Text | None = Field(default=None, alias="list")
    """What the list is called in a sentence; else a name made of what they are called."""

    @property
    def asked_about(self) -> tuple[Asked, ...]:
        """About whom the questionnaire asks, each once: as is said, or else as fits the kind."""
        return tuple(dict.fromkeys(self.asked)) or ASKED[self.kind]


class Site(Record):
    """site.yml: what the site is called and for whom it speaks."""

    name: Text
    tag: Tag | None = None
    """What the ids of feeds begin with, for ever; recorded when a list is published."""
    locales: tuple[Line, ...] = ()
    """What the site is written in, by tag, the first at the root; where none is named, in all that
    the program ships. Others than those stand in the folder `locales`."""
    city: Text
    purpose: Text
    """One sentence for a reader: what this site is."""
    people: People = People()
    """For whom the list is, so that the site speaks of them; where nothing is said, for anyone."""
    licence: Licence = "cc-by"
    """How texts and translations of this site may be reused: CC BY 4.0, CC0 1.0, or not without
    being asked for. The notice is an official document, and needs none."""
    background: Background | None = None
    """Who counts as one of those people, where the notice does not say."""
    report: WebAddress | None = None
    """Where "something wrong here?" leads, with {page} and {revision}; else the issue form."""
