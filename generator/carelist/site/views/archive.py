"""The archive: all lists, one list as it was published, and one service in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.binding import OURS
from carelist.catalog.quoting import is_task_repaired, quote_task
from carelist.publicity.icons import BRAND
from carelist.site import addresses
from carelist.site.following import list_followed
from carelist.site.marking import (
    list_notes,
    mark_cell,
    mark_text,
    show_reading,
)
from carelist.site.parts import Link
from carelist.site.views.archived_items import make_item
from carelist.site.views.long_lists import CARDS, count_parts, cut, cut_shelf, lead_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.publication import Correction
    from carelist.catalog.records import Pillar, Service
    from carelist.catalog.revision import Revision
    from carelist.site.desk import Desk
    from carelist.site.parts import CellMark, MarkedText, ReadingNote
    from carelist.site.speaking import Said
    from carelist.site.views.archived_items import ArchivedItem
    from carelist.site.views.long_lists import Parts


class Banner(NamedTuple):
    """What stands above every page of an old list: of when it is, and where the latest is."""

    sentence: str
    latest: Link


@dataclass(frozen=True)
class RevisionEntry:
    """One list among all."""

    link: Link
    number: Said | None
    printed: str
    published: str
    """Empty where it is not recorded."""
    count: str
    changes: tuple[Link, ...]
    """To what it changed against earlier lists, the nearest first."""


class RevisionsView(NamedTuple):
    """All lists, the latest first."""

    entries: tuple[RevisionEntry, ...]
    changes: Link | None
    """To what every list changed; None while there is one list only."""
    feeds: tuple[Link, ...]
    """Of the whole list, then of each pillar and each department; none before there is a tag."""


class ArchivedPillar(NamedTuple):
    """A heading with its rows; of a list without headings, all rows."""

    id: str
    name: Said | None
    mark: CellMark | None
    """Where the name is inferred for its rows."""
    colour: str
    items: tuple[ArchivedItem, ...]


class CorrectionLine(NamedTuple):
    """One line of the log of corrections."""

    id: str
    """The fragment that feeds lead to."""
    date: str
    what: Said


class RevisionView(NamedTuple):
    """One list, whole, as it was published."""

    revision: str
    banner: Banner
    number: Said | None
    title: MarkedText | None
    paragraphs: tuple[MarkedText, ...]
    signatures: tuple[MarkedText, ...]
    """Who signed, and the day."""
    readings: tuple[ReadingNote, ...]
    """What was read in the letter."""
    table_title: Said
    has_titles_of_ours: bool
    """Whether some service is called otherwise than in the list."""
    pillars: tuple[ArchivedPillar, ...]
    corrections: tuple[CorrectionLine, ...]
    changes: tuple[Link, ...]
    parts: Parts | None
    """None where one page holds all; the parts behind the first have nothing but rows."""


class ArchivedServiceView(NamedTuple):
    """One service as it stood in an old list."""

    banner: Banner
    item: ArchivedItem
    colour: str
    pillar: Said | None
    group: Said
    marks: dict[str, CellMark | None]
    """By column: the mark on a cell that was read."""
    has_words_of_ours: bool
    """Whether its title, or anything beside its official words, is this site's."""
    quoted: str
    """The task in Chinese as printed, readings in square brackets."""
    readings: tuple[ReadingNote, ...]
    repaired_here: bool
    is_task_repaired: bool
    """Whether words of the task are printed otherwise than its clauses have them."""
    citation: str
    whole: Link


def make_revisions(desk: Desk) -> RevisionsView:
    """The page of all lists."""
    revisions = desk.whole.revisions
    entries = [_make_entry(desk, place) for place in range(len(revisions))]
    feeds = (
        Link(
            desk.say(followed.name) if followed.name else desk.words.feed_all,
            desk.links.file(addresses.feed(followed.path, desk.locale)),
        )
        for followed in list_followed(desk.whole)
    )
    several = len(revisions) > 1
    changes = Link(desk.words.changes, desk.links.page(addresses.CHANGES)) if several else None
    return RevisionsView(tuple(reversed(entries)), changes, tuple(feeds))


def _make_entry(desk: Desk, place: int) -> RevisionEntry:
    revision = desk.whole.revisions[place]
    published = revision.published
    return RevisionEntry(
        link_revision(desk, revision),
        desk.say(revision.notice.number),
        desk.write_date(revision.notice.printed_on),
        desk.write_date(published.published_on) if published else "",
        desk.words.count("services", len(revision.services)),
        link_changes(desk, revision),
    )


