"""Texts that look like markup, templates or data's end are shown as texts, everywhere."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.driving import choose_large_text
from tests.browser.server import serve_folder
from tests.conftest import LAKESIDE
from tests.site.building import SITE_URL, build_once, edit_yaml, make_project, make_text
from tests.site.documents import find_broken_links, read_pages_once, show, squeeze, tell

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.driving import Witness
    from tests.site.documents import Document

LONG = "ThisWordIsVeryLong" * 30
HOSTILE = (
    "<script>alert(1)</script> \"double\" 'single' {{ 7*7 }} {% raw %} ${1} </script> <!-- &amp; "
    f"&#60; ]]> </title> </textarea> <b onclick=x>bold</b> {LONG}"
)
SERVICE = "school-places"


def make_hostile(name: str) -> dict[str, str]:
    """A hostile text that says what it stands for, in both languages."""
    return make_text(f"恶意{name} {HOSTILE}", f"hostile {name} {HOSTILE}")


def poison_services(services: dict[str, Any]) -> None:
    """Make every editorial text of one service hostile."""
    (service,) = (s for s in services["services"] if s["id"] == SERVICE)
    service["title"] = make_hostile("title")
    service["summary"] = make_hostile("summary")
    for clause in service["clauses"]:
        clause["title"] = make_hostile(f"clause {clause['id']}")


def poison_readings(readings: dict[str, Any]) -> None:
    """Make every explanation hostile, and what the notice does not state."""
    for reading in readings["readings"]:
        reading["plain"] = make_hostile(f"plain {reading['id']}")
        reading["why"] = make_hostile(f"why {reading['id']}")
    for item in readings["not_stated"]:
        item["text"] = make_hostile(f"unstated {item['id']}")


def poison_pillars(pillars: dict[str, Any]) -> None:
    """Make every summary of a pillar hostile."""
    for pillar in pillars["pillars"]:
        pillar["summary"] = make_hostile(f"pillar {pillar['id']}")


def poison_departments(departments: dict[str, Any]) -> None:
    """Make the source of every department's English name hostile."""
    for department in departments["departments"]:
        department["name_source"] = f"source of {department['id']} {HOSTILE}"


def poison_hotlines(hotlines: dict[str, Any]) -> None:
    """Make what every number is for hostile."""
    for hotline in hotlines["hotlines"]:
        hotline["for"] = make_hostile(f"hotline {hotline['number']}")


def poison_asks(notice: dict[str, Any]) -> None:
    """Make the editorial words about what is asked hostile."""
    for ask in notice["asks"]:
        ask["who"] = make_hostile(f"who {ask['id']}")
        ask["plain"] = make_hostile(f"ask {ask['id']}")


def poison_site(site: dict[str, Any]) -> None:
    """Make the site's name, its city and its purpose hostile."""
    for name in ("name", "city", "purpose"):
        site[name] = make_hostile(name)
    site["background"]["text"] = make_hostile("background")


@pytest.fixture(scope="module")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose editorial texts are all hostile."""
    project = make_project(tmp_path_factory.mktemp("hostile") / "project", LAKESIDE)
    catalog, revision = project / "catalog", project / "catalog" / "revisions" / "2031"
    edit_yaml(catalog / "site.yml", poison_site)
    edit_yaml(catalog / "pillars.yml", poison_pillars)
    edit_yaml(catalog / "departments.yml", poison_departments)
    edit_yaml(catalog / "hotlines.yml", poison_hotlines)
    edit_yaml(revision / "services.yml", poison_services)
    edit_yaml(revision / "readings.yml", poison_readings)
    edit_yaml(revision / "notice.yml", poison_asks)
    return build_once(shared / "site-hostile", project)


@pytest.fixture(scope="module")
def pages(hostile: Path) -> dict[str, Document]:
    """Its pages."""
    return read_pages_once(hostile)


def test_every_page_still_conforms(pages: dict[str, Document], hostile: Path) -> None:
    """No text ends an element or an attribute, and every link still answers."""
    assert [error for page in pages.values() for error in page.errors] == []
    assert find_broken_links(pages, hostile, SITE_URL) == []


def test_no_text_becomes_an_element_or_an_attribute(pages: dict[str, Document]) -> None:
    """There is no script but the site's own, no handler, and nothing of theirs is bold."""
    for document in pages.values():
        kinds = {script.get("type") for script in document.find("script")}
        assert kinds <= {"application/ld+json", "module", None}
        assert [one for one in document.find("b") if tell(one) == "bold"] == []
        assert [e for e in document.find() if any(name.startswith("on") for name in e.attrib)] == []
        answers_old_links = document.path == "search/"
        assert document.html.count("<script>") == 2 + answers_old_links
        assert "alert(1)</script>" not in document.html


