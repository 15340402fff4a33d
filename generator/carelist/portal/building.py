"""From the sites of places to the portal that leads to them, whole or not at all."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.problems import CatalogError, RefusalError
from carelist.portal import addresses
from carelist.portal.desk import Atlas, Desk
from carelist.portal.export import export_portal, export_portal_schema
from carelist.portal.index import name_folder, write_index
from carelist.portal.inputs import is_fresh
from carelist.portal.lineage import check_lineage, trace
from carelist.portal.pages import NOT_FOUND, list_pages
from carelist.portal.published import read_published
from carelist.portal.rendering import Renderer, Theme
from carelist.portal.shards import MEGABYTE, weigh_folder
from carelist.search.sounds import read_aloud
from carelist.site.sitemap import write_sitemap
from carelist.site.staging import Stage
from carelist.store import Store, find_cache
from carelist.theme import THEME, find_more_icons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carelist.portal.portal import Portal


class Assembled(NamedTuple):
    """What has been put together."""

    places: int
    pages: int
    """Of the portal itself, in all locales."""
    size: int
    """Bytes of all files, those of places on hosts of their own left out."""


def assemble(
    portal: Portal, sites: Path, out: Path, theme: Theme, tell_wait: Callable[[], None]
) -> Assembled:
    """Make the portal in the folder `out`, with the sites of places from the folder `sites`.

    Raises:
        RefusalError: If a site is missing or behind its inputs, or the host has no room for all.
        CatalogError: If a service is declared to be under something that is not there.
    """
    behind = [place.id for place in portal.places if not is_fresh(portal, place, sites)]
    if behind:
        raise RefusalError("places_behind", count=str(len(behind)), first=", ".join(behind[:5]))
    lists = {place.id: read_published(sites / place.id) for place in portal.places}
    if problems := list(check_lineage(portal, lists)):
        raise CatalogError(problems)
    atlas = Atlas(portal, lists, trace(portal, lists))
    stage = Stage(out, tell_wait)
    try:
        pages = 0
        for path, content in _list_files(atlas, theme):
            pages += path.endswith(".html")
            _write(stage.folder / path, content)
        for place in portal.places:
            if place.below:
                _link_tree(sites / place.id, stage.folder / place.below)
        size = weigh_folder(stage.folder)
        _check_room(portal, size)
        stage.settle()
    except BaseException:
        stage.discard()
        raise
    return Assembled(len(portal.places), pages, size)


def find_theme(portal: Path) -> Theme:
    """Give the looks of all sites; a portal's own templates, in `overrides`, go before them."""
    return Theme((THEME, portal / "overrides", *find_more_icons()), THEME)


def _check_room(portal: Portal, size: int) -> None:
    most = portal.record.most_megabytes
    if size > most * MEGABYTE:
        raise RefusalError("host_full", needed=f"{size / MEGABYTE:.0f}", most=str(most))


def _list_files(atlas: Atlas, theme: Theme) -> Iterator[tuple[str, str]]:
    """Yield each file of the portal itself with its path."""
    portal = atlas.portal
    renderer = Renderer.of(atlas, theme, Store(find_cache(portal.folder) / "templates"))
    names = [place.name.source for place in portal.places]
    sounds = {name: " ".join(syllables) for name, syllables in read_aloud(names).runs.items()}
    pages = list(list_pages(atlas, sounds))
    for locale in portal.locales:
        for page in pages:
            yield f"{locale.prefix}{page.path}index.html", renderer.make_page(page, locale)
        desk = Desk(atlas, locale, addresses.SEARCH)
        for name, content in write_index(desk):
            yield name_folder(desk) + name, content
    yield addresses.NOT_FOUND, renderer.make_page(NOT_FOUND, portal.locales.default)
    yield addresses.PORTAL_JSON, export_portal(atlas)
    yield addresses.PORTAL_SCHEMA, export_portal_schema(portal.locales)
    yield "sitemap.xml", write_sitemap([page.path for page in pages], portal.url, portal.locales)
    yield "robots.txt", _write_robots(portal)
    yield from renderer.list_scripts()
    yield addresses.LOGO, renderer.logo


def _write_robots(portal: Portal) -> str:
    """Lead to the sitemaps of the portal and of every site below it."""
    urls = [portal.url, *(portal.find_url(place) for place in portal.places if place.below)]
    return "User-agent: *\nAllow: /\n" + "".join(f"Sitemap: {url}sitemap.xml\n" for url in urls)


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")


def _link_tree(source: Path, target: Path) -> None:
    """Give a site its place in the portal: the same files under second names, where that can be."""
    shutil.copytree(source, target, copy_function=_link, dirs_exist_ok=True)


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copyfile(source, target)
    return target
