"""Whom to ask, on every poster and sheet: near home, by telephone, and at the district's office."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest
from carelist.catalog.loading import load_catalog
from carelist.publicity.contents import make_card, make_duty_sheet, make_leaflet
from carelist.publicity.subjects import MOST_OFFICES, tell_subject
from carelist.publicity.typesetting import typeset
from carelist.site import addresses
from carelist.site.kit import make_voice
from carelist.site.place import Place
from carelist.site.site import Site

from tests.conftest import CLOUDBRIDGE
from tests.publicity.scanning import read_text, squeeze
from tests.publicity.structure import list_links
from tests.site.building import REPOSITORY, SITE_URL
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.publicity.voice import SubjectKind, Voice
    from carelist.site.kit import Artwork, Kit
    from carelist.speech.locales import Locale

PAPER = {"poster-a4", "poster-a3", "leaflet", "duty-sheet", "checklist", "booklet", "questionnaire"}
DAY = "2033-02-05"


@pytest.fixture(scope="module")
def cloudbridge() -> Catalog:
    """A city with offices in its districts."""
    return load_catalog(CLOUDBRIDGE)


def speak(catalog: Catalog, artwork: Artwork, locale: Locale) -> Voice:
    """The voice of its kit."""
    site = Site.of(catalog, Place(SITE_URL, REPOSITORY))
    return make_voice(site.desk(addresses.HOME, locale), artwork)


def test_posters_and_sheets_say_whom_to_ask_near_home(kit: Kit) -> None:
    """One of each kind and language: whom the notice names, and the number for all, which rings."""
    missing = []
    paper = {(piece.kind, piece.locale): piece for piece in kit.pieces if piece.kind in PAPER}
    for piece in paper.values():
        content = kit.fetch(piece).content
        text = read_text(content)
        names = (contact.name.write(piece.locale) for contact in kit.catalog.contacts)
        near = piece.locale.words("print").near.partition("{")[0]
        said = [squeeze(words) for words in (near, *names)]
        if not all(words in text for words in said) or "tel:12345" not in list_links(content):
            missing.append((piece.path, piece.locale))
    assert {kind for kind, _ in paper} == PAPER
    assert missing == []


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        (
            ZH,
            "桥东区桥东区住房保障中心、东桥路1号0999-8123456云桥日报，2033年1月2日；2033年2月3日核对",
        ),
        (
            EN,
            (
                "Bridge East District Bridge East Housing Centre, 1 East Bridge Road 0999-8123456 "
                "Cloudbridge Daily, 2 January 2033; checked on 3 February 2033"
            ),
        ),
    ],
)
def test_a_duty_sheet_names_the_offices_of_its_department(
    cloudbridge: Catalog, artwork: Artwork, locale: Locale, told: str
) -> None:
    """With their source, and the day on which they were checked; each number rings."""
    voice = speak(cloudbridge, artwork, locale)
    subject = tell_subject(cloudbridge, voice, "department", "construction")
    content = make_duty_sheet(cloudbridge, subject, voice) | {
        "code": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"
    }
    sheet = typeset("duty-sheet", content, "pdf", DAY)
    assert squeeze(told) in read_text(sheet)
    assert {"tel:09998123456", "tel:09998654321"} <= set(list_links(sheet))


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "市住建局"),
        (2, "市住建局（桥东区 0999-8123456、桥西区 0999-8654321）"),
        (MOST_OFFICES + 1, "市住建局（各区的电话见网页）"),
    ],
)
def test_a_poster_gives_the_numbers_of_a_few_offices(
    cloudbridge: Catalog, artwork: Artwork, count: int, told: str
) -> None:
    """Of many it says where they are."""
    construction = cloudbridge.departments["construction"]
    offices = (construction.offices * MOST_OFFICES)[:count]
    departments = {**cloudbridge.departments}
    departments["construction"] = construction.model_copy(update={"offices": offices})
    catalog = dataclasses.replace(cloudbridge, departments=departments)
    subject = tell_subject(catalog, speak(catalog, artwork, ZH), "service", "rental")
    assert subject.ask == (told, "市民政局")


@pytest.mark.parametrize(
    ("service", "shared", "notes"),
    [
        ("compulsory-education", "清单没写怎样办，要问", [""] * 6),
        ("housing", "", ["清单没写怎样办，要问"]),
        (
            "medical-insurance",
            "",
            [
                "清单没写怎样办，要问",
                "清单写到申请或办理",
                "清单没写怎样办，要问",
                "清单没写怎样办，要问",
            ],
        ),
    ],
)
def test_a_poster_says_once_how_all_that_it_offers_is_got(
    site: Site, artwork: Artwork, service: str, shared: str, notes: list[str]
) -> None:
    """Beside the heading; where that differs, under each."""
    subject = tell_subject(site.catalog, speak(site.catalog, artwork, ZH), "service", service)
    assert (subject.shared, [point.note for point in subject.points]) == (shared, notes)


def test_pieces_about_what_cannot_wait_say_whom_to_call(catalog: Catalog, artwork: Artwork) -> None:
    """Of a service, and of a situation that opens with one; before the number for all else."""
    for locale, told in (
        (ZH, "要是等不得，现在就打 12356、120。不知道找谁？先打 12345"),
        (EN, "If it cannot wait, call 12356, 120 now. Not sure whom to ask? Call 12345"),
    ):
        voice = speak(catalog, artwork, locale)
        assert _find_call(catalog, voice, "service", "mental-health-clinic") == told
        assert _find_call(catalog, voice, "situation", "low-in-spirits") == told
        plain = voice.words.hotline.format(number="12345")
        assert _find_call(catalog, voice, "service", "housing") == plain
        assert _find_call(catalog, voice, "situation", "baby") == plain
        assert _find_call(catalog, voice, "list", "all") == plain


def _find_call(catalog: Catalog, voice: Voice, kind: SubjectKind, name: str) -> object:
    return make_card(catalog, tell_subject(catalog, voice, kind, name), voice)["call"]


def test_what_departments_see_to_by_themselves_is_not_to_be_asked_for(
    catalog: Catalog, artwork: Artwork
) -> None:
    """The leaflet, and posters of pillars and departments, say so beside such services."""
    voice = speak(catalog, artwork, EN)
    work = "Work of departments"
    subject = tell_subject(catalog, voice, "list", "all")
    whole: dict[str, Any] = make_leaflet(catalog, subject, voice)
    rows = [row for pillar in whole["pillars"] for row in pillar["services"]]
    assert {row["number"] for row in rows if row["work"] == work} == {19, 23, 25}
    assert {row["work"] for row in rows} == {work, ""}
    office = tell_subject(catalog, voice, "department", "cyberspace")
    assert [(point.number, point.note) for point in office.points] == [(23, work)]
    assert office.audience == "Migrant children"
