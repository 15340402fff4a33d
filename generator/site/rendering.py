"""How a page becomes HTML: its view goes through a template, and the result is finished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site.finishing import finish_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from generator.publicity.phrases import Phrases
    from generator.site.addresses import Locale
    from generator.site.frame import Frame
    from generator.site.page import Page
    from generator.site.pages import Site
    from generator.site.styles import StyleSheet

PROSE = "prose.html"
NOT_FOUND = "not-found.html"


@dataclass(frozen=True)
class Renderer:
    """All that pages are made with."""

    site: Site
    env: Environment
    sheet: StyleSheet | None
    """None while editors look at the site: pages then load the style sheet itself."""
    phrases: Phrases
    """Between which lines of headings end."""
    problems: tuple[str, ...]
    """What is wrong with the list that an editor works on; none of a site that is published."""
    offline: bool
    """Whether pages may be kept for reading offline."""

    def make_page(self, page: Page) -> str:
        """Make a page that is generated from the list."""
        frame, view = self.site.render(page)
        return self._make(page.template, frame, view=view)

    def make_prose(self, path: str, locale: Locale, meta: Mapping[str, str], content: str) -> str:
        """Make a page that is written by hand, from its head and the HTML of its text."""
        title, description = meta.get("title", ""), meta.get("description", "")
        frame = self.site.frame_prose(path, locale, title, description)
        return self._make(PROSE, frame, content=content)

    def make_not_found(self, site_url: str | None) -> str:
        """Make the page for unknown addresses: it may be answered at any depth."""
        frame, parts, base = self.site.make_not_found(site_url)
        return self._make(NOT_FOUND, frame, view=parts, base=base)

    def _make(self, template: str, frame: Frame, **values: object) -> str:
        html = self.env.get_template(template).render(
            values,
            frame=frame,
            words=self.site.words(frame.locale),
            problems=self.problems,
            offline=self.offline,
        )
        return finish_page(html, self.sheet, self.phrases) if self.sheet else html
