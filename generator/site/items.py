"""Items of old lists by their numbers, as people cite them: each leads on to its service."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from generator.site import addresses
from generator.site.addresses import HTML_LANGUAGES, Links
from generator.site.following import write_feed_links
from generator.site.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.addresses import Locale
    from generator.site.pages import Site

PAGE = """\
<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
{feeds}
<p><a href="{link}">{title}</a></p>
</html>
"""


def write_items(site: Site, locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield a page for each item of each list, which leads on without a script."""
    words = load_words(locale)
    for revision in site.catalog.revisions:
        for service in revision.services:
            item = addresses.item(revision.id, service.number)
            path = addresses.localize(item, locale)
            target = addresses.service_of(revision.id, service.id)
            title = words.item_of.format(number=service.number, revision=revision.id)
            html = PAGE.format(
                language=HTML_LANGUAGES[locale],
                link=Links(path, locale).page(target),
                title=escape(title),
                canonical=escape(site.place.url(target, locale)),
                feeds=write_feed_links(site.desk(item, locale), item),
            )
            yield f"{path}index.html", html
