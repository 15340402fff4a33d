"""The files of one revision as they are read, and what of this site's words is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.catalog.confirmed import find_unconfirmed, join_digests
from generator.catalog.files import is_draft
from generator.catalog.followers import Sources, list_followers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.catalog.binding import Sheet
    from generator.catalog.city import City
    from generator.catalog.confirmed import Confirmed
    from generator.catalog.problems import Problem
    from generator.catalog.publication import Published
    from generator.catalog.records import Notice, Readings, Services


class RevisionFiles(NamedTuple):
    """The files of one revision, before they are proved."""

    folder: Path
    notice: Sheet[Notice] | None
    services: Sheet[Services] | None
    readings: Sheet[Readings] | None
    file: Path
    text: str
    """Of the source copy; empty where it cannot be read."""
    published: Sheet[Published] | None
    confirmed: Sheet[Confirmed] | None

    @property
    def service_ids(self) -> set[str] | None:
        """The ids of its services; None where not all are known."""
        return self.services.list_ids("services") if self.services else None


def find_behind(city: City, years: Sequence[RevisionFiles]) -> dict[str, list[Problem]]:
    """Find by year what of this site's words was held against other official words than it has.

    The city's own files follow the latest list and every draft. A draft goes on from what was
    confirmed for the list published last. A list without a record has nothing to be held against.
    """
    published = [files for files in years if not is_draft(files.folder)]
    last = published[-1] if published else None
    behind = {}
    for files in years:
        drafted = is_draft(files.folder)
        known = join_digests(last.confirmed if last and drafted else None, files.confirmed)
        if known is None or files.services is None:
            continue
        year = files.folder.name
        sources = Sources(files.services, files.notice, year=year)
        if drafted or files is last:
            own = city.pillars, city.situations, city.vocabulary
            sources = Sources(files.services, files.notice, *own, year)
        found = find_unconfirmed(list_followers(sources), known, year, is_draft=drafted)
        behind[year] = list(found)
    return behind
