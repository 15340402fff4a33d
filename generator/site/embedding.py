"""How other sites show a service in a frame: the HTML to paste, and its oEmbed description."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from generator.publicity.pieces import find_folder
from generator.site import addresses
from generator.site.addresses import LOCALES
from generator.site.frame import LIST
from generator.site.years import list_ever

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.records import Service
    from generator.site.desk import Desk
    from generator.site.pages import Site

WIDTH, HEIGHT = 600, 480
"""Of the frame in pixels: no service needs more; the page in it adapts to any width from 300 on."""
SEARCH_HEIGHT = 230
SANDBOX = "allow-popups allow-popups-to-escape-sandbox"
"""The frame may open a page in a new window, and nothing else."""
SEARCH_SANDBOX = f"allow-forms allow-scripts {SANDBOX}"
"""That of the search box may besides lead to what is found, in a new window, by a script."""


def write_frame(desk: Desk, service: Service) -> str:
    """Give the HTML that shows a service on another site."""
    title = desk.words.item_of.format(number=service.number, revision=desk.revision.id)
    return _write_frame(desk, addresses.service(service.id), title, HEIGHT, SANDBOX)


def write_search_frame(desk: Desk) -> str:
    """Give the HTML that shows a search box on another site."""
    title = f"{desk.write(desk.catalog.site.name)} · {desk.words.search}"
    return _write_frame(desk, addresses.SEARCH, title, SEARCH_HEIGHT, SEARCH_SANDBOX)


def _write_frame(desk: Desk, path: str, title: str, height: int, sandbox: str) -> str:
    source = desk.place.url(addresses.embed(path), desk.locale)
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="{height}" '
        f'style="max-width:{WIDTH}px;border:0" loading="lazy" sandbox="{sandbox}"></iframe>'
    )


def list_descriptions(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the oEmbed description of every service (https://oembed.com), with its address."""
    for locale in LOCALES:
        for revision, service in list_ever(site.catalog):
            path = addresses.service(service.id)
            desk = site.desk(path, locale, year=revision.id)
            described = json.dumps(_describe(desk, service), ensure_ascii=False, indent=1)
            yield addresses.localize(addresses.oembed(path), locale), f"{described}\n"


def _describe(desk: Desk, service: Service) -> dict[str, object]:
    name = desk.write(desk.catalog.site.name)
    stands = service.id in desk.whole.latest.by_id
    folder = find_folder("service", service.id) if stands else LIST
    picture = addresses.kit_file(f"{folder}/share.png")
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": name,
        "provider_url": desk.place.url(addresses.HOME, desk.locale),
        "title": desk.write(desk.revision.title_of(service)),
        "html": write_frame(desk, service),
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": desk.place.url(picture, desk.locale),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
