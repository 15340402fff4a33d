"""What a search fetches of a long list: its cards, a few in each file, and what filters ask for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from carelist.search.postings import is_in_parts
from carelist.site.addresses import search_part
from carelist.site.rendering import render
from carelist.site.views.search import SearchView, list_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from carelist.site.page import Page
    from carelist.site.site import Site

TEMPLATE = "partials/search-part.html"


def list_search_parts(site: Site, env: Environment, page: Page) -> Iterator[tuple[str, str]]:
    """Yield the parts that the search page of a long list fetches; none of a short one."""
    if not is_in_parts(site.now.latest.services):
        return
    frame, view = render(site, page)
    if not isinstance(view, SearchView):
        raise TypeError(page.kind.id)
    words = site.words(page.locale)
    template = env.get_template(TEMPLATE)
    for number, items in enumerate(view.parts):
        text = template.render(frame=frame, words=words, items=items)
        yield search_part(page.locale, f"cards-{number}.html"), text
    for name, facts in list_facts(view).items():
        yield search_part(page.locale, f"facts-{name}.json"), json.dumps(facts)
