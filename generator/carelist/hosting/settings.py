"""The settings of a server for one site: what it is to answer, written in its own language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args
from urllib.parse import urlsplit

import jinja2

from carelist.hosting.media import PIECES, TEXT_TYPES, TYPES
from carelist.site import addresses
from carelist.site.addresses import find_base_path
from carelist.site.leading import list_redirects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.site import Site
    from carelist.speech.locales import Locale

Server = Literal["nginx", "caddy", "pages", "oss"]
SERVERS: tuple[Server, ...] = get_args(Server)
FILES: dict[Server, tuple[str, ...]] = {
    "nginx": ("carelist.conf",),
    "caddy": ("Caddyfile",),
    "pages": ("_headers", "_redirects"),
    "oss": ("website.xml", "cors.xml", "upload.sh"),
}
"""Cloudflare Pages reads both of `pages`; Netlify and GitLab `_redirects`, GitHub none.

Netlify reads headers too, but none can be taken back there for what may be framed."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What every answer says."""
FRAMES = "frame-ancestors 'self'"
"""What the policy in a page itself cannot say (CSP 3); all else stands there, with its digests."""
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
"""Of an SVG that is opened by itself: it draws, and runs nothing."""
REVALIDATE = "no-cache"
A_DAY = "public, max-age=86400"
HSTS = "max-age=31536000"


@dataclass(frozen=True)
class Address:
    """Where a site is published, in parts."""

    secure: bool
    host: str
    """With its port, where it has one."""
    base: str
    """The path of its home page, with strokes at both ends."""


def read_address(site_url: str) -> Address:
    """Take the address of a site apart."""
    parts = urlsplit(site_url)
    return Address(parts.scheme == "https", parts.netloc, find_base_path(site_url))


def write_settings(
    server: Server, site: Site, *, root: str, listen: str, language: Locale
) -> Iterator[tuple[str, str]]:
    """Yield each file of a server's settings with its name.

    Args:
        server: Whose settings.
        site: What is served; its place says under which address.
        root: The folder that the built site lies in, on the server.
        listen: Where nginx listens: a port, or an address with one.
        language: In which the comments are written.
    """
    address = read_address(site.place.site_url)
    values = {
        "address": address,
        "root": root.rstrip("/"),
        "listen": listen,
        "words": language.words("hosting"),
        "types": TYPES,
        "text_types": TEXT_TYPES,
        "pieces": PIECES,
        "headers": HEADERS,
        "frames": FRAMES,
        "picture_policy": PICTURE_POLICY,
        "revalidate": REVALIDATE,
        "a_day": A_DAY,
        "hsts": HSTS,
        "embeds": _list_folders(site, addresses.EMBED, address.base),
        "data": _list_folders(site, addresses.DATA, address.base),
        "not_found": address.base + addresses.NOT_FOUND,
        "redirects": [(address.base + at, address.base + to) for at, to in list_redirects(site)],
    }
    environment = _make_environment()
    for name in FILES[server]:
        template = environment.get_template(f"{server}/{name}.jinja")
        yield name, template.render(values)


def _list_folders(site: Site, path: str, base: str) -> list[str]:
    return [base + addresses.localize(path, locale) for locale in site.catalog.locales]


def _make_environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).with_name("templates")),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  # no page: the languages of servers
    )
    environment.filters["literal"] = re.escape
    return environment
