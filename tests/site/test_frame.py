"""What stands around a page: title, alternates, navigation, the link to report a mistake."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.site.frame import Alternate, Place, find_report_link
from generator.site.pages import Site, list_pages

if TYPE_CHECKING:
    from generator.catalog.revision import Catalog

PAGE = "https://list.example.org/en/services/school-places/?a=1&b=ü"
QUOTED = "https%3A%2F%2Flist.example.org%2Fen%2Fservices%2Fschool-places%2F%3Fa%3D1%26b%3D%C3%BC"


@pytest.mark.parametrize(
    "repository", ["https://github.com/example/list", "https://github.com/example/list/"]
)
def test_a_mistake_is_reported_on_the_issue_form_by_default(repository: str) -> None:
    """The form of the repository opens with page and revision filled in."""
    assert find_report_link(None, repository, PAGE, "2025") == (
        "https://github.com/example/list/issues/new"
        f"?template=correction.yml&page={QUOTED}&revision=2025"
    )


def test_a_mistake_is_reported_where_the_city_wants_it() -> None:
    """A configured address has page and revision put in, quoted, wherever it names them."""
    template = "mailto:list@example.org?subject=Mistake%20{revision}&body={page}%20{revision}"
    assert find_report_link(template, "https://github.com/example/list", PAGE, "2025") == (
        f"mailto:list@example.org?subject=Mistake%202025&body={QUOTED}%202025"
    )


def test_a_page_names_itself_in_every_locale_and_by_default(site: Site) -> None:
    """What the Chinese page says of its alternates, the English one says too."""
    pages = {page.address: page for page in list_pages(site.catalog)}
    chinese, _ = site.render(pages["services/housing/"])
    english, _ = site.render(pages["en/services/housing/"])
    alternates = (
        Alternate("zh-Hans", "https://list.example.org/services/housing/"),
        Alternate("en", "https://list.example.org/en/services/housing/"),
        Alternate("x-default", "https://list.example.org/services/housing/"),
    )
    assert chinese.alternates == english.alternates == alternates
    assert chinese.canonical == "https://list.example.org/services/housing/"
    assert english.canonical == "https://list.example.org/en/services/housing/"


def test_a_page_knows_its_place(site: Site) -> None:
    """Titles, the way back and the switch of language are those of the page."""
    pages = {page.address: page for page in list_pages(site.catalog)}
    frame, _ = site.render(pages["en/services/housing/"])
    assert (frame.locale, frame.language, frame.revision) == ("en", "en", "2025")
    assert frame.title == "Housing support services · Carelist"
    assert [(str(link.label), link.href) for link in frame.trail] == [
        ("Home", "../../"),
        ("Housing", "../../pillars/housing/"),
    ]
    assert frame.other_locale.href == "../../../services/housing/"
    assert frame.other_language == "zh-Hans"
    home, _ = site.render(pages[""])
    assert (home.title, home.trail) == ("关爱清单 · 长春市", ())


def test_navigation_marks_the_page_that_one_is_on(site: Site) -> None:
    """Of all links around the page, only that to itself is current."""
    pages = {page.address: page for page in list_pages(site.catalog)}
    for path in ("services/", "audiences/", "departments/", "notice/", "readings/", "join/"):
        frame, _ = site.render(pages[path])
        current = [link.href for link in (*frame.navigation, *frame.footer) if link.current]
        assert current == ["./"]


def test_the_reporting_address_of_the_city_reaches_its_pages(catalog: Catalog) -> None:
    """What site.yml names is used, with the address of the page."""
    report = "https://city.example.org/mistakes?at={page}&list={revision}"
    city = replace(catalog, site=catalog.site.model_copy(update={"report": report}))
    site = Site.of(city, Place("https://city.example.org/list/", ""))
    frame, _ = site.render(next(page for page in list_pages(city) if page.address == "en/notice/"))
    page = "https%3A%2F%2Fcity.example.org%2Flist%2Fen%2Fnotice%2F"
    assert frame.report_href == f"https://city.example.org/mistakes?at={page}&list=2025"
