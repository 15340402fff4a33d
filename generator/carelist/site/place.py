"""Where a site is published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.site import addresses

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


@dataclass(frozen=True)
class Place:
    """Where the site is published, and where its repository is."""

    site_url: str
    """With a slash at the end."""
    repository: str
    """Address of the repository; empty where there is none."""

    def url(self, path: str, locale: Locale) -> str:
        """Give the full address of a page."""
        return self.site_url + addresses.localize(path, locale)
