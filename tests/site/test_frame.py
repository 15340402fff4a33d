"""What stands around a page: title, alternates, navigation, the link to report a mistake."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carelist.publicity.phrases import Phrases
from carelist.site.frame import Alternate
from carelist.site.pages import list_pages
from carelist.site.place import Place
from carelist.site.rendering import Renderer, render
from carelist.site.site import Site
from carelist.site.templates import make_environment
from carelist.site.views.report import ReportView, find_report_link
from carelist.store import Store

from bench.mutants import THEMES
from tests.speaking import EN

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.revision import Catalog


@pytest.mark.parametrize(
    "repository", ["https://github.com/example/list", "https://github.com/example/list/"]
)
def test_a_mistake_is_reported_on_the_issue_form_by_default(repository: str) -> None:
    """The form of the repository opens with the revision; the page is for the script to add."""
    assert find_report_link(None, repository, "2025") == (
        "https://github.com/example/list/issues/new"
        "?template=correction.yml&page={page}&revision=2025"
    )


def test_a_mistake_is_reported_where_the_city_wants_it() -> None:
    """A configured address has the revision put in wherever it names it."""
    template = "mailto:list@example.org?subject=Mistake%20{revision}&body={page}%20{revision}"
    assert find_report_link(template, "https://github.com/example/list", "2025") == (
        "mailto:list@example.org?subject=Mistake%202025&body={page}%202025"
    )


def test_a_page_names_itself_in_every_locale_and_by_default(site: Site) -> None:
    """What the Chinese page says of its alternates, the English one says too."""
    pages = {page.address: page for page in list_pages(site)}
    chinese, _ = render(site, pages["services/housing/"])
    english, _ = render(site, pages["en/services/housing/"])
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
    pages = {page.address: page for page in list_pages(site)}
    frame, _ = render(site, pages["en/services/housing/"])
    assert (frame.locale, frame.language, frame.revision) == (EN, "en", "2025")
    assert frame.title == "Housing support services · Carelist"
    assert [(str(link.label), link.href) for link in frame.trail] == [
        ("Home", "../../"),
        ("Housing", "../../pillars/housing/"),
    ]
    (other,) = frame.others
    assert (other.name, other.href) == ("中文", "../../../services/housing/")
    assert other.language == "zh-Hans"
    home, _ = render(site, pages[""])
    assert (home.title, home.trail) == ("关爱清单 · 长春市", ())


def test_navigation_marks_the_page_that_one_is_on(site: Site) -> None:
    """Of all links around the page, only that to itself is current."""
    pages = {page.address: page for page in list_pages(site)}
    for path in ("services/", "audiences/", "departments/", "notice/", "readings/", "join/"):
        frame, _ = render(site, pages[path])
        current = [link.href for link in (*frame.navigation, *frame.footer) if link.current]
        assert current == ["./"]


@pytest.mark.parametrize(
    ("report", "mail", "form"),
    [
        (
            "https://city.example.org/mistakes?at={page}&list={revision}",
            "",
            "mistakes?at={page}&list=2025",
        ),
        ("mailto:list@example.org?subject={revision}", "mailto:list@example.org?subject=2025", ""),
        (None, "", "/repository/issues/new?template=correction.yml&page={page}&revision=2025"),
    ],
)
def test_the_page_for_mistakes_offers_what_the_city_names(
    catalog: Catalog, report: str | None, mail: str, form: str
) -> None:
    """A letter, or a form that is public; every page leads there and says which page it is."""
    city = replace(catalog, site=catalog.site.model_copy(update={"report": report}))
    place = Place("https://city.example.org/list/", "https://city.example.org/repository")
    site = Site.of(city, place)
    pages = {page.address: page for page in list_pages(site)}
    frame, _ = render(site, pages["en/notice/"])
    assert frame.report_href == "../report/#page=en/notice/"
    _, view = render(site, pages["en/report/"])
    assert isinstance(view, ReportView)
    assert (view.home, view.revision) == ("https://city.example.org/list/", "2025")
    assert view.mail == mail
    assert view.form == (f"https://city.example.org/{form.lstrip('/')}" if form else "")
    assert view.host == ("city.example.org" if form else "")
    assert [item.number for item in view.hotlines] == ["12345"]


def test_a_public_form_is_said_to_be_where_it_is(site: Site, tmp_path: Path) -> None:
    """With an account there; and that the number on the page cannot change what the site says."""
    environment = make_environment(THEMES, Store(tmp_path))
    renderer = Renderer(site, environment, None, Phrases.of(site.catalog), (), offline=False)
    pages = {page.address: page for page in list_pages(site)}
    for address, told in {
        "report/": ("表单在 github.com 上，要有那里的账号", "接电话的不管本站，改不了这里的字。"),
        "en/report/": (
            "The form is at github.com, and you need an account there.",
            "cannot change",
        ),
    }.items():
        html = renderer.make_page(pages[address])
        assert [words for words in told if words not in html] == []
