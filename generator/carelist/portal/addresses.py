"""Every address of a portal: paths from its root, without a leading slash."""

from __future__ import annotations

HOME = ""
SERVICES = "services/"
SEARCH = "search/"
DATA = "data/"
PORTAL_JSON = "data/portal.json"
PORTAL_SCHEMA = "data/portal.schema.json"
SCRIPT = "scripts/portal.mjs"
SEARCH_SCRIPT = "scripts/portal/search.mjs"
STYLES = "styles/portal.css"
LOGO = "images/logo.svg"
NOT_FOUND = "404.html"
OWN = ("places", "services", "search", "data", "scripts", "styles", "images")
"""Folders of the portal itself: no place's site stands in one."""


def place(place_id: str) -> str:
    """What a place offers."""
    return f"places/{place_id}/"


def service(place_id: str, service_id: str) -> str:
    """One service of a place across the places below it."""
    return f"{SERVICES}{place_id}/{service_id}/"
