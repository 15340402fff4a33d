"""What stands around every page of a portal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.portal import addresses
from carelist.site.frame import Alternate, Around, Other
from carelist.site.parts import Link

if TYPE_CHECKING:
    from carelist.portal.desk import Desk
    from carelist.portal.pages import Page
    from carelist.site.speaking import Said


@dataclass(frozen=True, kw_only=True)
class PortalFrame(Around):
    """Everything around the content of one page of a portal."""

    purpose: Said


def make_frame(desk: Desk, page: Page) -> PortalFrame:
    """Make the frame of a page, which stands at the same path in every locale."""
    portal, record = desk.portal, desk.portal.record
    alternates = [
        Alternate(one.language, portal.url + one.prefix + page.path) for one in portal.locales
    ]
    name, title = record.name.write(desk.locale), page.name(desk)
    area = desk.say(record.area)
    menu = {
        addresses.HOME: desk.words.menu_places,
        addresses.SERVICES: desk.words.menu_services,
        addresses.SEARCH: desk.words.menu_search,
        addresses.DATA: desk.words.menu_data,
    }
    own = portal.url + desk.locale.prefix + page.path
    return PortalFrame(
        locale=desk.locale,
        language=desk.locale.language,
        source=portal.locales.source,
        title=f"{title} · {name}" if title else f"{name} · {area}",
        description=page.describe(desk),
        canonical=own,
        address=own,
        shared=own,
        alternates=(*alternates, Alternate("x-default", portal.url + page.path)),
        site_name=name,
        city=area,
        home_href=desk.page(addresses.HOME),
        styles_href=desk.file(addresses.STYLES),
        logo_href=desk.file(addresses.LOGO),
        script_href=desk.file(addresses.SCRIPT),
        search_href=desk.page(addresses.SEARCH),
        has_top_search=page.path != addresses.SEARCH,
        navigation=tuple(
            Link(label, desk.page(path), current=path == page.path) for path, label in menu.items()
        ),
        trail=tuple(page.list_above(desk)),
        others=tuple(
            Other(one.name, one.language, desk.root + one.prefix + page.path)
            for one in portal.locales.others(desk.locale)
        ),
        report_href=record.report or "",
        purpose=desk.say(record.purpose),
    )
