"""How other sites show a service in a frame: the HTML to paste, and its oEmbed description."""

from __future__ import annotations

import json
from html import escape
from math import ceil
from typing import TYPE_CHECKING

from generator.publicity.pieces import find_folder
from generator.site import addresses
from generator.site.addresses import LOCALES
from generator.site.years import list_ever

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.records import Service
    from generator.site.addresses import Locale
    from generator.site.desk import Desk
    from generator.site.site import Site

WIDTHS = NARROW, MIDDLE, WIDTH = 300, 400, 600
"""Of a frame in pixels: the narrowest that the page in it adapts to, and the widest it is shown."""
SEARCH_HEIGHTS = (230, 230, 205)
"""Of the search box, at each of the widths."""
MARGIN = 54
"""What stands beside the text of a frame, in pixels."""
LABEL = 110
"""What the name of a fact takes of its line."""
TEXTS = ((22, 0, 30), (17, 0, 30), (15.3, LABEL, 26), (15.3, LABEL, 26))
"""Of title, summary, audience and departments: size, what stands beside it, height of a line."""
LETTERS: dict[Locale, float] = {"zh": 1.08, "en": 0.54}
"""The width of a letter, as a part of its size, with what breaking lines leaves over."""
REST: dict[Locale, int] = {"zh": 272, "en": 318}
"""The height of all else: the most that the built pages have, so that nothing is cut off."""
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


def estimate_heights(desk: Desk, service: Service) -> tuple[int, int, int]:
    """Tell the height in pixels that a service needs at each of the widths, or a little more."""
    told = (
        desk.write(desk.revision.title_of(service)),
        desk.write(service.summary),
        desk.write(desk.revision.audiences[service.audience].name),
        desk.words.list_comma.join(
            desk.write(desk.catalog.departments[name].name) for name in service.departments
        ),
    )

    def estimate(width: int) -> int:
        lines = (
            ceil(len(text) * size * LETTERS[desk.locale] / (width - MARGIN - beside)) * height
            for text, (size, beside, height) in zip(told, TEXTS, strict=True)
        )
        return REST[desk.locale] + sum(lines)

    narrow, middle, wide = map(estimate, WIDTHS)
    return narrow, middle, wide


def _write_frame(
    desk: Desk, path: str, title: str, heights: tuple[int, int, int], sandbox: str
) -> str:
    """Give a frame that grows as it narrows, without a script, in a box that tells its width.

    Browsers before container queries take the height of the narrowest.
    """
    source = desk.place.url(addresses.embed(path), desk.locale)
    narrow, middle, wide = heights
    lines = (_draw_line(NARROW, narrow, MIDDLE, middle), _draw_line(MIDDLE, middle, WIDTH, wide))
    return (
        f'<div style="container-type:inline-size;max-width:{WIDTH}px">'
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="{narrow}" '
        f'style="height:max({",".join(lines)});border:0" loading="lazy" sandbox="{sandbox}">'
        "</iframe></div>"
    )


def _draw_line(width: int, height: int, other_width: int, other_height: int) -> str:
    """Write the line through two heights at two widths, in CSS, by the width of the box."""
    slope = (height - other_height) / (other_width - width)
    return f"{ceil(height + slope * width)}px - {slope * 100:.4g}cqw"


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
    folder = find_folder("service", service.id) if stands else find_folder("list", "")
    picture = addresses.kit_file(f"{folder}/share.png")
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": name,
        "provider_url": desk.place.url(addresses.HOME, desk.locale),
        "title": desk.write(desk.revision.title_of(service)),
        "html": write_frame(desk, service),
        "width": WIDTH,
        "height": estimate_heights(desk, service)[-1],
        "thumbnail_url": desk.place.url(picture, desk.locale),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
