"""Which scripts no page of a site asks for: those of long lists, and of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.search.postings import is_in_parts
from carelist.site.pairs import list_composed
from carelist.site.scripts import LIST_PARTS, LONG_SEARCH, STEPS
from carelist.site.views.long_lists import count_parts

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog


def list_idle(catalog: Catalog) -> set[str]:
    """List the scripts that a site does without, and so does not publish."""
    services = catalog.latest.services
    is_used = {
        LONG_SEARCH: is_in_parts(services),
        LIST_PARTS: any(count_parts(one.services) > 1 for one in catalog.revisions),
        STEPS: any(list_composed(catalog.revisions)),
    }
    return {script for script, used in is_used.items() if not used}
