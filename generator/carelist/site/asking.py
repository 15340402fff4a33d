"""Whom to ask: people near home, public numbers, and offices in the districts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.site import addresses
from carelist.site.parts import ContactItem, HotlineItem, OfficeItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.records import Hotline
    from carelist.site.desk import Desk
    from carelist.site.parts import Link


def list_offices(desk: Desk, department_id: str, service: str = "") -> tuple[OfficeItem, ...]:
    """How a department can be reached; for one of its services, or for all of them."""
    return tuple(
        OfficeItem(
            desk.say(office.district),
            desk.say(office.name),
            desk.say(office.address),
            office.telephones,
            office.link or "",
            desk.say(office.hours),
            desk.say(office.documents),
            () if service else tuple(_link_services(desk, office.services)),
            desk.say(office.source),
            desk.write_date(office.checked),
        )
        for office in desk.catalog.departments[department_id].offices
        if not service or office.is_for(service)
    )


def _link_services(desk: Desk, targets: Iterable[str]) -> Iterator[Link]:
    """Link to services where they stand now."""
    for name in desk.catalog.leads.follow_all(tuple(targets)):
        if name in desk.revision.by_id:
            yield desk.service_link(desk.revision.by_id[name])


def list_contacts(desk: Desk) -> tuple[ContactItem, ...]:
    """Whom families can ask near home."""
    notice = desk.links.page(addresses.NOTICE)
    return tuple(
        ContactItem(desk.say(contact.name), f"{notice}#{measure}")
        for contact in desk.catalog.contacts
        if (measure := desk.revision.notice.find_quoted(contact.quote))
    )


def show_hotline(desk: Desk, hotline: Hotline) -> HotlineItem:
    """A public number."""
    return HotlineItem(
        hotline.number, hotline.dialled, desk.say(hotline.for_), desk.say(hotline.source)
    )


def list_urgent(desk: Desk, service_id: str) -> tuple[HotlineItem, ...]:
    """Whom to call where somebody who looks for a service cannot wait."""
    hotlines = desk.index.urgent_by_service.get(service_id, ())
    return tuple(show_hotline(desk, hotline) for hotline in hotlines)


def find_first_call(desk: Desk, service_id: str) -> HotlineItem | None:
    """Whom to call first of those; None where a service is about nothing that cannot wait."""
    return next(iter(list_urgent(desk, service_id)), None)


def find_general(desk: Desk) -> HotlineItem | None:
    """The number for every question; None where the city names none."""
    return next((show_hotline(desk, hotline) for hotline in desk.catalog.general_hotlines), None)


def list_hotlines(desk: Desk, hotlines: Iterable[Hotline] = ()) -> tuple[HotlineItem, ...]:
    """The general number first, then the given ones, each once."""
    numbers = {h.number: h for h in (*desk.catalog.general_hotlines[:1], *hotlines)}
    return tuple(show_hotline(desk, hotline) for hotline in numbers.values())
