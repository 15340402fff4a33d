"""What site.yml holds, as a record: the site itself, and for whom it speaks."""

from __future__ import annotations

from generator.catalog.texts import Line, Record, Tag, Text, WebAddress


class Background(Record):
    """What is known from elsewhere; never a condition of the notice."""

    text: Text
    source: Text
    """Who said so, where and when."""


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
    """One sentence for a parent: what this site is."""
    background: Background | None = None
    """Who counts as a migrant child."""
    report: WebAddress | None = None
    """Where "something wrong here?" leads, with {page} and {revision}; else the issue form."""
