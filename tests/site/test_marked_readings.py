"""What was read in the list is marked wherever the list stands whole: in the archive, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.publicity.phrases import Phrases
from carelist.site.pages import list_pages
from carelist.site.rendering import Renderer
from carelist.site.templates import make_environment
from carelist.site.views.archive import make_revision
from carelist.store import Store

from bench.mutants import THEMES
from tests.site.documents import Document, find, parse, show
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.site.site import Site
    from carelist.speech.locales import Locale

ADDRESSES = ("revisions/2025/", "print/")
LABELS = {"": ("校读", "推定"), "en/": ("how we read it", "inferred")}


@pytest.fixture(scope="module")
def pages(site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """The services, the archive and the sheet of the real list in both languages, by address."""
    environment = make_environment(THEMES, Store(tmp_path_factory.mktemp("store")))
    renderer = Renderer(site, environment, None, Phrases.of(site.catalog), (), offline=False)
    return {
        page.address: parse(page.address, renderer.make_page(page))
        for page in list_pages(site)
        if page.path in ADDRESSES or "services/" in page.path
    }


@pytest.mark.parametrize("locale", [ZH, EN])
def test_every_cell_of_an_archived_list_that_was_read_bears_its_mark(
    site: Site, locale: Locale
) -> None:
    """Repaired, moved, merged or inferred; the mark leads to its note on the page of the row."""
    revision = site.catalog.latest
    view = make_revision(site.desk("revisions/2025/", locale))
    for item in (item for pillar in view.pillars for item in pillar.items):
        for column in revision.columns:
            read = [
                reading.id
                for reading in revision.fidelity.origins[item.number, column].readings
                if reading.kind != "note"
            ]
            mark = item.marks[column]
            assert (mark.href if mark else "") == (f"{item.href}#reading-{read[0]}" if read else "")


@pytest.mark.parametrize("prefix", LABELS)
def test_the_page_of_an_archived_list_shows_the_marks(
    pages: dict[str, Document], prefix: str
) -> None:
    """Item 13: for whom and the task; items 21 to 32: task and departments; the letter's words."""
    page, (read, _) = pages[f"{prefix}revisions/2025/"], LABELS[prefix]
    marks = {
        number: [
            str(link.get("href")).partition("#reading-")[2]
            for link in find(page.one("li", id=f"item-{number}"), "a", class_="mark")
        ]
        for number in (1, 6, 13, 21, 32)
    }
    assert marks == {
        1: [],
        6: ["pillar-row-6"],
        13: ["audience-rows-13-16", "pillar-rows-12-16", "regular-classes"],
        21: ["audience-rows-21-32", "rows-21-32", "rows-21-32"],
        32: ["audience-rows-21-32", "rows-21-32", "rows-21-32"],
    }
    letter = page.one("article", class_="document")
    links = [*find(letter, "a", class_="mark")]
    told = [link.get("href") for link in links]
    names = ("title-space", "addressees-page-break", "service-capacity", "county-page-break")
    assert told == [f"#reading-{name}" for name in names]
    assert all(show(link).startswith(read) for link in links)
    assert len({show(link) for link in links}) == len(links)  # each says which it is
    assert {f"reading-{name}" for name in names} <= set(page.ids)


@pytest.mark.parametrize(
    ("prefix", "told"),
    [
        ("", ("第 13–16 项 移回原位", "约 97% 的把握", "通知原文 校字")),
        ("en/", ("Items 13–16 Moved back", "about 97% sure", "The notice Repaired")),
    ],
)
def test_notes_on_paper_say_of_which_items_they_are_and_how_sure(
    pages: dict[str, Document], prefix: str, told: tuple[str, ...]
) -> None:
    """Stars lead to them by the numbers alone, as no link can; inferred names are marked too."""
    page, (_, inferred) = pages[f"{prefix}print/"], LABELS[prefix]
    notes = show(page.one("section", aria_labelledby="readings"))
    assert [words for words in told if words not in notes] == []
    marked = [show(mark) for mark in page.find("span", class_="mark")]
    assert marked == [inferred] * 3  # the pillar, and the name of items 20 and 21


def test_words_on_paper_are_as_printed_with_readings_in_brackets(
    pages: dict[str, Document],
) -> None:
    """In the language of the notice: what says that it is its text has no repair in silence."""
    sheet = show(pages["print/"].one("main"))
    assert "特殊教育学校随班就读[读作“学校和随班就读”]残疾学生均公用经费[读作" in sheet


@pytest.mark.parametrize(
    ("prefix", "told"),
    [("", "有几个字印错了，这里按校读改过"), ("en/", "A few words are misprinted in the")],
)
@pytest.mark.parametrize("folder", ["services/", "revisions/2025/services/"])
def test_a_page_whose_clauses_hold_repaired_words_says_so(
    pages: dict[str, Document], prefix: str, told: str, folder: str
) -> None:
    """Items 8, 13 and 19, and no others: elsewhere each word stands as it is printed."""
    shown = {
        address.removeprefix(prefix + folder).strip("/")
        for address, page in pages.items()
        if address.startswith(prefix + folder) and told in show(page.one("main"))
    }
    repaired = {"psychiatric-rehabilitation", "disability-education", "police-and-guardianship"}
    assert shown == repaired
