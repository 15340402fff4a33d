"""A service as structured data for search engines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from carelist.exports.schema_org import describe_service, escape_json

from tests.exports.vocabulary import read_vocabulary
from tests.speaking import EN, LOCALES, ZH

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale

ADDRESS = "https://list.example.org/services/disability-education/"


def describe(
    catalog: Catalog, locale: Locale, name: str = "disability-education"
) -> dict[str, Any]:
    """What is said of a real service."""
    (service,) = (s for s in catalog.latest.services if s.id == name)
    described: dict[str, Any] = json.loads(describe_service(catalog, service, locale, ADDRESS))
    return described


def test_a_service_is_described_in_chinese(catalog: Catalog) -> None:
    """Item 13, whole."""
    assert describe(catalog, ZH) == {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": ADDRESS,
        "url": ADDRESS,
        "name": "残疾儿童教育服务",
        "alternateName": ["残疾儿童教育服务"],
        "description": catalog.latest.services[12].summary.source,
        "serviceType": "弱有所扶",
        "areaServed": {"@type": "City", "name": "长春市"},
        "audience": {"@type": "Audience", "audienceType": "流动儿童中的残疾儿童"},
        "provider": [
            {"@type": "GovernmentOrganization", "name": "市教育局"},
            {"@type": "GovernmentOrganization", "name": "市残联"},
        ],
        "subjectOf": {
            "@type": "CreativeWork",
            "name": "长春市流动儿童在居住地享有关爱服务基础清单",
            "identifier": "长民联发〔2025〕10号 #13",
        },
        "mainEntityOfPage": {"@type": "WebPage", "url": ADDRESS, "inLanguage": "zh-Hans"},
    }


def test_a_service_is_described_in_english(catalog: Catalog) -> None:
    """Item 13, whole, with its Chinese name beside the English."""
    assert describe(catalog, EN) == {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": ADDRESS,
        "url": ADDRESS,
        "name": "Education services for disabled children",
        "alternateName": ["Education services for disabled children", "残疾儿童教育服务"],
        "description": catalog.latest.services[12].summary.find(EN),
        "serviceType": "Social assistance",
        "areaServed": {"@type": "City", "name": "Changchun"},
        "audience": {
            "@type": "Audience",
            "audienceType": "Disabled children among migrant children",
        },
        "provider": [
            {"@type": "GovernmentOrganization", "name": "Changchun Education Bureau"},
            {"@type": "GovernmentOrganization", "name": "Changchun Disabled Persons' Federation"},
        ],
        "subjectOf": {
            "@type": "CreativeWork",
            "name": catalog.list_name.find(EN),
            "identifier": "长民联发〔2025〕10号 #13",
        },
        "mainEntityOfPage": {"@type": "WebPage", "url": ADDRESS, "inLanguage": "en"},
    }


def test_a_service_with_a_title_of_its_own_is_also_found_by_its_official_name(
    catalog: Catalog,
) -> None:
    """Item 21: the editorial title is the name, the official one another name."""
    described = describe(catalog, EN, "mental-health-in-care")
    service = catalog.latest.services[20]
    assert service.title is not None
    group = catalog.latest.groups[service.group].name
    assert described["name"] == service.title.find(EN)
    assert described["alternateName"] == [group.find(EN), service.title.source, group.source]


@pytest.mark.parametrize("locale", LOCALES)
def test_all_that_is_said_is_of_schema_orgs_own_vocabulary(
    catalog: Catalog, locale: Locale
) -> None:
    """Of every service: each type and property is defined, stands on its type, and has its kind."""
    vocabulary = read_vocabulary()
    for service in catalog.latest.services:
        assert list(vocabulary.find_faults(describe(catalog, locale, service.id))) == [], service.id


@pytest.mark.parametrize(
    ("departure", "fault"),
    [
        ({"inLanguage": "en"}, "inLanguage is no property of GovernmentService"),
        ({"language": "en"}, "superseded property language"),
        ({"priceOfService": "0"}, "unknown property priceOfService"),
        ({"provider": "市教育局"}, "'市教育局' is no value of provider"),
        ({"provider": [{"@type": "Place", "name": "市"}]}, "'Place' is no value of provider"),
        ({"areaServed": {"@type": "Town", "name": "长春"}}, "unknown type Town"),
        ({"url": "services/housing/"}, "'services/housing/' is no value of url"),
        ({"subjectOf": {"@type": "WebPage", "provider": 1}}, "1 is no value of provider"),
    ],
)
def test_a_departure_from_the_vocabulary_is_found(
    catalog: Catalog, departure: dict[str, Any], fault: str
) -> None:
    """On the service itself, and within what is said of it."""
    described = describe(catalog, ZH) | departure
    assert fault in list(read_vocabulary().find_faults(described))


@pytest.mark.parametrize("character", ["<", ">", "&", "\u2028", "\u2029"])
def test_nothing_can_end_the_element_around_it(character: str) -> None:
    """What HTML or JavaScript gives a meaning to is escaped, and reads back as it was."""
    escaped = escape_json(json.dumps(f"a{character}b", ensure_ascii=False))
    assert character not in escaped
    assert json.loads(escaped) == f"a{character}b"
