"""Where a site is published, and whether anything is handed out that leads there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.site import addresses

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


OWN_DEVICE = re.compile(
    r"(?i:https?)://(?:localhost|127(?:\.[0-9]+){3}|\[::1\]|0\.0\.0\.0)(?:[:/]|$)"
)
"""Addresses by which a device calls itself."""


@dataclass(frozen=True)
class Place:
    """Where the site is published, where its repository is, and what is made to lead there."""

    site_url: str
    """With a slash at the end."""
    repository: str
    """Address of the repository; empty where there is none."""
    is_preview: bool = False
    """Whether nobody has said yet where that is: what would be handed out says so."""
    has_pieces: bool = True
    """Whether there are posters, pictures and codes."""

    @property
    def leads_nowhere(self) -> bool:
        """Whether whoever scans a code finds nothing: no address is told, or the device's own."""
        return self.is_preview or OWN_DEVICE.match(self.site_url) is not None

    def url(self, path: str, locale: Locale) -> str:
        """Give the full address of a page."""
        return self.site_url + addresses.localize(path, locale)
