"""The archive: every list as it was published, what changed, and what became of what is gone."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from generator.site import addresses
from generator.site.page import Page
from generator.site.views.archive import make_archived_service, make_revision, make_revisions
from generator.site.views.changes import find_themes, make_all_changes, make_changes
from generator.site.views.former import (
    find_former_departments,
    find_former_pillars,
    make_former,
)
from generator.site.views.gone import make_gone
from generator.site.years import list_ever

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.records import Service
    from generator.catalog.revision import Catalog, Revision
    from generator.site.addresses import Locale
    from generator.site.desk import Desk
    from generator.site.views.changes import Theme
    from generator.site.views.former import Former


def list_archive(catalog: Catalog, locale: Locale) -> Iterator[Page]:
    """Yield the pages of the archive in one locale."""
    yield Page(
        addresses.REVISIONS,
        locale,
        "revisions.html",
        make_revisions,
        lambda desk: desk.words.revisions,
        lambda desk: desk.words.revisions_description.format(
            city=desk.write(desk.catalog.site.city)
        ),
    )
    if len(catalog.revisions) > 1:
        yield Page(
            addresses.CHANGES,
            locale,
            "all-changes.html",
            make_all_changes,
            lambda desk: desk.words.changes,
            lambda desk: desk.words.changes_all_description.format(
                city=desk.write(desk.catalog.site.city)
            ),
            addresses.REVISIONS,
        )
    for revision in catalog.revisions:
        yield from _list_revision(catalog, revision, locale)
    for before, after in combinations(catalog.revisions, 2):
        yield from _list_changes(catalog, before, after, locale)
    yield from _list_gone(catalog, locale)
    for former in (*find_former_pillars(catalog), *find_former_departments(catalog)):
        yield Page(
            former.path,
            locale,
            "former.html",
            partial(make_former, former=former),
            partial(_name_former, former=former),
            partial(_describe_former, former=former),
            addresses.PILLARS if former.kind == "pillar" else addresses.DEPARTMENTS,
        )


def _name_former(desk: Desk, former: Former) -> str:
    return desk.write(former.entry.name)


def _describe_former(desk: Desk, former: Former) -> str:
    name = desk.write(former.entry.name)
    return desk.words.former_description.format(name=name, revision=former.last.id)


def _list_revision(catalog: Catalog, revision: Revision, locale: Locale) -> Iterator[Page]:
    now = {service.id for service in catalog.latest.services}
    yield Page(
        addresses.revision(revision.id),
        locale,
        "revision.html",
        make_revision,
        lambda desk: desk.words.list_of.format(revision=desk.revision.id),
        lambda desk: desk.words.list_of_description.format(
            document=desk.write(desk.revision.notice.number), revision=desk.revision.id
        ),
        addresses.REVISIONS,
        year=revision.id,
        stands_for=addresses.revision(catalog.latest.id),
    )
    for service in revision.services:
        path = addresses.service_of(revision.id, service.id)
        yield Page(
            path,
            locale,
            "archived-service.html",
            partial(make_archived_service, service=service),
            partial(_name_archived, service=service),
            partial(_describe_archived, service=service),
            addresses.revision(revision.id),
            year=revision.id,
            stands_for=addresses.service(service.id) if service.id in now else path,
        )


def _name_archived(desk: Desk, service: Service) -> str:
    title = desk.write(desk.revision.title_of(service))
    return desk.words.service_of.format(title=title, revision=desk.revision.id)


def _describe_archived(desk: Desk, service: Service) -> str:
    return desk.words.service_of_description.format(
        revision=desk.revision.id, number=service.number, summary=desk.write(service.summary)
    )


def _list_changes(
    catalog: Catalog, before: Revision, after: Revision, locale: Locale
) -> Iterator[Page]:
    for theme in find_themes(catalog, before, after):
        yield Page(
            addresses.changes(before.id, after.id) + theme.path,
            locale,
            "changes.html",
            partial(make_changes, before=before, after=after, theme=theme),
            partial(_name_changes, before=before, after=after, theme=theme),
            partial(_describe_changes, before=before, after=after, theme=theme),
            addresses.REVISIONS,
        )


def _name_changes(desk: Desk, before: Revision, after: Revision, theme: Theme) -> str:
    title = desk.words.changes_title.format(before=before.id, after=after.id)
    return f"{title}{desk.words.colon}{desk.write(theme.name)}" if theme.name else title


def _describe_changes(desk: Desk, before: Revision, after: Revision, theme: Theme) -> str:
    name = desk.write(theme.name) if theme.name else desk.write(desk.catalog.site.city)
    return desk.words.changes_description.format(name=name, before=before.id, after=after.id)


def _list_gone(catalog: Catalog, locale: Locale) -> Iterator[Page]:
    for revision, service in list_ever(catalog):
        if revision is not catalog.latest:
            yield Page(
                addresses.service(service.id),
                locale,
                "gone.html",
                partial(make_gone, service=service, revision=revision),
                partial(_name_gone, service=service, revision=revision),
                partial(_describe_gone, service=service, revision=revision),
                addresses.SERVICES,
            )


def _name_gone(desk: Desk, service: Service, revision: Revision) -> str:
    return desk.write(revision.title_of(service))


def _describe_gone(desk: Desk, service: Service, revision: Revision) -> str:
    title = desk.write(revision.title_of(service))
    return desk.words.gone_description.format(title=title, revision=revision.id)