def link_revision(desk: Desk, revision: Revision) -> Link:
    """Link to the list of a year."""
    label = desk.words.list_of.format(revision=revision.id)
    return Link(label, desk.links.page(addresses.revision(revision.id)))


def link_changes(desk: Desk, revision: Revision) -> tuple[Link, ...]:
    """Link to what a list changed against every earlier one, the nearest first."""
    place = desk.whole.revisions.index(revision)
    return tuple(
        Link(
            desk.words.changes_title.format(before=earlier.id, after=revision.id),
            desk.links.page(addresses.changes(earlier.id, revision.id)),
        )
        for earlier in reversed(desk.whole.revisions[:place])
    )


def make_banner(desk: Desk, revision: Revision, latest: Link) -> Banner:
    """Say of when a list is, and whether it is the latest."""
    words = desk.words
    current = revision is desk.whole.latest
    sentence = words.fill(
        "archive_current" if current else "archive_old",
        revision=revision.id,
        latest=desk.whole.latest.id,
        printed=desk.write_date(revision.notice.printed_on),
    )
    return Banner(sentence, latest)


def make_revision(desk: Desk, part: int = 1) -> RevisionView:
    """The page of one list; of a long one, a part of it."""
    revision, words = desk.revision, desk.words
    notice = revision.notice
    measures = (measure.text for measure in notice.measures)
    body = (notice.addressees, notice.opening, *measures, notice.disclosure)
    latest = Link(words.archive_to_latest, desk.links.page(addresses.SERVICES))
    log = revision.published.named_corrections if revision.published else {}
    count = count_parts(revision.services)
    return RevisionView(
        revision.id,
        make_banner(desk, revision, latest),
        desk.say(notice.number),
        mark_text(desk, notice.title) if notice.title else None,
        tuple(mark_text(desk, text) for text in body if text),
        tuple(mark_text(desk, text) for text in (notice.signatory, notice.colophon) if text),
        tuple(show_reading(desk, reading, ()) for reading in desk.index.letter_readings),
        desk.say(desk.catalog.list_name),
        any(service.title for service in revision.services),
        tuple(_cut_pillars(desk, cut(part, count, CARDS))),
        tuple(_make_correction(desk, name, log[name]) for name in reversed(log)),
        link_changes(desk, revision),
        lead_on(desk, part, count, partial(addresses.revision_part, revision.id)),
    )


def _make_correction(desk: Desk, name: str, line: Correction) -> CorrectionLine:
    fragment = addresses.name_correction(name)
    return CorrectionLine(fragment, desk.write_date(line.corrected_on), desk.say(line.what))


def _cut_pillars(desk: Desk, chosen: slice) -> Iterator[ArchivedPillar]:
    """Yield what a part has of each pillar; of a list without pillars, of all rows."""
    pillars, first = desk.catalog.pillars.values(), 0
    for pillar in pillars or (None,):
        services = desk.index.by_pillar[pillar.id] if pillar else desk.revision.services
        found = services[cut_shelf(chosen, first, len(services))]
        first += len(services)
        if found or chosen == slice(None):
            yield _make_section(desk, pillar, found)


def _make_section(
    desk: Desk, pillar: Pillar | None, services: tuple[Service, ...]
) -> ArchivedPillar:
    items = tuple(make_item(desk, service) for service in services)
    if pillar is None:
        return ArchivedPillar("", None, None, BRAND, items)
    mark = items[0].marks.get("pillar") if items else None
    inferred = mark if mark and mark.inferred else None
    return ArchivedPillar(pillar.id, desk.say(pillar.name), inferred, pillar.colour, items)


def make_archived_service(desk: Desk, service: Service) -> ArchivedServiceView:
    """The page of one service in one list."""
    revision, words = desk.revision, desk.words
    pillar = desk.catalog.pillar_of(service)
    latest = Link(words.archive_to_service, desk.links.page(addresses.service(service.id)))
    marks: dict[str, CellMark | None] = {c: mark_cell(desk, service, c) for c in revision.columns}
    ours = any(OURS & clause.model_fields_set for clause in service.clauses)
    return ArchivedServiceView(
        make_banner(desk, revision, latest),
        make_item(desk, service),
        desk.colour_of(service),
        desk.say(pillar.name) if pillar else None,
        desk.say(revision.groups[service.group].name),
        marks,
        ours or service.title is not None,
        quote_task(revision, service),
        list_notes(desk, (service,), revision.columns),
        any(marks.values()),
        is_task_repaired(revision, service),
        desk.cite(service),
        link_revision(desk, revision),
    )
