"""Short addresses lead on at once, in each language, to the page of their item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import html5lib

from generator.site.short import list_short_pages
from tests.site.building import SITE_URL

if TYPE_CHECKING:
    from generator.site.pages import Site

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def test_each_item_leads_to_its_service(site: Site) -> None:
    """In one step, by a relative address, which is that of the canonical link."""
    pages = dict(list_short_pages(site))
    for locale in ("", "en/"):
        for service in site.catalog.latest.services:
            address = f"{locale}2025/{service.number}/"
            html = pages.pop(f"{address}index.html")
            (href,), (url,) = REFRESH.findall(html), CANONICAL.findall(html)
            assert urljoin(f"{SITE_URL}{address}", href) == url
            assert url == f"{SITE_URL}{locale}services/{service.id}/"
            assert f'<a href="{href}">' in html
    assert pages == {}


def test_they_are_sound_and_run_nothing(site: Site) -> None:
    """A strict parser finds no error, and there is no script."""
    for address, html in list_short_pages(site):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(html)
        assert "<script" not in html, address
        assert '<meta name="robots" content="noindex">' in html
