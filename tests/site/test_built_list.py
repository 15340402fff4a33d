"""The list itself on the built pages: official wording, readings, the notice and its table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from carelist.site.marking import mark_cell, name_place

from tests.site.building import CATALOG
from tests.site.documents import find, is_element, show, squeeze, tell
from tests.speaking import EN, LOCALES, ZH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.records import Column, Reading, Service
    from carelist.catalog.revision import Catalog
    from carelist.site.desk import Desk
    from carelist.site.site import Site
    from carelist.speech.locales import Locale

    from tests.site.documents import Document

COLUMNS: tuple[Column, ...] = ("pillar", "audience", "group", "task", "departments")
CARD_COLUMNS: tuple[Column, ...] = ("pillar", "audience", "group", "departments")
REPAIRED = {
    "psychiatric-rehabilitation": ["[读作“质量和水平”]"],
    "disability-education": ["[读作“学校和随班就读”]", "[读作“残疾学生生均公用经费”]"],
    "police-and-guardianship": ["[读作“家庭教育指导服务”]"],
}
"""What is repaired in the task of a service, as it stands in its official wording."""
SOURCE = (CATALOG / "revisions" / "2025" / "source.txt").read_text(encoding="utf-8")


def list_printed_lines() -> Iterator[tuple[int, list[str]]]:
    """Yield each line of the printed table with its cells: all but headings and rules."""
    after_rule = False
    for number, line in enumerate(SOURCE.split("\n"), start=1):
        if not line.startswith("|"):
            after_rule = False
        elif set(line) <= set("|- "):
            if "-" in line:
                after_rule = True
            elif after_rule:
                yield number, [""]
        elif after_rule:
            yield number, [cell.strip() for cell in line.strip().strip("|").split("|")]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_official_wording_is_shown_as_printed(
    locale: Locale, catalog: Catalog, pages: dict[str, Document]
) -> None:
    """On both locales' pages, but for readings in brackets, `data-official` is the copy's words."""
    copy = (CATALOG / "revisions" / "2025" / "source.txt").read_text(encoding="utf-8")
    shown = {}
    for service in catalog.latest.services:
        page = pages[f"{locale.prefix}services/{service.id}/"]
        official = page.one(data_official=None)
        assert page.language_of(official) == "zh-Hans"
        assert page.one("article", data_service=service.id) in page.above(official)
        shown[service.id] = tell(official)
        printed = re.sub(r"\[读作“[^”]*”]", "", shown[service.id])
        assert f"| {printed} |" in copy
    read = {name: words for name, words in shown.items() if "[" in words}
    assert {name: re.findall(r"\[.*?]", words) for name, words in read.items()} == REPAIRED


@pytest.mark.parametrize("locale", LOCALES)
def test_remarks_stand_beside_their_clause_and_in_no_translation(
    locale: Locale, catalog: Catalog, pages: dict[str, Document]
) -> None:
    """On the page of the service, of the archive, and on paper; with the service referred to."""
    paper = show(pages[f"{locale.prefix}print/"].root)
    remarked = 0
    for service in catalog.latest.services:
        address = f"{locale.prefix}services/{service.id}/"
        page = pages[address]
        old = pages[f"{locale.prefix}revisions/2025/services/{service.id}/"]
        for clause in service.clauses:
            if clause.remark is None:
                continue
            remarked += 1
            words = clause.remark.text.write(locale)
            item = page.one("li", id=clause.id)
            assert words in show(item)
            assert (clause.remark.text.source in show(item)) is locale.is_source
            assert show(page.root).count(words) == 1
            assert words in show(old.one("li", id=clause.id))
            assert words in paper
            links = [urljoin(f"/{address}", link.get("href") or "") for link in item.iter("a")]
            for name in clause.remark.services:
                assert f"/{locale.prefix}services/{name}/" in links
    assert remarked == 6


def test_english_service_pages_give_the_whole_task_in_english(
    catalog: Catalog, pages: dict[str, Document]
) -> None:
    """Every clause stands there twice: where it is offered, and as the translation."""
    for service in catalog.latest.services:
        text = show(pages[f"en/services/{service.id}/"].one("main"))
        for clause in service.clauses:
            assert text.count(squeeze(clause.text.find(EN) or "?")) >= 2, (
                f"{service.id} {clause.id}"
            )


@pytest.mark.parametrize("locale", LOCALES)
def test_a_service_page_says_everything_of_its_row(
    locale: Locale, site: Site, pages: dict[str, Document]
) -> None:
    """For whom, what, on which condition, whom to ask, in plain words, and where in the notice."""
    catalog, revision = site.catalog, site.catalog.latest
    for service in revision.services:
        page = pages[f"{locale.prefix}services/{service.id}/"]
        text = show(page.one("article", data_service=service.id))
        told = [
            revision.title_of(service),
            revision.groups[service.group].name,
            service.summary,
            revision.audiences[service.audience or ""].name,
            catalog.pillars[service.pillar or ""].name,
            *(clause.title for clause in service.clauses),
            *(clause.condition for clause in service.clauses if clause.condition),
            *(catalog.departments[name].name for name in service.departments),
        ]
        for said in told:
            assert squeeze(said.find(locale) or "?") in text, f"{service.id}: {said}"
        assert [page.one(id=clause.id).tag for clause in service.clauses]
        assert squeeze(locale.words("site").not_stated_contact) in text
        links = {urljoin(f"/{page.address}", a.get("href")) for a in page.one("main").iter("a")}
        prefix = f"/{locale.prefix}"
        assert {
            f"{prefix}notice/#row-{service.number}",
            f"{prefix}audiences/#{service.audience}",
            *(f"{prefix}departments/{name}/" for name in service.departments),
        } <= links


def test_chinese_names_stand_beside_english_ones(
    catalog: Catalog, pages: dict[str, Document]
) -> None:
    """At a counter one needs them: title, official name and departments, marked as Chinese."""
    revision = catalog.latest
    for service in revision.services:
        page = pages[f"en/services/{service.id}/"]
        article = page.one("article", data_service=service.id)
        chinese = {show(element) for element in find(article, lang="zh-Hans")}
        assert {
            revision.title_of(service).source,
            *(catalog.departments[name].name.source for name in service.departments),
        } <= chinese, service.id
        heading = show(page.one("h1"))
        assert revision.title_of(service).source in heading
        assert (revision.title_of(service).find(EN) or "?") in heading


def list_shown_readings(
    site: Site, services: Iterable[Service], columns: tuple[Column, ...]
) -> dict[str, tuple[Reading, list[tuple[Service, Column]]]]:
    """Every reading of some cells, with the cells that are what they are by it."""
    shown: dict[str, tuple[Reading, list[tuple[Service, Column]]]] = {}
    for service in services:
        for column in columns:
            origin = site.catalog.latest.fidelity.origins[service.number, column]
            for reading in origin.readings:
                cells = shown.setdefault(reading.id, (reading, []))[1]
                if origin.reading is reading:
                    cells.append((service, column))
    return shown


def list_expected_forms(
    desk: Desk, reading: Reading, cells: list[tuple[Service, Column]]
) -> Iterator[str]:
    """Yield the printed form that a reading must show, or where the same words are printed."""
    if reading.printed:
        yield reading.printed
    for service, column in cells:
        origin = desk.revision.fidelity.origins[service.number, column]
        yield desk.cell_text(service, column)
        if origin.place is None:
            yield desk.words.fill("printed_nowhere", copy=desk.copy)
            continue
        yield name_place(desk, origin.place)
        if origin.printed != desk.cell_text(service, column):
            yield origin.printed


def find_silent_cells(
    site: Site, page: Document, services: Iterable[Service], columns: tuple[Column, ...]
) -> list[str]:
    """What a page does not say of the cells that it shows and that were read."""
    locale = EN if page.locale == EN.tag else ZH
    desk = site.desk(page.path, locale)
    silent = []
    for name, (reading, cells) in list_shown_readings(site, services, columns).items():
        notes = list(page.find(id=f"reading-{name}"))
        details = [show(e) for note in notes for e in note.iter("details")]
        if len(details) != 1:
            silent.append(f"/{page.address}: {name} is not told once")
            continue
        (note,) = notes
        plain = squeeze(reading.plain.find(locale) or "?")
        if plain not in show(note).removesuffix(details[0]):
            silent.append(f"/{page.address}: {name} is not told in plain words")
        silent += [
            f"/{page.address}: {name} does not show {form!r}"
            for form in list_expected_forms(desk, reading, cells)
            if squeeze(form) not in details[0]
        ]
    return silent


def find_unlinked(site: Site, page: Document, services: Iterable[Service]) -> Iterator[str]:
    """Yield what a page of cards does not say, or does not lead on with, of what was read."""
    locale = EN if page.locale == EN.tag else ZH
    for name, (reading, _) in list_shown_readings(site, services, CARD_COLUMNS).items():
        note = page.one("li", id=f"reading-{name}")
        link = next(note.iter("a")).get("href", "")
        if squeeze(reading.plain.find(locale) or "?") not in show(note):
            yield f"/{page.address}: {name} is not told in plain words"
        if not link.endswith(f"/readings/#reading-{name}"):
            yield f"/{page.address}: {name} does not lead to what is printed"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_says_what_was_read_in_the_cells_that_it_shows(
    locale: Locale, site: Site, pages: dict[str, Document]
) -> None:
    """In plain words, with the printed form in a details element, or one tap away."""
    index, prefix = site.index, locale.prefix
    services = site.catalog.latest.services
    shown: dict[str, tuple[tuple[Service, ...], tuple[Column, ...]]] = {
        "services/": (services, CARD_COLUMNS),
        "audiences/": (services, CARD_COLUMNS),
        "readings/": (services, COLUMNS),
        **{f"services/{s.id}/": ((s,), COLUMNS) for s in services},
        **{f"pillars/{name}/": (found, CARD_COLUMNS) for name, found in index.by_pillar.items()},
    }
    silent = [
        line
        for path, (found, columns) in shown.items()
        for line in find_silent_cells(site, pages[prefix + path], found, columns)
    ]
    linked = {f"departments/{name}/": found for name, found in index.by_department.items()}
    silent += [
        line
        for path, found in {"search/": services, **linked}.items()
        for line in find_unlinked(site, pages[prefix + path], found)
    ]
    assert silent == []


def test_inferred_is_marked_apart_from_shifted(site: Site, pages: dict[str, Document]) -> None:
    """On item 21, inferred cells carry another mark than those that were moved back."""
    for locale in LOCALES:
        page = pages[f"{locale.prefix}services/mental-health-in-care/"]
        words = locale.words("site")
        marks = {
            a.get("href"): said
            for a in page.find("a")
            if (said := show(a).split(words.colon)[0]) in {words.mark_read, words.mark_inferred}
        }
        assert marks == {
            "#reading-pillar-rows-17-32": words.mark_inferred,
            "#reading-group-rows-20-21": words.mark_inferred,
            "#reading-audience-rows-21-32": words.mark_read,
            "#reading-rows-21-32": words.mark_read,
        }
        for name in ("pillar-rows-17-32", "group-rows-20-21", "rows-21-32"):
            kind = next(r.kind for r in site.catalog.latest.readings if r.id == name)
            assert page.one(id=f"reading-{name}").get("data-kind") == kind


@pytest.mark.parametrize("locale", LOCALES)
def test_the_notice_shows_every_printed_cell(locale: Locale, pages: dict[str, Document]) -> None:
    """Each line of the copy's table stands there, each of its cells to the character."""
    page = pages[f"{locale.prefix}notice/"]
    lines = dict(list_printed_lines())
    assert len(lines) == 37
    shown = [name for name in page.ids if re.fullmatch(r"line-\d+", name)]
    assert shown == [f"line-{number}" for number in lines]
    for number, cells in lines.items():
        line = page.one(id=f"line-{number}")
        read = {
            e for row in line.iter() if (row.get("id") or "").startswith("row-") for e in row.iter()
        }
        printed = {tell(e) for e in line.iter() if e not in read and e.get("lang") == "zh-Hans"}
        assert {cell for cell in cells if cell and not cell.isdecimal()} == printed, number
        outside = " ".join(show(e) for e in line if e not in read)
        assert [cell for cell in cells if cell.isdecimal() and cell not in outside] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_notice_shows_every_row_as_read(
    locale: Locale, site: Site, pages: dict[str, Document]
) -> None:
    """Each of the 32 rows stands there with all its cells, and leads to its service and back."""
    prefix, page = locale.prefix, pages[f"{locale.prefix}notice/"]
    desk = site.desk("notice/", locale)
    services = site.catalog.latest.services
    rows = [name for name in page.ids if re.fullmatch(r"row-\d+", name)]
    assert sorted(rows) == sorted(f"row-{service.number}" for service in services)
    for service in services:
        row = page.one(id=f"row-{service.number}")
        text = show(row)
        for column in COLUMNS:
            for said in desk.cell_said(service, column):
                assert squeeze(said.text) in text, f"{service.number} {column}"
        targets = {urljoin(f"/{page.address}", a.get("href")) for a in row.iter("a")}
        assert f"/{prefix}services/{service.id}/" in targets
        back = pages[f"{prefix}services/{service.id}/"]
        links = {urljoin(f"/{back.address}", a.get("href")) for a in back.find("a")}
        assert f"/{prefix}notice/#row-{service.number}" in links


