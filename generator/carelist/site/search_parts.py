"""What a search fetches of a long list: its cards, a few in each file, and what filters ask for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from carelist.site.addresses import search_part
from carelist.site.pages import list_pages
from carelist.site.rendering import render
from carelist.site.views.search import SearchView, list_facts

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from carelist.site.site import Site
    from carelist.speech.locales import Locale

TEMPLATE = "partials/search-part.html"


def write_search_parts(site: Site, env: Environment, folder: Path) -> None:
    """Write the parts of a long list in both locales; none of a short one."""
    for page in list_pages(site):
        if page.kind.id != "search":
            continue
        frame, view = render(site, page)
        if isinstance(view, SearchView) and view.parts:
            words = site.words(page.locale)
            texts = (
                env.get_template(TEMPLATE).render(frame=frame, words=words, items=items)
                for items in view.parts
            )
            for number, text in enumerate(texts):
                _write(folder, page.locale, f"cards-{number}.html", text)
            for name, facts in list_facts(view).items():
                _write(folder, page.locale, f"facts-{name}.json", json.dumps(facts))


def _write(folder: Path, locale: Locale, name: str, text: str) -> None:
    path = folder / search_part(locale, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
