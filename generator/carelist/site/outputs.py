"""The files of the site that are not pages: data, sitemap, robots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.exports.check_json import export_check, shorten_rules
from carelist.exports.web import FOLDER
from carelist.publicity.phrases import Phrases
from carelist.search.compact import write_foreign, write_own
from carelist.search.documents import make_libraries
from carelist.search.postings import is_in_parts, write_postings
from carelist.search.sounds import read_aloud
from carelist.site import addresses
from carelist.site.check_words import list_check_words
from carelist.site.embedding import list_descriptions
from carelist.site.feeds import write_feeds
from carelist.site.leading import list_leading_pages
from carelist.site.pages import list_listed_paths
from carelist.site.sitemap import write_sitemap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.search.sounds import Reader
    from carelist.site.site import Site


LINE_END = "\x7f"
"""Where a line of a title may end, in one byte: a sign that no text has."""


def list_outputs(site: Site, read: Reader = read_aloud) -> Iterator[tuple[str, str | bytes]]:
    """Yield every generated file with its address; `read` says how Chinese sounds."""
    now, locales = site.now, site.catalog.locales
    yield from _list_data(site)
    libraries = make_libraries(now, read)
    phrases = Phrases.of(now)
    for locale in locales:
        yield from write_feeds(site, locale)
        words = list_check_words(locale.words("site"), now.latest, locale)
        rules = export_check(now, locale, words)
        yield (
            addresses.check_json(locale),
            shorten_rules(rules, lambda title, short: phrases.mark(title, LINE_END, short)),
        )
        library = libraries[locale]
        own, foreign = addresses.search_files(locale)
        yield own, write_own(library)
        yield foreign, write_foreign(library)
        if is_in_parts(library.documents):
            for name, text in write_postings(library):
                yield addresses.search_part(locale, name), text
    yield from list_leading_pages(site)
    yield from list_descriptions(site)
    yield (
        "sitemap.xml",
        write_sitemap(list_listed_paths(site), site.place.site_url, locales),
    )
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.place.site_url}sitemap.xml\n"


def _list_data(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files of open data: those of the whole list, then those of one thing each."""
    for file in site.open_data.files:
        yield f"{FOLDER}{file.path}", file.content
    for path, text in site.open_data.list_single_files():
        yield f"{FOLDER}{path}", text
