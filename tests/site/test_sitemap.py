"""The sitemap of a tiny site, to the letter."""

from __future__ import annotations

from carelist.site.sitemap import write_sitemap
from carelist.speech.locales import SHIPPED_LOCALES


def test_a_sitemap_names_every_page_in_every_locale_with_its_alternates() -> None:
    """Each address comes with its own, that of the other locale, and the default."""
    home = (
        '<xhtml:link rel="alternate" hreflang="zh-Hans" href="https://list.example.org/"/>'
        '<xhtml:link rel="alternate" hreflang="en" href="https://list.example.org/en/"/>'
        '<xhtml:link rel="alternate" hreflang="x-default" href="https://list.example.org/"/>'
    )
    notice = (
        '<xhtml:link rel="alternate" hreflang="zh-Hans" href="https://list.example.org/notice/"/>'
        '<xhtml:link rel="alternate" hreflang="en" href="https://list.example.org/en/notice/"/>'
        '<xhtml:link rel="alternate" hreflang="x-default" href="https://list.example.org/notice/"/>'
    )
    assert write_sitemap(["", "notice/"], "https://list.example.org/", SHIPPED_LOCALES) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"<url><loc>https://list.example.org/</loc>{home}</url>\n"
        f"<url><loc>https://list.example.org/en/</loc>{home}</url>\n"
        f"<url><loc>https://list.example.org/notice/</loc>{notice}</url>\n"
        f"<url><loc>https://list.example.org/en/notice/</loc>{notice}</url>\n"
        "</urlset>\n"
    )


def test_what_xml_gives_a_meaning_to_is_escaped() -> None:
    """An address may hold an ampersand or quotes."""
    sitemap = write_sitemap([""], 'https://example.org/?a&b"c/', SHIPPED_LOCALES)
    assert '<loc>https://example.org/?a&amp;b"c/</loc>' in sitemap
    assert 'href="https://example.org/?a&amp;b&quot;c/"' in sitemap
