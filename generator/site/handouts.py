"""The pages of what is handed out: the kit's campaigns, and what other sites show in frames."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.publicity.pieces import find_folder
from generator.site import addresses
from generator.site.page import Page
from generator.site.views.kit import make_campaign
from generator.site.views.service import make_service
from generator.site.years import list_ever

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.revision import Catalog
    from generator.catalog.texts import Text
    from generator.publicity.voice import Kind
    from generator.site.addresses import Locale
    from generator.site.desk import Desk


def list_campaigns(catalog: Catalog, locale: Locale) -> Iterator[Page]:
    """Yield the page of every campaign of the kit, but for that of the whole list."""
    duties = {name for service in catalog.latest.services for name in service.departments}
    named: list[tuple[Kind, str, Text]] = [
        *(("pillar", pillar.id, pillar.name) for pillar in catalog.pillars.values()),
        *(("situation", situation.id, situation.title) for situation in catalog.situations),
        *(("department", d.id, d.name) for d in catalog.departments.values() if d.id in duties),
    ]
    for kind, name, title in named:
        yield Page(
            addresses.kit_page(find_folder(kind, name)),
            locale,
            "kit.html",
            partial(make_campaign, kind=kind, name=name),
            partial(_name_campaign, title=title, key="kit_of"),
            partial(_name_campaign, title=title, key="kit_of_description"),
            addresses.KIT,
        )


def list_embedded(catalog: Catalog, locale: Locale) -> Iterator[Page]:
    """Yield the pages that other sites show in frames: every service, and the search."""
    yield Page(
        addresses.embed(addresses.SEARCH),
        locale,
        "embed-search.html",
        _show_nothing,
        _name_search,
        _name_search,
    )
    for revision, service in list_ever(catalog):
        yield Page(
            addresses.embed(addresses.service(service.id)),
            locale,
            "embed.html",
            partial(make_service, service=service),
            partial(_write, text=revision.title_of(service)),
            partial(_write, text=service.summary),
            addresses.pillar(service.pillar),
            year=revision.id,
        )


def _name_campaign(desk: Desk, title: Text, key: str) -> str:
    return desk.words[key].format(name=desk.write(title))


def _show_nothing(desk: Desk) -> None:
    """The box in a frame needs no view: its words and its address are those of every page."""
    del desk


def _name_search(desk: Desk) -> str:
    return desk.words.search


def _write(desk: Desk, text: Text) -> str:
    return desk.write(text)
