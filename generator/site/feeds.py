"""The feeds of the site: all of it, each pillar, each department; major changes only."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.exports.atom import Entry, Feed, write_atom
from generator.revisions.report import make_report
from generator.site import addresses
from generator.site.addresses import HTML_LANGUAGES
from generator.site.views.archive import list_followed
from generator.site.views.changes import find_themes, name_sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.revision import Revision
    from generator.site.addresses import Locale
    from generator.site.desk import Desk
    from generator.site.frame import Place
    from generator.site.pages import Site


def write_feeds(site: Site, locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield every feed in a locale with its address."""
    desk = site.desk(addresses.HOME, locale)
    for path, name in list_followed(site.catalog):
        own = addresses.feed(path, locale)
        title = desk.write(site.catalog.site.name)
        if name:
            title += f"{desk.words.colon}{desk.write(name)}"
        feed = Feed(
            _name_id(site.place, find_day(site.catalog.revisions[0]), own),
            title,
            desk.write(site.catalog.site.name),
            HTML_LANGUAGES[locale],
            site.place.url(path, locale),
            site.place.site_url + own,
            f"{find_day(site.catalog.revisions[0])}T00:00:00+08:00",
            tuple(_list_entries(site, desk, path)),
        )
        yield own, write_atom(feed)


def find_day(revision: Revision) -> str:
    """Give the day on which a list was published, else that on which it was issued."""
    published = revision.published
    return published.published_on if published else revision.notice.printed_on


def _list_entries(site: Site, desk: Desk, path: str) -> Iterator[Entry]:
    revisions = site.catalog.revisions
    for place, revision in enumerate(revisions):
        before = revisions[place - 1] if place else None
        yield _announce(site, desk, before, revision)
        if before:
            yield from _list_changes(site, desk, path, before, revision)


def _announce(site: Site, desk: Desk, before: Revision | None, revision: Revision) -> Entry:
    """Tell that a list was published, above what it changed."""
    path = addresses.revision(revision.id)
    return Entry(
        _name_id(site.place, find_day(revision), path),
        desk.words.feed_list.format(revision=revision.id),
        site.place.url(path, desk.locale),
        find_day(revision),
        desk.words.list_of_description.format(
            document=desk.write(revision.notice.number), revision=revision.id
        ),
        _count_seconds(before, revision) if before else 0,
    )


def _count_seconds(before: Revision, after: Revision, name: str = "") -> int:
    """Give what stands first on the list the latest second; what left it comes last."""
    most = len(after.services) + len(before.services)
    if not name:
        return most
    if name in after.by_id:
        return most - after.by_id[name].number
    return len(before.services) - before.by_id[name].number


def _list_changes(
    site: Site, desk: Desk, path: str, before: Revision, after: Revision
) -> Iterator[Entry]:
    """Tell the major changes of one list, service by service."""
    themes = {theme.path: theme.services for theme in find_themes(site.catalog, before, after)}
    services = themes.get(path, frozenset())
    changes = site.chronicle.compare(before.id, after.id)
    chosen = [c for c in changes if c.is_major and not services.isdisjoint(c.concerns)]
    whole = addresses.changes(before.id, after.id)
    for chapter in make_report(chosen, name_sides(desk, before, after)).major:
        name = chapter.told[0].concerns[0]
        between = " " if desk.locale == "en" else ""
        yield Entry(
            _name_id(site.place, find_day(after), f"{whole}{name}"),
            chapter.title,
            f"{site.place.url(whole, desk.locale)}#{name}",
            find_day(after),
            between.join(told.sentence for told in chapter.told),
            _count_seconds(before, after, name),
        )


def _name_id(place: Place, day: str, path: str) -> str:
    """Name something for ever (RFC 4151): by the site, the day it was published, and its path."""
    return f"tag:{urlsplit(place.site_url).hostname or 'localhost'},{day}:/{path}"
