"""Where the parts of a list stand on the web, as far as exports say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.speech.locales import Locale

Part = Literal[
    "home",
    "service",
    "pillar",
    "department",
    "audience",
    "situation",
    "notice",
    "reading",
    "revision",
    "changes",
    "data",
]
"""What a page is about: one of the list's parts, or the list itself."""
FOLDER = "data/"
"""Where all that is exported stands, from the root of the site."""


@dataclass(frozen=True)
class Web:
    """The addresses of one site."""

    root: str
    """Of the site, with a slash at the end."""
    page: Callable[[Part, str, Locale], str | None]
    """Gives the address of a page by what it is about, its id (empty where there is but one, two
    ids with `..` between for changes) and a locale; None where there is no such page."""

    def file(self, path: str) -> str:
        """Give the address of an exported file by its path below `data/`."""
        return f"{self.root}{FOLDER}{path}"

    def name(self, path: str) -> str:
        """Name a thing of the list, for ever: an address below the root, with a fragment."""
        return f"{self.root}{path}"
