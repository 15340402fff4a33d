"""The sitemap, with the same page in the other locales beside each (https://www.sitemaps.org)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from carelist.site.addresses import localize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.speech.locales import Locales

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def write_sitemap(paths: Iterable[str], site_url: str, locales: Locales) -> str:
    """Write the sitemap of pages that stand in every locale, given by their paths without it."""
    return HEAD + "".join(_list_entries(paths, site_url, locales)) + "</urlset>\n"


def _list_entries(paths: Iterable[str], site_url: str, locales: Locales) -> Iterator[str]:
    for path in paths:
        links = [(lc.language, site_url + localize(path, lc)) for lc in locales]
        links.append(("x-default", site_url + path))
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{escape(lang)}" href="{escape(href)}"/>'
            for lang, href in links
        )
        for locale in locales:
            location = escape(site_url + localize(path, locale), quote=False)
            yield f"<url><loc>{location}</loc>{alternates}</url>\n"
