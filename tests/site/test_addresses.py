"""The addresses that the design promises, and links between them."""

from __future__ import annotations

import pytest
from carelist.site import addresses
from carelist.site.addresses import Links
from carelist.speech.locales import SHIPPED_LOCALES, Locale

from tests.speaking import EN, ZH


def test_addresses_are_those_of_the_design() -> None:
    """Every kind of page stands where the design says."""
    assert addresses.service("housing") == "services/housing/"
    assert addresses.pillar("health") == "pillars/health/"
    assert addresses.department("court") == "departments/court/"
    assert addresses.audience("disabled-children") == "audiences/#disabled-children"
    assert addresses.row(7) == "notice/#row-7"
    assert addresses.printed(41) == "notice/#line-41"
    assert addresses.row(70, 3) == "notice/3/#row-70"
    assert addresses.printed(70, 3) == "notice/3/#line-70"
    assert addresses.reading("date") == "readings/#reading-date"


@pytest.mark.parametrize(
    ("path", "locale", "address"),
    [
        ("", ZH, ""),
        ("", EN, "en/"),
        ("notice/", ZH, "notice/"),
        ("services/housing/", EN, "en/services/housing/"),
    ],
)
def test_chinese_stands_at_the_root_and_english_below_en(
    path: str, locale: Locale, address: str
) -> None:
    """A path and a locale make an address, and an address tells both."""
    assert addresses.localize(path, locale) == address
    assert addresses.split_locale(address, SHIPPED_LOCALES) == (path, locale)


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("en", ("", EN)),
        ("english/", ("english/", ZH)),
        ("services/en/", ("services/en/", ZH)),
    ],
)
def test_only_the_first_folder_is_a_locale(address: str, parts: tuple[str, Locale]) -> None:
    """A name that merely begins like a locale, or stands further down, is none."""
    assert addresses.split_locale(address, SHIPPED_LOCALES) == parts


@pytest.mark.parametrize(
    ("current", "path", "link"),
    [
        ("", "", "./"),
        ("", "notice/", "notice/"),
        ("", "notice/#row-7", "notice/#row-7"),
        ("", "#pillars", "#pillars"),
        ("notice/", "", "../"),
        ("notice/", "notice/", "./"),
        ("notice/", "notice/#row-7", "#row-7"),
        ("services/housing/", "", "../../"),
        ("services/housing/", "services/", "../"),
        ("services/housing/", "services/preschool/", "../preschool/"),
        ("services/housing/", "services/housing/#ask", "#ask"),
        ("services/housing/", "audiences/#migrant-children", "../../audiences/#migrant-children"),
    ],
)
def test_a_link_is_relative_to_its_page(current: str, path: str, link: str) -> None:
    """A link to a page or a place on it needs no knowledge of where the site lies."""
    assert Links(current, ZH).page(path) == link


@pytest.mark.parametrize(
    ("current", "locale", "link"),
    [
        ("en/services/housing/", EN, "../../notice/"),
        ("en/services/housing/", ZH, "../../../notice/"),
        ("en/", ZH, "../notice/"),
    ],
)
def test_a_link_stays_in_its_locale_unless_another_is_named(
    current: str, locale: Locale, link: str
) -> None:
    """From an English page one comes to English pages, and to Chinese ones on demand."""
    links = Links(current, EN)
    assert links.page("notice/", locale) == link
    assert links.page("notice/", EN) == links.page("notice/")


def test_a_link_to_a_file_is_the_same_in_both_locales() -> None:
    """Files stand at the root alone."""
    assert Links("en/notice/", EN).file("styles/site.css") == "../../styles/site.css"
    assert Links("notice/", ZH).file("styles/site.css") == "../styles/site.css"
    assert Links("", ZH).file("data/catalog.json") == "data/catalog.json"


def test_links_of_a_page_without_a_place_begin_at_the_base_path() -> None:
    """The page for unknown addresses is answered anywhere."""
    links = Links("en/404.html", EN, "/city/list/")
    assert links.page("services/") == "/city/list/en/services/"
    assert links.page("notice/#row-7", ZH) == "/city/list/notice/#row-7"
    assert links.file("styles/site.css") == "/city/list/styles/site.css"


@pytest.mark.parametrize(
    ("site_url", "path"),
    [
        (None, "/"),
        ("", "/"),
        ("https://list.example.org", "/"),
        ("https://list.example.org/", "/"),
        ("https://example.org/city/list", "/city/list/"),
        ("https://example.org/city/list/", "/city/list/"),
    ],
)
def test_the_base_path_has_slashes_at_both_ends(site_url: str | None, path: str) -> None:
    """However the address of the site is written, its path can be built upon."""
    assert addresses.find_base_path(site_url) == path
