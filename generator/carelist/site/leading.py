"""The pages that have no content of their own: each leads on at once, without a script.

They stand behind short addresses, which are printed, and behind the numbers of items of old lists,
as people cite them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from carelist.site import addresses
from carelist.site.following import write_feed_links
from carelist.site.pages import list_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.page import Page
    from carelist.site.site import Site

HTML = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
<link rel="canonical" href="{url}">
{feeds}
<link rel="icon" type="image/svg+xml" href="{icon}">
</head>
<body>
<p><a href="{href}">{label}</a></p>
</body>
</html>
"""


def list_leading_pages(site: Site) -> Iterator[tuple[str, str]]:
    """Yield every page that leads on, with the address of its file."""
    for page in list_pages(site, {"target"}):
        yield f"{page.address}index.html", _write(site, page)


def list_redirects(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the address of every page that leads on, and where it leads, from the site's root."""
    for page in list_pages(site, {"target"}):
        yield page.address, addresses.localize(page.stands_for(site), page.locale)


def _write(site: Site, page: Page) -> str:
    desk = page.desk(site)
    target = page.stands_for(site)
    label = page.kind.name(desk, page.subject)
    return HTML.format(
        language=escape(desk.locale.language),
        title=escape(f"{label} · {desk.write(desk.catalog.site.name)}"),
        href=escape(desk.links.page(target)),
        label=escape(label),
        url=escape(site.place.url(target, desk.locale)),
        feeds=write_feed_links(desk, page.topic),
        icon=escape(desk.links.file(addresses.LOGO)),
    )
