"""A service in JSON-LD, as a `GovernmentService` (https://schema.org/GovernmentService)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from typing import Literal

    from generator.catalog.records import Service
    from generator.catalog.revision import Catalog
    from generator.catalog.texts import Text


def describe_service(
    catalog: Catalog, service: Service, locale: Literal["zh", "en"], url: str
) -> Markup:
    """Give the JSON-LD of a service whose page is `url`, safe inside a script element."""
    revision = catalog.latest
    title, group = revision.title_of(service), revision.groups[service.group].name

    def say(text: Text) -> str:
        return text.en if locale == "en" and text.en and text.english_state == "fresh" else text.zh

    described = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": url,
        "url": url,
        "name": say(title),
        "alternateName": list(dict.fromkeys([say(group), title.zh, group.zh])),
        "description": say(service.summary),
        "serviceType": say(catalog.pillars[service.pillar].name),
        "inLanguage": "en" if locale == "en" else "zh-Hans",
        "areaServed": {"@type": "City", "name": say(catalog.site.city)},
        "audience": {
            "@type": "Audience",
            "audienceType": say(revision.audiences[service.audience].name),
        },
        "provider": [
            {"@type": "GovernmentOrganization", "name": say(catalog.departments[name].name)}
            for name in service.departments
        ],
        "isRelatedTo": {
            "@type": "Service",
            "name": say(revision.notice.table_title),
            "identifier": f"{revision.notice.number.zh} #{service.number}",
        },
    }
    return escape_json(json.dumps(described, ensure_ascii=False, separators=(",", ":")))


def escape_json(text: str) -> Markup:
    """Escape JSON so that nothing in it can end the script element around it."""
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  # every character that HTML gives a meaning to is escaped above
