"""The pages of a site: what there is, by the kinds that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.catalog.reads import Noted, noting, read_noted
from carelist.site import kinds
from carelist.site.page import Page

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from carelist.site.page import Origin, PageKind
    from carelist.site.site import Site
    from carelist.site.subjects import Prose
    from carelist.speech.locales import Locale

MADE: frozenset[Origin] = frozenset({"list"})
"""What MkDocs is handed page by page."""
WITH_ADDRESS: frozenset[Origin] = frozenset({"list", "hand", "target"})


def list_pages(site: Site, origins: Container[Origin] = MADE) -> Iterator[Page]:
    """Yield every page of some origins in every locale.

    Those that are written by hand have no words yet, and are those that every site has.
    """
    for locale in site.catalog.locales:
        for kind in kinds.KINDS:
            if kind.origin in origins:
                for subject in kind.list_subjects(site):
                    yield Page(kind, subject, locale)


def list_noted(site: Site) -> Iterator[tuple[Page, Noted]]:
    """Yield every page of the list with the note of what was read to know that there is such."""
    with noting() as note:
        locales = tuple(site.catalog.locales)
    spoken = Noted(note)
    for locale in locales:
        for kind in kinds.KINDS:
            if kind.origin in MADE:
                with noting() as note:
                    read_noted(spoken)
                    subjects = tuple(kind.list_subjects(site))
                listed = Noted(note)
                for subject in subjects:
                    yield Page(kind, subject, locale), listed


def list_listed_paths(site: Site) -> list[str]:
    """Give the pages that search engines are shown, each by its path without the locale."""
    pages = [page for page in list_pages(site, WITH_ADDRESS) if page.kind.standing.is_listed]
    return list(dict.fromkeys(p.path for p in pages if p.stands_for(site) == p.path))


def find_kinds(site: Site) -> dict[str, PageKind[Any]]:
    """Give the kind of each page that has an address, by that address."""
    return {page.address: page.kind for page in list_pages(site, WITH_ADDRESS)}


def give_kind(site: Site, prose: Prose, locale: Locale) -> Page:
    """Give the page of a text that is written by hand."""
    for page in list_pages(site, {"hand"}):
        if (page.path, page.locale) == (prose.path, locale):
            return Page(page.kind, prose, locale)
    return Page(kinds.PROSE_PAGE, prose, locale)
