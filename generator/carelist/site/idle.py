"""Which scripts no page of a site asks for: of long lists, of many, of words in reserve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.search.postings import has_reserve, is_in_parts
from carelist.site.pairs import list_composed
from carelist.site.scripts import LIST_PARTS, LONG_SEARCH, RESERVE, STEPS
from carelist.site.views.long_lists import count_parts

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog


def list_idle(catalog: Catalog) -> set[str]:
    """List the scripts that a site does without, and so does not publish."""
    services = catalog.latest.services
    is_used = {
        LONG_SEARCH: is_in_parts(services),
        RESERVE: any(has_reserve(catalog, locale) for locale in catalog.locales),
        LIST_PARTS: any(count_parts(one.services) > 1 for one in catalog.revisions),
        STEPS: any(list_composed(catalog.revisions)),
    }
    return {script for script, used in is_used.items() if not used}
