"""The page that stays where a pillar or a department was: since when, and where its services are.

Also what of its kind the latest list no longer has, and the names that it had before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from carelist.site import addresses
from carelist.site.parts import Link
from carelist.site.years import list_bodies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carelist.catalog.records import Department, Pillar, Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.site.desk import Desk
    from carelist.site.speaking import Said

FormerKind = Literal["pillar", "department"]


class Former(NamedTuple):
    """A pillar or a department that the latest list no longer has."""

    entry: Pillar | Department
    """Under the name that it had last."""
    kind: FormerKind
    last: Revision
    """The last list that had it."""
    following: Revision
    services: tuple[Service, ...]
    """Those that it had in that list."""

    @property
    def path(self) -> str:
        """Its address below the site, and below a comparison."""
        return addresses.about(self.kind, self.entry.id)


class MovedService(NamedTuple):
    """A service that it had, and where it is now."""

    item: str
    """Its number and year."""
    link: Link
    now: tuple[Said, ...]
    """The pillar, or the departments, that have it now; empty where there are none."""
    has_ended: bool


class FormerView(NamedTuple):
    """What became of a pillar or a department."""

    name: Said
    source: str
    sentence: str
    services: tuple[MovedService, ...]
    links: tuple[Link, ...]
    """To the last list that had it, to what changed then, and to what there is now."""


def find_former_pillars(catalog: Catalog) -> Iterator[Former]:
    """Yield the pillars of earlier lists alone."""
    yield from _find(
        catalog,
        "pillar",
        tuple(catalog.pillars.values()),
        lambda revision: {s.pillar for s in revision.services if s.pillar},
        lambda service: (service.pillar,) if service.pillar else (),
    )


def find_former_departments(catalog: Catalog) -> Iterator[Former]:
    """Yield the departments of earlier lists alone."""
    bodies = tuple(catalog.departments.values())
    yield from _find(
        catalog, "department", bodies, list_bodies, lambda service: service.departments
    )


def _find(
    catalog: Catalog,
    kind: FormerKind,
    entries: tuple[Pillar, ...] | tuple[Department, ...],
    list_ids: Callable[[Revision], set[str] | frozenset[str]],
    list_own: Callable[[Service], tuple[str, ...]],
) -> Iterator[Former]:
    named = [list_ids(revision) for revision in catalog.revisions]
    for entry in entries:
        places = [place for place, ids in enumerate(named) if entry.id in ids]
        if not places or entry.id in named[-1]:
            continue
        last, following = catalog.revisions[places[-1]], catalog.revisions[places[-1] + 1]
        services = tuple(s for s in last.services if entry.id in list_own(s))
        yield Former(entry.as_of(last.id), kind, last, following, services)


def make_former(desk: Desk, former: Former) -> FormerView:
    """The page of a pillar or a department that the latest list no longer has."""
    words, page = desk.words, desk.links.page
    last, following = former.last.id, former.following.id
    is_pillar = former.kind == "pillar"
    links = [Link(words.list_of.format(revision=last), page(addresses.revision(last)))]
    if former.services:
        title = words.changes_title.format(before=last, after=following)
        links.append(Link(title, page(addresses.changes(last, following) + former.path)))
    sentence = words.former_pillar if is_pillar else words.former_department
    links.append(
        Link(words.all_pillars, page(addresses.PILLARS))
        if is_pillar
        else Link(words.all_departments_link, page(addresses.DEPARTMENTS))
    )
    return FormerView(
        desk.say(former.entry.name),
        former.entry.name.source,
        sentence.format(before=last, after=following),
        tuple(_follow(desk, former, service) for service in former.services),
        tuple(links),
    )


def _follow(desk: Desk, former: Former, service: Service) -> MovedService:
    words, last = desk.words, former.last
    item = words.item_of.format(number=service.number, revision=last.id)
    link = Link(desk.say(last.title_of(service)), desk.links.page(addresses.service(service.id)))
    today = desk.index.by_id.get(service.id)
    if today is None:
        return MovedService(item, link, (), has_ended=True)
    departments = (desk.catalog.departments[name].name for name in today.departments)
    now = desk.cell_said(today, "pillar") if former.kind == "pillar" else map(desk.say, departments)
    return MovedService(item, link, tuple(now), has_ended=False)


def link_former(desk: Desk, former: Former) -> Link:
    """Link to what the latest list no longer has."""
    return Link(desk.say(former.entry.name), desk.links.page(former.path))


def list_names(desk: Desk, entry: Pillar | Department) -> tuple[str, ...]:
    """Say what a pillar or a department was called in earlier lists."""
    return tuple(
        desk.words.formerly.format(name=desk.write(former.name), revision=former.until)
        for former in entry.formerly
        if former.until < desk.revision.id
    )
