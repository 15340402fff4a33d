"""The style sheet of the site, read into rules once and kept for the next build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.shelf import Shelf
from carelist.site.sheets import compose_sheets
from carelist.site.styles import read_styles
from carelist.site.unchanged import sign_program
from carelist.theme import THEME

if TYPE_CHECKING:
    from carelist.site.settings import Settings
    from carelist.site.styles import StyleSheet

STYLES = "styles"
"""The store, and in it the name of what is kept."""


def read_kept_styles(settings: Settings) -> tuple[str, StyleSheet | None]:
    """Give the sheets of the theme as one, and its rules: not while an editor looks at the site."""
    if settings.serving:
        return compose_sheets(THEME), None
    shelf = Shelf(settings.open_store(STYLES).folder, sign_program())
    kept: tuple[str, StyleSheet] | None = shelf.find(STYLES)
    if kept:
        return kept
    styles = compose_sheets(THEME)
    sheet = read_styles(styles)
    shelf.keep(STYLES, (styles, sheet))
    return styles, sheet