@pytest.mark.parametrize("locale", LOCALES)
def test_every_read_cell_of_the_notice_leads_to_its_reading(
    locale: Locale, site: Site, pages: dict[str, Document]
) -> None:
    """A cell that is not as printed leads to the reading that says why."""
    prefix, page = locale.prefix, pages[f"{locale.prefix}notice/"]
    origins = site.catalog.latest.fidelity.origins
    for service in site.catalog.latest.services:
        row = page.one(id=f"row-{service.number}")
        found = {urljoin(f"/{page.address}", a.get("href")) for a in row.iter("a")}
        for column in COLUMNS:
            changing = [r for r in origins[service.number, column].readings if r.kind != "note"]
            if changing:
                assert f"/{prefix}readings/#reading-{changing[0].id}" in found, service.number


def list_read_paragraphs(catalog: Catalog) -> list[str]:
    """The paragraphs of the copy's body after the declared repairs, without stray ones."""
    text = SOURCE
    strays = set()
    for reading in catalog.latest.readings:
        if reading.kind == "repaired" and reading.printed and reading.read:
            assert text.count(reading.printed) == 1
            text = text.replace(reading.printed, reading.read)
        elif reading.kind == "stray" and not reading.beside:
            strays.add(reading.printed)
    lines = [line.strip() for line in text.split("\n")]
    return [line for line in lines if line and not line.startswith("|") and line not in strays]


