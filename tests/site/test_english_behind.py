"""English that is stale or missing: shown as such wherever it stands, never silently."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import LAKESIDE
from tests.site.building import build_once, edit_yaml, make_project
from tests.site.documents import Document, is_element, read_pages_once, show, squeeze, tell
from tests.speaking import EN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

STALE = {"summary": "清单写明临时补贴，条件改了。", "title": "补贴"}
MISSING = {"summary": "在图书馆一起读书。", "title": "一起读书"}
OLD_SUMMARY = "Old words on an allowance."
OLD_TITLE = "Old words for a title"
WORDS = EN.words("site")


def age_services(services: dict[str, Any]) -> None:
    """Leave the English of one service behind, and take away that of another."""
    by_id = {service["id"]: service for service in services["services"]}
    for key, old in (("summary", OLD_SUMMARY), ("title", OLD_TITLE)):
        by_id["allowance"][key] = {"zh": STALE[key], "en": old, "digest": "00000000"}
    by_id["reading"]["summary"] = {"zh": MISSING["summary"]}
    by_id["reading"]["title"] = {"zh": MISSING["title"]}
    by_id["school-places"]["clauses"][0]["text"].pop("en")
    by_id["school-places"]["clauses"][0]["text"].pop("digest")


@pytest.fixture(scope="module")
def behind(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose English has fallen behind in places."""
    project = make_project(tmp_path_factory.mktemp("behind") / "project", LAKESIDE)
    edit_yaml(project / "catalog" / "revisions" / "2031" / "services.yml", age_services)
    return build_once(shared / "site-behind", project)


@pytest.fixture(scope="module")
def pages(behind: Path) -> dict[str, Document]:
    """Its pages, but for that of unknown addresses."""
    found = read_pages_once(behind)
    found.pop("404.html")
    return found


def list_places(page: Document, text: str) -> Iterator[Element]:
    """Yield the innermost elements of a page's body that hold a text."""
    for element in page.one("body").iter():
        if not is_element(element) or text not in tell(element):
            continue
        if not any(is_element(child) and text in tell(child) for child in element):
            yield element


def find_silent(pages: dict[str, Document], text: str, mark: str) -> list[str]:
    """Every place of English pages where a text stands without its mark nearby."""
    silent = []
    for page in pages.values():
        if page.locale != "en":
            continue
        for element in list_places(page, text):
            near = [show(e) for e in list(page.above(element))[:2]]
            if not any(mark in words for words in near):
                silent.append(f"/{page.address}: <{element.tag}> {near[0][:60]}")
    return silent


@pytest.mark.parametrize("text", [OLD_SUMMARY, OLD_TITLE])
def test_stale_english_is_marked_wherever_it_stands(pages: dict[str, Document], text: str) -> None:
    """It says that it is not yet updated and that the Chinese prevails, and shows the Chinese."""
    assert "not yet updated" in WORDS.translation_stale
    assert "Chinese text prevails" in WORDS.translation_stale
    assert any(text in show(page.one("main")) for page in pages.values())
    assert find_silent(pages, text, WORDS.translation_stale) == []


@pytest.mark.parametrize("name", ["summary", "title"])
def test_missing_english_is_marked_wherever_it_stands(
    pages: dict[str, Document], name: str
) -> None:
    """The Chinese stands there as Chinese, with the words that there is no English yet."""
    text = MISSING[name]
    assert find_silent(pages, text, WORDS.translation_missing) == []
    for page in pages.values():
        for element in list_places(page, text):
            assert page.language_of(element) == "zh-Hans", f"/{page.address}: <{element.tag}>"


@pytest.mark.parametrize("name", ["summary", "title"])
def test_the_chinese_stands_beside_stale_english(pages: dict[str, Document], name: str) -> None:
    """On the page of the service, marked as Chinese; the Chinese page just has it."""
    assert STALE[name] in show(pages["services/allowance/"].one("main"))
    page = pages["en/services/allowance/"]
    places = list(list_places(page, STALE[name]))
    assert places
    assert {page.language_of(element) for element in places} == {"zh-Hans"}


def test_a_missing_clause_is_given_in_chinese_among_english_ones(
    pages: dict[str, Document],
) -> None:
    """The translation of a task does not skip it, and says that it is not translated."""
    page = pages["en/services/school-places/"]
    article = page.one("article")
    text = squeeze(tell(page.one(data_official=None)))
    first = next(
        show(e) for e in article.iter() if e.get("lang") == "zh-Hans" and text.startswith(show(e))
    )
    assert show(article).count(first) >= 3
    assert show(article).count(WORDS.translation_missing) == 2


def test_chinese_pages_say_nothing_of_english(pages: dict[str, Document]) -> None:
    """The state of the English is no matter of theirs."""
    for page in pages.values():
        if page.locale == "zh":
            text = show(page.one("body"))
            assert WORDS.translation_missing not in text
            assert WORDS.translation_stale not in text


def test_what_cannot_be_marked_is_not_stale(pages: dict[str, Document]) -> None:
    """Title, description and structured data have no room for a mark: they take the Chinese."""
    page = pages["en/services/allowance/"]
    assert tell(page.one("title")).startswith(STALE["title"])
    described = {m.get("name") or m.get("property"): m.get("content") for m in page.find("meta")}
    assert described["description"] == STALE["summary"]
    assert described["og:description"] == STALE["summary"]
    data = json.loads(page.one("script", type="application/ld+json").text or "")
    assert (data["name"], data["description"]) == (STALE["title"], STALE["summary"])


def test_the_data_file_leaves_out_english_that_is_behind(behind: Path) -> None:
    """`en` is null where it is stale or missing; a task with a gap has no English at all."""
    data = json.loads((behind / "data" / "catalog.json").read_text(encoding="utf-8"))
    services = {service["id"]: service for service in data["services"]}
    assert services["allowance"]["summary"] == {"zh": STALE["summary"], "en": None}
    assert services["allowance"]["title"] == {"zh": STALE["title"], "en": None}
    assert services["reading"]["summary"] == {"zh": MISSING["summary"], "en": None}
    assert services["school-places"]["task"]["en"] is None
    assert services["school-places"]["clauses"][0]["text"]["en"] is None