@pytest.mark.parametrize(("prefix", "word"), [("", "恶意"), ("en/", "hostile ")])
def test_hostile_texts_are_shown_as_they_are(
    pages: dict[str, Document], prefix: str, word: str
) -> None:
    """To the character: on every page where they belong."""
    expected = {
        f"services/{SERVICE}/": ["title", "summary", "hotline 12345"],
        "services/": ["title", "summary"],
        "audiences/": ["title", "summary"],
        "pillars/learning/": ["title", "summary", "pillar learning"],
        "departments/education/": ["title", "summary"],
        "departments/": ["title"],
        "pillars/": [f"pillar {name}" for name in ("learning", "support")],
        "": ["city", "purpose", "pillar learning", "hotline 12345"],
        "readings/": ["plain letterhead", "why letterhead", "unstated telephone", "background"],
        "notice/": ["title", "plain letterhead", "why letterhead"],
        "join/": ["who", "ask"],
    }
    missing = [
        f"/{prefix}{path}: {name}"
        for path, names in expected.items()
        for name in names
        if squeeze(f"{word}{name}") not in show(pages[prefix + path].one("main"))
    ]
    assert missing == []
    for document in pages.values():
        text = show(document.one("body"))
        whole = text.count(squeeze(HOSTILE)) + text.count(squeeze(escape(HOSTILE)))  # HTML to paste
        cut = 11 if document.path == "data/" else 0  # examples of cells
        assert text.count("alert(1)") == whole + cut > 0, document.address


@pytest.mark.parametrize(("prefix", "word"), [("", "恶意"), ("en/", "hostile ")])
def test_hostile_texts_stand_whole_in_head_and_data(
    pages: dict[str, Document], prefix: str, word: str
) -> None:
    """Title, description, what is shared and the structured data hold them to the character."""
    document = pages[f"{prefix}services/{SERVICE}/"]
    title, summary = f"{word}title {HOSTILE}", f"{word}summary {HOSTILE}"
    full = f"{title} · {word}name {HOSTILE}"
    assert tell(document.one("title")) == full
    described = {
        meta.get("name") or meta.get("property"): meta.get("content")
        for meta in document.find("meta")
    }
    assert described["description"] == described["og:description"] == summary
    assert described["og:title"] == full
    data = json.loads(document.one("script", type="application/ld+json").text or "")
    assert (data["name"], data["description"]) == (title, summary)
    assert data["areaServed"]["name"] == f"{word}city {HOSTILE}"


def test_hostile_texts_stand_whole_in_the_data_file(hostile: Path) -> None:
    """JSON has its own way of quoting."""
    data = json.loads((hostile / "data" / "catalog.json").read_text(encoding="utf-8"))
    (service,) = (s for s in data["services"] if s["id"] == SERVICE)
    assert service["title"] == {"zh": f"恶意title {HOSTILE}", "en": f"hostile title {HOSTILE}"}
    assert service["summary"]["en"] == f"hostile summary {HOSTILE}"


def test_hostile_texts_run_nothing_and_fit_the_narrowest_phone(
    hostile: Path, page: Page, witness: Witness
) -> None:
    """In a browser: no error, no dialogue, and very long words break, in large text too."""
    page.on("dialog", lambda dialog: witness.failures.append(dialog.message))
    page.set_viewport_size({"width": 320, "height": 640})
    paths = ("", f"services/{SERVICE}/", "departments/", "readings/", "join/", "search/?q=hostile")
    widths = {}
    with serve_folder(hostile) as url:
        page.add_init_script(choose_large_text(url))
        for address in (prefix + path for prefix in ("", "en/") for path in paths):
            page.goto(url + address)
            widths[address] = page.evaluate("() => document.documentElement.scrollWidth")
    assert (set(widths.values()), witness.failures) == ({320}, []), widths