def test_the_notice_shows_every_paragraph_as_read(
    catalog: Catalog, pages: dict[str, Document]
) -> None:
    """Each paragraph of the copy is an element of the Chinese page, with declared repairs alone."""
    page = pages["notice/"]
    paragraphs = list_read_paragraphs(catalog)
    assert len(paragraphs) == 12
    main = page.one("main")
    texts = {tell(e) for e in main.iter() if is_element(e)}
    lines = {part for e in main.iter("p") for part in e.itertext()}
    assert [p for p in paragraphs if p not in texts | lines] == []


def test_the_english_notice_is_whole(catalog: Catalog, pages: dict[str, Document]) -> None:
    """Every paragraph has its English there."""
    notice, text = catalog.latest.notice, show(pages["en/notice/"].one("main"))
    told = [
        notice.number,
        notice.title,
        notice.addressees,
        notice.opening,
        *(measure.heading for measure in notice.measures),
        *(measure.text for measure in notice.measures),
        notice.disclosure,
        notice.signatory,
        notice.colophon,
        notice.table_title,
    ]
    assert [t and t.source for t in told if not t or squeeze(t.find(EN) or "?") not in text] == []
    issuers = [catalog.departments[name].name.find(EN) for name in notice.issuers]
    assert len(issuers) == 15
    assert [name for name in issuers if squeeze(name or "?") not in text] == []


