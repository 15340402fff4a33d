"""What the pages of a portal say and weigh: of lists, only what these declare."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from tests.site.documents import find_broken_links, read_pages, show

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from tests.site.documents import Document

MOST = 14 * 1024
"""Bytes of a page, compressed: one first congestion window."""
PATHS = (
    "",
    "data/",
    "places/clearwater/",
    "places/ferry/",
    "places/lakeside/",
    "search/",
    "services/",
    "services/clearwater/reading/",
    "services/lakeside/after-school/",
    "services/lakeside/reading/",
)


@pytest.fixture(scope="module")
def public(portal_folder: Path) -> Path:
    """The portal as it is published."""
    return portal_folder / "public"


@pytest.fixture(scope="module")
def pages(public: Path) -> dict[str, Document]:
    """Its pages by their addresses."""
    return read_pages(public)


def test_every_page_is_there(pages: dict[str, Document]) -> None:
    """Each in every locale, and no other."""
    both = [f"{prefix}{path}" for prefix in ("", "en/") for path in PATHS]
    assert sorted(pages) == sorted(["404.html", *both])


def test_pages_are_sound_and_light(pages: dict[str, Document]) -> None:
    """Sound HTML within its budget, that asks for nothing of any other host."""
    for address, page in pages.items():
        assert page.errors == (), address
        assert len(gzip.compress(page.html.encode(), 9, mtime=0)) <= MOST, address
        assert "'unsafe-inline'" not in page.html
        fetched = [
            one.get("src") or one.get("href") or "" for one in page.find() if is_fetched(one)
        ]
        assert [one for one in fetched if re.match("[a-z]+:|//", one)] == [], address


def is_fetched(element: Element) -> bool:
    """Whether a browser loads what an element names."""
    leads = {"alternate", "canonical"}
    return element.tag in {"script", "img", "link"} and element.get("rel") not in leads


def test_links_lead_somewhere(pages: dict[str, Document], public: Path) -> None:
    """All but those to the sites of places, which stand elsewhere here."""
    broken = find_broken_links(pages, public, "https://care.example.org/lakeside/")
    assert [one for one in broken if not re.search(r"(cities/clearwater|/lakeside)/", one)] == []


def test_a_place_shows_what_its_list_declares(pages: dict[str, Document]) -> None:
    """What carries out the list above, what it adds, and what else is on that list."""
    page = pages["places/clearwater/"]
    headings = [show(one) for one in page.find("h2")]
    assert headings == ["落实上级清单的服务", "自己增加的服务", "湖滨省清单上还有", "下辖地区"]
    leads = [show(one) for one in page.find("p")]
    assert "清河市写明，自己清单上有 2 项服务落实上级地区清单里的服务。" in leads
    assert "清河市的清单上还有 3 项，没有写明落实上级清单里的哪一项。" in leads
    higher = "这 3 项在湖滨省的清单上，清河市没有写明由哪一项落实。"
    assert f"{higher}在您那里由谁提供，请以湖滨省的说明为准。" in leads
    carried = [show(one) for one in page.find("ul", class_="lineage")]
    assert carried == ["落实：湖滨省：课后服务", "落实：湖滨省：阅读服务看各地怎么做：阅读服务"]
    assert [show(one) for one in pages["en/places/clearwater/"].find("h2")] == [
        "What carries out the lists above",
        "What it adds",
        "Also on the list of Lakeside Province",
        "Places in it",
    ]


def test_a_service_is_shown_across_places(pages: dict[str, Document]) -> None:
    """With those who declare it, be it by way of others, and how many say nothing of it."""
    page = pages["en/services/lakeside/reading/"]
    told = (
        "2 places below Lakeside Province declare that services on their own lists carry this out"
    )
    assert f"{told}, some by way of a place between." in [show(one) for one in page.find("p")]
    assert [show(one) for one in page.find("ul", class_="chips")] == ["Ferry County"]
    leads = [show(one) for one in pages["en/services/lakeside/after-school/"].find("p")]
    told = (
        "1 place below Lakeside Province declares that a service on its own list carries this out."
    )
    assert told in leads
    silent = "1 more place declares nothing of this service. "
    assert f"{silent}That does not say that it is not offered there." in leads


def test_what_is_carried_out_by_way_of_a_city_is_not_called_missing(
    pages: dict[str, Document],
) -> None:
    """A county under its city, which is under its province, carries out the province's too."""
    page = pages["places/ferry/"]
    leads = [show(one) for one in page.find("p")]
    assert any(lead.startswith("这 4 项在湖滨省的清单上，渡口县没有写明") for lead in leads)
    assert any(lead.startswith("这 4 项在清河市的清单上，渡口县没有写明") for lead in leads)


def test_a_list_that_declares_nothing_is_said_to(pages: dict[str, Document]) -> None:
    """Nothing is guessed of it; what stands above it is not called its own."""
    page = pages["places/lakeside/"]
    assert [show(one) for one in page.find("h2")] == ["清单上的服务", "下辖地区"]


def test_the_data_are_of_their_schema(public: Path) -> None:
    """Every place with its services, and what they carry out."""
    data = json.loads((public / "data/portal.json").read_bytes())
    schema = json.loads((public / "data/portal.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    lakeside, clearwater, ferry = data["places"]
    assert [len(one["services"]) for one in data["places"]] == [5, 5, 3]
    assert clearwater["catalog"] == (
        "https://care.example.org/lakeside/cities/clearwater/data/catalog.json"
    )
    assert ferry["services"][1] == {
        "id": "reading",
        "number": "2",
        "title": {"zh": "阅读服务"},
        "url": "https://ferry.example.org/services/reading/",
        "under": [{"place": "clearwater", "service": "reading"}],
    }
    assert lakeside["level"] == "province"
