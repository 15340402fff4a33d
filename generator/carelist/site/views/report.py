"""The page on which a reader writes what is wrong, and chooses whom to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from carelist.site import addresses
from carelist.site.asking import list_hotlines

if TYPE_CHECKING:
    from carelist.site.desk import Desk
    from carelist.site.parts import HotlineItem

PAGE = "{page}"
"""Where the address of the page stands in a link; the page's script fills it in."""


class ReportView(NamedTuple):
    """The ways to tell."""

    home: str
    """The address of the site, with a slash at the end."""
    revision: str
    mail: str
    """A link that writes a letter; empty where site.yml has none."""
    form: str
    """The public form, with `{page}` where the address of a page stands; empty where mail is."""
    host: str
    """Where that form is, as `github.com`; empty where mail is."""
    hotlines: tuple[HotlineItem, ...]


def make_report_page(desk: Desk) -> ReportView:
    """The page of a locale."""
    report = find_report_link(desk.catalog.site.report, desk.place.repository, desk.revision.id)
    is_mail = report.startswith("mailto:")
    return ReportView(
        desk.place.url(addresses.HOME, desk.whole.locales.default),
        desk.revision.id,
        report if is_mail else "",
        "" if is_mail else report,
        "" if is_mail else urlsplit(report).netloc,
        list_hotlines(desk),
    )


def find_report_link(template: str | None, repository: str, revision: str) -> str:
    """Give the configured address for mistakes, else that of the issue form; `{page}` stays."""
    form = f"{repository.rstrip('/')}/issues/new?template=correction.yml"
    form += f"&page={PAGE}&revision={{revision}}"
    return (template or form).replace("{revision}", quote(revision, safe=""))
