"""Words in reserve: asked where no others answer, and nowhere else."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.loading import load_catalog
from carelist.search.compact import write_own, write_reserve
from carelist.search.constants import LEAST_TOLD, MOSTLY, SENTENCE
from carelist.search.documents import make_libraries
from carelist.search.engine import Engine
from carelist.search.postings import has_reserve
from carelist.site.idle import list_idle
from carelist.site.scripts import RESERVE

from tests.conftest import ROOT

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from playwright.sync_api import Page

MOST = 24 * 1024
"""Bytes of what a query costs that the first file does not answer."""
TOLD = {
    "zh": ("我没念过书 不知道该咋跟娃说话", "family-education"),
    "en": ("my bipolar son was sent home yesterday, what now", "psychiatric-rehabilitation"),
}
READ = """async ([base, own, more]) => {
  const { Tables } = await import(`${base}tables.mjs`);
  const tables = new Tables();
  tables.add(JSON.parse(own));
  const groups = tables.add(JSON.parse(more));
  return {
    characters: tables.characters.join(""),
    readings: Object.fromEntries(tables.readings),
    simplified: Object.fromEntries(tables.simplified),
    exceptions: Object.fromEntries(
      [...tables.exceptions].map(([two, read]) => [two, read.join(" ")]),
    ),
    ignored: [...tables.ignored],
    words: groups.map(({ words }) => words),
  };
}"""


@pytest.fixture(scope="module")
def lakeside() -> Catalog:
    """A city that has no words in reserve."""
    return load_catalog(ROOT / "tests" / "cities" / "lakeside")


def without(engine: Engine) -> Engine:
    """Give an engine that has no words in reserve."""
    return Engine(replace(engine.library, reserve=()))


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_what_no_others_answer_is_answered_by_words_in_reserve(
    engines: dict[str, Engine], locale: str
) -> None:
    """A situation that is told leads first where help is, and did not before."""
    query, service = TOLD[locale]
    assert engines[locale].search(query)[0].id == service
    assert engines[locale].ask(query)[0] is engines[locale].wide
    assert without(engines[locale]).search(query)[0].id != service


@pytest.mark.parametrize(
    ("locale", "query"), [("zh", "打针"), ("zh", "租房"), ("en", "jabs"), ("en", "rent")]
)
def test_what_others_answer_is_left_to_them(
    engines: dict[str, Engine], locale: str, query: str
) -> None:
    """Score by score: the file with the words in reserve is not fetched."""
    assert engines[locale].search(query) == without(engines[locale]).search(query) != []
    assert engines[locale].ask(query)[0] is engines[locale]


def test_a_sentence_that_is_met_in_part_is_asked_again(engines: dict[str, Engine]) -> None:
    """Its small words fit by chance; a shorter query that is met as much is left."""
    engine = engines["en"]
    sentence = "two hundred for one tracksuit and there are two of them"
    strong = [hit for hit in without(engine).search(sentence) if hit.is_strong]
    assert strong
    assert strong[0].share < MOSTLY
    assert len(sentence.split(" ")) >= SENTENCE
    assert engine.ask(sentence)[0] is engine.wide
    assert engine.search(sentence)[0].id == "compulsory-education"
    short = "clinic with a park nearby"
    (first, *_) = without(engine).search(short)
    assert (first.is_strong, first.share < MOSTLY) == (True, True)
    assert engine.ask(short)[0] is engine


def test_a_letter_or_two_are_not_asked_again(engines: dict[str, Engine]) -> None:
    """They are what somebody is only beginning to type."""
    for locale, query in (("zh", "馕"), ("en", "qqqqq")):
        assert len(query.encode()) < LEAST_TOLD
        assert engines[locale].ask(query)[0] is engines[locale]
    assert engines["zh"].ask("馕饼")[0] is engines["zh"].wide


def test_what_was_known_stays_known(engines: dict[str, Engine]) -> None:
    """The tables with more characters say the same of all those that were there."""
    before, wide = engines["zh"].library.tables, engines["zh"].library.wide_tables
    assert wide.characters.startswith(before.characters)
    assert len(wide.characters) > len(before.characters)
    own = {one: before.readings[one] for one in before.characters}
    for few, more in (
        (own, wide.readings),
        (before.simplified, wide.simplified),
        (before.exceptions, wide.exceptions),
    ):
        assert few.items() <= more.items()
    assert wide.ignored > before.ignored
    assert set(wide.characters).isdisjoint(wide.simplified)


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_words_in_reserve_keep_their_budget(engines: dict[str, Engine], locale: str) -> None:
    """At most 24 KB, compressed as a server sends them."""
    written = write_reserve(engines[locale].library).encode()
    assert len(gzip.compress(written, 9, mtime=0)) <= MOST


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_browser_reads_the_words_in_reserve(
    page: Page, modules: str, engines: dict[str, Engine], locale: str
) -> None:
    """Their characters, sounds and traditional forms, beside those of the first file."""
    library = engines[locale].library
    page.goto(f"{modules}404.html")
    read = page.evaluate(READ, [modules, write_own(library), write_reserve(library)])
    wide = library.wide_tables
    assert read["words"] == [list(group.words) for group in library.reserve]
    assert {*read["ignored"]} == {one for one in wide.ignored if (one[0] > "z") is (locale == "zh")}
    if locale == "zh":
        assert read["characters"] == wide.characters
        assert read["readings"] == wide.readings
        assert read["simplified"] == wide.simplified
        assert read["exceptions"] == wide.exceptions


def test_a_city_without_words_in_reserve_does_without_their_script(
    lakeside: Catalog, catalog: Catalog
) -> None:
    """No file of words is written, and nothing reaches for one."""
    for locale in lakeside.locales:
        library = make_libraries(lakeside)[locale]
        assert (library.reserve, Engine(library).wide) == ((), None)
        assert not has_reserve(lakeside, locale)
        assert has_reserve(catalog, locale)
        assert json.loads(write_reserve(library))["reserve"] == 1
    assert RESERVE in list_idle(lakeside)
    assert RESERVE not in list_idle(catalog)


def test_a_long_list_goes_without(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a query fetches of it is another thing."""
    monkeypatch.setattr("carelist.search.postings.LONG", 1)
    assert not any(has_reserve(catalog, locale) for locale in catalog.locales)