def test_the_notice_shows_the_readings_of_its_body(
    catalog: Catalog, pages: dict[str, Document]
) -> None:
    """What was repaired or is in doubt in a paragraph stands there with its printed form."""
    table = {r.id for o in catalog.latest.fidelity.origins.values() for r in o.readings}
    for locale in LOCALES:
        page = pages[f"{locale.prefix}notice/"]
        body = [r for r in catalog.latest.readings if r.id not in table and not r.rows]
        printed = [r for r in body if r.printed and not r.beside]
        assert len(printed) == 7
        for reading in printed:
            note = page.one(id=f"reading-{reading.id}")
            assert squeeze(reading.printed or "") in show(next(note.iter("details")))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_archive_marks_what_was_read_where_it_stands(
    locale: Locale, catalog: Catalog, pages: dict[str, Document], site: Site
) -> None:
    """Who cites sees beside each name and cell that it is printed elsewhere, or nowhere at all."""
    desk = site.desk("revisions/2025/", locale)
    for service in catalog.latest.services:
        page = pages[f"{locale.prefix}revisions/2025/services/{service.id}/"]
        shown = [
            (mark.get("href"), "data-inferred" in mark.attrib)
            for mark in find(page.one("dl", class_="names"), "a", class_="mark")
        ]
        marks = (mark_cell(desk, service, column) for column in CARD_COLUMNS)
        assert set(shown) == {(mark.href, mark.inferred) for mark in marks if mark}
        assert [show(line) for line in page.find("p", class_="editorial")] == [
            desk.words.editorial_archived,
            *[desk.words.editorial_repaired] * (service.id in REPAIRED),
        ]
    page = pages[f"{locale.prefix}revisions/2025/"]
    (heading,) = (one for one in page.find("h3", id="development"))
    (pillar,) = find(heading, "a", class_="mark")
    assert "data-inferred" in pillar.attrib
    assert [show(line) for line in page.find("p", class_="editorial")] == [
        desk.words.editorial_titles
    ]
