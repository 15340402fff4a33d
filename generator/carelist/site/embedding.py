"""How other sites show a service in a frame: the HTML to paste, and its oEmbed description."""

from __future__ import annotations

import json
from functools import partial
from html import escape
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from carelist.publicity.pieces import find_folder
from carelist.publicity.rows import list_endings
from carelist.site import addresses
from carelist.site.years import list_ever

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carelist.catalog.records import Service
    from carelist.site.desk import Desk
    from carelist.site.site import Site
    from carelist.site.years import Listed
    from carelist.speech.locales import Locale


class Heights(NamedTuple):
    """How high a frame has to be, in pixels, at each of the widths."""

    narrow: int
    middle: int
    wide: int


class Lines(NamedTuple):
    """How a text of a frame is set, in pixels."""

    size: float
    """Of its letters."""
    beside: int
    """What stands beside it."""
    height: int
    """Of a line."""


WIDTHS = NARROW, MIDDLE, WIDTH = 300, 400, 600
"""Of a frame in pixels: the narrowest that the page in it adapts to, and the widest it is shown."""
SEARCH_HEIGHTS = Heights(230, 230, 205)
"""Of the search box."""
MARGIN = 54
"""What stands beside the text of a frame, in pixels."""
LABEL = 110
"""What the name of a fact takes of its line."""
TEXTS = (Lines(22, 0, 30), Lines(17, 0, 30), Lines(15.3, LABEL, 26), Lines(15.3, LABEL, 26))
"""Title, summary, audience and departments."""
SANDBOX = "allow-popups allow-popups-to-escape-sandbox"
"""The frame may open a page in a new window, and nothing else."""
SEARCH_SANDBOX = f"allow-forms allow-scripts {SANDBOX}"
"""That of the search box may besides lead to what is found, in a new window, by a script."""


def write_frame(desk: Desk, service: Service) -> str:
    """Give the HTML that shows a service on another site."""
    title = desk.words.item_of.format(number=service.number, revision=desk.revision.id)
    heights = estimate_heights(desk, service)
    return _write_frame(desk, addresses.service(service.id), title, heights, SANDBOX)


def write_search_frame(desk: Desk) -> str:
    """Give the HTML that shows a search box on another site."""
    title = f"{desk.write(desk.catalog.site.name)} · {desk.words.search}"
    return _write_frame(desk, addresses.SEARCH, title, SEARCH_HEIGHTS, SEARCH_SANDBOX)


def estimate_heights(desk: Desk, service: Service) -> Heights:
    """Tell the heights that a service needs, or a little more."""
    told = (
        desk.write(desk.revision.title_of(service)),
        desk.write(service.summary),
        desk.write(desk.revision.people_of(service)),
        desk.locale.list(
            desk.write(desk.catalog.departments[name].name) + ending
            for name, ending in list_endings(service, desk.words)
        ),
    )

    def estimate(width: int) -> int:
        lines = (
            ceil(len(text) * of.size * desk.locale.frame.letter / (width - MARGIN - of.beside))
            * of.height
            for text, of in zip(told, TEXTS, strict=True)
        )
        return desk.locale.frame.rest + sum(lines)

    return Heights(*map(estimate, WIDTHS))


def _write_frame(desk: Desk, path: str, title: str, heights: Heights, sandbox: str) -> str:
    """Give a frame that grows as it narrows, without a script, in a box that tells its width.

    Browsers before container queries take the height of the narrowest.
    """
    source = desk.place.url(addresses.embed(path), desk.locale)
    lines = (
        _draw_line(NARROW, heights.narrow, MIDDLE, heights.middle),
        _draw_line(MIDDLE, heights.middle, WIDTH, heights.wide),
    )
    return (
        f'<div style="container-type:inline-size;max-width:{WIDTH}px">'
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" '
        f'height="{heights.narrow}" style="height:max({",".join(lines)});border:0" '
        f'loading="lazy" sandbox="{sandbox}">'
        "</iframe></div>"
    )


def _draw_line(width: int, height: int, other_width: int, other_height: int) -> str:
    """Write the line through two heights at two widths, in CSS, by the width of the box."""
    slope = (height - other_height) / (other_width - width)
    return f"{ceil(height + slope * width)}px - {slope * 100:.4g}cqw"


def list_descriptions(site: Site) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the address of the oEmbed description of every service, and what makes it.

    See https://oembed.com.
    """
    for locale in site.catalog.locales:
        for listed in list_ever(site.catalog):
            address = addresses.oembed(addresses.service(listed.service.id))
            yield addresses.localize(address, locale), partial(_write, site, locale, listed)


def _write(site: Site, locale: Locale, listed: Listed) -> str:
    path = addresses.service(listed.service.id)
    desk = site.desk(path, locale, year=listed.revision.id)
    return f"{json.dumps(_describe(desk, listed.service), ensure_ascii=False, indent=1)}\n"


def _describe(desk: Desk, service: Service) -> dict[str, object]:
    name = desk.write(desk.catalog.site.name)
    stands = service.id in desk.whole.latest.by_id
    folder = find_folder("service", service.id) if stands else find_folder("list", "")
    picture = desk.place.url(addresses.kit_file(f"{folder}/share.png"), desk.locale)
    thumbnail = {
        "thumbnail_url": picture,
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": name,
        "provider_url": desk.place.url(addresses.HOME, desk.locale),
        "title": desk.write(desk.revision.title_of(service)),
        "html": write_frame(desk, service),
        "width": WIDTH,
        "height": estimate_heights(desk, service).wide,
        **(thumbnail if desk.place.has_pieces else {}),
    }
