"""The files of the site that are not pages: data, sitemap, robots."""

from __future__ import annotations

from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from carelist.exports.check_json import export_check, shorten_rules
from carelist.exports.web import FOLDER
from carelist.publicity.phrases import Phrases
from carelist.search.compact import write_foreign, write_own, write_reserve
from carelist.search.documents import make_libraries
from carelist.search.forms import forget_converters
from carelist.search.postings import has_reserve, is_in_parts, write_postings
from carelist.search.sounds import read_aloud
from carelist.site import addresses
from carelist.site.check_words import list_check_words
from carelist.site.embedding import list_descriptions
from carelist.site.feeds import write_feeds
from carelist.site.leading import list_leading_pages
from carelist.site.pages import list_listed_paths
from carelist.site.sitemap import write_sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from carelist.search.sounds import Reader
    from carelist.site.site import Site
    from carelist.speech.locales import Locale

Outputs: TypeAlias = "Iterator[tuple[str, str | bytes]]"
"""Files, each with its address."""
SLICE = 16
"""How many files of one thing each are made in one piece."""
LINE_END = "\x7f"
"""Where a line of a title may end, in one byte: a sign that no text has."""


def list_outputs(site: Site, read: Reader = read_aloud) -> Outputs:
    """Yield every generated file with its address; `read` says how Chinese sounds."""
    for make in (*list_data_parts(site), *list_slices(site), *list_parts(site, read)):
        yield from make()


def list_parts(site: Site, read: Reader) -> tuple[Callable[[], Outputs], ...]:
    """Give what makes the files of a whole list, but open data, in parts on their own."""
    return (
        partial(_list_search, site, read),
        *(partial(_list_check, site, locale) for locale in site.catalog.locales),
        *(partial(write_feeds, site, locale) for locale in site.catalog.locales),
        partial(list_leading_pages, site),
        partial(_list_for_engines, site),
    )


def list_data_parts(site: Site) -> tuple[Callable[[], Outputs], ...]:
    """Give what makes the open data of a whole list: first the files of which others tell.

    Then the schemas, which an edit of the list does not concern.
    """
    return (
        lambda: _put((file.path, file.content) for file in site.open_data.list_whole_files()),
        lambda: _put(site.open_data.list_schemas()),
    )


def list_slices(site: Site) -> Iterator[Callable[[], Outputs]]:
    """Yield what makes the files of one thing each, a few of them: an edit concerns few."""
    things = ((f"{FOLDER}{path}", make) for path, make in site.open_data.list_things())
    files = chain(things, list_descriptions(site))
    while some := [*islice(files, SLICE)]:
        yield partial(_make, some)


def _make(files: Iterable[tuple[str, Callable[[], str]]]) -> Outputs:
    return ((address, make()) for address, make in files)


def _put(files: Iterable[tuple[str, str | bytes]]) -> Outputs:
    return ((f"{FOLDER}{path}", content) for path, content in files)


def _list_search(site: Site, read: Reader) -> Outputs:
    libraries = make_libraries(site.now, read)
    forget_converters()
    for locale in site.catalog.locales:
        library = libraries.pop(locale)  # what it finds itself is let go with it
        own, foreign = addresses.search_files(locale)
        yield own, write_own(library)
        yield foreign, write_foreign(library)
        if has_reserve(site.now, locale):
            yield addresses.search_reserve(locale), write_reserve(library)
        if is_in_parts(library.documents):
            for name, text in write_postings(library):
                yield addresses.search_part(locale, name), text


def _list_check(site: Site, locale: Locale) -> Outputs:
    words = list_check_words(locale.words("site"), site.now.latest, locale)
    rules = export_check(site.now, locale, words)
    phrases = Phrases.of(site.now)
    yield (
        addresses.check_json(locale),
        shorten_rules(rules, lambda title, short: phrases.mark(title, LINE_END, short)),
    )


def _list_for_engines(site: Site) -> Outputs:
    root = site.place.site_url
    yield "sitemap.xml", write_sitemap(list_listed_paths(site), root, site.catalog.locales)
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {root}sitemap.xml\n"
