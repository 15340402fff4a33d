"""What a place's site is built from, as one digest: a site is built anew only where it differs."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.site import addresses
from carelist.site.build_record import digest

if TYPE_CHECKING:
    from carelist.portal.portal import Portal
    from carelist.portal.records import Place

SETTINGS = "place.yml"
"""The settings that all places are built with, as MkDocs reads them."""
PROGRAM = Path(__file__).parents[1]
NOT_BUILT_FROM = {"portal", "cli", "intake", "formats", "__pycache__"}
"""Parts of the program that no page of a place depends on."""
SHARED = ("docs", "overrides")
"""Folders of the portal that all places share, where there are any."""


def digest_inputs(portal: Portal, place: Place) -> str:
    """Give the SHA-256 of all that a place's site is built from, its address among it."""
    catalog, url = digest(portal.find_catalog(place)), portal.find_url(place)
    shared = _digest_shared(portal.folder)
    return hashlib.sha256(f"{catalog} {url} {shared}".encode()).hexdigest()


@cache
def _digest_shared(folder: Path) -> str:
    program = (path for path in sorted(PROGRAM.iterdir()) if path.name not in NOT_BUILT_FROM)
    shared = (*program, *(folder / name for name in (SETTINGS, *SHARED)))
    return " ".join(digest(path) for path in shared if path.exists())


def is_fresh(portal: Portal, place: Place, sites: Path) -> bool:
    """Whether the site of a place, below `sites`, is built from what its inputs are now."""
    try:
        record = json.loads((sites / place.id / addresses.BUILD_JSON).read_bytes())
    except (FileNotFoundError, ValueError):
        return False
    return bool(record.get("digest") == digest_inputs(portal, place))
