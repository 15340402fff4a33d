"""The pages behind short addresses, which are printed: each leads on at once, without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.site import addresses
from generator.site.addresses import HTML_LANGUAGES, LOCALES
from generator.site.following import write_feed_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.site.desk import Desk
    from generator.site.pages import Site

PAGE = Markup("""\
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
""")


def list_short_pages(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the page of every item of each list, with its address.

    An item of the list in force leads to its service; one of an old list to what it was then.
    """
    for revision in site.catalog.revisions:
        in_force = revision.id == site.catalog.latest.id
        for locale in LOCALES:
            for service in revision.services:
                path = addresses.short(revision.id, service.number)
                target = addresses.service_of(revision.id, service.id)
                if in_force:
                    target = addresses.service(service.id)
                desk = site.desk(path, locale, year=revision.id)
                label = desk.write(revision.title_of(service))
                feeds = write_feed_links(desk, path)
                page = _write_page(desk, target, label, site.place.url(target, locale), feeds)
                yield f"{addresses.localize(path, locale)}index.html", page


def _write_page(desk: Desk, target: str, label: str, url: str, feeds: Markup) -> str:
    return PAGE.format(
        language=HTML_LANGUAGES[desk.locale],
        title=f"{label} · {desk.write(desk.catalog.site.name)}",
        href=desk.links.page(target),
        label=label,
        url=url,
        feeds=feeds,
        icon=desk.links.file(addresses.LOGO),
    )
