"""The files of one revision as they are read, and what in the city's files does not fit them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.checks import (
    list_first_references,
    list_hotline_references,
    list_urgent_references,
)
from carelist.catalog.confirmed import find_unconfirmed, join_digests
from carelist.catalog.files import is_draft, part_problems
from carelist.catalog.followers import Sources, list_followers
from carelist.catalog.kinds import Kind
from carelist.catalog.leads import Leads, check_leads
from carelist.catalog.offices import list_office_references
from carelist.catalog.vocabulary import list_word_references
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from carelist.catalog.binding import Sheet
    from carelist.catalog.city import City
    from carelist.catalog.confirmed import Confirmed
    from carelist.catalog.problems import Position, Problem
    from carelist.catalog.publication import Published
    from carelist.catalog.records import Notice, Readings, Services


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

    @property
    def entries(self) -> set[str]:
        """The ids of the pillars and departments that its services and its letter name."""
        services = self.services.record.services if self.services else ()
        named = {name for one in services for name in (one.pillar, *one.departments) if name}
        return named | {*(self.notice.record.issuers if self.notice else ())}


def find_behind(city: City, years: Sequence[RevisionFiles]) -> dict[str, list[Problem]]:
    """Find by year what of this site's words was held against other official words than it has.

    The city's own files follow the latest list and every draft. A draft goes on from what was
    confirmed for the list published last. A list without a record has nothing to be held against;
    ids that nobody chose are told in a draft all the same.
    """
    published = [files for files in years if not is_draft(files.folder)]
    last = published[-1] if published else None
    behind = {}
    for files in years:
        drafted = is_draft(files.folder)
        known = join_digests(last.confirmed if last and drafted else None, files.confirmed)
        if files.services is None or (known is None and not drafted):
            continue
        year = files.folder.name
        sources = Sources(files.services, files.notice, year=year)
        if drafted or files is last:
            own = city.pillars, city.situations, city.vocabulary, city.departments
            sources = Sources(files.services, files.notice, *own, year)
        found = find_unconfirmed(list_followers(sources), known or {}, year, is_draft=drafted)
        behind[year] = list(found)
    return behind


def find_drafted_names(city: City, years: Sequence[RevisionFiles]) -> dict[str, set[Position]]:
    """Find by year where the names stand of pillars and departments that a draft alone names.

    None where no list is published yet: the city's files are drafts themselves.
    """
    drafts = {files.folder.name: files for files in years if is_draft(files.folder)}
    published = [files for files in years if files.folder.name not in drafts]
    known = set[str]().union(*(files.entries for files in published))
    found: dict[str, set[Position]] = {}
    for year, files in drafts.items() if published else ():
        new = files.entries - known
        for sheet, shelf in ((city.pillars, "pillars"), (city.departments, "departments")):
            entries = getattr(sheet.record, shelf) if sheet else ()
            found.setdefault(year, set()).update(
                sheet.at(shelf, at, "name", SOURCE.tag)
                for at, entry in enumerate(entries)
                if sheet and entry.id in new
            )
    return found


def wait_for(behind: list[Problem], problems: list[Problem], folder: Path) -> list[Problem]:
    """Give what of this site's words is behind a published list once the list itself is sound."""
    inside, _ = part_problems(problems, folder)
    is_sound = all(p.is_translation or p.kind == Kind.NOT_LOGGED for p in inside)
    return behind if is_sound else []


def find_dead_ends(
    city: City, years: Sequence[RevisionFiles]
) -> tuple[list[Problem], dict[str, list[Problem]]]:
    """Follow what the city's files refer to into the list in force, then into each draft.

    Returns:
        What leads nowhere now, and by the year of a draft what will once it is published.
    """
    references = [
        *(list_hotline_references(city.hotlines) if city.hotlines else ()),
        *(list_urgent_references(city.hotlines) if city.hotlines else ()),
        *(list_office_references(city.departments) if city.departments else ()),
        *(list_first_references(city.situations) if city.situations else ()),
        *(list_word_references(city.vocabulary) if city.vocabulary else ()),
    ]
    lists = [files for files in years if not is_draft(files.folder)]
    steps = [("", _join_lists(lists))] if lists else []
    for draft in (files for files in years if is_draft(files.folder)):
        lists = sorted([*lists, draft], key=lambda files: files.folder)
        steps.append((draft.folder.name, _join_lists(lists)))
    told: set[Position] = set()
    found: dict[str, list[Problem]] = {}
    for place, (year, leads) in enumerate(steps):
        if leads is None:
            break
        later = [one for _, one in steps[place + 1 :] if one]
        problems = check_leads(references, leads, later)
        found[year] = [problem for problem in problems if problem.position not in told]
        told |= {problem.position for problem in found[year]}
    return found.pop("", []), found


def _join_lists(years: Sequence[RevisionFiles]) -> Leads | None:
    """Give what leads into the last of some lists; None where not all services are known."""
    sheets = [files.services for files in years]
    if any(sheet is None or sheet.list_ids("services") is None for sheet in sheets):
        return None
    known = [sheet for sheet in sheets if sheet]
    names = [files.folder.name for files in years]
    broken = frozenset[str]().union(*(sheet.broken_ids for sheet in known))
    return Leads(names[-1], names[-2:][0], tuple(sheet.record for sheet in known), broken)
