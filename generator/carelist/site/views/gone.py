"""The page that stays where a service was: that it ended, what took its place, what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.asking import list_hotlines
from carelist.site.parts import Link

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.catalog.revision import Revision
    from carelist.site.desk import Desk
    from carelist.site.parts import HotlineItem
    from carelist.site.speaking import Said


class GoneClause(NamedTuple):
    """A promise that was, under the fragment that links lead to."""

    id: str
    title: Said
    text: Said


class GoneView(NamedTuple):
    """A service that the latest list no longer has."""

    title: Said
    sentence: str
    successors: tuple[Link, ...]
    clauses: tuple[GoneClause, ...]
    then: Link
    """To the service in the last list that had it."""
    changes: Link
    services_href: str
    hotlines: tuple[HotlineItem, ...]


def make_gone(desk: Desk, service: Service, revision: Revision) -> GoneView:
    """The page of a service that ended."""
    words, links, whole = desk.words, desk.links, desk.whole
    following = whole.revisions[whole.revisions.index(revision) + 1]
    history = desk.chronicle.tell(service.id)
    titles = {other.id: year.title_of(other) for year in whole.revisions for other in year.services}
    return GoneView(
        desk.say(revision.title_of(service)),
        words.gone_sentence.format(after=following.id, before=revision.id, number=service.number),
        tuple(
            Link(desk.say(titles[name]), links.page(addresses.service(name)))
            for name in history.successors
        ),
        tuple(
            GoneClause(
                standing.clause.id, desk.say(standing.clause.title), desk.say(standing.clause.text)
            )
            for standing in history.clauses
        ),
        Link(
            words.service_of.format(
                title=desk.write(revision.title_of(service)), revision=revision.id
            ),
            links.page(addresses.service_of(revision.id, service.id)),
        ),
        Link(
            words.changes_title.format(before=revision.id, after=following.id),
            links.page(addresses.changes(revision.id, following.id)),
        ),
        links.page(addresses.SERVICES),
        list_hotlines(desk),
    )
