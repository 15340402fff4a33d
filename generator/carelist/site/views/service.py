"""The page of a service, top to bottom as a reader asks."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.binding import OURS
from carelist.catalog.quoting import is_task_repaired, quote_task
from carelist.publicity.citing import cite
from carelist.site import addresses
from carelist.site.asking import find_general, list_hotlines, list_offices, list_urgent
from carelist.site.embedding import write_frame
from carelist.site.marking import ALL_MEANS, list_notes, mark_cell, show_further
from carelist.site.parts import Link
from carelist.site.views.history import HistoryView, make_history
from carelist.site.views.notice import find_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Clause, Means, Service
    from carelist.publicity.citing import Citation
    from carelist.site.desk import Desk
    from carelist.site.parts import (
        CellMark,
        DepartmentTag,
        FurtherCell,
        HotlineItem,
        HowTag,
        OfficeItem,
        PillarTag,
        PromiseText,
        ReadingNote,
        RemarkPart,
        TypeTag,
    )
    from carelist.site.speaking import Said

NEIGHBOURS = 3
OF_THE_OFFER: frozenset[Means] = frozenset({"standard", "funding"})
OF_ASKING: frozenset[Means] = frozenset({"how", "where", "documents", "telephone", "link"})
CONTACT = frozenset({"telephone", "address", "amounts", "procedure"})
"""What a list may declare, by id, that the notice does not state; told of together."""


class ClausePart(NamedTuple):
    """One promise."""

    id: str
    title: Said
    how: HowTag
    promise: PromiseText
    open_condition: bool
    """Whether it names conditions without stating them."""
    remark: RemarkPart | None


class DepartmentPart(NamedTuple):
    """A department to ask, and how much else it answers for."""

    tag: DepartmentTag
    others: str
    offices: tuple[OfficeItem, ...]


class RolePart(NamedTuple):
    """Departments to ask that a service has in one role."""

    label: str
    departments: tuple[DepartmentPart, ...]
    others: bool
    """Whether the list goes on with further departments, without their names."""


class Neighbours(NamedTuple):
    """A few services that share something with this one, and where all of them stand."""

    heading: str
    services: tuple[Link, ...]
    whole: Link


class ServiceView(NamedTuple):
    """Everything that the page of a service shows."""

    id: str
    number: int
    printed_number: str
    """What the list prints in its place, where that is another thing; else empty."""
    title: Said
    title_zh: str
    group: Said
    has_own_title: bool
    """Whether the title is editorial and the official name is another."""
    summary: Said
    is_summed_up: bool
    """Whether somebody has written the summary; else it is the first of the official words."""
    pillar: PillarTag | None
    audience: Said | None
    audience_href: str
    clauses: tuple[ClausePart, ...]
    has_words_of_ours: bool
    """Whether anything beside the official words of the clauses is this site's."""
    colour: str
    types: tuple[TypeTag, ...]
    standards: tuple[FurtherCell, ...]
    """What further columns of the list say of the offer itself, in their own words."""
    ways: tuple[FurtherCell, ...]
    """What they say of asking and applying."""
    remarks: tuple[FurtherCell, ...]
    """What else they say."""
    bodies: tuple[RolePart, ...]
    """Whom to ask, by role; none where the list names nobody."""
    hotlines: tuple[HotlineItem, ...]
    general: HotlineItem | None
    """The number for every question; None where the city names none."""
    urgent: tuple[HotlineItem, ...]
    """Whom to call where one who looks for it cannot wait."""
    states_no_contact: bool
    """Whether it is declared that the notice says nothing of how to reach anybody or apply."""
    quoted: str
    """The task in Chinese as printed, readings in square brackets."""
    task_translated: tuple[Said, ...]
    marks: dict[str, CellMark | None]
    """By column: the mark on a cell that was read."""
    readings: tuple[ReadingNote, ...]
    repaired_here: bool
    """Whether a cell that the page shows is not as the copy prints it in its row."""
    is_task_repaired: bool
    """Whether words of the task are printed otherwise than its clauses have them."""
    revision: str
    history: HistoryView
    citation: str
    cited: Citation
    page_href: str
    page_url: str
    embed_code: str
    """HTML by which other sites show this service in a frame; empty on a page of the archive."""
    row_href: str
    readings_href: str
    neighbours: tuple[Neighbours, ...]
    before: Link | None
    after: Link | None


