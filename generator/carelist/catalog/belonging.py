"""What a record of publication belongs to: the list of a year, and a site whose tag is for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem
from carelist.catalog.publication import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.publication import Published
    from carelist.catalog.site import Site

TAG_FORM = "tag:list.example.org,2026-01-31:care"
"""An example of a tag: a name of the city's own, a day on which it was, and a word."""


def check_belonging(
    sheet: Sheet[Published], year: str, site: Sheet[Site] | None
) -> Iterator[Problem]:
    """A record lies with the list that it records, and says so."""
    record = sheet.record
    if not sheet.is_whole or not record.is_sealed:
        return
    if record.revision and record.revision != year:
        values = {"value": record.revision, "year": year}
        yield Problem(sheet.at("revision"), Kind.FROZEN_ELSEWHERE, values)
    elif record.origin is None and site and site.record.tag:
        origin = Origin(year, site.record.tag)
        values = {**origin._asdict(), "digest": record.find_seal(origin)}
        yield Problem(sheet.at("seal", key=True), Kind.FROZEN_UNNAMED, values)


def check_tag(site: Sheet[Site], records: Iterable[Sheet[Published]]) -> Iterator[Problem]:
    """The tag of the site is that under which its lists were published."""
    whole = [sheet.record for sheet in records if sheet.is_whole and sheet.record.is_sealed]
    if not whole or "tag" in site.gaps:
        return
    was = next((record for record in whole if record.tag), None)
    if site.record.tag is None:
        yield miss_tag(site.document.file, was.tag if was else None)
    elif was and was.tag and was.tag != site.record.tag:
        values = {"value": site.record.tag, "was": was.tag, "year": was.revision or ""}
        yield Problem(site.at("tag"), Kind.FROZEN_TAG, values)


def miss_tag(file: str, was: str | None = None) -> Problem:
    """Say that the site has no tag, and give that under which its first list was published."""
    return Problem(Position(file), Kind.TAG_MISSING, {"form": f'tag: "{was or TAG_FORM}"'})
