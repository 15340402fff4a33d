"""How a page becomes HTML: its view goes through a template, and the result is finished."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.site import addresses
from carelist.site.finishing import dress_page, tighten_page
from carelist.site.frame import make_frame
from carelist.site.kinds import HOME, NOT_FOUND
from carelist.site.page import Page
from carelist.site.pairs import list_composed

if TYPE_CHECKING:
    from jinja2 import Environment

    from carelist.publicity.phrases import Phrases
    from carelist.site.frame import Frame
    from carelist.site.site import Site
    from carelist.site.styles import StyleSheet
    from carelist.speech.locales import Locale
    from carelist.speech.words import Words


@dataclass(frozen=True)
class NotFoundPart:
    """The page for unknown addresses in one locale."""

    frame: Frame
    words: Words
    services_href: str
    audiences_href: str
    """Empty where the list names no audiences."""
    steps_href: str
    """Where comparisons that have no page are put together; empty where all have one."""
    years: str
    """The lists by id, the earliest first; empty where all their comparisons have pages."""


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
    remarks: tuple[str, ...] = ()
    """What every page of a preview bears, by the keys of words."""
    left: tuple[str, ...] = ()
    """What is left to do before a preview can be published, a line each."""

    def make_page(self, page: Page) -> str:
        """Make a page."""
        return self.tighten(self.draw_page(page), page.kind.standing.sheet)

    def tighten(self, html: str, shared: str = "") -> str:
        """Give a page that was drawn its styles and policy, but while editors look at it.

        What HTML needs not is left out; `shared` names the sheet that pages of its sort share.
        """
        return tighten_page(html, self.sheet, shared) if self.sheet else html

    def draw_page(self, page: Page) -> str:
        """Make a page with every end tag and quote, as others read it sooner: `tighten` is next."""
        frame, view = render(self.site, page)
        return self._make(page.kind.template, frame, view=view)

    def make_not_found(self, site_url: str | None) -> str:
        """Make the page for unknown addresses, in every language.

        It is answered at any depth, so its links begin at the root of the server.
        """
        base = addresses.find_base_path(site_url)
        parts = tuple(
            self._make_not_found_part(locale, base) for locale in self.site.catalog.locales
        )
        return self.tighten(self._make(NOT_FOUND.template, parts[0].frame, view=parts, base=base))

    def _make_not_found_part(self, locale: Locale, base: str) -> NotFoundPart:
        """Say it in one locale, in the frame of the home page, with a search field at its head."""
        desk = self.site.desk(addresses.HOME, locale, base)
        frame = make_frame(self.site, desk, Page(HOME, None, locale))
        name, description = NOT_FOUND.name(desk, None), NOT_FOUND.describe(desk, None)
        lists = self.site.catalog.revisions
        has_steps = any(list_composed(lists))
        return NotFoundPart(
            replace(
                frame,
                title=f"{name} · {frame.site_name}",
                description=description,
                has_top_search=True,
                has_twin=False,
            ),
            desk.words,
            desk.links.page(addresses.SERVICES),
            desk.links.page(addresses.AUDIENCES) if desk.index.by_audience else "",
            desk.links.page(addresses.STEPS) if has_steps else "",
            " ".join(one.id for one in lists) if has_steps else "",
        )

    def _make(self, template: str, frame: Frame, **values: object) -> str:
        html = self.env.get_template(template).render(
            values,
            frame=frame,
            words=frame.locale.words("site"),
            problems=self.problems,
            offline=self.offline,
            remarks=self.remarks,
            left=self.left,
        )
        return dress_page(html, self.phrases) if self.sheet else html


def render(site: Site, page: Page) -> tuple[Frame, object]:
    """Make the frame and the view of a page."""
    desk = page.desk(site)
    return make_frame(site, desk, page), page.kind.make_view(desk, page.subject)
