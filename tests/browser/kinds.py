"""The pages that browsers open: one at least of every kind that there is, in both locales."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.site.kinds import KINDS
from carelist.site.kinds.several import EMBEDDED_SEARCH, EMBEDDED_SERVICE
from carelist.site.pages import list_pages

from tests.conftest import CLOUDBRIDGE
from tests.site.building import CATALOG, read_site

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from carelist.site.page import PageKind
    from carelist.site.site import Site

FRAMED: tuple[PageKind[Any], ...] = (EMBEDDED_SEARCH, EMBEDDED_SERVICE)
"""Kinds of page for frames on other sites."""
WITH_MOST_TO_SHOW = {
    "services/disability-education/",  # a cell is repaired
    "services/mental-health-in-care/",  # a cell is inferred
    "pillars/development/",  # its name is inferred
    "departments/civil-affairs/",
    "revisions/2025/services/disability-education/",
    "situations/autism/",
    "kit/pillars/health/",
}
"""Pages that are opened in place of the first of their kind."""
IN_THE_CITY = (
    "revisions/",
    "revisions/2031/",
    "revisions/2033/services/school/",
    "revisions/2031/services/sport/",
    "changes/2031..2032/",
    "changes/2031..2033/pillars/learning/",
    "changes/2032..2033/departments/education/",
    "services/school/",
    "services/health/",
    "services/sport/",
    "audiences/",
    "pillars/play/",
    "pillars/support/",
    "departments/",
    "departments/sports/",
)
"""Pages that are others in the city with three lists."""
LEADING = {
    "2025/7/": "services/medical-insurance/",
    "revisions/2025/7/": "revisions/2025/services/medical-insurance/",
}
"""Pages that lead on, and where."""
UNKNOWN = ("services/nothing/", "en/services/nothing/")


def choose_paths(
    site: Site, kinds: Iterable[PageKind[Any]], chosen: Container[str] = ()
) -> Iterator[str]:
    """Yield the pages of each kind that are chosen, or else its first; none where it has none."""
    pages = [page for page in list_pages(site, {"list", "hand"}) if page.locale.is_source]
    for kind in kinds:
        paths = [page.path for page in pages if page.kind is kind]
        yield from [path for path in paths if path in chosen] or paths[:1]


def list_kinds(site: Site) -> set[str]:
    """The ids of the kinds of which a site has a page."""
    return {page.kind.id for page in list_pages(site, {"list", "hand"})}


REAL, CITY = read_site(CATALOG), read_site(CLOUDBRIDGE)
PATHS = tuple(choose_paths(REAL, [k for k in KINDS if k not in FRAMED], WITH_MOST_TO_SHOW))
FRAMES = tuple(choose_paths(REAL, FRAMED))
ONLY_THERE = [kind for kind in KINDS if kind.id not in list_kinds(REAL)]
CITY_PATHS = tuple(dict.fromkeys((*IN_THE_CITY, *choose_paths(CITY, ONLY_THERE, IN_THE_CITY))))
"""Those, and a page of each kind that the real site has none of."""
ADDRESSES = tuple(prefix + path for prefix in ("", "en/") for path in PATHS)


def find_language(address: str) -> str:
    """The language that an address is in."""
    return "en" if address.startswith("en/") else "zh-Hans"


def switch_language(address: str) -> str:
    """The same page in the other language."""
    return address.removeprefix("en/") if address.startswith("en/") else f"en/{address}"
