"""The feeds of the site: all of it, each pillar, each department.

They tell which lists were published, their major changes, and what was corrected since. Their ids,
and those of their entries, are made of the tag of the site, a locale, and names that the catalog
keeps for ever; of nothing else (docs/decisions/0031-ids-of-feeds-are-made-of-a-tag.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.exports.atom import Entry, Feed, write_atom
from carelist.revisions.report import make_report
from carelist.site import addresses
from carelist.site.following import list_followed, name_feed
from carelist.site.views.changes import find_themes, name_sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.publication import Correction
    from carelist.catalog.revision import Revision
    from carelist.site.desk import Desk
    from carelist.site.following import Followed
    from carelist.site.site import Site
    from carelist.speech.locales import Locale

NOON = 12 * 60 * 60
"""Seconds: corrections come behind all that a list of fewer rows than this tells on its day."""


def write_feeds(site: Site, locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield every feed in a locale with its address; none as long as the site has no tag."""
    desk = site.desk(addresses.HOME, locale)
    for followed in list_followed(site.catalog):
        own = addresses.feed(followed.path, locale)
        feed = Feed(
            _name_id(desk, followed.key),
            name_feed(desk, followed),
            desk.write(site.catalog.site.name),
            locale.language,
            site.place.url(followed.path, locale),
            site.place.site_url + own,
            f"{find_day(site.catalog.revisions[0])}T00:00:00+08:00",
            tuple(_list_entries(desk, followed)),
        )
        yield own, write_atom(feed)


def find_day(revision: Revision) -> str:
    """Give the day on which a list was published, else that of its notice, else of its year."""
    published = revision.published
    return published.published_on if published else revision.day


def _list_entries(desk: Desk, followed: Followed) -> Iterator[Entry]:
    revisions = desk.whole.revisions
    for place, revision in enumerate(revisions):
        before = revisions[place - 1] if place else None
        yield _announce(desk, before, revision)
        if before:
            yield from _list_changes(desk, followed, before, revision)
        yield from _list_corrections(desk, followed, revision)


def _announce(desk: Desk, before: Revision | None, revision: Revision) -> Entry:
    """Tell that a list was published, above what it changed."""
    return Entry(
        _name_id(desk, f"published/{revision.id}"),
        desk.words.feed_list.format(revision=revision.id),
        desk.place.url(addresses.revision(revision.id), desk.locale),
        find_day(revision),
        desk.words.fill(
            "list_of_description",
            document=desk.write(revision.notice.number),
            revision=revision.id,
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
    desk: Desk, followed: Followed, before: Revision, after: Revision
) -> Iterator[Entry]:
    """Tell the major changes of one list, service by service."""
    page = followed.path
    themes = {theme.path: theme.services for theme in find_themes(desk.whole, before, after)}
    services = themes.get(page, frozenset())
    changes = desk.chronicle.compare(before.id, after.id)
    chosen = [c for c in changes if c.is_major and not services.isdisjoint(c.concerns)]
    whole = addresses.changes(before.id, after.id)
    for chapter in make_report(chosen, name_sides(desk, before, after)).major:
        name = chapter.told[0].concerns[0]
        between = desk.locale.space
        yield Entry(
            _name_id(desk, f"changed/{before.id}..{after.id}/{name}"),
            chapter.title,
            f"{desk.place.url(whole, desk.locale)}#{name}",
            find_day(after),
            between.join(told.sentence for told in chapter.told),
            _count_seconds(before, after, name),
        )


def _list_corrections(desk: Desk, followed: Followed, revision: Revision) -> Iterator[Entry]:
    """Tell what was corrected in a list since it was published; all of it to who follows all."""
    log = revision.published.named_corrections if revision.published else {}
    for name, correction in log.items():
        if followed.kind == "list" or _touches(correction, followed, revision):
            yield Entry(
                _name_id(desk, f"corrected/{revision.id}/{name}"),
                desk.words.feed_correction.format(revision=revision.id),
                desk.place.url(addresses.correction(revision.id, name), desk.locale),
                correction.corrected_on,
                desk.write(correction.what),
                _find_second(revision.id, name),
            )


def _touches(correction: Correction, followed: Followed, revision: Revision) -> bool:
    services = (revision.by_id[name] for name in correction.touched if name in revision.by_id)
    return any(followed.holds(service) for service in services)


def _find_second(year: str, name: str) -> int:
    """Give the corrections of one day a second each, whichever lists they are of."""
    of_the_day = int(name[len("2026-01-31-") :] or 1)
    return NOON + 100 * of_the_day + int(year) % 100


def _name_id(desk: Desk, name: str) -> str:
    """Name something for ever (RFC 4151), in one locale."""
    return f"{desk.whole.site.tag}/{desk.locale}/{name}"
