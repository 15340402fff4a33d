"""A page before it is made: its address, its template, and how its view is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site import addresses

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.site.addresses import Locale
    from generator.site.desk import Desk
    from generator.site.frame import Place


@dataclass(frozen=True)
class Page:
    """One page in one locale; its view is made when it is rendered, not before."""

    path: str
    """Without the locale."""
    locale: Locale
    template: str
    make_view: Callable[[Desk], object]
    name: Callable[[Desk], str]
    """Its title, without that of the site."""
    describe: Callable[[Desk], str]
    parent: str = addresses.HOME
    structure: Callable[[Desk, Place], str] | None = None
    year: str = ""
    """The revision as of which it is made; the latest where empty."""
    stands_for: str | None = None
    """The path that search engines are to show in its place; None for its own."""

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site."""
        return addresses.localize(self.path, self.locale)
