"""How a page of a portal becomes HTML: with the templates, sheets and last touch of all sites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from carelist.portal import addresses
from carelist.portal.desk import Desk
from carelist.portal.frame import make_frame
from carelist.portal.pages import NOT_FOUND
from carelist.publicity.phrases import LONGEST_WORD, Phrases
from carelist.site.addresses import find_base_path
from carelist.site.finishing import finish_page
from carelist.site.scripts import enclose, join_modules
from carelist.site.sheets import compose_sheets
from carelist.site.styles import read_styles
from carelist.site.templates import make_environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Environment

    from carelist.portal.desk import Atlas
    from carelist.portal.pages import Page
    from carelist.site.styles import StyleSheet
    from carelist.speech.locales import Locale
    from carelist.store import Store

ORDER = "portal/styles.yml"
"""In which order the sheets of a portal are composed."""
SCRIPTS = (addresses.SCRIPT, addresses.SEARCH_SCRIPT)
"""Each is published as one file with all that it imports."""


class Theme(NamedTuple):
    """Where the looks of all sites stand."""

    templates: tuple[Path, ...]
    """Folders of templates and icons, the first first; the first has the sheets."""
    files: Path
    """The folder of scripts and images, as they are written."""


@dataclass(frozen=True)
class Renderer:
    """All that the pages of a portal are made with."""

    atlas: Atlas
    theme: Theme
    env: Environment
    sheet: StyleSheet
    phrases: Phrases

    @classmethod
    def of(cls, atlas: Atlas, theme: Theme, store: Store) -> Renderer:
        """Read templates and sheets; lines of headings end between the names of places."""
        names = (place.name.source for place in atlas.portal.places)
        return cls(
            atlas,
            theme,
            make_environment(theme.templates, store),
            read_styles(compose_sheets(theme.templates[0], ORDER)),
            Phrases(frozenset(name for name in names if len(name) <= LONGEST_WORD)),
        )

    def make_page(self, page: Page, locale: Locale) -> str:
        """Make a page in a locale."""
        base = find_base_path(self.atlas.portal.url) if page is NOT_FOUND else ""
        desk = Desk(self.atlas, locale, page.path, base)
        template = self.env.get_template(page.template)
        html = template.render(
            frame=make_frame(desk, page),
            view=page.make_view(desk),
            words=locale.words("site"),
            own=desk.words,
            problems=(),
            offline=False,
            remarks=(),
            left=(),
        )
        return finish_page(html, self.sheet, self.phrases)

    def list_scripts(self) -> Iterator[tuple[str, str]]:
        """Yield each script as it is published, with its path."""

        def read(name: str) -> str:
            return (self.theme.files / name).read_text(encoding="utf-8")

        for name in SCRIPTS:
            script, _ = join_modules(name, read)
            yield name, enclose(script)

    @property
    def logo(self) -> str:
        """The mark of all sites."""
        return (self.theme.files / addresses.LOGO).read_text(encoding="utf-8")
