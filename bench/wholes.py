"""Pages on which a whole list stands, made of a long list and of one of a former year like it."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import TYPE_CHECKING

from carelist.publicity.phrases import Phrases
from carelist.site.page import Budget
from carelist.site.pages import list_pages
from carelist.site.place import Place
from carelist.site.rendering import Renderer
from carelist.site.sheets import compose_sheets
from carelist.site.site import Site
from carelist.site.styles import read_styles
from carelist.site.templates import make_environment
from carelist.store import Store
from carelist.theme import THEME

from bench.serving import LEVEL

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.revision import Catalog

URL = "https://list.example.org/"


def repeat_list(catalog: Catalog, count: int) -> Catalog:
    """Give a catalog whose latest list comes again every year, `count` lists in all."""
    latest = catalog.latest
    years = (replace(latest, id=str(int(latest.id) + number)) for number in range(count))
    return replace(catalog, revisions=tuple(years))


def weigh_wholes(catalog: Catalog, folder: Path) -> dict[str, int]:
    """Make every page that shows a whole list, and weigh what opens first.

    Args:
        catalog: Of one list.
        folder: Where templates are kept.

    Returns:
        By the name of a kind of page, the bytes of its heaviest page after gzip -9, styles in it.
    """
    site = Site.of(repeat_list(catalog, 2), Place(URL, ""))
    environment = make_environment((THEME,), Store(folder))
    phrases = Phrases.of(site.catalog)
    sheet = read_styles(compose_sheets(THEME))
    renderer = Renderer(site, environment, sheet, phrases, (), offline=False)
    weights: dict[str, int] = {}
    for page in list_pages(site):
        if page.kind.standing.budget is Budget.WHOLE_LIST:
            html = renderer.make_page(page).encode()
            weight = len(gzip.compress(html, LEVEL, mtime=0))
            weights[page.kind.id] = max(weight, weights.get(page.kind.id, 0))
    return weights


def count_changes(catalog: Catalog) -> int:
    """Count the pages that compare the lists of a catalog, in all its languages."""
    site = Site.of(catalog, Place(URL, ""))
    return sum(page.kind.id in COMPARED for page in list_pages(site))


COMPARED = {"comparison", "comparison-part"}
"""Kinds of pages."""
