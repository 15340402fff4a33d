"""What the search answers: official words, everyday words, slips, pinyin, and hostile input."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from carelist.catalog.loading import load_catalog
from carelist.catalog.vocabulary import Mouth
from carelist.search.analysis import fold, split
from carelist.search.cutting import cut_pieces
from carelist.search.documents import make_library
from carelist.search.engine import Engine
from carelist.speech.locales import SHIPPED_LOCALES

from tests.conftest import LAKESIDE
from tests.speaking import LOCALES, ZH

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog

HOSTILE = (
    "",
    " ",
    ":",
    "~",
    "+",
    "^",
    "*",
    "title:",
    "+-~^*:\"'`",
    '"',
    "‘’“”",
    "😀",
    "👨‍👩‍👧",
    "a",
    "残",
    "ＡＢＣ",
    "<script>alert(1)</script>",
    "</template><img src=x onerror=alert(1)>",
    "\ud800",
    "\udfff残疾\ud83d",
    "\x00",
    "残" * 10_000,
    "a" * 10_000,
    "zh" * 5_000,
    "constructor __proto__ toString",
    "%00 %ff ?q=&",
)


def list_official(catalog: Catalog, service_id: str) -> list[str]:
    """The official texts of a service."""
    revision = catalog.latest
    service = next(one for one in revision.services if one.id == service_id)
    names = [catalog.departments[one].name.source for one in service.departments]
    group, audience = revision.groups[service.group], revision.audiences[service.audience or ""]
    return [group.name.source, audience.name.source, service.task, *names]


def test_every_substring_of_official_text_finds_its_service(
    catalog: Catalog, engines: dict[str, Engine]
) -> None:
    """Of two to six characters, and as a full match; half a number would be another one.

    Where the whole of it tells nothing, as `”的`, nothing is a full match.
    """
    tables = engines["zh"].library.tables
    found: dict[str, set[str]] = {}
    lost = []
    for service in catalog.latest.services:
        for text in list_official(catalog, service.id):
            for length in range(2, 7):
                for start in range(len(text) - length + 1):
                    part = text[start : start + length]
                    if not any(character.isalnum() for character in part):
                        continue
                    if text[start - 1 : start].isdecimal() and part[0].isdecimal():
                        continue
                    if not cut_pieces(split(fold(part)), tables)[2]:
                        continue
                    if part not in found:
                        hits = engines["zh"].search(part)
                        found[part] = {hit.id for hit in hits if hit.is_full}
                    if service.id not in found[part]:
                        lost.append((service.id, part))
    assert len(found) > 5000
    assert lost == []


def test_scores_have_six_figures(engines: dict[str, Engine]) -> None:
    """What adding in another order would leave behind them is no difference of services."""
    scores = [hit.score for hit in engines["zh"].search("残疾儿童上学")]
    assert scores == [round(score, 6) for score in scores]
    assert scores != [round(score, 5) for score in scores]


def test_a_name_in_another_language_counts_twice() -> None:
    """As much as the official words of a service."""
    chinese = Engine(make_library(load_catalog(LAKESIDE), ZH))
    assert [(hit.id, hit.score) for hit in chinese.search("pupils")] == [("school-places", 2.563)]


@pytest.mark.parametrize(
    ("query", "service"),
    [
        ("打针", "health-and-childcare"),
        ("殘疾兒童康復", "disability-rehabilitation"),
        ("canji", "disability-allowances"),
        ("jiuye", "parents-employment"),
        ("jiù yè", "parents-employment"),
        ("changchun", "vocational-school"),
        ("zhongkao", "compulsory-education"),
        ("jtys", "primary-health-care"),
        ("医宝卡", "medical-insurance"),
        ("自必症", "disability-education"),
        ("借点书看", "reading-and-crafts"),
    ],
)
def test_chinese_page(engines: dict[str, Engine], query: str, service: str) -> None:
    """Everyday words, traditional characters, pinyin and slips, among the first three."""
    assert service in [hit.id for hit in engines["zh"].search(query)[:3]]


@pytest.mark.parametrize(
    ("query", "service"),
    [
        ("hospitel", "medical-insurance"),
        ("disabilty", "disability-allowances"),
        ("kindergarden", "preschool"),
        ("counseling", "mental-health-clinic"),
        ("counselling", "mental-health-clinic"),
        ("打针", "health-and-childcare"),
        ("canji", "disability-allowances"),
        ("yibao", "medical-insurance"),
        ("school costs for poor families", "compulsory-education"),
        ("allowance", "disability-allowances"),
    ],
)
def test_english_page(engines: dict[str, Engine], query: str, service: str) -> None:
    """Slips, both spellings, Chinese and pinyin, among the first three."""
    assert service in [hit.id for hit in engines["en"].search(query)[:3]]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_an_official_name_finds_its_own_services_first(
    catalog: Catalog, engines: dict[str, Engine], locale: str
) -> None:
    """Title and official name, in both languages."""
    revision = catalog.latest
    wrong = []
    for service in revision.services:
        name, title = revision.groups[service.group].name, revision.title_of(service)
        group = {one.id for one in revision.services if one.group == service.group}
        first = engines[locale].search(name.find(SHIPPED_LOCALES[locale]))[0].id
        own = engines[locale].search(title.find(SHIPPED_LOCALES[locale]))[0].id
        if first not in group or own != service.id:
            wrong.append((service.id, first, own))
    assert wrong == []


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: fold(query[:12]) or "nothing")
def test_hostile_input_is_answered(engines: dict[str, Engine], locale: str, query: str) -> None:
    """Never an exception, and nothing but services."""
    known = {document.id for document in engines[locale].library.documents}
    hits = [*engines[locale].search(query), *engines[locale].suggest(query)]
    assert {hit.id for hit in hits} <= known


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_every_service_has_words_from_every_mouth(catalog: Catalog, locale: str) -> None:
    """Parents, grandparents, children, teachers, social workers and journalists."""
    mouths = set(get_args(Mouth))
    heard: dict[str, set[str]] = {service.id: set() for service in catalog.latest.services}
    for entry in catalog.vocabulary.terms:
        if entry.list(SHIPPED_LOCALES[locale]):
            heard[entry.to[0].partition("/")[0]].update(entry.mouths)
    assert {service: mouths - said for service, said in heard.items() if mouths - said} == {}


def test_every_term_of_the_vocabulary_finds_what_it_points_at(
    catalog: Catalog, engines: dict[str, Engine]
) -> None:
    """The first service that it points at is among the first three."""
    lost = []
    terms = 0
    for entry in catalog.vocabulary.terms:
        for locale in LOCALES:
            for term in entry.list(locale):
                terms += 1
                engine = engines[locale.tag]
                asked = engine.wide if entry.reserve else engine
                assert asked
                first = [hit.id for hit in asked.search(term)[:3]]
                if entry.to[0].partition("/")[0] not in first:
                    lost.append((term, entry.to[0], first))
    assert terms > 2000
    assert len(lost) <= terms // 100, lost


@pytest.mark.parametrize("query", ["hearing aids", "walking aids", "mobility aids"])
def test_aids_that_help_are_no_disease(engines: dict[str, Engine], query: str) -> None:
    """Who asks for a device is not led to where families with HIV are; who asks for AIDS is."""
    strong = [
        [hit.id for hit in engines["en"].search(one) if hit.is_strong] for one in (query, "aids")
    ]
    assert strong == [["disability-rehabilitation"], ["basic-living"]]


@pytest.mark.parametrize(
    ("query", "services"),
    [
        ("cannot hear", {"disability-rehabilitation"}),
        ("hearing", {"disability-rehabilitation"}),
        ("autistic, not diagnosed yet", {"disability-education"}),
        ("hearing loss", {"disability-rehabilitation"}),
        ("physio for my disabled son", {"disability-rehabilitation"}),
        ("no diagnosis", {"mental-health-clinic"}),
        ("she feels low, no diagnosis yet", {"mental-health-clinic"}),
        ("school refuses my child", {"school-places"}),
        ("refused by the school", {"school-places"}),
        ("he refuses to go to school", {"mental-health-clinic"}),
        ("food poisoning", {"primary-health-care"}),
        ("wages not paid", {"parents-employment", "subsistence-allowance"}),
        ("when to apply for school", {"school-places", "preschool"}),
        ("is my baby growing properly", {"health-and-childcare"}),
        ("no work, no home and a sick child", {"primary-health-care", "medical-insurance"}),
        ("hears voices", {"psychiatric-rehabilitation", "mental-health-in-care"}),
    ],
)
def test_common_words_lead_nobody_to_the_sick_alone(
    engines: dict[str, Engine], query: str, services: set[str]
) -> None:
    """Who cannot hear, was refused or would apply is not led to the rehabilitation of others."""
    assert engines["en"].search(query)[0].id in services


@pytest.mark.parametrize(
    ("query", "service"), [("CAMHS", "mental-health-clinic"), ("CSSA", "subsistence-allowance")]
)
def test_letters_that_stand_for_a_service_elsewhere_are_known(
    engines: dict[str, Engine], query: str, service: str
) -> None:
    """Of Britain and Hong Kong; too few letters to ask words in reserve for."""
    assert [hit.id for hit in engines["en"].search(query) if hit.is_strong] == [service]