def make_service(desk: Desk, service: Service) -> ServiceView:
    """The page of one service."""
    revision, index = desk.revision, desk.index
    group = revision.groups[service.group]
    title = revision.title_of(service)
    marks: dict[str, CellMark | None] = {c: mark_cell(desk, service, c) for c in revision.columns}
    hotlines = [
        *(h for name in service.departments for h in index.hotlines_by_department.get(name, ())),
        *index.hotlines_by_service.get(service.id, ()),
    ]
    archived = addresses.service_of(revision.id, service.id)
    before = index.by_number.get(service.number - 1)
    after = index.by_number.get(service.number + 1)
    return ServiceView(
        id=service.id,
        number=service.number,
        printed_number=service.printed_number or "",
        title=desk.say(title),
        title_zh=title.source,
        group=desk.say(group.name),
        has_own_title=service.title is not None,
        summary=desk.say(service.summary),
        is_summed_up=service.is_summed_up,
        pillar=desk.pillar_tag(service.pillar),
        audience=desk.say(revision.people_of(service)),
        audience_href=desk.links.page(addresses.audience(service.audience))
        if service.audience
        else "",
        clauses=tuple(_make_clause(desk, clause) for clause in service.clauses),
        has_words_of_ours=any(OURS & clause.model_fields_set for clause in service.clauses),
        colour=desk.colour_of(service),
        types=desk.type_tags(service),
        standards=show_further(desk, service, OF_THE_OFFER),
        ways=show_further(desk, service, OF_ASKING),
        remarks=show_further(desk, service, ALL_MEANS - OF_THE_OFFER - OF_ASKING),
        bodies=tuple(
            RolePart(
                group.label,
                tuple(_make_department(desk, tag, service) for tag in group.tags),
                group.others,
            )
            for group in desk.bodies(service)
        ),
        hotlines=list_hotlines(desk, hotlines),
        general=find_general(desk),
        urgent=list_urgent(desk, service.id),
        states_no_contact=CONTACT.issubset(item.id for item in revision.how_read.not_stated),
        quoted=quote_task(revision, service),
        task_translated=tuple(desk.say(clause.text) for clause in service.clauses),
        marks=marks,
        readings=list_notes(desk, (service,), revision.columns),
        repaired_here=any(marks.values()),
        is_task_repaired=is_task_repaired(revision, service),
        revision=revision.id,
        history=make_history(desk, service),
        citation=desk.cite(service),
        cited=cite(
            desk.catalog,
            service,
            lambda locale: desk.place.url(archived, locale),
            desk.locale,
        ),
        page_href=desk.links.page(addresses.service(service.id)),
        page_url=desk.place.url(addresses.service(service.id), desk.locale),
        embed_code=write_frame(desk, service) if revision is desk.whole.latest else "",
        row_href=desk.links.page(find_row(desk, service)),
        readings_href=desk.links.page(addresses.READINGS),
        neighbours=tuple(_find_neighbours(desk, service)),
        before=desk.service_link(before) if before else None,
        after=desk.service_link(after) if after else None,
    )


def _find_neighbours(desk: Desk, service: Service) -> Iterator[Neighbours]:
    """Yield the neighbours by pillar, audience and department; each service is named once."""
    words, index = desk.words, desk.index
    named = {service.id}
    pillar, audience = desk.catalog.pillar_of(service), desk.revision.audience_of(service)
    shelves = []
    if pillar:
        shelf, path = index.by_pillar[pillar.id], addresses.pillar(pillar.id)
        shelves.append((words.same_pillar, shelf, pillar.name, path))
    if audience:
        shelf, path = index.by_audience[audience.id], addresses.audience(audience.id)
        shelves.append((words.same_audience, shelf, audience.name, path))
    shelves += [
        (
            words.same_department,
            index.by_department[name],
            desk.catalog.departments[name].name,
            addresses.department(name),
        )
        for name in service.departments
    ]
    for heading, shelf, name, path in shelves:
        others = (other for other in _after(shelf, service) if other.id not in named)
        found = [*islice(others, NEIGHBOURS)]
        if found:
            named.update(other.id for other in found)
            whole = Link(desk.say(name), desk.links.page(path))
            yield Neighbours(heading, tuple(map(desk.service_link, found)), whole)


def _after(shelf: tuple[Service, ...], service: Service) -> Iterator[Service]:
    """Yield the other services of a shelf, beginning behind this one, as far as can be of use."""
    start = bisect_left(shelf, service.number, key=lambda other: other.number)
    reach = 4 * NEIGHBOURS
    yield from islice(shelf, start + 1, start + 1 + reach)
    yield from islice(shelf, min(start, reach))


def _make_clause(desk: Desk, clause: Clause) -> ClausePart:
    return ClausePart(
        clause.id,
        desk.say(clause.title),
        desk.how_tag(clause.how),
        desk.promise(clause),
        clause.leaves_condition_open,
        desk.remark_part(clause.remark),
    )


def _make_department(desk: Desk, tag: DepartmentTag, service: Service) -> DepartmentPart:
    others = len(desk.index.by_department[tag.id]) - 1
    label = desk.words.count("other_services", others) if others else ""
    return DepartmentPart(tag, label, list_offices(desk, tag.id, service.id))
