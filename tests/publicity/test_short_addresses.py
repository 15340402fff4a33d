"""Short addresses and those of items lead on at once, in each language, to the page of an item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import html5lib
from carelist.site.leading import list_leading_pages

from tests.site.building import SITE_URL

if TYPE_CHECKING:
    from carelist.site.site import Site

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def test_each_item_leads_to_its_service(site: Site) -> None:
    """In one step, by a relative address, which is that of the canonical link.

    What is printed leads to the service as it is now; what is cited, to what it was in its list.
    """
    pages = dict(list_leading_pages(site))
    for locale in ("", "en/"):
        for service in site.catalog.latest.services:
            for above, target in (("", "services/"), ("revisions/", "revisions/2025/services/")):
                address = f"{locale}{above}2025/{service.number}/"
                html = pages.pop(f"{address}index.html")
                (href,), (url,) = REFRESH.findall(html), CANONICAL.findall(html)
                assert urljoin(f"{SITE_URL}{address}", href) == url
                assert url == f"{SITE_URL}{locale}{target}{service.id}/"
                assert f'<a href="{href}">' in html
    assert pages == {}


def test_they_are_sound_and_run_nothing(site: Site) -> None:
    """A strict parser finds no error, and there is no script."""
    for address, html in list_leading_pages(site):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(html)
        assert "<script" not in html, address
        assert '<meta name="robots" content="noindex">' in html
