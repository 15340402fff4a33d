"""A service in JSON-LD, as a `GovernmentService` (https://schema.org/GovernmentService)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale


def describe_service(catalog: Catalog, service: Service, locale: Locale, url: str) -> Markup:
    """Give the JSON-LD of a service whose page is `url`, safe inside a script element."""
    revision = catalog.latest
    title, group = revision.title_of(service), revision.groups[service.group].name
    pillar, people = catalog.pillar_of(service), revision.people_of(service)
    document = revision.notice.number
    types = [revision.types[name].name.write(locale) for name in service.types]
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": url,
        "url": url,
        "name": title.write(locale),
        "alternateName": list(dict.fromkeys([group.write(locale), title.source, group.source])),
        "description": service.summary.write(locale),
        "serviceType": pillar.name.write(locale) if pillar else types or None,
        "areaServed": {"@type": "City", "name": catalog.site.city.write(locale)},
        "audience": {"@type": "Audience", "audienceType": people.write(locale)} if people else None,
        "provider": [
            {
                "@type": "GovernmentOrganization",
                "name": catalog.departments[name].name.write(locale),
            }
            for name in service.departments
        ],
        "subjectOf": {
            "@type": "CreativeWork",
            "name": catalog.list_name.write(locale),
            "identifier": f"{document.source} #{service.number}" if document else revision.id,
        },
        # The page is in a language; in which one the service is given, the notice does not state.
        "mainEntityOfPage": {
            "@type": "WebPage",
            "url": url,
            "inLanguage": locale.language,
        },
    }
    known = {key: value for key, value in described.items() if value not in (None, [])}
    return escape_json(json.dumps(known, ensure_ascii=False, separators=(",", ":")))


def escape_json(text: str) -> Markup:
    """Escape JSON so that nothing in it can end the script element around it."""
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  # every character that HTML gives a meaning to is escaped above
