"""What can be followed: the list, each pillar, each department; and which feeds fit a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from markupsafe import escape

from carelist.site import addresses
from carelist.site.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Department, Pillar, Service
    from carelist.catalog.revision import Catalog
    from carelist.catalog.texts import Text
    from carelist.site.desk import Desk
    from carelist.site.topics import Topic


class Followed(NamedTuple):
    """What has a feed of its own."""

    kind: Literal["list", "pillar", "department"]
    id: str
    """Empty for the whole list."""
    path: str
    """The page that its feed follows."""
    name: Text | None

    @property
    def key(self) -> str:
        """What names it for ever, whatever its address: its kind, and its id."""
        return f"{self.kind}/{self.id}" if self.id else self.kind

    def holds(self, service: Service) -> bool:
        """Whether a pillar or a department has a service among its own."""
        return self.id in ((service.pillar,) if self.kind == "pillar" else service.departments)


WHOLE = Followed("list", "", addresses.HOME, None)
"""The whole list."""


def list_followed(catalog: Catalog) -> Iterator[Followed]:
    """Yield all that can be followed: nothing as long as the site has no tag to name feeds with."""
    if catalog.site.tag is None:
        return
    yield WHOLE
    yield from map(_follow_pillar, catalog.pillars.values())
    yield from map(
        _follow_department, catalog.departments.values() if catalog.names_departments else ()
    )


def _follow_pillar(pillar: Pillar) -> Followed:
    return Followed("pillar", pillar.id, addresses.pillar(pillar.id), pillar.name)


def _follow_department(one: Department) -> Followed:
    return Followed("department", one.id, addresses.department(one.id), one.name)


def name_feed(desk: Desk, followed: Followed) -> str:
    """Give the title of a feed in the locale of the page."""
    site = desk.write(desk.whole.site.name)
    name = followed.name
    return f"{site}{desk.words.colon}{desk.write(name)}" if name else site


def link_feeds(desk: Desk, topic: Topic | None) -> tuple[Link, ...]:
    """Link to the feeds that fit a page: readers of feeds take the first.

    A pillar's and a department's own stand before that of the whole list; those of the pillar and
    the departments of a service behind it.
    """
    return tuple(
        Link(name_feed(desk, f), desk.links.file(addresses.feed(f.path, desk.locale)))
        for f in _list_fitting(desk.whole, topic)
    )


def _list_fitting(catalog: Catalog, topic: Topic | None) -> Iterator[Followed]:
    if catalog.site.tag is None:
        return
    departments = catalog.departments if catalog.names_departments else {}
    service = topic.service if topic else None
    if topic and topic.kind == "pillar" and topic.id in catalog.pillars:
        yield _follow_pillar(catalog.pillars[topic.id])
    if topic and topic.kind == "department" and topic.id in departments:
        yield _follow_department(departments[topic.id])
    yield WHOLE
    if service and service.pillar in catalog.pillars:
        yield _follow_pillar(catalog.pillars[service.pillar])
    named = service.departments if service else ()
    yield from (_follow_department(one) for name, one in departments.items() if name in named)


def write_feed_links(desk: Desk, topic: Topic | None) -> str:
    """Write the links to the feeds that fit a page which no template makes."""
    return "\n".join(
        f'<link rel="alternate" type="application/atom+xml" href="{escape(feed.href)}"'
        f' title="{escape(feed.label)}">'
        for feed in link_feeds(desk, topic)
    )
