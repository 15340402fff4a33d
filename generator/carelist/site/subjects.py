"""What pages are each about, where a kind has more than one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.site.pairs import list_built, list_composed
from carelist.site.views.changes import find_themes
from carelist.site.views.long_lists import count_parts
from carelist.site.years import Listed, list_ever

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.records import Department
    from carelist.catalog.revision import Revision
    from carelist.catalog.texts import Text
    from carelist.publicity.voice import SubjectKind
    from carelist.site.pairs import Pair
    from carelist.site.site import Site
    from carelist.site.views.changes import Theme


class Compared(NamedTuple):
    """What changed from one list to another: all of it, or of a pillar or a department."""

    before: Revision
    after: Revision
    theme: Theme


class RevisionPart(NamedTuple):
    """A part of the long list of a year."""

    revision: Revision
    number: int
    """From 1."""


class Campaign(NamedTuple):
    """What there is to hand out for something on the list."""

    kind: SubjectKind
    id: str
    title: Text


class Prose(NamedTuple):
    """A text that is written by hand, below docs/."""

    path: str
    """Of its page, without the locale."""
    title: str = ""
    description: str = ""
    html: str = ""
    """Empty as long as it is not read."""


def list_departments(site: Site) -> Iterator[Department]:
    """Yield the departments; none where no list names any for its services."""
    if site.catalog.names_departments:
        yield from site.now.departments.values()


def list_services(site: Site) -> Iterator[Listed]:
    """Yield the services of the list in force."""
    return (Listed(site.now.latest, service) for service in site.now.latest.services)


def list_items(site: Site) -> Iterator[Listed]:
    """Yield the services of every list, as they stood in it."""
    return (Listed(revision, s) for revision in site.catalog.revisions for s in revision.services)


def list_parts(count: int) -> range:
    """List the parts of something behind the first, which has a page of its own kind."""
    return range(2, count + 1)


def list_revision_parts(site: Site) -> Iterator[RevisionPart]:
    """Yield the parts of long lists behind the first."""
    for revision in site.catalog.revisions:
        for number in list_parts(count_parts(revision.services)):
            yield RevisionPart(revision, number)


def list_gone(site: Site) -> Iterator[Listed]:
    """Yield the services that ended."""
    return (one for one in list_ever(site.catalog) if one.revision is not site.catalog.latest)


def list_comparisons(site: Site) -> Iterator[Compared]:
    """Yield each list beside the next one and beside the latest."""
    return (one for one in _compare(site, list_built(site.catalog.revisions)) if not one.theme.id)


def list_themes(site: Site) -> Iterator[Compared]:
    """Yield what each comparison tells of one pillar or department."""
    return (one for one in _compare(site, list_built(site.catalog.revisions)) if one.theme.id)


def list_put_together(site: Site) -> Iterator[Compared]:
    """Yield all other comparisons, which the reader's browser puts together at their addresses."""
    return _compare(site, list_composed(site.catalog.revisions))


def _compare(site: Site, pairs: Iterable[Pair]) -> Iterator[Compared]:
    for before, after in pairs:
        for theme in find_themes(site.catalog, before, after):
            yield Compared(before, after, theme)


def list_campaigns(site: Site) -> Iterator[Campaign]:
    """Yield every campaign of the kit, but for that of the whole list.

    What has no service has nothing to hand out.
    """
    catalog = site.now
    duties = {name for service in catalog.latest.services for name in service.departments}
    for pillar in catalog.pillars.values():
        yield Campaign("pillar", pillar.id, pillar.name)
    for situation in catalog.situations:
        if site.index.outlooks.has_services(situation.id):
            yield Campaign("situation", situation.id, situation.title)
    for department in catalog.departments.values():
        if department.id in duties:
            yield Campaign("department", department.id, department.name)
